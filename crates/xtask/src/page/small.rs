//! Scripts and style sheets without what only their readers need.

use std::path::Path;

use crate::shell::{self, Workspace};

/// Makes a script or a style sheet small where it is.
pub(crate) fn minify(workspace: &Workspace, file: &Path) -> Result<(), String> {
    let mut command = workspace.command("esbuild");
    command.args(["--minify", "--log-level=error", "--charset=utf8", "--allow-overwrite"]).arg(file);
    shell::run_quietly(command.arg(format!("--outfile={}", file.display())))
}
