//! Which of our crates knows which: what ARCHITECTURE.md says of it is so.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::shell::{self, Workspace, failed};

/// What ARCHITECTURE.md writes where a crate knows none of ours.
const NONE: &str = "none of ours";

/// The crates that each of ours knows, by the names that ARCHITECTURE.md writes.
type Layers = BTreeMap<String, BTreeSet<String>>;

/// Compares the code map with what the crates' manifests say. What only tests know does not count.
pub(crate) fn check(workspace: &Workspace) -> Result<(), String> {
    let path = workspace.root.join("ARCHITECTURE.md");
    let text = fs::read_to_string(&path).map_err(failed(&path))?;
    let (said, is) = (said(&text), linked(workspace)?);
    let problems = differences(&said, &is);
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n       ")) }
}

/// The rows of the code map: a crate's name first, what it may know last.
fn said(text: &str) -> Layers {
    let map = text.split("## Code map").nth(1).unwrap_or_default();
    let rows = map.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let row = |line: &str| {
        let mut cells = line.trim_matches('|').split('|');
        let name = cells.next()?.split('`').nth(1)?.to_owned();
        let known = cells.next_back()?.trim();
        let known = known.split(", ").filter(|known| *known != NONE).map(str::to_owned).collect();
        Some((name, known))
    };
    rows.filter_map(row).collect()
}

/// What the manifests say.
fn linked(workspace: &Workspace) -> Result<Layers, String> {
    let mut command = workspace.command("cargo");
    command
        .args(["tree", "--quiet", "--workspace", "--depth", "1", "--target", "all", "--no-dedupe"])
        .args(["--edges", "normal", "--prefix", "depth", "--format", " {p}"]);
    let listing = shell::output(&mut command)?;
    let mut layers = Layers::new();
    let mut current = None;
    // A crate of ours is followed by where it lies.
    let is_ours = |line: &str| line.contains(&format!("({}", workspace.root.display()));
    for line in listing.lines().filter(|line| is_ours(line)) {
        let mut words = line.split(' ');
        let (depth, name) = (words.next(), words.next().unwrap_or_default());
        if depth == Some("0") {
            let name = if name == "licensing-lab" { "web" } else { name };
            layers.entry(name.to_owned()).or_default();
            current = Some(name.to_owned());
        } else if let Some(known) = current.as_ref().and_then(|current| layers.get_mut(current)) {
            known.insert(name.trim_start_matches("licensing-").to_owned());
        }
    }
    Ok(layers)
}

fn differences(said: &Layers, is: &Layers) -> Vec<String> {
    let nobody = BTreeSet::new();
    let names: BTreeSet<&String> = said.keys().chain(is.keys()).collect();
    let mut problems = Vec::new();
    for name in names {
        if !said.contains_key(name) || !is.contains_key(name) {
            let where_it_is = if is.contains_key(name) { "lacks" } else { "names" };
            problems.push(format!("the code map of ARCHITECTURE.md {where_it_is} `{name}`"));
        }
        let (said, is) = (said.get(name).unwrap_or(&nobody), is.get(name).unwrap_or(&nobody));
        let too_much =
            is.difference(said).map(|known| format!("`{name}` knows `{known}`, which the code map does not allow"));
        let too_little =
            said.difference(is).map(|known| format!("`{name}` does not know `{known}`, which the code map says"));
        problems.extend(too_much.chain(too_little));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::{differences, said};

    const MAP: &str = "# A\n\n## Code map\n\n| crate | what it is | what it may know |\n|---|---|---|\n\
                       | `a` | words | none of ours |\n| `b` (`lab`) | more | a, c |\n\n| `x` | y | z |\n";

    #[test]
    fn the_code_map_is_read_by_rows() {
        let map = said(MAP);
        assert_eq!(map.keys().collect::<Vec<_>>(), ["a", "b"]);
        assert!(map["a"].is_empty());
        assert_eq!(map["b"].iter().collect::<Vec<_>>(), ["a", "c"]);
    }

    #[test]
    fn what_a_crate_knows_beyond_the_map_and_what_it_does_not_is_said() {
        let is = said(&MAP.replace("a, c", "a, core").replace("| `a` | words", "| `d` | words"));
        assert_eq!(
            differences(&said(MAP), &is),
            [
                "the code map of ARCHITECTURE.md names `a`",
                "`b` knows `core`, which the code map does not allow",
                "`b` does not know `c`, which the code map says",
                "the code map of ARCHITECTURE.md lacks `d`",
            ]
        );
    }
}
