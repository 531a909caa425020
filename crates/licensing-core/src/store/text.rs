//! Names, kept one behind the other.

use alloc::sync::Arc;
use alloc::vec::Vec;

pub(crate) use licensing_columns::numbers::TextId;

/// Where the first text stands; smaller numbers are free for what need not be stored.
const FIRST: u32 = 2;

/// All stored texts. A text that was replaced stays: the audit log still names it.
///
/// They lie one behind the other on pages that copies share. No text is on two pages, so a page begins where the one
/// before it ends, wherever that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Texts {
    /// Each with the number of its first byte.
    full: Vec<(u32, Arc<[u8]>)>,
    last: Vec<u8>,
    /// The number of the first byte of the last page.
    begin: u32,
    /// The text that was stored last.
    newest: TextId,
}

/// A page is full when it has so many bytes.
const PAGE: usize = 1 << 14;

impl Default for Texts {
    fn default() -> Self {
        Texts { full: Vec::new(), last: Vec::new(), begin: FIRST, newest: TextId::DERIVED }
    }
}

impl Texts {
    /// Stores `text`.
    pub(crate) fn store(&mut self, text: &str) -> TextId {
        let id = TextId(self.end());
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        self.last.extend_from_slice(&length.to_le_bytes());
        self.last.extend_from_slice(text.as_bytes());
        if self.last.len() >= PAGE {
            let end = self.end();
            self.full.push((self.begin, Arc::from(self.last.as_slice())));
            self.begin = end;
            self.last.clear();
        }
        self.newest = id;
        id
    }

    /// The text that was stored last.
    pub(crate) fn newest(&self) -> TextId {
        self.newest
    }

    /// Stores `text`, unless it is the one that was stored last.
    pub(crate) fn store_once(&mut self, text: &str) -> TextId {
        if self.get(self.newest) == Some(text) { self.newest } else { self.store(text) }
    }

    /// The number of the next byte.
    fn end(&self) -> u32 {
        self.begin.saturating_add(u32::try_from(self.last.len()).unwrap_or(u32::MAX))
    }

    /// The text, or `None` where it is derived.
    pub(crate) fn get(&self, id: TextId) -> Option<&str> {
        let (begin, page) = match id.0.checked_sub(self.begin) {
            Some(_) => (self.begin, self.last.as_slice()),
            None => self.page_of(id)?,
        };
        let (length, rest) = page.get(id.0.wrapping_sub(begin) as usize..)?.split_first_chunk::<4>()?;
        core::str::from_utf8(rest.get(..u32::from_le_bytes(*length) as usize)?).ok()
    }

    /// The full page on which a text is. As texts are short, it is nearly always the one where it would be if no page had
    /// more than its bytes, or the one before that.
    fn page_of(&self, id: TextId) -> Option<(u32, &[u8])> {
        let holds = |at: usize| {
            let (begin, page) = self.full.get(at)?;
            let place = id.0.checked_sub(*begin)? as usize;
            (place < page.len()).then_some((*begin, &**page))
        };
        let near = id.0 as usize / PAGE;
        holds(near)
            .or_else(|| holds(near.checked_sub(1)?))
            .or_else(|| holds(self.full.partition_point(|(begin, _)| *begin <= id.0).checked_sub(1)?))
    }

    /// The text that begins at a place, with its id, and the place of the next one; none where no text begins there. The first one
    /// begins at 0.
    pub(crate) fn at(&self, place: usize) -> Option<(TextId, &str, usize)> {
        let id = TextId(u32::try_from(place).ok()?.max(FIRST));
        let text = self.get(id)?;
        Some((id, text, (id.0 as usize).saturating_add(4).saturating_add(text.len())))
    }

    /// How many texts there are about, by their bytes.
    pub(crate) fn about(&self) -> usize {
        /// A name, and its length.
        const BYTES: usize = 16;
        self.end() as usize / BYTES
    }

    /// Whether another name still fits.
    pub(crate) fn has_room(&self) -> bool {
        self.end() < u32::MAX - (1 << 20)
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
        assert_eq!(texts.store_once("z"), kept[3].0);
        assert_ne!(texts.store_once(&long), kept[2].0);
        assert_eq!(texts.get(TextId::DERIVED), None);
        assert_eq!(texts.get(TextId(u32::MAX)), None);
    }

    #[test]
    fn texts_are_found_on_whichever_page_they_are() {
        let mut texts = Texts::default();
        let mut kept: Vec<(TextId, String)> = Vec::new();
        for n in 0..3_000usize {
            let text = alloc::format!("{n}").repeat(if n % 100 == 7 { 9_000 } else { n % 30 });
            kept.push((texts.store(&text), text));
        }
        assert!(texts.full.len() > 20);
        assert!(kept.iter().all(|(id, text)| texts.get(*id) == Some(text)));
        let mut place = 0;
        for (id, text) in &kept {
            let (at, own, next) = texts.at(place).unwrap();
            assert_eq!((at, own), (*id, &text[..]));
            place = next;
        }
        assert_eq!(texts.at(place), None);
        assert_eq!((texts.get(TextId(0)), texts.get(TextId(1))), (None, None));
    }
}
