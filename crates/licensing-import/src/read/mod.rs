//! Typed values out of JSON, each error with its line and its path.

pub(crate) mod fields;
pub(crate) mod moment;
pub(crate) mod path;
pub(crate) mod values;
