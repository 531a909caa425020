//! Names in scripts. Whatever a name holds, it stays a name: nothing of it is run, and no line ends in it.

/// A string of PowerShell that means exactly `text`.
///
/// Inside single quotes only a single quote is special, and PowerShell takes the typographic ones for quotes as well.
/// What would break the line, or show it in another order than it is read, is written by its number.
pub(super) fn string(text: &str) -> String {
    let mut quoted = String::from("'");
    let mut by_number = false;
    for character in text.chars() {
        if is_hidden(character) {
            by_number = true;
            quoted.push_str(&format!("' + [char]0x{:04X} + '", u32::from(character)));
        } else {
            quoted.push(character);
            if is_quote(character) {
                quoted.push(character);
            }
        }
    }
    quoted.push('\'');
    // An expression begins with a string, so `+` joins strings.
    if by_number { format!("({quoted})") } else { quoted }
}

/// A comment in one line, for PowerShell and for files of requests.
pub(super) fn comment(text: &str) -> String {
    format!("# {}", one_line(text))
}

/// The text with a blank for each character that would break the line or turn it around.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|character| if is_hidden(character) { ' ' } else { character }).collect()
}

/// What PowerShell takes for a single quote: ' ‘ ’ ‚ ‛
const fn is_quote(character: char) -> bool {
    matches!(character, '\'' | '\u{2018}'..='\u{201B}')
}

/// Control characters, line and paragraph separators, and marks that turn the direction of reading. None of them is
/// beyond the numbers that `[char]` takes.
const fn is_hidden(character: char) -> bool {
    matches!(character, '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_a_name() {
        assert_eq!(string("Noor Visser"), "'Noor Visser'");
        assert_eq!(string(""), "''");
        assert_eq!(string("O'Neil"), "'O''Neil'");
        assert_eq!(string("a‘b’c‚d‛e"), "'a‘‘b’’c‚‚d‛‛e'");
        assert_eq!(string("“$(Remove-MgUser)” `n ; | # \u{1F600}"), "'“$(Remove-MgUser)” `n ; | # \u{1F600}'");
        assert_eq!(string("a\r\nRemove-MgUser"), "('a' + [char]0x000D + '' + [char]0x000A + 'Remove-MgUser')");
        assert_eq!(string("\u{202E}x"), "('' + [char]0x202E + 'x')");
    }

    #[test]
    fn a_comment_is_one_line() {
        assert_eq!(comment("a\nb\r\u{85}c\u{2028}d\u{1b}[0m"), "# a b  c d [0m");
    }

    /// What PowerShell would read: quotes doubled, numbers as characters, joined.
    fn read(quoted: &str) -> String {
        let inner = quoted.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(quoted);
        let mut text = String::new();
        let mut rest = inner.chars().peekable();
        let mut inside = false;
        let mut outside = String::new();
        while let Some(character) = rest.next() {
            match (inside, is_quote(character)) {
                (true, true) if rest.peek().copied().is_some_and(is_quote) => {
                    rest.next();
                    text.push(character);
                }
                (true, true) => inside = false,
                (true, false) => text.push(character),
                (false, true) => {
                    for number in outside.split("[char]0x").skip(1) {
                        let code = u32::from_str_radix(number.get(..4).unwrap_or_default(), 16);
                        text.extend(code.ok().and_then(char::from_u32));
                    }
                    outside.clear();
                    inside = true;
                }
                (false, false) => outside.push(character),
            }
        }
        assert!(!inside && outside.is_empty(), "{quoted} is one string");
        text
    }

    #[test]
    fn every_character_is_read_back() {
        let all = (0..0x3000).chain(0xFE00..0x1_0000).filter_map(char::from_u32);
        for character in all {
            for name in
                [format!("{character}"), format!("a{character}{character}b"), format!("'{character}\n{character}'")]
            {
                assert_eq!(read(&string(&name)), name, "{character:?}");
                assert!(!string(&name).contains(['\n', '\r']));
            }
        }
    }
}
