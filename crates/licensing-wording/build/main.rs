//! Compiles the texts: checks that every language says the same things, makes a constant or a function of each text,
//! and packs each language into lines that the crate reads.
//!
//! A text that one language lacks, or that names other arguments there, fails the build.

use std::path::{Path, PathBuf};

mod generate;
// `cargo xtask` reads with the same code and writes the file that the page loads.
mod texts;

/// The files whose texts the page begins with. All others it fetches before it shows anything but its first screen.
const FIRST: [&str; 8] = ["actions", "common", "frame", "headings", "overview", "processing", "products", "states"];

fn main() -> Result<(), String> {
    for input in ["build", "texts"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let out = PathBuf::from(std::env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?);
    let [english, dutch] = texts::read(Path::new("texts"))?;
    for (name, content) in [
        ("first.txt", texts::pack(&english, |text| FIRST.contains(&text.file.as_str()))),
        ("en.txt", texts::pack(&english, |_| true)),
        ("nl.txt", texts::pack(&dutch, |_| true)),
        ("texts.rs", generate::code(&english)),
    ] {
        std::fs::write(out.join(name), content).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
