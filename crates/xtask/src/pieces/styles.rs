//! The styles and scripts of the finished page, made small: the styles of the first screen in one file that the page
//! links, all others in one that `web/boot.js` adds once the module has started.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use super::{entries, failed};
use crate::shell::{self, Workspace};

/// Style sheets that the first screen does without, by what stands before the `-` in the names that Trunk gives.
const LATER: [&str; 13] = [
    "dialogs",
    "elsewhere",
    "foresight",
    "import",
    "keeping",
    "lessons",
    "map",
    "print",
    "processing",
    "reference",
    "screens",
    "sharing",
    "table",
];

/// What `web/boot.js` finds the later styles by.
const META: &str = "later-styles";

/// Puts the styles of the page in `staging` into two small files, and makes its scripts small.
pub(super) fn shrink(workspace: &Workspace, staging: &Path) -> Result<(), String> {
    for script in entries(staging)?.iter().filter(|file| file.extension().is_some_and(|extension| extension == "js")) {
        minify(workspace, script)?;
    }
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).map_err(failed(&page))?;
    let (html, sheets) = without_sheets(&html);
    let (mut first, mut later) = (String::new(), String::new());
    for sheet in &sheets {
        let file = staging.join(sheet.trim_start_matches("./"));
        let text = fs::read_to_string(&file).map_err(failed(&file))?;
        let name = sheet.trim_start_matches("./").split('-').next().unwrap_or_default();
        if LATER.contains(&name) { &mut later } else { &mut first }.push_str(&text);
        fs::remove_file(&file).map_err(failed(&file))?;
    }
    let first = write(workspace, staging, "first", &first)?;
    let later = write(workspace, staging, "later", &later)?;
    let links =
        format!("<link rel=\"stylesheet\" href=\"./{first}\"><meta name=\"{META}\" content=\"{later}\"></head>");
    let linked = html.replacen("</head>", &links, 1);
    fs::write(&page, linked).map_err(failed(&page))
}

/// Makes a script or a style sheet small where it is.
pub(super) fn minify(workspace: &Workspace, file: &Path) -> Result<(), String> {
    let mut command = workspace.command("esbuild");
    command.args(["--minify", "--log-level=error", "--charset=utf8", "--allow-overwrite"]).arg(file);
    shell::run_quietly(command.arg(format!("--outfile={}", file.display())))
}

/// The page without its links of style sheets, and the addresses of those, in order.
fn without_sheets(html: &str) -> (String, Vec<String>) {
    let (mut rest, mut page, mut sheets) = (html, String::new(), Vec::new());
    while let Some((before, tag)) = rest.split_once("<link ") {
        let (inside, after) = tag.split_once('>').unwrap_or((tag, ""));
        let value = |name: &str| {
            let (_, value) = inside.split_once(name)?;
            value.trim_start_matches('"').split(['"', ' ', '>']).next().map(str::to_owned)
        };
        page.push_str(before);
        match (value("rel="), value("href=")) {
            (Some(rel), Some(href)) if rel == "stylesheet" => sheets.push(href),
            _ => page.push_str(&format!("<link {inside}>")),
        }
        rest = after;
    }
    page.push_str(rest);
    (page, sheets)
}

/// Writes a style sheet under a name that changes with what is in it.
fn write(workspace: &Workspace, staging: &Path, name: &str, text: &str) -> Result<String, String> {
    let plain = staging.join(format!("{name}.css"));
    fs::write(&plain, text).map_err(failed(&plain))?;
    minify(workspace, &plain)?;
    let mut hasher = DefaultHasher::new();
    fs::read(&plain).map_err(failed(&plain))?.hash(&mut hasher);
    let name = format!("{name}-{:016x}.css", hasher.finish());
    fs::rename(&plain, staging.join(&name)).map_err(failed(&plain))?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::without_sheets;

    #[test]
    fn style_sheets_are_taken_out_of_the_page_and_nothing_else() {
        let html = r#"<head><link rel="icon" href="./i.svg"><link rel="stylesheet" href="./base-1f.css" /><title>x</title><link rel="stylesheet" href="./map-2e.css"></head><body><a href="x">y</a></body>"#;
        let (page, sheets) = without_sheets(html);
        assert_eq!(sheets, ["./base-1f.css", "./map-2e.css"]);
        assert_eq!(
            page,
            r#"<head><link rel="icon" href="./i.svg"><title>x</title></head><body><a href="x">y</a></body>"#
        );
    }
}
