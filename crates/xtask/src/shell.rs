//! Running other programs from the workspace's root, and saying what is done and how long it took.

use std::cell::RefCell;
use std::env;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// Where everything is.
pub(crate) struct Workspace {
    /// The folder of the root's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// `PATH` for every program that is started: our own tools come first.
    path: OsString,
}

impl Workspace {
    /// Finds the workspace that this program was built from.
    pub(crate) fn find() -> Result<Workspace, String> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here
            .ancestors()
            .nth(2)
            .filter(|root| root.join("Cargo.toml").is_file())
            .ok_or_else(|| format!("`{}` is no longer inside the workspace", here.display()))?
            .to_path_buf();
        let own = [tools_folder(&root).join("bin"), root.join("node_modules/.bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(own.into_iter().chain(env::split_paths(&inherited)))
            .map_err(|error| format!("PATH cannot be extended: {error}"))?;
        Ok(Workspace { root, path })
    }

    /// Where the tools are installed: with everything else that `cargo clean` takes away.
    pub(crate) fn tools(&self) -> PathBuf {
        tools_folder(&self.root)
    }

    /// A program that will run in the workspace's root and finds the workspace's tools.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.locate(program).unwrap_or_else(|| PathBuf::from(program)));
        command.current_dir(&self.root).env("PATH", &self.path);
        command
    }

    /// The first file named `program` on the extended `PATH`.
    pub(crate) fn locate(&self, program: &str) -> Option<PathBuf> {
        let names = [format!("{program}{}", env::consts::EXE_SUFFIX), format!("{program}.cmd")];
        let names = if cfg!(windows) { &names[..] } else { &names[..1] };
        env::split_paths(&self.path)
            .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
            .find(|file| file.is_file())
    }
}

fn tools_folder(root: &Path) -> PathBuf {
    root.join("target/tools")
}

thread_local! {
    /// What the programs of this thread have written, while it is held back.
    static HELD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Does `work`, and gives back beside its result what it would have written to the terminal: two threads that write at
/// the same time could not be read.
pub(crate) fn held<T>(work: impl FnOnce() -> T) -> (T, String) {
    HELD.set(Some(String::new()));
    let result = work();
    (result, HELD.take().unwrap_or_default())
}

/// When a program is ended that still runs.
static DEADLINE: OnceLock<Instant> = OnceLock::new();

/// Ends what still runs after so long from now: it hangs, and what it wrote so far is worth more than its end.
pub(crate) fn give_up_after(patience: Duration) {
    DEADLINE.get_or_init(|| Instant::now() + patience);
}

/// Whether one of the two threads is done.
static ALONE: AtomicBool = AtomicBool::new(false);

/// Says that this thread writes nothing more: what the other is at is seen at once, also where it never ends.
pub(crate) fn let_the_other_write() {
    ALONE.store(true, Ordering::Relaxed);
}

/// Writes to the terminal, or to what is held back.
pub(crate) fn say(text: &str) {
    HELD.with_borrow_mut(|held| {
        let text = match held {
            Some(held) => {
                held.push_str(text);
                if !ALONE.load(Ordering::Relaxed) {
                    return;
                }
                std::mem::take(held)
            }
            None => text.to_owned(),
        };
        // A closed terminal is no reason to stop.
        let _ = io::stderr().write_all(text.as_bytes());
    });
}

/// Runs a program whose output goes straight to the terminal.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let is_held = HELD.with_borrow(Option::is_some);
    let status = if is_held {
        let piped = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        piped.spawn().and_then(said)
    } else {
        flush();
        command.status()
    };
    let status = status.map_err(|error| match error.kind() {
        io::ErrorKind::TimedOut => format!("`{}`: {error}", shown(command)),
        _ => not_started(command, &error),
    })?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

/// Says what a program writes, until it has ended. What it has started may live on and hold the ends of the pipes: for that
/// nobody waits.
fn said(mut child: Child) -> io::Result<ExitStatus> {
    let (writer, written) = mpsc::channel();
    if let Some(output) = child.stdout.take() {
        pass_on(output, writer.clone());
    }
    if let Some(errors) = child.stderr.take() {
        pass_on(errors, writer.clone());
    }
    drop(writer);
    loop {
        let line = written.recv_timeout(Duration::from_millis(500));
        if DEADLINE.get().is_some_and(|deadline| *deadline < Instant::now()) {
            child.kill()?;
            child.wait()?;
            return Err(io::Error::new(io::ErrorKind::TimedOut, "it still runs, and was ended"));
        }
        match line {
            Ok(line) => say(&String::from_utf8_lossy(&line)),
            Err(RecvTimeoutError::Disconnected) => return child.wait(),
            Err(RecvTimeoutError::Timeout) => {
                if let Some(status) = child.try_wait()? {
                    return Ok(status);
                }
            }
        }
    }
}

/// Reads line by line in a thread of its own.
fn pass_on(stream: impl Read + Send + 'static, writer: Sender<Vec<u8>>) {
    thread::spawn(move || {
        let mut lines = BufReader::new(stream);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            if writer.send(std::mem::take(&mut line)).is_err() {
                break;
            }
        }
    });
}

/// Runs a program whose output is of interest only if it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        return Ok(());
    }
    say(&String::from_utf8_lossy(&output.stdout));
    say(&String::from_utf8_lossy(&output.stderr));
    Err(format!("`{}` failed ({})", shown(command), output.status))
}

/// Runs a program and gives back what it wrote to its standard output.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    flush();
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    if !output.status.success() {
        return Err(format!("`{}` failed ({})", shown(command), output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{}` wrote something that is not text", shown(command)))
}

/// What a program says to `--version`, if it is there at all.
pub(crate) fn version_of(workspace: &Workspace, program: &str) -> Option<String> {
    let output = workspace.command(program).arg("--version").stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Says what begins, does it, says how long it took: like Cargo, beside the output proper.
pub(crate) fn timed<T>(what: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    say(&format!("== {what}\n"));
    let start = Instant::now();
    let result = work();
    let word = if result.is_ok() { "done" } else { "FAILED" };
    flush();
    say(&format!("== {what}: {word} in {}\n", Seconds(start.elapsed())));
    result
}

/// A duration as people read it.
pub(crate) struct Seconds(pub(crate) Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.0.as_millis().div_ceil(100);
        match tenths / 600 {
            0 => write!(f, "{}.{} s", tenths / 10, tenths % 10),
            minutes => write!(f, "{minutes} min {} s", tenths % 600 / 10),
        }
    }
}

fn not_started(command: &Command, error: &io::Error) -> String {
    format!("`{}` cannot be started: {error}", shown(command))
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let mut words = vec![program.to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy().into_owned()));
    words.join(" ")
}

/// Our own lines must stand before those of the program that is started next.
fn flush() {
    // A closed terminal is no reason to stop.
    let _ = io::stdout().flush();
}

/// Says which file could not be read or written.
pub(crate) fn failed(file: &Path) -> impl Fn(io::Error) -> String {
    move |error| format!("`{}`: {error}", file.display())
}

/// What is in a folder, in order; nothing if it is not there.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    entries
}

/// Every file below a folder, in order.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let files = |entry: PathBuf| if entry.is_dir() { files_below(&entry) } else { vec![entry] };
    entries(folder).into_iter().flat_map(files).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::Command;
    use std::time::{Duration, Instant};

    use super::{held, run};

    #[test]
    fn nobody_waits_for_what_a_program_leaves_behind() {
        let start = Instant::now();
        let (result, written) =
            held(|| run(Command::new("sh").args(["-c", "sleep 100 & echo said; echo wrong >&2; exit 3"])));
        assert!(start.elapsed() < Duration::from_secs(60));
        assert_eq!(
            result,
            Err("`sh -c sleep 100 & echo said; echo wrong >&2; exit 3` failed (exit status: 3)".to_owned())
        );
        let mut lines: Vec<&str> = written.lines().collect();
        lines.sort_unstable();
        assert_eq!(lines, ["said", "wrong"]);
    }
}
