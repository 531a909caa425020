//! The page's module in pieces: what the first screen needs, and what is fetched when somebody goes there.
//!
//! In the module that Cargo leaves, calls of functions marked `#[wasm_split]` lead nowhere. It is split at these functions,
//! and every piece is made as small as it gets.

mod hub;
mod module;
mod names;
mod shared;
mod table;

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::thread;

use crate::page::small;
use crate::shell::{self, Workspace, failed, timed};
use crate::tools::WASM;

/// What the page's module is called, and the files made from it.
pub(crate) const NAME: &str = "licensing-lab";

/// The script that fetches the pieces; the tool gives it this name.
pub(crate) const LOADER: &str = "__wasm_split.js";

/// Puts the pieces of the module that Cargo compiled with `profile` into a folder of the page in `staging`, and answers with
/// the folder's name, which changes with what is in it: they belong together, so they share one.
pub(crate) fn put_into(workspace: &Workspace, staging: &Path, profile: &str) -> Result<String, String> {
    let work = workspace.root.join("target/pieces").join(profile);
    let (split_off, finished) = (work.join("split"), work.join("finished"));
    // A piece that is no longer there must not be taken for one of this build.
    if work.is_dir() {
        fs::remove_dir_all(&work).map_err(failed(&work))?;
    }
    fs::create_dir_all(&finished).map_err(failed(&finished))?;
    timed("split the page's module", || {
        split(workspace, profile, &split_off)?;
        bind(workspace, &split_off, &finished)
    })?;
    // A page that is looked at while it is written has all the time to fetch large pieces.
    if profile == "release" {
        timed("make the pieces small", || {
            // Not every tool hands on what the compiler notes about the features of a module.
            let mut command = workspace.command("wasm-opt");
            let features = shell::output(command.args(["--quiet", "--print-features"]).arg(main_piece(&finished)))?;
            let features: Vec<&str> = features.lines().collect();
            shared::merge(workspace, &finished, &features)?;
            optimize(workspace, &finished, &features)?;
            let main = main_piece(&finished);
            let module = fs::read(&main).map_err(failed(&main))?;
            let module = table::without_nothing(&module).ok_or("the main piece has a table of another kind")?;
            fs::write(&main, module).map_err(failed(&main))?;
            entries(&finished)?
                .iter()
                .filter(|file| !is_module(file))
                .try_for_each(|script| small::minify(workspace, script))?;
            names::shorten(&finished)
        })?;
    }
    let folder = format!("{NAME}-{:016x}", digest(&finished)?);
    let to = staging.join(&folder);
    fs::create_dir_all(&to).map_err(failed(&to))?;
    for file in entries(&finished)? {
        fs::copy(&file, to.join(file.file_name().unwrap_or_default())).map_err(failed(&file))?;
    }
    Ok(folder)
}

/// A number for the contents of a folder: other pieces have another.
fn digest(folder: &Path) -> Result<u64, String> {
    let mut hasher = DefaultHasher::new();
    for file in entries(folder)? {
        file.file_name().hash(&mut hasher);
        fs::read(&file).map_err(failed(&file))?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

/// Splits what Cargo left: the main piece, a piece for each name given to `#[wasm_split]`, chunks that several need.
fn split(workspace: &Workspace, profile: &str, to: &Path) -> Result<(), String> {
    // Cargo keeps what its profile `dev` makes in a folder of another name.
    let folder = if profile == "dev" { "debug" } else { profile };
    let module = workspace.root.join(format!("target/{WASM}/{folder}/{NAME}.wasm"));
    let mut command = workspace.command("wasm-split-cli");
    shell::run(command.args(["--target", "web", "--out-name", NAME]).arg(module).arg(to))
}

/// Makes the scripts. The other pieces reach the browser through the main one and are taken as they are.
fn bind(workspace: &Workspace, from: &Path, to: &Path) -> Result<(), String> {
    let main = from.join(format!("{NAME}.wasm"));
    let mut command = workspace.command("wasm-bindgen");
    // What the pieces share are exports of the linker.
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle", "--out-name", NAME]);
    shell::run(command.arg("--out-dir").arg(to).arg(&main))?;
    for file in entries(from)?.into_iter().filter(|file| *file != main) {
        if let Some(name) = file.file_name() {
            fs::copy(&file, to.join(name)).map_err(failed(&file))?;
        }
    }
    Ok(())
}

/// How the main piece is made small: what everybody fetches first is worth a second look, which lays out each function's
/// control flow anew. Rust's linker puts the stack at the bottom of the memory, so that no value stands in its first
/// kilobyte and offsets may be folded into loads and stores.
const MAIN_PASSES: [&str; 6] = ["--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];

/// Makes every piece small: the main one, and beside it, as that takes as long, all others.
fn optimize(workspace: &Workspace, folder: &Path, features: &[&str]) -> Result<(), String> {
    let main = main_piece(folder);
    let (large, small): (Vec<_>, Vec<_>) =
        entries(folder)?.into_iter().filter(|file| is_module(file)).partition(|file| *file == main);
    let all_of = |modules: Vec<PathBuf>, passes: &[&str]| {
        modules.iter().try_for_each(|module| {
            let mut command = workspace.command("wasm-opt");
            shell::run_quietly(command.args(features).args(passes).arg(module).arg("-o").arg(module))
        })
    };
    thread::scope(|scope| {
        let large = scope.spawn(|| all_of(large, &MAIN_PASSES));
        all_of(small, &["-Oz"])?;
        large.join().unwrap_or_else(|_| Err("the thread of `wasm-opt` has stopped".to_owned()))
    })
}

/// Where `wasm-bindgen` leaves it.
fn main_piece(folder: &Path) -> PathBuf {
    folder.join(format!("{NAME}_bg.wasm"))
}

fn is_module(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "wasm")
}

/// The files of a folder, in order.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let listing = fs::read_dir(folder).map_err(failed(folder))?;
    let mut files: Vec<_> = listing.flatten().map(|entry| entry.path()).collect();
    files.sort();
    Ok(files)
}
