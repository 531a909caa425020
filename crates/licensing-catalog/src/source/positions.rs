//! `positions.csv`: the place of every product and plan, append-only (R16), and the digests that keep it so.
//!
//! Links and saved tenants hold positions. A line that has shipped never changes: `positions.lock.csv` holds, for every
//! edition, how many lines there were and the digest of them, and each of those still has to be true.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::lists::{Line, Lists, PositionRow};

pub(crate) const PRODUCT: &str = "product";
pub(crate) const PLAN: &str = "plan";

/// The rows of one kind, in their order.
pub(crate) fn of_kind<'a>(lists: &'a Lists, kind: &'a str) -> impl Iterator<Item = &'a Line<PositionRow>> {
    lists.positions.iter().filter(move |line| line.kind == kind)
}

/// From GUID to position, for one kind.
pub(crate) fn index<'a>(lists: &'a Lists, kind: &'a str) -> HashMap<&'a str, usize> {
    of_kind(lists, kind).map(|line| (line.guid.as_str(), line.position)).collect()
}

/// Those of `known`, as GUIDs and names, that have no position yet.
fn missing<'a>(lists: &Lists, kind: &str, mut known: Vec<(&'a str, &'a str)>) -> Vec<(&'a str, &'a str)> {
    let index = index(lists, kind);
    known.retain(|(guid, _)| !index.contains_key(guid));
    known
}

/// What is wrong with the positions.
pub(crate) fn problems(lists: &Lists) -> Vec<String> {
    let mut problems = changed(lists);
    let recorded = lists.lock.last().map_or(0, |line| line.lines);
    let written = lists.position_lines.len();
    if recorded < written {
        problems.push(format!("positions.lock.csv: covers {recorded} of {written} lines; run `--append`"));
    }
    for kind in [PRODUCT, PLAN] {
        let mut guids = HashSet::new();
        for (at, line) in of_kind(lists, kind).enumerate() {
            let PositionRow { position, guid, name, .. } = &line.row;
            if *position != at {
                problems.push(format!("positions.csv, line {}: {name} has {position}, next is {at}", line.number));
            }
            if !guids.insert(guid) {
                problems.push(format!("positions.csv, line {}: {name} has a position already", line.number));
            }
        }
    }
    for line in lists.positions.iter().filter(|line| line.kind != PRODUCT && line.kind != PLAN) {
        problems.push(format!("positions.csv, line {}: `{}` is no kind", line.number, line.kind));
    }
    for (kind, known) in [(PRODUCT, lists.known_products()), (PLAN, lists.known_plans())] {
        for (guid, name) in missing(lists, kind, known) {
            problems.push(format!("positions.csv: {kind} {name} ({guid}) has no position; run `--append`"));
        }
    }
    problems
}

/// Which digests no longer hold.
fn changed(lists: &Lists) -> Vec<String> {
    let mut problems = Vec::new();
    let mut before = 0;
    for line in &lists.lock {
        let recorded = &line.row;
        match lists.position_lines.get(..recorded.lines) {
            None => problems.push(format!("positions.csv: fewer than the {} lines that shipped", recorded.lines)),
            Some(prefix) if digest(prefix) != recorded.digest => problems.push(format!(
                "positions.csv: one of the first {} lines has changed; lines that shipped never do",
                recorded.lines
            )),
            Some(_) => {}
        }
        if recorded.lines <= before {
            problems.push(format!("positions.lock.csv, line {}: covers no more than the line above", line.number));
        }
        before = recorded.lines;
    }
    problems
}

/// FNV-1a of 64 bits over the lines. It guards against slips, not against malice.
fn digest(lines: &[String]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for line in lines {
        for byte in line.bytes().chain([b'\n']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

/// What [`append`] added.
pub(crate) struct Added {
    pub(crate) products: Vec<String>,
    pub(crate) plans: Vec<String>,
}

/// Gives every product and plan without a position the next one, and records the digest of the longer file.
/// Refused when a line that shipped has changed.
pub(crate) fn append(data: &Path) -> Result<Added, String> {
    let lists = Lists::read(data)?;
    let changed = changed(&lists);
    if !changed.is_empty() {
        return Err(changed.join("\n"));
    }
    let products = missing(&lists, PRODUCT, lists.known_products());
    let plans = missing(&lists, PLAN, lists.known_plans());
    let mut lines = lists.position_lines.clone();
    for (kind, missing) in [(PRODUCT, &products), (PLAN, &plans)] {
        let first = of_kind(&lists, kind).count();
        for (at, (guid, name)) in missing.iter().enumerate() {
            lines.push(csv_line(&[kind, &(first + at).to_string(), guid, name])?);
        }
    }
    let recorded = lists.lock.last().map_or(0, |line| line.lines);
    if lines.len() > recorded {
        write(data, "positions.csv", "kind,position,guid,name", &lines)?;
        let mut lock: Vec<_> = lists.lock.iter().map(|line| format!("{},{}", line.lines, line.digest)).collect();
        lock.push(format!("{},{}", lines.len(), digest(&lines)));
        write(data, "positions.lock.csv", "lines,digest", &lock)?;
    }
    let names = |added: &[(&str, &str)]| added.iter().map(|(_, name)| name.to_string()).collect();
    Ok(Added { products: names(&products), plans: names(&plans) })
}

fn csv_line(fields: &[&str]) -> Result<String, String> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(fields).map_err(|error| error.to_string())?;
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map(|line| line.trim_end().to_string()).map_err(|error| error.to_string())
}

fn write(data: &Path, file: &str, header: &str, lines: &[String]) -> Result<(), String> {
    std::fs::write(data.join(file), format!("{header}\n{}\n", lines.join("\n")))
        .map_err(|error| format!("{file}: {error}"))
}
