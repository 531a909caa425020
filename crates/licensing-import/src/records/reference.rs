//! Members and memberships: objects of which only the id counts.

use crate::error::{Problem, Wanted};
use crate::json::{Node, Reference, ReferenceKind, Value};
use crate::read::fields::Fields;
use crate::read::path::At;
use crate::read::values;

/// Reads an object with an id, or the id alone.
pub(crate) fn read(node: &Node, at: &At<'_>) -> Result<Reference, Problem> {
    let line = node.line;
    match &node.value {
        Value::Text(_) => Ok(Reference { id: values::guid(node, at)?, kind: ReferenceKind::Open, line }),
        Value::Object(_) => {
            let fields = Fields::of(node, at)?;
            let kind = match fields.optional("@odata.type", values::text)? {
                None | Some("#microsoft.graph.user" | "#microsoft.graph.group") => ReferenceKind::Open,
                Some(_) => ReferenceKind::Other,
            };
            Ok(Reference { id: fields.required("id", values::guid)?, kind, line })
        }
        _ => Err(values::expected(node, at, Wanted::Object)),
    }
}
