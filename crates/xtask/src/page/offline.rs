//! The page for when there is no network: what release it is, and the worker that keeps its files.

use std::path::Path;

use crate::shell::{self, Workspace};

const SCRIPT: &str = include_str!("offline.mjs");

/// Puts the release into the finished page in `staging`, and the worker beside it if the page was compiled for release;
/// nothing of it may change afterwards.
pub(crate) fn put_into(workspace: &Workspace, staging: &Path, profile: &str) -> Result<(), String> {
    let mut command = workspace.command("node");
    shell::run(command.args(["--input-type=module", "--eval", SCRIPT]).arg(staging).args(["web/worker.js", profile]))
}
