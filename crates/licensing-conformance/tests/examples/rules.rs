//! `docs/rules.md`: every rule with links to where it is decided, how it is read, and what tests it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every rule and invariant that is tested.
pub(crate) const ALL: [&str; 52] = [
    "R1.1", "R1.2", "R1.3", "R1.4", "R1.5", "R1.6", "R2.1", "R2.2", "R2.3", "R3", "R4.1", "R4.2", "R4.3", "R4.4",
    "R4.5", "R4.6", "R4.7", "R5.1", "R5.2", "R6.1", "R6.2", "R6.3", "R7.1", "R7.2", "R7.3", "R8.1", "R8.2", "R8.3",
    "R8.4", "R8.5", "R9.1", "R9.2", "R10", "R11.1", "R11.2", "R11.3", "R12", "R13", "R14", "R15", "R16", "R17", "I1",
    "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10",
];

/// A rule as `docs/rules.md` has it.
#[derive(Default)]
pub(crate) struct Rule {
    /// Its id.
    id: String,
    /// The files in which it is decided.
    decided: Vec<String>,
    /// Readings, as number and place in `docs/readings.md`.
    readings: Vec<(String, String)>,
    /// File names of examples.
    examples: Vec<String>,
    /// Names of tests.
    tests: Vec<String>,
}

/// The rules of `docs/rules.md`: a heading that begins with an id begins a rule, and items after it have its links.
pub(crate) fn read(text: &str) -> Vec<Rule> {
    let mut rules = Vec::<Rule>::new();
    let mut item = String::new();
    let finish = |rules: &mut Vec<Rule>, item: &mut String| {
        if let Some(rule) = rules.last_mut() {
            rule.take(item);
        }
        item.clear();
    };
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix('#') {
            finish(&mut rules, &mut item);
            let id = heading.trim_start_matches(['#', ' ']).split(' ').next().unwrap_or_default();
            let is_id = id.strip_prefix(['R', 'I']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            rules.push(Rule { id: if is_id { id.to_owned() } else { String::new() }, ..Rule::default() });
        } else if line.starts_with("- ") {
            finish(&mut rules, &mut item);
            item.push_str(line);
        } else if line.starts_with("  ") {
            item.push_str(line);
        } else {
            finish(&mut rules, &mut item);
        }
    }
    finish(&mut rules, &mut item);
    rules.retain(|rule| !rule.id.is_empty());
    // `## R1` is only the heading of R1.1 to R1.6.
    let parents: BTreeSet<String> =
        rules.iter().filter_map(|rule| Some(rule.id.split_once('.')?.0.to_owned())).collect();
    rules.retain(|rule| !parents.contains(&rule.id));
    rules
}

impl Rule {
    fn take(&mut self, item: &str) {
        let targets = || links(item).into_iter().map(|(_, target)| target.to_owned());
        if item.starts_with("- Decided in ") {
            self.decided = targets().collect();
        } else if item.starts_with("- Reading") {
            self.readings =
                links(item).into_iter().map(|(text, target)| (text.to_owned(), target.to_owned())).collect();
        } else if item.starts_with("- Examples: ") {
            let name = |target: String| target.strip_prefix("../tests/examples/").unwrap_or(&target).to_owned();
            self.examples = targets().map(name).collect();
        } else if item.starts_with("- Tests: ") {
            self.tests = item.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        }
    }
}

/// Text and target of every link.
pub(crate) fn links(text: &str) -> Vec<(&str, &str)> {
    let link = |(at, _): (usize, &str)| {
        let target = text[at + 2..].split(')').next()?;
        Some((text[..at].rsplit('[').next()?, target))
    };
    text.match_indices("](").filter_map(link).collect()
}

/// The places and numbers of `docs/readings.md`, as a link names them.
fn readings(text: &str) -> BTreeSet<(String, String)> {
    let mut place = String::new();
    let mut found = BTreeSet::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            place = anchor(heading);
        } else if let Some((number, _)) = line.split_once(". ")
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
        {
            found.insert((number.to_owned(), format!("readings.md#{place}")));
        }
    }
    found
}

/// What a link to a heading ends with.
fn anchor(heading: &str) -> String {
    let kept =
        heading.to_lowercase().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-')).collect::<String>();
    kept.replace(' ', "-")
}

/// Whether `text` names the rule `id`, not only one whose id begins in the same way.
fn names(text: &str, id: &str) -> bool {
    let goes_on = |rest: &str| {
        let next = rest.strip_prefix('.').unwrap_or(rest);
        next.starts_with(|c: char| c.is_ascii_digit())
    };
    text.match_indices(id).any(|(at, _)| !goes_on(&text[at + id.len()..]))
}

/// What is wrong with the rules' links: `by_example` are the examples, each as file name and rules.
pub(crate) fn wrong_links(root: &Path, by_example: &[(String, Vec<String>)]) -> Vec<String> {
    let docs = root.join("docs");
    let text = fs::read_to_string(docs.join("rules.md")).unwrap_or_default();
    let known = readings(&fs::read_to_string(docs.join("readings.md")).unwrap_or_default());
    let rules = read(&text);
    let mut problems = Vec::new();
    for (_, target) in links(&text) {
        let file = target.split('#').next().unwrap_or_default();
        if !docs.join(file).is_file() {
            problems.push(format!("docs/rules.md links {target}, which is not there"));
        }
    }
    let mut linked = BTreeSet::new();
    for rule in &rules {
        let id = &rule.id;
        if id.starts_with('R') && rule.decided.is_empty() {
            problems.push(format!("{id} does not say where it is decided"));
        }
        for file in &rule.decided {
            if !names(&fs::read_to_string(docs.join(file)).unwrap_or_default(), id) {
                problems.push(format!("{id} is said to be decided in {file}, which does not name it"));
            }
        }
        for reading in rule.readings.iter().filter(|reading| !known.contains(reading)) {
            problems.push(format!("{id} links reading {} at {}, where it does not stand", reading.0, reading.1));
        }
        linked.extend(rule.readings.iter().cloned());
        let listing = by_example.iter().filter(|(_, rules)| rules.contains(id)).map(|(name, _)| name.as_str());
        let (has, needs): (BTreeSet<&str>, BTreeSet<&str>) =
            (rule.examples.iter().map(String::as_str).collect(), listing.collect());
        let wrong = has.difference(&needs).map(|name| format!("{id} links {name}, which does not list it"));
        let missing = needs.difference(&has).map(|name| format!("{id} lacks a link to {name}"));
        problems.extend(wrong.chain(missing));
    }
    problems.extend(known.difference(&linked).map(|(number, _)| format!("no rule links reading {number}")));
    problems
}

/// The names of all functions under `#[test]` in the sources of the workspace.
pub(crate) fn test_names(root: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for folder in ["crates", "web"] {
        collect(&root.join(folder), &mut names);
    }
    names
}

fn collect(folder: &Path, names: &mut BTreeSet<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, names);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).unwrap_or_default();
            names.extend(tests_in(&source));
        }
    }
}

/// The functions that stand under an attribute ending in `test]`.
fn tests_in(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_test = false;
    for line in source.lines().map(str::trim) {
        if line.starts_with("#[") {
            is_test |= line.trim_end_matches(']').ends_with("test");
        } else if let Some((_, rest)) = line.split_once("fn ") {
            if is_test {
                names.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
            }
            is_test = false;
        }
    }
    names
}

/// What is wrong: rules without a test, and tests of `docs/rules.md` that do not exist.
pub(crate) fn untested(by_example: &[String], rules: &[Rule], tests: &BTreeSet<String>) -> Vec<String> {
    let mut problems = Vec::new();
    for rule in rules {
        for name in rule.tests.iter().filter(|name| !tests.contains(*name)) {
            problems.push(format!("docs/rules.md names the test {name}, which does not exist"));
        }
    }
    for id in ALL {
        let Some(rule) = rules.iter().find(|rule| rule.id == id) else {
            problems.push(format!("docs/rules.md lacks {id}"));
            continue;
        };
        if rule.tests.is_empty() && !by_example.iter().any(|named| named == id) {
            problems.push(format!("{id} is tested by no example and by no test that docs/rules.md names"));
        }
    }
    problems
}
