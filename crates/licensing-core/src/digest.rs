//! A number that stands for a whole tenant: settings with the seed and the domains, changed rows, ids that were brought
//! along, contacts, users with names, flags, locations, addresses, memberships and rows, groups with kinds, nested groups
//! and templates, products with units, added plans and who is short of a seat, the queue, the clock and the audit log.
//! It is equal on every platform for equal tenants (I6).

use alloc::string::ToString;

use licensing_model::snapshot::RunTarget;
use licensing_model::{AssignmentError, Member, UserId};

use crate::audit::event::Word;
use crate::store::address_book::AddressState;
use crate::store::outcome::OutcomeId;
use crate::store::text::TextId;
use crate::store::times::TimesId;
use crate::store::users::Flags;
use crate::tenant::Tenant;

/// FNV-1a with 64 bits.
struct Digest(u64);

impl Digest {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    fn number(&mut self, number: u32) {
        number.to_le_bytes().into_iter().for_each(|byte| self.byte(byte));
    }

    fn text(&mut self, text: &str) {
        self.number(u32::try_from(text.len()).unwrap_or(u32::MAX));
        text.bytes().for_each(|byte| self.byte(byte));
    }
}

impl Digest {
    fn numbers(&mut self, numbers: impl IntoIterator<Item = u32>) {
        numbers.into_iter().for_each(|number| self.number(number));
    }

    fn target(&mut self, target: RunTarget) {
        match target {
            RunTarget::User(user) => self.number(user.raw()),
            RunTarget::Group(group) => self.number(!group.raw()),
            RunTarget::Members(group) => self.numbers([u32::MAX, group.raw()]),
        }
    }
}

impl Tenant {
    /// The digest. Only the catalog is left out.
    pub fn digest(&self) -> u64 {
        let mut digest = Digest(0xcbf2_9ce4_8422_2325);
        self.digest_settings(&mut digest);
        for (contact, name, mailbox) in self.contacts() {
            digest.number(contact.raw());
            digest.text(&name);
            digest.text(&Tenant::mailbox_text(mailbox));
        }
        self.users.name.ids().for_each(|user| self.digest_user(&mut digest, user));
        for (of, property, text) in self.properties.iter() {
            match of {
                Member::User(user) => digest.number(user.raw()),
                Member::Group(group) => digest.number(!group.raw()),
            }
            digest.number(property.number());
            digest.text(self.texts.get(text).unwrap_or_default());
        }
        for (group, record) in self.groups.iter() {
            digest.text(&self.group_name(group));
            digest.number(record.kind.to_word());
            digest.number(record.deleted_at.unwrap_or(u32::MAX));
            digest.text(record.processing.map_or("", |state| state.name()));
            for entry in self.templates.entries(record.template) {
                digest.number(entry.product.raw());
                digest.numbers(self.templates.plans(entry.disabled).iter().map(|plan| plan.raw()));
            }
            digest.numbers(record.members().map(|user| user.raw()));
            digest.numbers(record.left.iter().map(|user| !user.raw()));
            digest.numbers(record.nested.iter().map(|group| group.raw()));
            if let Some(rule) = &record.rule {
                digest.text(self.texts.get(rule.text).unwrap_or_default());
                digest.number(rule.membership.to_word());
            }
        }
        for (product, subscription) in self.subscriptions.iter() {
            let units = subscription.units;
            digest.numbers([product.raw(), units.enabled, units.warning, units.suspended, units.locked_out]);
            digest.number(self.subscriptions.seats(product).consumed);
            digest.numbers(subscription.added.iter().map(|plan| plan.raw()));
            for (user, group) in self.short_rows(product) {
                digest.numbers([user.raw(), group.raw()]);
            }
        }
        for run in &self.queue.started {
            digest.target(run.target);
            digest.numbers([u32::try_from(run.next).unwrap_or(u32::MAX), run.succeeded, run.failed]);
            digest.numbers(run.remaining().iter().map(|user| user.raw()));
        }
        self.queue.waiting().for_each(|target| digest.target(target));
        for (group, user, moves) in self.moved.iter() {
            digest.numbers([group.raw(), user.raw(), u32::from(*moves)]);
        }
        for event in self.recorded.iter() {
            digest.text(&event.activity);
            digest.text(&event.document);
        }
        self.audit.pages().for_each(|page| page.iter().for_each(|byte| digest.byte(*byte)));
        digest.0
    }

    fn digest_settings(&self, digest: &mut Digest) {
        digest.numbers([self.clock, self.accepted]);
        self.seed.to_le_bytes().into_iter().for_each(|byte| digest.byte(byte));
        digest.text(self.rules.name());
        digest.byte(self.workers);
        self.country.bytes().into_iter().for_each(|byte| digest.byte(byte));
        self.domains().for_each(|domain| digest.text(domain));
        for ((a, b), counts) in &self.own_rows.pairs {
            digest.numbers([a.raw(), b.raw(), u32::from(*counts)]);
        }
        for (plan, counts) in &self.own_rows.prerequisites {
            digest.numbers([plan.raw(), u32::from(*counts)]);
        }
        for (kind, number, id) in self.own_ids.iter() {
            digest.text(kind.name());
            digest.number(number);
            digest.text(&id.to_string());
        }
    }

    fn digest_user(&self, digest: &mut Digest, user: UserId) {
        digest.number(self.users.deleted_at.get(&user).copied().unwrap_or(u32::MAX));
        digest.number(self.users.location(user).map_or(0, |country| u32::from(u16::from_le_bytes(country.bytes()))));
        let flags = self.users.flags.at(user);
        digest.byte([Flags::BLOCKED, Flags::GUEST].iter().fold(0, |all, flag| all << 1 | u8::from(flags.has(*flag))));
        let names = [self.users.name.at(user), self.users.principal_name.at(user), self.users.nickname.at(user)];
        if names.iter().any(|name| *name != TextId::DERIVED) {
            digest.text(&self.user_name(user));
            digest.text(&self.principal_name(user));
            digest.text(&self.nickname(user));
        }
        if !matches!(self.addresses.state(user), AddressState::Empty) {
            digest.text(&Tenant::mailbox_text(&self.mailbox(user)));
        }
        self.digest_rows(digest, self.users.direct.at(user), self.users.direct_times.at(user));
        for edge in self.users.edges(user) {
            digest.number(edge.group().raw());
            digest.byte(u8::from(edge.is_left()));
            self.digest_rows(digest, edge.outcome, edge.times);
        }
    }

    fn digest_rows(&self, digest: &mut Digest, outcome: OutcomeId, times: TimesId) {
        for (row, at) in self.outcomes.rows(outcome).iter().zip(0..) {
            digest.number(row.product.raw());
            digest.byte(u8::from(row.in_force));
            digest.byte(
                AssignmentError::ALL.iter().zip(0..).find(|(error, _)| **error == row.error).map_or(0, |(_, at)| at),
            );
            digest.number(self.times.get(times, at));
            self.templates.plans(row.disabled).iter().for_each(|plan| digest.number(plan.raw()));
        }
    }
}
