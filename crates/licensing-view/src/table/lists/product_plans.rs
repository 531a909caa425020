//! The plans of a product, and which others each of them excludes.

use licensing_core::Tenant;
use licensing_model::{Catalog, PlanId, ProductId};
use licensing_wording::{Text, Words};

use super::super::list::List;
use super::super::sort::Value;
use super::super::{Below, Cell, Column, ColumnKey, Linked, Row, Voice, Width};
use super::none;
use crate::names::PlanChoice;
use crate::product::replaced_plans;
use crate::read;
use crate::search::Seeker;

/// The list.
pub(super) struct ProductPlans {
    words: Words,
    product: ProductId,
    plans: Vec<PlanChoice>,
}

impl ProductPlans {
    pub(super) fn of(tenant: &Tenant, words: Words, product: ProductId) -> ProductPlans {
        let plans = tenant.product(product).map(|details| details.plans).unwrap_or_default();
        ProductPlans { words, product, plans: plans.into_iter().map(|plan| read::plan_choice(tenant, plan)).collect() }
    }
}

/// The plans that cannot be on beside `plan`, by name.
fn excluded(tenant: &Tenant, plan: PlanId) -> Vec<String> {
    let others = tenant.catalog().loaded_plans().map(|(other, _)| other);
    let mut names: Vec<String> =
        others.filter(|other| tenant.excludes(plan, *other)).map(|other| tenant.plan_words(other)).collect();
    names.sort();
    names
}

/// How a plan is marked that the catalog's product does not have, as far as that is known.
fn mark(tenant: &Tenant, product: ProductId, plan: PlanId) -> Option<Text> {
    if !Catalog::lists_plan(plan) {
        return Some(Text::NOT_IN_CATALOG);
    }
    let listed = replaced_plans(tenant, product)?;
    (!listed.contains(&plan)).then_some(Text::PLAN_OF_TENANT)
}

impl List for ProductPlans {
    fn counted(&self, number: usize) -> String {
        self.words.count_service_plans(number)
    }

    fn len(&self) -> usize {
        self.plans.len()
    }

    fn id(&self, place: usize) -> u32 {
        self.plans.get(place).map_or(u32::MAX, |plan| plan.id.raw())
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Name, text(Text::SERVICE_PLAN), Width::Name).kept(),
            Column::new(ColumnKey::Technical, text(Text::TECHNICAL_NAME), Width::Wide),
            Column::new(ColumnKey::Excludes, text(Text::EXCLUDES_PLANS), Width::Wide).unsorted(),
            Column::new(ColumnKey::PlanId, text(Text::SERVICE_PLAN_ID), Width::Wide).unsorted(),
        ]
    }

    fn look(&self, _tenant: &Tenant, place: usize, _buffer: &mut String, seeker: &mut Seeker<'_>) {
        if let Some(plan) = self.plans.get(place) {
            seeker.look(&plan.name);
            seeker.look(&plan.technical);
        }
    }

    fn value(&self, _tenant: &Tenant, place: usize, at: usize, _buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        let Some(plan) = self.plans.get(place) else { return };
        take(Value::Text(if at == 0 { &plan.name } else { &plan.technical }));
    }

    fn row(&self, tenant: &Tenant, place: usize) -> Row {
        let Some(plan) = self.plans.get(place) else { return Row::default() };
        let excluded = excluded(tenant, plan.id);
        let id = tenant.catalog().plan(plan.id).map(|info| info.guid.to_string()).unwrap_or_default();
        let title = Linked { text: plan.name.clone(), route: None };
        let mark = mark(tenant, self.product, plan.id).map(|text| self.words.text(text).to_string());
        Row {
            id: plan.id.raw(),
            name: plan.name.clone(),
            route: None,
            why: None,
            cells: vec![
                Cell::Title(title, mark, Some(Below::Text(plan.technical.clone()))),
                Cell::Text(plan.technical.clone(), Voice::Code),
                if excluded.is_empty() { none(self.words) } else { Cell::Text(excluded.join(", "), Voice::Dim) },
                Cell::Text(id, Voice::Code),
            ],
        }
    }
}
