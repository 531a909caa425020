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
    /// Compares two tenants; none where they do not name the same objects.
    pub fn of(before: Tenant, after: Tenant) -> Option<Comparison> {
        if !before.has_ids_of(&after) {
            return None;
        }
        let mut comparing = Comparing::new(&before, &after);
        while !comparing.advance(&before, &after, usize::MAX) {}
        let diff = comparing.finish();
        let summary = Summary::of(&diff, &[]);
        let lines = lines::lines(&[], &diff, None);
        Some(Comparison { before, after, diff, summary, lines })
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

/// The tenant as it would be under a rule set, with everybody processed again.
pub fn under(tenant: &Tenant, rules: RuleSet) -> Tenant {
    let mut tenant = tenant.clone();
    // A switch of the rules is never refused before the end of the clock.
    let _ = tenant.apply(&Command::SetRuleSet(rules));
    let users: Vec<UserId> = tenant.users().collect();
    for user in users {
        let _ = tenant.apply(&Command::ReprocessUser(user));
    }
    tenant.settle(u32::MAX);
    tenant
}
