//! Whether the page is the same wherever it is built, and says nothing of where that was.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{self, Workspace, failed, timed};
use crate::{page, tools};

/// What the other folder takes over instead of making it once more: tools, not anything of the page.
const TAKEN_OVER: [&str; 2] = ["node_modules", "target/tools"];

/// Runs `cargo xtask reproducible`: builds the page here and in another folder, and compares.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    if let Some(unknown) = args.first() {
        return Err(format!("`{unknown}` is no option of `cargo xtask reproducible`"));
    }
    tools::ensure_for_build(workspace)?;
    page::build(workspace)?;
    // Inside the workspace Cargo would read its settings twice.
    let other = env::temp_dir().join(format!("licensing-lab-built-elsewhere-{}", std::process::id()));
    let built = timed(&format!("build it in {}", other.display()), || {
        copy(workspace, &other)?;
        let mut command = workspace.command("cargo");
        // What is told here must not reach it: it finds out where it is by itself.
        command.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS");
        shell::run_quietly(command.args(["xtask", "build"]).current_dir(&other))?;
        files(&other.join("dist"))
    });
    let result = built.and_then(|there| {
        let here = files(&workspace.root.join("dist"))?;
        compare(&here, &there)?;
        let homes = ["HOME", "CARGO_HOME", "USERPROFILE"].into_iter().filter_map(|name| env::var(name).ok());
        let folders = [&workspace.root, &other].map(|folder| folder.to_string_lossy().into_owned());
        let folders: Vec<String> = homes.chain(folders).filter(|folder| folder.len() > 1).collect();
        says_nothing_of(&here, &folders)?;
        println!("{} files of the page are the same in both folders, and name neither of them", here.len());
        Ok(())
    });
    // It is of no use any more, and what is left of it does no harm.
    let _ = fs::remove_dir_all(&other);
    result
}

/// Puts what the repository holds into another folder.
fn copy(workspace: &Workspace, other: &Path) -> Result<(), String> {
    let listed =
        shell::output(workspace.command("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    for name in listed.lines() {
        let (from, to) = (workspace.root.join(name), other.join(name));
        // What was removed and not committed is listed as well.
        if from.is_file() {
            make_parent(&to)?;
            fs::copy(&from, &to).map_err(failed(&from))?;
        }
    }
    for name in TAKEN_OVER {
        let (from, to) = (workspace.root.join(name), other.join(name));
        make_parent(&to)?;
        link(&from, &to).map_err(failed(&to))?;
    }
    Ok(())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}

#[cfg(windows)]
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(from, to)
}

fn make_parent(file: &Path) -> Result<(), String> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).map_err(failed(folder))
}

/// The files below a folder by their names from there.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(failed(&next))?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_path_buf();
                found.insert(name, fs::read(&path).map_err(failed(&path))?);
            }
        }
    }
    Ok(found)
}

fn compare(here: &BTreeMap<PathBuf, Vec<u8>>, there: &BTreeMap<PathBuf, Vec<u8>>) -> Result<(), String> {
    let differs = |name: &&PathBuf| here.get(*name) != there.get(*name);
    let names: BTreeSet<String> =
        here.keys().chain(there.keys()).filter(differs).map(|name| name.display().to_string()).collect();
    let names: Vec<String> = names.into_iter().collect();
    if names.is_empty() { Ok(()) } else { Err(format!("not the same in both folders: {}", names.join(", "))) }
}

fn says_nothing_of(files: &BTreeMap<PathBuf, Vec<u8>>, folders: &[String]) -> Result<(), String> {
    for (name, bytes) in files {
        for folder in folders {
            let path = format!("{folder}/");
            if bytes.windows(path.len()).any(|part| part == path.as_bytes()) {
                return Err(format!("`{}` names {folder}", name.display()));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(files: &[(&str, &str)]) -> BTreeMap<PathBuf, Vec<u8>> {
        files.iter().map(|(name, text)| (PathBuf::from(name), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn what_differs_and_what_is_missing_is_named() {
        let here = page(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!(compare(&here, &here), Ok(()));
        let there = page(&[("a", "1"), ("b", "x"), ("d", "4")]);
        assert_eq!(compare(&here, &there), Err("not the same in both folders: b, c, d".to_owned()));
    }

    #[test]
    fn a_folder_that_is_named_is_found() {
        let files = page(&[("a.wasm", "…/home/anna/lab/src/main.rs…")]);
        assert!(says_nothing_of(&files, &["/home/anna".to_owned()]).is_err());
        assert!(says_nothing_of(&files, &["/home/ann".to_owned()]).is_ok());
    }
}
