//! From text to a lesson and its words. Whatever the text is, the answer is a lesson or the file, line and field of what is
//! wrong.

mod condition;

use std::collections::BTreeMap;

use licensing_model::{Catalog, Sliced};
use licensing_scenario::json::{Json, Node, Object, Parsing, brief};
use licensing_scenario::part;
use licensing_scenario::part::Naming;
use licensing_wording::Language;

use self::condition::Reader;
use crate::error::{Fault, InField, LessonError};
use crate::lesson::{Goal, Hint, Lesson, Scope, Wrong};
use crate::texts::{Debrief, Texts};

/// The most bytes of a file that are read.
pub const MOST_BYTES: usize = 256 * 1024;
/// The most goals, hints, solutions and ids of a lesson, each.
const MOST_PARTS: usize = 40;
/// The most actions of one solution, and of the beginning.
const MOST_ACTIONS: usize = 2_000;
/// The version of the format that is written, and the highest that is read.
pub(crate) const VERSION: u64 = 1;

const LESSON: &[&str] = &[
    "lesson",
    "id",
    "version",
    "track",
    "minutes",
    "sections",
    "objectives",
    "rules",
    "scenario",
    "allow",
    "goals",
    "hints",
    "solution",
    "also",
    "wrong",
    "texts",
];

/// The lesson of a text. `file` is what it is called in an error.
pub fn lesson(file: &str, text: String, catalog: &Catalog) -> Result<Lesson, LessonError> {
    let json = parse(file, text)?;
    read(json, catalog).map_err(|fault| fault.in_file(file))
}

/// What a list says of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What it is known by.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its track.
    pub track: String,
    /// About how long it takes.
    pub minutes: u32,
    /// How many goals it has.
    pub goals: usize,
    /// The rules that it shows.
    pub rules: Vec<String>,
}

/// What a list says of the lesson of a text; the rest is not looked at.
pub fn head(file: &str, text: String) -> Result<Head, LessonError> {
    let json = parse(file, text)?;
    read_head(&json).map_err(|fault| fault.in_file(file))
}

fn read_head(json: &Json) -> Result<Head, Fault> {
    let root = json.root()?.object(LESSON)?;
    let goals = root.get("goals").map(Node::elements).transpose().within("goals")?;
    Ok(Head {
        id: text(root, "id")?,
        version: root.number::<u32>("version").within("version")?.max(1),
        track: text(root, "track")?,
        minutes: root.number("minutes").within("minutes")?,
        goals: goals.map_or(0, Iterator::count),
        rules: list(root, "rules", |node| Ok(node.text()?.into_owned()))?,
    })
}

/// The words of a lesson in one language.
pub fn texts(file: &str, text: String) -> Result<Texts, LessonError> {
    let json = parse(file, text)?;
    json.root().map_err(Fault::from).and_then(texts_of).map_err(|fault| fault.in_file(file))
}

fn parse(file: &str, text: String) -> Result<Json, LessonError> {
    let fail = |what: String| LessonError { file: file.to_string(), line: 0, field: String::new(), what };
    if text.len() > MOST_BYTES {
        return Err(fail(format!("more than {MOST_BYTES} bytes")));
    }
    let mut parsing = Parsing::new(text);
    let mut go = || -> Result<(), Fault> {
        parsing.complete()?;
        Ok(())
    };
    go().map_err(|fault| fault.in_file(file))?;
    Ok(parsing.finish())
}

fn read(json: Json, catalog: &Catalog) -> Result<Lesson, Fault> {
    let place = {
        let root = json.root()?;
        match root.field("lesson").map(Node::number::<u64>).transpose().within("lesson")? {
            Some(VERSION) => {}
            Some(version) => {
                return Err(root.error(format!("form {version} was made by a newer release"))).within("lesson");
            }
            None => return Err(root.error("this is no lesson: `lesson` is missing".to_string()).into()),
        }
        root.object(LESSON)?.need("scenario")?.place()
    };
    let (scenario, naming, json) = part::read(json, place, catalog).within("scenario")?;
    if scenario.actions.len() > MOST_ACTIONS {
        return Err(json.root()?.error(format!("more than {MOST_ACTIONS} actions"))).within("scenario.actions");
    }
    let root = json.root()?.object(LESSON)?;
    let users = users_of(&scenario);
    let reader = Reader { naming: &naming, users };
    let id = text(root, "id")?;
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        return Err(root.need("id")?.error("small letters, digits and hyphens are expected".to_string())).within("id");
    }
    let goals = list(root, "goals", |node| goal(&reader, node))?;
    let wrong = list(root, "wrong", |node| wrong(&naming, node, &goals))?;
    let hints = list(root, "hints", |node| {
        let hint = node.object(&["id", "when"])?;
        Ok(Hint { id: text(hint, "id")?, when: reader.condition(hint.need("when")?).within("when")? })
    })?;
    unique(root, "goals", goals.iter().map(|goal| goal.id.as_str()))?;
    unique(root, "hints", hints.iter().map(|hint| hint.id.as_str()))?;
    Ok(Lesson {
        id,
        version: root.number::<u32>("version").within("version")?.max(1),
        track: text(root, "track")?,
        minutes: root.number("minutes").within("minutes")?,
        sections: list(root, "sections", |node| Ok(node.text()?.into_owned()))?,
        objectives: list(root, "objectives", |node| Ok(node.text()?.into_owned()))?,
        rules: list(root, "rules", |node| Ok(node.text()?.into_owned()))?,
        scenario,
        allowed: root.get("allow").map(|_| list(root, "allow", kind)).transpose()?,
        goals,
        hints,
        reference: actions(&naming, root.need("solution")?).within("solution")?,
        others: list(root, "also", |node| actions(&naming, node))?,
        wrong,
        texts: root.get("texts").map(by_language).transpose().within("texts")?.unwrap_or_default(),
        naming: naming.clone(),
    })
}

/// How many users a scenario begins with.
fn users_of(scenario: &licensing_scenario::Scenario) -> u32 {
    let is_new = |action: &&licensing_core::Action| {
        matches!(action, licensing_core::Action::Command(licensing_model::Command::CreateUser(_)))
    };
    scenario.base_users().saturating_add(scenario.actions.iter().filter(is_new).count()) as u32
}

fn text(object: Object<'_>, name: &str) -> Result<String, Fault> {
    object.text(name).within(name)
}

/// The elements of the list under a name, each with its place in the fault.
fn list<T>(
    object: Object<'_>,
    name: &str,
    mut convert: impl FnMut(Node<'_>) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let Some(node) = object.get(name) else { return Ok(Vec::new()) };
    let mut converted = Vec::new();
    for (place, element) in node.elements().within(name)?.enumerate() {
        if place >= MOST_PARTS {
            return Err(node.error(format!("more than {MOST_PARTS}"))).within(name);
        }
        converted.push(convert(element).within(&format!("[{place}]")).within(name)?);
    }
    Ok(converted)
}

fn unique<'i>(root: Object<'_>, name: &str, ids: impl Iterator<Item = &'i str>) -> Result<(), Fault> {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if id.is_empty() || !seen.insert(id) {
            return Err(root.need(name)?.error(format!("`{}` is no id of its own", brief(id)))).within(name);
        }
    }
    Ok(())
}

fn actions(naming: &Naming, node: Node<'_>) -> Result<Vec<licensing_core::Action>, Fault> {
    let actions = naming.actions(node)?;
    if actions.len() > MOST_ACTIONS {
        return Err(node.error(format!("more than {MOST_ACTIONS} actions")).into());
    }
    Ok(actions)
}

fn kind(node: Node<'_>) -> Result<String, Fault> {
    let word = node.text()?;
    match part::is_word(&word) {
        true => Ok(word.into_owned()),
        false => Err(node.error(format!("`{}` is nothing that can be done", brief(&word))).into()),
    }
}

fn goal(reader: &Reader<'_>, node: Node<'_>) -> Result<Goal, Fault> {
    let goal = node.object(&["id", "check", "when"])?;
    let scope = match goal.get("when").map(|when| when.text()).transpose().within("when")?.as_deref() {
        None => Scope::End,
        Some("always") => Scope::Always,
        Some("once") => Scope::Once,
        Some(_) => return Err(goal.need("when")?.error("`always` or `once` is expected".to_string())).within("when"),
    };
    Ok(Goal { id: text(goal, "id")?, check: reader.condition(goal.need("check")?).within("check")?, scope })
}

fn wrong(naming: &Naming, node: Node<'_>, goals: &[Goal]) -> Result<Wrong, Fault> {
    let wrong = node.object(&["id", "fails", "actions"])?;
    let fails = text(wrong, "fails")?;
    if !goals.iter().any(|goal| goal.id == fails) {
        return Err(wrong.need("fails")?.error(format!("`{}` is no goal", brief(&fails)))).within("fails");
    }
    Ok(Wrong { id: text(wrong, "id")?, fails, actions: actions(naming, wrong.need("actions")?).within("actions")? })
}

/// The words of a lesson by the codes of languages.
fn by_language(node: Node<'_>) -> Result<BTreeMap<Language, Texts>, Fault> {
    let mut texts = BTreeMap::new();
    for (code, value) in node.fields()? {
        let language = Language::ALL.into_iter().find(|language| language.code() == code);
        let language = language.ok_or_else(|| value.error(format!("`{}` is no language here", brief(&code))))?;
        if texts.insert(language, texts_of(value).within(&code)?).is_some() {
            return Err(value.error("there twice".to_string())).within(&code);
        }
    }
    Ok(texts)
}

fn texts_of(node: Node<'_>) -> Result<Texts, Fault> {
    let root = node.object(&["title", "summary", "story", "goals", "hints", "debrief", "discussion"])?;
    let debrief = match root.get("debrief") {
        None => Debrief::default(),
        Some(node) => {
            let own = node
                .object(&["happened", "rule", "source", "portal_2019", "portal_today", "graph"])
                .within("debrief")?;
            let own = |name: &str| text(own, name).within("debrief");
            Debrief {
                happened: own("happened")?,
                rule: own("rule")?,
                source: own("source")?,
                portal_2019: own("portal_2019")?,
                portal_today: own("portal_today")?,
                graph: own("graph")?,
            }
        }
    };
    Ok(Texts {
        title: text(root, "title")?,
        summary: text(root, "summary")?,
        story: list(root, "story", |node| Ok(node.text()?.into_owned()))?,
        goals: named(root, "goals")?,
        hints: named(root, "hints")?,
        debrief,
        discussion: list(root, "discussion", |node| Ok(node.text()?.into_owned()))?,
    })
}

/// Texts by their names.
fn named(root: Object<'_>, name: &str) -> Result<BTreeMap<String, String>, Fault> {
    let mut texts = BTreeMap::new();
    let Some(node) = root.get(name) else { return Ok(texts) };
    for (id, value) in node.fields().within(name)? {
        let text = value.text().within(&id).within(name)?.into_owned();
        if texts.len() >= MOST_PARTS || texts.insert(id.clone().into_owned(), text).is_some() {
            return Err(value.error("there twice, or one too many".to_string())).within(&id).within(name);
        }
    }
    Ok(texts)
}
