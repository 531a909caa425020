//! What can be asked of the rule of a group.

use alloc::string::ToString;
use alloc::vec::Vec;

use licensing_model::rule::{MembershipFact, MembershipRule};
use licensing_model::{GroupId, UserId};

use super::user::UserOf;
use crate::tenant::Tenant;

/// Why a user is a member by a rule, or is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembershipReason {
    /// Whether the user fits.
    pub fits: bool,
    /// What decides it.
    pub facts: Vec<MembershipFact>,
}

impl Tenant {
    /// The rule of a group, if it has one or had one.
    pub fn membership_rule(&self, group: GroupId) -> Option<MembershipRule> {
        let rule = self.groups.get(group)?.rule.as_ref()?;
        let text = self.texts.get(rule.text).unwrap_or_default().to_string();
        Some(MembershipRule { text, membership: rule.membership })
    }

    /// What a user is and has by which the rule of a group decides.
    pub fn membership_reason(&self, group: GroupId, user: UserId) -> Option<MembershipReason> {
        let rule = self.groups.get(group)?.rule.as_ref()?;
        let user = UserOf { tenant: self, user };
        Some(MembershipReason { fits: rule.says.fits(&user), facts: rule.says.facts(&user) })
    }

    /// Users whom the rule of a group would move and moved too often (R17).
    pub fn members_cut_off(&self, group: GroupId) -> Vec<UserId> {
        let cut_off = |(of, _, moves): &&(GroupId, UserId, u8)| *of == group && *moves >= Tenant::MOST_MOVES;
        self.moved.iter().filter(cut_off).map(|(_, user, _)| *user).collect()
    }
}
