//! Users: the list, and one user.

use licensing_model::{CountryCode, Path};

use crate::names::{GroupName, PersonName, ProductName};
use crate::route::WhyTarget;
use crate::status::Status;

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
    pub in_force: bool,
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
