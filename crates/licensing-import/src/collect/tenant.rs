//! The tenant itself, its products and its contacts.

use std::collections::BTreeSet;

use licensing_core::shape;
use licensing_model::address::ProxyAddress;
use licensing_model::{PlanId, RuleSet};

use super::pseudonyms::Owner;
use super::{Collector, within};
use crate::error::{Counted, Fault, Problem, Unique, Wanted};
use crate::facts::{ContactFacts, OrganizationFacts, ProductFacts, SimulatorFacts};
use crate::json::{Node, Value};
use crate::limits::{MOST_CONTACTS, MOST_PRODUCTS};
use crate::read::fields::Fields;
use crate::read::path::At;
use crate::read::values;
use crate::records::contact::Contact;
use crate::records::organization::Organization;
use crate::records::product::{Plan, Product};
use crate::report::NoteKind;
use crate::{FORMAT, VERSION};

impl Collector {
    pub(super) fn organization(&mut self, record: Organization) -> Result<(), Problem> {
        if let Some(first) = &self.facts.organization {
            let fault = Fault::Repeated { what: Unique::Organization, value: first.id.to_string(), first: None };
            return Err(At::ROOT.problem(record.line, fault));
        }
        self.claim(record.id, record.line)?;
        let domains = record.domains.iter().map(|domain| self.names.domain(domain)).collect();
        self.facts.organization = Some(OrganizationFacts { id: record.id, country: record.country, domains });
        Ok(())
    }

    pub(super) fn subscribed_sku(&mut self, record: &Product) -> Result<(), Problem> {
        within(self.facts.products.len(), MOST_PRODUCTS, Counted::Products, record.line)?;
        let Some(product) = self.product(record.sku, record.part_number.as_deref()) else { return Ok(()) };
        if self.facts.products.iter().any(|other| other.product == product) {
            let fault = Fault::Repeated { what: Unique::Product, value: record.sku.to_string(), first: None };
            return Err(At::ROOT.name("skuId").problem(record.line, fault));
        }
        let plans = record.plans.as_ref().map(|plans| self.plans(plans));
        self.facts.products.push(ProductFacts { product, units: record.units, consumed: record.consumed, plans });
        Ok(())
    }

    /// The plans of a product, each once, in the order of the file.
    fn plans(&mut self, listed: &[Plan]) -> Vec<PlanId> {
        let (mut plans, mut seen) = (Vec::with_capacity(listed.len()), BTreeSet::new());
        for plan in listed {
            plans.extend(self.plan(plan.id).filter(|id| seen.insert(*id)));
            self.unlisted.describe(plan);
        }
        plans
    }

    pub(super) fn contact(&mut self, record: Contact) -> Result<(), Problem> {
        within(self.facts.contacts.len(), MOST_CONTACTS, Counted::Contacts, record.line)?;
        self.claim(record.id, record.line)?;
        let owner = Owner::Contact(self.facts.contacts.len() + 1);
        let mut proxy_addresses = self.proxy_addresses(owner, &record.proxy_addresses);
        if let Some(mail) = record.mail.as_deref().and_then(|mail| self.mail(owner, mail)) {
            let is_there = proxy_addresses.iter().any(|proxy| proxy.address.eq_ignore_ascii_case(&mail));
            if !is_there && proxy_addresses.len() < shape::MOST_ADDRESSES {
                proxy_addresses.insert(0, ProxyAddress { primary: true, address: mail });
            }
        }
        let name = record.display_name.map(|name| self.names.display_name(owner, &name));
        if name.is_none() {
            let label = self.label(owner, record.id);
            self.notes.add(NoteKind::DisplayName, || label);
        }
        self.facts.contacts.push(ContactFacts { id: record.id, name, proxy_addresses });
        Ok(())
    }

    /// What a bundle says about itself. Paths of problems begin at the value.
    pub(super) fn about_bundle(&mut self, name: &str, node: &Node) -> Result<(), Problem> {
        match name {
            "format" => match &node.value {
                Value::Text(text) if **text == *FORMAT => Ok(()),
                _ => Err(values::expected(node, &At::ROOT, Wanted::BundleFormat)),
            },
            "version" => match values::count(node, &At::ROOT)? {
                version if version > VERSION => Err(At::ROOT.problem(node.line, Fault::Newer { version })),
                _ => Ok(()),
            },
            "exportedAt" => {
                let moment = values::moment(node, &At::ROOT)?;
                self.clock(moment);
                Ok(())
            }
            "simulator" => {
                let fields = Fields::of(node, &At::ROOT)?;
                fields.pass_over("simulator", &["rules", "circularNesting"], &[], &mut self.ignored);
                self.facts.simulator = Some(SimulatorFacts {
                    rules: fields.optional("rules", rule_set)?,
                    circular_nesting: fields.optional("circularNesting", values::flag)?.unwrap_or_default(),
                });
                Ok(())
            }
            // Who wrote it.
            _ => values::text(node, &At::ROOT).map(|_| ()),
        }
    }
}

fn rule_set(node: &Node, at: &At<'_>) -> Result<RuleSet, Problem> {
    match &node.value {
        Value::Text(text) if &**text == "2019" => Ok(RuleSet::Rules2019),
        Value::Text(text) if &**text == "today" => Ok(RuleSet::Today),
        _ => Err(values::expected(node, at, Wanted::RuleSet)),
    }
}
