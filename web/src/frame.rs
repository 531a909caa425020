//! Whether the page is inside another one, and whom it listens to then.

use crate::dom;

/// Whether the address asks for the page without its navigation.
pub(crate) fn is_embedded() -> bool {
    parameters().any(|(name, _)| name == "embed")
}

/// The only origin that is listened to; none where the address names none. What is no origin of one page (`*`, `null`) is
/// none either.
pub(crate) fn partner() -> Option<String> {
    parameters().find(|(name, _)| name == "origin").map(|(_, value)| value).filter(|origin| origin.contains("://"))
}

fn parameters() -> impl Iterator<Item = (String, String)> {
    let search = dom::search();
    let pairs: Vec<(String, String)> = search
        .trim_start_matches('?')
        .split('&')
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.to_string(), percent_encoding::percent_decode_str(value).decode_utf8_lossy().into_owned())
        })
        .collect();
    pairs.into_iter()
}
