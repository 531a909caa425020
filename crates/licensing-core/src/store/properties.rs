//! Properties that are kept as they were given.

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::{Member, Property};

use super::text::TextId;

/// One value: whose, which, and its text.
type Kept = (Member, Property, TextId);

/// Values of a page.
const PAGE: usize = 512;

/// The properties of all users and groups that have any, rising by owner and property, in pages that copies share until one
/// changes. No page is empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Properties(Vec<Arc<Vec<Kept>>>);

/// Where pages end says nothing.
impl PartialEq for Properties {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Properties {}

/// The order of values.
fn key((of, property, _): &Kept) -> (Member, Property) {
    (*of, *property)
}

impl Properties {
    /// The page that a value is on, or belongs to.
    fn page_of(&self, of: Member, property: Property) -> usize {
        let begins = |page: &Arc<Vec<Kept>>| page.first().is_some_and(|first| key(first) <= (of, property));
        self.0.partition_point(begins).saturating_sub(1)
    }

    /// The text of a property; `DERIVED` where there is none.
    pub(crate) fn get(&self, of: Member, property: Property) -> TextId {
        let page = self.0.get(self.page_of(of, property));
        let place = page.and_then(|page| page.get(page.binary_search_by_key(&(of, property), key).ok()?));
        place.map_or(TextId::DERIVED, |(.., text)| *text)
    }

    /// Sets it; `DERIVED` takes it away.
    pub(crate) fn set(&mut self, of: Member, property: Property, text: TextId) {
        if text == self.get(of, property) {
            return;
        }
        let at = self.page_of(of, property);
        let Some(page) = self.0.get_mut(at).map(Arc::make_mut) else { return self.push((of, property, text)) };
        match page.binary_search_by_key(&(of, property), key) {
            Ok(place) if text == TextId::DERIVED => _ = page.remove(place),
            Ok(place) => page.get_mut(place).into_iter().for_each(|kept| kept.2 = text),
            Err(place) => page.insert(place, (of, property, text)),
        }
        if page.is_empty() {
            self.0.remove(at);
        } else if page.len() > PAGE {
            let rest = page.split_off(PAGE / 2);
            self.0.insert(at.saturating_add(1), Arc::new(rest));
        }
    }

    /// Adds one behind all that are there.
    pub(crate) fn push(&mut self, kept: Kept) {
        match self.0.last_mut().filter(|page| page.len() < PAGE) {
            Some(page) => Arc::make_mut(page).push(kept),
            None => self.0.push(Arc::new(alloc::vec![kept])),
        }
    }

    /// Those of a page.
    pub(crate) fn page(&self, at: usize) -> Option<&[Kept]> {
        self.0.get(at).map(|page| page.as_slice())
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Kept> {
        self.0.iter().flat_map(|page| page.iter().copied())
    }

    /// Those of one owner.
    pub(crate) fn of(&self, owner: Member) -> impl Iterator<Item = (Property, TextId)> {
        let begins = |page: &Arc<Vec<Kept>>| page.first().is_some_and(|(of, ..)| *of < owner);
        let pages = self.0.get(self.0.partition_point(begins).saturating_sub(1)..).unwrap_or_default();
        let values = pages.iter().flat_map(|page| page.iter()).skip_while(move |(of, ..)| *of < owner);
        values.take_while(move |(of, ..)| *of == owner).map(|(_, property, text)| (*property, *text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeMap;
    use licensing_model::UserId;

    #[test]
    fn pages_hold_what_one_map_would() {
        let (mut kept, mut map, mut random) = (Properties::default(), BTreeMap::new(), 1_u32);
        for turn in 0..20_000_u32 {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let of = Member::User(UserId::from_raw(random >> 20));
            let property = if random & 1 << 10 == 0 { Property::DEPARTMENT } else { Property::JOB_TITLE };
            let text = if turn % 3 == 0 { TextId::DERIVED } else { TextId(turn) };
            kept.set(of, property, text);
            map.remove(&(of, property));
            if text != TextId::DERIVED {
                map.insert((of, property), text);
            }
            assert_eq!(kept.get(of, property), text);
        }
        assert!(kept.0.len() > 2 && kept.0.iter().all(|page| (1..=PAGE).contains(&page.len())));
        let all: Vec<_> = map.iter().map(|((of, property), text)| (*of, *property, *text)).collect();
        assert_eq!(kept.iter().collect::<Vec<_>>(), all);
        for (of, ..) in &all {
            let own = all.iter().filter(|kept| kept.0 == *of).map(|(_, property, text)| (*property, *text));
            assert!(kept.of(*of).eq(own));
        }
        all.iter().for_each(|(of, property, _)| kept.set(*of, *property, TextId::DERIVED));
        assert_eq!(kept, Properties::default());
    }
}
