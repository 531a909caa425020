//! One piece for the little things that several of the fetched pieces need.
//!
//! The tool that splits makes a chunk for every set of pieces that have something in common: dozens of files, most of
//! them smaller than the request that fetches them. The small ones, merged, are one file, which every piece that needs
//! any of them waits for. The large ones stay what they are, so that nobody fetches much that is for others.

use std::fs;
use std::path::{Path, PathBuf};

use super::hub::{self, Imports};
use super::{LOADER, entries, failed};
use crate::shell::{self, Workspace};

/// What the chunks call the main piece, from which they import memory, table and globals.
const MAIN: &str = "__wasm_split";

/// What the merged piece calls it.
const MAIN_OF_SHARED: &str = "main";

/// The chunks' names, in files and in the script.
const CHUNK: &str = "chunk_";

/// A chunk of so many bytes, as the tool leaves it, stays alone: optimized it has about a quarter of them.
const LARGE: u64 = 40 * 1024;

/// Fetches the merged piece, written as the tool writes it for a chunk.
const FETCH: &str = r#"const __shared = makeLoad(() => {
    const src = fetch(new URL("./shared.wasm", import.meta.url));
    src.catch(() => {});
    return async ({ __wasm_split }) => WebAssembly.instantiateStreaming(src, { main: __wasm_split });
}, []);
"#;

/// Replaces the small chunks in `folder` by one module. `features` are those of the page's module.
pub(super) fn merge(workspace: &Workspace, folder: &Path, features: &[&str]) -> Result<(), String> {
    let is_small = |file: &PathBuf| file.metadata().is_ok_and(|metadata| metadata.len() < LARGE);
    let is_chunk = |file: &PathBuf| super::is_module(file) && stem(file).starts_with(CHUNK);
    let chunks: Vec<PathBuf> = entries(folder)?.into_iter().filter(|file| is_chunk(file) && is_small(file)).collect();
    if chunks.is_empty() {
        return Ok(());
    }

    let mut imports = Imports::new();
    for chunk in &chunks {
        let module = fs::read(chunk).map_err(failed(chunk))?;
        hub::add_imports(&mut imports, &module).ok_or_else(|| format!("`{}` is no chunk", chunk.display()))?;
    }
    let hub = folder.join("hub.wasm");
    fs::write(&hub, hub::hub(MAIN_OF_SHARED, &imports)).map_err(failed(&hub))?;
    let mut command = workspace.command("wasm-merge");
    command.args(features).arg(&hub).arg(MAIN);
    for chunk in &chunks {
        command.arg(chunk).arg(stem(chunk));
    }
    shell::run_quietly(command.arg("-o").arg(folder.join("shared.wasm")))?;

    let loader = folder.join(LOADER);
    let script = fs::read_to_string(&loader).map_err(failed(&loader))?;
    let merged: Vec<String> = chunks.iter().map(|chunk| stem(chunk)).collect();
    let script =
        fetch_shared(&script, &merged).ok_or("`wasm-split-cli` writes its script in another way than it did")?;
    fs::write(&loader, script).map_err(failed(&loader))?;
    chunks.iter().chain([&hub]).try_for_each(|file| fs::remove_file(file).map_err(failed(file)))
}

/// The script with one piece in place of the chunks that were merged. None if it is not written as it is known to be.
fn fetch_shared(script: &str, merged: &[String]) -> Option<String> {
    let is_merged = |variable: &str| variable.strip_prefix("__").is_some_and(|name| merged.iter().any(|it| it == name));
    // A comment stands before each chunk, and nowhere else; then come the pieces proper.
    let (before, rest) = script.split_once("/* ")?;
    let (chunks, pieces) = rest.split_once("export const ")?;
    let mut result = before.to_owned();
    for chunk in chunks.split("/* ") {
        let (_, definition) = chunk.split_once("const ")?;
        let (variable, _) = definition.split_once(" = ")?;
        if !is_merged(variable) {
            result.push_str(&format!("const {definition}"));
        }
    }
    result.push_str(FETCH);
    // What a piece waits for is a list of such variables; nothing else is in brackets that begin so.
    let mut parts = pieces.split("[__");
    result.push_str(&format!("export const {}", parts.next()?));
    for part in parts {
        let (list, rest) = part.split_once(']')?;
        let list = format!("__{list}");
        let (small, mut needed): (Vec<&str>, Vec<&str>) = list.split(", ").partition(|variable| is_merged(variable));
        if !small.is_empty() {
            needed.push("__shared");
        }
        result.push_str(&format!("[{}]{rest}", needed.join(", ")));
    }
    // A name that is left would be one of a file that is gone. `chunk_1` is in `chunk_12`, but not with what follows.
    let is_gone = |name: &String| !result.contains(&format!("{name}.")) && !result.contains(&format!("{name} "));
    merged.iter().all(is_gone).then_some(result)
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::fetch_shared;

    const SCRIPT: &str = r#"function makeLoad() {} // of all
/* groups, users */
const __chunk_1 = makeLoad(() => fetch("./chunk_1.wasm"), []);
/* groups, why */
const __chunk_2 = makeLoad(() => fetch("./chunk_2.wasm"), []);
/* groups, map */
const __chunk_12 = makeLoad(() => fetch("./chunk_12.wasm"), []);
export const __wasm_split_load_why = wrapAsyncCb(makeLoad(() => fetch("./split_why.wasm"), [__chunk_2]));
export const __wasm_split_load_alone = wrapAsyncCb(makeLoad(() => fetch("./split_alone.wasm"), []));
export const __wasm_split_load_map = wrapAsyncCb(makeLoad(() => fetch("./split_map.wasm"), [__chunk_12]));
export const __wasm_split_load_groups = wrapAsyncCb(makeLoad(() => {}, [__chunk_1, __chunk_2, __chunk_12]));
"#;

    fn merged() -> Vec<String> {
        vec!["chunk_1".to_owned(), "chunk_2".to_owned()]
    }

    #[test]
    fn a_piece_waits_for_the_merged_chunks_and_for_those_that_stayed() {
        let script = fetch_shared(SCRIPT, &merged()).unwrap_or_default();
        assert_eq!(script.matches("shared.wasm").count(), 1);
        assert!(script.contains(r#"const __chunk_12 = makeLoad(() => fetch("./chunk_12.wasm"), []);"#));
        assert!(script.contains(r#"fetch("./split_why.wasm"), [__shared]));"#));
        assert!(script.contains(r#"fetch("./split_alone.wasm"), []));"#), "it needs no chunk");
        assert!(script.contains(r#"fetch("./split_map.wasm"), [__chunk_12]));"#), "it needs no merged one");
        assert!(script.contains("(makeLoad(() => {}, [__chunk_12, __shared]));"));
        assert!(!script.contains("chunk_1 ") && !script.contains("chunk_2"));
    }

    #[test]
    fn a_script_that_is_written_otherwise_is_not_guessed_at() {
        assert_eq!(fetch_shared("export const load = 1;", &merged()), None);
        assert_eq!(fetch_shared(&SCRIPT.replace("[__chunk_2]", "[ __chunk_2 ]"), &merged()), None);
        assert_eq!(fetch_shared(&SCRIPT.replace("const __chunk_2 =", "var __chunk_2 ="), &merged()), None);
    }
}
