//! The keys under which things are stored.

use alloc::format;
use alloc::string::String;

use crate::ids::{RecordId, TabId, TenantId};

/// What all keys begin with, and the version of their form.
pub const PREFIX: &str = "licensing-lab/1/";

/// What is stored under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Record,
    Snapshot,
    Label,
    /// How far a tab had come: the number of its last record, so that one that is gone is missed.
    Mark,
    /// The tenant was removed for good.
    Removed,
}

/// A number above this is none that a pen came to.
const HIGHEST_SEQUENCE: u32 = u32::MAX / 2;

impl Kind {
    const ALL: [Kind; 5] = [Kind::Record, Kind::Snapshot, Kind::Label, Kind::Mark, Kind::Removed];

    const fn letter(self) -> char {
        match self {
            Kind::Record => 'r',
            Kind::Snapshot => 's',
            Kind::Label => 'l',
            Kind::Mark => 'm',
            Kind::Removed => 'x',
        }
    }
}

/// A key, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) tenant: TenantId,
    pub(super) kind: Kind,
    pub(super) id: RecordId,
}

impl Key {
    /// The key as a text.
    pub(super) fn text(self) -> String {
        let Key { tenant, kind, id } = self;
        format!("{PREFIX}{:016x}/{}/{:08x}-{:016x}", tenant.0, kind.letter(), id.sequence, id.tab.0)
    }

    /// Where somebody removed a tenant for good.
    pub(super) fn of_removal(tenant: TenantId) -> Key {
        Key { tenant, kind: Kind::Removed, id: RecordId::BEGINNING }
    }

    /// Whether the tenant is there by it.
    pub(super) fn is_of_something(self) -> bool {
        !matches!(self.kind, Kind::Mark | Kind::Removed)
    }

    /// The key behind a text; none where it is none of ours.
    pub(super) fn of(text: &str) -> Option<Key> {
        let mut parts = text.strip_prefix(PREFIX)?.split('/');
        let (tenant, kind, id) = (parts.next()?, parts.next()?, parts.next()?);
        let kind = Kind::ALL.into_iter().find(|own| kind.chars().eq(core::iter::once(own.letter())))?;
        let (sequence, tab) = id.split_once('-')?;
        let sequence = u32::from_str_radix(sequence, 16).ok().filter(|sequence| *sequence <= HIGHEST_SEQUENCE)?;
        let id = RecordId { sequence, tab: TabId(hexadecimal(tab)?) };
        let key = Key { tenant: TenantId(hexadecimal(tenant)?), kind, id };
        // There is one way to write a key.
        (key.text() == text).then_some(key)
    }
}

fn hexadecimal(digits: &str) -> Option<u64> {
    u64::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        for kind in Kind::ALL {
            let id = RecordId { sequence: HIGHEST_SEQUENCE, tab: TabId(7) };
            let key = Key { tenant: TenantId(u64::MAX), kind, id };
            assert_eq!(Key::of(&key.text()), Some(key));
        }
        let foreign = ["", "theme", "licensing-lab/1/", "licensing-lab/2/0/r/0-0", "licensing-lab/1/1/r/1-1"];
        assert_eq!(foreign.map(Key::of), [None; 5]);
        // Behind the highest number nothing could be written.
        let highest = RecordId { sequence: u32::MAX, tab: TabId(7) };
        assert_eq!(Key::of(&Key { tenant: TenantId(1), kind: Kind::Record, id: highest }.text()), None);
    }
}
