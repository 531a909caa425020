//! Everything that is checked before a change is good: what `.ci/run` calls.

use std::fs;
use std::time::{Duration, Instant};

use crate::browser::Browser;
use crate::shell::{self, Seconds, Workspace, timed};
use crate::tools::{self, WASM};
use crate::{build, catalog, dependencies};

/// What became of one part.
struct Part {
    name: &'static str,
    took: Duration,
    result: Result<(), String>,
}

/// The parts that have run so far.
#[derive(Default)]
struct Report {
    parts: Vec<Part>,
}

/// Runs `cargo xtask test`.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let heavy = match args {
        [] => false,
        [flag] if flag == "--heavy" => true,
        _ => return Err("`cargo xtask test` takes no option but `--heavy`".to_owned()),
    };
    let start = Instant::now();
    // What is missing is said before the minutes that it takes to find out otherwise.
    tools::ensure_for_build(workspace)?;
    let browser = Browser::ensure(workspace)?;

    let mut report = Report::default();
    report.part("format", || shell::run(workspace.command("cargo").args(["fmt", "--all", "--check"])));
    report.part("dependencies", || dependencies::check(workspace));
    report.part("clippy", || clippy(workspace, &["--all-targets"]));
    report.part("clippy for wasm", || clippy(workspace, &["--package", "licensing-lab", "--target", WASM]));
    report.part("tests", || rust_tests(workspace, heavy));
    report.part("catalogue", || catalog::run(&[]));
    let built = report.part("page", || build::page(workspace));
    report.part("tests in wasm", || wasm_tests(workspace, &browser));
    if built {
        report.part("tests of the page", || page_tests(workspace, &browser));
    }
    report.finish(start.elapsed())
}

impl Report {
    /// Runs one part; a part that fails keeps no other from running.
    fn part(&mut self, name: &'static str, work: impl FnOnce() -> Result<(), String>) -> bool {
        let start = Instant::now();
        let result = timed(name, work);
        let passed = result.is_ok();
        if let Err(message) = &result {
            eprintln!("error: {message}");
        }
        self.parts.push(Part { name, took: start.elapsed(), result });
        passed
    }

    fn finish(self, took: Duration) -> Result<(), String> {
        println!();
        for Part { name, took, result } in &self.parts {
            let word = if result.is_ok() { "ok" } else { "FAILED" };
            println!("{name:<20} {word:<8} {}", Seconds(*took));
        }
        println!("{:<20} {:<8} {}", "all", "", Seconds(took));
        let failed: Vec<&str> = self.parts.iter().filter(|part| part.result.is_err()).map(|part| part.name).collect();
        if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
    }
}

fn clippy(workspace: &Workspace, what: &[&str]) -> Result<(), String> {
    shell::run(workspace.command("cargo").args(["clippy", "--quiet"]).args(what).args(["--", "--deny", "warnings"]))
}

/// The tests of every crate but the page's, with those in the documentation; the long ones are marked `#[ignore]`.
fn rust_tests(workspace: &Workspace, heavy: bool) -> Result<(), String> {
    let mut command = workspace.command("cargo");
    command.args(["test", "--quiet", "--no-fail-fast"]);
    if heavy {
        command.args(["--", "--include-ignored"]);
    }
    shell::run(&mut command)
}

/// The tests of the crates that have some for the browser, inside headless Chromium.
fn wasm_tests(workspace: &Workspace, browser: &Browser) -> Result<(), String> {
    let packages = wasm_tested_packages(workspace)?;
    if packages.is_empty() {
        println!("no crate has any");
        return Ok(());
    }
    let mut command = workspace.command("cargo");
    command
        .args(["test", "--quiet", "--no-fail-fast", "--target", WASM, "--tests", "--bins"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("CHROMEDRIVER", &browser.driver);
    for package in &packages {
        command.args(["--package", package]);
    }
    shell::run(&mut command)
}

/// The packages whose manifest asks for `wasm-bindgen-test`.
fn wasm_tested_packages(workspace: &Workspace) -> Result<Vec<String>, String> {
    let crates = workspace.root.join("crates");
    let listed = fs::read_dir(&crates).map_err(|error| format!("`{}`: {error}", crates.display()))?;
    let mut folders: Vec<_> = listed.flatten().map(|entry| entry.path()).collect();
    folders.push(workspace.root.join("web"));
    folders.sort();
    let manifests = folders.iter().filter_map(|folder| fs::read_to_string(folder.join("Cargo.toml")).ok());
    Ok(manifests
        .filter(|manifest| manifest.lines().any(|line| line.starts_with("wasm-bindgen-test")))
        .filter_map(|manifest| Some(manifest.split_once("name = \"")?.1.split_once('"')?.0.to_owned()))
        .collect())
}

/// The built page in Chromium, as somebody would use it.
fn page_tests(workspace: &Workspace, browser: &Browser) -> Result<(), String> {
    shell::run(workspace.command("node").args(["--test", "tests/browser/"]).env("CHROMIUM", &browser.chromium))
}
