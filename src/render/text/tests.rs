//! Wire text, written out in full and compared.

use super::*;
