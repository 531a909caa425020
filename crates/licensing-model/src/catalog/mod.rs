//! The catalog as plain rows: products, service plans, and what is known between them. `licensing-catalog` fills it.

mod many_steps;
mod own;

use alloc::string::String;
use alloc::vec::Vec;

use crate::country::CountryCode;
use crate::guid::Guid;
use crate::ids::{PlanId, ProductId};
use crate::rule::RuleReader;
use crate::rule_set::RuleSet;

pub use many_steps::ManySteps;
pub use own::{Extended, OwnCatalog, OwnPlan, OwnProduct};

/// How sure one can be of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Microsoft's documentation says so.
    Documented,
    /// Field reports or Microsoft staff say so.
    Community,
    /// Nobody says so; it follows from what is said.
    Inferred,
    /// Nothing is known.
    Unknown,
}

impl Confidence {
    /// The word that scripts and the interface show.
    pub const fn name(self) -> &'static str {
        match self {
            Confidence::Documented => "documented",
            Confidence::Community => "community",
            Confidence::Inferred => "inferred",
            Confidence::Unknown => "unknown",
        }
    }
}

/// A flag for each rule set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub struct PerRuleSet {
    /// Under the rules of 2019.
    pub rules_2019: bool,
    /// Under today's rules.
    pub today: bool,
}

impl PerRuleSet {
    /// The flag for `rules`.
    pub const fn under(self, rules: RuleSet) -> bool {
        match rules {
            RuleSet::Rules2019 => self.rules_2019,
            RuleSet::Today => self.today,
        }
    }
}

/// A service plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanInfo {
    /// `servicePlanId`.
    pub guid: Guid,
    /// `servicePlanName`, such as `EXCHANGE_S_STANDARD`.
    pub name: String,
    /// The friendly name, such as "Exchange Online (Plan 1)"; several plans may share one.
    pub friendly_name: String,
    /// Company-wide (`appliesTo` is `Company`): left out of R6 and R7 (R7.1).
    pub company_wide: bool,
    /// Whether it brings a mailbox, so that a license with it runs the calculation of addresses (R9).
    pub mailbox: bool,
}

/// A product (SKU).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductInfo {
    /// `skuId`.
    pub guid: Guid,
    /// `skuPartNumber`, such as `ENTERPRISEPACK`; two products may share one.
    pub part_number: String,
    /// The name that admins see, such as "Office 365 E3".
    pub name: String,
    /// Its plans today: in catalog order, or as the tenant lists them.
    pub plans_today: Vec<PlanId>,
    /// Its plans in 2019, where they are known; elsewhere today's count, and the interface says so.
    pub plans_2019: Option<Vec<PlanId>>,
    /// Whether units can be bought, by rule set.
    pub offered: PerRuleSet,
}

impl ProductInfo {
    /// The plans that the product holds under `rules`, before any that were added by hand.
    pub fn plans(&self, rules: RuleSet) -> &[PlanId] {
        match (rules, &self.plans_2019) {
            (RuleSet::Rules2019, Some(plans)) => plans,
            _ => &self.plans_today,
        }
    }
}

/// Two plans that cannot be assigned to the same user through different products (R6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExclusivePair {
    /// One plan.
    pub a: PlanId,
    /// The other.
    pub b: PlanId,
    /// Whether the pair counts, by rule set.
    pub counts: PerRuleSet,
    /// The service that both belong to.
    pub family: String,
    /// What the statement rests on.
    pub evidence: String,
    /// Where that can be read.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// What is known of it today: `listed`, `lifted`, `disputed`, `unknown` and the like.
    pub status_today: String,
    /// The day on which the row was last compared with its sources, as `2026-08-19`.
    pub checked: String,
}

impl ExclusivePair {
    /// What [`Self::status_today`] says of a pair on which sources contradict each other.
    pub const DISPUTED: &str = "disputed";

    /// Whether sources contradict each other on what holds today.
    pub fn is_disputed(&self) -> bool {
        self.status_today == Self::DISPUTED
    }
}

/// A plan that needs one of some others (R7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prerequisite {
    /// The plan that needs.
    pub plan: PlanId,
    /// At least one of these must be enabled.
    pub any_of: Vec<PlanId>,
    /// So many of the first of [`Self::any_of`] are those that the evidence names; the others widen the list.
    pub named: usize,
    /// Enforced when assigning; false for a rule about buying, which is only listed.
    pub enforced: bool,
    /// Whether the row counts, by rule set.
    pub counts: PerRuleSet,
    /// What the statement rests on.
    pub evidence: String,
    /// Where that can be read.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// The day on which the row was last compared with its sources, as `2026-08-19`.
    pub checked: String,
}

impl Prerequisite {
    /// The plans that Microsoft's messages name.
    pub fn named(&self) -> &[PlanId] {
        self.any_of.get(..self.named).unwrap_or(&self.any_of)
    }
}

/// Which plans a location row speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocationScope {
    /// Every product with an enabled plan.
    EveryPlan,
    /// The products that sell one of these plans (R5.2).
    Plans(Vec<PlanId>),
    /// Nothing that is simulated; the row is listed only.
    Nothing,
}

/// What is known of a service in some countries (R5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocationRule {
    /// Which plans.
    pub scope: LocationScope,
    /// The service in words.
    pub service: String,
    /// What the source says: `prohibited`, `restricted`, `allowed (listed)` and the like.
    pub rule: String,
    /// Whether the row bans (its `rule` begins with `prohibited`).
    pub prohibits: bool,
    /// Where.
    pub countries: Vec<CountryCode>,
    /// Where that can be read.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// What else is to be said.
    pub note: String,
    /// The day on which the row was last compared with its sources, as `2026-08-19`.
    pub checked: String,
}

/// The catalog, or the part of it that is loaded. Positions are the same in every part (R16).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Catalog {
    /// Grows with every release of the lists; links name it.
    pub revision: u32,
    /// The day of Microsoft's list, as `2026-08-19`.
    pub list_date: String,
    /// By [`PlanId`]; `None` where that plan is not loaded.
    pub plans: Vec<Option<PlanInfo>>,
    /// By [`ProductId`]; `None` where that product is not loaded.
    pub products: Vec<Option<ProductInfo>>,
    /// Every exclusive pair, in the order of the list.
    pub pairs: Vec<ExclusivePair>,
    /// Every prerequisite, in the order of the list.
    pub prerequisites: Vec<Prerequisite>,
    /// Every location row, in the order of the list.
    pub locations: Vec<LocationRule>,
    /// What reads membership rules, if that came along.
    pub rules: Option<RuleReader>,
    /// What makes the steps of many users at once, if that came along.
    pub steps: Option<ManySteps>,
    /// What a tenant has beside the lists, if this is the catalog of one that does.
    pub extended: Option<Extended>,
}

impl Catalog {
    /// So many positions of each kind the engine's sets can tell apart.
    pub const MOST_POSITIONS: usize = 1024;
    /// Positions of the lists are below this one, which is checked; from here on they are a tenant's own.
    pub const FIRST_OWN: usize = Catalog::MOST_POSITIONS - OwnCatalog::MOST;

    /// The plan at `id`, if it is loaded.
    pub fn plan(&self, id: PlanId) -> Option<&PlanInfo> {
        self.plans.get(id.index())?.as_ref()
    }

    /// The product at `id`, if it is loaded.
    pub fn product(&self, id: ProductId) -> Option<&ProductInfo> {
        self.products.get(id.index())?.as_ref()
    }

    /// Every loaded product, in catalog order.
    pub fn loaded_products(&self) -> impl DoubleEndedIterator<Item = (ProductId, &ProductInfo)> {
        self.products.iter().enumerate().filter_map(|(at, product)| Some((ProductId::at(at), product.as_ref()?)))
    }

    /// Every loaded plan, in catalog order.
    pub fn loaded_plans(&self) -> impl DoubleEndedIterator<Item = (PlanId, &PlanInfo)> {
        self.plans.iter().enumerate().filter_map(|(at, plan)| Some((PlanId::at(at), plan.as_ref()?)))
    }

    /// The first product with this part number; if there is none, the first that differs from it in case alone.
    pub fn product_by_part_number(&self, part_number: &str) -> Option<ProductId> {
        let spelled = self.loaded_products().find(|(_, product)| product.part_number == part_number);
        let in_any_case =
            || self.loaded_products().find(|(_, product)| product.part_number.eq_ignore_ascii_case(part_number));
        spelled.or_else(in_any_case).map(|(id, _)| id)
    }

    /// The plan with this technical name; if there is none, the first that differs from it in case alone.
    pub fn plan_by_name(&self, name: &str) -> Option<PlanId> {
        let spelled = self.loaded_plans().find(|(_, plan)| plan.name == name);
        let in_any_case = || self.loaded_plans().find(|(_, plan)| plan.name.eq_ignore_ascii_case(name));
        spelled.or_else(in_any_case).map(|(id, _)| id)
    }

    /// The product with this `skuId`; the tenant's own, if later lists have it as well.
    pub fn product_by_guid(&self, guid: Guid) -> Option<ProductId> {
        self.loaded_products().rfind(|(_, product)| product.guid == guid).map(|(id, _)| id)
    }

    /// The plan with this `servicePlanId`; the tenant's own, if later lists have it as well.
    pub fn plan_by_guid(&self, guid: Guid) -> Option<PlanId> {
        self.loaded_plans().rfind(|(_, plan)| plan.guid == guid).map(|(id, _)| id)
    }
}
