//! The kinds of links.

/// What a link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The tenant as it is.
    Now,
    /// The tenant as it was at an earlier moment.
    Earlier,
    /// What was done, to be watched and gone back in.
    Story,
}
