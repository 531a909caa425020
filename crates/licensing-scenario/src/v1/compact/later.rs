//! What versions 2 and 3 add to a state, behind all of version 1.

use super::head::ProductModel;
use super::lists::{element, list, option};
use super::rest::{TargetModel, pass_guid};
use super::texts::TextModel;
use crate::coding::{Bit, Coder, Number};
use crate::v1::document::{OwnCatalog, State};

/// What was learned of it.
#[derive(Clone, Debug, Default)]
pub(super) struct LaterModel {
    count: Number,
    owner: TargetModel,
    property: Number,
    text: Number,
    /// What property and which text is expected next.
    next: (u32, u32),
    user: Number,
    has_rule: Bit,
    is_rule: Bit,
    membership: Number,
    deleted: Bit,
    is_company_wide: Bit,
    product: Number,
}

impl LaterModel {
    /// Membership rules, which runs are theirs, and whom they moved.
    pub(super) fn pass_rules(&mut self, coder: &mut Coder, state: &mut State) {
        let Self { count, user, text, has_rule, is_rule, membership, .. } = self;
        let mut next_text = 0_u32;
        for group in &mut state.groups {
            option(coder, has_rule, &mut group.rule, |coder, (rule, decides)| {
                *rule = text.pass_near(coder, next_text, *rule);
                next_text = rule.wrapping_add(1);
                *decides = membership.pass(coder, *decides);
            });
        }
        let started = state.started.iter_mut().map(|run| &mut run.target);
        for target in started.chain(&mut state.waiting).filter(|target| target.is_group) {
            target.is_rule = coder.bit(is_rule, target.is_rule);
        }
        list(coder, count, &mut state.moved, |coder, (group, moved, times)| {
            *group = user.pass(coder, *group);
            *moved = user.pass(coder, *moved);
            *times = membership.pass(coder, *times);
        });
    }

    /// Which contacts are deleted.
    pub(super) fn pass_contacts(&mut self, coder: &mut Coder, state: &mut State) {
        for contact in &mut state.contacts {
            contact.deleted = coder.bit(&mut self.deleted, contact.deleted);
        }
    }

    /// How many properties there are that are kept as they were given.
    pub(super) fn count_properties(&mut self, coder: &mut Coder, state: &State) -> usize {
        self.count.pass(coder, state.properties.len() as u32) as usize
    }

    /// One of them.
    pub(super) fn pass_property(&mut self, coder: &mut Coder, state: &mut State, at: usize) {
        // Texts were numbered when they were first met.
        let Self { owner, property, text, next, .. } = self;
        element(coder, &mut state.properties, at, |coder, (of, which, value)| {
            *of = owner.pass(coder, *of);
            *which = property.pass_near(coder, next.0, *which);
            *value = text.pass_near(coder, next.1, *value);
            *next = (*which, value.wrapping_add(1));
        });
    }

    /// What the tenant has that the catalog does not.
    pub(super) fn pass_own_catalog(
        &mut self,
        coder: &mut Coder,
        texts: &mut TextModel,
        products: &mut ProductModel,
        own: &mut OwnCatalog,
    ) {
        let Self { count, is_company_wide, product: product_model, .. } = self;
        list(coder, count, &mut own.plans, |coder, plan| {
            pass_guid(coder, &mut plan.id);
            texts.pass(coder, &mut plan.name, &[]);
            plan.company_wide = coder.bit(is_company_wide, plan.company_wide);
        });
        list(coder, count, &mut own.products, |coder, product| {
            pass_guid(coder, &mut product.id);
            texts.pass(coder, &mut product.part_number, &[]);
            products.pass_plans(coder, &mut product.plans);
        });
        let mut expected = 0_u32;
        list(coder, count, &mut own.lists, |coder, (product, plans)| {
            *product = product_model.pass_near(coder, expected, *product);
            expected = product.wrapping_add(1);
            products.pass_plans(coder, plans);
        });
    }
}
