//! Whether a row passes a filter.

use serde_json::Value;

use super::{Bound, LiteralValue};

impl Bound {
    /// Whether a row passes whose properties `property` gives.
    pub(crate) fn passes(&self, property: &dyn Fn(&str) -> Value) -> bool {
        match self {
            Bound::All(operands) => operands.iter().all(|operand| operand.passes(property)),
            Bound::Any(operands) => operands.iter().any(|operand| operand.passes(property)),
            Bound::Not(operand) => !operand.passes(property),
            Bound::Equals { path, .. } | Bound::StartsWith { path, .. } | Bound::Element { path, .. } => {
                let Some((first, rest)) = path.split_first() else { return false };
                self.holds(below(&property(first), rest))
            }
        }
    }

    /// Whether an element of a collection passes.
    fn element_passes(&self, element: &Value) -> bool {
        match self {
            Bound::All(operands) => operands.iter().all(|operand| operand.element_passes(element)),
            Bound::Any(operands) => operands.iter().any(|operand| operand.element_passes(element)),
            Bound::Not(operand) => !operand.element_passes(element),
            Bound::Equals { path, .. } | Bound::StartsWith { path, .. } | Bound::Element { path, .. } => {
                self.holds(below(element, path))
            }
        }
    }

    /// Whether the value at the end of the path passes.
    fn holds(&self, value: &Value) -> bool {
        match self {
            Bound::Equals { values, .. } => values.iter().any(|expected| equals(value, expected)),
            Bound::StartsWith { start, .. } => {
                value.as_str().is_some_and(|text| text.to_lowercase().starts_with(start.as_str()))
            }
            Bound::Element { test, .. } => {
                let elements = value.as_array().map_or(&[][..], Vec::as_slice);
                elements.iter().any(|element| test.as_ref().is_none_or(|test| test.element_passes(element)))
            }
            Bound::All(_) | Bound::Any(_) | Bound::Not(_) => false,
        }
    }
}

fn below<'v>(value: &'v Value, path: &[&str]) -> &'v Value {
    path.iter().fold(value, |value, name| value.get(name).unwrap_or(&Value::Null))
}

/// Directory texts are compared whatever their case; the expected one is in lower case already.
fn equals(value: &Value, expected: &LiteralValue) -> bool {
    match expected {
        LiteralValue::Null => value.is_null(),
        LiteralValue::Flag(flag) => value.as_bool() == Some(*flag),
        LiteralValue::Text(text) | LiteralValue::Id(text) => {
            value.as_str().is_some_and(|own| own.to_lowercase() == *text)
        }
        LiteralValue::Number(number) => value.as_i64() == Some(*number),
        LiteralValue::Time(time) => value.as_str() == Some(time),
    }
}
