//! How long the engine takes with generated tenants, natively and in wasm, and whether both come to the same result.

use std::fs;
use std::path::PathBuf;

use crate::page;
use crate::shell::{self, Workspace, failed, timed};
use crate::tools::{self, WASM};

/// The sizes that are measured unless `--users` names one.
const USERS: [u32; 5] = [1_000, 10_000, 20_000, 100_000, 1_000_000];

/// What the measurements are held against; a machine may be slow, so nothing fails by them.
const MOST_MILLISECONDS: f64 = 800.0;
const MOST_BYTES: f64 = 256.0 * MIB;
const MOST_GROWTH: f64 = 3.5;
/// One command is taken back within this, by the number of users.
const MOST_UNDO: [(u32, f64); 2] = [(1_000, 20.0), (100_000, 200.0)];
/// A wide change is previewed within this, by the number of users.
const MOST_PREVIEW: [(u32, f64); 3] = [(1_000, 10.0), (20_000, 100.0), (100_000, 400.0)];
/// The repairs of one error of 1,000 users, and of all errors of a group.
const MOST_REPAIR: [(&str, f64); 2] = [("repair", 100.0), ("mend", 500.0)];
/// What is asked is answered within this: an explanation, users by their plan, events by their target, the whole tenant as
/// text; by the number of users.
const MOST_ASKED: [(&str, u32, f64); 4] =
    [("explain", 1_000_000, 2.0), ("plans", 100_000, 100.0), ("events", 100_000, 50.0), ("scenario", 100_000, 500.0)];
/// One user's edit, and a template change on a tenth of the users.
const MOST_CHANGED: [(&str, f64); 2] = [("edit", 0.002), ("template", 20.0)];
const MIB: f64 = 1024.0 * 1024.0;

/// Where the engine runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Native,
    Wasm,
}

struct Options {
    json: bool,
    rivals: bool,
    targets: Vec<Target>,
    users: Vec<u32>,
}

/// A line of `licensing-bench`.
struct Row {
    bench: String,
    target: String,
    users: f64,
    ms: f64,
    bytes: f64,
    digest: String,
}

/// Runs `cargo xtask bench`.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let options = parse(args)?;
    if options.rivals {
        return rivals(workspace, &options.users);
    }
    let mut rows = Vec::new();
    if !options.json {
        println!("{:<8} {:<7} {:>9} {:>12} {:>12} {:>9}", "bench", "target", "users", "ms", "ns a user", "MiB");
    }
    for target in &options.targets {
        let program = target.build(workspace)?;
        for users in &options.users {
            for line in target.measure(workspace, &program, *users)?.lines() {
                let row = Row::read(line).ok_or_else(|| format!("`{line}` is no measurement"))?;
                if options.json {
                    println!("{line}");
                } else {
                    row.print();
                }
                rows.push(row);
            }
        }
    }
    if !options.json {
        compare_with_bars(&rows);
    }
    check_digests(&rows)
}

fn parse(args: &[String]) -> Result<Options, String> {
    let mut options =
        Options { json: false, rivals: false, targets: vec![Target::Native, Target::Wasm], users: USERS.to_vec() };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match (arg.as_str(), args.as_slice().first().map(String::as_str)) {
            ("--json", _) => {
                options.json = true;
                continue;
            }
            ("--rivals", _) => {
                options.rivals = true;
                continue;
            }
            ("--target", Some("native")) => options.targets = vec![Target::Native],
            ("--target", Some("wasm")) => options.targets = vec![Target::Wasm],
            ("--target", _) => return Err("`--target` is `native` or `wasm`".to_owned()),
            ("--users", Some(users)) => {
                options.users = vec![users.parse().map_err(|_| format!("`{users}` is no number of users"))?];
            }
            ("--users", None) => return Err("`--users` needs a number".to_owned()),
            (other, _) => return Err(format!("`{other}` is no option of `cargo xtask bench`")),
        }
        args.next();
    }
    Ok(options)
}

impl Target {
    /// Builds the measuring program and answers where it is.
    fn build(self, workspace: &Workspace) -> Result<PathBuf, String> {
        let target = workspace.root.join("target");
        match self {
            Target::Native => {
                let build = ["build", "--quiet", "--profile", "bench", "--package", "licensing-bench"];
                timed("build the native benchmark", || shell::run(workspace.command("cargo").args(build)))?;
                Ok(target.join("release/licensing-bench"))
            }
            Target::Wasm => {
                tools::ensure_for_wasm(workspace)?;
                timed("build the wasm benchmark", || build_wasm(workspace))?;
                Ok(target.join("bench/licensing-bench.js"))
            }
        }
    }

    /// One size in a process of its own, so that its memory is its own.
    fn measure(self, workspace: &Workspace, program: &PathBuf, users: u32) -> Result<String, String> {
        match self {
            Target::Native => shell::output(workspace.command(&program.to_string_lossy()).arg(users.to_string())),
            Target::Wasm => {
                let script = format!("globalThis.licensingBenchUsers = {users}; require(process.argv[1])");
                shell::output(workspace.command("node").args(["--eval", &script]).arg(program))
            }
        }
    }
}

/// Builds the measuring program in wasm and answers where its script is, with the module beside it.
pub(crate) fn wasm_program(workspace: &Workspace) -> Result<PathBuf, String> {
    Target::Wasm.build(workspace)
}

/// What the measuring program wrote: each measurement with its time.
pub(crate) fn measured(output: &str) -> Option<Vec<(String, f64)>> {
    output.lines().map(|line| Row::read(line).map(|row| (row.bench, row.ms))).collect()
}

/// The engine in wasm and two rivals in JavaScript, in turns in one process for each size.
fn rivals(workspace: &Workspace, sizes: &[u32]) -> Result<(), String> {
    let program = Target::Wasm.build(workspace)?;
    let race = workspace.root.join("crates/licensing-bench/rivals/run.mjs");
    for users in sizes {
        // Objects of a million users need more than Node gives itself.
        let node = ["--max-old-space-size=12000".as_ref(), race.as_os_str(), program.as_os_str()];
        print!("{}", shell::output(workspace.command("node").args(node).arg(users.to_string()))?);
    }
    Ok(())
}

/// Builds the module exactly as that of the page is built.
fn build_wasm(workspace: &Workspace) -> Result<(), String> {
    let (plain, folder) = (format!("target/{WASM}/release/licensing-bench.wasm"), workspace.root.join("target/bench"));
    fs::create_dir_all(&folder).map_err(failed(&folder))?;
    let module = folder.join("licensing-bench_bg.wasm");
    let build = ["build", "--quiet", "--release", "--package", "licensing-bench", "--target", WASM];
    let mut command = workspace.command("cargo");
    page::without_own_paths(workspace, &mut command);
    shell::run(command.args(build))?;
    let bind = ["--target", "nodejs", "--no-typescript", "--out-dir", "target/bench", &plain];
    shell::run(workspace.command("wasm-bindgen").args(bind))?;
    shell::run(workspace.command("wasm-opt").arg("-Oz").arg(&module).arg("-o").arg(&module))
}

impl Row {
    fn read(line: &str) -> Option<Row> {
        let number = |name| field(line, name)?.parse().ok();
        Some(Row {
            bench: field(line, "bench")?.to_owned(),
            target: field(line, "target")?.to_owned(),
            users: number("users")?,
            ms: number("ms")?,
            bytes: number("bytes")?,
            digest: field(line, "digest")?.to_owned(),
        })
    }

    fn print(&self) {
        let Row { bench, target, users, ms, bytes, .. } = self;
        let (each, mib) = (ms * 1e6 / users, bytes / MIB);
        // A single user's edit, or one explanation, is not shared by all users.
        let each = if bench == "edit" || bench == "explain" { String::new() } else { format!("{each:.0}") };
        println!("{bench:<8} {target:<7} {users:>9} {ms:>12.4} {each:>12} {mib:>9.1}");
    }

    fn is(&self, bench: &str, target: &str, users: u32) -> bool {
        self.bench == bench && self.target == target && self.users == f64::from(users)
    }
}

/// The value of a field of a flat JSON object, without quotes.
fn field<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(&format!("\"{name}\":"))?;
    Some(rest.split([',', '}']).next()?.trim_matches('"'))
}

fn compare_with_bars(rows: &[Row]) {
    println!();
    let [smallest, small, _, _, large] = USERS;
    for (users, most) in MOST_UNDO {
        if let Some(undo) = rows.iter().find(|row| row.is("undo", "wasm", users)) {
            bar(&format!("undo with {users} users in wasm, ms"), undo.ms, most);
        }
    }
    for (users, most) in MOST_PREVIEW {
        if let Some(preview) = rows.iter().find(|row| row.is("preview", "wasm", users)) {
            bar(&format!("preview with {users} users in wasm, ms"), preview.ms, most);
        }
    }
    for (bench, most) in MOST_REPAIR {
        if let Some(repair) = rows.iter().find(|row| row.is(bench, "wasm", smallest)) {
            bar(&format!("{bench} with {smallest} users in wasm, ms"), repair.ms, most);
        }
    }
    for (bench, users, most) in MOST_ASKED {
        if let Some(asked) = rows.iter().find(|row| row.is(bench, "wasm", users)) {
            bar(&format!("{bench} with {users} users in wasm, ms"), asked.ms, most);
        }
    }
    for (bench, most) in MOST_CHANGED {
        if let Some(changed) = rows.iter().find(|row| row.is(bench, "wasm", large)) {
            bar(&format!("{bench} with {large} users in wasm, ms"), changed.ms, most);
        }
    }
    let settled = |users| rows.iter().find(|row| row.is("settle", "wasm", users));
    let Some(many) = settled(large) else { return };
    bar("a million users settle in wasm, ms", many.ms, MOST_MILLISECONDS);
    bar("a million users in wasm, MiB", many.bytes / MIB, MOST_BYTES / MIB);
    if let Some(few) = settled(small) {
        bar("time a user, a million against 10k", many.ms / many.users / (few.ms / few.users), MOST_GROWTH);
    }
}

fn bar(what: &str, is: f64, most: f64) {
    let word = if is <= most { "within" } else { "ABOVE" };
    println!("{what:<36} {is:>9.3} {word} {most}");
}

/// I6: the same commands give the same tenant everywhere. A fast wrong engine must not win.
fn check_digests(rows: &[Row]) -> Result<(), String> {
    for (at, row) in rows.iter().enumerate() {
        let same = |other: &&Row| other.bench == row.bench && other.users == row.users;
        if let Some(other) = rows.iter().take(at).find(same).filter(|other| other.digest != row.digest) {
            let Row { bench, users, .. } = row;
            return Err(format!("`{bench}` with {users} users differs between {} and {}", other.target, row.target));
        }
    }
    Ok(())
}
