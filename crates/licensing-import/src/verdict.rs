//! Where the simulator's own verdict differs from the states in the files: on a copy every user is processed again, and
//! each path compared with what it was.

use std::collections::BTreeMap;
use std::convert::Infallible;

use licensing_core::diff::Comparing as ComparingTenants;
use licensing_core::{Diff, PathChange, PathValue, Tenant, Trace};
use licensing_model::{AssignmentError, AssignmentState, Command, Sliced, UserId};

/// State and error of a path.
pub type Outcome = (AssignmentState, AssignmentError);

/// A path that the simulator would not leave as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference<'a> {
    /// Whose.
    pub user: UserId,
    /// Which path, as it stands in the file and as it is after processing.
    pub path: &'a PathChange,
}

/// What the simulator makes of a tenant when everybody is processed again.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The copy on which everybody was processed.
    pub judged: Tenant,
    /// What differs between the tenant of the files and that copy.
    pub diff: Diff,
}

impl Verdict {
    /// How many paths were compared.
    pub fn compared_paths(&self) -> usize {
        self.diff.compared_paths
    }

    /// How many differences there are.
    pub fn count(&self) -> usize {
        self.kinds().values().sum()
    }

    /// The differences, by user.
    pub fn differences(&self) -> impl Iterator<Item = Difference<'_>> {
        let changes = self.diff.user_changes();
        changes.flat_map(|(user, change)| change.paths.iter().map(move |path| Difference { user, path }))
    }

    /// How many differences there are of each kind: before, after.
    pub fn kinds(&self) -> BTreeMap<(Option<Outcome>, Option<Outcome>), usize> {
        let outcome = |value: &Option<PathValue>| value.as_ref().map(|value| (value.state, value.error));
        let mut kinds = BTreeMap::new();
        for (way, users) in self.diff.ways.iter().zip(self.diff.users_by_way()) {
            for path in &way.paths {
                *kinds.entry((outcome(&path.value.before), outcome(&path.value.after))).or_default() += users;
            }
        }
        kinds
    }

    /// Why the path is then as it is; none where it is not there any more.
    pub fn why(&self, difference: Difference<'_>) -> Option<Trace> {
        self.judged.explain(difference.user, difference.path.product, difference.path.path)
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Queue,
    Process,
    Compare,
    Done,
}

/// A comparison under way.
pub struct Comparing<'a> {
    tenant: &'a Tenant,
    users: Vec<UserId>,
    judged: Tenant,
    comparing: Option<ComparingTenants>,
    phase: Phase,
    /// The next user of the phase.
    next: usize,
    done: usize,
    all: usize,
}

impl<'a> Comparing<'a> {
    /// Begins with a copy of the tenant, which is not changed itself.
    pub fn new(tenant: &'a Tenant) -> Comparing<'a> {
        let users: Vec<UserId> = tenant.users().collect();
        let all = 3 * users.len() + tenant.waiting_steps();
        Comparing { tenant, users, judged: tenant.clone(), comparing: None, phase: Phase::Queue, next: 0, done: 0, all }
    }

    /// The verdict, once everything is done.
    pub fn finish(self) -> Option<Verdict> {
        let diff = self.comparing.filter(|_| self.phase == Phase::Done)?.finish();
        Some(Verdict { judged: self.judged, diff })
    }

    fn step(&mut self) {
        self.next += 1;
        self.done += 1;
    }

    fn turn_to(&mut self, phase: Phase) {
        self.phase = phase;
        self.next = 0;
    }
}

impl Sliced for Comparing<'_> {
    type Fault = Infallible;

    /// Goes on for about `work` users. Answers whether everything is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        let until = self.done.saturating_add(work.max(1) as usize);
        while self.done < until && self.phase != Phase::Done {
            match self.phase {
                Phase::Queue => match self.users.get(self.next) {
                    // A user that is not deleted can always be processed again.
                    Some(user) => {
                        _ = self.judged.apply(&Command::ReprocessUser(*user));
                        self.step();
                    }
                    None => self.turn_to(Phase::Process),
                },
                Phase::Process => {
                    let most = u32::try_from(until - self.done).unwrap_or(u32::MAX);
                    let settled = self.judged.settle_within(most, u64::from(work));
                    self.done += settled.steps.max(1) as usize;
                    if settled.idle {
                        self.turn_to(Phase::Compare);
                    } else {
                        return Ok(false);
                    }
                }
                Phase::Compare => {
                    let judged = &self.judged;
                    let comparing = self.comparing.get_or_insert_with(|| ComparingTenants::new(self.tenant, judged));
                    let (before, _) = comparing.progress();
                    let is_done = comparing.advance(self.tenant, judged, until - self.done);
                    self.done += comparing.progress().0 - before;
                    if is_done {
                        self.turn_to(Phase::Done);
                    }
                }
                Phase::Done => {}
            }
        }
        Ok(self.phase == Phase::Done)
    }

    fn progress(&self) -> (usize, usize) {
        if self.phase == Phase::Done { (self.all, self.all) } else { (self.done.min(self.all), self.all) }
    }
}
