//! R17: groups whose members follow from a rule.
//!
//! A rule is read ([`parse`]) into conditions ([`rule`]), which are compared with what a user is and has (`fits.rs`). What
//! starts a run of a group's rule, and what a step of it does, is in `moves.rs`.

mod fits;
mod moves;
mod parse;
mod pattern;
mod query;
pub mod rule;

pub use parse::parse;
pub use query::{MembershipFact, MembershipReason};

use licensing_model::rule::Membership;

use crate::store::text::TextId;
use rule::{Reads, Test};

/// The rule of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GroupRule {
    /// As it was written.
    pub(crate) text: TextId,
    /// Whether it decides.
    pub(crate) membership: Membership,
    /// What it says.
    pub(crate) test: Test,
    /// What it reads beside the users themselves.
    pub(crate) reads: Reads,
}

pub(crate) use moves::Changed;
