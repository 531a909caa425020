//! The compact form of version 1. Writing and reading are one code: each part passes its values through the coder.

mod actions;
mod groups;
mod head;
mod later;
mod lists;
mod paths;
mod rest;
mod tables;
mod texts;
mod users;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::convert::Infallible;

use licensing_core::Action;
use licensing_model::Sliced;

pub(super) use self::actions::ActionModel;
use self::groups::GroupModel;
use self::head::HeadModel;
pub(super) use self::head::ProductModel;
use self::later::LaterModel;
use self::lists::{Element, OrderModel};
pub(super) use self::lists::{list, list_of};
use self::rest::RestModel;
use self::tables::{TableModel, short_products};
pub(super) use self::texts::TextModel;
use self::users::UserModel;
use super::document::{Base, Branch, Document, SINCE_PROPERTIES, SINCE_RULES, State, WAYS_OF_WAYS};
use super::domain::into_sample;
use crate::coding::{Allowance, Coder, Fault, Number};

/// What a row that is short of a seat takes in memory until it has its place.
const SHORT_ROW: u64 = 8;

/// The products that samples have, by their positions in the catalog.
pub(super) const SAMPLE_PRODUCTS: [u32; 10] = [398, 393, 186, 147, 405, 472, 427, 559, 378, 411];

/// A document that is being written or read, a slice at a time.
#[derive(Clone, Debug)]
pub(crate) struct Passing {
    coder: Coder,
    document: Document,
    models: Box<Models>,
    stage: Stage,
    most_users: u32,
    /// What the document is sealed with.
    version: u8,
    /// When reading: how many there are of what the stage passes.
    count: usize,
}

/// What comes next. Large lists go element by element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Head,
    Texts(usize),
    Tables,
    Users(usize),
    Orders,
    Rest,
    Actions(usize),
    Branches,
    Done,
}

#[derive(Clone, Debug, Default)]
struct Models {
    texts: TextModel,
    head: HeadModel,
    products: ProductModel,
    tables: TableModel,
    groups: GroupModel,
    users: UserModel,
    orders: OrderModel,
    shorts: OrderModel,
    rest: RestModel,
    later: LaterModel,
    actions: ActionModel,
    count: Number,
    clock: Number,
    position: Number,
}

impl Passing {
    /// Begins to write, no more than [`Passing::read`] reads.
    pub(crate) fn write(document: Document, allowance: Allowance, most_users: u32) -> Passing {
        let version = document.version();
        Passing::new(Coder::writer_within(allowance), document, version, most_users)
    }

    /// Begins to read what was sealed with this version; more users are refused.
    pub(crate) fn read(bytes: Vec<u8>, version: u8, allowance: Allowance, most_users: u32) -> Passing {
        Passing::new(Coder::reader(bytes, allowance), Document::default(), version, most_users)
    }

    fn new(coder: Coder, document: Document, version: u8, most_users: u32) -> Passing {
        Passing { coder, document, models: Box::default(), stage: Stage::Head, most_users, version, count: 0 }
    }

    /// What was written, unless that is too large to be read.
    pub(crate) fn into_bytes(self) -> Result<Vec<u8>, Fault> {
        self.coder.within()?;
        Ok(self.coder.into_bytes())
    }

    /// What was read.
    pub(crate) fn into_document(mut self) -> Result<Document, Fault> {
        self.coder.finish()?;
        if self.stage == Stage::Done { Ok(self.document) } else { Err(Fault::Damaged) }
    }

    fn next(&mut self) -> Stage {
        let Passing { coder, document, models, most_users, version, count, .. } = self;
        match self.stage {
            Stage::Head => {
                models.head.pass(coder, &mut models.texts, document);
                match &mut document.base {
                    Base::State(state) => {
                        models.pass_head_of_state(coder, state);
                        *count = models.count.pass(coder, state.texts.len() as u32) as usize;
                        Stage::Texts(0)
                    }
                    Base::Sample { users, .. } if *users > *most_users => {
                        coder.too_large();
                        Stage::Done
                    }
                    _ => models.begin_actions(coder, document, count),
                }
            }
            Stage::Texts(at) if at < *count => {
                if let Base::State(state) = &mut document.base {
                    models.pass_text(coder, state, at);
                }
                Stage::Texts(at.saturating_add(1))
            }
            Stage::Texts(_) => Stage::Tables,
            Stage::Tables => {
                if let Base::State(state) = &mut document.base {
                    *count = models.pass_tables(coder, state) as usize;
                    if *count > *most_users as usize {
                        coder.too_large();
                    }
                }
                Stage::Users(0)
            }
            Stage::Users(at) if at < *count => {
                if let Base::State(state) = &mut document.base {
                    models.users.pass(coder, &mut models.texts, state, at);
                }
                Stage::Users(at.saturating_add(1))
            }
            Stage::Users(_) => Stage::Orders,
            Stage::Orders => {
                if let Base::State(state) = &mut document.base {
                    models.pass_orders(coder, state);
                }
                Stage::Rest
            }
            Stage::Rest => {
                if let Base::State(state) = &mut document.base {
                    models.pass_rest(coder, state);
                    if *version >= SINCE_PROPERTIES {
                        models.later.pass_properties(coder, state);
                    }
                    if *version >= SINCE_RULES {
                        models.later.pass_rules(coder, state);
                        models.later.pass_contacts(coder, state);
                        models.later.pass_own_catalog(coder, &mut models.texts, &mut models.products, &mut state.own);
                    }
                }
                models.begin_actions(coder, document, count)
            }
            Stage::Actions(at) if at < *count => {
                if coder.reads() {
                    document.actions.push(Action::Steps(0));
                }
                if let Some(action) = document.actions.get_mut(at) {
                    models.actions.pass(coder, &mut models.texts, &mut models.products, action);
                }
                Stage::Actions(at.saturating_add(1))
            }
            Stage::Actions(_) => {
                // Nearly always all of them are done.
                document.position = models.position.pass_near(coder, document.actions.len() as u32, document.position);
                Stage::Branches
            }
            Stage::Branches => {
                models.pass_branches(coder, *version, &mut document.branches);
                Stage::Done
            }
            Stage::Done => Stage::Done,
        }
    }
}

impl Sliced for Passing {
    type Fault = Infallible;

    /// Goes on for so many texts, users and actions. Answers whether all is done, or nothing more can be.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        for _ in 0..work.max(1) {
            if self.stage == Stage::Done || !self.coder.is_well() {
                return Ok(true);
            }
            self.stage = self.next();
        }
        Ok(self.stage == Stage::Done || !self.coder.is_well())
    }

    /// Reading counts bytes; writing counts texts, users and actions.
    fn progress(&self) -> (usize, usize) {
        if self.coder.reads() {
            // The last bytes say no more than that it ends there.
            let (read, all) = self.coder.progress();
            return (if self.stage == Stage::Done { all } else { read }, all);
        }
        let (texts, users) = match &self.document.base {
            Base::State(state) => (state.texts.len(), state.users.names.len()),
            _ => (0, 0),
        };
        let before = texts.saturating_add(users);
        let all = before.saturating_add(self.document.actions.len());
        let done = match self.stage {
            Stage::Head => 0,
            Stage::Texts(at) => at,
            Stage::Tables => texts,
            Stage::Users(at) => texts.saturating_add(at),
            Stage::Orders | Stage::Rest => before,
            Stage::Actions(at) => before.saturating_add(at),
            Stage::Branches | Stage::Done => all,
        };
        (done, all)
    }
}

impl Models {
    fn begin_actions(&mut self, coder: &mut Coder, document: &Document, count: &mut usize) -> Stage {
        *count = self.count.pass(coder, document.actions.len() as u32) as usize;
        let (users, groups) = match &document.base {
            Base::Empty(_) => (0, 0),
            Base::Sample { generator, seed, users } => {
                self.products.begin_with(&SAMPLE_PRODUCTS);
                match into_sample(*generator, *seed, *users) {
                    Ok(sample) => (sample.users() as usize, sample.groups() as usize),
                    Err(_) => {
                        coder.damaged();
                        (0, 0)
                    }
                }
            }
            Base::State(state) => (state.users.names.len(), state.groups.len()),
        };
        self.actions = ActionModel::on(users, groups);
        if !document.actions.is_empty() || *count > 0 {
            self.actions.learn_usual(&mut self.texts, &mut self.products);
        }
        Stage::Actions(0)
    }

    fn pass_head_of_state(&mut self, coder: &mut Coder, state: &mut State) {
        self.head.pass_own_rows(coder, &mut state.pairs, &mut state.prerequisites);
        state.clock = self.clock.pass(coder, state.clock);
        state.accepted = self.clock.pass(coder, state.accepted);
        self.products.pass_subscriptions(coder, &mut state.subscriptions);
    }

    fn pass_text(&mut self, coder: &mut Coder, state: &mut State, at: usize) {
        if coder.reads() {
            state.texts.push(Default::default());
        }
        let (before, rest) = match state.texts.split_at_mut_checked(at) {
            Some(parts) => parts,
            None => return coder.damaged(),
        };
        let nearest = before.get(at.saturating_sub(3)..).unwrap_or_default();
        let nearest: Vec<&str> = nearest.iter().map(|text| text.as_str()).collect();
        if let Some(text) = rest.first_mut() {
            self.texts.pass(coder, text, &nearest);
        }
    }

    /// Tables and groups; answers how many users follow.
    fn pass_tables(&mut self, coder: &mut Coder, state: &mut State) -> u32 {
        self.tables.pass(coder, &mut self.products, state);
        self.groups.pass(coder, state.clock, &mut state.groups);
        self.groups.pass_contacts(coder, &mut self.texts, &mut state.contacts);
        self.users.begin(state);
        self.count.pass(coder, state.users.names.len() as u32)
    }

    /// The orders in which users joined groups and became short of seats: both are orders of what users say.
    fn pass_orders(&mut self, coder: &mut Coder, state: &mut State) {
        let State { users, groups, subscriptions, outcomes, .. } = state;
        let short = short_products(outcomes);
        let places: BTreeMap<u32, usize> =
            subscriptions.iter().enumerate().rev().map(|(place, one)| (one.product, place)).collect();
        let mut members: Vec<Vec<Element>> = alloc::vec![Vec::new(); groups.len()];
        let mut shorts: Vec<Vec<Element>> = alloc::vec![Vec::new(); subscriptions.len()];
        let mut first = 0;
        for (user, end) in (0_u32..).zip(&users.edge_ends) {
            let end = *end as usize;
            for edge in users.edges.get(first..end).unwrap_or_default() {
                let group = edge.group as usize;
                // A deleted group keeps its members, and has no place for those whose rows remain.
                let is_listed = groups.get(group).is_some_and(|group| !edge.is_left || group.deleted_at.is_none());
                if let (true, Some(members)) = (is_listed, members.get_mut(group)) {
                    members.push((user, u32::from(edge.is_left)));
                }
                let short = short.get(edge.path.outcome as usize).map_or(&[][..], Vec::as_slice);
                // Many users share an outcome, and each of its rows stands in a list of its own.
                coder.charge((short.len() as u64).saturating_mul(SHORT_ROW));
                if !coder.is_well() {
                    return;
                }
                for place in short.iter().filter_map(|product| places.get(product)) {
                    if let Some(shorts) = shorts.get_mut(*place) {
                        shorts.push((user, edge.group));
                    }
                }
            }
            first = end;
        }
        for (group, known) in groups.iter_mut().zip(&members) {
            let mut listed: Vec<Element> = group.users.iter().map(|(user, left)| (*user, u32::from(*left))).collect();
            self.orders.pass(coder, known, &mut listed);
            if coder.reads() {
                group.users = listed.iter().map(|(user, left)| (*user, *left != 0)).collect();
            }
            let left: Vec<Element> = known.iter().filter(|(_, left)| *left == 1).copied().collect();
            let mut order: Vec<Element> = group.left.iter().map(|user| (*user, 1)).collect();
            self.orders.pass(coder, &left, &mut order);
            if coder.reads() {
                group.left = order.iter().map(|(user, _)| *user).collect();
            }
            if !coder.is_well() {
                return;
            }
        }
        for (subscription, known) in subscriptions.iter_mut().zip(&shorts) {
            self.shorts.pass(coder, known, &mut subscription.short);
        }
    }

    fn pass_branches(&mut self, coder: &mut Coder, version: u8, branches: &mut Vec<Branch>) {
        let Models { texts, products, actions, count, position, .. } = self;
        let (mut inner, mut of) = (Number::default(), Number::default());
        list(coder, count, branches, |coder, branch| {
            if version >= WAYS_OF_WAYS {
                branch.of = of.pass(coder, branch.of);
            }
            branch.shared = position.pass(coder, branch.shared);
            let blank = || Action::Steps(0);
            list_of(coder, &mut inner, &mut branch.actions, blank, |coder, action| {
                actions.pass(coder, texts, products, action);
            });
        });
    }

    fn pass_rest(&mut self, coder: &mut Coder, state: &mut State) {
        self.rest.pass_deleted(coder, state.clock, &mut state.users.deleted);
        self.rest.pass_queue(coder, state);
        self.rest.pass_ids(coder, &mut state.ids);
        self.rest.pass_audit(coder, &mut self.texts, state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compact::{FILE, Reading};
    use crate::envelope::{self, Codec};
    use crate::error::ScenarioError;
    use crate::file::FileReading;
    use crate::version::VERSION;

    /// A document up to its first action, which is of a kind that there is not yet.
    fn with_a_later_action(kind: u32) -> Vec<u8> {
        let mut passing = Passing::write(
            Document { actions: alloc::vec![Action::Steps(1)], ..Document::default() },
            Allowance::UNLIMITED,
            u32::MAX,
        );
        while passing.stage != Stage::Actions(0) {
            passing.stage = passing.next();
        }
        passing.models.actions.pass_later(&mut passing.coder, kind);
        passing.coder.into_bytes()
    }

    fn with_a_later_base() -> Vec<u8> {
        let Passing { mut coder, mut models, mut document, .. } =
            Passing::write(Document::default(), Allowance::UNLIMITED, u32::MAX);
        models.head.pass_later_base(&mut coder, &mut models.texts, &mut document);
        coder.into_bytes()
    }

    #[test]
    fn what_only_a_later_release_says_is_newer_and_never_damaged() {
        let first_unused = crate::v1::action::KINDS.len() as u32;
        let later = (first_unused..first_unused + 3).map(with_a_later_action).chain([with_a_later_base()]);
        for contents in later {
            // Also where whoever wrote it did not say that it takes a later version.
            for version in [1, VERSION + 1, 31] {
                let sealed = envelope::seal(Codec::Document, version, &contents);
                let read = Reading::of(Codec::Document, &sealed, 1, FILE).and_then(Reading::finish);
                let newer = ScenarioError::Newer { version: version.max(VERSION + 1) };
                assert_eq!(read.map(|_| ()), Err(newer), "version {version}");
            }
        }
        let text = alloc::format!("{{ \"scenario\": {}, \"base\": {{ \"of a kind\": 1 }} }}", VERSION + 1);
        let read = FileReading::of_text(text, &licensing_catalog::starter()).and_then(FileReading::finish);
        assert_eq!(read.map(|_| ()), Err(ScenarioError::Newer { version: VERSION + 1 }));
    }

    #[test]
    fn every_action_has_the_version_that_brings_it() {
        for kind in &crate::v1::action::KINDS {
            let document = Document { actions: alloc::vec![Action::Steps(1), (kind.blank)()], ..Document::default() };
            assert_eq!(document.version(), kind.since, "{}", kind.word);
        }
    }
}
