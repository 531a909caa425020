//! From the lists in `data/` to the catalog: the only code that reads them.
//!
//! [`Lists`] are the files as they are, [`positions`] gives every product and plan its place, [`check`] says what is
//! wrong with them, [`flags`] says which row counts under which rule set, [`assemble`] makes the catalog.

mod assemble;
mod check;
mod flags;
mod lists;
pub(crate) mod positions;

use std::path::Path;

use licensing_model::Catalog;

pub(crate) use check::problems;
pub(crate) use lists::Lists;

/// The parts that ship.
pub(crate) struct Catalogs {
    /// What a first visit begins with.
    pub(crate) opening: Catalog,
    /// What the page carries.
    pub(crate) starter: Catalog,
    /// Everything.
    pub(crate) full: Catalog,
}

/// Reads, checks and assembles the lists in the folder `data`.
pub(crate) fn read(data: &Path) -> Result<Catalogs, String> {
    let lists = Lists::read(data)?;
    let problems = problems(&lists);
    if !problems.is_empty() {
        return Err(format!("the lists do not hold together:\n{}", problems.join("\n")));
    }
    assemble(&lists)
}

/// Assembles lists that [`problems`] found sound.
pub(crate) fn assemble(lists: &Lists) -> Result<Catalogs, String> {
    let full = assemble::full(lists)?;
    let starter = assemble::starter(lists, &full);
    let opening = assemble::opening(&starter);
    Ok(Catalogs { opening, starter, full })
}
