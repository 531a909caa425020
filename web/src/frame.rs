//! What the address asks of the page before the fragment: whether it is inside another one and whom it listens to then, and
//! what whoever made the link wants it to begin with.

use crate::dom;

/// Whether the address asks for the page without its navigation.
pub(crate) fn is_embedded() -> bool {
    parameters().any(|(name, _)| name == "embed")
}

/// The only origin that is listened to; none where the address names none. What is no origin of one page (`*`, `null`) is
/// none either.
pub(crate) fn partner() -> Option<String> {
    parameters().find(|(name, _)| name == "origin").map(|(_, value)| value).filter(|origin| {
        // By a letter: what looks for a text takes a kilobyte of the first load.
        origin.split_once(':').is_some_and(|(_, rest)| rest.starts_with("//"))
    })
}

/// Whether whoever put the page inside another one wants to have nothing offered that leads to another tenant.
pub(crate) fn is_locked() -> bool {
    is_embedded() && parameters().any(|(name, _)| name == "locked")
}

/// The tag of the language that the page begins with, whatever the reader's is.
pub(crate) fn language() -> Option<String> {
    parameters().find(|(name, _)| name == "lang").map(|(_, value)| value)
}

/// The address, as in a fragment, of the screen on which a link opens.
pub(crate) fn screen() -> Option<String> {
    parameters().find(|(name, _)| name == "screen").map(|(_, value)| value)
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
