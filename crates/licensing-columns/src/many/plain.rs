//! The step of most users: all their groups carry something, they have nothing of it yet, and nothing stands against any.

use licensing_model::UserId;

use super::{ADDRESSES_CALCULATED, Block, PATH_CHANGED, Rest};
use crate::brief::BriefHolding;
use crate::known::OfGroup;
use crate::list_pool::Head;
use crate::numbers::{OutcomeId, TextId, TimesId};
use crate::user::Addresses;

impl Rest<'_> {
    /// Gives a user all that its groups carry, each at its first try. Answers whether it is such a user; else nothing has
    /// changed.
    #[inline(always)]
    pub(super) fn give_all(
        &mut self,
        block: &mut Block<'_>,
        place: usize,
        (user, list, country): (UserId, Head, usize),
        direct: &BriefHolding,
    ) -> bool {
        if list.length == 0 {
            return false;
        }
        let ground = self.known.ground(country);
        let mut held = *direct;
        for edge in self.edges.get(list) {
            let OfGroup::Carries(group) = self.known.group(edge.number()) else { return false };
            let is_new = edge.outcome == OutcomeId::NONE && group.given != OutcomeId::NONE;
            if !is_new || !group.brief.passes(&held, &ground) {
                return false;
            }
            held.add(&group.brief);
        }
        let mut lacks_addresses = false;
        if held.has_mailbox() {
            let Some(lacks) = self.lacks_addresses(block, place, user) else { return false };
            if lacks && block.principal_names.get(place) != Some(&TextId::DERIVED) {
                return false;
            }
            lacks_addresses = lacks;
        }
        let events = usize::from(list.length).wrapping_add(usize::from(lacks_addresses));
        let Rest { edges, known, lines, clock, .. } = self;
        let Some(mut written) = lines.about_user(*clock, user.raw(), events) else { return false };
        if lacks_addresses {
            written.of_no_command(ADDRESSES_CALCULATED, &[0, 1]);
        }
        let times = TimesId::same(*clock);
        for edge in edges.get_mut(list) {
            let OfGroup::Carries(group) = known.group(edge.number()) else { continue };
            (edge.outcome, edge.times) = (group.given, times);
            written.event(PATH_CHANGED, &group.line);
        }
        written.finish(events);
        self.take_seats(direct, &held);
        if lacks_addresses && let Some(addresses) = self.addresses.get_mut(user) {
            *addresses = Addresses::CALCULATED;
        }
        block.mark(place, self.period);
        true
    }
}
