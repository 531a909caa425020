//! What the checks of R4.3 are asked, and what they answer.

use licensing_model::address::ProxyAddress;
use licensing_model::assignment::Path;
use licensing_model::{CountryCode, PlanId, ProductId, UserId};

use crate::model::{Licenses, User};

/// One path of one user, about to change from `have` to `want`.
pub(crate) struct Change<'a> {
    pub(crate) id: UserId,
    /// The user as it is now.
    pub(crate) user: &'a User,
    /// The user as it was when the step began.
    pub(crate) at_start: &'a User,
    pub(crate) path: Path,
    pub(crate) have: Licenses,
    pub(crate) want: Licenses,
    /// Whose rules of location apply (R5.1); nothing is banned nowhere.
    pub(crate) country: Option<CountryCode>,
}

/// Why a change fails: the first check that does.
pub(crate) enum Failure {
    /// R5: these products are prohibited.
    Location(Vec<ProductId>),
    /// R8: these products have no free seat.
    Seats(Vec<ProductId>),
    /// R6: these pairs would clash.
    Exclusive(Vec<(PlanId, PlanId)>),
    /// R7: these plans would lack their prerequisites.
    Dependency(Vec<Lack>),
    /// R9: these products would bring, or take, an address that is held by another object.
    Addresses(Vec<ProductId>),
}

/// R7: a plan without a prerequisite.
pub(crate) struct Lack {
    pub(crate) plan: PlanId,
    /// The products that get the code.
    pub(crate) products: Vec<ProductId>,
}

/// What a user holds: `mail` and `proxyAddresses`.
pub(crate) struct Addresses {
    pub(crate) mail: Option<String>,
    pub(crate) proxies: Vec<ProxyAddress>,
}
