//! What a release consists of: the page, the page as one file, the npm package, checksums, and what is in it all.

pub(crate) mod package;
pub(crate) mod reproducible;

use std::fs;
use std::path::Path;

use crate::shell::{self, Workspace, failed, timed};
use crate::{others, page, tools};

/// Where the single file is left, from the workspace's root.
pub(crate) const SINGLE: &str = "target/single/licensing-lab.html";

/// Where the files of a release are left.
const FOLDER: &str = "target/release-files";

/// Writes the built page as one file.
const SINGLE_SCRIPT: &str = include_str!("single.mjs");

/// Writes checksums of all files of a folder, and what changed with this version.
const FINISH: &str = include_str!("finish.mjs");

/// Runs `cargo xtask single`.
pub(crate) fn single(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let lesson = match args {
        [] => None,
        [lesson] if workspace.root.join(format!("lessons/{lesson}.json")).is_file() => Some(lesson),
        [unknown, ..] => return Err(format!("`{unknown}` is no lesson; lessons/order.txt names them")),
    };
    tools::ensure_for_build(workspace)?;
    page::build(workspace)?;
    match lesson {
        None => write_single(workspace),
        Some(lesson) => write_single_of(workspace, &format!("target/single/{lesson}.html"), lesson),
    }
}

/// Writes the page that is in `dist/` as one file that opens by a double click.
pub(crate) fn write_single(workspace: &Workspace) -> Result<(), String> {
    write_single_of(workspace, SINGLE, "")
}

/// The same, to a file, beginning with a lesson if one is named.
fn write_single_of(workspace: &Workspace, file: &str, lesson: &str) -> Result<(), String> {
    make_folder(&workspace.root.join("target/single"))?;
    let script = ["--input-type=module", "--eval", SINGLE_SCRIPT, "dist", file, lesson];
    shell::run(workspace.command("node").args(script))
}

/// Runs `cargo xtask scorm`: a lesson, a track or all of them as a package for a learning platform.
pub(crate) fn scorm(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let wanted = match args {
        [] => "all",
        [wanted] => wanted,
        [_, unknown, ..] => return Err(format!("`{unknown}` is no option of `cargo xtask scorm`")),
    };
    tools::ensure_for_build(workspace)?;
    page::build(workspace)?;
    let package = format!("target/scorm/licensing-lab-{wanted}.zip");
    shell::run(workspace.command("node").args(["crates/xtask/src/release/scorm/pack.mjs", "dist", &package, wanted]))
}

/// Runs `cargo xtask release`.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    if let Some(unknown) = args.first() {
        return Err(format!("`{unknown}` is no option of `cargo xtask release`"));
    }
    tools::ensure_for_build(workspace)?;
    page::build(workspace)?;
    write_single(workspace)?;
    package::package(workspace)?;
    timed(&format!("write the release to {FOLDER}"), || {
        let folder = workspace.root.join(FOLDER);
        // What an earlier version had would be published with this one.
        if folder.is_dir() {
            fs::remove_dir_all(&folder).map_err(failed(&folder))?;
        }
        make_folder(&folder)?;
        let version = env!("CARGO_PKG_VERSION");
        let archive = format!("{FOLDER}/licensing-lab-{version}-page.tar.gz");
        shell::run(workspace.command("tar").args([
            "--create",
            "--gzip",
            "--file",
            &archive,
            "--directory",
            "dist",
            ".",
        ]))?;
        let file = folder.join(format!("licensing-lab-{version}.html"));
        fs::copy(workspace.root.join(SINGLE), &file).map_err(failed(&file))?;
        shell::run_quietly(workspace.command("npm").args(["pack", "./target/npm", "--pack-destination", FOLDER]))?;
        for package in ["licensing-lab", "licensing-js"] {
            let file = folder.join(format!("{package}-{version}.cdx.json"));
            fs::write(&file, others::bill_of_materials(workspace, package)?).map_err(failed(&file))?;
        }
        let script = ["--input-type=module", "--eval", FINISH, FOLDER, version];
        shell::run(workspace.command("node").args(script))
    })
}

fn make_folder(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(failed(folder))
}
