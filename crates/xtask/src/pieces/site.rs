//! The pieces in the finished page: in a folder named by what is in it, and linked from the page.

use std::collections::hash_map::DefaultHasher;
use std::ffi::OsStr;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;

use super::{LOADER, NAME, entries, failed};

/// Takes Trunk's module and its script out of the page in `staging` and puts the pieces in.
pub(super) fn replace_module(staging: &Path, pieces: &Path) -> Result<(), String> {
    let page = staging.join("index.html");
    let mut html = fs::read_to_string(&page).map_err(failed(&page))?;
    let folder = format!("{NAME}-{:016x}", digest(pieces)?);
    for file in entries(staging)? {
        let Some(name) = file.file_name().and_then(OsStr::to_str).filter(|name| name.starts_with(NAME)) else {
            continue;
        };
        let own = if name.ends_with(".js") { format!("{NAME}.js") } else { format!("{NAME}_bg.wasm") };
        html = html.replace(name, &format!("{folder}/{own}"));
        fs::remove_file(&file).map_err(failed(&file))?;
    }
    let html = link_loader(&html, &folder).ok_or("Trunk writes the links of its module in another way than it did")?;
    fs::write(&page, html).map_err(failed(&page))?;

    let to = staging.join(folder);
    fs::create_dir_all(&to).map_err(failed(&to))?;
    for file in entries(pieces)? {
        fs::copy(&file, to.join(file.file_name().unwrap_or_default())).map_err(failed(&file))?;
    }
    Ok(())
}

/// The page with a link that has the browser fetch the loader together with the script that imports it: Trunk's own link
/// of that script once more, with the other name.
fn link_loader(html: &str, folder: &str) -> Option<String> {
    let script = format!("{folder}/{NAME}.js");
    let (before, after) = html.split_once(&script)?;
    let (start, end) = (before.rfind('<')?, after.find('>')? + 1);
    let (opening, closing) = (before.get(start..)?, after.get(..end)?);
    let is_link = opening.starts_with("<link ") && format!("{opening}{closing}").contains("modulepreload");
    let rest = after.get(end..)?;
    is_link.then(|| format!("{before}{script}{closing}{opening}{folder}/{LOADER}{closing}{rest}"))
}

/// A number for the contents of a folder: other pieces have another. They belong together, so they share one.
fn digest(folder: &Path) -> Result<u64, String> {
    let mut hasher = DefaultHasher::new();
    for file in entries(folder)? {
        file.file_name().hash(&mut hasher);
        fs::read(&file).map_err(failed(&file))?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::link_loader;

    #[test]
    fn the_loader_is_linked_after_the_script_that_the_page_starts() {
        let html = r#"<meta><link rel="modulepreload" href="./f/licensing-lab.js" crossorigin><link rel="preload">"#;
        let expected = html.replace(
            r#"<link rel="preload""#,
            r#"<link rel="modulepreload" href="./f/__wasm_split.js" crossorigin><link rel="preload""#,
        );
        assert_eq!(link_loader(html, "f"), Some(expected));
        assert_eq!(link_loader(html, "g"), None);
    }

    #[test]
    fn a_page_without_quotes_is_read_too() {
        let html =
            "<link href=./f/licensing-lab.js rel=modulepreload><link href=./f/licensing-lab_bg.wasm rel=preload>";
        let linked = link_loader(html, "f").unwrap_or_default();
        assert!(
            linked.contains("<link href=./f/__wasm_split.js rel=modulepreload><link href=./f/licensing-lab_bg.wasm")
        );
    }
}
