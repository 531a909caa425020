//! Where the page is published: whoever shows a link to it wants the address of its picture in full.

use std::env;
use std::fs;
use std::path::Path;

use crate::shell::failed;

/// Set where the page is built to be published at one address: the folder's, with or without a slash at its end.
const PUBLISHED_AT: &str = "LICENSING_LAB_PUBLISHED_AT";

/// The picture as the page names it.
const PICTURE: &str = "\"open-graph.png\"";

/// Writes the address into the page in `staging`, if it is known.
pub(crate) fn put_into(staging: &Path) -> Result<(), String> {
    let Ok(address) = env::var(PUBLISHED_AT) else { return Ok(()) };
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).map_err(failed(&page))?;
    fs::write(&page, with(&html, &address)?).map_err(failed(&page))
}

fn with(html: &str, address: &str) -> Result<String, String> {
    let is_plain = address.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/%".contains(&byte));
    if !address.starts_with("https://") || !is_plain {
        return Err(format!("{PUBLISHED_AT} is `{address}`, which is no address of a folder"));
    }
    let folder = address.trim_end_matches('/');
    Ok(html.replace(PICTURE, &format!("\"{folder}/open-graph.png\"")))
}

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn the_picture_gets_its_address_in_full() {
        let html = "<meta property=\"og:image\" content=\"open-graph.png\">";
        let expected = Ok("<meta property=\"og:image\" content=\"https://a.example/lab/open-graph.png\">".to_owned());
        assert_eq!(with(html, "https://a.example/lab"), expected);
        assert_eq!(with(html, "https://a.example/lab/"), expected);
        assert!(with(html, "https://a.example/\"><script>").is_err());
        assert!(with(html, "a.example").is_err());
    }
}
