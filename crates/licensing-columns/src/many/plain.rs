//! The step of most users: all their groups carry something, they have nothing of it yet, and nothing stands against any.

use licensing_model::UserId;

use super::{ADDRESSES_CALCULATED, Block, PATH_CHANGED, Rest};
use crate::brief::BriefHolding;
use crate::known::OfGroup;
use crate::list_pool::Head;
use crate::numbers::{OutcomeId, TextId, TimesId};
use crate::user::{Addresses, Edge};

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
        let (mut held, free) = (*direct, self.known.free);
        let (all_gives, _) = self.known.all_gives();
        for edge in self.edges.get(list) {
            let Some(gives) = all_gives.get(edge.number() as usize) else { return false };
            let is_new = edge.outcome == OutcomeId::NONE && gives.given != OutcomeId::NONE;
            if !is_new || !gives.passes(&held, free) {
                return false;
            }
            held.add_all(&gives.holds());
        }
        if self.may_be_prohibited(list, country) {
            return false;
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
        let (times, (all_gives, all_lines)) = (TimesId::same(*clock), known.all_gives());
        // Nothing while it is written to lies in memory but what is written.
        let give = |edge: &mut Edge| {
            let group = edge.number() as usize;
            (edge.outcome, edge.times) = (all_gives.get(group)?.given, times);
            all_lines.get(group)
        };
        let Some((first, others)) = edges.get_mut(list).split_first_mut() else { return false };
        if let Some(line) = give(first) {
            written.event(PATH_CHANGED, line);
        }
        written.follow(PATH_CHANGED, others.iter_mut().filter_map(give));
        written.finish(events);
        self.take_seats(direct, &held);
        if lacks_addresses && let Some(addresses) = self.addresses.get_mut(user) {
            *addresses = Addresses::CALCULATED;
        }
        block.mark(place, self.period);
        true
    }

    /// R5: whether what one of these groups carries may be prohibited in the country with this number.
    #[inline(always)]
    fn may_be_prohibited(&self, list: Head, country: usize) -> bool {
        self.known.suspects.contains_number(country) && self.is_one_suspect(list, country)
    }

    #[inline(never)]
    fn is_one_suspect(&self, list: Head, country: usize) -> bool {
        let suspect = |group: &OfGroup| match group {
            OfGroup::Carries(group) => group.brief.suspect.contains_number(country),
            OfGroup::Empty | OfGroup::Nothing => false,
        };
        self.edges.get(list).iter().any(|edge| suspect(self.known.group(edge.number())))
    }
}
