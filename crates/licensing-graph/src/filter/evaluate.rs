//! Whether a row passes a filter.

use serde_json::Value;

use core::cmp::Ordering;
use std::borrow::Cow;

use super::{Bound, COUNT, End, LiteralValue};

impl Bound {
    /// Whether a row passes whose properties `property` gives.
    pub(crate) fn passes(&self, property: &dyn Fn(&str) -> Value) -> bool {
        match self {
            Bound::All(operands) => operands.iter().all(|operand| operand.passes(property)),
            Bound::Any(operands) => operands.iter().any(|operand| operand.passes(property)),
            Bound::Not(operand) => !operand.passes(property),
            Bound::Equals { path, .. }
            | Bound::Compare { path, .. }
            | Bound::Affix { path, .. }
            | Bound::Element { path, .. } => {
                let Some((first, rest)) = path.split_first() else { return false };
                self.holds(&below(&property(first), rest))
            }
        }
    }

    /// Whether an element of a collection passes.
    pub(super) fn element_passes(&self, element: &Value) -> bool {
        match self {
            Bound::All(operands) => operands.iter().all(|operand| operand.element_passes(element)),
            Bound::Any(operands) => operands.iter().any(|operand| operand.element_passes(element)),
            Bound::Not(operand) => !operand.element_passes(element),
            Bound::Equals { path, .. }
            | Bound::Compare { path, .. }
            | Bound::Affix { path, .. }
            | Bound::Element { path, .. } => self.holds(&below(element, path)),
        }
    }

    /// Whether the value at the end of the path passes.
    fn holds(&self, value: &Value) -> bool {
        match self {
            Bound::Equals { values, .. } => values.iter().any(|expected| equals(value, expected)),
            Bound::Compare { order, value: expected, .. } => {
                compared(value, expected).is_some_and(|found| order.fits(found))
            }
            Bound::Affix { end, text, .. } => value.as_str().map(str::to_lowercase).is_some_and(|own| match end {
                End::Start => own.starts_with(text.as_str()),
                End::End => own.ends_with(text.as_str()),
            }),
            Bound::Element { test, .. } => {
                let elements = value.as_array().map_or(&[][..], Vec::as_slice);
                elements.iter().any(|element| test.as_ref().is_none_or(|test| test.element_passes(element)))
            }
            Bound::All(_) | Bound::Any(_) | Bound::Not(_) => false,
        }
    }
}

fn below<'v>(value: &'v Value, path: &[&str]) -> Cow<'v, Value> {
    let mut value = value;
    for name in path {
        if *name == COUNT {
            return Cow::Owned(value.as_array().map_or(0, Vec::len).into());
        }
        value = value.get(name).unwrap_or(&Value::Null);
    }
    Cow::Borrowed(value)
}

/// How a number or a time compares with what it is to be compared with; nothing where one of them is null.
fn compared(value: &Value, expected: &LiteralValue) -> Option<Ordering> {
    match expected {
        LiteralValue::Number(number) => Some(value.as_i64()?.cmp(number)),
        // Events of other tenants have fractions of seconds, and times in this form are in the order of their texts.
        LiteralValue::Time(time) => {
            let (own, time) = (value.as_str()?.trim_end_matches('Z'), time.trim_end_matches('Z'));
            Some(own.cmp(time))
        }
        _ => None,
    }
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
