//! Reports of the documentation, as pages beside the page: what About leads to.

use std::path::Path;

use crate::shell::{self, Workspace};

const SCRIPT: &str = include_str!("reports.mjs");

/// What is published with the page.
const REPORTS: [&str; 2] = ["docs/accessibility.md", "docs/trust.md"];

/// Puts them beside the page in `staging`.
pub(crate) fn put_into(workspace: &Workspace, staging: &Path) -> Result<(), String> {
    let mut command = workspace.command("node");
    shell::run(command.args(["--input-type=module", "--eval", SCRIPT]).arg(staging).args(REPORTS))
}
