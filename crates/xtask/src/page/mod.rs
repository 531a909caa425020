//! The page as static files.

mod address;
mod first;
mod lessons;
mod offline;
mod pieces;
mod reports;
pub(crate) mod serve;
mod site;
mod small;
mod wording;

use std::env;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{self, Command};

use crate::browser::Browser;
use crate::shell::{self, Workspace, failed, timed};
use crate::tools::WASM;
use crate::{catalog, others, tools};

/// The profile of Cargo that the page is published with.
pub(crate) const RELEASE: &str = "release";

/// Where the page is left.
const FOLDER: &str = "dist";

/// Prints the size of every file of a folder, as it is and as a host sends it, and of a page what its first load takes.
pub(crate) const SIZES: &str = include_str!("sizes.mjs");

/// Runs `cargo xtask build`. What `serve.mjs` calls says the profile and the folder.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    tools::ensure_for_build(workspace)?;
    match args[..] {
        [] => build(workspace),
        ["--profile", profile, "--to", folder] => into(workspace, profile, folder),
        [unknown, ..] => Err(format!("`{unknown}` is no option of `cargo xtask build`")),
    }
}

/// Builds the page for release and says how large it is.
pub(crate) fn build(workspace: &Workspace) -> Result<(), String> {
    timed("build the page", || into(workspace, RELEASE, FOLDER))?;
    shell::run(workspace.command("node").args(["--input-type=module", "--eval", SIZES, FOLDER]))
}

/// Builds the page with a profile of Cargo; it takes the place of what is in `folder` when all of it is there.
fn into(workspace: &Workspace, profile: &str, folder: &str) -> Result<(), String> {
    compile(workspace, profile)?;
    // Two builds at the same time do not meet.
    let staging = workspace.root.join(format!("target/staging-{}", process::id()));
    fs::create_dir_all(&staging).map_err(failed(&staging))?;
    let written = write(workspace, profile, &staging).and_then(|()| {
        let to = workspace.root.join(folder);
        if to.is_dir() {
            fs::remove_dir_all(&to).map_err(failed(&to))?;
        }
        fs::rename(&staging, &to).map_err(failed(&to))
    });
    if written.is_err() {
        // It is of no use any more, and what is left of it does no harm.
        let _ = fs::remove_dir_all(&staging);
    }
    written
}

/// Has Cargo compile the page's module.
fn compile(workspace: &Workspace, profile: &str) -> Result<(), String> {
    let mut command = workspace.command("cargo");
    without_own_paths(workspace, &mut command);
    command.args(["build", "--package", "licensing-lab", "--target", WASM, "--profile", profile]);
    if !io::stderr().is_terminal() {
        command.arg("--quiet");
    }
    shell::run(&mut command)
}

/// Writes every file of the page whose module is compiled.
fn write(workspace: &Workspace, profile: &str, staging: &Path) -> Result<(), String> {
    fetched(workspace)?;
    let pieces = pieces::put_into(workspace, staging, profile)?;
    site::put_together(workspace, staging, &pieces)?;
    first::put_into(&workspace.root, staging)?;
    address::put_into(staging)?;
    reports::put_into(workspace, staging)?;
    offline::put_into(workspace, staging, profile)
}

/// Makes the files that the page fetches, beside those that are in the repository.
fn fetched(workspace: &Workspace) -> Result<(), String> {
    let folder = |name: &str| {
        let folder = workspace.root.join("target").join(name);
        fs::create_dir_all(&folder).map_err(failed(&folder))?;
        Ok::<_, String>(folder)
    };
    let notices = folder("notices")?.join("third-party.txt");
    fs::write(&notices, others::notices(workspace, "licensing-lab")?).map_err(failed(&notices))?;
    catalog::write_full(&folder("catalog")?.join("full.bin"))?;
    wording::write(&workspace.root, &folder("wording")?)?;
    lessons::write(&workspace.root, &folder("lessons")?)
}

/// Runs `cargo xtask pictures`.
pub(crate) fn pictures(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    if let Some(unknown) = args.first() {
        return Err(format!("`{unknown}` is no option of `cargo xtask pictures`"));
    }
    let browser = Browser::ensure(workspace)?;
    let mut command = workspace.command("node");
    command.args(["crates/xtask/src/page/pictures.mjs", "dist", "web/pictures"]).env("CHROMIUM", &browser.chromium);
    shell::run(&mut command)
}

/// Has what `command` compiles for wasm say nothing of where it was compiled: neither the folder of Cargo's downloads,
/// and with it the builder's name, nor that of the workspace. So two builds in two folders are the same.
///
/// Everything that is compiled for release is told the same, so that one build does not undo the other.
pub(crate) fn without_own_paths(workspace: &Workspace, command: &mut Command) {
    let home = env::var("CARGO_HOME").or_else(|_| env::var("HOME").map(|home| format!("{home}/.cargo")));
    let flag = |(from, to): (String, &str)| format!("--remap-path-prefix={from}={to}");
    let root = workspace.root.to_string_lossy().into_owned();
    // The last that fits is taken, and Cargo's folder may lie in the workspace.
    let folders = [Some((root, ".")), home.ok().map(|home| (home, "cargo"))];
    // Cargo parts the flags at blanks; a folder with one in its name stays as it is.
    let flags: Vec<String> = folders.into_iter().flatten().map(flag).filter(|flag| !flag.contains(' ')).collect();
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
}
