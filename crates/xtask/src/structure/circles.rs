//! Modules of a crate that import each other in a circle: a change in one is a change in all of them.
//!
//! What a file names by `crate::`, `super::` or `self::` is looked up among the files of its crate. Where two files part,
//! the folders or files that they lie in are neighbors, and of two neighbors only one may know the other. What a folder
//! knows of what it holds, and the other way round, counts for nothing; nor do tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::shell;

/// The place of a module in its crate: the root has none.
type Place = Vec<String>;

/// A circle that may stand.
struct Standing {
    /// Where the neighbors are: the crate's folder, then the module that holds them.
    place: &'static str,
    /// The neighbors. Fewer may stand, more may not.
    modules: &'static [&'static str],
    reason: &'static str,
}

const STANDING: &[Standing] = &[Standing {
    place: "crates/licensing-core",
    modules: &["audit", "background", "tenant"],
    reason: "the tenant holds the queue and the log, whose folders hold the tenant's methods",
}];

/// Says every circle that may not stand, in one go.
pub(crate) fn check(root: &Path) -> Result<(), String> {
    let mut folders: Vec<PathBuf> = shell::entries(&root.join("crates"));
    folders.push(root.join("web"));
    let mut found = Vec::new();
    for folder in folders.iter().filter(|folder| folder.join("Cargo.toml").is_file()) {
        let name = folder.strip_prefix(root).unwrap_or(folder).to_string_lossy().replace('\\', "/");
        for (holder, circle) in circles(&sources(&folder.join("src"))) {
            let place = [vec![name.clone()], holder].concat().join("/");
            let is_in = |modules: &[&str]| circle.iter().all(|module| modules.contains(&module.as_str()));
            let standing = STANDING.iter().find(|standing| standing.place == place && is_in(standing.modules));
            let said = format!("in {place}, {} import each other in a circle", list(&circle));
            match standing {
                Some(Standing { reason, .. }) => shell::say(&format!("{said}: {reason}\n")),
                None => found.push(said),
            }
        }
    }
    if found.is_empty() { Ok(()) } else { Err(found.join("\n       ")) }
}

fn list(modules: &BTreeSet<String>) -> String {
    modules.iter().map(|module| format!("`{module}`")).collect::<Vec<_>>().join(", ")
}

/// Every module of a crate, as its words.
fn sources(folder: &Path) -> BTreeMap<Place, Vec<String>> {
    let mut modules = BTreeMap::new();
    collect(folder, &mut Vec::new(), &mut modules);
    modules
}

fn collect(folder: &Path, place: &mut Place, modules: &mut BTreeMap<Place, Vec<String>>) {
    for entry in shell::entries(folder) {
        let name = entry.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if entry.is_dir() {
            place.push(name);
            collect(&entry, place, modules);
            place.pop();
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            let is_root = name == "mod" || place.is_empty() && (name == "lib" || name == "main");
            let own = if is_root { place.clone() } else { [place.clone(), vec![name]].concat() };
            let text = fs::read_to_string(&entry).unwrap_or_default();
            modules.entry(own).or_default().extend(words(&text));
        }
    }
}

/// The words and signs of a source, without comments and the contents of texts.
fn words(source: &str) -> Vec<String> {
    let mut words = Vec::<String>::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |at| at + 2)
        } else if first == '"' {
            text_length(rest)
        } else if let Some(hashes) = raw_text(rest) {
            let end = format!("\"{}", "#".repeat(hashes));
            let begin = hashes + 2;
            rest.get(begin..).and_then(|inside| inside.find(&end)).map_or(rest.len(), |at| begin + at + end.len())
        } else if let Some(length) = character_length(rest) {
            length
        } else if first.is_alphanumeric() || first == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            words.push(rest[..length].to_owned());
            length
        } else if rest.starts_with("::") {
            words.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                words.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    words
}

/// How long the text is that begins here.
fn text_length(rest: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The number of hashes of the raw text that begins here, if one does.
fn raw_text(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('r')?;
    let hashes = inside.len() - inside.trim_start_matches('#').len();
    inside[hashes..].starts_with('"').then_some(hashes)
}

/// How long the character is that begins here, if one does: lifetimes begin in the same way.
fn character_length(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if let Some(escaped) = inside.strip_prefix('\\') {
        return escaped.get(1..)?.find('\'').map(|at| at + 4);
    }
    let c = inside.chars().next()?;
    inside[c.len_utf8()..].starts_with('\'').then(|| c.len_utf8() + 2)
}

/// What a module names, and under which names it hands things on.
#[derive(Default)]
struct Named {
    paths: Vec<Place>,
    handed_on: BTreeMap<String, Place>,
    /// Modules of it that are tests.
    tests: BTreeSet<String>,
}

/// Reads what the module at `place` names, each as a place from the root of the crate.
fn named(place: &Place, words: &[String]) -> Named {
    let mut named = Named::default();
    let mut at = 0;
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    while at < words.len() {
        if words[at..].iter().take(7).map(String::as_str).eq(["#", "[", "cfg", "(", "test", ")", "]"]) {
            at += 7;
            if word(at) == "mod" {
                named.tests.insert(word(at + 1).to_owned());
                at = if word(at + 2) == "{" { after_braces(words, at + 2) } else { at + 3 };
            }
        } else if word(at) == "use" {
            let is_handed_on = at > 0 && matches!(word(at - 1), "pub" | ")");
            let mut paths = Vec::new();
            at = read_tree(words, at + 1, &Vec::new(), &mut paths);
            for (path, name) in paths {
                let path = from_root(place, &path);
                if is_handed_on {
                    named.handed_on.insert(name, path.clone());
                }
                named.paths.push(path);
            }
        } else if matches!(word(at), "crate" | "super") && word(at + 1) == "::" {
            let mut path = vec![word(at).to_owned()];
            while word(at + 1) == "::" {
                path.push(word(at + 2).to_owned());
                at += 2;
            }
            named.paths.push(from_root(place, &path));
            at += 1;
        } else {
            at += 1;
        }
    }
    named
}

fn after_braces(words: &[String], from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, word) in words.iter().enumerate().skip(from) {
        match word.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => return at + 1,
            "}" => depth -= 1,
            _ => {}
        }
    }
    words.len()
}

/// Reads one branch of what stands after `use`, and answers where it ends.
fn read_tree(words: &[String], mut at: usize, before: &Place, paths: &mut Vec<(Place, String)>) -> usize {
    let mut path = before.clone();
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    while at < words.len() {
        match word(at) {
            "{" => {
                at += 1;
                while at < words.len() && word(at) != "}" {
                    at = if word(at) == "," { at + 1 } else { read_tree(words, at, &path, paths) };
                }
                return at + 1;
            }
            "::" => at += 1,
            name => {
                path.push(name.to_owned());
                at += 1;
                if word(at) != "::" {
                    let mut last = name.to_owned();
                    if word(at) == "as" {
                        last = word(at + 1).to_owned();
                        at += 2;
                    }
                    paths.push((path, last));
                    return at;
                }
            }
        }
    }
    at
}

/// A path as the module at `place` writes it, from the root.
fn from_root(place: &Place, path: &[String]) -> Place {
    match path.split_first() {
        Some((first, rest)) if first == "crate" => rest.to_vec(),
        Some((first, rest)) if first == "self" => [place, rest].concat(),
        Some((first, _)) if first == "super" => {
            let up = path.iter().take_while(|word| *word == "super").count();
            [&place[..place.len().saturating_sub(up)], &path[up..]].concat()
        }
        // Its own modules come before other crates.
        _ => [place, path].concat(),
    }
}

/// The circles of a crate: the module that holds the neighbors, and the neighbors.
fn circles(sources: &BTreeMap<Place, Vec<String>>) -> Vec<(Place, BTreeSet<String>)> {
    let all: BTreeMap<&Place, Named> = sources.iter().map(|(place, words)| (place, named(place, words))).collect();
    let is_test = |place: &Place| {
        (1..=place.len()).any(|length| {
            let (name, holder) = (&place[length - 1], place[..length - 1].to_vec());
            all.get(&holder).is_some_and(|named| named.tests.contains(name))
        })
    };
    let mut known = BTreeMap::<Place, BTreeMap<String, BTreeSet<String>>>::new();
    for (from, named) in all.iter().filter(|(place, _)| !is_test(place)) {
        for path in &named.paths {
            let to = resolve(&all, path, 0);
            let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
            if let (Some(one), Some(other)) = (from.get(shared), to.get(shared)) {
                let neighbors = known.entry(from[..shared].to_vec()).or_default();
                neighbors.entry(one.clone()).or_default().insert(other.clone());
            }
        }
    }
    known
        .into_iter()
        .flat_map(|(holder, graph)| in_circles(&graph).into_iter().map(move |it| (holder.clone(), it)))
        .collect()
}

/// The module that a path leads to, through what other modules hand on.
fn resolve(all: &BTreeMap<&Place, Named>, path: &[String], depth: u32) -> Place {
    let mut place = Place::new();
    for (at, word) in path.iter().enumerate() {
        let inside = [place.clone(), vec![word.clone()]].concat();
        if all.contains_key(&inside) {
            place = inside;
            continue;
        }
        let handed_on = all.get(&place).and_then(|named| named.handed_on.get(word));
        // A module hands on what it holds; what lies elsewhere was named where it is handed on.
        return match handed_on.filter(|to| depth < 8 && to.starts_with(&place)) {
            Some(to) => resolve(all, &[to, &path[at + 1..]].concat(), depth + 1),
            None => place,
        };
    }
    place
}

/// Sets of neighbors each of which leads to every other.
fn in_circles(graph: &BTreeMap<String, BTreeSet<String>>) -> Vec<BTreeSet<String>> {
    let reached = |from: &String| {
        let (mut reached, mut left) = (BTreeSet::new(), vec![from]);
        while let Some(module) = left.pop() {
            left.extend(graph.get(module).into_iter().flatten().filter(|to| reached.insert((*to).clone())));
        }
        reached
    };
    let reach: BTreeMap<&String, BTreeSet<String>> = graph.keys().map(|module| (module, reached(module))).collect();
    let mut circles = BTreeSet::new();
    for (module, reached) in reach.iter().filter(|(module, reached)| reached.contains(**module)) {
        let returns = |other: &&String| reach.get(other).is_some_and(|back| back.contains(*module));
        circles.insert(reached.iter().filter(returns).cloned().collect());
    }
    circles.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{circles, words};

    /// The circles of a crate with these files, each as where it is and who is in it.
    fn of(files: &[(&str, &str)]) -> Vec<String> {
        let place = |path: &str| path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let sources: BTreeMap<Vec<String>, Vec<String>> =
            files.iter().map(|(path, text)| (place(path), words(text))).collect();
        let said = |(holder, circle): (Vec<String>, std::collections::BTreeSet<String>)| {
            format!("{}: {}", holder.join("/"), circle.into_iter().collect::<Vec<_>>().join(" "))
        };
        circles(&sources).into_iter().map(said).collect()
    }

    #[test]
    fn neighbors_that_import_each_other_are_a_circle() {
        assert_eq!(of(&[("a", "use crate::b::B;"), ("b", "use super::a::A;")]), [": a b"]);
        assert_eq!(
            of(&[("a", "use crate::b::B;"), ("b", "fn f() { crate::c::f() }"), ("c", "use crate::{x, a};")]),
            [": a b c"]
        );
        assert_eq!(of(&[("a", "use crate::b::B;"), ("b", "use std::fmt;")]), [""; 0]);
    }

    #[test]
    fn folders_count_as_one_where_they_part() {
        let files = [
            ("a", "mod one; mod two;"),
            ("b", "mod three; mod four;"),
            ("a/one", "use crate::b::three::X;"),
            ("a/two", "use super::one::Y;"),
            ("b/three", "use std::fmt;"),
            ("b/four", "use crate::a::{two::{Z, W}};"),
        ];
        assert_eq!(of(&files), [": a b"]);
    }

    #[test]
    fn what_a_module_hands_on_leads_to_where_it_is() {
        let files = [("", "pub use a::A;"), ("a", "use crate::b::B;"), ("b", "use crate::A;")];
        assert_eq!(of(&files), [": a b"]);
        let renamed =
            [("m", "mod a; pub(crate) use a::A as First;"), ("m/a", "use super::b;"), ("m/b", "use super::First;")];
        assert_eq!(of(&renamed), ["m: a b"]);
    }

    #[test]
    fn a_folder_and_what_it_holds_are_no_circle() {
        assert_eq!(of(&[("m", "use self::a::A;"), ("m/a", "use super::M; use crate::m::N;")]), [""; 0]);
    }

    #[test]
    fn tests_comments_and_texts_count_for_nothing() {
        let tests = "#[cfg(test)] mod tests { use crate::a::A; fn f() { {} } } #[cfg(test)] mod more;";
        assert_eq!(of(&[("a", "use crate::b::B;"), ("b", tests), ("b/more", "use crate::a::A;")]), [""; 0]);
        let quiet = "// use crate::a::A;\n/* crate::a::f() */ const A: &str = \"crate::a\"; const R: &str = r#\"crate::a\"\"#;\n\
                     const C: [char; 2] = ['\"', '\\'']; fn f<'a>(x: &'a str) {}";
        assert_eq!(of(&[("a", "use crate::b::B;"), ("b", quiet)]), [""; 0]);
        assert_eq!(of(&[("a", "use crate::b::B;"), ("b", &format!("{quiet} use crate::a::A;"))]), [": a b"]);
    }
}
