//! The files of the page, put together: `index.html` with links of what belongs to it, and that beside it.
//!
//! What changes with a release is named by what is in it, so that a host may have it kept for ever.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::page::{pieces, small};
use crate::shell::{Workspace, failed};

/// Files that lie beside the page under their own names.
const BESIDE: [&str; 14] = [
    "docs/export-tenant.ps1",
    "target/catalog/full.bin",
    "target/lessons/lessons.en.txt",
    "target/lessons/lessons.nl.txt",
    "target/lessons/lessons.txt",
    "target/notices/third-party.txt",
    "target/wording/en.txt",
    "target/wording/nl.txt",
    "web/llms.txt",
    "web/manifest.webmanifest",
    "web/pictures/icon-192.png",
    "web/pictures/icon-512.png",
    "web/pictures/icon-maskable-512.png",
    "web/pictures/open-graph.png",
];

/// Style sheets of the first screen, in order.
const FIRST: [&str; 5] = [
    "web/style/tokens.css",
    "web/style/base.css",
    "web/src/shell/shell.css",
    "web/src/parts/parts.css",
    "web/src/views/views.css",
];

/// Style sheets that the first screen does without, in order: `web/boot.js` adds them once the module has started.
const LATER: [&str; 13] = [
    "web/src/parts/elsewhere.css",
    "web/src/table/table.css",
    "web/src/dialogs/dialogs.css",
    "web/src/views/screens.css",
    "web/src/views/processing.css",
    "web/src/views/reference/reference.css",
    "web/src/views/import/import.css",
    "web/src/map/map.css",
    "web/src/keeping/keeping.css",
    "web/src/sharing/sharing.css",
    "web/src/lessons/lessons.css",
    "web/src/foresight/foresight.css",
    "web/style/print.css",
];

/// Puts the page into `staging`, whose module is in the folder `pieces` there.
pub(crate) fn put_together(workspace: &Workspace, staging: &Path, pieces: &str) -> Result<(), String> {
    let root = &workspace.root;
    for file in BESIDE.map(|file| root.join(file)) {
        fs::copy(&file, staging.join(file.file_name().unwrap_or_default())).map_err(failed(&file))?;
    }
    let name = pieces::NAME;
    let boot = write(workspace, staging, "boot", "js", &read(&root.join("web/boot.js"))?)?;
    let icon = write(workspace, staging, "icon", "svg", &read(&root.join("web/icon.svg"))?)?;
    let [first, later] = [("first", &FIRST[..]), ("later", &LATER[..])].map(|(name, sheets)| {
        let text = sheets.iter().map(|sheet| read(&root.join(sheet))).collect::<Result<String, _>>()?;
        write(workspace, staging, name, "css", &text)
    });
    let (first, later) = (first?, later?);
    let script =
        |file: &str| format!("<link rel=\"modulepreload\" href=\"./{pieces}/{file}\" crossorigin=\"anonymous\">");
    let links = [
        format!("<script src=\"./{boot}\" type=\"module\"></script>"),
        format!("<link rel=\"icon\" href=\"./{icon}\">"),
        // What starts the module comes first: `web/boot.js` takes it from here.
        script(&format!("{name}.js")),
        script(pieces::LOADER),
        format!(
            "<link rel=\"preload\" href=\"./{pieces}/{name}_bg.wasm\" crossorigin=\"anonymous\" as=\"fetch\" type=\"application/wasm\">"
        ),
        format!("<link rel=\"stylesheet\" href=\"./{first}\">"),
        format!("<meta name=\"later-styles\" content=\"{later}\">"),
    ];
    let html = read(&root.join("index.html"))?;
    let html = with(&html, &links.concat(), read(&root.join("web/icons.svg"))?.trim())?;
    let page = staging.join("index.html");
    fs::write(&page, html).map_err(failed(&page))
}

/// The page with links at the end of its head, and the drawings of its icons at the beginning of its body.
fn with(html: &str, links: &str, icons: &str) -> Result<String, String> {
    let parts = html.split_once("</head>").and_then(|(head, rest)| Some((head, rest.split_once("<body>")?)));
    let (head, (between, body)) = parts.ok_or("`index.html` has no end of its head, or no body after it")?;
    Ok(format!("{head}{links}</head>{between}<body>{icons}{body}"))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(failed(file))
}

/// Writes a text, small if it is a script or a style sheet, and answers with its name, which changes with what is in it.
fn write(workspace: &Workspace, staging: &Path, name: &str, kind: &str, text: &str) -> Result<String, String> {
    let plain = staging.join(format!("{name}.{kind}"));
    fs::write(&plain, text).map_err(failed(&plain))?;
    if kind != "svg" {
        small::minify(workspace, &plain)?;
    }
    let mut hasher = DefaultHasher::new();
    fs::read(&plain).map_err(failed(&plain))?.hash(&mut hasher);
    let name = format!("{name}-{:016x}.{kind}", hasher.finish());
    fs::rename(&plain, staging.join(&name)).map_err(failed(&plain))?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::{FIRST, LATER, with};
    use crate::shell;

    #[test]
    fn links_end_the_head_and_icons_begin_the_body() {
        let html = "<html><head><title>x</title></head>\n<body><p>y</p></body></html>";
        let expected = "<html><head><title>x</title><link></head>\n<body><svg></svg><p>y</p></body></html>";
        assert_eq!(with(html, "<link>", "<svg></svg>").as_deref(), Ok(expected));
        assert!(with("<html><body></body></html>", "", "").is_err());
    }

    #[test]
    fn every_style_sheet_of_the_page_comes_with_it() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let is_sheet = |file: &Path| file.extension().is_some_and(|extension| extension == "css");
        let written: BTreeSet<String> = shell::files_below(&root.join("web"))
            .iter()
            .filter(|file| is_sheet(file))
            .filter_map(|file| Some(file.strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/")))
            .collect();
        let named: BTreeSet<String> = FIRST.iter().chain(&LATER).map(|sheet| (*sheet).to_owned()).collect();
        assert_eq!(written, named);
    }
}
