//! Tests that run under Node, most of them in a browser, and the second try of what failed.
//!
//! A browser that is busy can be slower than a test foresaw, which is a fault of the test, and says nothing about what
//! was changed. What failed beside others is tried once more with nothing beside it. What passes then is named at the
//! end of everything, for somebody to mend; what fails again, and more than a few, is a failure.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::browser::Browser;
use crate::shell::{self, Workspace};

const MINUTE: Duration = Duration::from_secs(60);

/// How many files may be tried a second time: more do not fail by chance.
const MOST_AGAIN: usize = 3;

/// What passed at the second try only: files of tests.
pub(crate) type Unsteady = Vec<String>;

/// A run of Node's own test runner.
struct Run<'a> {
    workspace: &'a Workspace,
    /// Its own among those that run beside it.
    name: &'static str,
    /// Folders and files of tests.
    what: &'a [&'a str],
    /// A file that takes longer hangs, and is named.
    limit: Duration,
    /// How many files run at the same time.
    at_once: usize,
    /// What the tests are told.
    told: Vec<(&'static str, PathBuf)>,
}

impl Run<'_> {
    /// Runs all of it, and once more, one by one, the few files that failed.
    fn run(&self) -> Result<Unsteady, String> {
        let failed = self.workspace.root.join("target/xtask").join(format!("failed-{}", self.name));
        // What an earlier run left says nothing about this one.
        let _ = fs::remove_file(&failed);
        let mut first = self.command(self.at_once);
        first
            .args(["--test-reporter=tap", "--test-reporter-destination=stdout"])
            .args(["--test-reporter=./crates/xtask/src/failed.mjs", "--test-reporter-destination=stderr"])
            .env("FAILED", &failed)
            .args(self.what);
        let Err(message) = shell::run(&mut first) else { return Ok(Vec::new()) };
        let said = fs::read_to_string(&failed).unwrap_or_default();
        // Without its last line nobody knows what else failed.
        let Some(files) = said.strip_suffix("all\n") else { return Err(message) };
        let files: Unsteady = files.lines().map(|file| self.name_of(file)).collect();
        if files.is_empty() || files.len() > MOST_AGAIN {
            return Err(message);
        }
        for file in &files {
            shell::say(&format!("== {file} once more, with nothing beside it\n"));
            shell::run(self.command(1).arg(file))?;
        }
        Ok(files)
    }

    /// A test that fails may leave a browser or a host behind, which would keep its file from ending: it ends with its
    /// last test.
    fn command(&self, at_once: usize) -> Command {
        let mut command = self.workspace.command("node");
        command.args(["--test", "--test-force-exit"]);
        command.arg(format!("--test-timeout={}", self.limit.as_millis()));
        command.arg(format!("--test-concurrency={at_once}"));
        command.envs(self.told.iter().map(|(name, value)| (name, value)));
        command
    }

    fn name_of(&self, file: &str) -> String {
        let root = format!("{}/", self.workspace.root.display());
        file.strip_prefix(&root).unwrap_or(file).to_owned()
    }
}

/// How many files run at once: one more than there are processors, since whoever drives a browser waits for it a third of the
/// time.
fn workers() -> usize {
    thread::available_parallelism().map_or(1, usize::from) + 1
}

/// What is published beside the page.
pub(crate) fn publication(workspace: &Workspace) -> Result<Unsteady, String> {
    let what = &["tests/publication/"];
    Run { workspace, name: "publication", what, limit: 5 * MINUTE, at_once: 1, told: Vec::new() }.run()
}

/// The built page in Chromium, as somebody would use it, and what must work in every browser.
pub(crate) fn page(workspace: &Workspace, browser: &Browser, heavy: bool) -> Result<Unsteady, String> {
    let mut told = vec![
        ("CHROMIUM", browser.chromium.clone()),
        ("CHROMIUM_SHELL", browser.shell.clone()),
        ("FIREFOX", browser.firefox.clone()),
    ];
    if heavy {
        told.push(("LAB_HEAVY", "1".into()));
    }
    let limit = if heavy { 180 * MINUTE } else { 25 * MINUTE };
    let what = &["tests/browser/", "tests/engines/"];
    Run { workspace, name: "page", what, limit, at_once: workers(), told }.run()
}

/// Tests of the page once more, in Firefox.
pub(crate) fn page_in_firefox(workspace: &Workspace, browser: &Browser) -> Result<(), String> {
    let mut command = workspace.command("node");
    command.args(["tests/engines/in-firefox.mjs", &workers().to_string()]).env("FIREFOX", &browser.firefox);
    shell::run(&mut command)
}

/// The built npm package under Node and in Chromium: as a script, and Microsoft's own client, would use it.
pub(crate) fn package(workspace: &Workspace, browser: &Browser) -> Result<Unsteady, String> {
    let told = vec![("CHROMIUM", browser.chromium.clone()), ("CHROMIUM_SHELL", browser.shell.clone())];
    Run { workspace, name: "package", what: &["tests/scripting/"], limit: 10 * MINUTE, at_once: 1, told }.run()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a folder of tests with these files.
    fn tried(name: &'static str, files: &[(&str, &str)]) -> Result<Unsteady, String> {
        let workspace = Workspace::find()?;
        let folder = workspace.root.join("target/xtask/tries").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        for (file, text) in files {
            fs::write(folder.join(file), text).map_err(|error| error.to_string())?;
        }
        let what = [format!("target/xtask/tries/{name}/")];
        let what = what.each_ref().map(String::as_str);
        let run = Run { workspace: &workspace, name, what: &what, limit: MINUTE, at_once: 2, told: Vec::new() };
        shell::held(|| run.run()).0
    }

    const PASSES: &str = "import test from 'node:test'; test('it passes', () => {});";
    const FAILS: &str = "import test from 'node:test'; test('it fails', () => { throw new Error('always'); });";
    /// It fails until it finds that it ran before.
    const FAILS_ONCE: &str = "import test from 'node:test'; import { existsSync, writeFileSync } from 'node:fs';
        const ran = new URL('ran', import.meta.url);
        test('it fails once', () => { if (!existsSync(ran)) { writeFileSync(ran, ''); throw new Error('once'); } });";

    #[test]
    fn what_fails_once_is_named_and_what_fails_again_is_a_failure() {
        assert_eq!(tried("steady", &[("a.test.mjs", PASSES)]), Ok(Vec::new()));
        let unsteady = "target/xtask/tries/unsteady/b.test.mjs".to_owned();
        assert_eq!(tried("unsteady", &[("a.test.mjs", PASSES), ("b.test.mjs", FAILS_ONCE)]), Ok(vec![unsteady]));
        assert!(tried("failing", &[("a.test.mjs", FAILS), ("b.test.mjs", FAILS_ONCE)]).is_err());
        assert!(tried("broken", &[("a.test.mjs", "no program at all")]).is_err());
    }

    #[test]
    fn more_than_a_few_do_not_fail_by_chance() {
        let files = ["a.test.mjs", "b.test.mjs", "c.test.mjs", "d.test.mjs"]
            .map(|name| (name, FAILS_ONCE.replace("'ran'", &format!("'{name}.ran'"))));
        let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
        assert!(tried("many", &files).is_err());
        assert_eq!(tried("few", &files[1..]).map(|files| files.len()), Ok(MOST_AGAIN));
    }
}
