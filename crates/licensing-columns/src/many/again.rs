//! The step of most users of a group that carries something else than before: nothing stands against it, and the other
//! groups give what they carry, or fail with what they failed with before.

use licensing_model::UserId;

use super::path::{Path, add_if};
use super::tries::attempt;
use super::{Block, Need, PATH_CHANGED, PATH_FAILED, Rest};
use crate::brief::{BriefHolding, Verdict};
use crate::known::OfGroup;
use crate::list_pool::Head;
use crate::numbers::{Outcome, OutcomeId, TemplateId};

/// A path that gets other rows.
struct Turn {
    /// Its place among the user's edges.
    place: u32,
    /// Its group.
    group: u32,
    /// The rows until then, and from then on.
    rows: (OutcomeId, OutcomeId),
    /// What the user holds by all other paths.
    others: BriefHolding,
}

impl Rest<'_> {
    /// Gives a user what one of its groups carries instead of what it carried. Answers whether it is such a user; else
    /// nothing has changed.
    #[inline(always)]
    pub(super) fn give_again(
        &mut self,
        block: &mut Block<'_>,
        place: usize,
        who: (UserId, Head, usize),
        direct: &BriefHolding,
    ) -> Result<bool, Need> {
        let (user, list, country) = who;
        let (mut others, mut found, mut some_fail) = (*direct, None, false);
        for (at, edge) in (0..).zip(self.edges.get(list)) {
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
                    if fails(rows) {
                        some_fail = true;
                        continue;
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
        if some_fail {
            let rows = (edge.outcome, group.given);
            let turn = Turn { place: at, group: edge.number(), rows, others };
            return self.give_again_beside(block, place, who, turn);
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
        if let Some(edge) = edges.get_mut(list).get_mut(at as usize) {
            (edge.outcome, edge.times) = (exchange.now, times.after(&exchange.kept, edge.times, *clock));
        }
        block.mark(place, self.period);
        Ok(true)
    }

    /// The same of a user of whom other paths fail. What nothing stands against is known.
    #[inline(never)]
    fn give_again_beside(
        &mut self,
        block: &Block<'_>,
        place: usize,
        (user, list, country): (UserId, Head, usize),
        turn: Turn,
    ) -> Result<bool, Need> {
        let Rest { edges, known, outcomes, paths, .. } = self;
        let (mut has_mailbox, [mut before, mut after]) = (false, [turn.others; 2]);
        for (at, edge) in (0..).zip(edges.get(list)) {
            let rows = outcomes.get(edge.outcome.0 as usize).ok_or(Need::Rules)?;
            let OfGroup::Carries(group) = known.group(edge.number()) else { continue };
            if at == turn.place {
                add_if(&mut before, known, rows.have)?;
                after.add(&group.brief);
            } else if fails(rows) {
                paths.push(Path::of_nothing(at, edge.number(), edge.outcome));
                has_mailbox |= group.brief.has_mailbox();
            }
        }
        has_mailbox |= before.has_mailbox() || after.has_mailbox();
        if has_mailbox && self.lacks_addresses(block, place, user) != Some(false) {
            return Ok(false);
        }
        if !self.times.is_quick(self.clock) || !self.fail_again(&turn, [&before, &after], country)? {
            return Ok(false);
        }
        let Rest { edges, known, times, lines, clock, paths, .. } = self;
        let Some(exchange) = known.exchange(turn.group, turn.rows.0, turn.rows.1) else { return Ok(false) };
        let events = paths.len().wrapping_add(1);
        let Some(mut written) = lines.about_user(*clock, user.raw(), events) else { return Ok(false) };
        let (early, late) = paths.split_at(paths.partition_point(|path| path.place < turn.place));
        let line = |path: &Path| Some((path.group, known.line_of_failure(known.group(path.group), path.kept)?));
        for (group, line) in early.iter().filter_map(line) {
            written.event_of(PATH_FAILED, group, line);
        }
        written.event(PATH_CHANGED, &exchange.line);
        for (group, line) in late.iter().filter_map(line) {
            written.event_of(PATH_FAILED, group, line);
        }
        written.finish(events);
        if let Some(edge) = edges.get_mut(list).get_mut(turn.place as usize) {
            (edge.outcome, edge.times) = (exchange.now, times.after(&exchange.kept, edge.times, *clock));
        }
        Ok(true)
    }

    /// R4.1: tries the paths that are listed, before the one whose turn it is and after it. Answers whether each fails in the
    /// end with what it failed with before.
    fn fail_again(&mut self, turn: &Turn, [before, after]: [&BriefHolding; 2], country: usize) -> Result<bool, Need> {
        let Rest { known, paths, .. } = self;
        let exchange = known.exchange(turn.group, turn.rows.0, turn.rows.1);
        // One that loses plans comes before all others.
        let takes = exchange.and_then(|exchange| exchange.change.as_ref()).is_some_and(|change| change.takes);
        let before_it = paths.partition_point(|path| path.place < turn.place);
        let (early, late) = paths.split_at_mut(if takes { 0 } else { before_it });
        for path in early.iter() {
            if attempt(known, path.group, before, country)?.is_none() {
                return Ok(false);
            }
        }
        for path in late.iter_mut().chain(early) {
            match attempt(known, path.group, after, country)? {
                Some((now, kept)) if now == path.began => path.kept = kept,
                _ => return Ok(false),
            }
        }
        self.check_lines()?;
        Ok(true)
    }
}

/// Whether a path with these rows has nothing in force.
#[inline(always)]
fn fails(rows: &Outcome) -> bool {
    rows.has_error && rows.have == TemplateId::EMPTY
}
