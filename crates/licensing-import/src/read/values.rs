//! Single values of a type.

use licensing_core::shape::LONGEST_NAME;
use licensing_model::{CountryCode, Guid, Property};

use super::moment;
use super::path::At;
use crate::error::{Fault, Found, Problem, Wanted, brief};
use crate::json::{Node, Value};

/// Something else was expected here.
pub(crate) fn expected(node: &Node, at: &At<'_>, wanted: Wanted) -> Problem {
    let found = match &node.value {
        Value::Null => return at.problem(node.line, Fault::Null),
        Value::Flag(flag) => Found::Flag(*flag),
        Value::Number(text) => Found::Number(brief(text)),
        Value::Text(text) => Found::Text(brief(text)),
        Value::List(_) | Value::References(_) => Found::List,
        Value::Object(_) => Found::Object,
    };
    at.problem(node.line, Fault::Expected { wanted, found })
}

/// Any text.
pub(crate) fn text<'n>(node: &'n Node, at: &At<'_>) -> Result<&'n str, Problem> {
    match &node.value {
        Value::Text(text) => Ok(text),
        _ => Err(expected(node, at, Wanted::Text)),
    }
}

/// A text that is not longer than a name may be.
pub(crate) fn name<'n>(node: &'n Node, at: &At<'_>) -> Result<&'n str, Problem> {
    let text = text(node, at)?;
    match text.chars().nth(LONGEST_NAME) {
        Some(_) => Err(at.problem(node.line, Fault::TooLong { most: LONGEST_NAME })),
        None => Ok(text),
    }
}

/// Whether the value of a property is short enough to be kept; what is longer is passed over, as what is unknown is.
pub(crate) fn can_be_kept(node: &Node) -> bool {
    let length = |node: &Node| match &node.value {
        Value::Text(text) => text.chars().count(),
        _ => 0,
    };
    let whole = match &node.value {
        Value::List(list) => list.iter().map(length).fold(list.len(), usize::saturating_add),
        _ => length(node),
    };
    whole <= Property::LONGEST
}

/// `true` or `false`.
pub(crate) fn flag(node: &Node, at: &At<'_>) -> Result<bool, Problem> {
    match node.value {
        Value::Flag(flag) => Ok(flag),
        _ => Err(expected(node, at, Wanted::Flag)),
    }
}

/// A whole number from 0 on.
pub(crate) fn count(node: &Node, at: &At<'_>) -> Result<u64, Problem> {
    let number = match &node.value {
        Value::Number(text) => text.parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| expected(node, at, Wanted::Count))
}

/// A GUID in its usual form, in any case.
pub(crate) fn guid(node: &Node, at: &At<'_>) -> Result<Guid, Problem> {
    let id = match &node.value {
        Value::Text(text) => parse_guid(text),
        _ => None,
    };
    id.ok_or_else(|| expected(node, at, Wanted::Guid))
}

/// Reads `18181a46-0d4e-45cd-891e-60aabd171b4e` and no other form.
pub(crate) fn parse_guid(text: &str) -> Option<Guid> {
    const FORM: &[u8] = b"00000000-0000-0000-0000-000000000000";
    let fits = |(byte, form): (u8, &u8)| if *form == b'-' { byte == b'-' } else { byte.is_ascii_hexdigit() };
    let plain = text.len() == FORM.len() && text.bytes().zip(FORM).all(fits);
    plain.then(|| text.parse().ok()).flatten()
}

/// Seconds since 1970.
pub(crate) fn moment(node: &Node, at: &At<'_>) -> Result<i64, Problem> {
    let moment = match &node.value {
        Value::Text(text) => moment::parse(text),
        _ => None,
    };
    moment.ok_or_else(|| expected(node, at, Wanted::Moment))
}

/// Two letters.
pub(crate) fn country(node: &Node, at: &At<'_>) -> Result<CountryCode, Problem> {
    let country = match &node.value {
        Value::Text(text) => text.parse().ok(),
        _ => None,
    };
    country.ok_or_else(|| expected(node, at, Wanted::Country))
}

/// A list.
pub(crate) fn list<'n>(node: &'n Node, at: &At<'_>) -> Result<&'n [Node], Problem> {
    match &node.value {
        Value::List(parts) => Ok(parts),
        _ => Err(expected(node, at, Wanted::List)),
    }
}
