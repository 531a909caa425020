//! What lessons serve: tracks, parts of the article, exam objectives.

/// The tracks, in their order.
pub const TRACKS: [&str; 5] = ["first-steps", "errors", "change", "add-ons", "claims"];

/// A part of the article of 2019, or of the practice around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// What lessons name it by.
    pub id: &'static str,
    /// Its heading.
    pub heading: &'static str,
}

/// Every part that a lesson has to teach.
pub const SECTIONS: [Section; 14] = [
    Section { id: "find-errors", heading: "Find license assignment errors" },
    Section { id: "not-enough-licenses", heading: "Not enough licenses" },
    Section { id: "conflicting-plans", heading: "Conflicting service plans" },
    Section { id: "dependent-products", heading: "Other products depend on this license" },
    Section { id: "usage-location", heading: "Usage location isn't allowed" },
    Section { id: "duplicate-addresses", heading: "Duplicate proxy addresses" },
    Section { id: "mail-changed", heading: "Azure AD Mail and ProxyAddresses attribute change" },
    Section { id: "concurrency", heading: "LicenseAssignmentAttributeConcurrencyException in audit logs" },
    Section { id: "several-products", heading: "More than one product license assigned to a group" },
    Section { id: "delete-group", heading: "When a licensed group is deleted" },
    Section { id: "add-ons", heading: "Manage licenses for products with prerequisites" },
    Section { id: "reprocess-group", heading: "Force group license processing to resolve errors" },
    Section { id: "reprocess-user", heading: "Force user license processing to resolve errors" },
    Section { id: "practice", heading: "Pitfalls of practice" },
];

/// What an exam asks, word for word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objective {
    /// What lessons name it by.
    pub id: &'static str,
    /// The exam.
    pub exam: &'static str,
    /// Its words.
    pub words: &'static str,
    /// Of when the words are.
    pub date: &'static str,
}

/// Every objective that a lesson has to serve.
pub const OBJECTIVES: [Objective; 3] = [
    Objective { id: "sc-300", exam: "SC-300", words: "Assign, modify, and report on licenses", date: "2025-11-07" },
    Objective {
        id: "ms-102",
        exam: "MS-102",
        words: "Manage and monitor Microsoft 365 licenses, including group-based licensing",
        date: "2026-11",
    },
    Objective { id: "az-104", exam: "AZ-104", words: "Manage licenses in Microsoft Entra ID", date: "2026-11" },
];
