//! R4 for users who have nothing of groups yet and get all of it at the first try: of a tenant that is processed for the
//! first time that is nearly everybody.

use licensing_model::UserId;

use super::alike::Memory;
use crate::audit::event::{CommandNumber, Event};
use crate::rules::addresses::AddressChange;
use crate::rules::brief::BriefHolding;
use crate::rules::ground::Addresses;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::store::times::Times;
use crate::tenant::Tenant;
use crate::tenant::addresses::AddressesOf;

/// Users in more groups are processed as any other.
const MOST_GROUPS: usize = 12;

impl Tenant {
    /// Makes the step of `user` where nothing stands against any of its groups. `None` where it is not so: nothing has
    /// changed then. Else whether a row, a seat or an address changed.
    pub(super) fn give_at_once(&mut self, user: UserId) -> Option<bool> {
        if self.memory == Memory::Off {
            return None;
        }
        self.briefs.see_seats(&self.subscriptions);
        let mut held = BriefHolding::default();
        let direct = self.outcomes.have(*self.users.direct.read(user)?);
        if direct != TemplateId::EMPTY {
            held.add(self.briefs.get(direct)?);
        }
        let began = held;
        let country = self.users.location_number(user).unwrap_or_else(|| self.country.number());
        let ground = self.briefs.ground(country);
        let mut given = [OutcomeId::NONE; MOST_GROUPS];
        let edges = self.users.edges.read(user.index());
        let mut places = given.iter_mut();
        for edge in edges {
            let (place, record) = (places.next()?, self.groups.read(edge.group())?);
            if edge.is_left() || edge.outcome != OutcomeId::NONE || record.deleted_at.is_some() {
                return None;
            }
            if record.template != TemplateId::EMPTY {
                let brief = self.briefs.get(record.template)?;
                if !brief.passes(&held, &ground) {
                    return None;
                }
                // The first outcome of a template is interned where each path has its turn.
                *place = self.settled.outcome_of(record.template)?;
                held.add(brief);
            }
        }
        let lacks_addresses = held.has_mailbox() && !AddressesOf { tenant: self, user }.ordinary()?;
        self.settled.mark(user);
        if given.iter().all(|given| *given == OutcomeId::NONE) {
            return Some(false);
        }
        self.take_seats(&began, &held);
        if lacks_addresses {
            self.change_addresses(user, AddressChange::Calculated, CommandNumber::NONE);
        }
        let Tenant { users, audit, clock, .. } = self;
        let times = Times::same(*clock);
        let mut given = given.iter();
        for edge in users.edges.write(user.index()) {
            let new = given.next().copied().unwrap_or_default();
            if new != OutcomeId::NONE {
                let (group, old) = (edge.group(), edge.outcome);
                *edge = edge.with_rows(new, times);
                audit.push_often(*clock, Event::PathChanged { user, group, old, new });
            }
        }
        Some(true)
    }
}
