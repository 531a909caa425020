//! Two tenants held against each other: two moments, two ways, two rule sets, two designs of groups.

use std::convert::Infallible;

use licensing_core::diff::Comparing;
use licensing_core::{Change, Diff, Mailbox, PathChange, Tenant, Trace};
use licensing_model::{Command, Path, PlanId, ProductId, RuleSet, Sliced, UserId};

use crate::preview::lines::{self, Line};
use crate::preview::summary::Summary;

/// Two tenants, compared.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The one.
    pub before: Tenant,
    /// The other.
    pub after: Tenant,
    /// What differs.
    pub diff: Diff,
    /// The figures.
    pub summary: Summary,
    /// The users by how they differ.
    pub lines: Vec<Line>,
}

/// A user to whom two designs give not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// Who.
    pub user: UserId,
    /// In what.
    pub what: DiffersIn,
}

/// In what two designs differ for a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffersIn {
    /// In a path, of the first and of the second, each with why it is so; none where there is none.
    Paths([Option<(ProductId, Path, Trace)>; 2]),
    /// In service plans alone, which the product of one path does not hold in both: those of the first and of the second.
    Plans([Vec<PlanId>; 2]),
    /// In mail attributes alone.
    Addresses(Change<Mailbox>),
}

/// Whether a path is there in one of the tenants.
type IsThere = fn(&PathChange) -> bool;

impl Comparison {
    /// Compares two tenants at once, as [`Contrasting`] does it in slices; none where they do not name the same objects.
    pub fn of(before: Tenant, after: Tenant) -> Option<Comparison> {
        Contrasting::of(before, after).map(Contrasting::finish)
    }

    /// A user to whom the two do not give the same products, plans, errors and addresses, by whatever path, of those who
    /// fare worst; none where everybody gets the same.
    pub fn differs_for(&self) -> Option<Differs> {
        let users = self.lines.iter().flat_map(|line| &line.users);
        let changes = users.filter_map(|(user, way)| Some((*user, self.diff.ways.get(*way)?)));
        let Some((user, change)) = changes.into_iter().find(|(_, change)| change.gives_otherwise()) else {
            let change = self.diff.mailboxes.first()?;
            let mailbox = change.mailbox.clone();
            return Some(Differs { user: change.user, what: DiffersIn::Addresses(mailbox) });
        };
        if change.paths.is_empty() && change.mailbox.before == change.mailbox.after {
            return Some(Differs { user, what: DiffersIn::Plans([change.lost.clone(), change.gained.clone()]) });
        }
        let errors = change.errors_gained().chain(change.errors_lost()).map(|(product, _)| product);
        let matters: Vec<ProductId> = errors.chain(change.products_gained()).chain(change.products_lost()).collect();
        let before: IsThere = |path| path.value.before.is_some();
        let after: IsThere = |path| path.value.after.is_some();
        let sides = [(&self.before, before), (&self.after, after)];
        let traces = sides.map(|(tenant, is_there)| {
            let mut paths = change.paths.iter().filter(|path| is_there(path));
            let first = paths.clone().next();
            let path = paths.find(|path| matters.contains(&path.product)).or(first)?;
            let trace = tenant.explain(user, path.product, path.path)?;
            Some((path.product, path.path, trace))
        });
        Some(Differs { user, what: DiffersIn::Paths(traces) })
    }
}

/// A comparison under way; to drop it is to cancel it.
#[derive(Debug)]
pub struct Contrasting {
    before: Tenant,
    after: Tenant,
    /// None until the other tenant has come to rest, where it has to.
    comparing: Option<Comparing>,
    done: usize,
    all: usize,
}

impl Contrasting {
    /// Begins to compare two tenants as they are; none where they do not name the same objects.
    pub fn of(before: Tenant, after: Tenant) -> Option<Contrasting> {
        let all = before.user_count().max(after.user_count());
        let comparing = Some(Comparing::new(&before, &after));
        before.has_ids_of(&after).then_some(Contrasting { before, after, comparing, done: 0, all })
    }

    /// Begins to compare a tenant with itself under a rule set, when everybody was processed again.
    pub fn under(tenant: &Tenant, rules: RuleSet) -> Contrasting {
        let after = asked_again(tenant, rules);
        let all = after.waiting_steps().saturating_add(after.user_count());
        Contrasting { before: tenant.clone(), after, comparing: None, done: 0, all }
    }

    /// The comparison; what is not done yet is done now.
    pub fn finish(mut self) -> Comparison {
        let Ok(()) = self.complete();
        let diff = self.comparing.map(Comparing::finish).unwrap_or_default();
        let summary = Summary::of(&diff, &[]);
        let lines = lines::lines(&[], &diff, None);
        Comparison { before: self.before, after: self.after, diff, summary, lines }
    }
}

impl Sliced for Contrasting {
    type Fault = Infallible;

    /// Goes on for about `work` steps or users. Answers whether everything is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        let Some(comparing) = &mut self.comparing else {
            let settled = self.after.settle(work);
            self.done = self.done.saturating_add(settled.steps as usize);
            if settled.idle {
                self.comparing = Some(Comparing::new(&self.before, &self.after));
            }
            return Ok(false);
        };
        let (done, _) = comparing.progress();
        let is_done = comparing.advance(&self.before, &self.after, work as usize);
        self.done = self.done.saturating_add(comparing.progress().0.saturating_sub(done));
        Ok(is_done)
    }

    fn progress(&self) -> (usize, usize) {
        (self.done.min(self.all), self.all)
    }
}

/// The tenant as it would be under a rule set, with everybody processed again.
pub fn under(tenant: &Tenant, rules: RuleSet) -> Tenant {
    let mut tenant = asked_again(tenant, rules);
    tenant.settle(u32::MAX);
    tenant
}

/// The tenant under a rule set, with everybody to be processed again.
fn asked_again(tenant: &Tenant, rules: RuleSet) -> Tenant {
    let mut tenant = tenant.clone();
    // Neither is refused before the end of the clock.
    let _ = tenant.apply(&Command::SetRuleSet(rules));
    let users: Vec<UserId> = tenant.users().collect();
    for user in users {
        let _ = tenant.apply(&Command::ReprocessUser(user));
    }
    tenant
}
