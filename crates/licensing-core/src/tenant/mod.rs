//! The tenant: everything that the simulator knows, and the small questions that rules ask of it.

pub(crate) mod addresses;
pub(crate) mod changed;
pub(crate) mod own_ids;
pub(crate) mod rows;
mod settled;

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::guid::{self, Guid, GuidKind};
use licensing_model::settings::TenantSettings;
use licensing_model::state::RecordedEvent;
use licensing_model::{Catalog, CommandKind, CountryCode, GroupId, PlanId, ProductId, RuleSet, UserId};

use crate::audit::event::Event;
use crate::audit::log::Log;
use crate::background::many::Memory;
use crate::background::queue::Queue;
use crate::background::reconcile::Scratch;
use crate::rules::brief::Briefs;
use crate::rules::facts::{Carried, Facts, FactsCache, FactsRef};
use crate::rules::ground::{Addresses, Ground};
use crate::rules::tables::{OwnRows, Tables};
use crate::store::address_book::{AddressBook, Mailbox};
use crate::store::group::Group;
use crate::store::id_set::PlanSet;
use crate::store::outcome::Outcomes;
use crate::store::properties::Properties;
use crate::store::subscription::{Subscription, Subscriptions};
use crate::store::template::{Entry, TemplateId, Templates};
use crate::store::text::{TextId, Texts};
use crate::store::times::Times;
use crate::store::users::Users;
use licensing_columns::column::Column;
use licensing_columns::paged::Paged;
use own_ids::OwnIds;
use settled::SettledUsers;

/// How the mailNickname of a user without one of its own begins; the user's number follows.
pub(crate) const DERIVED_NICKNAME: &str = "user";

/// A contact: an object that only holds addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Contact {
    /// `displayName`.
    pub(crate) name: TextId,
    /// What it holds.
    pub(crate) mailbox: Mailbox,
    /// Whether it is deleted. It holds nothing then, and keeps its number and its name.
    pub(crate) deleted: bool,
}

/// A simulated tenant.
///
/// It changes by [`Tenant::apply`], [`Tenant::step`] and [`Tenant::settle`] (and, before all, by [`Tenant::populate`]);
/// the same calls give the same tenant on every platform (I6). Equality compares everything that was ever told to it, caches aside (I4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    pub(crate) catalog: Arc<Catalog>,
    pub(crate) seed: u64,
    pub(crate) rules: RuleSet,
    pub(crate) country: CountryCode,
    pub(crate) initial_domain: String,
    pub(crate) domains: Vec<String>,
    pub(crate) workers: u8,
    pub(crate) own_rows: OwnRows,
    /// Seconds since the clock started (R16).
    pub(crate) clock: u32,
    /// How many commands were accepted.
    pub(crate) accepted: u32,
    /// What may be asked of it; everything if this is none.
    pub(crate) allowed: Option<Arc<[CommandKind]>>,

    pub(crate) texts: Texts,
    pub(crate) templates: Templates,
    pub(crate) outcomes: Outcomes,
    pub(crate) times: Times,
    pub(crate) users: Users,
    pub(crate) groups: Column<GroupId, Group, 16>,
    pub(crate) contacts: Paged<Contact, 64>,
    pub(crate) subscriptions: Subscriptions,
    pub(crate) properties: Properties,
    pub(crate) addresses: AddressBook,
    pub(crate) queue: Queue,
    /// Groups that have a rule or had one, rising (R17).
    pub(crate) ruled: Arc<Vec<GroupId>>,
    /// How often the rule of a group moved a user since the last command, where a rule can chase itself (R17): rising.
    pub(crate) moved: Arc<Vec<(GroupId, UserId, u8)>>,
    pub(crate) audit: Log,
    /// Events of the log that another tenant recorded.
    pub(crate) recorded: Arc<[Arc<RecordedEvent>]>,
    /// Ids that do not follow from the seed.
    pub(crate) own_ids: Arc<OwnIds>,

    tables: Arc<Tables>,
    facts: FactsCache,
    pub(crate) briefs: Briefs,
    pub(crate) memory: Memory,
    pub(crate) settled: SettledUsers,
    pub(crate) scratch: Scratch,
}

impl Tenant {
    /// When the clock starts: 2019-11-08T09:00:00Z, in seconds since 1970 (R16).
    pub const CLOCK_START: i64 = 1_573_203_600;
    /// The end of the clock, in seconds after its start.
    pub const LAST_SECOND: u32 = 1 << 31;
    /// Days go by no further than here, so that there are seconds left for more commands and steps than anybody takes.
    pub const LAST_DAY: u32 = Tenant::LAST_SECOND - (1 << 27);
    /// The most workers that can process the queue.
    pub const MOST_WORKERS: u8 = 8;
    /// How long a deleted user or group can be brought back: 30 days of 24 hours, in seconds (R12).
    pub const RESTORABLE_SECONDS: u32 = 30 * 24 * 60 * 60;

    /// A tenant without users, groups or products. A number of workers out of range is brought into it.
    pub fn new(catalog: Arc<Catalog>, settings: TenantSettings) -> Tenant {
        let own_rows = OwnRows::default();
        let tables = Arc::new(Tables::compile(&catalog, settings.rules, &own_rows));
        let mut subscriptions = Subscriptions::default();
        subscriptions.grow(catalog.products.len());
        Tenant {
            catalog,
            seed: settings.seed,
            rules: settings.rules,
            country: settings.country,
            initial_domain: settings.initial_domain,
            domains: settings.domains,
            workers: settings.workers.clamp(1, Tenant::MOST_WORKERS),
            own_rows,
            clock: 0,
            accepted: 0,
            allowed: None,
            texts: Texts::default(),
            templates: Templates::default(),
            outcomes: Outcomes::default(),
            times: Times::default(),
            users: Users::default(),
            groups: Column::default(),
            contacts: Paged::default(),
            subscriptions,
            properties: Properties::default(),
            addresses: AddressBook::default(),
            queue: Queue::default(),
            ruled: Arc::default(),
            moved: Arc::default(),
            audit: Log::default(),
            recorded: Arc::default(),
            own_ids: Arc::default(),
            tables,
            facts: FactsCache::default(),
            briefs: Briefs::default(),
            memory: Memory::On,
            settled: SettledUsers::default(),
            scratch: Scratch::default(),
        }
    }

    /// Replaces the catalog by a larger part of the same one: positions stay (R16), and so does what the tenant has of its
    /// own. Nothing else changes.
    pub fn load_catalog(&mut self, catalog: Arc<Catalog>) {
        self.catalog = match &self.catalog.extended {
            Some(extended) => extended.on(&catalog),
            None => catalog,
        };
        self.subscriptions.grow(self.catalog.products.len());
        self.refresh_rules();
    }

    /// Makes room for so many more users.
    pub fn reserve(&mut self, users: usize) {
        self.users.reserve(users);
        self.addresses.reserve(users);
        self.settled.reserve(users);
        self.queue.reserve(users);
    }

    /// Adds users that are there from the beginning, as a generated tenant has them: their names follow from their
    /// numbers, and no command is recorded for them. `location` gives each user's usage location.
    pub fn populate(&mut self, users: u32, mut location: impl FnMut(UserId) -> Option<CountryCode>) {
        for _ in 0..users {
            let user = UserId::at(self.users.len());
            self.add_user(TextId::DERIVED, TextId::DERIVED, TextId::DERIVED, location(user), false);
        }
    }

    /// Compiles the rows that count anew, after a change of what they rest on.
    pub(crate) fn refresh_rules(&mut self) {
        self.tables = Arc::new(Tables::compile(&self.catalog, self.rules, &self.own_rows));
        self.facts.clear();
        self.briefs = Briefs::default();
        self.settled.forget();
    }

    /// Forgets what templates mean, after a change of a product's plans or units.
    pub(crate) fn forget_facts(&mut self) {
        self.facts.clear();
        self.briefs = Briefs::default();
        self.settled.forget();
    }

    /// The rows that count now.
    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }

    /// What a template means now.
    pub(crate) fn facts(&self, template: TemplateId) -> FactsRef<'_> {
        match self.facts.get(template) {
            Some(facts) => FactsRef::Kept(facts),
            None => FactsRef::Compiled(Box::new(self.compile_facts(template))),
        }
    }

    /// Works out what a template means.
    pub(crate) fn compile_facts(&self, template: TemplateId) -> Facts {
        let carried = |entry: &Entry| Carried {
            product: entry.product,
            plans: self.plans_of(entry.product),
            disabled: self.templates.plans(entry.disabled),
            gives: self.gives(entry.product),
        };
        Facts::compile(&self.tables, self.templates.entries(template).iter().map(carried))
    }

    /// Whether the subscription of a product gives plans now (R8.4).
    pub(crate) fn gives(&self, product: ProductId) -> bool {
        self.subscription(product).is_some_and(Subscription::gives)
    }

    /// What a change of the licenses of `user` is judged by.
    pub(crate) fn ground<'a>(&'a self, user: UserId, addresses: &'a dyn Addresses) -> Ground<'a> {
        let country = self.effective_location(user);
        Ground { tables: &self.tables, country, free: self.subscriptions.free(), addresses }
    }

    /// Keeps a template, of which the meaning is kept, in a few bits. Answers whether that is possible.
    pub(crate) fn keep_brief(&mut self, template: TemplateId) -> bool {
        let facts = self.facts.get(template);
        facts.is_some_and(|facts| self.briefs.put(template, facts, &self.tables))
    }

    /// Keeps what a template means, which was worked out.
    pub(crate) fn keep_facts(&mut self, template: TemplateId, facts: Facts) {
        if self.facts.get(template).is_none() {
            self.facts.put(template, facts);
        }
    }

    /// Refuses commands of all other kinds from now on, or none any more. What was accepted before stays.
    pub fn allow_only(&mut self, kinds: Option<Arc<[CommandKind]>>) {
        self.allowed = kinds;
    }

    /// What may be asked of it; everything if this is none.
    pub fn allowed(&self) -> Option<&[CommandKind]> {
        self.allowed.as_deref()
    }

    /// Has steps judge each user anew, or rest on what is kept of templates.
    pub fn set_memory(&mut self, memory: Memory) {
        self.memory = memory;
    }

    /// Keeps what a template means, so that [`Tenant::facts`] is quick.
    pub(crate) fn ensure_facts(&mut self, template: TemplateId) {
        if self.facts.get(template).is_none() {
            let facts = self.compile_facts(template);
            self.keep_facts(template, facts);
        }
    }

    /// The product as the tenant has it, if it does.
    pub(crate) fn subscription(&self, product: ProductId) -> Option<&Subscription> {
        self.subscriptions.get(product)
    }

    /// The plans of a product: by the rule set, and those added by hand (R15).
    pub(crate) fn plans_of(&self, product: ProductId) -> PlanSet {
        let listed = self.catalog.product(product).map_or(&[][..], |info| info.plans(self.rules));
        let added = self.subscription(product).map_or(&[][..], |subscription| &subscription.added);
        listed.iter().chain(added).copied().collect()
    }

    /// Whether a group exists and is not deleted.
    pub(crate) fn group_exists(&self, group: GroupId) -> bool {
        self.groups.get(group).is_some_and(|record| record.deleted_at.is_none())
    }

    /// The template of a group.
    pub(crate) fn template_of(&self, group: GroupId) -> TemplateId {
        self.groups.get(group).map_or(TemplateId::EMPTY, |record| record.template)
    }

    /// Existing groups that a user is a direct member of, in the order of joining.
    pub fn groups_of(&self, user: UserId) -> impl Iterator<Item = GroupId> {
        let memberships = self.users.edges(user).iter().filter(|edge| !edge.is_left());
        memberships.map(|edge| edge.group()).filter(|group| self.group_exists(*group))
    }

    /// R5.1: the user's own usage location, or the tenant's country where none is set.
    pub fn effective_location(&self, user: UserId) -> CountryCode {
        self.users.location(user).unwrap_or(self.country)
    }

    /// The id of one of the tenant's objects (R16); an imported object has the id that it came with.
    pub fn guid(&self, kind: GuidKind, number: u32) -> Guid {
        self.own_ids.id(kind, number).unwrap_or_else(|| guid::derive(self.seed, kind, number))
    }

    /// The number behind an id that [`Tenant::guid`] gave.
    pub fn number_of(&self, kind: GuidKind, id: Guid) -> Option<u32> {
        let own = self.own_ids.number(kind, id);
        own.or_else(|| {
            let number = guid::derived_number(self.seed, kind, id)?;
            self.own_ids.id(kind, number).is_none().then_some(number)
        })
    }

    /// The name of a plan for people; its position where it is not loaded.
    pub fn plan_name(&self, plan: PlanId) -> String {
        self.catalog.plan(plan).map_or_else(|| format!("plan {}", plan.raw()), |info| info.friendly_name.clone())
    }

    /// The name of a product for people; its position where it is not loaded.
    pub fn product_name(&self, product: ProductId) -> String {
        self.catalog.product(product).map_or_else(|| format!("product {}", product.raw()), |info| info.name.clone())
    }

    /// The workers as a count.
    pub(crate) fn workers(&self) -> usize {
        usize::from(self.workers)
    }

    /// Records an event at the present time.
    pub(crate) fn log(&mut self, event: Event) {
        self.audit.push(self.clock, event);
    }
}
