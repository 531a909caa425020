//! Reads a packed catalog. Total: any bytes give a catalog or an error.

use alloc::string::ToString;
use alloc::vec::Vec;

use licensing_model::catalog::{ExclusivePair, LocationRule, LocationScope, PlanInfo, Prerequisite, ProductInfo};
use licensing_model::{Catalog, CountryCode};

use crate::columns::{Bytes, Guids, Numbers, Positions, Slots, TextTable, Texts, rows, short, slots};

use crate::error::DecodeError;
use crate::wire::{
    File, Locations, MAGIC, MAX_BYTES, Pairs, Plans, Prerequisites, Products, SCOPE_EVERY, SCOPE_NOTHING, SCOPE_PLANS,
    VERSION,
};

/// Reads a packed catalog, such as `FULL` or the file that the page loads on demand.
///
/// Every id in the result is below the length of its column, every plan that a product names is loaded, and the plans of
/// a product rise by position. GUIDs are not looked at: the build script made sure that they differ.
pub fn decode(bytes: &[u8]) -> Result<Catalog, DecodeError> {
    if bytes.len() > MAX_BYTES {
        return Err(DecodeError::TooLong { bytes: bytes.len() });
    }
    let rest = bytes.strip_prefix(&MAGIC).ok_or(DecodeError::NotACatalog)?;
    let (&version, body) = rest.split_first().ok_or(DecodeError::Malformed)?;
    if version != VERSION {
        return Err(DecodeError::OtherVersion { found: version });
    }
    let (file, rest) = postcard::take_from_bytes::<File<'_>>(body).map_err(|_| DecodeError::Malformed)?;
    if !rest.is_empty() {
        return Err(DecodeError::Malformed);
    }

    let plans = plans(file.plans)?;
    let products = products(file.products, &plans)?;
    let texts = TextTable::read(file.texts)?;
    let pairs = pairs(file.pairs, &plans, &texts)?;
    let prerequisites = prerequisites(file.prerequisites, &plans, &texts)?;
    let locations = locations(file.locations, &plans, &texts)?;
    let list_date = short(file.list_date)?.to_string();
    Ok(Catalog {
        revision: file.revision,
        list_date,
        plans,
        products,
        pairs,
        prerequisites,
        locations,
        rules: None,
        steps: None,
        extended: None,
    })
}

fn plans(columns: Plans<'_>) -> Result<Slots<PlanInfo>, DecodeError> {
    let part = "plans";
    let mut slots = slots(columns.slots, "plan positions")?;
    let mut guids = Guids::read(columns.guids, part)?;
    let mut names = Texts::read(columns.names, part);
    let mut friendly_names = Texts::read(columns.friendly_names, part);
    let mut company_wide = Bytes::read(columns.company_wide, part);
    let mut mailbox = Bytes::read(columns.mailbox, part);
    let mut positions = Positions::default();
    for gap in columns.gaps {
        let name = names.next()?.to_string();
        let friendly_name = match friendly_names.next()? {
            "" => name.clone(),
            other => other.to_string(),
        };
        let (company_wide, mailbox) = (company_wide.bool()?, mailbox.bool()?);
        let plan = PlanInfo { guid: guids.next()?, name, friendly_name, company_wide, mailbox };
        *positions.slot(&mut slots, gap, part)? = Some(plan);
    }
    guids.end()?;
    names.end()?;
    friendly_names.end()?;
    company_wide.end()?;
    mailbox.end()?;
    Ok(slots)
}

fn products(columns: Products<'_>, plans: &Slots<PlanInfo>) -> Result<Slots<ProductInfo>, DecodeError> {
    let part = "products";
    let mut slots = slots(columns.slots, "product positions")?;
    let mut guids = Guids::read(columns.guids, part)?;
    let mut part_numbers = Texts::read(columns.part_numbers, part);
    let mut names = Texts::read(columns.names, part);
    let mut plans_today = Numbers::read(columns.plans_today, part);
    let mut plans_2019 = Numbers::read(columns.plans_2019, part);
    let mut offered = Bytes::read(columns.offered, part);
    let mut positions = Positions::default();
    for gap in columns.gaps {
        let count = plans_today.next()?;
        let today = plans_today.rising_plans(count, plans)?;
        let then = match plans_2019.next()?.checked_sub(1) {
            None => None,
            Some(count) => Some(plans_2019.rising_plans(count, plans)?),
        };
        let product = ProductInfo {
            guid: guids.next()?,
            part_number: part_numbers.next()?.to_string(),
            name: names.next()?.to_string(),
            plans_today: today,
            plans_2019: then,
            offered: offered.flags()?,
        };
        *positions.slot(&mut slots, gap, part)? = Some(product);
    }
    guids.end()?;
    part_numbers.end()?;
    names.end()?;
    plans_today.end()?;
    plans_2019.end()?;
    offered.end()?;
    Ok(slots)
}

fn pairs(
    columns: Pairs<'_>,
    plans: &Slots<PlanInfo>,
    texts: &TextTable<'_>,
) -> Result<Vec<ExclusivePair>, DecodeError> {
    let part = "pairs";
    let count = rows(columns.a.len(), part)?;
    let mut a = Numbers::read(columns.a, part);
    let mut b = Numbers::read(columns.b, part);
    let mut counts = Bytes::read(columns.counts, part);
    let mut family = Numbers::read(columns.family, part);
    let mut evidence = Numbers::read(columns.evidence, part);
    let mut source = Numbers::read(columns.source, part);
    let mut confidence = Bytes::read(columns.confidence, part);
    let mut status_today = Numbers::read(columns.status_today, part);
    let mut checked = Numbers::read(columns.checked, part);
    let mut pairs = Vec::with_capacity(count);
    for _ in 0..count {
        pairs.push(ExclusivePair {
            a: a.plan(plans)?,
            b: b.plan(plans)?,
            counts: counts.flags()?,
            family: family.text(texts)?,
            evidence: evidence.text(texts)?,
            source: source.text(texts)?,
            confidence: confidence.confidence()?,
            status_today: status_today.text(texts)?,
            checked: checked.text(texts)?,
        });
    }
    for column in [a, b, family, evidence, source, status_today, checked] {
        column.end()?;
    }
    counts.end()?;
    confidence.end()?;
    Ok(pairs)
}

fn prerequisites(
    columns: Prerequisites<'_>,
    plans: &Slots<PlanInfo>,
    texts: &TextTable<'_>,
) -> Result<Vec<Prerequisite>, DecodeError> {
    let part = "prerequisites";
    let count = rows(columns.plan.len(), part)?;
    let mut plan = Numbers::read(columns.plan, part);
    let mut any_of = Numbers::read(columns.any_of, part);
    let mut named = Numbers::read(columns.named, part);
    let mut enforced = Bytes::read(columns.enforced, part);
    let mut counts = Bytes::read(columns.counts, part);
    let mut evidence = Numbers::read(columns.evidence, part);
    let mut source = Numbers::read(columns.source, part);
    let mut confidence = Bytes::read(columns.confidence, part);
    let mut checked = Numbers::read(columns.checked, part);
    let mut prerequisites = Vec::with_capacity(count);
    for _ in 0..count {
        let alternatives = any_of.next()?;
        prerequisites.push(Prerequisite {
            plan: plan.plan(plans)?,
            any_of: any_of.plans(alternatives, plans)?,
            named: named.next()? as usize,
            enforced: enforced.bool()?,
            counts: counts.flags()?,
            evidence: evidence.text(texts)?,
            source: source.text(texts)?,
            confidence: confidence.confidence()?,
            checked: checked.text(texts)?,
        });
    }
    for column in [plan, any_of, named, evidence, source, checked] {
        column.end()?;
    }
    for column in [enforced, counts, confidence] {
        column.end()?;
    }
    Ok(prerequisites)
}

fn locations(
    columns: Locations<'_>,
    plans: &Slots<PlanInfo>,
    texts: &TextTable<'_>,
) -> Result<Vec<LocationRule>, DecodeError> {
    let part = "location rows";
    let count = rows(columns.rule.len(), part)?;
    let mut scope = Numbers::read(columns.scope, part);
    let mut service = Numbers::read(columns.service, part);
    let mut rule = Numbers::read(columns.rule, part);
    let mut prohibits = Bytes::read(columns.prohibits, part);
    let mut countries = Texts::read(columns.countries, part);
    let mut source = Numbers::read(columns.source, part);
    let mut confidence = Bytes::read(columns.confidence, part);
    let mut note = Numbers::read(columns.note, part);
    let mut checked = Numbers::read(columns.checked, part);
    let mut locations = Vec::with_capacity(count);
    for _ in 0..count {
        locations.push(LocationRule {
            scope: match scope.next()? {
                SCOPE_EVERY => LocationScope::EveryPlan,
                SCOPE_NOTHING => LocationScope::Nothing,
                named => LocationScope::Plans(scope.plans(named - SCOPE_PLANS, plans)?),
            },
            service: service.text(texts)?,
            rule: rule.text(texts)?,
            prohibits: prohibits.bool()?,
            countries: country_codes(countries.next()?)?,
            source: source.text(texts)?,
            confidence: confidence.confidence()?,
            note: note.text(texts)?,
            checked: checked.text(texts)?,
        });
    }
    for column in [scope, service, rule, source, note, checked] {
        column.end()?;
    }
    prohibits.end()?;
    confidence.end()?;
    countries.end()?;
    Ok(locations)
}

fn country_codes(letters: &str) -> Result<Vec<CountryCode>, DecodeError> {
    let inconsistent = DecodeError::Inconsistent { part: "countries" };
    if !letters.len().is_multiple_of(2) {
        return Err(inconsistent);
    }
    let code = |pair: &[u8]| core::str::from_utf8(pair).ok()?.parse::<CountryCode>().ok();
    letters.as_bytes().chunks_exact(2).map(|pair| code(pair).ok_or(inconsistent)).collect()
}
