//! What of others is linked into our crates: their licenses, where they come from, and what is known to be wrong with them.

use crate::shell::{self, Workspace};

/// Reads Cargo's own account of it.
const BILL: &str = include_str!("bill.mjs");

/// The licenses of all that is linked into `package`, as they ask for.
pub(crate) fn notices(workspace: &Workspace, package: &str) -> Result<String, String> {
    bill(workspace, "notices", package)
}

/// A bill of materials of `package`, as CycloneDX.
pub(crate) fn bill_of_materials(workspace: &Workspace, package: &str) -> Result<String, String> {
    bill(workspace, "sbom", package)
}

/// Checks the licenses and origins of what is linked into the page, and that it is there once.
pub(crate) fn check(workspace: &Workspace) -> Result<(), String> {
    shell::say(&bill(workspace, "check", "licensing-lab")?);
    Ok(())
}

/// Looks for known faults of the crates that are locked, in the list that is kept in the repository.
pub(crate) fn advisories(workspace: &Workspace) -> Result<(), String> {
    shell::run(workspace.command("node").args(["crates/xtask/src/others/advisories.mjs", "check"]))
}

fn bill(workspace: &Workspace, what: &str, package: &str) -> Result<String, String> {
    shell::output(workspace.command("node").args(["--input-type=module", "--eval", BILL, what, package]))
}
