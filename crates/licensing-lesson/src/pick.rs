//! A condition as choices from lists: what a form shows of it, and what becomes of what was chosen.

use licensing_core::Tenant;
use licensing_model::{AssignmentError, CountryCode, GroupId, PlanId, ProductId, RuleSet};

use crate::condition::{Condition, Primary, Range, Users, Via};
use crate::lesson::everybody;

/// What a condition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Condition::Holds`].
    Holds,
    /// [`Condition::Plan`].
    Plan,
    /// [`Condition::Clear`].
    Clear,
    /// [`Condition::Failed`].
    Failed,
    /// [`Condition::Member`].
    Member,
    /// [`Condition::Located`].
    Located,
    /// [`Condition::Address`].
    Address,
    /// [`Condition::Seats`].
    Seats,
    /// [`Condition::Units`].
    Units,
    /// [`Condition::Carries`].
    Carries,
    /// [`Condition::There`].
    There,
    /// [`Condition::Idle`].
    Idle,
    /// [`Condition::Rules`].
    Rules,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Kind; 13] = [
        Kind::Holds,
        Kind::Plan,
        Kind::Clear,
        Kind::Failed,
        Kind::Member,
        Kind::Located,
        Kind::Address,
        Kind::Seats,
        Kind::Units,
        Kind::Carries,
        Kind::There,
        Kind::Idle,
        Kind::Rules,
    ];
}

/// Whether a condition is meant, or its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// It has to hold.
    Holds,
    /// It must not hold.
    DoesNot,
}

/// What was chosen. What the kind has no use for is kept for when another kind is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// What it is about.
    pub kind: Kind,
    /// Whether it is meant, or its opposite.
    pub sense: Sense,
    /// Who.
    pub who: Users,
    /// Which product; of an error, none where any will do.
    pub product: Option<ProductId>,
    /// Any of these plans; of a group's license, those that are on.
    pub plans: Vec<PlanId>,
    /// Plans of a group's license that are off.
    pub off: Vec<PlanId>,
    /// Which group.
    pub group: Option<GroupId>,
    /// By which path.
    pub via: Via,
    /// Which error; none where any will do.
    pub error: Option<AssignmentError>,
    /// How many.
    pub range: Range,
    /// Where; none where any country will do.
    pub country: Option<CountryCode>,
    /// Which address.
    pub address: String,
    /// Whether it is the first one.
    pub primary: Primary,
    /// Which rules.
    pub rules: RuleSet,
}

impl Pick {
    /// The choices with which a form about this tenant begins.
    pub fn new(tenant: &Tenant) -> Pick {
        Pick {
            kind: Kind::Holds,
            sense: Sense::Holds,
            who: Users::Everybody(everybody(tenant.next_user().raw())),
            product: tenant.products().next(),
            plans: Vec::new(),
            off: Vec::new(),
            group: tenant.groups().next(),
            via: Via::Any,
            error: None,
            range: Range { least: 1, most: u32::MAX },
            country: None,
            address: String::new(),
            primary: Primary::Yes,
            rules: RuleSet::Today,
        }
    }

    /// The choices that lead to a condition; none where no choice does, as with conditions of several parts.
    pub fn of(condition: &Condition, tenant: &Tenant) -> Option<Pick> {
        let pick = Pick::new(tenant);
        Some(match condition.clone() {
            Condition::Holds { who, product, via } => {
                Pick { kind: Kind::Holds, who, product: Some(product), via, ..pick }
            }
            Condition::Plan { who, plans } => Pick { kind: Kind::Plan, who, plans, ..pick },
            Condition::Clear { who } => Pick { kind: Kind::Clear, who, ..pick },
            Condition::Failed { who, error, product, via } => {
                Pick { kind: Kind::Failed, who, error, product, via, ..pick }
            }
            Condition::Member { who, group } => Pick { kind: Kind::Member, who, group: Some(group), ..pick },
            Condition::Located { who, country } => Pick { kind: Kind::Located, who, country, ..pick },
            Condition::Address { who, address, primary } => Pick { kind: Kind::Address, who, address, primary, ..pick },
            Condition::Seats { product, range } => Pick { kind: Kind::Seats, product: Some(product), range, ..pick },
            Condition::Units { product, range } => Pick { kind: Kind::Units, product: Some(product), range, ..pick },
            Condition::Carries { group, product, on, off } => {
                Pick { kind: Kind::Carries, group: Some(group), product: Some(product), plans: on, off, ..pick }
            }
            Condition::There { group } => Pick { kind: Kind::There, group: Some(group), ..pick },
            Condition::Idle => Pick { kind: Kind::Idle, ..pick },
            Condition::Rules(rules) => Pick { kind: Kind::Rules, rules, ..pick },
            Condition::Not(part) if !matches!(*part, Condition::Not(_)) => {
                Pick { sense: Sense::DoesNot, ..Pick::of(&part, tenant)? }
            }
            Condition::Not(_) | Condition::All(_) | Condition::Any(_) => return None,
        })
    }

    /// The condition; none while something is missing.
    pub fn condition(&self) -> Option<Condition> {
        let who = self.who.clone();
        let range = self.range;
        let condition = match self.kind {
            Kind::Holds => Condition::Holds { who, product: self.product?, via: self.via },
            Kind::Plan if self.plans.is_empty() => return None,
            Kind::Plan => Condition::Plan { who, plans: self.plans.clone() },
            Kind::Clear => Condition::Clear { who },
            Kind::Failed => Condition::Failed { who, error: self.error, product: self.product, via: self.via },
            Kind::Member => Condition::Member { who, group: self.group? },
            Kind::Located => Condition::Located { who, country: self.country },
            Kind::Address if self.address.trim().is_empty() => return None,
            Kind::Address => {
                Condition::Address { who, address: self.address.trim().to_string(), primary: self.primary }
            }
            Kind::Seats | Kind::Units if range.least > range.most => return None,
            Kind::Seats => Condition::Seats { product: self.product?, range },
            Kind::Units => Condition::Units { product: self.product?, range },
            Kind::Carries => Condition::Carries {
                group: self.group?,
                product: self.product?,
                on: self.plans.clone(),
                off: self.off.clone(),
            },
            Kind::There => Condition::There { group: self.group? },
            Kind::Idle => Condition::Idle,
            Kind::Rules => Condition::Rules(self.rules),
        };
        Some(match self.sense {
            Sense::Holds => condition,
            Sense::DoesNot => Condition::Not(Box::new(condition)),
        })
    }
}
