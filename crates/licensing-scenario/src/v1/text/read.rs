//! From the text form to version 1: the document, in slices.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::{Catalog, Sliced};

use super::intern::Interned;
use super::keys::Keys;
use super::words::{self, Names, RULES, SAMPLES};
use crate::error::{Large, ScenarioError};
use crate::json::{Json, Node, Object, Parsing};
use crate::v1::document::{Base, Branch, Document, Settings, State, Target};
use crate::version::VERSION;

pub(super) type Result<T> = core::result::Result<T, ScenarioError>;

/// The country, the domain and the rules of a tenant for which nothing else is said.
const USUAL_COUNTRY: u32 = 13 * 26 + 11;
const USUAL_DOMAIN: &str = "contoso.onmicrosoft.com";

/// A text that is being read.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    stage: Stage,
    parsing: Option<Parsing>,
    json: Option<Json>,
    /// Where in the text the document stands.
    place: usize,
    /// The users of the state, as places in the text.
    users: Vec<usize>,
    reader: Reader,
    document: Document,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Parse,
    Head,
    Names(usize),
    Tables,
    Users(usize),
    Rest,
    Done,
}

/// What reading needs to know of names, and the tables that it makes.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    pub(super) names: Names,
    pub(super) users: Keys,
    pub(super) groups: Keys,
    /// The same without what actions create.
    of_base: (Keys, Keys),
    pub(super) interned: Interned,
    /// By group, what it carries.
    pub(super) carried: Vec<Carried>,
    /// Whose, which, and its value.
    pub(super) properties: Vec<(Target, u32, String)>,
    pub(super) newest_catalog: u32,
    pub(super) most_users: usize,
}

/// What a group carries, as rows that are all in force.
#[derive(Clone, Copy, Debug)]
pub(super) enum Carried {
    /// The group's place in the text: nobody had them yet.
    At(usize),
    /// The number of the outcome.
    Outcome(u32),
}

impl Reading {
    /// Begins to read; more users than `most_users` are refused.
    pub(crate) fn new(text: String, catalog: &Catalog, most_users: u32) -> Reading {
        Reading {
            stage: Stage::Parse,
            parsing: Some(Parsing::new(text)),
            json: None,
            place: 0,
            users: Vec::new(),
            reader: Reader {
                most_users: most_users as usize,
                ..Reader::named(catalog, Keys::default(), Keys::default())
            },
            document: Document::default(),
        }
    }

    /// Begins to read a document that is a value inside another text.
    pub(crate) fn within(json: Json, place: usize, catalog: &Catalog, most_users: u32) -> Reading {
        let reading = Reading::new(String::new(), catalog, most_users);
        Reading { stage: Stage::Head, parsing: None, json: Some(json), place, ..reading }
    }

    /// The document, what it calls things, and the text around it, once all is done.
    pub(crate) fn into_parts(self) -> Result<(Document, Reader, Json)> {
        match (self.stage, self.json) {
            (Stage::Done, Some(json)) => Ok((self.document, self.reader, json)),
            _ => Err(ScenarioError::Truncated),
        }
    }

    /// The document, once all is done.
    pub(crate) fn finish(self) -> Result<Document> {
        if self.stage == Stage::Done { Ok(self.document) } else { Err(ScenarioError::Truncated) }
    }

    fn next(&mut self) -> Result<Stage> {
        let Some(json) = &self.json else { return Err(ScenarioError::Truncated) };
        let (reader, document) = (&mut self.reader, &mut self.document);
        let root = root(json, self.place)?;
        let state = root.need("base")?.object(BASES)?.get("state");
        let state = state.map(|state| state.object(STATE)).transpose()?;
        Ok(match (self.stage, state) {
            (Stage::Head, _) => {
                reader.head(root, document)?;
                if let Some(list) = state.and_then(|state| state.get("users")) {
                    self.users = list.elements()?.map(Node::place).collect();
                }
                if self.users.len() > reader.most_users {
                    return Err(ScenarioError::TooLarge { what: Large::Contents });
                }
                Stage::Names(0)
            }
            (Stage::Names(at), _) => match self.users.get(at).and_then(|place| json.node(*place)) {
                Some(user) => {
                    reader.name_user(user)?;
                    Stage::Names(at.saturating_add(1))
                }
                None => {
                    reader.name_others(root, state, document)?;
                    Stage::Tables
                }
            },
            (Stage::Tables, state) => {
                if let Some(tables) = state.and_then(|state| state.get("tables")) {
                    reader.tables(json, &self.users, tables)?;
                }
                if let Some(groups) = state.and_then(|state| state.get("groups")) {
                    reader.carried = groups.elements()?.map(Node::place).map(Carried::At).collect();
                }
                Stage::Users(0)
            }
            (Stage::Users(at), _) => match (self.users.get(at).and_then(|place| json.node(*place)), &mut document.base)
            {
                (Some(user), Base::State(state)) => {
                    reader.user(json, user, at as u32, state)?;
                    Stage::Users(at.saturating_add(1))
                }
                _ => Stage::Rest,
            },
            (Stage::Rest, state) => {
                if let (Some(value), Base::State(own)) = (state, &mut document.base) {
                    reader.state(value, own)?;
                }
                document.actions = root.each("actions", |action| reader.action(action))?;
                let all = document.actions.len() as u32;
                document.position = root.get("position").map_or(Ok(all), Node::number)?;
                // Other ways may have created others under the same numbers.
                if root.get("branches").is_some() {
                    (reader.users, reader.groups) = core::mem::take(&mut reader.of_base);
                }
                document.branches = root.each("branches", |branch| {
                    let branch = branch.object(&["of", "shared", "actions"])?;
                    let actions = branch.each("actions", |action| reader.action(action))?;
                    Ok(Branch { of: branch.number("of")?, shared: branch.number("shared")?, actions })
                })?;
                Stage::Done
            }
            (stage, _) => stage,
        })
    }
}

impl Sliced for Reading {
    type Fault = ScenarioError;

    /// Goes on for so many words, users and actions. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool> {
        if self.stage == Stage::Parse {
            let Some(parsing) = &mut self.parsing else { return Err(ScenarioError::Truncated) };
            if parsing.advance(work)? {
                self.json = self.parsing.take().map(Parsing::finish);
                self.stage = Stage::Head;
            }
            return Ok(false);
        }
        for _ in 0..work.max(1) {
            if self.stage == Stage::Done {
                return Ok(true);
            }
            self.stage = self.next()?;
        }
        Ok(self.stage == Stage::Done)
    }

    /// To split the text into words is one half of it; to name and to read its users the other.
    fn progress(&self) -> (usize, usize) {
        let users = self.users.len();
        let second_half = |done: usize| (users.saturating_mul(2).saturating_add(done), users.saturating_mul(4));
        match self.stage {
            Stage::Parse => {
                let (done, all) = self.parsing.as_ref().map_or((0, 1), Parsing::progress);
                (done, all.saturating_mul(2))
            }
            Stage::Head => (1, 2),
            Stage::Names(at) => second_half(at),
            Stage::Tables => second_half(users),
            Stage::Users(at) => second_half(users.saturating_add(at)),
            Stage::Rest | Stage::Done => (1, 1),
        }
    }
}

/// What the outermost object, a base and a state have.
const DOCUMENT: &[&str] = &["scenario", "title", "lesson", "catalog", "base", "actions", "position", "branches"];
const BASES: &[&str] = &["empty", "sample", "seed", "users", "state"];
const STATE: &[&str] = &[
    "settings",
    "own",
    "clock",
    "accepted",
    "pairs",
    "prerequisites",
    "products",
    "groups",
    "users",
    "contacts",
    "ids",
    "queue",
    "tables",
    "audit",
];

fn root(json: &Json, place: usize) -> Result<Object<'_>> {
    let root = json.node(place).ok_or(ScenarioError::Truncated)?;
    // The version comes first: a newer form may have other names.
    if let Some(version) = root.field("scenario") {
        match version.number::<u8>()? {
            1..=VERSION => {}
            0 => return Err(ScenarioError::NotAScenario),
            version => return Err(ScenarioError::Newer { version }),
        }
    } else {
        return Err(ScenarioError::NotAScenario);
    }
    root.object(DOCUMENT)
}

impl Reader {
    /// A reader that knows these users and groups.
    pub(super) fn named(catalog: &Catalog, users: Keys, groups: Keys) -> Reader {
        Reader {
            newest_catalog: catalog.revision,
            names: Names::new(catalog),
            users,
            groups,
            of_base: Default::default(),
            interned: Interned::new(),
            carried: Vec::new(),
            properties: Vec::new(),
            most_users: 0,
        }
    }

    fn head(&mut self, root: Object<'_>, document: &mut Document) -> Result<()> {
        document.title = root.text("title")?;
        document.lesson = root.get("lesson").map(|lesson| lesson.text().map(|text| text.into_owned())).transpose()?;
        document.catalog = root.get("catalog").map_or(Ok(self.newest_catalog), Node::number)?;
        if document.catalog > self.newest_catalog {
            return Err(ScenarioError::UnknownCatalog { revision: document.catalog });
        }
        let base = root.need("base")?.object(BASES)?;
        document.base = match (base.get("empty"), base.get("sample"), base.get("state")) {
            (Some(settings), None, None) => Base::Empty(self.settings(settings)?),
            (None, Some(sample), None) => Base::Sample {
                generator: words::number(SAMPLES, sample)?,
                seed: base.number("seed")?,
                users: base.number("users")?,
            },
            (None, None, Some(state)) => {
                let state = state.object(STATE)?;
                let settings = self.settings(state.need("settings")?)?;
                let own = state.get("own").map(|own| self.own_catalog(own)).transpose()?.unwrap_or_default();
                Base::State(Box::new(State { settings, own, events: 1, ..State::default() }))
            }
            _ => return Err(base.node().error(String::from("one of `empty`, `sample` and `state` is expected"))),
        };
        Ok(())
    }

    fn settings(&mut self, node: Node<'_>) -> Result<Settings> {
        let settings = node.object(&["seed", "rules", "country", "initial_domain", "domains", "workers"])?;
        let domain = settings.text("initial_domain")?;
        Ok(Settings {
            seed: settings.get("seed").map_or(Ok(1), Node::number)?,
            rules: settings.get("rules").map_or(Ok(0), |rules| words::number(RULES, rules))?,
            country: settings.get("country").map_or(Ok(USUAL_COUNTRY), words::country)?,
            initial_domain: if domain.is_empty() { String::from(USUAL_DOMAIN) } else { domain },
            domains: settings.each("domains", |domain| Ok(domain.text()?.into_owned()))?,
            workers: settings.get("workers").map_or(Ok(1), Node::number)?,
        })
    }

    fn name_user(&mut self, user: Node<'_>) -> Result<()> {
        let text = |name| user.field(name).map(Node::text).transpose();
        let (name, other) = (text("name")?, text("principal_name")?);
        self.users.push(&name.unwrap_or_default(), &other.unwrap_or_default());
        Ok(())
    }

    /// Names groups, and what actions create.
    fn name_others(&mut self, root: Object<'_>, state: Option<Object<'_>>, document: &Document) -> Result<()> {
        if let Some(groups) = state.and_then(|state| state.get("groups")) {
            for group in groups.elements()? {
                let name = group.field("name").map(Node::text).transpose()?;
                self.groups.push(&name.unwrap_or_default(), "");
            }
        }
        super::name_sample(&document.base, &mut self.users, &mut self.groups);
        if root.get("branches").is_some() {
            self.of_base = (self.users.clone(), self.groups.clone());
        }
        let Some(actions) = root.get("actions") else { return Ok(()) };
        self.name_created(actions)
    }

    /// Names what actions create.
    pub(super) fn name_created(&mut self, actions: Node<'_>) -> Result<()> {
        for action in actions.elements()? {
            let text = |name| action.field(name).map(Node::text).transpose();
            let (name, other) = (text("name")?, text("principal_name")?);
            match text("do")?.as_deref() {
                Some("create-user") => self.users.push(&name.unwrap_or_default(), &other.unwrap_or_default()),
                Some("create-group") => self.groups.push(&name.unwrap_or_default(), ""),
                _ => {}
            }
        }
        Ok(())
    }
}
