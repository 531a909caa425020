//! The page as static files in `dist/`.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::address;
use crate::browser::Browser;
use crate::catalog;
use crate::first;
use crate::offline;
use crate::others;
use crate::pieces;
use crate::reports;
use crate::shell::{self, Seconds, Workspace, timed};
use crate::{lessons, tools, wording};

/// Set for Trunk by `cargo xtask serve`: the address that it serves on.
pub(crate) const ADDRESS: &str = "LICENSING_LAB_ADDRESS";

/// Set for Trunk by `cargo xtask serve`: when it was started, in seconds of Unix time.
pub(crate) const STARTED: &str = "LICENSING_LAB_STARTED";

/// Set for Trunk: the profile that Cargo compiles the page with, which Trunk keeps to itself.
pub(crate) const PROFILE: &str = "LICENSING_LAB_PROFILE";

/// Prints the size of every file of a folder, as it is and as a host sends it, and of a page what its first load takes.
pub(crate) const SIZES: &str = include_str!("sizes.mjs");

/// Runs `cargo xtask build`.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    if let Some(unknown) = args.first() {
        return Err(format!("`{unknown}` is no option of `cargo xtask build`"));
    }
    tools::ensure_for_build(workspace)?;
    page(workspace)
}

/// Builds the page for release and says how large it is.
pub(crate) fn page(workspace: &Workspace) -> Result<(), String> {
    timed("build the page", || shell::run(trunk(workspace, "release").args(["build", "--release"])))?;
    // Two builds at the same time share Trunk's folder of unfinished files; one of them is left with nothing.
    if !workspace.root.join("dist/index.html").is_file() {
        return Err("`dist/` is empty: another build was running; try again".to_owned());
    }
    shell::run(workspace.command("node").args(["--input-type=module", "--eval", SIZES, "dist"]))
}

/// Runs `cargo xtask pictures`.
pub(crate) fn pictures(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    if let Some(unknown) = args.first() {
        return Err(format!("`{unknown}` is no option of `cargo xtask pictures`"));
    }
    let browser = Browser::ensure(workspace)?;
    let mut command = workspace.command("node");
    command.args(["crates/xtask/src/pictures.mjs", "dist", "web/pictures"]).env("CHROMIUM", &browser.chromium);
    shell::run(&mut command)
}

/// Trunk, with our own tools before all others. What compiles with another profile must be told it too.
pub(crate) fn trunk(workspace: &Workspace, profile: &str) -> Command {
    let mut trunk = workspace.command("trunk");
    trunk.env(PROFILE, profile);
    without_own_paths(workspace, &mut trunk);
    // It takes the value of this variable for a word that must be `true` or `false`.
    trunk.env_remove("NO_COLOR");
    trunk
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

/// What Trunk calls before each build: makes the files that the page loads later.
pub(crate) fn before_page(workspace: &Workspace) -> Result<(), String> {
    let folder = |name: &str| {
        let folder = workspace.root.join("target").join(name);
        fs::create_dir_all(&folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
        Ok::<_, String>(folder)
    };
    let notices = folder("notices")?.join("third-party.txt");
    fs::write(&notices, others::notices(workspace, "licensing-lab")?)
        .map_err(|error| format!("`{}`: {error}", notices.display()))?;
    catalog::write_full(&folder("catalog")?.join("full.bin"))?;
    wording::write(&workspace.root, &folder("wording")?)?;
    lessons::write(&workspace.root, &folder("lessons")?)
}

/// What Trunk calls after each build: puts the pieces of the module in, and says where the page can be seen.
pub(crate) fn after_page(workspace: &Workspace) -> Result<(), String> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("Trunk calls this after a build")?;
    // Trunk without `cargo xtask` compiles with Cargo's own profiles.
    let profile = env::var(PROFILE).or_else(|_| env::var("TRUNK_PROFILE").map(|name| name.replace("debug", "dev")));
    let profile = profile.map_err(|_| "Trunk says no profile")?;
    pieces::put_into(workspace, &staging, &profile)?;
    first::put_into(&workspace.root, &staging)?;
    address::put_into(&staging)?;
    reports::put_into(workspace, &staging)?;
    offline::put_into(workspace, &staging, &profile)?;
    let (Ok(address), Ok(started)) = (env::var(ADDRESS), env::var(STARTED)) else { return Ok(()) };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let took = now.saturating_sub(Duration::from_secs(started.parse().unwrap_or_default()));
    println!("== the page is at {address} ({} after the start)", Seconds(took));
    Ok(())
}
