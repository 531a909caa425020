//! What a text is called.

/// A text without arguments, in no language yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Text(pub(crate) u16);
