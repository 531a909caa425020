//! What one link of an explanation says, one sentence each.

use licensing_core::{Statement, Tenant};
use licensing_model::{AssignmentError, PlanId, ProductId, Units};

use crate::names::{Named, Names, Part};
use crate::text::Text;
use crate::words::Words;

impl Words {
    /// Words a statement, with the names that things have in `tenant`.
    pub fn sentence(self, tenant: &Tenant, statement: &Statement) -> String {
        self.sentence_parts(tenant, statement).into_iter().map(|part| part.text).collect()
    }

    /// The same in pieces: words, and names with what they are the names of.
    pub fn sentence_parts(self, tenant: &Tenant, statement: &Statement) -> Vec<Part> {
        let names = Names::of(tenant);
        let sentence = Speaker { words: self, tenant, names: &names }.sentence(statement);
        names.parts(&sentence)
    }
}

/// Says what is so in a tenant.
#[derive(Clone, Copy)]
struct Speaker<'a> {
    words: Words,
    tenant: &'a Tenant,
    names: &'a Names<'a>,
}

impl Speaker<'_> {
    fn sentence(self, statement: &Statement) -> String {
        let Speaker { words, names, .. } = self;
        let user = |user| names.user(user);
        let group = |group| names.group(group);
        let product = |product| names.product(product);
        let by = |path| names.path(words, path);
        let plan_of = |product, plan| names.plan(plan, Named::PlanOf(product, plan));
        let of_pair = |plan| names.plan(plan, Named::PlanOfPair(plan));
        let needed = |plan| names.plan(plan, Named::PlanNeeded(plan));
        match *statement {
            Statement::InForce { user: u, product: p, path } if self.gives(p) => {
                words.has_product(&user(u), &product(p), &by(path))
            }
            Statement::InForce { user: u, product: p, path } => words.keeps_seat(&user(u), &product(p), &by(path)),
            Statement::KeptAsItWas { user: u, product: p, path, error } => {
                words.kept_as_it_was(&user(u), &product(p), &by(path), self.reason(error))
            }
            Statement::NotInForce { user: u, product: p, path, error } => {
                words.not_in_force(&user(u), &product(p), &by(path), self.reason(error))
            }
            Statement::Withheld { product: p } => words.withheld(&product(p)),
            Statement::SiblingFailed { group: g, product: p, error } => {
                words.sibling_failed(&product(p), self.reason(error), &group(g))
            }
            Statement::NoSeat { product: p, consumed, assignable } => {
                words.no_seat(consumed as usize, &product(p), assignable as usize)
            }
            Statement::UnitsAre { product: p, units } => words.units_are(&product(p), &self.units(units)),
            Statement::PlansExclude { a, b } if self.tenant.is_disputed(a, b) => {
                words.plans_exclude_disputed(&of_pair(a), &of_pair(b))
            }
            Statement::PlansExclude { a, b } => words.plans_exclude(&of_pair(a), &of_pair(b)),
            Statement::PlanHeld { user: u, plan, product: p, path } if self.gives(p) => {
                words.plan_held(&user(u), &plan_of(p, plan), &product(p), &by(path))
            }
            Statement::PlanHeld { user: u, plan, product: p, path } => {
                words.plan_held_suspended(&user(u), &plan_of(p, plan), &product(p), &by(path))
            }
            Statement::PlanWanted { plan, product: p, group: g } => {
                words.plan_wanted(&group(g), &product(p), &plan_of(p, plan))
            }
            Statement::PlanLacks { plan, ref any_of } => {
                words.plan_lacks(&needed(plan), &self.plans(any_of, Named::PlanNeeded))
            }
            Statement::PlanWouldLack { plan, ref any_of } => {
                words.plan_would_lack(&needed(plan), &self.plans(any_of, Named::PlanNeeded))
            }
            Statement::Prohibited { product: p, country, .. } => words.prohibited(&product(p), &words.country(country)),
            Statement::LocationOfUser { user: u, country } => {
                words.location_of_user_is(&user(u), &words.country(country))
            }
            Statement::LocationOfTenant { country } => words.location_of_tenant_is(&words.country(country)),
            Statement::AddressHeld { ref address, holder } => {
                words.address_held(&names.holder(words, holder), &names.typed(address))
            }
            Statement::Member { user: u, group: g } => words.is_member(&user(u), &group(g)),
            Statement::Left { user: u, group: g } => words.has_left(&user(u), &group(g)),
            Statement::GroupDeleted { group: g } => words.was_deleted(&group(g)),
            Statement::TemplateHas { group: g, product: p } => words.template_has(&group(g), &product(p)),
            Statement::TemplateLost { group: g, product: p } => words.template_lost(&group(g), &product(p)),
            Statement::TemplatePlans { group: g, product: p, ref turned_off, ref turned_on } => {
                words.template_plans(&group(g), &product(p), &self.turned(p, turned_off, turned_on))
            }
            Statement::AssignedDirectly { user: u, product: p } => words.was_assigned_directly(&product(p), &user(u)),
            Statement::BecameDirect { user: u, product: p, group: g } => {
                words.became_direct(&product(p), &user(u), &group(g))
            }
            Statement::WasNeeded { plan, ref any_of } => {
                words.was_needed(&needed(plan), &self.plans(any_of, Named::PlanNeeded))
            }
            Statement::SeatOrder => words.text(Text::SEAT_ORDER).to_owned(),
            Statement::CauseGone { user: u, waits: false } => words.cause_gone(&user(u)),
            Statement::CauseGone { user: u, waits: true } => words.cause_gone_waits(&user(u)),
            Statement::Pending { user: u, waits: false } => words.pending(&user(u)),
            Statement::Pending { user: u, waits: true } => words.pending_waits(&user(u)),
            Statement::WasBlocked { user: u, error, .. } => words.was_blocked(&user(u), self.past_reason(error)),
            Statement::BlockedBefore { error, .. } => words.blocked_before(self.reason(error)),
            Statement::NowBlockedBy { error, .. } => words.now_blocked_by(self.reason(error)),
            Statement::Unknown => words.text(Text::UNKNOWN_CAUSE).to_owned(),
        }
    }

    fn gives(self, product: ProductId) -> bool {
        self.tenant.product(product).is_some_and(|details| details.status.gives_plans())
    }

    fn plans(self, plans: &[PlanId], named: impl Fn(PlanId) -> Named) -> String {
        plans.iter().map(|plan| self.names.plan(*plan, named(*plan))).collect::<Vec<_>>().join(", ")
    }

    fn units(self, units: Units) -> String {
        let words = self.words;
        let mut parts = vec![words.units_enabled(units.enabled as usize)];
        let mut add = |count: u32, word: fn(Words, usize) -> String| {
            if count > 0 {
                parts.push(word(words, count as usize));
            }
        };
        add(units.warning, Words::units_in_warning);
        add(units.suspended, Words::units_suspended);
        add(units.locked_out, Words::units_locked_out);
        parts.join(", ")
    }

    fn turned(self, product: ProductId, off: &[PlanId], on: &[PlanId]) -> String {
        let of = |plan| Named::PlanOf(product, plan);
        let mut parts = Vec::new();
        if !off.is_empty() {
            parts.push(self.words.turns_off(&self.plans(off, of)));
        }
        if !on.is_empty() {
            parts.push(self.words.turns_on(&self.plans(on, of)));
        }
        self.words.list(&parts)
    }

    /// Why a path with this code is not as it is wanted, as half a sentence.
    fn reason(self, error: AssignmentError) -> &'static str {
        self.words.text(match error {
            AssignmentError::None => Text::REASON_NONE,
            AssignmentError::ProhibitedInUsageLocationViolation => Text::REASON_LOCATION,
            AssignmentError::CountViolation => Text::REASON_COUNT,
            AssignmentError::MutuallyExclusiveViolation => Text::REASON_EXCLUSIVE,
            AssignmentError::DependencyViolation => Text::REASON_DEPENDENCY,
            AssignmentError::UniquenessViolation => Text::REASON_ADDRESS,
            AssignmentError::Other => Text::REASON_OTHER,
        })
    }

    /// The same of a step that is past.
    fn past_reason(self, error: AssignmentError) -> &'static str {
        self.words.text(match error {
            AssignmentError::None => Text::PAST_REASON_NONE,
            AssignmentError::ProhibitedInUsageLocationViolation => Text::PAST_REASON_LOCATION,
            AssignmentError::CountViolation => Text::PAST_REASON_COUNT,
            AssignmentError::MutuallyExclusiveViolation => Text::PAST_REASON_EXCLUSIVE,
            AssignmentError::DependencyViolation => Text::PAST_REASON_DEPENDENCY,
            AssignmentError::UniquenessViolation => Text::PAST_REASON_ADDRESS,
            AssignmentError::Other => Text::PAST_REASON_OTHER,
        })
    }
}
