//! Goals that an author may want: what differs between the beginning and now, and what held all the way.

use std::collections::BTreeSet;

use licensing_core::{Action, Tenant};
use licensing_model::{Catalog, Path, PlanId, UserId};

use crate::condition::{Condition, Range, Users, Via};
use crate::lesson::{Goal, Scope};

/// Plans with a mailbox that a goal may watch.
const MAILBOXES: [&str; 3] = ["EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_DESKLESS"];

/// The plans of the catalog that come with a mailbox.
pub fn mailbox_plans(catalog: &Catalog) -> Vec<PlanId> {
    MAILBOXES.iter().filter_map(|name| catalog.plan_by_name(name)).collect()
}

/// More are not proposed.
const MOST: usize = 24;

/// Goals that hold now and did not in the beginning, then some that held all the way.
pub fn goals(beginning: &Tenant, actions: &[Action], mailbox: &[PlanId]) -> Vec<Goal> {
    let mut now = beginning.clone();
    let mut with_mail: BTreeSet<UserId> = holders(beginning, mailbox).collect();
    for action in actions {
        match action {
            Action::Command(command) => _ = now.apply(command),
            Action::Steps(steps) => {
                for _ in 0..*steps {
                    if now.step().is_none() {
                        break;
                    }
                    let there: BTreeSet<_> = holders(&now, mailbox).collect();
                    with_mail.retain(|user| there.contains(user));
                }
            }
        }
        let there: BTreeSet<_> = holders(&now, mailbox).collect();
        with_mail.retain(|user| there.contains(user));
    }
    let mut checks = Vec::new();
    for user in beginning.users() {
        changes_of(user, beginning, &now, &mut checks);
    }
    for product in now.products() {
        let (before, after) = (crate::condition::units(beginning, product), crate::condition::units(&now, product));
        if before == after {
            checks.push((Condition::Units { product, range: Range { least: 0, most: after } }, Scope::End));
        }
    }
    for group in beginning.groups() {
        let there = Condition::There { group };
        if !there.holds(&now) {
            checks.push((Condition::Not(Box::new(there)), Scope::End));
        }
    }
    let kept: Vec<_> = with_mail.into_iter().collect();
    if !kept.is_empty() {
        checks.insert(0, (Condition::Plan { who: Users::These(kept), plans: mailbox.to_vec() }, Scope::Always));
    }
    let numbered = checks.into_iter().take(MOST).zip(1..);
    numbered.map(|((check, scope), number)| Goal { id: format!("goal-{number}"), check, scope }).collect()
}

fn holders<'t>(tenant: &'t Tenant, plans: &'t [PlanId]) -> impl Iterator<Item = UserId> + 't {
    tenant.users().filter(|user| crate::condition::has_plan(tenant, *user, plans))
}

/// What one user gained, lost, or got rid of.
fn changes_of(user: UserId, beginning: &Tenant, now: &Tenant, checks: &mut Vec<(Condition, Scope)>) {
    let who = || Users::These(vec![user]);
    let paths = |tenant: &Tenant| -> BTreeSet<_> {
        let rows = tenant.paths(user).into_iter();
        rows.filter(|row| row.state.in_force()).map(|row| (row.product, row.path)).collect()
    };
    let (before, after) = (paths(beginning), paths(now));
    for (product, path) in after.difference(&before) {
        let holds = Condition::Holds { who: who(), product: *product, via: Via::Path(*path) };
        checks.push((holds, Scope::End));
    }
    for (product, path) in before.difference(&after) {
        let via = match path {
            Path::Direct => Via::Path(Path::Direct),
            Path::Group(_) => Via::Any,
        };
        let holds = Condition::Holds { who: who(), product: *product, via };
        if !holds.holds(now) && crate::condition::is_there(now, user) {
            checks.push((Condition::Not(Box::new(holds)), Scope::End));
        }
    }
    if beginning.rows_in_error(user) > 0 && now.rows_in_error(user) == 0 && crate::condition::is_there(now, user) {
        checks.push((Condition::Clear { who: who() }, Scope::End));
    }
    let location = |tenant: &Tenant| tenant.user(user).and_then(|user| user.location);
    if let Some(country) = location(now).filter(|own| location(beginning) != Some(*own)) {
        checks.push((Condition::Located { who: who(), country: Some(country) }, Scope::End));
    }
}
