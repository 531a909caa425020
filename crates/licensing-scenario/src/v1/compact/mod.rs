//! The compact form of version 1. Writing and reading are one code: each part passes its values through the coder.

mod actions;
mod groups;
mod head;
mod later;
mod lists;
mod orders;
mod paths;
mod rest;
mod tables;
mod texts;
mod users;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::convert::Infallible;

use licensing_core::Action;
use licensing_model::Sliced;

pub(super) use self::actions::ActionModel;
use self::groups::GroupModel;
use self::head::HeadModel;
pub(super) use self::head::ProductModel;
use self::later::LaterModel;
use self::lists::OrderModel;
pub(super) use self::lists::{list, list_of};
use self::orders::Orders;
use self::rest::RestModel;
use self::tables::TableModel;
pub(super) use self::texts::TextModel;
use self::users::UserModel;
use super::document::{Base, Branch, Document, SINCE_PROPERTIES, SINCE_RULES, State, WAYS_OF_WAYS};
use super::domain::into_sample;
use crate::coding::{Allowance, Coder, Fault, Number};

/// So many texts are let go as soon as one is written.
const LET_GO: usize = 16;

/// So many bytes of the audit log are written as soon as a user.
const BYTES: usize = 32;

/// The products that samples have, by their positions in the catalog.
pub(super) const SAMPLE_PRODUCTS: [u32; 10] = [398, 393, 186, 147, 405, 472, 427, 559, 378, 411];

/// A document that is being written or read, a slice at a time.
#[derive(Clone, Debug)]
pub(crate) struct Passing {
    coder: Coder,
    document: Document,
    models: Box<Models>,
    stage: Stage,
    orders: Orders,
    /// When writing: how many texts there are.
    texts: usize,
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
    Ids(usize),
    Pages(usize),
    Recorded(usize),
    Later,
    Properties(usize),
    Own,
    Actions(usize),
    Branches,
    /// What was written is let go.
    Leaving,
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
        let (models, orders) = (Box::default(), Orders::default());
        let texts = match &document.base {
            Base::State(state) => state.texts.len(),
            Base::Empty(_) | Base::Sample { .. } => 0,
        };
        Passing { coder, document, models, stage: Stage::Head, orders, texts, most_users, version, count: 0 }
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

    /// What it takes to pass a page of the audit log, in users.
    fn cost_of_page(&self, at: usize) -> usize {
        let page = match &self.document.base {
            Base::State(state) => state.pages.get(at),
            Base::Empty(_) | Base::Sample { .. } => None,
        };
        page.map_or(1, |page| (page.len() / BYTES).max(1))
    }

    fn next(&mut self) -> Stage {
        let Passing { coder, document, models, orders, most_users, version, count, .. } = self;
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
            Stage::Users(_) => {
                if let Base::State(state) = &document.base {
                    *orders = Orders::new(state);
                }
                Stage::Orders
            }
            Stage::Orders => match &mut document.base {
                Base::State(state) => match orders.pass(coder, (&mut models.orders, &mut models.shorts), state) {
                    true => Stage::Rest,
                    false => Stage::Orders,
                },
                _ => Stage::Rest,
            },
            Stage::Rest => {
                *orders = Orders::default();
                if let Base::State(state) = &mut document.base {
                    models.rest.pass_deleted(coder, state.clock, &mut state.users.deleted);
                    models.rest.pass_queue(coder, state);
                    *count = models.rest.count_ids(coder, &state.ids);
                }
                Stage::Ids(0)
            }
            Stage::Ids(at) if at < *count => {
                if let Base::State(state) = &mut document.base {
                    models.rest.pass_id(coder, &mut state.ids, at);
                }
                Stage::Ids(at.saturating_add(1))
            }
            Stage::Ids(_) => {
                if let Base::State(state) = &mut document.base {
                    *count = models.rest.count_pages(coder, state);
                }
                Stage::Pages(0)
            }
            Stage::Pages(at) if at < *count => {
                if let Base::State(state) = &mut document.base {
                    models.rest.pass_page(coder, &mut state.pages, at);
                }
                Stage::Pages(at.saturating_add(1))
            }
            Stage::Pages(_) => {
                if let Base::State(state) = &mut document.base {
                    *count = models.rest.count_recorded(coder, &state.recorded);
                }
                Stage::Recorded(0)
            }
            Stage::Recorded(at) if at < *count => {
                if let Base::State(state) = &mut document.base {
                    models.rest.pass_recorded(coder, &mut models.texts, &mut state.recorded, at);
                }
                Stage::Recorded(at.saturating_add(1))
            }
            Stage::Recorded(_) => Stage::Later,
            Stage::Later => {
                *count = match &document.base {
                    Base::State(state) if *version >= SINCE_PROPERTIES => models.later.count_properties(coder, state),
                    _ => 0,
                };
                Stage::Properties(0)
            }
            Stage::Properties(at) if at < *count => {
                if let Base::State(state) = &mut document.base {
                    models.later.pass_property(coder, state, at);
                }
                Stage::Properties(at.saturating_add(1))
            }
            Stage::Properties(_) => Stage::Own,
            Stage::Own => {
                if let (Base::State(state), SINCE_RULES..) = (&mut document.base, *version) {
                    models.later.pass_rules(coder, state);
                    models.later.pass_contacts(coder, state);
                    models.later.pass_own_catalog(coder, &mut models.texts, &mut models.products, &mut state.own);
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
                if coder.reads() { Stage::Done } else { Stage::Leaving }
            }
            Stage::Leaving => match &mut document.base {
                // Millions of texts are not let go at once.
                Base::State(state) if !state.texts.is_empty() => {
                    state.texts.truncate(state.texts.len().saturating_sub(LET_GO));
                    Stage::Leaving
                }
                _ => Stage::Done,
            },
            Stage::Done => Stage::Done,
        }
    }
}

impl Sliced for Passing {
    type Fault = Infallible;

    /// Goes on for so many texts, users and actions. Answers whether all is done, or nothing more can be.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        let mut left = work.max(1) as usize;
        while left > 0 {
            if self.stage == Stage::Done || !self.coder.is_well() {
                return Ok(true);
            }
            let page = match self.stage {
                Stage::Pages(at) => Some(at),
                _ => None,
            };
            self.stage = self.next();
            left = left.saturating_sub(page.map_or(1, |at| self.cost_of_page(at)));
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
        let mut parts = [self.texts, 0, 0, 0, 0, 0, 0, self.document.actions.len()];
        if let Base::State(state) = &self.document.base {
            let users = state.users.names.len();
            let (log, kept) = ((state.pages.len(), state.recorded.len()), (state.ids.len(), state.properties.len()));
            parts = [self.texts, users, users, kept.0, log.0, log.1, kept.1, self.document.actions.len()];
        }
        let all = parts.iter().fold(0usize, |sum, part| sum.saturating_add(*part));
        let (before, at) = match self.stage {
            Stage::Head => (0, 0),
            Stage::Texts(at) => (0, at),
            Stage::Tables => (1, 0),
            Stage::Users(at) => (1, at),
            Stage::Orders => (2, self.orders.asked()),
            Stage::Rest => (3, 0),
            Stage::Ids(at) => (3, at),
            Stage::Pages(at) => (4, at),
            Stage::Recorded(at) => (5, at),
            Stage::Later => (6, 0),
            Stage::Properties(at) => (6, at),
            Stage::Own => (7, 0),
            Stage::Actions(at) => (7, at),
            Stage::Branches | Stage::Leaving | Stage::Done => (parts.len(), 0),
        };
        let done = parts.iter().take(before).fold(at, |sum, part| sum.saturating_add(*part));
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
