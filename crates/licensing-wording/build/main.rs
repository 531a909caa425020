//! Compiles the texts: checks that every language says the same things, makes a constant or a function of each text,
//! and packs each language into lines that the crate reads.
//!
//! A text that one language lacks, or that names other arguments there, fails the build.

use std::path::{Path, PathBuf};

mod generate;
// `cargo xtask` reads with the same code and writes the file that the page loads.
mod texts;

fn main() -> Result<(), String> {
    for input in ["build", "texts"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let out = PathBuf::from(std::env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?);
    let [english, dutch] = texts::read(Path::new("texts"))?;
    for (name, content) in
        [("en.txt", texts::pack(&english)), ("nl.txt", texts::pack(&dutch)), ("texts.rs", generate::code(&english))]
    {
        std::fs::write(out.join(name), content).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
