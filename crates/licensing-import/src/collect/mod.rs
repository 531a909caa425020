//! Records become facts: names are replaced, products and plans found in the catalog, moments put on the simulated
//! clock, and what cannot be kept is noted.

mod events;
mod groups;
mod pages;
pub(crate) mod pseudonyms;
mod tenant;
mod unlisted;
mod users;

use std::collections::BTreeMap;
use std::sync::Arc;

use licensing_core::{Interner, Tenant, membership};
use licensing_model::rule::RuleReader;
use licensing_model::{Catalog, Guid, PlanId, ProductId, Property};

use crate::document::{Collection, Page, Sink};
use crate::error::{Counted, Fault, ImportError, Place, Problem, Unique};
use crate::facts::{Facts, Spot};
use crate::json::{Node, Reference};
use crate::read::fields::Ignored;
use crate::read::path::At;
use crate::records::license::License;
use crate::records::{contact, event, group, organization, product, user};
use crate::report::{NoteKind, Notes};
use pages::Pages;
use pseudonyms::{Names, Owner, Pseudonyms};
use unlisted::Unlisted;

/// Facts under way.
pub(crate) struct Collector {
    pub(crate) facts: Facts,
    pub(crate) notes: Notes,
    pub(crate) ignored: Ignored,
    /// The files so far; the last one is being read.
    pub(crate) files: Vec<Arc<str>>,
    names: Pseudonyms,
    catalog: Positions,
    unlisted: Unlisted,
    /// What reads membership rules, if it is there.
    rules: Option<RuleReader>,
    pages: Pages,
    /// Where each id stands.
    ids: BTreeMap<Guid, Spot>,
    /// Where each userPrincipalName stands, in lower case.
    principal_names: BTreeMap<String, Spot>,
    states: usize,
    members: usize,
}

/// Products and plans of the catalog by their ids.
struct Positions {
    products: BTreeMap<Guid, ProductId>,
    plans: BTreeMap<Guid, PlanId>,
}

impl Collector {
    /// Nothing was read.
    pub(crate) fn new(catalog: &Catalog, names: Names) -> Collector {
        let positions = Positions {
            products: catalog.loaded_products().map(|(id, info)| (info.guid, id)).collect(),
            plans: catalog.loaded_plans().map(|(id, info)| (info.guid, id)).collect(),
        };
        Collector {
            facts: Facts { disabled: Interner::with_empty(), ..Facts::default() },
            notes: Notes::default(),
            ignored: Ignored::default(),
            files: Vec::new(),
            names: Pseudonyms::new(names),
            catalog: positions,
            unlisted: Unlisted::default(),
            rules: membership::reader(catalog),
            pages: Pages::default(),
            ids: BTreeMap::new(),
            principal_names: BTreeMap::new(),
            states: 0,
            members: 0,
        }
    }

    /// Says what is missing, now that there are no more files.
    pub(crate) fn end(&mut self) {
        for (page, spot) in self.pages.missing() {
            let Place { file, .. } = self.place(spot);
            self.notes.add(NoteKind::NextPage, || format!("{page}, {file}"));
        }
    }

    /// Whether names and ids stay as they are.
    pub(crate) fn keeps_names(&self) -> bool {
        self.names.are_kept()
    }

    /// Properties, unless names are replaced: departments and titles tell who somebody is.
    fn kept(&self, properties: Vec<(Property, String)>) -> Vec<(Property, String)> {
        if self.names.are_kept() { properties } else { Vec::new() }
    }

    /// How notes call an object without a name.
    pub(crate) fn label(&self, owner: Owner, id: Guid) -> String {
        if self.names.are_kept() { id.to_string() } else { owner.to_string() }
    }

    /// The place of a spot.
    pub(crate) fn place(&self, spot: Spot) -> Place {
        let file = self.files.get(spot.file as usize).cloned().unwrap_or_else(|| Arc::from(""));
        Place { file, line: spot.line }
    }

    /// An error at a spot of any file.
    pub(crate) fn error(&self, spot: Spot, field: String, fault: Fault) -> Box<ImportError> {
        Box::new(ImportError { place: self.place(spot), field, fault })
    }

    fn spot(&self, line: u32) -> Spot {
        Spot { file: u32::try_from(self.files.len().saturating_sub(1)).unwrap_or_default(), line }
    }

    /// Takes an id, which no other object may have.
    fn claim(&mut self, id: Guid, line: u32) -> Result<(), Problem> {
        let spot = self.spot(line);
        match self.ids.insert(id, spot) {
            None => Ok(()),
            Some(first) => {
                let fault = Fault::Repeated { what: Unique::Id, value: id.to_string(), first: Some(self.place(first)) };
                Err(At::ROOT.name("id").problem(line, fault))
            }
        }
    }

    /// Seconds of the simulated clock for seconds since 1970.
    fn clock(&mut self, moment: i64) -> u32 {
        let since = moment.saturating_sub(Tenant::CLOCK_START);
        let (time, note) = match u32::try_from(since) {
            Ok(time) if time <= Tenant::LAST_DAY => (time, None),
            Ok(_) => (Tenant::LAST_DAY, Some(NoteKind::AfterEnd)),
            Err(_) if since < 0 => (0, Some(NoteKind::BeforeStart)),
            Err(_) => (Tenant::LAST_DAY, Some(NoteKind::AfterEnd)),
        };
        if let Some(note) = note {
            self.notes.add(note, String::new);
        }
        self.facts.latest = self.facts.latest.max(time);
        time
    }

    /// The product and the number of its disabled plans, as far as the catalog knows them.
    fn license(&mut self, license: &License) -> Option<(ProductId, u32)> {
        let disabled = license.disabled.iter().filter_map(|plan| self.plan(*plan)).collect();
        let product = self.product(license.sku, None)?;
        Some((product, self.disabled(disabled)))
    }

    /// The product with this id; one that the catalog does not know waits for [`Collector::place_unlisted`].
    fn product(&mut self, sku: Guid, part_number: Option<&str>) -> Option<ProductId> {
        let listed = self.catalog.products.get(&sku).copied();
        let found = listed.or_else(|| self.unlisted.product(sku, part_number));
        if found.is_none() {
            self.notes.add(NoteKind::UnknownProduct, || unlisted::label(sku, part_number));
        }
        found
    }

    /// The plan with this id, likewise.
    fn plan(&mut self, id: Guid) -> Option<PlanId> {
        let listed = self.catalog.plans.get(&id).copied();
        let found = listed.or_else(|| self.unlisted.plan(id));
        if found.is_none() {
            self.notes.add(NoteKind::UnknownPlan, || id.to_string());
        }
        found
    }

    fn disabled(&mut self, mut plans: Vec<PlanId>) -> u32 {
        plans.sort_unstable();
        plans.dedup();
        self.facts.disabled.intern(plans)
    }
}

/// One more than there are is refused.
fn within(count: usize, most: usize, what: Counted, line: u32) -> Result<(), Problem> {
    let fault = || Fault::TooMany { what, most: most as u64 };
    if count < most { Ok(()) } else { Err(At::ROOT.problem(line, fault())) }
}

/// Products that stand twice in a list.
fn repeated_product<'a>(licenses: impl Iterator<Item = &'a License>) -> Option<Fault> {
    let mut skus: Vec<Guid> = licenses.map(|license| license.sku).collect();
    skus.sort_unstable();
    let twice = skus.windows(2).find(|pair| pair.first() == pair.last())?;
    Some(Fault::Repeated { what: Unique::Product, value: twice.first()?.to_string(), first: None })
}

impl Sink for Collector {
    fn record(&mut self, collection: Collection, record: &Node) -> Result<(), Problem> {
        let (at, ignored) = (&At::ROOT, &mut self.ignored);
        match collection {
            Collection::Organization => {
                let record = organization::read(record, at, ignored)?;
                self.organization(record)
            }
            Collection::SubscribedSkus => {
                let record = product::read(record, at, ignored)?;
                self.subscribed_sku(&record)
            }
            Collection::Groups => {
                let record = group::read(record, at, ignored)?;
                self.group(record)
            }
            Collection::Users => {
                let record = user::read(record, at, ignored)?;
                self.user(record)
            }
            Collection::Contacts => {
                let record = contact::read(record, at, ignored)?;
                self.contact(record)
            }
            Collection::DirectoryAudits => {
                let record = event::read(record, at, ignored)?;
                self.event(record)
            }
            // These come all together, when their list ends.
            Collection::Members => Ok(()),
        }
    }

    fn passed_over(&mut self, resource: &'static str, name: &str) {
        self.ignored.count(resource, name);
    }

    fn about(&mut self, name: &str, value: &Node) -> Result<(), Problem> {
        self.about_bundle(name, value)
    }

    fn members(&mut self, group: Guid, members: Vec<Reference>, line: u32) -> Result<(), Problem> {
        self.members_of(group, &members, line)
    }

    fn page(&mut self, page: Page, next: Option<&str>, line: u32) -> Result<(), Problem> {
        let spot = self.spot(line);
        let repeated = self.pages.read(page, next, spot);
        repeated.map_or(Ok(()), |first| {
            let value = crate::error::brief(next.unwrap_or_default());
            let fault = Fault::Repeated { what: Unique::Page, value, first: Some(self.place(first)) };
            Err(At::ROOT.name("@odata.nextLink").problem(line, fault))
        })
    }
}
