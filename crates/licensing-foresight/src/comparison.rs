//! Two tenants held against each other: two moments, two ways, two rule sets, two designs of groups.

use licensing_core::diff::Comparing;
use licensing_core::{Diff, Tenant, Trace};
use licensing_model::{Command, Path, ProductId, RuleSet, UserId};

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
    /// A path about which they differ, in the first and in the second, each with why it is so; none where there is none.
    pub traces: [Option<(ProductId, Path, Trace)>; 2],
}

impl Comparison {
    /// Compares two tenants at once, as [`Contrasting`] does it in slices; none where they do not name the same objects.
    pub fn of(before: Tenant, after: Tenant) -> Option<Comparison> {
        Contrasting::of(before, after).map(Contrasting::finish)
    }

    /// The first user to whom the two do not give the same products and plans, by whatever path; none where everybody
    /// gets the same.
    pub fn differs_for(&self) -> Option<Differs> {
        let (user, change) = (self.diff.user_changes())
            .find(|(_, change)| change.products.differs() || !change.gained.is_empty() || !change.lost.is_empty())?;
        let traces = [(&self.before, true), (&self.after, false)].map(|(tenant, is_before)| {
            let value = |path: &licensing_core::PathChange| {
                if is_before { path.value.before.is_some() } else { path.value.after.is_some() }
            };
            let path = change.paths.iter().find(|path| value(path))?;
            let trace = tenant.explain(user, path.product, path.path)?;
            Some((path.product, path.path, trace))
        });
        Some(Differs { user, traces })
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

    /// How much of the work is done, and how much there is.
    pub fn progress(&self) -> (usize, usize) {
        (self.done.min(self.all), self.all)
    }

    /// Goes on for about `work` steps or users. Answers whether everything is done.
    pub fn advance(&mut self, work: u32) -> bool {
        let Some(comparing) = &mut self.comparing else {
            let settled = self.after.settle(work);
            self.done = self.done.saturating_add(settled.steps as usize);
            if settled.idle {
                self.comparing = Some(Comparing::new(&self.before, &self.after));
            }
            return false;
        };
        let (done, _) = comparing.progress();
        let is_done = comparing.advance(&self.before, &self.after, work as usize);
        self.done = self.done.saturating_add(comparing.progress().0.saturating_sub(done));
        is_done
    }

    /// The comparison; what is not done yet is done now.
    pub fn finish(mut self) -> Comparison {
        while !self.advance(u32::MAX) {}
        let diff = self.comparing.map(Comparing::finish).unwrap_or_default();
        let summary = Summary::of(&diff, &[]);
        let lines = lines::lines(&[], &diff, None);
        Comparison { before: self.before, after: self.after, diff, summary, lines }
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
