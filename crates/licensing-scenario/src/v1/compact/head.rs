//! What stands before everything else: settings, rows that count otherwise, and what the products are.

use alloc::string::String;
use alloc::vec::Vec;

use super::lists::{list, option};
use super::texts::TextModel;
use crate::coding::{Bit, Coder, Number, Position, Symbol};
use crate::v1::document::{Base, Document, Pair, Prerequisite, Settings, Subscription, Units};

/// The domain that a tenant nearly always begins with.
const USUAL_DOMAIN: &str = "contoso.onmicrosoft.com";

/// What was learned of the head.
#[derive(Clone, Debug, Default)]
pub(super) struct HeadModel {
    has_lesson: Bit,
    revision: Number,
    base: Symbol<4>,
    generator: Number,
    users: Number,
    seed_low: Number,
    seed_high: Number,
    rules: Symbol<4>,
    country: Number,
    is_usual_domain: Bit,
    length: Number,
    workers: Number,
    plan: Number,
    counts: Bit,
}

impl HeadModel {
    /// Title, lesson, catalog, and which kind of base; a base that is no state is passed whole.
    pub(super) fn pass(&mut self, coder: &mut Coder, texts: &mut TextModel, document: &mut Document) {
        self.pass_title(coder, texts, document);
        let kind = match &document.base {
            Base::Empty(_) => 0,
            Base::Sample { .. } => 1,
            Base::State(_) => 2,
        };
        let kind = self.base.pass(coder, kind);
        if coder.reads() {
            document.base = match kind {
                0 => Base::default(),
                1 => Base::Sample { generator: 0, seed: 0, users: 0 },
                2 => Base::State(Default::default()),
                _ => return coder.newer(),
            };
        }
        match &mut document.base {
            Base::Empty(settings) => self.pass_settings(coder, texts, settings),
            Base::Sample { generator, seed, users } => {
                *generator = self.generator.pass(coder, *generator);
                self.pass_seed(coder, seed);
                *users = self.users.pass(coder, *users);
                texts.domains = alloc::vec![String::from(USUAL_DOMAIN)];
            }
            Base::State(state) => self.pass_settings(coder, texts, &mut state.settings),
        }
    }

    fn pass_title(&mut self, coder: &mut Coder, texts: &mut TextModel, document: &mut Document) {
        texts.pass(coder, &mut document.title, &[]);
        option(coder, &mut self.has_lesson, &mut document.lesson, |coder, lesson| texts.pass(coder, lesson, &[]));
        document.catalog = self.revision.pass(coder, document.catalog);
    }

    fn pass_seed(&mut self, coder: &mut Coder, seed: &mut u64) {
        let low = self.seed_low.pass(coder, *seed as u32);
        let high = self.seed_high.pass(coder, (*seed >> 32) as u32);
        *seed = u64::from(high) << 32 | u64::from(low);
    }

    fn pass_settings(&mut self, coder: &mut Coder, texts: &mut TextModel, settings: &mut Settings) {
        self.pass_seed(coder, &mut settings.seed);
        settings.rules = self.rules.pass(coder, settings.rules);
        settings.country = self.country.pass(coder, settings.country);
        settings.workers = self.workers.pass(coder, settings.workers);
        if coder.bit(&mut self.is_usual_domain, settings.initial_domain == USUAL_DOMAIN) {
            settings.initial_domain = String::from(USUAL_DOMAIN);
        } else {
            texts.pass(coder, &mut settings.initial_domain, &[]);
        }
        list(coder, &mut self.length, &mut settings.domains, |coder, domain| texts.pass(coder, domain, &[]));
        texts.domains = core::iter::once(&settings.initial_domain).chain(&settings.domains).cloned().collect();
    }

    /// Rows that count otherwise than the rule set says.
    pub(super) fn pass_own_rows(
        &mut self,
        coder: &mut Coder,
        pairs: &mut Vec<Pair>,
        prerequisites: &mut Vec<Prerequisite>,
    ) {
        let (plan, counts) = (&mut self.plan, &mut self.counts);
        let mut before = 0;
        list(coder, &mut self.length, pairs, |coder, pair| {
            pair.a = plan.pass_near(coder, before, pair.a);
            pair.b = plan.pass_near(coder, pair.a, pair.b);
            pair.counts = coder.bit(counts, pair.counts);
            before = pair.a;
        });
        let mut before = 0;
        list(coder, &mut self.length, prerequisites, |coder, row| {
            row.plan = plan.pass_near(coder, before, row.plan);
            row.counts = coder.bit(counts, row.counts);
            before = row.plan;
        });
    }
}

/// So many products are named by how recently they were.
const RECENT: usize = 15;

/// What was learned of products and plans.
#[derive(Clone, Debug)]
pub(in crate::v1) struct ProductModel {
    /// The last named first.
    recent: Vec<u32>,
    place: Symbol<16>,
    /// The lowest ten bits of a product that was not named before, and the others.
    low: Position,
    high: Number,
    gap: Number,
    subscriptions: Number,
    plans: Number,
    plan: Number,
    has_other_units: Bit,
    units: [Number; 4],
}

impl Default for ProductModel {
    fn default() -> Self {
        ProductModel {
            recent: Vec::new(),
            place: Symbol::default(),
            low: Position::within(1 << 10),
            high: Number::default(),
            gap: Number::default(),
            subscriptions: Number::default(),
            plans: Number::default(),
            plan: Number::default(),
            has_other_units: Bit::default(),
            units: Default::default(),
        }
    }
}

impl ProductModel {
    /// A product by its position in the catalog.
    pub(super) fn pass(&mut self, coder: &mut Coder, product: u32) -> u32 {
        let place = self.recent.iter().position(|recent| *recent == product).unwrap_or(RECENT);
        let place = self.place.pass(coder, place as u32) as usize;
        let product = if place == RECENT {
            let low = self.low.pass(coder, product & 0x3ff);
            let high = self.high.pass(coder, product >> 10);
            (high << 10) | low
        } else {
            match self.recent.get(place) {
                Some(product) => *product,
                None => {
                    coder.damaged();
                    0
                }
            }
        };
        self.name(product);
        product
    }

    /// Products that are likely to be named.
    pub(super) fn begin_with(&mut self, products: &[u32]) {
        products.iter().rev().for_each(|product| self.name(*product));
    }

    /// The product that was named so many products ago; 0 where none was.
    pub(super) fn recent(&self, place: usize) -> u32 {
        self.recent.get(place).copied().unwrap_or_default()
    }

    /// Names the products again that `before` did, and knows no other.
    pub(super) fn forget_names(&mut self, before: ProductModel) {
        (self.recent, self.low, self.high) = (before.recent, before.low, before.high);
    }

    fn name(&mut self, product: u32) {
        self.recent.retain(|recent| *recent != product);
        self.recent.insert(0, product);
        self.recent.truncate(RECENT);
    }

    /// A list of plans, in any order.
    pub(super) fn pass_plans(&mut self, coder: &mut Coder, plans: &mut Vec<u32>) {
        let (plan, mut expected) = (&mut self.plan, 0_u32);
        list(coder, &mut self.plans, plans, |coder, id| {
            *id = plan.pass_near(coder, expected, *id);
            expected = id.wrapping_add(1);
        });
    }

    /// Units by their kind.
    pub(super) fn pass_units(&mut self, coder: &mut Coder, units: &mut Units) {
        let has_others = units.iter().skip(1).any(|count| *count > 0);
        let kinds = if coder.bit(&mut self.has_other_units, has_others) { units.len() } else { 1 };
        for (model, count) in self.units.iter_mut().zip(units).take(kinds) {
            *count = model.pass(coder, *count);
        }
    }

    /// The products of a tenant, without the rows that are short.
    pub(super) fn pass_subscriptions(&mut self, coder: &mut Coder, subscriptions: &mut Vec<Subscription>) {
        let (mut count, mut expected) = (self.subscriptions.clone(), 0_u32);
        list(coder, &mut count, subscriptions, |coder, subscription| {
            subscription.product = self.gap.pass_near(coder, expected, subscription.product);
            expected = subscription.product.wrapping_add(1);
            self.pass_units(coder, &mut subscription.units);
            self.pass_plans(coder, &mut subscription.added);
            self.name(subscription.product);
        });
    }
}

#[cfg(test)]
impl HeadModel {
    /// Passes the head of a document with a base of a kind that is none yet.
    pub(super) fn pass_later_base(&mut self, coder: &mut Coder, texts: &mut TextModel, document: &mut Document) {
        self.pass_title(coder, texts, document);
        self.base.pass(coder, 3);
        self.users.pass(coder, 12);
    }
}
