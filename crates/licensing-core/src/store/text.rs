//! Names, kept one behind the other.

use alloc::vec::Vec;

/// A stored text. The default stands for "none of its own": the name is then derived from the object's number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(crate) struct TextId(pub(crate) u32);

impl TextId {
    /// No text of its own.
    pub(crate) const DERIVED: TextId = TextId(0);
}

/// Where the first text stands; smaller numbers are free for what need not be stored.
const FIRST: usize = 2;

/// All stored texts. A text that was replaced stays: the audit log still names it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Texts {
    bytes: Vec<u8>,
}

impl Texts {
    /// Stores `text`.
    pub(crate) fn store(&mut self, text: &str) -> TextId {
        if self.bytes.is_empty() {
            self.bytes.resize(FIRST, 0);
        }
        let at = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        self.bytes.extend_from_slice(&length.to_le_bytes());
        self.bytes.extend_from_slice(text.as_bytes());
        TextId(at)
    }

    /// The text, or `None` where it is derived.
    pub(crate) fn get(&self, id: TextId) -> Option<&str> {
        if id == TextId::DERIVED {
            return None;
        }
        let (length, rest) = self.bytes.get(id.0 as usize..)?.split_first_chunk::<4>()?;
        core::str::from_utf8(rest.get(..u32::from_le_bytes(*length) as usize)?).ok()
    }

    /// Every stored text with its id, in the order of storing.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (TextId, &str)> {
        let mut at = FIRST;
        core::iter::from_fn(move || {
            let id = TextId(u32::try_from(at).ok()?);
            let text = self.get(id)?;
            at = at.saturating_add(4).saturating_add(text.len());
            Some((id, text))
        })
    }

    /// Whether another name still fits.
    pub(crate) fn has_room(&self) -> bool {
        self.bytes.len() < (u32::MAX - (1 << 20)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    #[test]
    fn gives_back_short_and_very_long_texts() {
        let mut texts = Texts::default();
        let long: String = core::iter::repeat_n('é', 60_000).collect();
        let kept = ["", "a", &long, "z"].map(|text| (texts.store(text), text));
        for (id, text) in kept {
            assert_eq!(texts.get(id), Some(text));
        }
        assert_eq!(texts.get(TextId::DERIVED), None);
        assert_eq!(texts.get(TextId(u32::MAX)), None);
    }
}
