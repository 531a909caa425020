//! The packed form of a catalog: columns in place of rows, every text once. Version 2.
//!
//! The build script writes it, the crate reads it. The types of `licensing-model` stay free of serde, so that their
//! shape and this form can change without each other. Columns compress to about half of what rows do.

extern crate alloc;

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

/// What every file begins with, before the byte of its version.
pub(crate) const MAGIC: [u8; 3] = *b"llc";

/// The version of this form: another number for every change of the structs below.
pub(crate) const VERSION: u8 = 2;

/// Ends every text in a column of texts; no text holds it.
pub(crate) const END: char = '\n';

// What a file may hold at most. Reading checks these before it makes room, so that a forged file costs little.

/// Bytes of a file.
pub(crate) const MAX_BYTES: usize = 1 << 20;
/// Positions of products, and of plans.
pub(crate) const MAX_SLOTS: usize = 1 << 13;
/// Pairs, prerequisites, or location rows.
pub(crate) const MAX_ROWS: usize = 1 << 10;
/// Bytes of one text.
pub(crate) const MAX_TEXT: usize = 1 << 10;

/// The bit of the rules of 2019 in a byte of flags.
pub(crate) const FLAG_2019: u8 = 1;
/// The bit of today's rules in a byte of flags.
pub(crate) const FLAG_TODAY: u8 = 2;

/// A location row that speaks of every plan; see [`Locations::scope`].
pub(crate) const SCOPE_EVERY: u32 = 0;
/// A location row that speaks of nothing that is simulated.
pub(crate) const SCOPE_NOTHING: u32 = 1;
/// A location row that names plans: this, plus how many follow.
pub(crate) const SCOPE_PLANS: u32 = 2;

/// A file, after its magic bytes and version.
#[derive(Serialize, Deserialize)]
pub(crate) struct File<'a> {
    pub(crate) revision: u32,
    pub(crate) list_date: &'a str,
    #[serde(borrow)]
    pub(crate) plans: Plans<'a>,
    pub(crate) products: Products<'a>,
    /// The texts that rows refer to by number.
    pub(crate) texts: &'a str,
    pub(crate) pairs: Pairs<'a>,
    pub(crate) prerequisites: Prerequisites<'a>,
    pub(crate) locations: Locations<'a>,
}

/// The plans that are there, by rising position.
#[derive(Serialize, Deserialize)]
pub(crate) struct Plans<'a> {
    /// How many positions the full catalog has.
    pub(crate) slots: u32,
    /// How many positions are skipped before each.
    pub(crate) gaps: Vec<u32>,
    /// Sixteen bytes each.
    pub(crate) guids: &'a [u8],
    pub(crate) names: &'a str,
    /// Empty where it is the name.
    pub(crate) friendly_names: &'a str,
    /// 0 or 1 each.
    pub(crate) company_wide: &'a [u8],
    /// 0 or 1 each.
    pub(crate) mailbox: &'a [u8],
}

/// The products that are there, by rising position.
#[derive(Serialize, Deserialize)]
pub(crate) struct Products<'a> {
    pub(crate) slots: u32,
    pub(crate) gaps: Vec<u32>,
    pub(crate) guids: &'a [u8],
    pub(crate) part_numbers: &'a str,
    pub(crate) names: &'a str,
    /// For each: how many plans, then the gaps between their positions.
    pub(crate) plans_today: Vec<u32>,
    /// For each: 0 where they are not known, else one more than how many, then the gaps.
    pub(crate) plans_2019: Vec<u32>,
    /// Flags each.
    pub(crate) offered: &'a [u8],
}

/// The exclusive pairs, in their order.
#[derive(Serialize, Deserialize)]
pub(crate) struct Pairs<'a> {
    pub(crate) a: Vec<u32>,
    pub(crate) b: Vec<u32>,
    pub(crate) counts: &'a [u8],
    pub(crate) family: Vec<u32>,
    pub(crate) evidence: Vec<u32>,
    pub(crate) source: Vec<u32>,
    pub(crate) confidence: &'a [u8],
    pub(crate) status_today: Vec<u32>,
    pub(crate) checked: Vec<u32>,
}

/// The prerequisites, in their order.
#[derive(Serialize, Deserialize)]
pub(crate) struct Prerequisites<'a> {
    pub(crate) plan: Vec<u32>,
    /// For each: how many, then their positions in the order of the list.
    pub(crate) any_of: Vec<u32>,
    /// How many of them the evidence names.
    pub(crate) named: Vec<u32>,
    pub(crate) enforced: &'a [u8],
    pub(crate) counts: &'a [u8],
    pub(crate) evidence: Vec<u32>,
    pub(crate) source: Vec<u32>,
    pub(crate) confidence: &'a [u8],
    pub(crate) checked: Vec<u32>,
}

/// The location rows, in their order.
#[derive(Serialize, Deserialize)]
pub(crate) struct Locations<'a> {
    /// For each: one of the `SCOPE_` numbers, then the positions of the plans, if it names any.
    pub(crate) scope: Vec<u32>,
    pub(crate) service: Vec<u32>,
    pub(crate) rule: Vec<u32>,
    pub(crate) prohibits: &'a [u8],
    /// Two letters for each country of a row.
    pub(crate) countries: &'a str,
    pub(crate) source: Vec<u32>,
    pub(crate) confidence: &'a [u8],
    pub(crate) note: Vec<u32>,
    pub(crate) checked: Vec<u32>,
}
