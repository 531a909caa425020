//! A number that stands for everything that can be observed of a tenant: equal on every platform for equal tenants
//! (I6).

use licensing_model::AssignmentError;
use licensing_model::snapshot::RunTarget;

use crate::store::outcome::OutcomeId;
use crate::store::text::TextId;
use crate::store::times::TimesId;
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

impl Tenant {
    /// The digest: users with their names, locations, addresses, memberships and rows, groups, products, the queue,
    /// the clock and the audit log.
    pub fn digest(&self) -> u64 {
        let mut digest = Digest(0xcbf2_9ce4_8422_2325);
        digest.number(self.clock);
        digest.number(self.accepted);
        digest.text(self.rules.name());
        digest.byte(self.workers);
        self.country.bytes().into_iter().for_each(|byte| digest.byte(byte));
        for ((a, b), counts) in &self.own_rows.pairs {
            [a.raw(), b.raw(), u32::from(*counts)].into_iter().for_each(|number| digest.number(number));
        }
        for (plan, counts) in &self.own_rows.prerequisites {
            [plan.raw(), u32::from(*counts)].into_iter().for_each(|number| digest.number(number));
        }
        for (_, name, mailbox) in self.contacts() {
            digest.text(&name);
            digest.text(&Tenant::mailbox_text(mailbox));
        }
        for user in self.users.name.ids() {
            digest.number(self.users.deleted_at.get(&user).copied().unwrap_or(u32::MAX));
            digest
                .number(self.users.location(user).map_or(0, |country| u32::from(u16::from_le_bytes(country.bytes()))));
            let names = [self.users.name.at(user), self.users.principal_name.at(user), self.users.nickname.at(user)];
            if names.iter().any(|name| *name != TextId::DERIVED) {
                digest.text(&self.user_name(user));
                digest.text(&self.principal_name(user));
                digest.text(&self.nickname(user));
            }
            if !matches!(self.addresses.state(user), crate::store::address_book::AddressState::Empty) {
                digest.text(&Tenant::mailbox_text(&self.mailbox(user)));
            }
            self.digest_rows(&mut digest, self.users.direct.at(user), self.users.direct_times.at(user));
            for edge in self.users.edges(user) {
                digest.number(edge.group().raw());
                digest.byte(u8::from(edge.is_left()));
                self.digest_rows(&mut digest, edge.outcome, edge.times);
            }
        }
        for (group, record) in self.groups.iter() {
            digest.text(&self.group_name(group));
            digest.number(record.deleted_at.unwrap_or(u32::MAX));
            digest.text(record.processing.map_or("", |state| state.name()));
            for entry in self.templates.entries(record.template) {
                digest.number(entry.product.raw());
                self.templates.plans(entry.disabled).iter().for_each(|plan| digest.number(plan.raw()));
            }
            record.members().chain(record.left.iter().copied()).for_each(|user| digest.number(user.raw()));
        }
        for (product, subscription) in self.subscriptions.iter() {
            let Some(subscription) = subscription else { continue };
            digest.number(product.raw());
            let units = subscription.units;
            [units.enabled, units.warning, units.suspended, units.locked_out, subscription.consumed]
                .into_iter()
                .for_each(|count| digest.number(count));
        }
        for run in &self.queue.started {
            run.remaining().iter().for_each(|user| digest.number(user.raw()));
        }
        for target in self.queue.waiting() {
            match target {
                RunTarget::User(user) => digest.number(user.raw()),
                RunTarget::Group(group) => digest.number(!group.raw()),
            }
        }
        self.audit.pages().for_each(|page| page.iter().for_each(|byte| digest.byte(*byte)));
        digest.0
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
