//! Has the linker keep what `cargo xtask` needs to take the page's module to pieces.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // The module's relocations say which function needs which other and which texts.
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
