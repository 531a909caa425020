//! The texts that the page loads: another language when it is chosen, and of English what its first screen does without.

use std::fs;
use std::path::Path;

use crate::shell::failed;

// As the build script of `licensing-wording` reads them.
#[path = "../../../licensing-wording/build/texts.rs"]
pub(crate) mod texts;

/// Writes the texts of each language, packed, as `<language>.txt` into `folder`.
pub(crate) fn write(root: &Path, folder: &Path) -> Result<(), String> {
    let languages = texts::read(&root.join("crates/licensing-wording/texts"))?;
    for (language, texts) in texts::LANGUAGES.iter().zip(&languages) {
        let path = folder.join(format!("{language}.txt"));
        fs::write(&path, texts::pack(texts, |_| true)).map_err(failed(&path))?;
    }
    Ok(())
}
