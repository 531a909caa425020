//! Everything that is checked before a change is good: what `.ci/run` calls.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use crate::browser::Browser;
use crate::node_tests::{self, Unsteady};
use crate::release::{self, package};
use crate::shell::{self, Seconds, Workspace, timed};
use crate::structure::CHECKS;
use crate::tools::{self, WASM};
use crate::{catalog, instructions, page};

/// What became of one part.
struct Part {
    name: &'static str,
    took: Duration,
    result: Result<(), String>,
}

/// The parts that have run so far.
#[derive(Default)]
struct Report {
    parts: Mutex<Vec<Part>>,
    unsteady: Mutex<Unsteady>,
}

/// Runs `cargo xtask test`.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let heavy = match args {
        [] => false,
        [flag] if flag == "--heavy" => true,
        _ => return Err("`cargo xtask test` takes no option but `--heavy`".to_owned()),
    };
    let start = Instant::now();
    if !heavy {
        shell::give_up_after(Duration::from_secs(75 * 60));
    }
    // What is missing is said before the minutes that it takes to find out otherwise.
    tools::ensure_for_wasm(workspace)?;
    let browser = Browser::ensure(workspace)?;

    // The page is compiled for minutes by one thread, and what is tested in a browser waits more than it works: beside
    // it there is room for all the rest.
    let report = Report::default();
    thread::scope(|scope| {
        scope.spawn(|| {
            report.of_the_page(workspace, &browser, heavy);
            shell::let_the_other_write();
        });
        report.of_the_rest(workspace, &browser, heavy);
        shell::let_the_other_write();
    });
    report.finish(start.elapsed())
}

/// Runs `cargo xtask structure`.
pub(crate) fn structure(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    if let Some(unknown) = args.first() {
        return Err(format!("`{unknown}` is no option of `cargo xtask structure`"));
    }
    let start = Instant::now();
    let report = Report::default();
    report.structure(workspace);
    report.finish(start.elapsed())
}

impl Report {
    fn of_the_page(&self, workspace: &Workspace, browser: &Browser, heavy: bool) {
        let is_built = self.part("tools of the page", || tools::ensure_for_build(workspace))
            && self.part("page", || page::build(workspace));
        if is_built {
            self.part("single file", || release::write_single(workspace));
            self.node_part("tests of the page", || node_tests::page(workspace, browser, heavy));
            if heavy {
                self.part("page in Firefox", || node_tests::page_in_firefox(workspace, browser));
            }
        }
    }

    fn of_the_rest(&self, workspace: &Workspace, browser: &Browser, heavy: bool) {
        self.part("format", || shell::run(workspace.command("cargo").args(["fmt", "--all", "--check"])));
        self.structure(workspace);
        self.part("clippy", || clippy(workspace, &["--all-targets"]));
        self.part("tests", || rust_tests(workspace, heavy));
        self.node_part("publication", || node_tests::publication(workspace));
        self.part("catalog", || catalog::run(&[]));
        // For release, and when the page is built: what runs while it is compiled, as macros do, is compiled already.
        self.part("clippy for wasm", || {
            let packages = ["--package", "licensing-lab", "--package", "licensing-js"];
            clippy(workspace, &[&packages[..], &["--release", "--target", WASM]].concat())
        });
        self.part("tests in wasm", || wasm_tests(workspace, browser));
        self.part("instructions", || instructions::check(workspace));
        if self.part("package", || package::package(workspace)) {
            self.node_part("tests of the package", || node_tests::package(workspace, browser));
        }
    }

    /// What knows what.
    fn structure(&self, workspace: &Workspace) {
        for (name, check) in CHECKS {
            self.part(name, || check(workspace));
        }
    }

    /// Runs one part; a part that fails keeps no other from running. What it writes is shown when it is over, since
    /// another may be running beside it.
    fn part(&self, name: &'static str, work: impl FnOnce() -> Result<(), String>) -> bool {
        eprintln!("== {name} …");
        let start = Instant::now();
        let (result, mut written) = shell::held(|| timed(name, work));
        if let Err(message) = &result {
            written.push_str(&format!("error: {message}\n"));
        }
        let passed = result.is_ok();
        // A thread that has panicked has nothing half done here.
        let mut parts = self.parts.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        // A closed terminal is no reason to stop.
        let _ = io::stdout().write_all(written.as_bytes());
        parts.push(Part { name, took: start.elapsed(), result });
        passed
    }

    /// Runs a part of tests under Node.
    fn node_part(&self, name: &'static str, work: impl FnOnce() -> Result<Unsteady, String>) -> bool {
        self.part(name, || {
            let unsteady = work()?;
            self.unsteady.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).extend(unsteady);
            Ok(())
        })
    }

    fn finish(self, took: Duration) -> Result<(), String> {
        let parts = self.parts.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
        println!();
        for Part { name, took, result } in &parts {
            let word = if result.is_ok() { "ok" } else { "FAILED" };
            println!("{name:<20} {word:<8} {}", Seconds(*took));
        }
        println!("{:<20} {:<8} {}", "all", "", Seconds(took));
        for file in self.unsteady.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner()) {
            println!("to be mended: {file} failed beside others and passed alone");
        }
        let failed: Vec<&str> = parts.iter().filter(|part| part.result.is_err()).map(|part| part.name).collect();
        if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
    }
}

fn clippy(workspace: &Workspace, what: &[&str]) -> Result<(), String> {
    shell::run(workspace.command("cargo").args(["clippy", "--quiet"]).args(what).args(["--", "--deny", "warnings"]))
}

/// What makes random tests take minutes.
const HEAVY: [(&str, &str); 6] = [
    ("LAB_DIFFERENTIAL_STEPS", "10000000"),
    ("LAB_INVARIANT_WORLDS", "6000"),
    ("LAB_FORESIGHT_CASES", "100000"),
    ("LAB_SCHEDULES", "1000000"),
    ("LAB_HOSTILE_ROUND", "0"),
    ("LAB_IMPORT_USERS", "100000"),
];

/// The tests of every crate but the page's, with those in the documentation.
fn rust_tests(workspace: &Workspace, heavy: bool) -> Result<(), String> {
    let mut command = workspace.command("cargo");
    command.args(["test", "--quiet", "--no-fail-fast"]);
    if heavy {
        command.envs(HEAVY).args(["--", "--include-ignored"]);
    }
    shell::run(&mut command)
}

/// The tests that are written for the browser, inside headless Chromium: of what is shipped, and most of it is compiled for
/// the page already.
fn wasm_tests(workspace: &Workspace, browser: &Browser) -> Result<(), String> {
    let mut folders = shell::entries(&workspace.root.join("crates"));
    folders.push(workspace.root.join("web"));
    for folder in folders.iter().filter(|folder| contains(&folder.join("Cargo.toml"), "wasm-bindgen-test")) {
        let mut command = workspace.command("cargo");
        page::without_own_paths(workspace, &mut command);
        command
            .args(["test", "--no-fail-fast", "--release", "--target", WASM, "--manifest-path"])
            .arg(folder.join("Cargo.toml"))
            .args(wasm_test_targets(folder))
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("WASM_BINDGEN_USE_BROWSER", "1")
            .env("CHROMEDRIVER", &browser.driver);
        shell::run(&mut command)?;
    }
    Ok(())
}

/// How Cargo is told of a package's targets with tests for the browser; the other tests would find no files there.
fn wasm_test_targets(package: &Path) -> Vec<String> {
    let has_tests = |file: &PathBuf| contains(file, "wasm_bindgen_test");
    let files = shell::entries(&package.join("tests")).into_iter().filter(has_tests);
    let names = files.filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned()));
    let mut targets: Vec<String> = names.flat_map(|name| ["--test".to_owned(), name]).collect();
    if shell::files_below(&package.join("src")).iter().any(has_tests) {
        let is_library = package.join("src/lib.rs").is_file();
        targets.push(if is_library { "--lib" } else { "--bins" }.to_owned());
    }
    targets
}

fn contains(file: &Path, text: &str) -> bool {
    fs::read_to_string(file).is_ok_and(|content| content.contains(text))
}
