//! What may not end up in the page, and what alone may end up in the engine.

use std::collections::BTreeSet;

use crate::shell::{self, Workspace};
use crate::tools::WASM;

/// A crate that must not be in a graph.
struct Forbidden {
    name: &'static str,
    /// What to do instead, or what it would break.
    reason: &'static str,
}

const fn forbidden(name: &'static str, reason: &'static str) -> Forbidden {
    Forbidden { name, reason }
}

const NO_CHANCE: &str = "the same commands give the same bytes everywhere; ids are derived from names";
const NO_CLOCK: &str = "the only clock is the simulated one";
const NO_NETWORK: &str = "nothing is sent or fetched but the page's own files, which `fetch` does";
const NO_THREADS: &str = "a static host sends no headers for shared memory";
const NO_SYSTEM: &str = "there is no operating system below the page";

/// Nowhere below the page, not even below Leptos.
const NEVER_IN_THE_PAGE: &[Forbidden] = &[
    forbidden("ahash", NO_CHANCE),
    forbidden("fastrand", NO_CHANCE),
    forbidden("getrandom", NO_CHANCE),
    forbidden("rand", NO_CHANCE),
    forbidden("rand_core", NO_CHANCE),
    forbidden("chrono", NO_CLOCK),
    forbidden("instant", NO_CLOCK),
    forbidden("jiff", NO_CLOCK),
    forbidden("time", NO_CLOCK),
    forbidden("web-time", NO_CLOCK),
    forbidden("hyper", NO_NETWORK),
    forbidden("reqwest", NO_NETWORK),
    forbidden("tungstenite", NO_NETWORK),
    forbidden("ureq", NO_NETWORK),
    forbidden("crossbeam-utils", NO_THREADS),
    forbidden("rayon", NO_THREADS),
    forbidden("tokio", NO_THREADS),
    forbidden("libc", NO_SYSTEM),
    forbidden("mio", NO_SYSTEM),
    forbidden("console_error_panic_hook", "a panic is an error of ours, not something to decorate"),
    forbidden("csv", "the lists are read when the catalog is built"),
    forbidden("fluent-bundle", "the texts are compiled when `licensing-wording` is built; it weighs 48 KB"),
    forbidden("fluent-syntax", "the texts are read when `licensing-wording` is built"),
    forbidden("leptos_router", "it knows only paths that a static host would have to rewrite"),
    forbidden("wee_alloc", "it leaks and nobody looks after it"),
];

/// Not below anything of ours. Leptos names them for what runs on a server; the linker drops that.
const LEPTOS_ONLY: &[Forbidden] = &[
    forbidden("gloo-net", NO_NETWORK),
    forbidden("regex", "it weighs more than the rest of the page"),
    forbidden("toml", "there is no configuration"),
    forbidden("url", "links are fragments, read by a parser of our own"),
];

/// A crate of ours that runs everywhere and must stay small, with all that may be below it.
struct Allowed {
    package: &'static str,
    crates: &'static [&'static str],
}

const ENGINE: &[Allowed] = &[
    Allowed { package: "licensing-model", crates: &["sha1_smol", "uuid"] },
    Allowed { package: "licensing-columns", crates: &["licensing-model", "sha1_smol", "uuid"] },
    // The oracle: a mistake of the engine must not be a mistake of it as well. Patterns of rules are others' there, where the
    // engine has its own.
    Allowed {
        package: "licensing-reference",
        crates: &["licensing-model", "regex", "regex-automata", "regex-syntax", "sha1_smol", "uuid"],
    },
    Allowed {
        package: "licensing-core",
        crates: &["hashbrown", "licensing-columns", "licensing-model", "rustc-hash", "sha1_smol", "thiserror", "uuid"],
    },
];

/// Says every offence in one go.
pub(crate) fn check(workspace: &Workspace) -> Result<(), String> {
    let mut offences = Vec::new();
    let whole = tree(workspace, "licensing-lab", &[])?;
    let ours = tree(workspace, "licensing-lab", &["--prune", "leptos"])?;
    shell::say(&format!("{} crates in the page's graph, {} of them outside Leptos\n", whole.len(), ours.len()));
    for (graph, list, place) in [(&whole, NEVER_IN_THE_PAGE, "the page"), (&ours, LEPTOS_ONLY, "crates of ours")] {
        for entry in list.iter().filter(|entry| graph.contains(entry.name)) {
            offences.push(format!("`{}` is below {place}: {}", entry.name, entry.reason));
        }
    }
    for Allowed { package, crates } in ENGINE {
        let graph = tree(workspace, package, &[])?;
        for name in graph.iter().filter(|name| name != package && !crates.contains(&name.as_str())) {
            offences.push(format!("`{name}` is below `{package}`, which may rest on {} alone", crates.join(", ")));
        }
    }
    if offences.is_empty() { Ok(()) } else { Err(offences.join("\n       ")) }
}

/// The names of all crates that are linked into `package` for wasm.
fn tree(workspace: &Workspace, package: &str, flags: &[&str]) -> Result<BTreeSet<String>, String> {
    let mut command = workspace.command("cargo");
    command
        .args(["tree", "--quiet", "--target", WASM, "--package", package])
        .args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"])
        .args(flags);
    let listing = shell::output(&mut command)?;
    Ok(listing.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}
