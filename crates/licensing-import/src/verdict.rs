//! Where the simulator's own verdict differs from the states in the files: on a copy every user is processed again, and
//! each path compared with what it was.

use std::collections::BTreeMap;

use licensing_core::{PathRow, Tenant, Trace};
use licensing_model::{AssignmentError, AssignmentState, Command, Path, ProductId, UserId};

/// So many differences are listed; all are counted.
const MOST_LISTED: usize = 10_000;

/// State and error of a path.
pub type Outcome = (AssignmentState, AssignmentError);

/// A path that the simulator would not leave as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Whose.
    pub user: UserId,
    /// Of which product.
    pub product: ProductId,
    /// Directly, or from which group.
    pub path: Path,
    /// As it stands in the file; none where it is not there.
    pub before: Option<PathRow>,
    /// As it is after processing; none where it is not there any more.
    pub after: Option<PathRow>,
}

/// What the simulator makes of a tenant when everybody is processed again.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The copy on which everybody was processed.
    pub judged: Tenant,
    /// How many paths were compared.
    pub compared: usize,
    /// The first differences, by user.
    pub differences: Vec<Difference>,
    /// How many differences there are of each kind: before, after.
    pub kinds: BTreeMap<(Option<Outcome>, Option<Outcome>), usize>,
}

impl Verdict {
    /// How many differences there are.
    pub fn count(&self) -> usize {
        self.kinds.values().sum()
    }

    /// Why the path is then as it is; none where it is not there any more.
    pub fn why(&self, difference: &Difference) -> Option<Trace> {
        self.judged.explain(difference.user, difference.product, difference.path)
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
    verdict: Verdict,
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
        let verdict = Verdict { judged: tenant.clone(), compared: 0, differences: Vec::new(), kinds: BTreeMap::new() };
        Comparing { tenant, users, verdict, phase: Phase::Queue, next: 0, done: 0, all }
    }

    /// How much of the work is done, and how much there is.
    pub fn progress(&self) -> (usize, usize) {
        if self.phase == Phase::Done { (self.all, self.all) } else { (self.done.min(self.all), self.all) }
    }

    /// Goes on for about `work` users. Answers whether everything is done.
    pub fn advance(&mut self, work: usize) -> bool {
        let until = self.done.saturating_add(work.max(1));
        while self.done < until && self.phase != Phase::Done {
            match self.phase {
                Phase::Queue => match self.users.get(self.next) {
                    // A user that is not deleted can always be processed again.
                    Some(user) => {
                        _ = self.verdict.judged.apply(&Command::ReprocessUser(*user));
                        self.step();
                    }
                    None => self.turn_to(Phase::Process),
                },
                Phase::Process => {
                    let most = u32::try_from(until - self.done).unwrap_or(u32::MAX);
                    let settled = self.verdict.judged.settle(most);
                    self.done += settled.steps.max(1) as usize;
                    if settled.idle {
                        self.turn_to(Phase::Compare);
                    }
                }
                Phase::Compare => match self.users.get(self.next).copied() {
                    Some(user) => {
                        self.compare(user);
                        self.step();
                    }
                    None => self.turn_to(Phase::Done),
                },
                Phase::Done => {}
            }
        }
        self.phase == Phase::Done
    }

    /// The verdict, once everything is done.
    pub fn finish(self) -> Option<Verdict> {
        (self.phase == Phase::Done).then_some(self.verdict)
    }

    fn step(&mut self) {
        self.next += 1;
        self.done += 1;
    }

    fn turn_to(&mut self, phase: Phase) {
        self.phase = phase;
        self.next = 0;
    }

    fn compare(&mut self, user: UserId) {
        let before = self.tenant.paths(user);
        let after = self.verdict.judged.paths(user);
        let mut pairs: BTreeMap<(ProductId, Path), (Option<PathRow>, Option<PathRow>)> = BTreeMap::new();
        for row in before {
            let key = (row.product, row.path);
            pairs.entry(key).or_default().0 = Some(row);
        }
        for row in after {
            let key = (row.product, row.path);
            pairs.entry(key).or_default().1 = Some(row);
        }
        self.verdict.compared += pairs.len();
        for ((product, path), (before, after)) in pairs {
            let shown = |row: &PathRow| (row.state, row.error, row.disabled.clone());
            if before.as_ref().map(shown) == after.as_ref().map(shown) {
                continue;
            }
            let outcome = |row: &PathRow| (row.state, row.error);
            let kind = (before.as_ref().map(outcome), after.as_ref().map(outcome));
            *self.verdict.kinds.entry(kind).or_default() += 1;
            if self.verdict.differences.len() < MOST_LISTED {
                self.verdict.differences.push(Difference { user, product, path, before, after });
            }
        }
    }
}
