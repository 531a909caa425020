//! What might cure an error: for each thing that stands in the way, each way to take it away.

use licensing_core::cure::CureKind;
use licensing_core::{Carrier, Cure, Holder, Statement, Tenant, Trace};
use licensing_model::catalog::LocationScope;
use licensing_model::{GroupId, Path, PlanId, ProductId, UserId};

use super::Target;

/// Something to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) cures: Vec<Cure>,
    /// It decides what only the administrator can know.
    pub(super) is_choice: bool,
}

/// Something that stands in the way, with the ways to take it away.
struct Blocker {
    options: Vec<Cure>,
    /// Which of the options is taken is not for us to say.
    is_choice: bool,
}

/// What is alike about cures, so that a conflict of several pairs is cured on the same side throughout.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Carrier(CureKind, Carrier),
    Product(CureKind, ProductId),
    Kind(CureKind),
}

fn side(cure: &Cure) -> Side {
    match cure {
        Cure::TurnOff { carrier, .. } | Cure::TurnOn { carrier, .. } => Side::Carrier(cure.kind(), *carrier),
        Cure::RemoveDirect { product, .. } | Cure::Add { product, .. } => Side::Product(cure.kind(), *product),
        Cure::Swap { from, .. } => Side::Product(cure.kind(), *from),
        Cure::Leave { group, .. } => Side::Carrier(cure.kind(), Carrier::Group(*group)),
        Cure::TakeAddress { holder: Holder::User(user), .. } => Side::Carrier(cure.kind(), Carrier::User(*user)),
        _ => Side::Kind(cure.kind()),
    }
}

/// What to try for a path in error, in the order in which it was found.
pub(super) fn candidates(tenant: &Tenant, target: Target) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut add = |cures: Vec<Cure>, is_choice| {
        if !candidates.iter().any(|other: &Candidate| other.cures == cures) {
            candidates.push(Candidate { cures, is_choice });
        }
    };
    add(vec![Cure::Reprocess(target.user)], false);
    let Some(trace) = tenant.explain(target.user, target.product, target.path) else { return candidates };
    let mut blockers = Vec::new();
    collect(tenant, target, &trace, &mut blockers);
    for combination in combinations(&blockers) {
        let is_choice = blockers.iter().any(|blocker| blocker.is_choice) && combination.iter().any(decides);
        add(combination, is_choice);
    }
    if let Path::Group(group) = target.path {
        let is_left = !tenant.groups_of(target.user).any(|own| own == group);
        let wish =
            if is_left { Cure::Join { user: target.user, group } } else { Cure::Leave { user: target.user, group } };
        add(vec![wish], false);
    }
    candidates
}

/// Whether a cure of something that needs a choice makes it.
fn decides(cure: &Cure) -> bool {
    matches!(cure.kind(), CureKind::TurnOff | CureKind::Locate | CureKind::Address)
}

/// Cures of the next thing that is in the way, for a tenant on which some were tried already.
pub(super) fn next_cures(tenant: &Tenant, target: Target) -> Vec<Vec<Cure>> {
    const MOST: usize = 8;
    let Some(trace) = tenant.explain(target.user, target.product, target.path) else { return Vec::new() };
    let mut blockers = Vec::new();
    collect(tenant, target, &trace, &mut blockers);
    let mut found = combinations(&blockers);
    found.truncate(MOST);
    found
}

/// For each side the cures of all blockers on that side; what has none on it is cured on another.
fn combinations(blockers: &[Blocker]) -> Vec<Vec<Cure>> {
    let mut sides: Vec<Side> = Vec::new();
    for option in blockers.iter().flat_map(|blocker| &blocker.options) {
        if !sides.contains(&side(option)) {
            sides.push(side(option));
        }
    }
    let on = |blocker: &Blocker, wanted: Side| blocker.options.iter().find(|option| side(option) == wanted).cloned();
    let mut found: Vec<Vec<Cure>> = Vec::new();
    for first in &sides {
        let lacking = blockers.iter().any(|blocker| on(blocker, *first).is_none());
        let seconds = if lacking { sides.as_slice() } else { core::slice::from_ref(first) };
        for second in seconds {
            let chosen = |blocker: &Blocker| on(blocker, *first).or_else(|| on(blocker, *second));
            let Some(all) = blockers.iter().map(chosen).collect::<Option<Vec<Cure>>>() else { continue };
            let mut cures: Vec<Cure> = Vec::new();
            for cure in all {
                if !cures.contains(&cure) {
                    cures.push(cure);
                }
            }
            if !cures.is_empty() && !found.contains(&cures) {
                found.push(cures);
            }
        }
    }
    found
}

/// Gathers what stands in the way.
fn collect(tenant: &Tenant, target: Target, trace: &Trace, blockers: &mut Vec<Blocker>) {
    let user = target.user;
    let of_facts =
        || -> Vec<Cure> { trace.facts().iter().flat_map(|fact| tenant.cures(user, &fact.statement)).collect() };
    let group = match target.path {
        Path::Group(group) => Some(group),
        Path::Direct => None,
    };
    match &trace.statement {
        Statement::PlansExclude { .. } => {
            let mut options = of_facts();
            options.extend(group.into_iter().flat_map(|group| swaps(trace, user, target.product, group)));
            options.retain(|option| !gives_up(option, user, group));
            blockers.push(Blocker { options, is_choice: true });
        }
        Statement::PlanLacks { any_of, .. } => {
            let mut options = provide(tenant, user, group, any_of);
            options.extend(of_facts());
            options.retain(|option| !gives_up(option, user, group));
            blockers.push(Blocker { options, is_choice: false });
        }
        Statement::PlanWouldLack { any_of, .. } => {
            let mut options = of_facts();
            let others = tenant.groups_of(user).filter(|other| Some(*other) != group);
            options.extend(tenant.prerequisites_for(Carrier::User(user), any_of));
            options.extend(others.flat_map(|other| tenant.prerequisites_for(Carrier::Group(other), any_of)));
            blockers.push(Blocker { options, is_choice: false });
        }
        Statement::Prohibited { product, row, .. } => {
            let mut options = of_facts();
            options.extend(group.into_iter().flat_map(|group| without_prohibited(tenant, *product, *row, group)));
            blockers.push(Blocker { options, is_choice: true });
        }
        Statement::NoSeat { product, .. } => {
            let mut options = of_facts();
            options.extend(seat_nobody_needs(tenant, *product, user));
            blockers.push(Blocker { options, is_choice: false });
        }
        Statement::AddressHeld { .. } => blockers.push(Blocker { options: of_facts(), is_choice: true }),
        _ => trace.causes.iter().for_each(|cause| collect(tenant, target, cause, blockers)),
    }
}

/// Leaving the very group whose license is wanted is offered by itself.
fn gives_up(cure: &Cure, user: UserId, group: Option<GroupId>) -> bool {
    matches!(cure, Cure::Leave { user: who, group: left } if *who == user && Some(*left) == group)
}

fn provide(tenant: &Tenant, user: UserId, group: Option<GroupId>, any_of: &[PlanId]) -> Vec<Cure> {
    let carriers = group.map(Carrier::Group).into_iter().chain([Carrier::User(user)]);
    carriers.flat_map(|carrier| tenant.prerequisites_for(carrier, any_of)).collect()
}

/// A direct license in the way, given for the one that the group wants, in one request.
fn swaps(trace: &Trace, user: UserId, to: ProductId, as_in: GroupId) -> Vec<Cure> {
    let direct = trace.facts().into_iter().filter_map(|fact| match fact.statement {
        Statement::PlanHeld { product, path: Path::Direct, .. } if product != to => Some(product),
        _ => None,
    });
    direct.map(|from| Cure::Swap { user, from, to, as_in }).collect()
}

/// The plans that a row of the catalog prohibits, turned off in the group.
fn without_prohibited(tenant: &Tenant, product: ProductId, row: u32, group: GroupId) -> Vec<Cure> {
    let Some(rule) = tenant.catalog().locations.get(row as usize) else { return Vec::new() };
    let LocationScope::Plans(plans) = &rule.scope else { return Vec::new() };
    let holds = |plan: &&PlanId| tenant.product(product).is_some_and(|details| details.plans.contains(plan));
    let turn_off = |plan: &PlanId| Cure::TurnOff { carrier: Carrier::Group(group), product, plan: *plan };
    plans.iter().filter(holds).map(turn_off).collect()
}

/// A seat of a product that its holder would not miss: sign-in is blocked, or every plan of it comes by another path.
fn seat_nobody_needs(tenant: &Tenant, product: ProductId, not: UserId) -> Option<Cure> {
    let holders = tenant.users().filter(|user| *user != not);
    let mut direct = holders.filter(|user| {
        let mut paths = tenant.product_paths(*user, product).filter(|found| found.state.in_force());
        matches!((paths.next(), paths.next()), (Some(found), None) if found.path == Path::Direct)
    });
    direct
        .find(|user| {
            tenant.user(*user).is_some_and(|details| !details.account_enabled)
                || has_all_elsewhere(tenant, *user, product)
        })
        .map(|user| Cure::RemoveDirect { user, product })
}

fn has_all_elsewhere(tenant: &Tenant, user: UserId, product: ProductId) -> bool {
    let rows = tenant.paths(user);
    let gives = |row: &licensing_core::PathRow, plan: PlanId| {
        row.state.in_force() && tenant.plan_on_path(row, plan) == Some(licensing_core::PlanOnPath::Given)
    };
    let plans = tenant.product(product).map(|details| details.plans).unwrap_or_default();
    rows.iter().filter(|row| row.product == product).all(|own| {
        let on = plans.iter().filter(|plan| gives(own, **plan));
        on.into_iter().all(|plan| rows.iter().any(|row| row.product != product && gives(row, *plan)))
    })
}
