//! Members of members: what Graph calls transitive. No license follows it (R13).

use std::collections::BTreeSet;

use licensing_core::Tenant;
use licensing_model::{GroupId, Member, UserId};

/// Everything in a group and in the groups in it, each once, nearer ones first.
pub(crate) fn members_of(tenant: &Tenant, group: GroupId) -> Vec<Member> {
    let mut seen = BTreeSet::from([Member::Group(group)]);
    let (mut found, mut next) = (Vec::new(), vec![group]);
    while !next.is_empty() {
        let mut nested = Vec::new();
        for member in next.iter().flat_map(|group| tenant.members_of(*group)) {
            if !seen.insert(member) {
                continue;
            }
            found.push(member);
            if let Member::Group(group) = member {
                nested.push(group);
            }
        }
        next = nested;
    }
    found
}

/// The groups of a user and the groups that those are in, each once, nearer ones first.
pub(crate) fn groups_of(tenant: &Tenant, user: UserId) -> Vec<GroupId> {
    let mut found: Vec<GroupId> = tenant.groups_of(user).collect();
    let mut seen: BTreeSet<GroupId> = found.iter().copied().collect();
    let mut at = 0;
    while let Some(group) = found.get(at).copied() {
        at += 1;
        found.extend(crate::answer::parents(tenant, group).filter(|parent| seen.insert(*parent)));
    }
    found
}
