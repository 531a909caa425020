//! The versions that documents may have.

/// The highest version that is read. What is written has the lowest that can say it.
pub(crate) const VERSION: u8 = 4;
