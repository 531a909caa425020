//! R17: the rule of a group.

use alloc::sync::Arc;

use licensing_model::command::GroupKind;
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::snapshot::RunTarget;
use licensing_model::{GroupId, Refusal};

use crate::audit::event::Event;
use crate::membership;
use crate::store::group_rule::GroupRule;
use crate::tenant::Tenant;

impl Tenant {
    /// R17: the rule is set at once; its members are background work. Groups in the group leave it.
    pub(super) fn set_membership_rule(&mut self, group: GroupId, new: &MembershipRule) -> Result<(), Refusal> {
        self.check_group(group)?;
        let record = self.groups.get(group).ok_or(Refusal::UnknownGroup(group))?;
        if new.membership.has_rule() && record.kind == GroupKind::Distribution {
            return Err(Refusal::NoRuleForGroup(group));
        }
        self.check_room()?;
        let is_none = new.text.is_empty() && new.membership == Membership::Assigned;
        let read = || membership::read(&self.catalog, &new.text).map_err(Refusal::RuleInvalid);
        let says = if is_none { None } else { Some(read()?) };
        let number = self.next_number();
        let old = record.rule.clone();
        let nested = if new.membership.has_rule() { record.nested.clone() } else { alloc::vec![] };
        let rule = says.map(|says| {
            let same = old.as_ref().map(|old| old.text).filter(|old| self.texts.get(*old) == Some(&new.text));
            let text = same.unwrap_or_else(|| self.texts.store(&new.text));
            Arc::new(GroupRule { text, membership: new.membership, reads: says.reads(), says })
        });
        let event = Event::RuleSet {
            number,
            group,
            old: old.as_ref().map(|rule| rule.text).unwrap_or_default(),
            was: old.as_ref().map(|rule| rule.membership).unwrap_or_default(),
            new: rule.as_ref().map(|rule| rule.text).unwrap_or_default(),
            is: new.membership,
        };
        self.log(event);
        for member in nested {
            self.remove_group_from_group(group, member)?;
        }
        self.put_rule(group, rule);
        self.drop_runs(RunTarget::Members(group));
        if new.membership == Membership::Dynamic {
            self.queue_members(group);
        }
        Ok(())
    }
}
