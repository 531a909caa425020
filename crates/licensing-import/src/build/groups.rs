//! Groups with their members.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::shape::MOST_GROUPS_OF_A_USER;
use licensing_model::command::GroupKind;
use licensing_model::snapshot::RunTarget;
use licensing_model::state::GroupState;
use licensing_model::{GroupId, Guid, Member, ProcessingState, UserId};

use super::Building;
use super::numbers::Object;
use crate::collect::pseudonyms::Owner;
use crate::error::{Fault, ImportError, Unique};
use crate::facts::{GroupFacts, LicenseFacts, MemberFacts};
use crate::report::NoteKind;

impl Building {
    /// The group with this number.
    pub(super) fn group(&mut self, number: usize) -> Result<(), Box<ImportError>> {
        let place = self.numbers.groups.get(number).copied().flatten();
        let Some(facts) = place.and_then(|at| self.collector.facts.groups.get_mut(at)) else {
            self.named_group(number);
            return Ok(());
        };
        let GroupFacts { id, kind, processing, deleted, .. } = *facts;
        let name = facts.name.take();
        let template = core::mem::take(&mut facts.template);
        let properties = core::mem::take(&mut facts.properties);
        let rule = facts.rule.take();
        let mut members = core::mem::take(&mut facts.members);
        members.extend(self.collector.facts.members.remove(&id).unwrap_or_default());
        self.done += members.len() + 1;
        self.count_group(deleted.is_some());
        let label = name.clone().unwrap_or_else(|| self.collector.label(Owner::Group(number + 1), id));
        let template = self.subscribed(template, || label.clone());
        if !template.is_empty() && members.is_empty() && deleted.is_none() {
            self.collector.notes.add(NoteKind::Members, || label.clone());
        }
        let group = Member::Group(GroupId::at(number));
        for (property, value) in properties {
            self.state.properties.push((group, property, self.interned.value(value)));
        }
        let mut state = GroupState {
            name: self.interned.text(name),
            kind,
            template: self.interned.template(template.clone()),
            processing: processing.unwrap_or((!template.is_empty()).then_some(ProcessingState::ProcessingComplete)),
            deleted_at: deleted,
            users: Vec::new(),
            left: Vec::new(),
            nested: Vec::new(),
            rule: rule.map(|rule| (self.interned.text(Some(rule.text)), rule.membership)),
        };
        self.members(GroupId::at(number), members, &mut state)?;
        // A group with a rule has no groups in it.
        if !state.nested.is_empty() && state.rule.is_some_and(|(_, membership)| membership.has_rule()) {
            self.collector.notes.add(NoteKind::DynamicGroup, || label);
            state.rule = None;
        }
        self.state.groups.push(state);
        Ok(())
    }

    /// Notes groups that were licensed and show no license, in files where no license comes from any group: so it is in
    /// tenants on Microsoft's newer licensing. Source: a live tenant of September 2026.
    pub(super) fn note_modern_licenses(&mut self) {
        let facts = &self.collector.facts;
        let is_seen = self.state.groups.iter().any(|group| group.template != 0)
            || self.state.users.edges.iter().any(|edge| edge.path.outcome != 0);
        if is_seen || self.counts.states == 0 {
            return;
        }
        let was_licensed = |group: &&GroupFacts| group.processing.flatten().is_some() && group.deleted.is_none();
        let groups: Vec<Guid> = facts.groups.iter().filter(was_licensed).map(|group| group.id).collect();
        for id in groups {
            let number = self.numbers.group(id).map_or(0, |group| group.index() + 1);
            let label = self.collector.label(Owner::Group(number), id);
            self.collector.notes.add(NoteKind::ModernLicenses, || label);
        }
    }

    fn count_group(&mut self, is_deleted: bool) {
        if is_deleted { self.counts.deleted_groups += 1 } else { self.counts.groups += 1 }
    }

    /// A group that is gone, and of which rows remain.
    fn named_group(&mut self, number: usize) {
        self.done += 1;
        let named = number.checked_sub(self.numbers.groups.len() - self.numbers.named_groups.len());
        let id = named.and_then(|at| self.numbers.named_groups.get(at)).copied().unwrap_or_default();
        let label = self.collector.label(Owner::Group(number + 1), id);
        self.collector.notes.add(NoteKind::GroupOfStates, || label);
        self.state.groups.push(GroupState {
            name: 0,
            // Of all kinds this is the one that can never be licensed or brought back.
            kind: GroupKind::Distribution,
            template: 0,
            processing: None,
            deleted_at: Some(0),
            users: Vec::new(),
            left: Vec::new(),
            nested: Vec::new(),
            rule: None,
        });
    }

    fn members(
        &mut self,
        group: GroupId,
        members: Vec<MemberFacts>,
        state: &mut GroupState,
    ) -> Result<(), Box<ImportError>> {
        let mut nested = BTreeSet::new();
        for MemberFacts { id, spot } in members {
            let refused =
                |building: &Building, fault| Err(building.collector.error(spot, "members".to_string(), fault));
            let twice = || Fault::Repeated { what: Unique::Member, value: id.to_string(), first: None };
            match self.numbers.objects.get(&id).copied() {
                None => self.collector.notes.add(NoteKind::UnknownMember, String::new),
                Some(Object::Group(member)) if member == group => return refused(self, Fault::Cycle),
                Some(Object::Group(member)) => {
                    if !nested.insert(member) {
                        return refused(self, twice());
                    }
                    state.nested.push(member);
                }
                Some(Object::User(user)) => {
                    if !self.join(user, group) {
                        return refused(self, twice());
                    }
                    state.users.push((user, false));
                }
            }
        }
        // A user in too many groups is left out of the later ones.
        let is_member =
            |user: &UserId| self.memberships.get(user.index()).is_some_and(|groups| groups.last() == Some(&group));
        let count = state.users.len();
        state.users.retain(|(user, _)| is_member(user));
        for _ in state.users.len()..count {
            self.collector.notes.add(NoteKind::TooManyGroups, || self.state.groups.len().to_string());
        }
        self.counts.members += state.users.len();
        Ok(())
    }

    /// Puts the group behind those that the user is in. Answers false if it is there already.
    fn join(&mut self, user: UserId, group: GroupId) -> bool {
        let mark = group.raw().saturating_add(1);
        let Some(seen) = self.seen_in.get_mut(user.index()) else { return true };
        if core::mem::replace(seen, mark) == mark {
            return false;
        }
        if let Some(groups) =
            self.memberships.get_mut(user.index()).filter(|groups| groups.len() < MOST_GROUPS_OF_A_USER)
        {
            groups.push(group);
        }
        true
    }

    /// Checks what rests on all groups.
    pub(super) fn end_groups(&mut self) -> Result<(), Box<ImportError>> {
        let names_are_kept = self.collector.keeps_names();
        for (id, members) in core::mem::take(&mut self.collector.facts.members) {
            let shown = || if names_are_kept { id.to_string() } else { String::new() };
            members.iter().for_each(|_| self.collector.notes.add(NoteKind::MembersOfUnknown, shown));
        }
        let allowed = self.collector.facts.simulator.is_some_and(|simulator| simulator.circular_nesting);
        match self.circle().filter(|_| !allowed) {
            None => Ok(()),
            Some(group) => {
                let place = self.numbers.groups.get(group.index()).copied().flatten();
                let spot = place.and_then(|at| self.collector.facts.groups.get(at)).map(|facts| facts.spot);
                Err(self.collector.error(spot.unwrap_or_default(), "members".to_string(), Fault::Cycle))
            }
        }
    }

    /// A group that is in itself through others: groups without groups in them are taken away until none is left.
    fn circle(&self) -> Option<GroupId> {
        let groups = &self.state.groups;
        let mut inner: Vec<usize> = groups.iter().map(|group| group.nested.len()).collect();
        let mut outer: BTreeMap<GroupId, Vec<usize>> = BTreeMap::new();
        for (at, group) in groups.iter().enumerate() {
            group.nested.iter().for_each(|member| outer.entry(*member).or_default().push(at));
        }
        let mut free: Vec<usize> = (0..groups.len()).filter(|at| inner.get(*at) == Some(&0)).collect();
        while let Some(at) = free.pop() {
            for holder in outer.remove(&GroupId::at(at)).unwrap_or_default() {
                let Some(left) = inner.get_mut(holder) else { continue };
                *left -= 1;
                if *left == 0 {
                    free.push(holder);
                }
            }
        }
        inner.iter().position(|left| *left > 0).map(GroupId::at)
    }

    /// Those who left a group while rows of it remain, in the order of leaving, as far as the file has it.
    pub(super) fn order_those_who_left(&mut self) {
        let Building { numbers, collector, state, .. } = self;
        for (number, group) in state.groups.iter_mut().enumerate() {
            let left = || group.users.iter().filter(|(_, is_left)| *is_left).map(|(user, _)| *user);
            if left().next().is_none() {
                continue;
            }
            let place = numbers.groups.get(number).copied().flatten();
            let listed: &[Guid] =
                place.and_then(|at| collector.facts.groups.get(at)).map_or(&[], |facts| &facts.in_error);
            let mut rest: BTreeSet<UserId> = left().collect();
            let known = listed.iter().filter_map(|id| match numbers.objects.get(id) {
                Some(Object::User(user)) => Some(*user),
                _ => None,
            });
            let first: Vec<UserId> = known.filter(|user| rest.remove(user)).collect();
            group.left = first.into_iter().chain(rest).collect();
        }
    }

    /// Groups that wait to be processed, those first that had begun.
    pub(super) fn waiting_runs(&self) -> Vec<RunTarget> {
        let in_state = |wanted: ProcessingState| {
            let groups = self
                .state
                .groups
                .iter()
                .enumerate()
                .filter(move |(_, group)| group.deleted_at.is_none() && group.processing == Some(wanted));
            groups.map(|(number, _)| RunTarget::Group(GroupId::at(number)))
        };
        in_state(ProcessingState::ProcessingInProgress).chain(in_state(ProcessingState::QueuedForProcessing)).collect()
    }

    /// Licenses of products that the tenant subscribes to; the others are noted.
    pub(super) fn subscribed(
        &mut self,
        mut licenses: Vec<LicenseFacts>,
        example: impl Fn() -> String,
    ) -> Vec<LicenseFacts> {
        licenses.retain(|(product, _)| {
            let known = self.gives(*product).is_some();
            if !known {
                self.collector.notes.add(NoteKind::NotSubscribed, &example);
            }
            known
        });
        licenses
    }
}
