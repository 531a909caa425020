//! What knows what: crates of others, our own crates, modules; and what the page is written with.

mod circles;
mod dependencies;
mod layers;
mod markup;
mod programs;

use crate::others;
use crate::shell::Workspace;

/// Its name, and whether it holds.
type Check = (&'static str, fn(&Workspace) -> Result<(), String>);

/// All of them; none takes longer than some seconds.
pub(crate) const CHECKS: [Check; 7] = [
    ("dependencies", dependencies::check),
    ("licenses", others::check),
    ("advisories", others::advisories),
    ("layers", layers::check),
    ("circles", |workspace| circles::check(&workspace.root)),
    ("programs", |workspace| programs::check(&workspace.root)),
    ("markup", |workspace| markup::check(&workspace.root)),
];
