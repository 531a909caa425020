//! placeholder
use crate::shell::Workspace;
pub(crate) fn run(_workspace: &Workspace, _args: &[String]) -> Result<(), String> { Ok(()) }
