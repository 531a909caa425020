//! Users: the list, and one user.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::{Holder, PathRow, PlanOnPath, Tenant};
use licensing_model::address::ProxyAddress;
use licensing_model::guid::GuidKind;
use licensing_model::{AssignmentError, CountryCode, GroupId, Path, PlanId, ProductId, Property, UserId};
use licensing_wording::{Text, Words};

use crate::icon::Icon;
use crate::linked::Linked;
use crate::names::{GroupName, PersonName, ProductName};
use crate::read;
use crate::route::WhyTarget;
use crate::rule;
use crate::status::{Status, Tone};

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
    /// What groups give of which there is no path yet, a sentence for each group.
    pub awaited: Vec<String>,
    /// Which path gives which plan.
    pub matrix: PlanMatrix,
    /// Where the user counts as being.
    pub location: LocationView,
    /// `proxyAddresses` in order.
    pub addresses: Vec<AddressRow>,
    /// `mail`.
    pub mail: Option<String>,
    /// `mailNickname`.
    pub nickname: String,
    /// `accountEnabled` is false: the user cannot sign in.
    pub sign_in_blocked: bool,
    /// `department`.
    pub department: String,
    /// `jobTitle`.
    pub job_title: String,
    /// Groups that the user is a direct member of, in the order of joining.
    pub groups: Vec<Joined>,
    /// The first path in error.
    pub why: Option<WhyTarget>,
}

/// A group that the user is a member of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// Which.
    pub group: GroupName,
    /// A rule decides who is a member: nobody leaves by hand (R17).
    pub by_rule: bool,
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
    /// `15 of 15 plans on`.
    pub plans_on: String,
    /// Since when it is as it is, by the simulated clock.
    pub since: u32,
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
    /// Something decides here: a clash, or paths that differ. The others only say that nothing is in the way.
    pub decides: bool,
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
    /// What the legend says.
    pub const fn text(self) -> Text {
        match self {
            Cell::Absent => Text::CELL_ABSENT,
            Cell::On => Text::CELL_ON,
            Cell::Wanted => Text::CELL_WANTED,
            Cell::Clash => Text::CELL_CLASH,
            Cell::Off => Text::CELL_OFF,
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
    /// Other objects that hold it too.
    pub others: Vec<Linked>,
}

/// Some rows of a long list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many there are in all.
    pub all: usize,
}

fn failures(rows: &[PathRow]) -> usize {
    rows.iter().filter(|row| row.error != AssignmentError::None).count()
}

/// One user, if it is there or can be brought back.
pub fn user(tenant: &Tenant, words: Words, id: UserId) -> Option<UserView> {
    let details = tenant.user(id)?;
    let rows = tenant.paths(id);
    let in_force: BTreeSet<ProductId> = rows.iter().filter(|row| row.state.in_force()).map(|row| row.product).collect();
    let paths = words.count_paths(rows.len());
    let summary = match details.deleted_at {
        Some(_) => words.paths_of_deleted(&paths),
        None => {
            let active = rows.iter().filter(|row| row.state.in_force()).count();
            words.paths_of_user(&paths, active, &words.count_seats(in_force.len()))
        }
    };
    let until = |at: u32| words.deleted_until(&words.moment(at + Tenant::RESTORABLE_SECONDS));
    Some(UserView {
        person: PersonName::new(id, &details.name),
        principal_name: details.principal_name,
        object_id: tenant.guid(GuidKind::User, id.raw()).to_string(),
        kind: words.text(if details.guest { Text::GUEST } else { Text::MEMBER }),
        deleted: details.deleted_at.map(until),
        in_error: failures(&rows),
        summary,
        paths: rows.iter().map(|row| path_view(tenant, words, id, row)).collect(),
        awaited: awaited(tenant, words, id),
        matrix: matrix(tenant, words, id, &rows),
        location: LocationView {
            set: details.location,
            name: words.country(tenant.effective_location(id)),
            source: words.text(match details.location {
                Some(_) => Text::LOCATION_SET,
                None => Text::LOCATION_INHERITED,
            }),
            tenant: words.country(tenant.country()),
        },
        addresses: details.mailbox.proxy_addresses.iter().map(|address| address_row(tenant, id, address)).collect(),
        mail: details.mailbox.mail.clone(),
        nickname: details.nickname,
        sign_in_blocked: !details.account_enabled,
        department: tenant.user_property(id, Property::DEPARTMENT).unwrap_or_default().to_string(),
        job_title: tenant.user_property(id, Property::JOB_TITLE).unwrap_or_default().to_string(),
        groups: tenant.groups_of(id).map(|group| joined(tenant, group)).collect(),
        why: read::first_failure(&rows).map(|row| read::why(id, row)),
    })
}

fn joined(tenant: &Tenant, group: GroupId) -> Joined {
    Joined { group: read::group_name(tenant, group), by_rule: rule::decides(tenant, group) }
}

/// What the user's groups give that no step has looked at yet: it is neither there nor has it failed.
fn awaited(tenant: &Tenant, words: Words, user: UserId) -> Vec<String> {
    let of_group = |group: GroupId| {
        let details = tenant.group(group).filter(|group| group.deleted_at.is_none())?;
        let has_path = |product: &&ProductId| tenant.path(user, **product, Path::Group(group)).is_some();
        let missing = details.template.keys().filter(|product| !has_path(product));
        let names: Vec<String> = missing.map(|product| read::product_name(tenant, *product).name).collect();
        (!names.is_empty()).then(|| words.path_awaited(&tenant.group_name(group), &words.list(&names)))
    };
    if tenant.user(user).is_none_or(|user| user.deleted_at.is_some()) {
        return Vec::new();
    }
    tenant.groups_of(user).filter_map(of_group).collect()
}

fn address_row(tenant: &Tenant, user: UserId, address: &ProxyAddress) -> AddressRow {
    let others = tenant.holders(&address.address).into_iter().filter(|holder| *holder != Holder::User(user));
    let others = others.map(|holder| read::holder(tenant, holder)).collect();
    AddressRow { text: address.to_string(), primary: address.primary, others }
}

fn path_view(tenant: &Tenant, words: Words, user: UserId, row: &PathRow) -> PathView {
    let (on, of) = read::plans_on(tenant, row.product, |plan| row.disabled.contains(&plan));
    PathView {
        product: read::product_name(tenant, row.product),
        group: match row.path {
            Path::Direct => None,
            Path::Group(group) => Some(read::group_name(tenant, group)),
        },
        status: read::path_status(tenant, words, user, row),
        plans_on: words.plans_on_in_template(of, on),
        since: row.updated,
        why: read::why(user, row),
        failed: row.error != AssignmentError::None,
    }
}

fn matrix(tenant: &Tenant, words: Words, user: UserId, rows: &[PathRow]) -> PlanMatrix {
    let effective = tenant.effective_plans(user);
    let plans: BTreeSet<PlanId> = rows
        .iter()
        .filter_map(|row| tenant.product(row.product))
        .flat_map(|details| details.plans.into_iter())
        .collect();
    // Whom each plan clashes with, where a path failed for that reason.
    let mut clashes: BTreeMap<PlanId, PlanId> = BTreeMap::new();
    for (plan, held) in rows.iter().flat_map(|row| tenant.clashes_of_path(user, row)) {
        clashes.insert(plan, held);
        clashes.insert(held, plan);
    }
    let mut matrix_rows: Vec<MatrixRow> = plans
        .iter()
        .map(|plan| matrix_row(tenant, words, rows, *plan, effective.contains(plan), clashes.get(plan)))
        .collect();
    let names: Vec<String> = matrix_rows.iter().map(|row| row.plan.clone()).collect();
    for row in &mut matrix_rows {
        row.ambiguous = names.iter().filter(|name| **name == row.plan).count() > 1;
    }
    matrix_rows.sort_by(|a, b| (b.bad, b.decides, &a.plan).cmp(&(a.bad, a.decides, &b.plan)));
    PlanMatrix {
        columns: rows.iter().map(|row| column(tenant, words, row)).collect(),
        summary: words.plans_on_of(effective.len(), plans.len()),
        rows: matrix_rows,
    }
}

fn column(tenant: &Tenant, words: Words, row: &PathRow) -> MatrixColumn {
    MatrixColumn {
        product: read::product_name(tenant, row.product),
        path: match row.path {
            Path::Direct => words.text(Text::DIRECT).to_string(),
            Path::Group(group) => tenant.group_name(group),
        },
    }
}

fn matrix_row(
    tenant: &Tenant,
    words: Words,
    rows: &[PathRow],
    plan: PlanId,
    is_on: bool,
    clash: Option<&PlanId>,
) -> MatrixRow {
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
            let note = off_somewhere.then(|| words.text(Text::OFF_ON_ONE_PATH).to_string());
            (Status::new(Tone::Ok, Icon::Ok, words.text(Text::ON)), note)
        }
        (false, Some(other)) if cells.contains(&Cell::Clash) => {
            let note = words.clashes_with(&tenant.plan_words(*other));
            (Status::new(Tone::Error, Icon::Clash, words.text(Text::BLOCKED)), Some(note))
        }
        (false, _) => (Status::new(Tone::Neutral, Icon::Off, words.text(Text::OFF)), None),
    };
    MatrixRow {
        plan: name.name,
        technical: name.technical,
        ambiguous: false,
        cells,
        effective,
        note,
        bad: clash.is_some(),
        decides: clash.is_some() || off_somewhere,
    }
}
