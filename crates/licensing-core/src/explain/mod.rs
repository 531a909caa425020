//! Why a path is as it is: from the outcome over the rule to the facts, and to the commands that brought the facts.
//!
//! A trace is derived from the tenant, its audit log included, whenever it is asked for.

mod causes;
mod origin;
mod path;

use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::catalog::Confidence;
use licensing_model::{AssignmentError, AssignmentState, CountryCode, GroupId, Path, PlanId, ProductId, Units, UserId};

use crate::rules::registry::{Rule, Source};
use crate::store::address_book::Holder;

/// One link of the chain, and the links that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The state of the path that this link speaks of, if it speaks of one.
    pub state: Option<AssignmentState>,
    /// Its error.
    pub error: Option<AssignmentError>,
    /// What is so.
    pub statement: Statement,
    /// By which rule.
    pub rule: &'static Rule,
    /// How sure the rule is here: that of the row of the catalog where it rests on one, else that of the rule.
    pub confidence: Confidence,
    /// Where that can be read.
    pub source: Source,
    /// Where a fact comes from; only links without causes have one.
    pub origin: Option<Origin>,
    /// What it rests on.
    pub causes: Vec<Trace>,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A command, by its number, and when it was accepted.
    Command {
        /// The number of the command.
        number: u32,
        /// Seconds of the simulated clock.
        time: u32,
    },
    /// A step of the background.
    Step {
        /// Seconds of the simulated clock.
        time: u32,
    },
    /// It was so from the beginning.
    Initial,
}

/// What one link says, as data; `licensing-wording` words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// The user has the product by this path.
    InForce {
        /// Who.
        user: UserId,
        /// What.
        product: ProductId,
        /// How.
        path: Path,
    },
    /// The user keeps the product as it was; the last change failed.
    KeptAsItWas {
        /// Who.
        user: UserId,
        /// What.
        product: ProductId,
        /// How.
        path: Path,
        /// The code.
        error: AssignmentError,
    },
    /// The user does not get the product by this path.
    NotInForce {
        /// Who.
        user: UserId,
        /// What.
        product: ProductId,
        /// How.
        path: Path,
        /// The code.
        error: AssignmentError,
    },
    /// The subscription gives nothing now.
    Withheld {
        /// What.
        product: ProductId,
    },
    /// This product of the same group failed, so none of them is applied.
    SiblingFailed {
        /// The group.
        group: GroupId,
        /// The product that failed.
        product: ProductId,
        /// Its code.
        error: AssignmentError,
    },
    /// Every seat is taken, or was at the step.
    NoSeat {
        /// Of what.
        product: ProductId,
        /// Seats in use now.
        consumed: u32,
        /// Seats that can be given out now.
        assignable: u32,
    },
    /// What was bought.
    UnitsAre {
        /// Of what.
        product: ProductId,
        /// How many.
        units: Units,
    },
    /// Two plans exclude each other.
    PlansExclude {
        /// One plan.
        a: PlanId,
        /// The other.
        b: PlanId,
    },
    /// A plan is on by a path in force.
    PlanHeld {
        /// Who.
        user: UserId,
        /// Which plan.
        plan: PlanId,
        /// Of what product.
        product: ProductId,
        /// By which path.
        path: Path,
    },
    /// A plan is on in what a path wants.
    PlanWanted {
        /// Which plan.
        plan: PlanId,
        /// Of what product.
        product: ProductId,
        /// By which group.
        group: GroupId,
    },
    /// A plan needs one of others, and the user has none of them.
    PlanLacks {
        /// Which plan.
        plan: PlanId,
        /// What it needs one of.
        any_of: Vec<PlanId>,
    },
    /// A plan that stays needs what was to be taken away.
    PlanWouldLack {
        /// Which plan.
        plan: PlanId,
        /// What it needs one of.
        any_of: Vec<PlanId>,
    },
    /// A product is not allowed in a country.
    Prohibited {
        /// What.
        product: ProductId,
        /// Where.
        country: CountryCode,
        /// The row of the catalog's locations.
        row: u32,
    },
    /// Where the user is.
    LocationOfUser {
        /// Who.
        user: UserId,
        /// Where.
        country: CountryCode,
    },
    /// Where the tenant is, which counts for users without a usage location.
    LocationOfTenant {
        /// Where.
        country: CountryCode,
    },
    /// An address that the user would get is held by another object.
    AddressHeld {
        /// Which.
        address: String,
        /// By whom.
        holder: Holder,
    },
    /// The user is a member.
    Member {
        /// Who.
        user: UserId,
        /// Of what.
        group: GroupId,
    },
    /// The user has left.
    Left {
        /// Who.
        user: UserId,
        /// What.
        group: GroupId,
    },
    /// The group was deleted.
    GroupDeleted {
        /// Which.
        group: GroupId,
    },
    /// The group carries the product.
    TemplateHas {
        /// Which group.
        group: GroupId,
        /// What.
        product: ProductId,
    },
    /// The group does not carry the product any more.
    TemplateLost {
        /// Which group.
        group: GroupId,
        /// What.
        product: ProductId,
    },
    /// The group carries the product with other plans than the path has in force.
    TemplatePlans {
        /// Which group.
        group: GroupId,
        /// What.
        product: ProductId,
        /// Plans that are on by the path and off in the template.
        turned_off: Vec<PlanId>,
        /// Plans that are off by the path and on in the template.
        turned_on: Vec<PlanId>,
    },
    /// The product came from a group that was deleted, and became direct (R11.3).
    BecameDirect {
        /// Who.
        user: UserId,
        /// What.
        product: ProductId,
        /// From which group.
        group: GroupId,
    },
    /// The product could not be taken away, because a plan that stayed needed it.
    WasNeeded {
        /// Which plan.
        plan: PlanId,
        /// What it needs one of.
        any_of: Vec<PlanId>,
    },
    /// Who gets the last seat (R8.5).
    SeatOrder,
    /// The path is wanted otherwise than it is, and no step has come to it yet.
    Pending {
        /// Who.
        user: UserId,
        /// Whether a run that will take the user waits.
        waits: bool,
    },
    /// The last step at this path failed, for a reason that does not stand any more.
    WasBlocked {
        /// Who.
        user: UserId,
        /// By which group.
        group: GroupId,
        /// The code.
        error: AssignmentError,
    },
    /// What is recorded stands, but a step now would fail an earlier check already, and record that instead.
    BlockedBefore {
        /// Who.
        user: UserId,
        /// By which group.
        group: GroupId,
        /// The code of the earlier check.
        error: AssignmentError,
    },
    /// A step now would fail for another reason.
    NowBlockedBy {
        /// Who.
        user: UserId,
        /// By which group.
        group: GroupId,
        /// The code.
        error: AssignmentError,
    },
    /// The product was assigned on the user.
    AssignedDirectly {
        /// Who.
        user: UserId,
        /// What.
        product: ProductId,
    },
    /// What caused the error is gone, but nothing has processed the user since.
    CauseGone {
        /// Who.
        user: UserId,
        /// Whether a run that will take the user waits.
        waits: bool,
    },
    /// Nothing is known of how the path came to be so.
    Unknown,
}

/// A check that a step at a path would fail now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// The code.
    pub error: AssignmentError,
    /// The rule that fails.
    pub rule: &'static Rule,
    /// The products that fail by it.
    pub products: Vec<ProductId>,
    /// Why, down to the facts.
    pub causes: Vec<Trace>,
}

impl Trace {
    /// The links without causes below this one: the facts.
    pub fn facts(&self) -> Vec<&Trace> {
        if self.causes.is_empty() {
            return alloc::vec![self];
        }
        self.causes.iter().flat_map(Trace::facts).collect()
    }

    pub(crate) fn of(rule: &'static Rule, statement: Statement, causes: Vec<Trace>) -> Trace {
        let (confidence, source) = (rule.confidence, rule.source.clone());
        Trace { state: None, error: None, statement, rule, confidence, source, origin: None, causes }
    }

    pub(crate) fn fact(rule: &'static Rule, statement: Statement, origin: Origin) -> Trace {
        Trace { origin: Some(origin), ..Trace::of(rule, statement, Vec::new()) }
    }

    /// The same link, resting on a row of the catalog. A part of the catalog does not say where its rows are from: then
    /// it is where the rule is from.
    pub(crate) fn resting_on(self, confidence: Confidence, source: &str) -> Trace {
        let source = if source.is_empty() { self.source } else { Source::Row(String::from(source)) };
        Trace { confidence, source, ..self }
    }
}
