//! R4 for many users at once, as far as bits can judge them: what the steps of `licensing-columns` are given, what they have
//! to know first, and what is left to be done after them.

use alloc::vec::Vec;

use licensing_columns::brief::Obstacle;
use licensing_columns::known::{Exchange, KnownGroup, OfGroup};
use licensing_columns::lines::Ready;
use licensing_columns::many::{self, Later, Many, Need, Rest, Runs, Step, Went};
use licensing_model::catalog::ManySteps;
use licensing_model::snapshot::RunTarget;
use licensing_model::{GroupId, UserId};

use crate::audit::event::{EventKind, Word};
use crate::rules::brief::change_of;
use crate::rules::cause::Cause;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::tenant::Tenant;
use crate::tenant::rows::kept_rows;

// The numbers of events are the log's; the steps of many write these by themselves.
const _: () = {
    assert!(many::PATH_CHANGED == EventKind::PathChanged as u8);
    assert!(many::PATH_FAILED == EventKind::PathFailed as u8);
    assert!(many::ADDRESSES_CALCULATED == EventKind::AddressesCalculated as u8);
};

/// So often something is learned for the step of one user.
const MOST_LESSONS: usize = 1 << 12;

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

/// What makes the steps of many users. It is reached by way of this alone: the page begins without it and fetches it later.
pub const MANY_STEPS: ManySteps = ManySteps(|| &Maker { front: Tenant::make_steps_at_front, one: Tenant::make_step });

/// The same where the catalog brings nothing. In WebAssembly that is to be able to come later; elsewhere nothing is fetched,
/// and it is inside.
const INSIDE: Option<ManySteps> = if cfg!(target_arch = "wasm32") { None } else { Some(MANY_STEPS) };

/// The ways into it.
struct Maker {
    front: fn(&mut Tenant, u32, &mut u64) -> u32,
    one: fn(&mut Tenant, UserId) -> Option<bool>,
}

impl Tenant {
    /// What makes the steps of many users, if it is there and may be used.
    fn maker(&self) -> Option<&'static Maker> {
        let steps = self.catalog.steps.or(INSIDE)?;
        if self.memory == Memory::On { steps.get() } else { None }
    }

    /// Makes the step of `user` by bits. `None` where they cannot: nothing has changed then. Else whether a row, a seat or an
    /// address changed.
    pub(super) fn step_by_bits(&mut self, user: UserId) -> Option<bool> {
        (self.maker()?.one)(self, user)
    }

    /// Makes the steps of users at the front of the queue or of the run that has begun, `most` at most, and none once they
    /// have cost `left`. Answers how many; none where it was not tried.
    pub(super) fn take_many_steps(&mut self, most: u32, left: &mut u64) -> Option<u32> {
        // What rules of groups make of a step comes before the next one.
        let is_alone = self.workers == 1 && self.queue.started.len() <= 1 && self.ruled.is_empty();
        let maker = self.maker().filter(|_| is_alone)?;
        Some((maker.front)(self, most, left))
    }

    /// Makes the steps of users, `most` at most, and none once they have cost `work`.
    fn make_steps(&mut self, runs: Runs<'_>, most: u32, work: u64) -> Went {
        self.briefs.see_seats(&self.subscriptions);
        let users = self.users.len();
        let (settled, period) = self.settled.all(users);
        let plain = self.addresses.is_plain();
        let (lists, edges) = self.users.edges.parts();
        let mut many = Many {
            flags: &mut self.users.flags,
            locations: &self.users.location,
            principal_names: &self.users.principal_name,
            direct: &self.users.direct,
            lists,
            settled,
            rest: Rest {
                edges,
                addresses: &mut self.addresses.state,
                country: self.country.number(),
                plain,
                period,
                outcomes: self.outcomes.facts(),
                times: self.times.all(),
                known: &mut self.briefs,
                seats: self.subscriptions.all_seats(),
                turned: 0,
                lines: &mut self.audit.lines,
                newest_text: self.texts.newest(),
                clock: self.clock,
                paths: &mut self.scratch.paths_of_one,
                later: &mut self.scratch.later,
                in_error: &mut self.users.in_error,
                errors: &mut self.scratch.errors,
            },
        };
        let went = many.go(runs, most, work);
        let (clock, turned) = (many.rest.clock, many.rest.turned);
        self.clock = clock;
        if turned != 0 {
            self.briefs.see_turned(turned, &mut self.subscriptions);
        }
        self.scratch.errors.tell(|group, more| {
            if let Some(record) = self.groups.get_mut(group) {
                record.count_more_in_error(more);
            }
        });
        if !self.scratch.later.is_empty() {
            let later = core::mem::take(&mut self.scratch.later);
            later.iter().for_each(|later| self.finish_rows(later));
            self.scratch.later = later;
            self.scratch.later.clear();
        }
        went
    }

    /// What is left to be done of a path that has other rows.
    fn finish_rows(&mut self, later: &Later) {
        let Later { user, place, group, before, now } = *later;
        if now == OutcomeId::NONE {
            self.drop_if_gone(user, place);
            self.count_errors(user, group, before, now);
        } else {
            self.note_short(user, group, before, now);
        }
    }

    fn make_step(&mut self, user: UserId) -> Option<bool> {
        for _ in 0..MOST_LESSONS {
            match self.make_steps(Runs::One(user), 1, 1).last {
                Step::Made(changed) => return Some(changed),
                Step::Needs(need) => self.learn(need)?,
            }
        }
        None
    }

    fn make_steps_at_front(&mut self, most: u32, left: &mut u64) -> u32 {
        let begun = self.queue.started.first();
        let group = match begun.map(|run| run.target) {
            None => None,
            // The last of a run ends it.
            Some(RunTarget::Group(group)) if begun.is_some_and(|run| run.remaining().len() > 1) => Some(group),
            Some(_) => return 0,
        };
        let most = most.min(Tenant::LAST_SECOND.saturating_sub(self.clock));
        for _ in 0..MOST_LESSONS {
            let queue = core::mem::take(&mut self.queue);
            let runs = match (group, queue.started.first()) {
                (Some(group), Some(run)) => {
                    Runs::OfGroup(group, run.remaining().split_last().map_or(&[][..], |(_, users)| users))
                }
                _ => Runs::Queue(queue.front()),
            };
            let went = self.make_steps(runs, most, *left);
            self.queue = queue;
            if went.users > 0 {
                *left = went.left;
                match self.queue.started.first_mut() {
                    Some(run) => run.count(went.users, went.failed),
                    None => self.queue.take_users(went.places, went.users),
                }
            }
            match (went.users, went.last) {
                // Bits would come to the same of this one again, by itself and in the step of the run.
                (users, Step::Needs(Need::Rules)) if let Some(group) = group => {
                    return users.wrapping_add(self.step_by_rules(group, left));
                }
                (0, Step::Needs(need)) if self.learn(need).is_some() => {}
                (users, _) => return users,
            }
        }
        0
    }

    /// Makes the step of the user who is next in the run of `group`, whom bits cannot judge and who is not its last. Answers
    /// how many steps that were.
    fn step_by_rules(&mut self, group: GroupId, left: &mut u64) -> u32 {
        let Some(&user) = self.queue.started.first().and_then(|run| run.remaining().first()) else { return 0 };
        self.reconcile_by_rules(user);
        let failed = self.has_error_row(user, group);
        if let Some(run) = self.queue.started.first_mut() {
            run.count(1, u32::from(failed));
        }
        self.clock = self.clock.saturating_add(1);
        *left = left.saturating_sub(self.cost_of_step(user).saturating_add(1));
        1
    }

    /// Learns what steps have to know first. `None` where that cannot be.
    fn learn(&mut self, need: Need) -> Option<()> {
        match need {
            Need::Groups(user) => {
                let groups = self.users.edges(user).iter().map(|edge| edge.group());
                let unknown = |group: &GroupId| matches!(self.briefs.group(group.raw()), OfGroup::Nothing);
                let groups: Vec<GroupId> = groups.filter(unknown).collect();
                groups.into_iter().try_for_each(|group| self.learn_group(group))
            }
            // Rows are interned where each path has its turn.
            Need::Given(group) => {
                self.outcome_in_force(self.template_of(group));
                self.learn_group(group)
            }
            Need::Brief(template) => {
                self.ensure_facts(template);
                self.keep_brief(template).then_some(())
            }
            Need::Change(have, want) => {
                let takes = self.takes_away(have, want);
                let change = change_of(&self.facts(have), &self.facts(want), self.tables(), takes)?;
                self.briefs.keep_change(have, want, change);
                Some(())
            }
            Need::Exchange(group, before) => self.learn_exchange(group, before),
            Need::Kept(before, now) => {
                let kept = kept_rows(&self.outcomes, before, now);
                self.briefs.keep_rows(before, now, kept);
                Some(())
            }
            Need::Failure(want, obstacle) => self.learn_failure(want, obstacle),
            Need::Line(want, place) => self.learn_line(want, place),
            Need::Rules => None,
        }
    }

    /// A group that is not deleted.
    fn learn_group(&mut self, group: GroupId) -> Option<()> {
        let record = self.groups.get(group).filter(|record| record.deleted_at.is_none())?;
        let template = record.template;
        let (mut is, mut line) = (OfGroup::Empty, Ready::default());
        if template != TemplateId::EMPTY {
            if self.briefs.brief(template).is_none() {
                self.learn(Need::Brief(template))?;
            }
            let brief = *self.briefs.brief(template)?;
            let given = self.settled.outcome_of(template).unwrap_or_default();
            line = Ready::following(many::PATH_CHANGED, &[group.raw(), OutcomeId::NONE.0, given.0]);
            is = OfGroup::Carries(KnownGroup { brief, template, given });
        }
        self.briefs.know_group(group, is, line);
        Some(())
    }

    /// What it means for a path without an error to get what its group carries now, where bits can judge it.
    fn learn_exchange(&mut self, group: GroupId, before: OutcomeId) -> Option<()> {
        let (have, want) = (self.outcomes.have(before), self.template_of(group));
        let now = self.settled.outcome_of(want)?;
        let is_plain = have != TemplateId::EMPTY && !self.outcomes.has_error(before);
        let takes = self.takes_away(have, want);
        let change = is_plain.then(|| change_of(&self.facts(have), &self.facts(want), self.tables(), takes)).flatten();
        let kept = kept_rows(&self.outcomes, before, now);
        let line = Ready::following(many::PATH_CHANGED, &[group.raw(), before.0, now.0]);
        // Times of the past alone are looked for among all: that is left to the rules.
        let change = change.filter(|_| kept.has_new());
        self.briefs.keep_exchange(Exchange { group: group.raw(), before, now, change, kept, line });
        Some(())
    }

    /// R4.5: the rows of a path without anything in force that met `obstacle`.
    fn learn_failure(&mut self, want: TemplateId, obstacle: Obstacle) -> Option<()> {
        self.ensure_facts(want);
        let failure = self.briefs.explain(obstacle, &self.facts(want), self.tables())?;
        let outcome = self.outcome_of_failure(OutcomeId::NONE, want, &failure);
        let names_pairs = failure.marks.first().is_some_and(|(_, cause)| self.names_pairs_of(*cause));
        let place = self.briefs.keep(want, obstacle, outcome, failure)?;
        // A text is stored where it is told of; the rest of what is told is known now.
        if names_pairs { Some(()) } else { self.learn_line(want, place) }
    }

    /// What the event says of a failure that is kept at a place.
    fn learn_line(&mut self, want: TemplateId, place: u32) -> Option<()> {
        let outcome = self.briefs.failure(want, place)?.outcome;
        let failure = self.briefs.what_failed(want, place)?;
        let (product, cause) = *failure.marks.first()?;
        let error = failure.error;
        let (cause, a, b) = match self.names_pairs_of(cause) {
            true => self.pack_pairs(&failure.pairs.clone()),
            false => cause.pack(),
        };
        let text = Cause::unpack_clashes(cause, a).unwrap_or_default();
        self.briefs.keep_line(want, place, &[outcome.0, error.to_word(), product.raw(), cause, a, b], text);
        Some(())
    }
}
