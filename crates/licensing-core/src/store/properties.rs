//! Properties that are kept as they were given.

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::{Member, Property};

use super::text::TextId;

/// One value: whose, which, and its text.
type Kept = (Member, Property, TextId);

/// The properties of all users and groups that have any, by owner and property. Copies share the list until one changes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Properties(Arc<Vec<Kept>>);

impl Properties {
    fn place(&self, of: Member, property: Property) -> Result<usize, usize> {
        self.0.binary_search_by(|(whose, which, _)| (*whose, *which).cmp(&(of, property)))
    }

    /// The text of a property; `DERIVED` where there is none.
    pub(crate) fn get(&self, of: Member, property: Property) -> TextId {
        let place = self.place(of, property).ok().and_then(|at| self.0.get(at));
        place.map_or(TextId::DERIVED, |(.., text)| *text)
    }

    /// Sets it; `DERIVED` takes it away.
    pub(crate) fn set(&mut self, of: Member, property: Property, text: TextId) {
        let place = self.place(of, property);
        let kept = Arc::make_mut(&mut self.0);
        if let Ok(at) = place {
            kept.remove(at);
        }
        if text != TextId::DERIVED {
            let (Ok(at) | Err(at)) = place;
            kept.insert(at, (of, property, text));
        }
    }

    /// Adds one behind all that are there.
    pub(crate) fn push(&mut self, kept: Kept) {
        Arc::make_mut(&mut self.0).push(kept);
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Kept> {
        self.0.iter().copied()
    }
}
