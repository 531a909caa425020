//! R4.1: which groups do not give what they carry, and what comes of trying them.

use licensing_model::{GroupId, UserId};

use super::path::{NEVER, Path, add_if, have};
use super::{Need, Rest};
use crate::brief::{BriefHolding, Marks, Obstacle, Verdict};
use crate::known::{Known, KnownGroup, OfGroup};
use crate::list_pool::Head;
use crate::numbers::{Outcome, OutcomeId, TemplateId, TextId};
use crate::user::Edge;

/// What is true of one of the groups that are listed.
pub(super) struct Listed {
    /// It is to lose a plan.
    pub(super) takes: bool,
    /// It carries a mailbox plan.
    pub(super) brings_mailbox: bool,
    /// It carries nothing any more, or the user has left it, and the path has something in force.
    pub(super) goes: bool,
}

impl Rest<'_> {
    /// Lists the groups that do not give what they carry, and adds what the others hold.
    #[inline(always)]
    pub(super) fn list(&mut self, user: UserId, list: Head, held: &mut BriefHolding) -> Result<Listed, Need> {
        let Rest { edges, known, outcomes, paths, .. } = self;
        let mut listed = Listed { takes: false, brings_mailbox: false, goes: false };
        for (place, edge) in (0..).zip(edges.get(list)) {
            let (want, brings_mailbox) = match known.group(edge.number()) {
                OfGroup::Carries(group) => (group.template, group.brief.has_mailbox()),
                OfGroup::Empty => (TemplateId::EMPTY, false),
                // Rows that remain.
                OfGroup::Nothing if edge.is_left() => (TemplateId::EMPTY, false),
                OfGroup::Nothing => return Err(Need::Groups(user)),
            };
            let (began, mut have, mut takes) = (edge.outcome, TemplateId::EMPTY, false);
            if began == OutcomeId::NONE {
                if want == TemplateId::EMPTY {
                    continue;
                }
            } else {
                let outcome = outcomes.get(began.0 as usize).ok_or(Need::Rules)?;
                have = outcome.have;
                add_if(held, known, have)?;
                if have == want && !outcome.has_error {
                    continue;
                }
                if have == want {
                    return Err(Need::Rules);
                }
                if want == TemplateId::EMPTY {
                    listed.goes = true;
                } else if have != TemplateId::EMPTY {
                    takes = known.change(have, want).ok_or(Need::Change(have, want))?.takes;
                    listed.takes |= takes;
                }
            }
            listed.brings_mailbox |= brings_mailbox;
            let group = edge.group().raw();
            paths.push(Path { place, group, began, now: began, have, tried_at: NEVER, kept: 0, takes, done: false });
        }
        Ok(listed)
    }

    /// Takes away what a path has in force, where nothing else is to be done for the user and nothing rests on it.
    #[inline(never)]
    pub(super) fn take_away(
        &mut self,
        list: Head,
        direct: &BriefHolding,
        held: &mut BriefHolding,
    ) -> Result<u32, Need> {
        let Rest { edges, known, outcomes, paths, .. } = self;
        let others = held_without(known, outcomes, edges.get(list), paths, 0, direct)?;
        let [path] = paths.as_mut_slice() else { return Err(Need::Rules) };
        let gone = known.brief(path.have).ok_or(Need::Brief(path.have))?;
        // R7.3, and R9 of the last mailbox plan.
        if others.marks.has(Marks::LEANS) || gone.has_mailbox() && !others.has_mailbox() {
            return Err(Need::Rules);
        }
        (path.now, path.done, *held) = (OutcomeId::NONE, true, others);
        Ok(1)
    }

    /// R4.1: tries the groups in turn until a pass changes no path. Answers how many give what they carry.
    #[inline(always)]
    pub(super) fn try_all(
        &mut self,
        list: Head,
        direct: &BriefHolding,
        held: &mut BriefHolding,
        country: usize,
        takes: bool,
    ) -> Result<u32, Need> {
        let Rest { edges, known, outcomes, paths, .. } = self;
        let (known, ground) = (&**known, known.ground(country));
        // A copy, which need not lie in memory.
        let (mut held, all) = (*held, held);
        let mut done = 0_u32;
        loop {
            let mut changed = false;
            // Those with something to take away first.
            for turn in if takes { &[true, false][..] } else { &[false] } {
                for at in 0..paths.len() {
                    let Some(path) = paths.get(at) else { break };
                    if path.takes != *turn || path.done || path.tried_at == done {
                        continue;
                    }
                    let OfGroup::Carries(group) = known.group(path.group) else { return Err(Need::Rules) };
                    let mut failed = None;
                    if path.have != TemplateId::EMPTY {
                        held = held_without(known, outcomes, edges.get(list), paths, at, direct)?;
                        let change = known.change(path.have, group.template).ok_or(Need::Rules)?;
                        if group.brief.judge_change(change, &held, &ground) != Verdict::Passes {
                            return Err(Need::Rules);
                        }
                    } else if !group.brief.passes(&held, &ground) {
                        failed = fail(known, group, held, country)?;
                    }
                    let Some(path) = paths.get_mut(at) else { break };
                    if let Some((outcome, kept)) = failed {
                        changed |= path.now != outcome;
                        (path.now, path.kept, path.tried_at) = (outcome, kept, done);
                        continue;
                    }
                    if group.given == OutcomeId::NONE {
                        return Err(Need::Given(GroupId::from_raw(path.group)));
                    }
                    changed = true;
                    (path.now, path.have, path.done) = (group.given, group.template, true);
                    held.add(&group.brief);
                    done = done.wrapping_add(1);
                }
            }
            let is_open = |path: &Path| !path.done && path.tried_at != done;
            if !changed || done as usize == paths.len() || !paths.iter().any(is_open) {
                *all = held;
                return Ok(done);
            }
        }
    }

    /// Looks whether what is to be logged of those that failed is known.
    #[inline(never)]
    pub(super) fn check_lines(&self) -> Result<(), Need> {
        let mut text = TextId::DERIVED;
        for path in self.paths.iter().filter(|path| !path.done) {
            let OfGroup::Carries(group) = self.known.group(path.group) else { return Err(Need::Rules) };
            let kept = self.known.failure(group.template, path.kept).ok_or(Need::Rules)?;
            if kept.line.is_none() || kept.text != TextId::DERIVED && kept.text != self.newest_text {
                // Of two texts each would have to be the last one.
                let may_name_one = matches!(kept.obstacle, Obstacle::Exclusive(..));
                let is_line = text == TextId::DERIVED || !may_name_one;
                return Err(if is_line { Need::Line(group.template, path.kept) } else { Need::Rules });
            }
            text = if kept.text == TextId::DERIVED { text } else { kept.text };
        }
        Ok(())
    }
}

/// Tries to give what the group with this number carries, of which nothing is in force: what it fails with, and where that is
/// kept.
#[inline(always)]
pub(super) fn attempt(
    known: &Known,
    group: u32,
    held: &BriefHolding,
    country: usize,
) -> Result<Option<(OutcomeId, u32)>, Need> {
    let OfGroup::Carries(group) = known.group(group) else { return Err(Need::Rules) };
    if group.brief.passes(held, &known.ground(country)) { Ok(None) } else { fail(known, group, *held, country) }
}

/// What a group that does not simply pass fails with; nothing where it passes after all.
#[inline(never)]
fn fail(
    known: &Known,
    group: &KnownGroup,
    held: BriefHolding,
    country: usize,
) -> Result<Option<(OutcomeId, u32)>, Need> {
    match group.brief.judge(&held, &known.ground(country)) {
        Verdict::Passes => Ok(None),
        Verdict::Unsure => Err(Need::Rules),
        Verdict::Fails(obstacle) => {
            let kept = known.place_of_failure(group.template, obstacle);
            Ok(Some(kept.ok_or(Need::Failure(group.template, obstacle))?))
        }
    }
}

/// What the user holds but for the path at `own`.
#[inline(never)]
fn held_without(
    known: &Known,
    outcomes: &[Outcome],
    edges: &[Edge],
    paths: &[Path],
    own: usize,
    direct: &BriefHolding,
) -> Result<BriefHolding, Need> {
    let mut held = *direct;
    let mut paths = paths.iter().enumerate().peekable();
    for (place, edge) in (0..).zip(edges) {
        match paths.next_if(|(_, path)| path.place == place) {
            Some((at, _)) if at == own => {}
            Some((_, path)) => add_if(&mut held, known, path.have)?,
            None => add_if(&mut held, known, have(outcomes, edge.outcome))?,
        }
    }
    Ok(held)
}
