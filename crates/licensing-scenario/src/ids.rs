//! What stored things are called by.

/// A stored tenant. The shell draws it once, so that no two tenants share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TenantId(pub u64);

/// A tab that writes. The shell draws it when the page starts, so that no two tabs share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TabId(pub u64);

/// Which record: the number behind all that its tab knew, and the tab. Later ones are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RecordId {
    /// One more than the highest that the tab knew; 0 is the beginning of a tenant.
    pub sequence: u32,
    /// The tab that wrote it.
    pub tab: TabId,
}

impl RecordId {
    /// Where a new tenant begins.
    pub const BEGINNING: RecordId = RecordId { sequence: 0, tab: TabId(0) };
}
