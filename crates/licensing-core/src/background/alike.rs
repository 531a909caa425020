//! R4 for users against whom nothing stands, or nothing that did not stand against somebody before: the step of many is
//! judged by few bits, and what a failure comes to is kept. It comes to what [`Tenant::reconcile`] comes to, and leaves
//! everybody else to it.

use alloc::vec::Vec;

use licensing_model::{GroupId, UserId};

use crate::audit::event::{CommandNumber, Event};
use crate::rules::addresses::AddressChange;
use crate::rules::brief::{Brief, BriefChange, BriefHolding, KeptFailure, Obstacle, Verdict};
use crate::rules::ground::Addresses;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::store::times::Times;
use crate::tenant::Tenant;
use crate::tenant::addresses::AddressesOf;
use crate::tenant::rows::PathRows;

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

/// A group that does not give yet what it carries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    /// Its place among the user's edges.
    place: usize,
    group: GroupId,
    want: TemplateId,
    began: OutcomeId,
    now: OutcomeId,
    /// What is in force on the path.
    have: TemplateId,
    /// Whether plans are to be taken away that it has.
    takes: bool,
    /// How many changes in force there had been at the last try, and where it is kept what that failed with.
    failed: Option<(u32, u32)>,
}

impl Open {
    fn is_done(&self) -> bool {
        self.failed.is_none() && self.have == self.want
    }

    fn is_tried_at(&self, changes_in_force: u32) -> bool {
        self.failed.is_some_and(|(tried_at, _)| tried_at == changes_in_force)
    }
}

/// Why a step cannot be made by bits.
enum Unsure {
    /// A template is not kept in bits yet.
    Unknown(TemplateId),
    /// The change from one template to another is not.
    UnknownChange(TemplateId, TemplateId),
    /// The rules themselves have to judge.
    Rules,
}

impl Tenant {
    /// Makes the step of `user` if bits can judge it. `None` where they cannot: no row has changed then. Else whether a row,
    /// a seat or an address changed.
    pub(super) fn reconcile_alike(&mut self, user: UserId, open: &mut Vec<Open>) -> Option<bool> {
        if self.memory == Memory::Off {
            return None;
        }
        let held = loop {
            open.clear();
            match self.list_open(user, open) {
                Ok(held) => break held,
                Err(Unsure::Unknown(template)) => self.ensure_brief(template)?,
                Err(Unsure::UnknownChange(have, want)) => self.ensure_change(have, want)?,
                Err(Unsure::Rules) => return None,
            }
        };
        if open.is_empty() {
            self.settled.mark(user);
            return Some(false);
        }
        let brings_mailbox = |path: &Open| self.briefs.get(path.want).is_some_and(Brief::has_mailbox);
        let has_addresses = match held.has_mailbox() || open.iter().any(brings_mailbox) {
            true => AddressesOf { tenant: self, user }.ordinary()?,
            false => true,
        };
        let after = self.try_open(user, open, held)?;
        self.take_seats(&held, &after);
        let mut changed = false;
        if !has_addresses && after.has_mailbox() && open.iter().any(Open::is_done) {
            changed = self.change_addresses(user, AddressChange::Calculated, CommandNumber::NONE);
        }
        changed |= self.write_open(user, open);
        if open.iter().all(Open::is_done) {
            self.settled.mark(user);
        }
        Some(changed)
    }

    /// R8.1: a seat of each product that the user holds after the step and did not hold before.
    pub(super) fn take_seats(&mut self, before: &BriefHolding, after: &BriefHolding) {
        for bit in before.missing_of(after) {
            if let Some(product) = self.briefs.product(bit) {
                self.subscriptions.take_seat(product);
            }
        }
    }

    /// The groups that do not give what they carry, and what the user holds.
    fn list_open(&self, user: UserId, open: &mut Vec<Open>) -> Result<BriefHolding, Unsure> {
        let mut held = BriefHolding::default();
        let mut hold = |template: TemplateId| {
            self.briefs.get(template).map(|brief| held.add(brief)).ok_or(Unsure::Unknown(template))
        };
        let direct = self.outcomes.have(self.users.direct.at(user));
        if direct != TemplateId::EMPTY {
            hold(direct)?;
        }
        for (place, edge) in self.users.edges(user).iter().enumerate() {
            let group = edge.group();
            let Some(record) = self.groups.get(group) else { return Err(Unsure::Rules) };
            // Rows that remain, or a group that is gone.
            if edge.is_left() || record.deleted_at.is_some() {
                return Err(Unsure::Rules);
            }
            let (want, now) = (record.template, edge.outcome);
            if now == OutcomeId::NONE {
                if want != TemplateId::EMPTY {
                    let have = TemplateId::EMPTY;
                    let takes = false;
                    open.push(Open { place, group, want, began: now, now, have, takes, failed: None });
                }
                continue;
            }
            let have = self.outcomes.have(now);
            if have != TemplateId::EMPTY {
                hold(have)?;
            }
            if have == want && !self.outcomes.has_error(now) {
                continue;
            }
            if have == want || want == TemplateId::EMPTY {
                return Err(Unsure::Rules);
            }
            let takes = match have == TemplateId::EMPTY {
                true => false,
                false => self.briefs.change(have, want).ok_or(Unsure::UnknownChange(have, want))?.takes,
            };
            open.push(Open { place, group, want, began: now, now, have, takes, failed: None });
        }
        match open.iter().find(|path| self.briefs.get(path.want).is_none()) {
            Some(path) => Err(Unsure::Unknown(path.want)),
            None => Ok(held),
        }
    }

    /// R4.1: tries the groups in turn until a pass changes no path. Answers what the user holds then; `None` where the rules
    /// have to judge.
    fn try_open(&mut self, user: UserId, open: &mut [Open], began: BriefHolding) -> Option<BriefHolding> {
        self.briefs.see_seats(&self.subscriptions);
        let country = self.effective_location(user).number();
        let takes = open.iter().any(|path| path.takes);
        let (mut held, mut changes_in_force) = (began, 0_u32);
        loop {
            let mut changed = false;
            // Those with something to take away first.
            for turn in if takes { &[true, false][..] } else { &[false] } {
                for at in 0..open.len() {
                    let Some(path) = open.get(at) else { break };
                    if path.takes != *turn || path.is_done() || path.is_tried_at(changes_in_force) {
                        continue;
                    }
                    let (have, want) = (path.have, path.want);
                    if have != TemplateId::EMPTY {
                        held = self.held_without(user, open, at)?;
                    }
                    let (brief, ground) = (self.briefs.get(want)?, self.briefs.ground(country));
                    let verdict = match have == TemplateId::EMPTY {
                        true => brief.judge(&held, &ground),
                        false => brief.judge_change(self.briefs.change(have, want)?, &held, &ground),
                    };
                    let (now, failed) = match verdict {
                        Verdict::Passes => {
                            held.add(brief);
                            changes_in_force = changes_in_force.wrapping_add(1);
                            (self.outcome_in_force(want), None)
                        }
                        Verdict::Fails(obstacle) => {
                            let (place, outcome) = self.failure_of(want, obstacle)?;
                            (outcome, Some((changes_in_force, place)))
                        }
                        Verdict::Unsure => return None,
                    };
                    let path = open.get_mut(at)?;
                    changed |= path.now != now;
                    (path.now, path.failed) = (now, failed);
                    if failed.is_none() {
                        path.have = want;
                    }
                }
            }
            let is_open = |path: &Open| !path.is_done() && !path.is_tried_at(changes_in_force);
            if !changed || !open.iter().any(is_open) {
                return Some(held);
            }
        }
    }

    /// What the user holds but for the path of the group at `own`.
    fn held_without(&self, user: UserId, open: &[Open], own: usize) -> Option<BriefHolding> {
        let mut held = BriefHolding::default();
        let mut hold = |template: TemplateId| {
            if template != TemplateId::EMPTY {
                held.add(self.briefs.get(template)?);
            }
            Some(())
        };
        hold(self.outcomes.have(self.users.direct.at(user)))?;
        let mut paths = open.iter().enumerate().peekable();
        for (place, edge) in self.users.edges(user).iter().enumerate() {
            match paths.next_if(|(_, path)| path.place == place) {
                Some((at, _)) if at == own => {}
                Some((_, path)) => hold(path.have)?,
                None => hold(self.outcomes.have(edge.outcome))?,
            }
        }
        Some(held)
    }

    /// R4.5: the rows of a path without anything in force that met `obstacle`, and where that is kept.
    fn failure_of(&mut self, want: TemplateId, obstacle: Obstacle) -> Option<(u32, OutcomeId)> {
        if let Some(place) = self.briefs.place_of_failure(want, obstacle) {
            return Some((place, self.briefs.failure(want, place)?.outcome));
        }
        let failure = self.briefs.explain(obstacle, &self.facts(want), self.tables())?;
        let outcome = self.outcome_of_failure(OutcomeId::NONE, want, &failure);
        let place = self.briefs.keep_failure(want, obstacle, KeptFailure { outcome, failure })?;
        Some((place, outcome))
    }

    /// Writes the rows and logs what became of each path. Answers whether a row changed.
    fn write_open(&mut self, user: UserId, open: &[Open]) -> bool {
        let changed = open.iter().any(|path| path.now != path.began);
        if open.iter().all(|path| path.is_done() && path.began == OutcomeId::NONE) {
            // New rows without an error: nothing is counted by them.
            let times = Times::same(self.clock);
            let edges = self.users.edges.get_mut(user.index());
            for path in open {
                if let Some(edge) = edges.get_mut(path.place) {
                    *edge = edge.with_rows(path.now, times);
                }
            }
        } else if changed {
            let rows = open.iter().rev().filter(|path| path.now != path.began);
            let rows =
                rows.map(|path| PathRows { place: path.place, group: path.group, before: path.began, now: path.now });
            self.set_path_rows(user, rows);
        }
        for path in open {
            let Open { group, want, began: old, now: new, failed, .. } = *path;
            match failed {
                Some((_, place)) => self.log_failure(user, group, want, place),
                None => self.log(Event::PathChanged { user, group, old, new }),
            }
        }
        changed
    }

    fn log_failure(&mut self, user: UserId, group: GroupId, want: TemplateId, place: u32) {
        let Some(KeptFailure { outcome: new, failure }) = self.briefs.failure(want, place) else { return };
        let Some(&(product, cause)) = failure.marks.first() else { return };
        let (new, error) = (*new, failure.error);
        let (cause, a, b) = match self.names_pairs_of(cause) {
            true => self.pack_pairs(&failure.pairs.clone()),
            false => cause.pack(),
        };
        self.log(Event::PathFailed { user, group, new, error, product, cause, a, b });
    }

    /// Keeps a template in a few bits. `None` where that cannot be.
    fn ensure_brief(&mut self, template: TemplateId) -> Option<()> {
        self.ensure_facts(template);
        self.keep_brief(template).then_some(())
    }

    /// Keeps what it means for a path to go from one template to another. `None` where that cannot be.
    fn ensure_change(&mut self, have: TemplateId, want: TemplateId) -> Option<()> {
        let takes = self.takes_away(have, want);
        let change = BriefChange::of(&self.facts(have), &self.facts(want), self.tables(), takes)?;
        self.briefs.keep_change(have, want, change);
        Some(())
    }
}
