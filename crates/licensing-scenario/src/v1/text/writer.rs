//! What the parts of a document are written with: names, units and ids.

use alloc::string::ToString;

use licensing_model::Guid;

use super::keys::Keys;
use super::words::Names;
use crate::json::{Fields, Line};
use crate::v1::document::Units;

/// What writing needs to know of names.
pub(super) struct Writer {
    pub(super) names: Names,
    pub(super) users: Keys,
    pub(super) groups: Keys,
}

impl Writer {
    /// A user by what names it.
    pub(super) fn user(&self, line: &mut Line, number: u32) {
        self.users.write(line, number);
    }

    /// A group by what names it.
    pub(super) fn group(&self, line: &mut Line, number: u32) {
        self.groups.write(line, number);
    }

    /// A product by what names it.
    pub(super) fn product(&self, line: &mut Line, number: u32) {
        line.text(&self.names.product_key(number));
    }

    /// A plan by what names it.
    pub(super) fn plan(&self, line: &mut Line, number: u32) {
        line.text(&self.names.plan_key(number));
    }
}

/// Units under their names.
pub(super) fn write_units(fields: &mut Fields<'_>, [enabled, warning, suspended, locked_out]: Units) {
    fields.number("enabled", enabled, 0).number("warning", warning, 0).number("suspended", suspended, 0).number(
        "locked_out",
        locked_out,
        0,
    );
}

/// An id.
pub(super) fn write_id(line: &mut Line, id: [u8; 16]) {
    line.text(&Guid(id).to_string());
}
