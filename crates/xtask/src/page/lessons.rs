//! The lessons as the page loads them: all of them in one file, and their words in one file a language.

use std::fs;
use std::path::Path;

use crate::shell::failed;

// As `licensing-lesson` reads them.
#[path = "../../../licensing-lesson/src/pack.rs"]
#[allow(unreachable_pub, reason = "there it is public")]
mod pack;

/// Where the lessons are, and where their words in each language.
const KINDS: [(&str, &str); 3] = [("", "lessons.txt"), ("en", "lessons.en.txt"), ("nl", "lessons.nl.txt")];

/// Writes the packed lessons into `folder`.
pub(crate) fn write(root: &Path, folder: &Path) -> Result<(), String> {
    let lessons = root.join("lessons");
    let read = |path: &Path| fs::read_to_string(path).map_err(failed(path));
    let order = read(&lessons.join("order.txt"))?;
    for (kind, name) in KINDS {
        let file = |id: &str| Ok((id.to_owned(), read(&lessons.join(kind).join(format!("{id}.json")))?));
        let files = order.lines().map(file).collect::<Result<Vec<_>, String>>()?;
        let path = folder.join(name);
        fs::write(&path, pack::pack(&files)).map_err(failed(&path))?;
    }
    Ok(())
}
