//! Set-up and commands.
fn main() {}
