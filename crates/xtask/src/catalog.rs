//! `cargo xtask catalog`: checks the lists of `licensing-catalog`, and gives newcomers their positions.
//!
//! It shares the reading code with that crate's build script, not the crate: a newer list has products without a
//! position, the crate does not build with it, and this command has to run all the same.

use std::path::{Path, PathBuf};

use licensing_model::Catalog;

#[path = "../../licensing-catalog/src/encode.rs"]
mod encode;
#[path = "../../licensing-catalog/src/source/mod.rs"]
mod source;
#[path = "../../licensing-catalog/src/wire.rs"]
mod wire;

use source::positions::{self, Added};

const USAGE: &str = "usage: cargo xtask catalog [--append | --write <file>]
  (nothing)       check every list and print what the catalog adds up to
  --append        give products and plans without a position the next ones
  --write <file>  write the full catalog, packed, as the page loads it";

const NEWER_LIST: &str = "when Microsoft publishes a newer list
  1. bring products.csv up to date, and with it any row of the other lists that it contradicts
  2. cargo xtask catalog --append    gives newcomers a position and records the digest of positions.csv
  3. edition.csv: raise revision by one, set list_date; change the counts only if the rules were meant to change
  4. starter.csv: plan_count of every product whose plans changed
  5. cargo xtask catalog             until it finds nothing
  6. cargo test -p licensing-catalog
  7. commit data/ as one change: positions that have shipped can never be taken back";

/// Runs the command with what follows `catalog` on its line.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        [] => check(),
        ["--append"] => append(),
        ["--write", file] => write_full(Path::new(file)),
        _ => Err(USAGE.to_string()),
    }
}

/// Writes the full catalog, packed: the bytes of `licensing_catalog::FULL`.
pub(crate) fn write_full(path: &Path) -> Result<(), String> {
    let bytes = encode::encode(&source::read(&data())?.full)?;
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../licensing-catalog/data")
}

fn check() -> Result<(), String> {
    let lists = source::Lists::read(&data())?;
    let problems = source::problems(&lists);
    if !problems.is_empty() {
        for problem in &problems {
            println!("{problem}");
        }
        return Err(format!("{} found in the lists", counted(problems.len(), "problem")));
    }
    let source::Catalogs { opening, starter, full } = source::assemble(&lists)?;
    println!("revision {} of {}\n", full.revision, full.list_date);
    let counts = (opening.loaded_products().count(), opening.loaded_plans().count());
    println!("a first visit begins with {} and {}\n", counted(counts.0, "product"), counted(counts.1, "plan"));
    summary(&starter, &full)?;
    println!("\n{NEWER_LIST}");
    Ok(())
}

fn summary(starter: &Catalog, full: &Catalog) -> Result<(), String> {
    let products = |catalog: &Catalog| catalog.loaded_products().count();
    let plans = |catalog: &Catalog| catalog.loaded_plans().count();
    let offered = |catalog: &Catalog| catalog.loaded_products().filter(|(_, it)| it.offered.rules_2019).count();
    let suites = |catalog: &Catalog| catalog.loaded_products().filter(|(_, it)| it.plans_2019.is_some()).count();
    let company = |catalog: &Catalog| catalog.loaded_plans().filter(|(_, it)| it.company_wide).count();
    println!("{:<38}{:>9}{:>9}", "", "starter", "full");
    for (what, small, large) in [
        ("positions of products", starter.products.len(), full.products.len()),
        ("positions of plans", starter.plans.len(), full.plans.len()),
        ("products", products(starter), products(full)),
        ("  offered in 2019", offered(starter), offered(full)),
        ("  with a plan list of 2019", suites(starter), suites(full)),
        ("plans", plans(starter), plans(full)),
        ("  company-wide", company(starter), company(full)),
        ("bytes, packed", encode::encode(starter)?.len(), encode::encode(full)?.len()),
    ] {
        println!("{what:<38}{small:>9}{large:>9}");
    }

    let prerequisites = &full.prerequisites;
    println!("\n{:<38}{:>9}{:>9}{:>9}", "", "rows", "2019", "today");
    for (what, counts) in [
        ("exclusive pairs", full.pairs.iter().map(|row| row.counts).collect::<Vec<_>>()),
        ("prerequisites", prerequisites.iter().map(|row| row.counts).collect()),
    ] {
        let then = counts.iter().filter(|counts| counts.rules_2019).count();
        let today = counts.iter().filter(|counts| counts.today).count();
        println!("{what:<38}{:>9}{then:>9}{today:>9}", counts.len());
    }
    let buying = prerequisites.iter().filter(|row| !row.enforced).count();
    let bans = full.locations.iter().filter(|row| row.prohibits).count();
    println!("{:<38}{buying:>9}", "  rules about buying, listed only");
    println!("{:<38}{:>9}", "location rows", full.locations.len());
    println!("{:<38}{bans:>9}", "  that prohibit");
    Ok(())
}

fn append() -> Result<(), String> {
    let Added { products, plans } = positions::append(&data())?;
    for (kind, names) in [("product", &products), ("plan", &plans)] {
        println!("{} added", counted(names.len(), kind));
        for name in names {
            println!("  {name}");
        }
    }
    println!("\n{NEWER_LIST}");
    Ok(())
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
