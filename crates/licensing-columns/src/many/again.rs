//! The step of most users of a group that carries something else than before: nothing stands against it, and the other
//! groups give what they carry.

use licensing_model::UserId;

use super::{Block, Need, PATH_CHANGED, Rest};
use crate::brief::{BriefHolding, Verdict};
use crate::known::OfGroup;
use crate::list_pool::Head;
use crate::numbers::OutcomeId;

impl Rest<'_> {
    /// Gives a user what one of its groups carries instead of what it carried. Answers whether it is such a user; else
    /// nothing has changed.
    #[inline(always)]
    pub(super) fn give_again(
        &mut self,
        block: &mut Block<'_>,
        place: usize,
        (user, list, country): (UserId, Head, usize),
        direct: &BriefHolding,
    ) -> Result<bool, Need> {
        let (mut others, mut found) = (*direct, None);
        for (at, edge) in self.edges.get(list).iter().enumerate() {
            let gives = self.known.gives(edge.number());
            if let Some(gives) = gives.filter(|gives| edge.outcome == gives.given && gives.given != OutcomeId::NONE) {
                others.add_all(&gives.holds());
                continue;
            }
            match self.known.group(edge.number()) {
                OfGroup::Carries(_) if edge.outcome == OutcomeId::NONE => return Ok(false),
                OfGroup::Carries(group) => {
                    let rows = self.outcomes.get(edge.outcome.0 as usize).ok_or(Need::Rules)?;
                    if group.given == OutcomeId::NONE && rows.have == group.template && !rows.has_error {
                        return Err(Need::Given(edge.group()));
                    }
                    if found.is_some() || group.given == OutcomeId::NONE {
                        return Ok(false);
                    }
                    found = Some((at, edge, group));
                }
                OfGroup::Empty if edge.outcome == OutcomeId::NONE => {}
                OfGroup::Empty | OfGroup::Nothing => return Ok(false),
            }
        }
        let Some((at, edge, group)) = found else { return Ok(false) };
        let exchange = self.known.exchange(edge.number(), edge.outcome, group.given);
        let exchange = exchange.ok_or(Need::Exchange(edge.group(), edge.outcome))?;
        let Some(change) = &exchange.change else { return Ok(false) };
        if group.brief.judge_change(change, &others, &self.known.ground(country)) != Verdict::Passes {
            return Ok(false);
        }
        if (others.has_mailbox() || group.brief.has_mailbox())
            && self.lacks_addresses(block, place, user) != Some(false)
        {
            return Ok(false);
        }
        if !self.times.is_quick(self.clock) {
            return Ok(false);
        }
        let Rest { edges, times, lines, clock, .. } = self;
        let Some(mut written) = lines.about_user(*clock, user.raw(), 1) else { return Ok(false) };
        written.event(PATH_CHANGED, &exchange.line);
        written.finish(1);
        if let Some(edge) = edges.get_mut(list).get_mut(at) {
            (edge.outcome, edge.times) = (exchange.now, times.after(&exchange.kept, edge.times, *clock));
        }
        block.mark(place, self.period);
        Ok(true)
    }
}
