//! The tools that the page's build needs: how each is recognized and how it is installed.
//!
//! They go into the workspace's own `target/tools`, so that no other project on the machine notices. A tool of the
//! right version that is on `PATH` already is taken as it is.

use std::env::consts::EXE_EXTENSION;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;

use crate::shell::{self, Workspace, failed, timed};

/// The only target of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The oldest Node that the browser tests run under: the first whose files of tests end with their last test.
const NODE: (u32, u32) = (20, 14);

/// A tool that `cargo install` builds.
struct CargoTool {
    package: &'static str,
    /// The lock file of the workspace rests on these very versions.
    version: &'static str,
    /// What must be there.
    programs: &'static [&'static str],
    /// What they are compiled with beside the least.
    features: &'static [&'static str],
    /// Whether the programs say their version. If not, only one that was installed here is known.
    says_version: bool,
}

const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version: "0.2.129",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    features: &[],
    says_version: true,
};

/// Its counterpart inside the page is `wasm_split_helpers`.
const WASM_SPLIT: CargoTool = CargoTool {
    package: "wasm_split_cli_support",
    version: "0.2.4",
    programs: &["wasm-split-cli"],
    features: &["build-binary"],
    says_version: false,
};

/// Everything that a wasm module needs, and Node to run it.
pub(crate) fn ensure_for_wasm(workspace: &Workspace) -> Result<(), String> {
    ensure_wasm_target(workspace)?;
    ensure_node_packages(workspace)?;
    ensure_cargo_tool(workspace, &WASM_BINDGEN)
}

/// Everything that a build of the page needs.
pub(crate) fn ensure_for_build(workspace: &Workspace) -> Result<(), String> {
    ensure_for_wasm(workspace)?;
    ensure_cargo_tool(workspace, &WASM_SPLIT)
}

/// The standard library for wasm.
fn ensure_wasm_target(workspace: &Workspace) -> Result<(), String> {
    let library = shell::output(workspace.command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    if workspace.locate("rustup").is_none() {
        return Err(format!("install the standard library for `{WASM}` from where your Rust comes from"));
    }
    timed("install the wasm target", || shell::run(workspace.command("rustup").args(["target", "add", WASM])))
}

/// `wasm-opt`, and what tests need under Node and in the browser, in the versions that `package-lock.json` names.
fn ensure_node_packages(workspace: &Workspace) -> Result<(), String> {
    let found = shell::version_of(workspace, "node").unwrap_or_default();
    let mut numbers = found.trim_start_matches('v').split('.').map_while(|number| number.parse::<u32>().ok());
    let version = numbers.next().zip(numbers.next());
    if version.is_none_or(|version| version < NODE) {
        return Err(format!("install Node {}.{} or later with npm; found `{found}`", NODE.0, NODE.1));
    }
    let lock = read(&workspace.root.join("package-lock.json"))?;
    // A copy of the lock file inside the folder that npm replaces says what was installed there.
    let installed = workspace.root.join("node_modules/installed.json");
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    timed("install the Node packages", || {
        shell::run(workspace.command("npm").args(["ci", "--no-audit", "--no-fund"]))?;
        fs::write(&installed, lock).map_err(failed(&installed))
    })
}

fn ensure_cargo_tool(workspace: &Workspace, tool: &CargoTool) -> Result<(), String> {
    if is_there(workspace, tool) {
        return Ok(());
    }
    timed(&format!("install {} {} (takes minutes)", tool.package, tool.version), || {
        let mut install = workspace.command("cargo");
        install
            .args(["install", "--locked", "--force", tool.package, "--version", tool.version])
            // With their own features some speak TLS, which they use for downloads only and compile for a minute.
            .args(["--no-default-features", "--features", &tool.features.join(",")])
            .arg("--root")
            .arg(workspace.tools())
            // What the tools share is compiled once.
            .env("CARGO_TARGET_DIR", workspace.tools().join("build"))
            // Optimized, they would save a second a run and cost minutes here.
            .envs([
                ("CARGO_PROFILE_RELEASE_LTO", "off"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
                ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
                // A tenth of what is compiled is the way out of a panic, which ends the program anyway.
                ("CARGO_PROFILE_RELEASE_PANIC", "abort"),
            ]);
        if !io::stderr().is_terminal() {
            install.arg("--quiet");
        }
        shell::run(&mut install)
    })
}

fn is_there(workspace: &Workspace, tool: &CargoTool) -> bool {
    let says_version = |program: &&str| {
        shell::version_of(workspace, program).is_some_and(|said| said.split(' ').any(|word| word == tool.version))
    };
    if tool.says_version {
        return tool.programs.iter().all(says_version);
    }
    // Cargo notes beside its programs what it installed.
    let notes = fs::read_to_string(workspace.tools().join(".crates.toml")).unwrap_or_default();
    let note = format!("\"{} {} ", tool.package, tool.version);
    let program = |program: &&str| workspace.tools().join("bin").join(program).with_extension(EXE_EXTENSION).is_file();
    notes.lines().any(|line| line.starts_with(&note)) && tool.programs.iter().all(program)
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(failed(file))
}
