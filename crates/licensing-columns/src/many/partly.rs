//! The step of a user who has nothing yet of what the groups carry, and against some of which something stands.

use licensing_model::UserId;

use super::path::Path;
use super::tries::attempt;
use super::{ADDRESSES_CALCULATED, Block, Need, PATH_CHANGED, PATH_FAILED, Rest};
use crate::brief::BriefHolding;
use crate::known::Gives;
use crate::list_pool::Head;
use crate::numbers::{OutcomeId, TextId, TimesId};
use crate::user::Addresses;

impl Rest<'_> {
    /// Gives a user what its groups carry, each where nothing stands against it, and tries again what failed as long as
    /// something was given since (R4.1). Answers whether it is such a user; else nothing has changed. The paths that fail are
    /// listed then.
    #[inline(always)]
    pub(super) fn give_some(
        &mut self,
        block: &mut Block<'_>,
        place: usize,
        (user, list, country): (UserId, Head, usize),
        direct: &BriefHolding,
    ) -> Result<bool, Need> {
        // All of them first: what is tried beside one that has something already would fail by what is not so.
        let (all_gives, _) = self.known.all_gives();
        let mut has_mailbox = direct.has_mailbox();
        for edge in self.edges.get(list) {
            let gives = all_gives.get(edge.number() as usize);
            let is_new = |gives: &&Gives| edge.outcome == OutcomeId::NONE && gives.given != OutcomeId::NONE;
            let Some(gives) = gives.filter(is_new) else { return Ok(false) };
            has_mailbox |= gives.holds().has_mailbox();
        }
        let mut lacks_addresses = false;
        if has_mailbox {
            lacks_addresses = self.lacks_addresses(block, place, user).ok_or(Need::Rules)?;
        }
        let (mut held, mut done) = (*direct, 0_u32);
        let Rest { edges, known, paths, .. } = self;
        let (known, is_safe) = (&**known, known.ground(country).is_safe);
        for (at, edge) in (0..).zip(edges.get(list)) {
            let gives = known.gives(edge.number()).ok_or(Need::Rules)?;
            if !(is_safe && gives.passes(&held, known.free))
                && let Some((now, kept)) = attempt(known, edge.number(), &held, country)?
            {
                let path = Path::of_nothing(at, edge.number(), OutcomeId::NONE);
                paths.push(Path { now, kept, tried_at: done, ..path });
                continue;
            }
            held.add_all(&gives.holds());
            done = done.wrapping_add(1);
        }
        // Whom something is given that helps another group to pass is left to the rules.
        for path in paths.iter_mut().filter(|path| path.tried_at != done) {
            (path.now, path.kept) = attempt(known, path.group, &held, country)?.ok_or(Need::Rules)?;
        }
        lacks_addresses &= held.has_mailbox() && done != 0;
        if lacks_addresses && block.principal_names.get(place) != Some(&TextId::DERIVED) {
            return Err(Need::Rules);
        }
        self.check_lines()?;
        let Rest { edges, known, lines, clock, paths, .. } = self;
        let events = usize::from(list.length).wrapping_add(usize::from(lacks_addresses));
        let Some(mut written) = lines.about_user(*clock, user.raw(), events) else { return Ok(false) };
        // From here on it is made.
        if lacks_addresses {
            written.of_no_command(ADDRESSES_CALCULATED, &[0, 1]);
        }
        let times = TimesId::same(*clock);
        let mut failed = paths.iter().peekable();
        for (at, edge) in (0..).zip(edges.get_mut(list)) {
            edge.times = times;
            if let Some(path) = failed.next_if(|path| path.place == at) {
                edge.outcome = path.now;
                if let Some(ready) = known.line_of_failure(known.group(path.group), path.kept) {
                    written.event_of(PATH_FAILED, path.group, ready);
                }
            } else if let Some((gives, line)) = known.gives(edge.number()).zip(known.line(edge.number())) {
                edge.outcome = gives.given;
                written.event(PATH_CHANGED, line);
            }
        }
        written.finish(events);
        self.take_seats(direct, &held);
        if lacks_addresses && let Some(addresses) = self.addresses.get_mut(user) {
            *addresses = Addresses::CALCULATED;
        }
        self.put_off(block, place, (user, list));
        if done == u32::from(list.length) {
            block.mark(place, self.period);
        }
        Ok(true)
    }
}
