//! Names of any length in boxes of a fixed width: drawings do not wrap or cut text by themselves.

/// About how wide a letter is at 12 pixels, in tenths of a pixel; rather too wide than too narrow, as fonts differ.
fn width(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 34,
        'f' | 'r' | 't' | '(' | ')' | '-' | '[' | ']' | '/' => 46,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 112,
        'A'..='Z' | '&' | '+' => 86,
        ' '..='~' => 70,
        // Combining marks stand on the letter before them.
        '\u{300}'..='\u{36f}' => 0,
        '\u{a0}'..='\u{24f}' => 76,
        '\u{250}'..='\u{10ff}' => 96,
        _ => 135,
    }
}

/// `text` as far as it fits into so many pixels, with an ellipsis where it is cut; nothing where all of it fits.
pub(super) fn cut(text: &str, pixels: u32) -> Option<String> {
    let room = pixels * 10;
    let mut used = 0_u32;
    let mut kept = 0;
    for (at, letter) in text.char_indices() {
        if used + width('…') <= room {
            kept = at;
        }
        used += width(letter);
        if used > room {
            let kept = text.get(..kept).unwrap_or_default();
            return Some(format!("{}…", kept.trim_end()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_fits_is_left_alone() {
        assert_eq!(cut("Noor Visser", 120), None);
        assert_eq!(cut("Microsoft 365 Audio Conferencing", 198), None);
        assert_eq!(cut("", 10), None);
    }

    #[test]
    fn a_long_name_is_cut_within_its_room() {
        assert_eq!(cut("Alexandria Montgomery-Fitzgerald", 120).as_deref(), Some("Alexandria Montg…"));
        for name in ["W".repeat(1 << 20), "李".repeat(300), "e\u{301}".repeat(100), "😀".repeat(99)] {
            let cut = cut(&name, 120).unwrap_or_default();
            assert!(cut.ends_with('…') && cut.chars().map(width).sum::<u32>() <= 1_200, "{cut}");
        }
    }
}
