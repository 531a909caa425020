//! How many instructions the engine executes with a generated tenant, against what is kept of it: a slowdown is seen where
//! it comes in, on any machine and at any load.

use std::fs;

use crate::bench;
use crate::shell::{self, Workspace, failed};

/// What is kept: the compiler in the first line, then a measurement and its millions of instructions a line.
const KEPT: &str = "crates/licensing-bench/instructions.tsv";
const USERS: u32 = 10_000;
/// A count may differ by so much, as a part of the one that is kept.
const MOST: f64 = 0.02;

/// What was counted, and by what it was compiled.
#[derive(PartialEq)]
struct Counts {
    compiler: String,
    /// Each measurement with its millions of instructions.
    millions: Vec<(String, f64)>,
}

/// Counts and compares with what is kept.
pub(crate) fn check(workspace: &Workspace) -> Result<(), String> {
    let path = workspace.root.join(KEPT);
    let kept = fs::read_to_string(&path).map_err(|error| format!("`{KEPT}`: {error}"))?;
    let kept = Counts::read(&kept).ok_or_else(|| format!("`{KEPT}` cannot be read"))?;
    let counted = count(workspace)?;
    for (bench, millions) in &counted.millions {
        shell::say(&format!("{bench:<10} {millions:>12.4} million instructions\n"));
    }
    if kept.compiler != counted.compiler {
        let Counts { compiler, .. } = kept;
        shell::say(&format!("what is kept was compiled by {compiler}: it is not compared\n"));
        return Ok(());
    }
    let differences = differences(&kept, &counted);
    if differences.is_empty() {
        return Ok(());
    }
    Err(format!("{}\n       keep it with `cargo xtask bench --count`", differences.join("\n       ")))
}

/// Counts and keeps it.
pub(crate) fn keep(workspace: &Workspace) -> Result<(), String> {
    let counts = count(workspace)?.written();
    print!("{counts}");
    fs::write(workspace.root.join(KEPT), counts).map_err(|error| format!("`{KEPT}`: {error}"))
}

fn count(workspace: &Workspace) -> Result<Counts, String> {
    let program = bench::wasm_program(workspace)?;
    let module = program.with_file_name("licensing-bench_bg.wasm");
    let folder = workspace.root.join("target/counted");
    fs::create_dir_all(&folder).map_err(failed(&folder))?;
    let counting = folder.join("licensing-bench.js");
    fs::copy(&program, &counting).map_err(failed(&counting))?;
    let mut counter = workspace.command("cargo");
    // What the tests have compiled already is taken for it.
    counter.args(["run", "--quiet", "--profile", "test", "--package", "wasm-counter", "--"]);
    shell::run(counter.arg(&module).arg(folder.join("licensing-bench_bg.wasm")))?;
    let mut node = workspace.command("node");
    let output = shell::output(node.arg("crates/licensing-bench/counted.mjs").arg(&counting).arg(USERS.to_string()))?;
    let millions = bench::measured(&output).ok_or("the benchmark wrote something else")?;
    let compiler = shell::version_of(workspace, "rustc").ok_or("there is no rustc")?;
    Ok(Counts { compiler, millions })
}

impl Counts {
    fn read(text: &str) -> Option<Counts> {
        let mut lines = text.lines();
        let compiler = lines.next()?.to_owned();
        let row = |line: &str| {
            let (bench, millions) = line.split_once('\t')?;
            Some((bench.to_owned(), millions.parse().ok()?))
        };
        Some(Counts { compiler, millions: lines.map(row).collect::<Option<_>>()? })
    }

    fn written(&self) -> String {
        let rows = self.millions.iter().map(|(bench, millions)| format!("{bench}\t{millions:.4}\n"));
        format!("{}\n{}", self.compiler, rows.collect::<String>())
    }
}

/// What differs by too much, and what is there on one side alone; a line each.
fn differences(kept: &Counts, counted: &Counts) -> Vec<String> {
    let of = |counts: &Counts, bench: &str| counts.millions.iter().find(|(name, _)| name == bench).map(|(_, of)| *of);
    let gone = kept.millions.iter().filter(|(bench, _)| of(counted, bench).is_none());
    let gone = gone.map(|(bench, _)| format!("{bench} is kept and was not counted"));
    let differs = counted.millions.iter().filter_map(|(bench, now)| match of(kept, bench) {
        None => Some(format!("{bench} was counted and is not kept")),
        Some(before) => {
            let change = now / before - 1.0;
            let is_far = change.abs() > MOST;
            is_far.then(|| {
                format!(
                    "{bench}: {before:.4} million instructions were kept, {now:.4} counted ({:+.1} %)",
                    change * 100.0
                )
            })
        }
    });
    gone.chain(differs).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::{Counts, differences};

    #[test]
    fn what_is_written_is_read() {
        let text = "rustc 1.0\nsettle\t12.5000\nedit\t0.0125\n";
        assert_eq!(Counts::read(text).unwrap().written(), text);
        assert!(Counts::read("rustc 1.0\nsettle 12").is_none());
    }

    #[test]
    fn two_percent_are_let_through_and_three_are_not() {
        let kept = Counts::read("rustc\nsettle\t100\nedit\t100\nsave\t1\n").unwrap();
        let now = Counts::read("rustc\nsettle\t101.9\nedit\t97\nload\t1\n").unwrap();
        assert_eq!(
            differences(&kept, &now),
            [
                "save is kept and was not counted",
                "edit: 100.0000 million instructions were kept, 97.0000 counted (-3.0 %)",
                "load was counted and is not kept",
            ]
        );
        assert!(differences(&kept, &kept).is_empty());
    }
}
