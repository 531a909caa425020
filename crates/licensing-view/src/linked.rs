//! Words that lead somewhere.

use crate::route::Route;

/// A word that may lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What is read.
    pub text: String,
    /// Where it leads.
    pub route: Option<Route>,
}
