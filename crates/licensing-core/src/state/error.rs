//! What is wrong with a state that does not make a tenant.

use core::fmt;

/// A state does not make a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateError {
    /// The part of the state, as its types name it: `users.names`.
    pub part: &'static str,
    /// Which element of it, from 0.
    pub number: usize,
    /// What is wrong with it.
    pub fault: StateFault,
}

/// What can be wrong with an element of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateFault {
    /// The column is not as long as the others, or the list not as long as it must be.
    Length,
    /// There are more than a tenant has room for.
    TooMany,
    /// It names something that is not there.
    Missing,
    /// It is there twice.
    Twice,
    /// It does not stand in the order that is asked for.
    Order,
    /// Its value is not allowed.
    Invalid,
    /// It contradicts another part: a membership that only the user or only the group knows.
    Contradiction,
}

impl StateFault {
    /// In words, to follow a name of the element.
    pub const fn words(self) -> &'static str {
        match self {
            StateFault::Length => "has the wrong length",
            StateFault::TooMany => "is more than a tenant has room for",
            StateFault::Missing => "names something that is not there",
            StateFault::Twice => "is there twice",
            StateFault::Order => "is not in order",
            StateFault::Invalid => "has a value that is not allowed",
            StateFault::Contradiction => "contradicts another part",
        }
    }
}

impl fmt::Display for StateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, number {}, {}", self.part, self.number, self.fault.words())
    }
}

impl core::error::Error for StateError {}
