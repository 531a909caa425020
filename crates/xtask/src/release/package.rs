//! The npm package in `target/npm/`.

use std::fs;

use crate::others;
use crate::page::{self, SIZES};
use crate::shell::{self, Workspace, failed, timed};
use crate::tools::{self, WASM};

/// Where it is left, from the workspace's root.
const FOLDER: &str = "target/npm";

/// Makes a script of the module.
const EMBED: &str = include_str!("embed.mjs");

/// What is taken as it is: where it lies, and its name in the package.
const FILES: &[(&str, &str)] = &[
    ("crates/licensing-js/npm/README.md", "README.md"),
    ("crates/licensing-js/npm/browser.js", "browser.js"),
    ("crates/licensing-js/npm/licensing-lab.d.ts", "licensing-lab.d.ts"),
    ("crates/licensing-js/npm/node.js", "node.js"),
    ("docs/formats.md", "formats.md"),
    ("docs/scripting.md", "scripting.md"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// Runs `cargo xtask package`.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    if let Some(unknown) = args.first() {
        return Err(format!("`{unknown}` is no option of `cargo xtask package`"));
    }
    tools::ensure_for_wasm(workspace)?;
    package(workspace)
}

/// Builds the package for release and says how large it is.
pub(crate) fn package(workspace: &Workspace) -> Result<(), String> {
    timed("compile the package's module", || {
        let mut command = workspace.command("cargo");
        command.args(["build", "--quiet", "--release", "--package", "licensing-js", "--target", WASM]);
        page::without_own_paths(workspace, &mut command);
        shell::run(&mut command)
    })?;
    timed(&format!("write the package to {FOLDER}"), || write(workspace))?;
    shell::run(workspace.command("node").args(["--input-type=module", "--eval", SIZES, FOLDER]))
}

fn write(workspace: &Workspace) -> Result<(), String> {
    let folder = workspace.root.join(FOLDER);
    // What an earlier version of the package had would be published with this one.
    if folder.is_dir() {
        fs::remove_dir_all(&folder).map_err(failed(&folder))?;
    }
    fs::create_dir_all(&folder).map_err(failed(&folder))?;
    let plain = format!("target/{WASM}/release/licensing-js.wasm");
    // Both entries hand the module over, so the script must name no file: a bundler would look for it.
    let bind = ["--target", "web", "--omit-default-module-path", "--no-typescript", "--out-name", "licensing-lab"];
    shell::run(workspace.command("wasm-bindgen").args(bind).args(["--out-dir", FOLDER, &plain]))?;
    let module = folder.join("licensing-lab_bg.wasm");
    shell::run(workspace.command("wasm-opt").arg("-Oz").arg(&module).arg("-o").arg(&module))?;
    let embed = ["--input-type=module", "--eval", EMBED];
    shell::run(workspace.command("node").args(embed).arg(&module).arg(folder.join("embedded.js")))?;
    for (from, to) in FILES {
        let from = workspace.root.join(from);
        fs::copy(&from, folder.join(to)).map_err(failed(&from))?;
    }
    let notices = folder.join("third-party.txt");
    fs::write(&notices, others::notices(workspace, "licensing-js")?).map_err(failed(&notices))?;
    let manifest = workspace.root.join("crates/licensing-js/npm/package.json");
    let text = fs::read_to_string(&manifest).map_err(failed(&manifest))?;
    // One number for everything; this program has the workspace's.
    let text = text.replace("the workspace's", env!("CARGO_PKG_VERSION"));
    fs::write(folder.join("package.json"), text).map_err(failed(&manifest))
}
