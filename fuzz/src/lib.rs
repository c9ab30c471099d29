//! What the fuzzing targets share: the properties, which stand in `tests/properties/`, from where the tests of `pressroom` take them
//! too.

#[path = "../../tests/properties/mod.rs"]
mod properties;

/// Panics unless the property of this name holds of the input.
pub fn holds(name: &str, input: &[u8]) {
    properties::holds(name, input);
}
