//! The document of version 1, in plain numbers and texts. Frozen: what has to change becomes version 2, and a function
//! leads there from here.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use licensing_core::Action;

use super::action::version_of;

/// The whole document.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Document {
    pub(crate) title: String,
    pub(crate) lesson: Option<String>,
    /// The revision of the catalog that positions are of.
    pub(crate) catalog: u32,
    pub(crate) base: Base,
    pub(crate) actions: Vec<Action>,
    /// How many of the actions are done.
    pub(crate) position: u32,
    /// Ways that were left, oldest first.
    pub(crate) branches: Vec<Branch>,
}

impl Document {
    /// The lowest version that can say it.
    pub(crate) fn version(&self) -> u8 {
        let ways = self.branches.iter().map(|branch| &branch.actions).chain([&self.actions]);
        let of_another = self.branches.iter().any(|branch| branch.of > 0).then_some(WAYS_OF_WAYS);
        let of_state = match &self.base {
            Base::State(state) => Some(state.version()),
            Base::Empty(_) | Base::Sample { .. } => None,
        };
        ways.flatten().map(version_of).chain(of_another).chain(of_state).max().unwrap_or(1)
    }
}

/// The version that brings properties which are kept as they were given.
pub(crate) const SINCE_PROPERTIES: u8 = 2;
/// The version that brings membership rules, contacts that are deleted, and products and plans which the catalog does not
/// have.
pub(crate) const SINCE_RULES: u8 = 3;

impl State {
    /// The lowest version that can say it.
    fn version(&self) -> u8 {
        let OwnCatalog { plans, products, lists } = &self.own;
        let has_rules = self.groups.iter().any(|group| group.rule.is_some())
            || self.contacts.iter().any(|contact| contact.deleted)
            || !(plans.is_empty() && products.is_empty() && lists.is_empty());
        if has_rules || self.events >= EVENTS_OF_RULES {
            SINCE_RULES
        } else if !self.properties.is_empty() || self.events >= EVENTS_OF_PROPERTIES {
            SINCE_PROPERTIES
        } else {
            1
        }
    }
}

/// The form of an audit log that the first release can read.
pub(crate) const FIRST_EVENTS: u32 = 1;
/// The form of one with events of version 2.
pub(crate) const EVENTS_OF_PROPERTIES: u32 = 2;
/// The form of one with events of version 3.
pub(crate) const EVENTS_OF_RULES: u32 = 3;

/// The first version in which a way that was left may begin as another one does.
pub(crate) const WAYS_OF_WAYS: u8 = 2;

/// A way that was left: the first actions of another way, then its own.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Branch {
    /// Which way it begins as: 0 is the document's actions, 1 the branch before this one, 2 the one before that.
    pub(crate) of: u32,
    pub(crate) shared: u32,
    pub(crate) actions: Vec<Action>,
}

/// What the actions start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    Empty(Settings),
    /// `generator`: 0 the company, 1 the five errors, which has neither seed nor size.
    Sample {
        generator: u32,
        seed: u64,
        users: u32,
    },
    State(Box<State>),
}

impl Default for Base {
    fn default() -> Self {
        Base::Empty(Settings::default())
    }
}

/// `rules`: 0 is 2019, 1 today. `country`: its number.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Settings {
    pub(crate) seed: u64,
    pub(crate) rules: u32,
    pub(crate) country: u32,
    pub(crate) initial_domain: String,
    pub(crate) domains: Vec<String>,
    pub(crate) workers: u32,
}

/// A tenant at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct State {
    pub(crate) settings: Settings,
    pub(crate) own: OwnCatalog,
    pub(crate) pairs: Vec<Pair>,
    pub(crate) prerequisites: Vec<Prerequisite>,
    pub(crate) clock: u32,
    pub(crate) accepted: u32,
    pub(crate) ids: Vec<OwnId>,
    pub(crate) texts: Vec<String>,
    pub(crate) disabled: Vec<Vec<u32>>,
    pub(crate) templates: Vec<Vec<Entry>>,
    pub(crate) outcomes: Vec<Vec<Row>>,
    pub(crate) times: Vec<Vec<u32>>,
    pub(crate) users: Users,
    pub(crate) groups: Vec<Group>,
    pub(crate) contacts: Vec<Contact>,
    /// Whose, the property, and the number of its text.
    pub(crate) properties: Vec<(Target, u32, u32)>,
    pub(crate) subscriptions: Vec<Subscription>,
    pub(crate) started: Vec<Started>,
    pub(crate) waiting: Vec<Target>,
    /// Group, user, and how often its rule moved the user.
    pub(crate) moved: Vec<(u32, u32, u32)>,
    /// The form of the events in `pages`: [`FIRST_EVENTS`], [`EVENTS_OF_PROPERTIES`] or [`EVENTS_OF_RULES`].
    pub(crate) events: u32,
    pub(crate) pages: Vec<Vec<u8>>,
    pub(crate) recorded: Vec<Recorded>,
}

/// What the tenant has that the catalog does not.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct OwnCatalog {
    pub(crate) plans: Vec<OwnPlan>,
    pub(crate) products: Vec<OwnProduct>,
    /// Products of the catalog, and the plans that they have here.
    pub(crate) lists: Vec<(u32, Vec<u32>)>,
}

/// A plan of the tenant's own.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct OwnPlan {
    pub(crate) id: [u8; 16],
    pub(crate) name: String,
    pub(crate) company_wide: bool,
}

/// A product of the tenant's own.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct OwnProduct {
    pub(crate) id: [u8; 16],
    pub(crate) part_number: String,
    pub(crate) plans: Vec<u32>,
}

/// A pair of plans that counts otherwise than the rule set says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Pair {
    pub(crate) a: u32,
    pub(crate) b: u32,
    pub(crate) counts: bool,
}

/// A prerequisite that counts otherwise than the rule set says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Prerequisite {
    pub(crate) plan: u32,
    pub(crate) counts: bool,
}

/// An id that does not follow from the seed. `kind`: 0 tenant, 1 user, 2 group, 3 contact, 4 event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct OwnId {
    pub(crate) kind: u32,
    pub(crate) number: u32,
    pub(crate) id: [u8; 16],
}

/// A product of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Entry {
    pub(crate) product: u32,
    pub(crate) disabled: u32,
}

/// A row of an outcome. `error`: 0 none, 1 usage location, 2 seats, 3 exclusive plans, 4 prerequisite, 5 address, 6
/// another product of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Row {
    pub(crate) product: u32,
    pub(crate) disabled: u32,
    pub(crate) in_force: bool,
    pub(crate) error: u32,
}

/// The rows of a path: which outcome, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Path {
    pub(crate) outcome: u32,
    /// A time, or if `listed` the number of a list of times.
    pub(crate) time: u32,
    pub(crate) listed: bool,
}

/// The users, column by column.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Users {
    /// 0 is no text of its own, `n` the text at `n - 1`.
    pub(crate) names: Vec<u32>,
    pub(crate) principal_names: Vec<u32>,
    pub(crate) nicknames: Vec<u32>,
    /// 0 is none, else one more than the country's number.
    pub(crate) locations: Vec<u32>,
    pub(crate) guests: Vec<bool>,
    pub(crate) blocked: Vec<bool>,
    /// 0 none, 1 calculated, 2 the next of `own_mailboxes`.
    pub(crate) mailboxes: Vec<u8>,
    pub(crate) own_mailboxes: Vec<Mailbox>,
    pub(crate) direct: Vec<Path>,
    pub(crate) edge_ends: Vec<u32>,
    pub(crate) edges: Vec<Edge>,
    pub(crate) deleted: Vec<(u32, u32)>,
}

/// A group of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Edge {
    pub(crate) group: u32,
    pub(crate) is_left: bool,
    pub(crate) path: Path,
}

/// Mail attributes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Mailbox {
    pub(crate) mail: Option<String>,
    pub(crate) addresses: Vec<Address>,
}

/// One of `proxyAddresses`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Address {
    pub(crate) primary: bool,
    pub(crate) address: String,
}

/// A group. `kind`: 0 security, 1 Microsoft 365 with security, 2 Microsoft 365, 3 distribution. `processing`: 0 none, 1
/// queued, 2 in progress, 3 complete.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Group {
    pub(crate) name: u32,
    pub(crate) kind: u32,
    pub(crate) template: u32,
    pub(crate) processing: u32,
    pub(crate) deleted_at: Option<u32>,
    /// In the order of joining; whether the user left.
    pub(crate) users: Vec<(u32, bool)>,
    pub(crate) left: Vec<u32>,
    pub(crate) nested: Vec<u32>,
    /// The number of the rule's text and who decides: 0 administrators, 1 the rule, 2 it is paused.
    pub(crate) rule: Option<(u32, u32)>,
}

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Contact {
    pub(crate) name: u32,
    pub(crate) addresses: Vec<Address>,
    pub(crate) deleted: bool,
}

/// Enabled, warning, suspended and locked-out units.
pub(crate) type Units = [u32; 4];

/// A product of the tenant.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Subscription {
    pub(crate) product: u32,
    pub(crate) units: Units,
    pub(crate) added: Vec<u32>,
    /// User and group.
    pub(crate) short: Vec<(u32, u32)>,
}

/// Whom a run is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Target {
    pub(crate) is_group: bool,
    /// It is the group's rule that runs.
    pub(crate) is_rule: bool,
    pub(crate) number: u32,
}

/// A run under way.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Started {
    pub(crate) target: Target,
    pub(crate) users: Vec<u32>,
    pub(crate) taken: u32,
    pub(crate) succeeded: u32,
    pub(crate) failed: u32,
}

/// An event that was recorded elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Recorded {
    pub(crate) activity: String,
    pub(crate) actor: String,
    pub(crate) targets: Vec<String>,
    pub(crate) failure: String,
    pub(crate) document: String,
}
