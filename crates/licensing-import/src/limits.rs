//! How much an import takes. Each limit is checked before memory is taken for what is beyond it.

/// Bytes of all files together: room for a bundle of 100,000 users with what happened to each of them.
pub const MOST_BYTES: u64 = 512 * 1024 * 1024;
/// Files and pasted texts.
pub const MOST_FILES: usize = 10_000;
/// Users, deleted ones too.
pub const MOST_USERS: usize = 200_000;
/// Groups, deleted ones too.
pub const MOST_GROUPS: usize = 100_000;
/// Members of all groups together.
pub const MOST_MEMBERS: usize = 4_000_000;
/// License assignment states of all users together.
pub const MOST_STATES: usize = 4_000_000;
/// Contacts.
pub const MOST_CONTACTS: usize = 100_000;
/// Events of the audit log.
pub const MOST_EVENTS: usize = 500_000;
/// Products that the tenant subscribes to.
pub const MOST_PRODUCTS: usize = 2_000;

/// Bytes of one text, or of the blanks between two values.
pub(crate) const LONGEST_TEXT: usize = 1024 * 1024;
/// Values, and bytes of texts in kilobytes, of one record without its members.
pub(crate) const LARGEST_RECORD: usize = 100_000;
/// How deep lists and objects stand in each other.
pub(crate) const DEEPEST: usize = 32;
/// Bytes of an event of the audit log, as it is kept.
pub(crate) const LONGEST_EVENT: usize = 64 * 1024;
