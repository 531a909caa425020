//! What the operating system tells.

use std::sync::OnceLock;
use std::time::Instant;
use std::{env, fs, process};

use crate::measure::Machine;

/// The platform's name in the output.
pub(crate) const NAME: &str = "native";

/// Clock and memory.
pub(crate) const MACHINE: Machine = Machine { now, bytes };

/// The first argument; 10,000 without one.
pub(crate) fn users() -> Option<u32> {
    Some(env::args().nth(1).and_then(|users| users.parse().ok()).unwrap_or(10_000))
}

/// Writes a line.
pub(crate) fn print(line: &str) {
    println!("{line}");
}

/// Ends with an error.
pub(crate) fn fail(message: &str) {
    eprintln!("error: {message}");
    process::exit(1);
}

fn now() -> u64 {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_nanos() as u64
}

/// The process at its largest, where the system tells it as Linux does; 0 elsewhere.
fn bytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or_default() * 1024
}
