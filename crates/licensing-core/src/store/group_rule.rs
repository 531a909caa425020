//! The rule from which the members of a group follow (R17).

use alloc::sync::Arc;

use licensing_model::rule::{Membership, ReadRule, Reads};

use super::text::TextId;

/// The rule of a group.
#[derive(Clone, Debug)]
pub(crate) struct GroupRule {
    /// As it was written.
    pub(crate) text: TextId,
    /// Whether it decides.
    pub(crate) membership: Membership,
    /// What it says.
    pub(crate) says: Arc<dyn ReadRule>,
    /// What it reads beside the users themselves.
    pub(crate) reads: Reads,
}

/// The rest follows from the text.
impl PartialEq for GroupRule {
    fn eq(&self, other: &Self) -> bool {
        (self.text, self.membership) == (other.text, other.membership)
    }
}

impl Eq for GroupRule {}
