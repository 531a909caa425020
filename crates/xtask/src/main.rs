//! Every command that sets up, builds, tests and measures the project. The README names the two that a newcomer needs.

mod bench;
mod browser;
mod catalog;
mod instructions;
mod node_tests;
mod others;
mod page;
mod release;
mod shell;
mod structure;
mod test;
mod tools;
mod trust;

use std::env;
use std::process::ExitCode;

use shell::Workspace;

const USAGE: &str = "usage: cargo xtask <command>

  serve [--port <number>] [--release]   sets up what is missing, builds the page and serves it; rebuilds it on changes
  build                                 leaves the page in dist/, to be put into any folder of any static host
  single [<lesson>]                     leaves the page as one file in target/single/, which opens by a double click, and
                                        begins with a lesson
  scorm [<lesson> | <track> | all]      leaves lessons as a SCORM 1.2 package in target/scorm/
  release                               leaves page, single file, npm package, checksums and bills of materials in
                                        target/release-files/
  package                               leaves the npm package in target/npm/
  structure                             checks what knows what: crates of others, our crates, modules;
                                        and that every element of the page is built by calls
  test [--heavy]                        sets up what is missing and runs every check; --heavy adds the long ones
  trust [--hours <number>] [--from <round>]
                                        looks for faults in random worlds and damaged inputs, round by round, and counts
  reproducible                          builds the page in two folders and compares
  pictures                              renders web/pictures/ from the drawing of the icon and from the page in dist/
  bench [--json] [--target <native|wasm>] [--users <number>]
                                        measures generated tenants of 1,000 to 1M users
  bench --rivals [--users <number>]     measures the engine in wasm in turns with two rivals in JavaScript
  bench --count                         counts the instructions of the engine in wasm and keeps the counts, against which
                                        `test` holds its own
  catalog [--append | --write <file>]   checks the catalog's lists, extends or packs them";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<(), String> {
    let Some((command, rest)) = args.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    let workspace = Workspace::find()?;
    match command.as_str() {
        "serve" => page::serve::run(&workspace, rest),
        "build" => page::run(&workspace, rest),
        "single" => release::single(&workspace, rest),
        "scorm" => release::scorm(&workspace, rest),
        "release" => release::run(&workspace, rest),
        "package" => release::package::run(&workspace, rest),
        "test" => test::run(&workspace, rest),
        "bench" if rest == ["--count"] => instructions::keep(&workspace),
        "bench" => bench::run(&workspace, rest),
        "catalog" => catalog::run(rest),
        "trust" => trust::run(&workspace, rest),
        "reproducible" => release::reproducible::run(&workspace, rest),
        "pictures" => page::pictures(&workspace, rest),
        "structure" => test::structure(&workspace, rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("`{other}` is no command; `cargo xtask help` lists them")),
    }
}
