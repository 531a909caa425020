//! The texts that the page loads when another language than English is chosen.

use std::fs;
use std::path::Path;

// As the build script of `licensing-wording` reads them.
#[path = "../../licensing-wording/build/texts.rs"]
mod texts;

/// Writes the texts of each language that is not in the program, packed, as `<language>.txt` into `folder`.
pub(crate) fn write(root: &Path, folder: &Path) -> Result<(), String> {
    let languages = texts::read(&root.join("crates/licensing-wording/texts"))?;
    for (language, texts) in texts::LANGUAGES.iter().zip(&languages).skip(1) {
        let path = folder.join(format!("{language}.txt"));
        fs::write(&path, texts::pack(texts)).map_err(|error| format!("`{}`: {error}", path.display()))?;
    }
    Ok(())
}
