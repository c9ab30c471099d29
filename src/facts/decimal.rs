//! An exact decimal number: what a written number is worth, whatever the script and the separators.

use std::fmt;

/// `mantissa` × 10^`exponent`, exact and unique: the mantissa never ends in a zero, and zero is 0 × 10^0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal {
    mantissa: i128,
    exponent: i32,
}

impl Decimal {
    /// `mantissa` × 10^`exponent`.
    pub fn new(mantissa: i128, exponent: i32) -> Decimal {
        let (mut mantissa, mut exponent) = (mantissa, exponent);
        if mantissa == 0 {
            return Decimal {
                mantissa: 0,
                exponent: 0,
            };
        }
        while mantissa % 10 == 0 {
            mantissa /= 10;
            exponent += 1;
        }
        Decimal { mantissa, exponent }
    }

    /// The whole number `value`.
    pub fn whole(value: u64) -> Decimal {
        Decimal::new(i128::from(value), 0)
    }

    /// The number written with the ASCII digits `whole`, a decimal separator and the digits `fraction`;
    /// `None` if there is no digit or there are more than 30.
    pub fn from_digits(whole: &str, fraction: &str) -> Option<Decimal> {
        let digits = format!("{whole}{fraction}");
        if digits.is_empty() || digits.len() > 30 {
            return None;
        }
        let exponent = i32::try_from(fraction.len()).ok()?;
        Some(Decimal::new(digits.parse().ok()?, -exponent))
    }

    /// The product, if it can be held exactly.
    pub fn times(self, other: Decimal) -> Option<Decimal> {
        let mantissa = self.mantissa.checked_mul(other.mantissa)?;
        Some(Decimal::new(mantissa, self.exponent.checked_add(other.exponent)?))
    }

    /// The sum, if it can be held exactly.
    pub fn plus(self, other: Decimal) -> Option<Decimal> {
        let exponent = self.exponent.min(other.exponent);
        let mantissa = self.at(exponent)?.checked_add(other.at(exponent)?)?;
        Some(Decimal::new(mantissa, exponent))
    }

    /// The value, if it is a whole number that fits.
    pub fn to_whole(self) -> Option<u64> {
        u64::try_from(self.at(0)?).ok()
    }

    /// The mantissa that goes with a smaller exponent.
    fn at(self, exponent: i32) -> Option<i128> {
        let shift = u32::try_from(self.exponent.checked_sub(exponent)?).ok()?;
        self.mantissa.checked_mul(10_i128.checked_pow(shift)?)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(whole) = self.at(0) {
            return write!(f, "{whole}");
        }
        let places = usize::try_from(self.exponent.unsigned_abs()).unwrap_or(0);
        if self.exponent > 0 || places > 40 {
            return write!(f, "{}e{}", self.mantissa, self.exponent);
        }
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let sign = if self.mantissa < 0 { "-" } else { "" };
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_are_equal_however_written() {
        assert_eq!(Decimal::from_digits("12", "50"), Decimal::from_digits("12", "5"));
        assert_eq!(Decimal::from_digits("007", ""), Some(Decimal::whole(7)));
        assert_eq!(
            Decimal::from_digits("5", "2").and_then(|d| d.times(Decimal::whole(1_000_000_000))),
            Some(Decimal::whole(5_200_000_000))
        );
        assert_eq!(Decimal::from_digits("0", "00"), Some(Decimal::whole(0)));
    }

    #[test]
    fn it_is_shown_plainly() {
        for (whole, fraction, shown) in [("12", "50", "12.5"), ("0", "05", "0.05"), ("1500", "", "1500")] {
            assert_eq!(Decimal::from_digits(whole, fraction).unwrap().to_string(), shown);
        }
    }

    #[test]
    fn what_has_no_plain_form_is_shown_with_its_power() {
        assert_eq!(Decimal::new(-15, -1).to_string(), "-1.5");
        assert_eq!(Decimal::new(-5, -2).to_string(), "-0.05");
        assert_eq!(Decimal::new(12, 40).to_string(), "12e40");
        assert_eq!(Decimal::new(7, -41).to_string(), "7e-41");
    }

    #[test]
    fn sums_and_products_are_exact() {
        let parts = |n: i128| Decimal::new(n, -2);
        for (a, b) in [(0, 0), (1, 99), (150, 50), (1_000, 25), (12_345, 678)] {
            assert_eq!(parts(a).plus(parts(b)), Some(parts(a + b)), "{a} {b}");
            assert_eq!(parts(a).times(parts(b)), Some(Decimal::new(a * b, -4)), "{a} {b}");
        }
        assert_eq!(parts(250).to_whole(), None);
        assert_eq!(parts(2_500).to_whole(), Some(25));
        assert_eq!(Decimal::new(-1, 0).to_whole(), None);
    }

    #[test]
    fn what_cannot_be_held_is_none_and_never_wrong() {
        let huge = Decimal::from_digits(&"9".repeat(30), "").unwrap();
        assert_eq!(huge.times(huge), None);
        assert_eq!(Decimal::from_digits(&"9".repeat(31), ""), None);
    }
}
