//! Why a command was refused. The engine words them; here are only the facts.

use crate::ids::{ContactId, GroupId, PlanId, ProductId, UserId};
use crate::rule::RuleError;

/// An object with a name or an address in a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DomainUser {
    /// A user, by `userPrincipalName`, `mail` or `proxyAddresses`.
    User(UserId),
    /// A group, by `mail`.
    Group(GroupId),
    /// A contact, by `proxyAddresses`.
    Contact(ContactId),
}

/// A refused command: nothing was changed (I4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such user, or it is deleted.
    UnknownUser(UserId),
    /// There is no such group, or it is deleted.
    UnknownGroup(GroupId),
    /// There is no such contact, or it is deleted.
    UnknownContact(ContactId),
    /// The catalog has no such product, or it is not loaded.
    UnknownProduct(ProductId),
    /// The catalog has no such plan, or it is not loaded.
    UnknownPlan(PlanId),

    /// R1.2: the same product twice in one list.
    ProductTwice(ProductId),
    /// R1.2: both lists are empty.
    NoLicenseChanges,
    /// R1.2: the tenant does not subscribe to the product.
    ProductNotInTenant(ProductId),
    /// R1.2: the product is to be added and removed.
    ProductInBothLists(ProductId),
    /// R1.2: a disabled plan is not in the product.
    PlanNotInProduct {
        /// The product.
        product: ProductId,
        /// The plan that it does not hold.
        plan: PlanId,
    },
    /// R1.2: this kind of group cannot be licensed.
    GroupNotLicensable(GroupId),
    /// R1.2, R10: the product to remove is not there.
    LicenseNotHeld(ProductId),
    /// R10: the product to remove is only inherited.
    LicenseInherited(ProductId),
    /// R1.3, R7: an enabled plan lacks all of its prerequisites, or would lose its last.
    PrerequisiteMissing {
        /// The plan that needs.
        plan: PlanId,
    },
    /// R1.4, R6: two enabled plans exclude each other.
    PlansExclusive {
        /// One plan.
        a: PlanId,
        /// The other.
        b: PlanId,
    },
    /// R10, R5: no usage location on the user, or one where a product is prohibited.
    InvalidUsageLocation,
    /// R10, R8: no assignable unit.
    NoAvailableLicenses(ProductId),
    /// R10, R9: an address is held by another object.
    AddressTaken,

    /// R11.1: the group still has a template.
    GroupLicensed(GroupId),
    /// The user or group is not deleted, or was deleted too long ago.
    NotDeleted,
    /// Groups of this kind cannot be brought back under this rule set.
    GroupNotRestorable(GroupId),
    /// The member is there already.
    AlreadyMember,
    /// The member is not there.
    NotMember,
    /// A group cannot be a member of itself.
    MemberOfItself(GroupId),
    /// R3: this rule set has no reprocessing of groups.
    NoGroupReprocess,
    /// R15: the rule set does not offer the product.
    ProductNotOffered(ProductId),
    /// The plan is in the product already.
    PlanInProduct {
        /// The product.
        product: ProductId,
        /// The plan that it holds.
        plan: PlanId,
    },
    /// The catalog has no prerequisites for this plan.
    NoPrerequisiteRow(PlanId),
    /// A plan cannot exclude itself.
    PairOfOnePlan(PlanId),

    /// R17: the members of the group follow from its rule.
    MembersByRule(GroupId),
    /// R17: this kind of group cannot have a rule.
    NoRuleForGroup(GroupId),
    /// R17: the rule cannot be read.
    RuleInvalid(RuleError),

    /// A name is empty.
    NameEmpty,
    /// A name has more than 256 characters.
    NameTooLong,
    /// The value of a property has more characters than the limit.
    ValueTooLong,
    /// The userPrincipalName is not `name@domain` with one of the tenant's domains.
    PrincipalNameInvalid,
    /// Another user has this userPrincipalName.
    PrincipalNameTaken,
    /// The mailNickname cannot stand before an `@`.
    NicknameInvalid,
    /// An address is not `name@domain`, or too long.
    AddressInvalid,
    /// More addresses on one object than the limit.
    TooManyAddresses,
    /// The text cannot be a domain.
    DomainInvalid,
    /// The tenant has the domain already.
    DomainTaken,
    /// The tenant has no such domain.
    UnknownDomain,
    /// The initial domain cannot be deleted.
    DomainInitial,
    /// Names or addresses are in the domain.
    DomainInUse {
        /// The first object that has one: users before groups before contacts.
        first: DomainUser,
        /// How many have one.
        number: u32,
    },
    /// The tenant has as many domains as it can have.
    TooManyDomains,
    /// A count of units is above the limit.
    TooManyUnits,
    /// The number of workers is 0 or above the limit.
    WorkersOutOfRange,
    /// The clock would pass its end.
    ClockOutOfRange,
    /// The user is in as many groups as a user can be.
    TooManyGroups,
    /// The tenant has as many objects of the kind as it can hold.
    TenantFull,
    /// Whoever works on the tenant may not give commands of this kind.
    NotAllowed,
}
