//! Everything that can be asked of a tenant.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem::{self, Discriminant};

use crate::address::ProxyAddress;
use crate::country::CountryCode;
use crate::ids::{ContactId, GroupId, PlanId, ProductId, UserId};
use crate::property::Property;
use crate::rule::MembershipRule;
use crate::rule_set::RuleSet;
use crate::units::Units;

/// A product with the plans that are switched off (`assignedLicense`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct License {
    /// Which product.
    pub product: ProductId,
    /// Its disabled plans, in any order; a plan that appears twice counts once.
    pub disabled: Vec<PlanId>,
}

/// One change of the licenses of a user or a group: `addLicenses` and `removeLicenses` of Graph, applied together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LicenseChange {
    /// Products to add, or whose disabled plans are replaced.
    pub add: Vec<License>,
    /// Products to take away.
    pub remove: Vec<ProductId>,
}

/// Something that can be a member of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member {
    /// A user.
    User(UserId),
    /// A group; it is never licensed through the group that it is in (R13).
    Group(GroupId),
}

/// What a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupKind {
    /// A security group.
    Security,
    /// A Microsoft 365 group with `securityEnabled`.
    Microsoft365Security,
    /// A Microsoft 365 group without it.
    Microsoft365,
    /// A distribution list; it can never be licensed.
    Distribution,
}

impl GroupKind {
    /// Whether it is a Microsoft 365 group, which Graph calls `Unified`.
    pub fn is_unified(self) -> bool {
        matches!(self, GroupKind::Microsoft365 | GroupKind::Microsoft365Security)
    }
}

/// A new user. Names may be any Unicode up to 256 characters.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct NewUser {
    /// `displayName`.
    pub display_name: String,
    /// `userPrincipalName`; its domain is one of the tenant's.
    pub user_principal_name: String,
    /// `mailNickname`; the part of the userPrincipalName before the `@` if none is given.
    pub mail_nickname: Option<String>,
    /// `usageLocation`.
    pub usage_location: Option<CountryCode>,
    /// `userType` is `Guest`; nothing depends on it (R12).
    pub guest: bool,
}

/// Changes of a user; a field that is `None` stays.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct UserPatch {
    /// `displayName`.
    pub display_name: Option<String>,
    /// `userPrincipalName`.
    pub user_principal_name: Option<String>,
    /// `mailNickname`.
    pub mail_nickname: Option<String>,
    /// `usageLocation`; `Some(None)` clears it.
    pub usage_location: Option<Option<CountryCode>>,
    /// `accountEnabled`; nothing depends on it (R12).
    pub account_enabled: Option<bool>,
}

/// What a command asks for, whatever it names.
pub type CommandKind = Discriminant<Command>;

impl Command {
    /// What it asks for.
    pub fn kind(&self) -> CommandKind {
        mem::discriminant(self)
    }
}

/// One thing asked of a tenant. It is accepted whole or refused whole (I4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Creates a user.
    CreateUser(NewUser),
    /// Changes a user (R3: queues nothing).
    UpdateUser(UserId, UserPatch),
    /// Deletes a user softly (R12).
    DeleteUser(UserId),
    /// Brings a deleted user back within 30 days (R12).
    RestoreUser(UserId),
    /// Creates a group.
    CreateGroup {
        /// `displayName`.
        name: String,
        /// What it is.
        kind: GroupKind,
    },
    /// Renames a group.
    RenameGroup(GroupId, String),
    /// Deletes a group without a template (R11).
    DeleteGroup(GroupId),
    /// Brings a deleted group back, where the rule set allows it (R3).
    RestoreGroup(GroupId),
    /// Adds a member (R3).
    AddMember(GroupId, Member),
    /// Removes a member (R3).
    RemoveMember(GroupId, Member),
    /// Changes a group's template (R1).
    ChangeGroupLicenses(GroupId, LicenseChange),
    /// Changes a user's direct licenses (R10).
    ChangeUserLicenses(UserId, LicenseChange),
    /// Processes a user again (R3).
    ReprocessUser(UserId),
    /// Processes a group again, where the rule set has it (R3).
    ReprocessGroup(GroupId),
    /// Buys or changes a subscription (R3, R8); afterwards the product is in the tenant.
    SetUnits(ProductId, Units),
    /// Microsoft adds a plan to a product of the tenant (R3).
    AddServicePlan(ProductId, PlanId),
    /// Sets addresses as Exchange or directory synchronisation would; duplicates are allowed. `None` stays.
    SetAddresses {
        /// Whose.
        user: UserId,
        /// `mail`; `Some(None)` clears it.
        mail: Option<Option<String>>,
        /// `proxyAddresses`, all of them.
        proxy_addresses: Option<Vec<ProxyAddress>>,
    },
    /// Creates a contact that holds addresses; duplicates are allowed.
    AddContact {
        /// `displayName`.
        name: String,
        /// What it holds.
        addresses: Vec<ProxyAddress>,
    },
    /// Changes a contact; what is `None` stays. Duplicates are allowed, and nothing is queued.
    UpdateContact {
        /// Which.
        contact: ContactId,
        /// `displayName`.
        name: Option<String>,
        /// What it holds, all of it.
        addresses: Option<Vec<ProxyAddress>>,
    },
    /// Deletes a contact for good: it holds no address any more.
    DeleteContact(ContactId),
    /// Switches the rule set (R15).
    SetRuleSet(RuleSet),
    /// Lets a pair of plans exclude each other, or not, in this tenant alone.
    SetExclusivePair {
        /// One plan.
        a: PlanId,
        /// The other.
        b: PlanId,
        /// Whether they exclude each other.
        counts: bool,
    },
    /// Lets a row of the prerequisites count, or not, in this tenant alone.
    SetPrerequisite {
        /// The plan that needs.
        plan: PlanId,
        /// Whether the row counts.
        counts: bool,
    },
    /// Sets the tenant's country, where users without a usage location count as being (R5.1).
    SetCountry(CountryCode),
    /// Sets how many workers process the queue (R2.3).
    SetWorkers(u8),
    /// Lets days of the simulated clock pass.
    Advance {
        /// How many.
        days: u16,
    },
    /// Sets who decides on the members of a group, and by which rule (R17). An empty rule that does not decide is none.
    SetMembershipRule(GroupId, MembershipRule),
    /// Sets a property that is kept as it was given, of a user or a group.
    SetProperty {
        /// Whose.
        of: Member,
        /// Which.
        property: Property,
        /// Its value; nothing clears it.
        value: String,
    },
    /// Adds a domain, which is verified at once. Queues nothing.
    AddDomain(String),
    /// Deletes a verified domain that is not the initial one and that no address is in. Queues nothing.
    DeleteDomain(String),
}

/// What an accepted command created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Created {
    /// A user.
    User(UserId),
    /// A group.
    Group(GroupId),
    /// A contact.
    Contact(ContactId),
}
