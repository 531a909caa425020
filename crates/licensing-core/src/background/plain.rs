//! R4 for a user against whom nothing stands: every group that gives nothing yet gives what it carries, and no check can
//! fail. It comes to what [`Tenant::reconcile`] comes to, and leaves everybody else to it.

use alloc::vec::Vec;

use licensing_model::UserId;

use crate::audit::event::{CommandNumber, Event};
use crate::rules::addresses::AddressChange;
use crate::rules::brief::{BriefHolding, ProductBits};
use crate::rules::ground::Addresses;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::store::times::Times;
use crate::tenant::Tenant;
use crate::tenant::addresses::AddressesOf;

/// Whether a step may rest on what is kept of templates; without it each user is judged anew. It comes to the same, and
/// tests compare the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Memory {
    /// It may.
    #[default]
    On,
    /// It may not.
    Off,
}

/// A group that shall give what it carries: its place among the user's edges, and the template.
pub(super) type Fresh = (usize, TemplateId);

/// What a plain step comes to.
struct Plain {
    /// Products for which the user gets a seat.
    seats: ProductBits,
    /// What becomes of the addresses.
    addresses: AddressChange,
}

impl Tenant {
    /// Makes the step of `user` if nothing can stand against it. `None` where something might: nothing has changed then.
    /// Else whether a row, a seat or an address changed.
    pub(super) fn reconcile_plain(&mut self, user: UserId, fresh: &mut Vec<Fresh>) -> Option<bool> {
        if self.memory == Memory::Off {
            return None;
        }
        fresh.clear();
        let Plain { seats, addresses } = self.plain_step(user, fresh)?;
        if !fresh.is_empty() {
            for bit in seats {
                if let Some(product) = self.briefs.product(bit) {
                    self.subscriptions.change(product, |subscription| subscription.count(true));
                }
            }
            self.change_addresses(user, addresses, CommandNumber::NONE);
            self.give(user, fresh);
        }
        self.settled.mark(user);
        Some(!fresh.is_empty())
    }

    /// R4.4, for each of these groups in their order.
    fn give(&mut self, user: UserId, fresh: &[Fresh]) {
        let known = fresh.iter().all(|(_, want)| self.settled.outcome_of(*want).is_some());
        if !known {
            fresh.iter().for_each(|(_, want)| _ = self.outcome_in_force(*want));
        }
        let times = Times::same(self.clock);
        let edges = self.users.edges.get_mut(user.index());
        for &(place, want) in fresh {
            let (Some(edge), Some(new)) = (edges.get_mut(place), self.settled.outcome_of(want)) else { continue };
            *edge = edge.with_rows(new, times);
            let group = edge.group();
            self.audit.push(self.clock, Event::PathChanged { user, group, old: OutcomeId::NONE, new });
        }
    }

    /// Looks at the user's paths and changes nothing but what is kept of templates.
    fn plain_step(&mut self, user: UserId, fresh: &mut Vec<Fresh>) -> Option<Plain> {
        let mut held = BriefHolding::default();
        let direct = self.outcomes.have(self.users.direct.at(user));
        if direct != TemplateId::EMPTY {
            self.ensure_brief(direct)?;
            held.add(self.briefs.get(direct.0)?);
        }
        for place in 0..self.users.edges(user).len() {
            let edge = *self.users.edges(user).get(place)?;
            let record = self.groups.get(edge.group())?;
            let want = record.template;
            // Rows that remain, a group that is gone, an error, or something in force that is not wanted so.
            if edge.is_left() || record.deleted_at.is_some() {
                return None;
            }
            if want == TemplateId::EMPTY && edge.outcome == OutcomeId::NONE {
                continue;
            }
            self.ensure_brief(want)?;
            if edge.outcome == OutcomeId::NONE {
                fresh.push((place, want));
            } else if self.outcomes.have(edge.outcome) == want && !self.outcomes.has_error(edge.outcome) {
                held.add(self.briefs.get(want.0)?);
            } else {
                return None;
            }
        }
        let before = held;
        let country = self.effective_location(user);
        for (_, want) in fresh.iter() {
            let brief = self.briefs.get(want.0)?;
            if !brief.surely_fits(&held, country) {
                return None;
            }
            held.add(brief);
        }
        let seats = before.missing_of(&held);
        let mut products = seats.filter_map(|bit| self.briefs.product(bit));
        if products.any(|product| !self.subscriptions.free().contains(product)) {
            return None;
        }
        let addresses = match held.has_mailbox() && !fresh.is_empty() {
            true if AddressesOf { tenant: self, user }.ordinary()? => AddressChange::Keep,
            true => AddressChange::Calculated,
            false => AddressChange::Keep,
        };
        Some(Plain { seats, addresses })
    }

    /// Keeps a template in a few bits. `None` where that cannot be.
    fn ensure_brief(&mut self, template: TemplateId) -> Option<()> {
        if self.briefs.get(template.0).is_some() {
            return Some(());
        }
        self.ensure_facts(template);
        self.keep_brief(template).then_some(())
    }
}
