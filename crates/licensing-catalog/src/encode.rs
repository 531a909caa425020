//! Packs a catalog. Only the build script, the tests and `cargo xtask catalog` do this.

use std::collections::HashMap;

use licensing_model::catalog::{Confidence, LocationScope, PerRuleSet};
use licensing_model::{Catalog, Guid, PlanId};

use super::wire::{
    END, FLAG_2019, FLAG_TODAY, File, Locations, MAGIC, MAX_BYTES, MAX_ROWS, MAX_SLOTS, MAX_TEXT, Pairs, Plans,
    Prerequisites, Products, SCOPE_EVERY, SCOPE_NOTHING, SCOPE_PLANS, VERSION,
};

/// The bytes of `catalog`, or why it does not fit the packed form.
pub(crate) fn encode(catalog: &Catalog) -> Result<Vec<u8>, String> {
    for (what, count, most) in [
        ("plan positions", catalog.plans.len(), MAX_SLOTS),
        ("product positions", catalog.products.len(), MAX_SLOTS),
        ("pairs", catalog.pairs.len(), MAX_ROWS),
        ("prerequisites", catalog.prerequisites.len(), MAX_ROWS),
        ("location rows", catalog.locations.len(), MAX_ROWS),
    ] {
        if count > most {
            return Err(format!("{count} {what} are more than the packed form holds ({most})"));
        }
    }

    let mut texts = TextTable::default();
    let mut plans = Columns::default();
    let mut friendly_names = String::new();
    let (mut company_wide, mut mailbox) = (Vec::new(), Vec::new());
    for (id, plan) in catalog.loaded_plans() {
        plans.push(id.raw(), plan.guid, &plan.name)?;
        let friendly_name = if plan.friendly_name == plan.name { "" } else { &plan.friendly_name };
        push_text(&mut friendly_names, friendly_name)?;
        company_wide.push(u8::from(plan.company_wide));
        mailbox.push(u8::from(plan.mailbox));
    }

    let mut products = Columns::default();
    let mut product_names = String::new();
    let (mut plans_today, mut plans_2019) = (Vec::new(), Vec::new());
    let mut offered = Vec::new();
    for (id, product) in catalog.loaded_products() {
        products.push(id.raw(), product.guid, &product.part_number)?;
        push_text(&mut product_names, &product.name)?;
        plans_today.push(number(product.plans_today.len()));
        push_gaps(&mut plans_today, &product.plans_today)?;
        plans_2019.push(product.plans_2019.as_ref().map_or(0, |plans| number(plans.len()) + 1));
        push_gaps(&mut plans_2019, product.plans_2019.as_deref().unwrap_or_default())?;
        offered.push(flags(product.offered));
    }

    let pairs = &catalog.pairs;
    let (mut family, mut evidence, mut source) = (Vec::new(), Vec::new(), Vec::new());
    let (mut status_today, mut checked) = (Vec::new(), Vec::new());
    for pair in pairs {
        family.push(texts.number_of(&pair.family)?);
        evidence.push(texts.number_of(&pair.evidence)?);
        source.push(texts.number_of(&pair.source)?);
        status_today.push(texts.number_of(&pair.status_today)?);
        checked.push(texts.number_of(&pair.checked)?);
    }
    let pairs = Pairs {
        a: pairs.iter().map(|pair| pair.a.raw()).collect(),
        b: pairs.iter().map(|pair| pair.b.raw()).collect(),
        counts: &pairs.iter().map(|pair| flags(pair.counts)).collect::<Vec<_>>(),
        family,
        evidence,
        source,
        confidence: &pairs.iter().map(|pair| confidence(pair.confidence)).collect::<Vec<_>>(),
        status_today,
        checked,
    };

    let rows = &catalog.prerequisites;
    let (mut any_of, mut evidence, mut source, mut checked) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        any_of.push(number(row.any_of.len()));
        any_of.extend(row.any_of.iter().map(|plan| plan.raw()));
        evidence.push(texts.number_of(&row.evidence)?);
        source.push(texts.number_of(&row.source)?);
        checked.push(texts.number_of(&row.checked)?);
    }
    let prerequisites = Prerequisites {
        plan: rows.iter().map(|row| row.plan.raw()).collect(),
        any_of,
        named: rows.iter().map(|row| number(row.named)).collect(),
        enforced: &rows.iter().map(|row| u8::from(row.enforced)).collect::<Vec<_>>(),
        counts: &rows.iter().map(|row| flags(row.counts)).collect::<Vec<_>>(),
        evidence,
        source,
        confidence: &rows.iter().map(|row| confidence(row.confidence)).collect::<Vec<_>>(),
        checked,
    };

    let rows = &catalog.locations;
    let (mut scope, mut service, mut rule) = (Vec::new(), Vec::new(), Vec::new());
    let (mut countries, mut source, mut note, mut checked) = (String::new(), Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        match &row.scope {
            LocationScope::EveryPlan => scope.push(SCOPE_EVERY),
            LocationScope::Nothing => scope.push(SCOPE_NOTHING),
            LocationScope::Plans(plans) => {
                scope.push(SCOPE_PLANS + number(plans.len()));
                scope.extend(plans.iter().map(|plan| plan.raw()));
            }
        }
        let codes: String = row.countries.iter().map(ToString::to_string).collect();
        push_text(&mut countries, &codes)?;
        service.push(texts.number_of(&row.service)?);
        rule.push(texts.number_of(&row.rule)?);
        source.push(texts.number_of(&row.source)?);
        note.push(texts.number_of(&row.note)?);
        checked.push(texts.number_of(&row.checked)?);
    }
    let locations = Locations {
        scope,
        service,
        rule,
        prohibits: &rows.iter().map(|row| u8::from(row.prohibits)).collect::<Vec<_>>(),
        countries: &countries,
        source,
        confidence: &rows.iter().map(|row| confidence(row.confidence)).collect::<Vec<_>>(),
        note,
        checked,
    };

    let file = File {
        revision: catalog.revision,
        list_date: &catalog.list_date,
        plans: Plans {
            slots: number(catalog.plans.len()),
            gaps: plans.gaps,
            guids: &plans.guids,
            names: &plans.names,
            friendly_names: &friendly_names,
            company_wide: &company_wide,
            mailbox: &mailbox,
        },
        products: Products {
            slots: number(catalog.products.len()),
            gaps: products.gaps,
            guids: &products.guids,
            part_numbers: &products.names,
            names: &product_names,
            plans_today,
            plans_2019,
            offered: &offered,
        },
        texts: &texts.column,
        pairs,
        prerequisites,
        locations,
    };
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    bytes.extend(postcard::to_allocvec(&file).map_err(|error| error.to_string())?);
    if bytes.len() > MAX_BYTES {
        return Err(format!("{} bytes are more than the packed form holds ({MAX_BYTES})", bytes.len()));
    }
    Ok(bytes)
}

/// What plans and products have in common.
#[derive(Default)]
struct Columns {
    next: u32,
    gaps: Vec<u32>,
    guids: Vec<u8>,
    names: String,
}

impl Columns {
    fn push(&mut self, position: u32, guid: Guid, name: &str) -> Result<(), String> {
        self.gaps.push(position - self.next);
        self.next = position + 1;
        self.guids.extend(guid.0);
        push_text(&mut self.names, name)
    }
}

#[derive(Default)]
struct TextTable {
    column: String,
    numbers: HashMap<String, u32>,
}

impl TextTable {
    fn number_of(&mut self, text: &str) -> Result<u32, String> {
        if let Some(known) = self.numbers.get(text) {
            return Ok(*known);
        }
        push_text(&mut self.column, text)?;
        let new = number(self.numbers.len());
        self.numbers.insert(text.to_string(), new);
        Ok(new)
    }
}

fn push_text(column: &mut String, text: &str) -> Result<(), String> {
    if text.contains(END) || text.len() > MAX_TEXT {
        return Err(format!("`{text}` is more than one line or longer than {MAX_TEXT} bytes"));
    }
    column.push_str(text);
    column.push(END);
    Ok(())
}

fn push_gaps(column: &mut Vec<u32>, plans: &[PlanId]) -> Result<(), String> {
    let mut next = 0;
    for plan in plans {
        let gap = plan.raw().checked_sub(next).ok_or("the plans of a product are not in catalog order")?;
        column.push(gap);
        next = plan.raw() + 1;
    }
    Ok(())
}

fn flags(counts: PerRuleSet) -> u8 {
    u8::from(counts.rules_2019) * FLAG_2019 + u8::from(counts.today) * FLAG_TODAY
}

fn confidence(confidence: Confidence) -> u8 {
    match confidence {
        Confidence::Documented => 0,
        Confidence::Community => 1,
        Confidence::Inferred => 2,
        Confidence::Unknown => 3,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
