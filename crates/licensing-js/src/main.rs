//! The npm package's module. It has no work of its own when it starts.

#[cfg(target_arch = "wasm32")]
mod class;

fn main() {}
