//! Packs the lists of `data/` into the three files that the crate carries.

use std::path::Path;

// The same code serves the build, the tests and `cargo xtask catalog`, which has to work when the build does not: a
// newer list has no positions yet. Each of them uses a part of it.
#[path = "src/encode.rs"]
mod encode;
#[path = "src/source/mod.rs"]
#[expect(dead_code, reason = "appending positions is for `cargo xtask catalog`")]
mod source;
#[path = "src/wire.rs"]
mod wire;

fn main() -> Result<(), String> {
    for input in ["build.rs", "data", "src/encode.rs", "src/source", "src/wire.rs"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let data = Path::new("data");
    let out = std::env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    let catalogs = source::read(data)?;
    for (name, catalog) in
        [("opening.bin", &catalogs.opening), ("starter.bin", &catalogs.starter), ("full.bin", &catalogs.full)]
    {
        let path = Path::new(&out).join(name);
        std::fs::write(&path, encode::encode(catalog)?).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
