//! Looking for faults as long as one likes: random worlds compared with the reference, invariants, damaged links, files and
//! stored texts, random requests. Each round has worlds and inputs of its own; what was tried is counted.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::shell::{self, Seconds, Workspace, failed, timed};

/// Where the programs are put: what is edited meanwhile changes nothing.
const FOLDER: &str = "target/trust";

/// Operations that are compared in a round.
const OPERATIONS: u64 = 600_000;
/// Worlds of one round, for each invariant.
const WORLDS: u64 = 120;
/// Requests of one round, for each of the two kinds.
const REQUESTS: u64 = 20_000;
/// Changed bundles of one round, as `tests/hostile.rs` of `licensing-import` has it.
const BUNDLES: u64 = 20_000;

/// The tests that use a crate from outside.
const OUTSIDE: &[&str] = &["--test", "all"];

/// A test that tries as much of something as it is told.
struct Part {
    name: &'static str,
    package: &'static str,
    /// Its target, as Cargo is told of it.
    target: &'static [&'static str],
    /// Which tests of the target.
    tests: &'static [&'static str],
    /// What it is told, for a round.
    settings: fn(u64) -> Vec<(&'static str, u64)>,
    /// What a round of it tries.
    tries: &'static [(&'static str, u64)],
}

const PARTS: [Part; 5] = [
    Part {
        name: "differential",
        package: "licensing-conformance",
        target: OUTSIDE,
        tests: &["--exact", "differential::the_engine_agrees_with_the_reference"],
        // A seed is a world of 300 operations, of either cast.
        settings: |round| {
            vec![("LAB_DIFFERENTIAL_STEPS", OPERATIONS), ("LAB_DIFFERENTIAL_SEED", round * (OPERATIONS / 600))]
        },
        tries: &[("operations, each compared with the reference model, with the memory on and off", OPERATIONS)],
    },
    Part {
        name: "invariants",
        package: "licensing-conformance",
        target: OUTSIDE,
        tests: &["invariants::", "--skip", "the_worlds_are_eventful"],
        settings: |round| vec![("LAB_INVARIANT_WORLDS", WORLDS), ("LAB_INVARIANT_SEED", round * WORLDS)],
        // Five invariants, on the engine and on the reference model.
        tries: &[("worlds of 250 operations, in each of which an invariant held", WORLDS * 10)],
    },
    Part {
        name: "hostile",
        package: "licensing-scenario",
        target: &["--lib"],
        tests: &["hostile::", "--skip", "hostile::documents"],
        settings: |round| vec![("LAB_HOSTILE_ROUND", round)],
        // As `hostile/mod.rs` of `licensing-scenario` has it.
        tries: &[
            ("damaged links", 80_000),
            ("damaged documents under a checksum that fits, opened and driven", 120_000),
            ("damaged files in the text form", 60_000),
            ("damaged stored records and snapshots", 740_000),
        ],
    },
    Part {
        name: "import",
        package: "licensing-import",
        target: OUTSIDE,
        tests: &["--exact", "hostile::mutated_bundles_give_a_tenant_or_an_error"],
        settings: |round| vec![("LAB_IMPORT_SEED", round * BUNDLES)],
        tries: &[("damaged files of exported tenants", BUNDLES)],
    },
    Part {
        name: "Graph",
        package: "licensing-graph",
        target: OUTSIDE,
        tests: &["random::"],
        // Its seeds are drawn anew each time; one that fails is printed.
        settings: |_| vec![("LAB_REQUESTS", REQUESTS)],
        tries: &[("random requests and filters of Graph", REQUESTS * 2)],
    },
];

/// What is asked for.
struct Wanted {
    time: Duration,
    from: u64,
    /// The only part that is to run; all of them if none is named.
    only: Option<&'static str>,
}

/// Runs `cargo xtask trust`.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let wanted = wanted(args)?;
    let parts: Vec<&Part> = PARTS.iter().filter(|part| wanted.only.is_none_or(|only| only == part.name)).collect();
    let programs = timed("compile what tries", || programs(workspace, &parts))?;
    let start = Instant::now();
    let mut done = vec![0; parts.len()];
    let mut round = wanted.from;
    let failed = loop {
        let turn = parts.iter().zip(&programs).zip(&mut done).find_map(|((part, program), done)| {
            if let Err(message) = try_once(part, program, round) {
                return Some(message);
            }
            *done += 1;
            None
        });
        if turn.is_some() {
            break turn;
        }
        round += 1;
        println!("== {} rounds done after {}", round - wanted.from, Seconds(start.elapsed()));
        if start.elapsed() >= wanted.time {
            break None;
        }
    };
    let mut report = String::new();
    for (part, done) in parts.iter().zip(&done) {
        for (what, amount) in part.tries {
            report.push_str(&format!("{:>14}  {what}\n", grouped(amount * done)));
        }
    }
    let took = Seconds(start.elapsed());
    println!("{report}from round {} on, {took}; the next round is --from {round}", wanted.from);
    failed.map_or(Ok(()), Err)
}

fn wanted(args: &[String]) -> Result<Wanted, String> {
    const MOST_HOURS: f64 = 10_000.0;
    let mut wanted = Wanted { time: Duration::ZERO, from: 0, only: None };
    let mut args = args.iter();
    while let Some(option) = args.next() {
        let value = args.next().map(String::as_str).unwrap_or_default();
        let wrong = || format!("`{option} {value}` is no option of `cargo xtask trust`");
        match option.as_str() {
            "--hours" => {
                let hours: f64 = value.parse().map_err(|_| wrong())?;
                if !(0.0..=MOST_HOURS).contains(&hours) {
                    return Err(wrong());
                }
                wanted.time = Duration::from_secs_f64(hours * 3_600.0);
            }
            "--from" => wanted.from = value.parse::<u32>().map_err(|_| wrong())?.into(),
            "--only" => wanted.only = Some(PARTS.iter().find(|part| part.name == value).ok_or_else(wrong)?.name),
            _ => return Err(wrong()),
        }
    }
    Ok(wanted)
}

/// Compiles the programs of these parts and puts them aside.
fn programs(workspace: &Workspace, parts: &[&Part]) -> Result<Vec<PathBuf>, String> {
    let folder = workspace.root.join(FOLDER);
    fs::create_dir_all(&folder).map_err(failed(&folder))?;
    let put_aside = |part: &&Part| {
        let mut command = workspace.command("cargo");
        command.args(["test", "--no-run", "--message-format=json", "--package", part.package]).args(part.target);
        let messages = shell::output(&mut command)?;
        let program = executable(&messages).ok_or_else(|| format!("Cargo names no program of `{}`", part.name))?;
        let own = folder.join(part.name);
        fs::copy(program, &own).map_err(failed(&own))?;
        Ok(own)
    };
    parts.iter().map(put_aside).collect()
}

/// The program that the messages of Cargo name last.
fn executable(messages: &str) -> Option<&Path> {
    let (_, rest) = messages.rsplit_once("\"executable\":\"")?;
    Some(Path::new(rest.split('"').next()?))
}

fn try_once(part: &Part, program: &Path, round: u64) -> Result<(), String> {
    let mut command = Command::new(program);
    command.args(part.tests).args(["--test-threads=1", "--quiet"]);
    for (name, value) in (part.settings)(round) {
        command.env(name, value.to_string());
    }
    shell::run_quietly(&mut command).map_err(|error| format!("{} fails in round {round}: {error}", part.name))
}

/// A number as people read it.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_read() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let read = |text| wanted(&words(text)).map(|wanted| (wanted.time.as_secs(), wanted.from, wanted.only));
        assert_eq!(read("--hours 1.5 --from 7"), Ok((5_400, 7, None)));
        assert_eq!(read("--only hostile"), Ok((0, 0, Some("hostile"))));
        for wrong in ["--hours", "--hours -1", "--hours NaN", "--hours 1e9", "--from x", "--only luck", "--days 1"] {
            assert!(wanted(&words(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_last_program_is_taken() {
        let messages = "{\"executable\":null}\n{\"executable\":\"/a/b\",\"x\":1}\n{\"reason\":\"build-finished\"}";
        assert_eq!(executable(messages), Some(Path::new("/a/b")));
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
