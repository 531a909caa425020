//! Arguments as they come from a script, and what is read out of them.

use serde_json::{Map, Value};

use crate::misuse::{Misuse, brief};

/// An argument: JSON, or nothing where a script left it out or gave `undefined`.
pub type Given = Option<Value>;

/// What a method gives.
pub(crate) type Result<T> = core::result::Result<T, Misuse>;

/// A string.
pub(crate) fn text(name: &'static str, given: Option<&Value>) -> Result<String> {
    match given {
        Some(Value::String(text)) => Ok(text.clone()),
        _ => Err(Misuse::Argument { name, expected: "a string" }),
    }
}

/// A list of strings.
pub(crate) fn texts(name: &'static str, given: Option<&Value>) -> Result<Vec<String>> {
    let wrong = Misuse::Argument { name, expected: "a list of strings" };
    let Some(Value::Array(list)) = given else { return Err(wrong) };
    let texts: Option<Vec<String>> = list.iter().map(|entry| entry.as_str().map(String::from)).collect();
    texts.ok_or(wrong)
}

/// A whole number up to `most`, which `expected` names.
pub(crate) fn whole<N: TryFrom<u64> + PartialOrd>(
    name: &'static str,
    given: Option<&Value>,
    most: N,
    expected: &'static str,
) -> Result<N> {
    let number = given.and_then(Value::as_u64).and_then(|number| N::try_from(number).ok());
    number.filter(|number| *number <= most).ok_or(Misuse::Argument { name, expected })
}

/// An object with none but the `known` properties.
pub(crate) fn object<'v>(
    name: &'static str,
    given: Option<&'v Value>,
    known: &[&str],
    expected: &'static str,
) -> Result<&'v Map<String, Value>> {
    let Some(Value::Object(fields)) = given else { return Err(Misuse::Argument { name, expected }) };
    match fields.keys().find(|property| !known.contains(&property.as_str())) {
        None => Ok(fields),
        Some(property) => {
            let known = known.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", ");
            Err(Misuse::UnknownProperty { name, property: brief(property), known })
        }
    }
}
