//! What all files together say, before it is a tenant: names replaced, products and plans by position, other objects
//! still by id, because a file may name what a later one lists.

use std::collections::BTreeMap;

use licensing_core::Interner;
use licensing_model::address::ProxyAddress;
use licensing_model::command::GroupKind;
use licensing_model::{
    AssignmentError, AssignmentState, CountryCode, Guid, MembershipRule, PlanId, ProcessingState, ProductId, Property,
    RuleSet, Units,
};

/// A line of a file, in few bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Spot {
    /// The position of the file.
    pub(crate) file: u32,
    pub(crate) line: u32,
}

/// What the files say.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) organization: Option<OrganizationFacts>,
    pub(crate) products: Vec<ProductFacts>,
    /// In the order of the files, deleted ones among them.
    pub(crate) groups: Vec<GroupFacts>,
    /// Members that were listed on their own, by group.
    pub(crate) members: BTreeMap<Guid, Vec<MemberFacts>>,
    /// In the order of the files, deleted ones among them.
    pub(crate) users: Vec<UserFacts>,
    pub(crate) contacts: Vec<ContactFacts>,
    /// Newest first, as Graph lists them.
    pub(crate) events: Vec<EventFacts>,
    /// Sets of disabled plans.
    pub(crate) disabled: Interner<Vec<PlanId>>,
    /// The latest moment of all, in seconds of the simulated clock.
    pub(crate) latest: u32,
    /// Set where the bundle was written by this program.
    pub(crate) simulator: Option<SimulatorFacts>,
}

/// What a bundle says that was written by this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct SimulatorFacts {
    pub(crate) rules: Option<RuleSet>,
    /// Groups may be members of each other in a circle, which Graph does not let happen.
    pub(crate) circular_nesting: bool,
}

#[derive(Debug)]
pub(crate) struct OrganizationFacts {
    pub(crate) id: Guid,
    pub(crate) country: Option<CountryCode>,
    pub(crate) domains: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct ProductFacts {
    pub(crate) product: ProductId,
    pub(crate) units: Units,
    pub(crate) consumed: Option<u64>,
    pub(crate) plans: Option<Vec<PlanId>>,
}

/// A product with the number of its disabled plans.
pub(crate) type LicenseFacts = (ProductId, u32);

#[derive(Debug)]
pub(crate) struct GroupFacts {
    pub(crate) id: Guid,
    pub(crate) name: Option<String>,
    pub(crate) kind: GroupKind,
    pub(crate) template: Vec<LicenseFacts>,
    pub(crate) processing: Option<Option<ProcessingState>>,
    pub(crate) deleted: Option<u32>,
    pub(crate) members: Vec<MemberFacts>,
    /// Users in error, in Graph's order.
    pub(crate) in_error: Vec<Guid>,
    /// Its membership rule.
    pub(crate) rule: Option<MembershipRule>,
    /// Properties that are kept as they were given, rising.
    pub(crate) properties: Vec<(Property, String)>,
    /// Where it stands in its file, for messages: `groups[3]`.
    pub(crate) spot: Spot,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct MemberFacts {
    pub(crate) id: Guid,
    pub(crate) spot: Spot,
}

#[derive(Debug)]
pub(crate) struct UserFacts {
    pub(crate) id: Guid,
    pub(crate) name: Option<String>,
    pub(crate) principal_name: String,
    pub(crate) nickname: String,
    pub(crate) location: Option<CountryCode>,
    pub(crate) guest: bool,
    pub(crate) blocked: bool,
    pub(crate) mail: Option<String>,
    pub(crate) proxy_addresses: Vec<ProxyAddress>,
    pub(crate) deleted: Option<u32>,
    pub(crate) rows: Vec<RowFacts>,
    /// What the file says that the user holds in all, by product; none where it does not say.
    pub(crate) licenses: Option<Vec<LicenseFacts>>,
    /// Groups in the order of joining, where the file has it.
    pub(crate) member_of: Vec<Guid>,
    /// Properties that are kept as they were given, rising.
    pub(crate) properties: Vec<(Property, String)>,
}

/// One path of one product.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowFacts {
    pub(crate) product: ProductId,
    /// None where it is direct.
    pub(crate) group: Option<Guid>,
    pub(crate) disabled: u32,
    pub(crate) in_force: bool,
    pub(crate) error: AssignmentError,
    /// What the file says in so many words.
    pub(crate) stated: AssignmentState,
    pub(crate) updated: u32,
}

#[derive(Debug)]
pub(crate) struct ContactFacts {
    pub(crate) id: Guid,
    pub(crate) name: Option<String>,
    pub(crate) proxy_addresses: Vec<ProxyAddress>,
}

#[derive(Debug)]
pub(crate) struct EventFacts {
    pub(crate) time: u32,
    /// The event as JSON. Where names are replaced, without any: they are put in from the objects, which may come
    /// later.
    pub(crate) document: String,
}
