//! Several files in one: all lessons, or all their words in one language. The build of the page packs what is read here.

/// Behind a file's name, and behind the file. Neither stands in a text file.
const BEHIND_NAME: char = '\u{1e}';
const BEHIND_FILE: char = '\u{1d}';

/// Puts files with their names into one text.
pub fn pack(files: &[(String, String)]) -> String {
    files.iter().map(|(name, file)| format!("{name}{BEHIND_NAME}{file}{BEHIND_FILE}")).collect()
}

/// The files of such a text, in their order.
#[allow(dead_code, reason = "the build packs and does not read")]
pub fn unpack(text: &str) -> Vec<(&str, &str)> {
    text.split(BEHIND_FILE).filter_map(|file| file.split_once(BEHIND_NAME)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back() {
        let files = [("a".to_string(), "{}\n".to_string()), ("b".to_string(), String::new())];
        assert_eq!(unpack(&pack(&files)), [("a", "{}\n"), ("b", "")]);
        assert_eq!(unpack("<!doctype html>"), []);
    }
}
