//! Everything that a tenant is, as plain values: what storage, links and import put a tenant together from.
//!
//! A state says what holds now, not how it came to be. Names, sets of disabled plans, templates and rows that many
//! users share stand once, in tables, and are named by their position there. What follows from the rest (seats in use,
//! counts of errors, indices) is not in it.
//!
//! The engine makes one with `Tenant::state` and reads one with `Tenant::restore`, which checks all of it. The
//! reference model does not know it.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::address::ProxyAddress;
use crate::assignment::{AssignmentError, ProcessingState};
use crate::catalog::OwnCatalog;
use crate::command::{GroupKind, Member};
use crate::country::CountryCode;
use crate::guid::{Guid, GuidKind};
use crate::ids::{GroupId, PlanId, ProductId, UserId};
use crate::property::Property;
use crate::rule::Membership;
use crate::settings::TenantSettings;
use crate::snapshot::RunTarget;
use crate::units::Units;

/// A tenant at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TenantState {
    /// Seed, rule set, country, domains and workers, as they are now.
    pub settings: TenantSettings,
    /// Products, plans and lists of plans that the catalog does not have.
    pub own: Arc<OwnCatalog>,
    /// Exclusive pairs that this tenant counts, or does not, otherwise than its rule set: the smaller id first, rising.
    pub pairs: Vec<(PlanId, PlanId, bool)>,
    /// Plans whose prerequisites this tenant counts, or does not, otherwise than its rule set; rising.
    pub prerequisites: Vec<(PlanId, bool)>,
    /// The simulated clock, in seconds after its start.
    pub clock: u32,
    /// How many commands were accepted.
    pub accepted: u32,
    /// Ids that do not follow from the seed: those of an imported tenant.
    pub ids: Vec<(GuidKind, u32, Guid)>,
    /// The values that the rest names by position.
    pub tables: Tables,
    /// The users.
    pub users: UsersState,
    /// The groups, by their numbers, deleted ones too.
    pub groups: Vec<GroupState>,
    /// The contacts, by their numbers.
    pub contacts: Vec<ContactState>,
    /// Properties of users and groups that are kept as they were given, rising, each with the number of its text.
    pub properties: Vec<(Member, Property, u32)>,
    /// The products that the tenant subscribes to, rising.
    pub subscriptions: Vec<SubscriptionState>,
    /// The queue.
    pub queue: QueueState,
    /// The audit log.
    pub audit: AuditState,
}

/// Values that many objects share.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tables {
    /// Names. Number 0 is none of its own; number `n` is the text at `n - 1`.
    pub texts: Vec<String>,
    /// Sets of disabled plans, each rising. Number `n` is the set at `n`; number 0 is the empty one.
    pub disabled: Vec<Vec<PlanId>>,
    /// Templates: products, rising, each with the number of its disabled plans. Number 0 has no products.
    pub templates: Vec<Vec<(ProductId, u32)>>,
    /// Outcomes: the rows of one path, by product. Number 0 has none.
    pub outcomes: Vec<Vec<RowState>>,
    /// When the rows of an outcome changed, where they did not all change at once: a time for each row.
    pub times: Vec<Vec<u32>>,
}

/// One row of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RowState {
    /// Which product.
    pub product: ProductId,
    /// The number of its disabled plans: those in force, or in an `Error` row those wanted.
    pub disabled: u32,
    /// Whether it holds its seat.
    pub in_force: bool,
    /// What went wrong last.
    pub error: AssignmentError,
}

/// The rows of one path of one user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PathState {
    /// The number of the outcome; 0 is the one without rows.
    pub outcome: u32,
    /// When the rows changed last.
    pub times: RowTimes,
}

/// When the rows of a path changed last, in seconds of the simulated clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowTimes {
    /// All at this moment.
    Same(u32),
    /// Each at its own: the number of the list in [`Tables::times`].
    Listed(u32),
}

impl Default for RowTimes {
    fn default() -> Self {
        RowTimes::Same(0)
    }
}

/// The users, a column for each attribute; all columns are equally long.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct UsersState {
    /// The number of the text of `displayName`.
    pub names: Vec<u32>,
    /// The number of the text of `userPrincipalName`.
    pub principal_names: Vec<u32>,
    /// The number of the text of `mailNickname`.
    pub nicknames: Vec<u32>,
    /// `usageLocation`.
    pub locations: Vec<Option<CountryCode>>,
    /// `userType` is `Guest`.
    pub guests: Vec<bool>,
    /// `accountEnabled` is false.
    pub blocked: Vec<bool>,
    /// `mail` and `proxyAddresses`.
    pub mailboxes: Vec<MailboxState>,
    /// The rows of the direct path.
    pub direct: Vec<PathState>,
    /// For each user where its edges end in `edges`; they begin where those of the user before end.
    pub edge_ends: Vec<u32>,
    /// What users have to do with groups: for each user first the groups that it left while rows remain, in the order
    /// of leaving, then those that it is a member of, in the order of joining (also deleted ones).
    pub edges: Vec<EdgeState>,
    /// When deleted users were deleted, by user, rising.
    pub deleted: Vec<(UserId, u32)>,
}

/// What a user and a group have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EdgeState {
    /// The group.
    pub group: GroupId,
    /// The user left it, or it was deleted, and rows remain.
    pub is_left: bool,
    /// The rows.
    pub path: PathState,
}

/// The mail attributes of a user.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum MailboxState {
    /// None.
    #[default]
    Empty,
    /// Just what the calculation gives a user that had none.
    Calculated,
    /// Something else.
    Own {
        /// `mail`.
        mail: Option<String>,
        /// `proxyAddresses`.
        proxy_addresses: Vec<ProxyAddress>,
    },
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupState {
    /// The number of the text of `displayName`.
    pub name: u32,
    /// What it is.
    pub kind: GroupKind,
    /// The number of its template.
    pub template: u32,
    /// `licenseProcessingState`.
    pub processing: Option<ProcessingState>,
    /// When it was deleted.
    pub deleted_at: Option<u32>,
    /// Users in the order of joining, each with whether it left while rows remain.
    pub users: Vec<(UserId, bool)>,
    /// Those who left while rows remain, in the order of leaving.
    pub left: Vec<UserId>,
    /// Groups that are members.
    pub nested: Vec<GroupId>,
    /// Its membership rule: the number of the text, and whether it decides (R17).
    pub rule: Option<(u32, Membership)>,
}

/// A contact. A deleted one keeps its number and its name, by which the audit log calls it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ContactState {
    /// The number of the text of `displayName`.
    pub name: u32,
    /// `proxyAddresses`.
    pub proxy_addresses: Vec<ProxyAddress>,
    /// Whether it is deleted; it holds nothing then.
    pub deleted: bool,
}

/// A product of the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionState {
    /// Which.
    pub product: ProductId,
    /// What was bought.
    pub units: Units,
    /// Plans that were added by hand, in that order.
    pub added: Vec<PlanId>,
    /// The rows that are short of a seat, in the order in which they became so.
    pub short: Vec<(UserId, GroupId)>,
}

/// The queue.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct QueueState {
    /// Runs whose first step was taken, first in first.
    pub started: Vec<StartedState>,
    /// Runs that wait, first in first.
    pub waiting: Vec<RunTarget>,
    /// How often the rule of a group moved a user since the last command, rising (R17).
    pub moved: Vec<(GroupId, UserId, u8)>,
}

/// A run whose first step was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartedState {
    /// Whom it is for.
    pub target: RunTarget,
    /// The users that a group run takes, in order; a user run has none.
    pub users: Vec<UserId>,
    /// How many were taken.
    pub taken: u32,
    /// Users without a row in error afterwards.
    pub succeeded: u32,
    /// Users with one.
    pub failed: u32,
}

/// The audit log.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AuditState {
    /// Pages of events as the log keeps them; their numbers name the tables of this very state. Without pages the
    /// tenant begins with an empty log.
    pub pages: Vec<Vec<u8>>,
    /// Events that were recorded elsewhere and came with an import; pages name them by position.
    pub recorded: Vec<RecordedEvent>,
    /// What kinds of events are among them.
    pub events: AuditEvents,
}

/// The release that knows every kind of event of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum AuditEvents {
    /// The first.
    #[default]
    First,
    /// The one that keeps properties.
    Properties,
    /// The one with membership rules, and contacts that are changed.
    Rules,
}

/// An event of the audit log as another tenant recorded it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RecordedEvent {
    /// What was done, in the other tenant's words.
    pub activity: String,
    /// Who did it.
    pub actor: String,
    /// The objects that it was done to, by name.
    pub targets: Vec<String>,
    /// Why it failed; empty where it did not.
    pub failure: String,
    /// The whole event as the importer understands it. The engine hands it back as it is.
    pub document: String,
}
