//! R14: who did what to what. It follows from an event alone, costs no memory, and is what a list of events is filtered
//! by. Source of the names: Microsoft's audit activity reference; those without a known name are ours.

use licensing_model::{AssignmentError, ContactId, GroupId, ProductId, UserId};

use super::event::{CommandNumber, Event};
use crate::tenant::Tenant;

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The administrator, by a command.
    Administrator,
    /// The background: "Microsoft Azure AD Group-Based Licensing".
    GroupBasedLicensing,
    /// The background that has rules decide on members (R17).
    DynamicMembership,
    /// Microsoft itself: a new plan, the passing of time, another rule.
    Microsoft,
}

/// What it was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A user.
    User(UserId),
    /// A group.
    Group(GroupId),
    /// A product.
    Product(ProductId),
    /// A contact.
    Contact(ContactId),
    /// The tenant.
    Tenant,
}

/// The main target of an event, and a second one.
pub type Targets = (Option<Target>, Option<Target>);

/// An event at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditGlance<'a> {
    /// Microsoft's activity name, word for word where one is known.
    pub activity: &'a str,
    /// To what; of an event that another tenant recorded, nothing.
    pub targets: Targets,
    /// Whether it records a failure.
    pub failed: bool,
    /// The error code of a failure.
    pub error: AssignmentError,
    /// Whether it is the concurrency exception (R2.3).
    pub put_off: bool,
}

/// What an event records, without what changed.
pub(crate) struct Heading {
    pub(crate) activity: &'static str,
    /// Microsoft's category.
    pub(crate) category: &'static str,
    pub(crate) actor: Actor,
    pub(crate) targets: Targets,
}

const USERS: &str = "UserManagement";
const GROUPS: &str = "GroupManagement";
const DIRECTORY: &str = "DirectoryManagement";

impl Tenant {
    /// Events at a glance, newest first.
    pub fn audit_glances(&self) -> impl Iterator<Item = AuditGlance<'_>> {
        self.audit.newest_first().map(|(_, _, event)| {
            let Heading { activity, targets, .. } = event.heading();
            let error = event.error();
            let put_off = matches!(event, Event::PutOff { .. });
            let recorded = match event {
                Event::Recorded { number } => self.recorded.get(number as usize),
                _ => None,
            };
            match recorded {
                Some(event) => {
                    let failed = !event.failure.is_empty();
                    AuditGlance { activity: &event.activity, targets, failed, error, put_off }
                }
                None => AuditGlance { activity, targets, failed: error != AssignmentError::None, error, put_off },
            }
        })
    }
}

impl Event {
    /// The error code of a failure.
    pub(crate) fn error(self) -> AssignmentError {
        match self {
            Event::PathFailed { error, .. } => error,
            _ => AssignmentError::None,
        }
    }

    /// Who did what to what.
    pub(crate) fn heading(self) -> Heading {
        let user = |user| (Some(Target::User(user)), None);
        let group = |group| (Some(Target::Group(group)), None);
        let member = |member, group| (Some(member), Some(Target::Group(group)));
        let product = |product| (Some(Target::Product(product)), None);
        let tenant = (Some(Target::Tenant), None);
        match self {
            Event::UserCreated { user: id, .. } => admin("Add user", USERS, user(id)),
            Event::UserRenamed { user: id, .. }
            | Event::LocationChanged { user: id, .. }
            | Event::UserTouched { user: id, .. }
            | Event::UserPropertySet { user: id, .. }
            | Event::AddressesSet { user: id, .. } => admin("Update user", USERS, user(id)),
            Event::AccountEnabledChanged { user: id, enabled, .. } => {
                admin(if enabled { "Enable account" } else { "Disable account" }, USERS, user(id))
            }
            Event::UserDeleted { user: id, .. } => admin("Delete user", USERS, user(id)),
            Event::UserRestored { user: id, .. } => admin("Restore user", USERS, user(id)),
            Event::GroupCreated { group: id, .. } => admin("Add group", GROUPS, group(id)),
            Event::GroupRenamed { group: id, .. }
            | Event::RuleSet { group: id, .. }
            | Event::GroupPropertySet { group: id, .. } => admin("Update group", GROUPS, group(id)),
            Event::GroupDeleted { group: id, .. } => admin("Delete group", GROUPS, group(id)),
            Event::GroupRestored { group: id, .. } => admin("Restore group", GROUPS, group(id)),
            Event::UserJoined { number, group, user } => {
                by(number)("Add member to group", GROUPS, member(Target::User(user), group))
            }
            Event::UserLeft { number, group, user } => {
                by(number)("Remove member from group", GROUPS, member(Target::User(user), group))
            }
            Event::GroupJoined { group, member: inner, .. } => {
                admin("Add member to group", GROUPS, member(Target::Group(inner), group))
            }
            Event::GroupLeft { group, member: inner, .. } => {
                admin("Remove member from group", GROUPS, member(Target::Group(inner), group))
            }
            Event::TemplateChanged { group: id, .. } => admin("Set group license", GROUPS, group(id)),
            Event::DirectChanged { user: id, .. } => admin("Change user license", USERS, user(id)),
            Event::UserReprocessed { user: id, .. } => admin("Reprocess license assignment", USERS, user(id)),
            Event::GroupReprocessed { group: id, .. } => {
                admin("Trigger group license recalculation", GROUPS, group(id))
            }
            Event::UnitsSet { product: id, .. } => admin("Set subscription units", DIRECTORY, product(id)),
            Event::PlanAdded { product: id, .. } => microsoft("Add service plan to product", product(id)),
            Event::ContactAdded { contact, .. } => {
                admin("Add contact", DIRECTORY, (Some(Target::Contact(contact)), None))
            }
            Event::ContactRenamed { contact, .. } | Event::ContactAddressesSet { contact, .. } => {
                admin("Update contact", DIRECTORY, (Some(Target::Contact(contact)), None))
            }
            Event::ContactDeleted { contact, .. } => {
                admin("Delete contact", DIRECTORY, (Some(Target::Contact(contact)), None))
            }
            Event::RulesSwitched { .. } => microsoft("Switch rule set", tenant),
            Event::PairSet { .. } => microsoft("Change exclusive pair", tenant),
            Event::PrerequisiteSet { .. } => microsoft("Change prerequisite", tenant),
            Event::CountrySet { .. } => admin("Update company", DIRECTORY, tenant),
            Event::DomainSet { is_added, .. } => {
                admin(if is_added { "Add verified domain" } else { "Remove verified domain" }, DIRECTORY, tenant)
            }
            Event::WorkersSet { .. } => microsoft("Set workers", tenant),
            Event::DaysPassed { .. } => microsoft("Let days pass", tenant),
            Event::RunStarted { group: id, .. } => {
                service("Start applying group based license to users", GROUPS, group(id))
            }
            Event::RunFinished { group: id, .. } => {
                service("Finish applying group based license to users", GROUPS, group(id))
            }
            Event::RuleRunStarted { group: id } => {
                dynamic("Start applying membership rule to users", GROUPS, group(id))
            }
            Event::RuleRunFinished { group: id, .. } => {
                dynamic("Finish applying membership rule to users", GROUPS, group(id))
            }
            Event::MoveCutOff { user, group } => {
                dynamic("Apply membership rule to user", GROUPS, member(Target::User(user), group))
            }
            Event::PathChanged { user, group, .. }
            | Event::PathFailed { user, group, .. }
            | Event::PathConverted { user, group, .. } => {
                service("Change user license", USERS, member(Target::User(user), group))
            }
            Event::AddressesCalculated { number, user: id, .. } if number == CommandNumber::NONE => {
                service("Update user", USERS, user(id))
            }
            Event::AddressesCalculated { user: id, .. } => admin("Update user", USERS, user(id)),
            Event::PutOff { user: id, .. } => service("Change user license", USERS, user(id)),
            // What another tenant recorded is told by its record.
            Event::Recorded { .. } => microsoft("", (None, None)),
        }
    }
}

fn admin(activity: &'static str, category: &'static str, targets: Targets) -> Heading {
    Heading { activity, category, actor: Actor::Administrator, targets }
}

/// Whoever moved a member: the administrator by a command, or a rule.
fn by(number: CommandNumber) -> fn(&'static str, &'static str, Targets) -> Heading {
    if number == CommandNumber::NONE { dynamic } else { admin }
}

fn dynamic(activity: &'static str, category: &'static str, targets: Targets) -> Heading {
    Heading { activity, category, actor: Actor::DynamicMembership, targets }
}

fn service(activity: &'static str, category: &'static str, targets: Targets) -> Heading {
    Heading { activity, category, actor: Actor::GroupBasedLicensing, targets }
}

fn microsoft(activity: &'static str, targets: Targets) -> Heading {
    Heading { activity, category: DIRECTORY, actor: Actor::Microsoft, targets }
}
