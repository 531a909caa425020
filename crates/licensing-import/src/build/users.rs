//! Users with their paths.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::Mailbox;
use licensing_core::shape::MOST_GROUPS_OF_A_USER;
use licensing_model::guid::GuidKind;
use licensing_model::state::{EdgeState, MailboxState};
use licensing_model::{AssignmentError, AssignmentState, GroupId, Guid, Member, ProductId, UserId};

use super::Building;
use crate::facts::{LicenseFacts, RowFacts, UserFacts};
use crate::report::NoteKind;

impl Building {
    /// The user with this number.
    pub(super) fn user(&mut self, number: usize) {
        self.done += 1;
        let user = UserId::at(number);
        let place = self.numbers.users.get(number).copied();
        let Some(facts) = place.and_then(|at| self.collector.facts.users.get_mut(at)) else { return };
        let rows = core::mem::take(&mut facts.rows);
        let member_of = core::mem::take(&mut facts.member_of);
        let licenses = facts.licenses.take();
        let name = facts.principal_name.clone();
        self.attributes(user, place.unwrap_or_default());

        let stated = rows.len();
        let rows: Vec<RowFacts> = rows.into_iter().filter(|row| self.keeps(row, &name)).collect();
        self.counts.states += rows.len();
        if stated == rows.len() {
            self.check_licenses(&rows, licenses, &name);
        }
        let groups = self.in_order_of_joining(user, &member_of);
        self.paths(user, rows, &groups);
    }

    fn attributes(&mut self, user: UserId, place: usize) {
        let Some(facts) = self.collector.facts.users.get_mut(place) else { return };
        let mailbox = mailbox(facts, &self.state.settings.initial_domain);
        let (_, domain) = facts.principal_name.rsplit_once('@').unwrap_or_default();
        let settings = &self.state.settings;
        let mut verified = core::iter::once(&settings.initial_domain).chain(&settings.domains);
        if !verified.any(|own| own.eq_ignore_ascii_case(domain) || own.to_lowercase() == domain.to_lowercase()) {
            self.collector.notes.add(NoteKind::UnverifiedDomain, || facts.principal_name.clone());
        }
        let users = &mut self.state.users;
        users.names.push(self.interned.text(facts.name.clone()));
        users.principal_names.push(self.interned.text(Some(facts.principal_name.clone())));
        users.nicknames.push(self.interned.text(Some(core::mem::take(&mut facts.nickname))));
        users.locations.push(facts.location);
        users.guests.push(facts.guest);
        users.blocked.push(facts.blocked);
        users.mailboxes.push(mailbox);
        for (property, value) in core::mem::take(&mut facts.properties) {
            let text = self.interned.value(value);
            self.state.properties.push((Member::User(user), property, text));
        }
        match facts.deleted {
            Some(at) => {
                users.deleted.push((user, at));
                self.counts.deleted_users += 1;
            }
            None => self.counts.users += 1,
        }
    }

    /// Whether a row can be in the tenant; what it shows there otherwise than in the file is noted.
    fn keeps(&mut self, row: &RowFacts, name: &str) -> bool {
        let note = match self.gives(row.product) {
            None => NoteKind::NotSubscribed,
            Some(gives) if row.in_force && (row.stated == AssignmentState::Disabled) == gives => {
                NoteKind::DisabledState
            }
            Some(_) => return true,
        };
        let example = format!("{name}, {}", self.name_of_product(row.product));
        self.collector.notes.add(note, || example);
        note != NoteKind::NotSubscribed
    }

    /// The user's groups in the order of joining: as the user has them, else as the groups come in the files.
    fn in_order_of_joining(&mut self, user: UserId, member_of: &[Guid]) -> Vec<GroupId> {
        let known = self.memberships.get_mut(user.index()).map(core::mem::take).unwrap_or_default();
        if member_of.is_empty() {
            return known;
        }
        let mut rest: BTreeSet<GroupId> = known.iter().copied().collect();
        let mut seen = BTreeSet::new();
        let mut groups = Vec::with_capacity(known.len());
        for group in member_of.iter().filter_map(|id| self.numbers.group(*id)) {
            let Some(state) = self.state.groups.get_mut(group.index()) else { continue };
            if state.deleted_at.is_some() || !seen.insert(group) || groups.len() >= MOST_GROUPS_OF_A_USER {
                continue;
            }
            if !rest.remove(&group) {
                state.users.push((user, false));
                self.counts.members += 1;
            }
            groups.push(group);
        }
        groups.extend(known.into_iter().filter(|group| rest.contains(group)));
        groups
    }

    /// Rows by path. Those of groups that the user is not in come first, in the order of the file.
    fn paths(&mut self, user: UserId, rows: Vec<RowFacts>, groups: &[GroupId]) {
        let (mut direct, inherited): (Vec<RowFacts>, Vec<RowFacts>) =
            rows.into_iter().partition(|row| row.group.is_none());
        let mut by_group: BTreeMap<GroupId, Vec<RowFacts>> = BTreeMap::new();
        let mut order = Vec::new();
        for row in inherited {
            let Some(group) = row.group.and_then(|id| self.numbers.group(id)) else { continue };
            if row.error == AssignmentError::CountViolation {
                self.short.push((row.product, row.updated, user, group));
            }
            let rows = by_group.entry(group).or_default();
            if rows.is_empty() {
                order.push(group);
            }
            rows.push(row);
        }
        self.state.users.direct.push(self.interned.path(&mut direct));
        let members: BTreeSet<GroupId> = groups.iter().copied().collect();
        for group in order.into_iter().filter(|group| !members.contains(group)) {
            let path = self.interned.path(&mut by_group.remove(&group).unwrap_or_default());
            self.state.users.edges.push(EdgeState { group, is_left: true, path });
            if let Some(state) = self.state.groups.get_mut(group.index()) {
                state.users.push((user, true));
            }
        }
        for group in groups {
            let path = self.interned.path(&mut by_group.remove(group).unwrap_or_default());
            self.state.users.edges.push(EdgeState { group: *group, is_left: false, path });
        }
        let end = u32::try_from(self.state.users.edges.len()).unwrap_or(u32::MAX);
        self.state.users.edge_ends.push(end);
    }

    /// Compares what the file says that the user holds in all with what the paths come to.
    fn check_licenses(&mut self, rows: &[RowFacts], licenses: Option<Vec<LicenseFacts>>, name: &str) {
        let Some(licenses) = licenses else { return };
        let mut held: BTreeMap<ProductId, Vec<_>> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.in_force) {
            let disabled = self.collector.facts.disabled.get(row.disabled).cloned().unwrap_or_default();
            held.entry(row.product).and_modify(|both| both.retain(|plan| disabled.contains(plan))).or_insert(disabled);
        }
        let stated =
            licenses.iter().map(|(product, disabled)| (*product, self.collector.facts.disabled.get(*disabled)));
        if !held.iter().map(|(product, disabled)| (*product, Some(disabled))).eq(stated) {
            self.collector.notes.add(NoteKind::AssignedLicenses, || name.to_string());
        }
    }

    /// Ids that are kept.
    pub(super) fn ids(&mut self) {
        if !self.collector.keeps_names() {
            return;
        }
        let facts = &self.collector.facts;
        let ids = &mut self.state.ids;
        ids.extend(facts.organization.iter().map(|organization| (GuidKind::Tenant, 0, organization.id)));
        let users = self.numbers.users.iter().filter_map(|at| facts.users.get(*at)).map(|user| user.id);
        ids.extend((0..).zip(users).map(|(number, id)| (GuidKind::User, number, id)));
        let listed = self.numbers.groups.iter().filter_map(|at| facts.groups.get((*at)?)).map(|group| group.id);
        let groups = listed.chain(self.numbers.named_groups.iter().copied());
        ids.extend((0..).zip(groups).map(|(number, id)| (GuidKind::Group, number, id)));
        ids.extend((0..).zip(&self.contact_ids).map(|(number, id)| (GuidKind::Contact, number, *id)));
    }
}

/// The mail attributes: nothing is stored of those that the calculation would give.
fn mailbox(facts: &mut UserFacts, initial_domain: &str) -> MailboxState {
    let mail = facts.mail.take();
    let proxy_addresses = core::mem::take(&mut facts.proxy_addresses);
    if mail.is_none() && proxy_addresses.is_empty() {
        return MailboxState::Empty;
    }
    let own = Mailbox { mail, proxy_addresses };
    if own == Mailbox::calculated(&facts.principal_name, &facts.nickname, initial_domain) {
        MailboxState::Calculated
    } else {
        MailboxState::Own { mail: own.mail, proxy_addresses: own.proxy_addresses }
    }
}
