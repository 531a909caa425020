//! Tests that would be compiled with no program: each crate's tests from outside are the modules of one, `tests/all.rs`,
//! and a file that it does not name would lie there without ever being run.

use std::fs;
use std::path::Path;

use crate::shell;

/// Names every file and folder of tests that no program has.
pub(crate) fn check(root: &Path) -> Result<(), String> {
    let mut missing = Vec::new();
    for package in shell::entries(&root.join("crates")) {
        let tests = shell::entries(&package.join("tests"));
        let read = |file: &str| fs::read_to_string(package.join(file)).unwrap_or_default();
        let (all, manifest) = (read("tests/all.rs"), read("Cargo.toml"));
        for file in tests.iter().filter(|file| !is_named(file, &all, &manifest)) {
            let file = file.strip_prefix(root).unwrap_or(file).display();
            missing.push(format!("`{file}` is in no program: name it in `tests/all.rs` beside it"));
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(missing.join("\n       ")) }
}

/// Whether a file or folder of `tests` is run, or is no test.
fn is_named(file: &Path, all: &str, manifest: &str) -> bool {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let is_module = file.extension().is_some_and(|extension| extension == "rs") || file.join("mod.rs").is_file();
    let has_line = |text: &str, line: String| text.lines().any(|found| found == line);
    !is_module || has_line(all, format!("mod {name};")) || has_line(manifest, format!("name = \"{name}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_no_program_names_is_found() {
        let (all, manifest) =
            ("mod common;\nmod seed;\n", "[[test]]\nname = \"all\"\n\n[[test]]\nname = \"platform\"\n");
        let is_named = |file: &str| is_named(Path::new(file), all, manifest);
        assert!(["seed.rs", "all.rs", "platform.rs", "golden/notes.json", "fixtures"].into_iter().all(is_named));
        assert!(["left_out.rs", "see.rs"].into_iter().all(|file| !is_named(file)));
    }
}
