//! Users: the list, and one user.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::Tenant;
use licensing_core::{PathRow, PlanOnPath};
use licensing_model::guid::GuidKind;
use licensing_model::{AssignmentError, CountryCode, Path, PlanId, ProductId, UserId};

use crate::country;
use crate::icon::Icon;
use crate::names::{GroupName, PersonName, ProductName};
use crate::read;
use crate::route::WhyTarget;
use crate::status::{Status, Tone};
use crate::words;

/// One user in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRow {
    /// Who.
    pub person: PersonName,
    /// `userPrincipalName`.
    pub principal_name: String,
    /// Where the user counts as being.
    pub location: String,
    /// Products in force.
    pub products: Vec<ProductName>,
    /// Paths in error.
    pub in_error: usize,
    /// A path in error, to be explained.
    pub why: Option<WhyTarget>,
}

/// One user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserView {
    /// Who.
    pub person: PersonName,
    /// `userPrincipalName`.
    pub principal_name: String,
    /// Its GUID.
    pub object_id: String,
    /// Member or guest.
    pub kind: &'static str,
    /// Deleted, and until when it can be restored.
    pub deleted: Option<String>,
    /// Paths in error.
    pub in_error: usize,
    /// All paths in a few words.
    pub summary: String,
    /// Every path.
    pub paths: Vec<PathView>,
    /// Which path gives which plan.
    pub matrix: PlanMatrix,
    /// Where the user counts as being.
    pub location: LocationView,
    /// `proxyAddresses` in order.
    pub addresses: Vec<AddressRow>,
    /// `mail`.
    pub mail: Option<String>,
    /// Groups that the user is a direct member of, in the order of joining.
    pub groups: Vec<GroupName>,
    /// The first path in error.
    pub why: Option<WhyTarget>,
}

/// One path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathView {
    /// Which product.
    pub product: ProductName,
    /// The group that it is inherited from; none if it is direct.
    pub group: Option<GroupName>,
    /// State or error.
    pub status: Status,
    /// `15 of 15`.
    pub plans_on: String,
    /// Whether it holds a seat.
    pub has_seat: bool,
    /// When it changed last.
    pub changed: String,
    /// The explanation.
    pub why: WhyTarget,
    /// Whether something is wrong with it.
    pub failed: bool,
}

impl PathView {
    /// The path itself.
    pub fn path(&self) -> Path {
        self.why.path
    }
}

/// Which path gives which plan.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PlanMatrix {
    /// The paths.
    pub columns: Vec<MatrixColumn>,
    /// The plans, those that matter first.
    pub rows: Vec<MatrixRow>,
    /// How many are on.
    pub summary: String,
}

/// One path of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixColumn {
    /// Which product.
    pub product: ProductName,
    /// `Direct`, or the group's name.
    pub path: String,
}

/// One plan of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// The plan's name.
    pub plan: String,
    /// Its technical name.
    pub technical: String,
    /// Another plan of the matrix has the same name, so that only the technical one tells them apart.
    pub ambiguous: bool,
    /// What each path does with it.
    pub cells: Vec<Cell>,
    /// What the user has of it.
    pub effective: Status,
    /// What else is to be said.
    pub note: Option<String>,
    /// Part of a clash.
    pub bad: bool,
}

/// What one path does with one plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The product does not hold the plan.
    Absent,
    /// On, in force.
    On,
    /// On, but the path is not in force.
    Wanted,
    /// On, not in force, and it clashes with a plan that is.
    Clash,
    /// Switched off on this path.
    Off,
}

impl Cell {
    /// The words of the legend.
    pub const fn words(self) -> &'static str {
        match self {
            Cell::Absent => "Not in this product",
            Cell::On => "On, in force",
            Cell::Wanted => "Wanted, not in force",
            Cell::Clash => "Clashes",
            Cell::Off => "Off on this path",
        }
    }
}

/// Where a user counts as being.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocationView {
    /// `usageLocation`, if it is set.
    pub set: Option<CountryCode>,
    /// The country that counts for licenses of groups.
    pub name: String,
    /// Where that comes from.
    pub source: &'static str,
    /// The tenant's country.
    pub tenant: String,
}

/// One proxy address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressRow {
    /// With its prefix.
    pub text: String,
    /// Mail leaves from it.
    pub primary: bool,
}

/// Some rows of a long list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many there are in all.
    pub all: usize,
}

/// Users whose name or userPrincipalName holds `filter`, at most `most`, as they were created.
pub fn users(tenant: &Tenant, filter: &str, most: usize) -> Page<UserRow> {
    let wanted = filter.trim().to_lowercase();
    let is_wanted = |user: &UserId| {
        wanted.is_empty()
            || tenant.user_name(*user).to_lowercase().contains(&wanted)
            || tenant.principal_name(*user).to_lowercase().contains(&wanted)
    };
    let rows = tenant.users().filter(is_wanted).take(most).map(|user| user_row(tenant, user)).collect();
    Page { rows, all: tenant.user_count() }
}

fn user_row(tenant: &Tenant, user: UserId) -> UserRow {
    let rows = tenant.paths(user);
    let held: BTreeSet<ProductId> = rows.iter().filter(|row| row.state.in_force()).map(|row| row.product).collect();
    UserRow {
        person: read::person(tenant, user),
        principal_name: tenant.principal_name(user),
        location: read::location(tenant, user),
        products: held.into_iter().map(|product| read::product_name(tenant, product)).collect(),
        in_error: failures(&rows),
        why: read::first_failure(&rows).map(|row| read::why(user, row)),
    }
}

fn failures(rows: &[PathRow]) -> usize {
    rows.iter().filter(|row| row.error != AssignmentError::None).count()
}

/// Deleted users that can be brought back.
pub fn deleted_users(tenant: &Tenant) -> Vec<PersonName> {
    tenant.deleted_users().into_iter().map(|user| read::person(tenant, user)).collect()
}

/// One user, if it is there or can be brought back.
pub fn user(tenant: &Tenant, id: UserId) -> Option<UserView> {
    let details = tenant.user(id)?;
    let rows = tenant.paths(id);
    let in_force: BTreeSet<ProductId> = rows.iter().filter(|row| row.state.in_force()).map(|row| row.product).collect();
    let paths = words::count(rows.len(), "path", "paths");
    let summary = match details.deleted_at {
        Some(_) => format!("{paths}, kept for a restore; no seat is used"),
        None => format!(
            "{paths}, {} in force, {}",
            rows.iter().filter(|row| row.state.in_force()).count(),
            words::count(in_force.len(), "seat", "seats")
        ),
    };
    let until = |at: u32| format!("Deleted; can be restored until {}", words::moment(at + Tenant::RESTORABLE_SECONDS));
    Some(UserView {
        person: PersonName::new(id, &details.name),
        principal_name: details.principal_name,
        object_id: tenant.guid(GuidKind::User, id.raw()).to_string(),
        kind: if details.guest { "Guest" } else { "Member" },
        deleted: details.deleted_at.map(until),
        in_error: failures(&rows),
        summary,
        paths: rows.iter().map(|row| path_view(tenant, id, row, details.deleted_at.is_none())).collect(),
        matrix: matrix(tenant, id, &rows),
        location: LocationView {
            set: details.location,
            name: country::name(tenant.effective_location(id)),
            source: if details.location.is_some() { "set on the user" } else { "the tenant's country; none is set" },
            tenant: country::name(tenant.country()),
        },
        addresses: details
            .mailbox
            .proxy_addresses
            .iter()
            .map(|address| AddressRow { text: address.to_string(), primary: address.primary })
            .collect(),
        mail: details.mailbox.mail.clone(),
        groups: tenant.groups_of(id).map(|group| read::group_name(tenant, group)).collect(),
        why: read::first_failure(&rows).map(|row| read::why(id, row)),
    })
}

fn path_view(tenant: &Tenant, user: UserId, row: &PathRow, uses_seats: bool) -> PathView {
    let (on, of) = read::plans_on(tenant, row.product, |plan| row.disabled.contains(&plan));
    PathView {
        product: read::product_name(tenant, row.product),
        group: match row.path {
            Path::Direct => None,
            Path::Group(group) => Some(read::group_name(tenant, group)),
        },
        status: read::path_status(tenant, row),
        plans_on: format!("{on} of {of}"),
        has_seat: uses_seats && row.state.in_force(),
        changed: words::time_of_day(row.updated),
        why: read::why(user, row),
        failed: row.error != AssignmentError::None,
    }
}

fn matrix(tenant: &Tenant, user: UserId, rows: &[PathRow]) -> PlanMatrix {
    let effective = tenant.effective_plans(user);
    let plans: BTreeSet<PlanId> = rows
        .iter()
        .filter_map(|row| tenant.product(row.product))
        .flat_map(|details| details.plans.into_iter())
        .collect();
    // Whom each plan clashes with, where a path failed for that reason.
    let mut clashes: BTreeMap<PlanId, PlanId> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.error == AssignmentError::MutuallyExclusiveViolation) {
        for plan in plans.iter().filter(|plan| tenant.plan_on_path(row, **plan) == Some(PlanOnPath::Wanted)) {
            if let Some(held) = effective.iter().find(|held| tenant.excludes(*plan, **held)) {
                clashes.insert(*plan, *held);
                clashes.insert(*held, *plan);
            }
        }
    }
    let mut matrix_rows: Vec<MatrixRow> =
        plans.iter().map(|plan| matrix_row(tenant, rows, *plan, effective.contains(plan), clashes.get(plan))).collect();
    let names: Vec<String> = matrix_rows.iter().map(|row| row.plan.clone()).collect();
    for row in &mut matrix_rows {
        row.ambiguous = names.iter().filter(|name| **name == row.plan).count() > 1;
    }
    matrix_rows.sort_by(|a, b| b.bad.cmp(&a.bad).then_with(|| a.plan.cmp(&b.plan)));
    PlanMatrix {
        columns: rows.iter().map(|row| column(tenant, row)).collect(),
        summary: format!("{} of {} on", effective.len(), plans.len()),
        rows: matrix_rows,
    }
}

fn column(tenant: &Tenant, row: &PathRow) -> MatrixColumn {
    MatrixColumn {
        product: read::product_name(tenant, row.product),
        path: match row.path {
            Path::Direct => "Direct".to_string(),
            Path::Group(group) => tenant.group_name(group),
        },
    }
}

fn matrix_row(tenant: &Tenant, rows: &[PathRow], plan: PlanId, is_on: bool, clash: Option<&PlanId>) -> MatrixRow {
    let cells: Vec<Cell> = rows
        .iter()
        .map(|row| match tenant.plan_on_path(row, plan) {
            None => Cell::Absent,
            Some(PlanOnPath::Given) => Cell::On,
            Some(PlanOnPath::Off) => Cell::Off,
            Some(PlanOnPath::Wanted) if clash.is_some() && !is_on => Cell::Clash,
            Some(PlanOnPath::Wanted | PlanOnPath::Withheld) => Cell::Wanted,
        })
        .collect();
    let name = read::plan_choice(tenant, plan);
    let off_somewhere = is_on && cells.contains(&Cell::Off);
    let (effective, note) = match (is_on, clash) {
        (true, _) => {
            let note = off_somewhere.then(|| "off on one path, on by another: on".to_string());
            (Status::new(Tone::Ok, Icon::Ok, "On"), note)
        }
        (false, Some(other)) if cells.contains(&Cell::Clash) => {
            let note = format!("clashes with {}", tenant.plan_name(*other));
            (Status::new(Tone::Error, Icon::Clash, "Blocked"), Some(note))
        }
        (false, _) => (Status::new(Tone::Neutral, Icon::Off, "Off"), None),
    };
    MatrixRow {
        plan: name.name,
        technical: name.technical,
        ambiguous: false,
        cells,
        effective,
        note,
        bad: clash.is_some(),
    }
}
