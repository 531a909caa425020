//! What is looked for in a table: it stands in the address, so that a link shows the same rows.

use std::fmt;
use std::str::FromStr;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The longest text that is looked for, in letters; what follows is left out.
const LONGEST_SEARCH: usize = 100;
/// The longest value of a filter, in bytes; a longer one is left out.
const LONGEST_VALUE: usize = 64;

macro_rules! keys {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[$variant_doc])* $variant,)+ }

        impl $type {
            /// All of them.
            pub const ALL: &[$type] = &[$($type::$variant,)+];

            /// How it is called in an address.
            pub const fn name(self) -> &'static str {
                match self { $($type::$variant => $name,)+ }
            }

            fn named(name: &str) -> Option<$type> {
                $type::ALL.iter().copied().find(|key| key.name() == name)
            }
        }
    };
}

keys! {
    /// A column of a table.
    ColumnKey {
        /// What the row is about.
        Name = "name",
        /// `userPrincipalName`.
        PrincipalName = "upn",
        /// Where a user counts as being.
        Location = "location",
        /// Products in force, or of a template.
        Products = "products",
        /// Errors, or users in error.
        InError = "errors",
        /// What the object is.
        Kind = "kind",
        /// How many members.
        Members = "members",
        /// `licenseProcessingState`.
        Processing = "processing",
        /// Until when it can be brought back.
        Until = "until",
        /// The order of joining.
        Joined = "joined",
        /// The state of a path.
        State = "state",
        /// Why it failed.
        Reason = "reason",
        /// The part number of a product, or the technical name of a plan.
        Technical = "technical",
        /// How many plans.
        Plans = "plans",
        /// Seats, as a bar.
        Seats = "seats",
        /// Seats that are assigned.
        Assigned = "assigned",
        /// Seats that are free.
        Available = "available",
        /// Seats in the grace period.
        Expiring = "expiring",
        /// Licensed groups.
        Groups = "groups",
        /// Mail addresses.
        Addresses = "addresses",
        /// Who else holds them.
        HeldBy = "held-by",
        /// By which paths.
        Paths = "paths",
        /// What a plan excludes.
        Excludes = "excludes",
        /// What a plan needs.
        Needs = "needs",
        /// The service that a row speaks of.
        Service = "service",
        /// What a source says.
        Says = "says",
        /// Where it holds.
        Countries = "countries",
        /// How sure it is.
        Confidence = "confidence",
        /// The id of a plan.
        PlanId = "id",
        /// When.
        Time = "time",
        /// What was done.
        Activity = "activity",
        /// Who did it.
        Actor = "actor",
        /// To what it was done.
        Target = "target",
        /// What came of it.
        Result = "result",
        /// Buttons.
        Actions = "actions",
    }
}

keys! {
    /// What a named filter looks at.
    FilterKey {
        /// A state: in error, licensed and so on.
        State = "state",
        /// Where a user counts as being.
        Location = "location",
        /// What an object is.
        Kind = "kind",
        /// Directly or by groups.
        Path = "path",
        /// What was done.
        Activity = "activity",
        /// What came of it.
        Result = "result",
        /// What kind of object it was done to.
        Target = "target",
        /// The service that a row speaks of.
        Service = "service",
        /// How sure it is.
        Confidence = "confidence",
        /// The first of two products that stand side by side.
        Product = "product",
        /// The second of them.
        With = "with",
    }
}

/// By which column a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Which column.
    pub column: ColumnKey,
    /// The greatest first.
    pub descending: bool,
}

/// What is looked for in a table, and how it is sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableQuery {
    /// Words that a row has to hold.
    pub search: String,
    /// Named filters that are on, each with its value, by key; rows have to fit all of them.
    pub filters: Vec<(FilterKey, String)>,
    /// How it is sorted, unless as it comes.
    pub sort: Option<Sort>,
    /// The row whose details are open, by its id.
    pub open: Option<u32>,
}

/// Everything but letters and digits that stands for itself in an address.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl TableQuery {
    /// Whether every row is shown, as it comes.
    pub fn is_empty(&self) -> bool {
        *self == TableQuery::default()
    }

    /// Whether some rows may be hidden.
    pub fn hides_rows(&self) -> bool {
        !self.search.trim().is_empty() || !self.filters.is_empty()
    }

    /// Whether rows that fit this fit `other` for certain, which hides some: no others need to be looked at.
    pub(crate) fn asks_no_less_than(&self, other: &TableQuery) -> bool {
        // What was typed further belongs to the last word or is a word more.
        other.hides_rows() && self.filters == other.filters && self.search.starts_with(&other.search)
    }

    /// The value of a named filter.
    pub fn filter(&self, key: FilterKey) -> Option<&str> {
        self.filters.iter().find(|(other, _)| *other == key).map(|(_, value)| value.as_str())
    }

    /// The same with another value of a filter, or without it.
    pub fn with_filter(mut self, key: FilterKey, value: Option<&str>) -> TableQuery {
        self.filters.retain(|(other, _)| *other != key);
        if let Some(value) = value.filter(|value| value.len() <= LONGEST_VALUE) {
            let filter = (key, value.to_string());
            let at = self.filters.partition_point(|other| *other < filter);
            self.filters.insert(at, filter);
        }
        self
    }

    /// The same with other words; too many letters are left out.
    pub fn with_search(mut self, search: &str) -> TableQuery {
        self.search = search.chars().take(LONGEST_SEARCH).collect();
        self
    }

    /// The same without anything that hides rows.
    pub fn without_filters(self) -> TableQuery {
        TableQuery { search: String::new(), filters: Vec::new(), ..self }
    }

    /// The same with the next order of a column: ascending, descending, as it comes.
    pub fn sorted_next_by(mut self, column: ColumnKey) -> TableQuery {
        self.sort = match self.sort.filter(|sort| sort.column == column) {
            None => Some(Sort { column, descending: false }),
            Some(Sort { descending: false, .. }) => Some(Sort { column, descending: true }),
            Some(Sort { descending: true, .. }) => None,
        };
        self
    }

    /// Takes a parameter of an address. What is unknown or makes no sense is left out.
    pub(crate) fn read(&mut self, name: &str, value: &str) {
        let Ok(value) = percent_decode_str(value).decode_utf8() else { return };
        match name {
            "q" => *self = std::mem::take(self).with_search(&value),
            "sort" => self.sort = value.parse().ok(),
            "open" => self.open = value.parse().ok(),
            name => {
                if let Some(key) = FilterKey::named(name) {
                    *self = std::mem::take(self).with_filter(key, Some(&value));
                }
            }
        }
    }
}

/// The parameters as they stand in an address, without a separator before the first.
impl fmt::Display for TableQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let search = Some(("q", self.search.clone())).filter(|_| !self.search.is_empty());
        let filters = self.filters.iter().map(|(key, value)| (key.name(), value.clone()));
        let sort = self.sort.map(|sort| ("sort", sort.to_string()));
        let open = self.open.map(|open| ("open", open.to_string()));
        for (at, (name, value)) in search.into_iter().chain(filters).chain(sort).chain(open).enumerate() {
            let separator = if at == 0 { "" } else { "&" };
            write!(f, "{separator}{name}={}", utf8_percent_encode(&value, ENCODED))?;
        }
        Ok(())
    }
}

/// The column's name, with a hyphen before it where the greatest comes first.
impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.descending { "-" } else { "" }, self.column.name())
    }
}

/// No column has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchColumn;

impl FromStr for Sort {
    type Err = NoSuchColumn;

    fn from_str(text: &str) -> Result<Sort, NoSuchColumn> {
        let name = text.strip_prefix('-');
        let column = ColumnKey::named(name.unwrap_or(text)).ok_or(NoSuchColumn)?;
        Ok(Sort { column, descending: name.is_some() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> TableQuery {
        let mut query = TableQuery::default();
        text.split('&').filter_map(|pair| pair.split_once('=')).for_each(|(name, value)| query.read(name, value));
        query
    }

    #[test]
    fn every_query_reads_back() {
        for search in ["", "noor", "a b", "100% & =?#/", "é 小龙 😀", "\u{0}\"<"] {
            for sort in [None, Some("name"), Some("-errors")] {
                for (key, value) in
                    FilterKey::ALL.iter().zip(["", "error", "N L", "&x=1", "é", "-", "~", "O365_w/o", "a,b", "("])
                {
                    let query = TableQuery { sort: sort.and_then(|sort| sort.parse().ok()), ..TableQuery::default() }
                        .with_search(search)
                        .with_filter(*key, Some(value))
                        .with_filter(FilterKey::State, Some("x"));
                    let text = query.to_string();
                    assert!(text.is_ascii() && !text.contains(['#', ' ', '"', '<', '?', '/']), "{text}");
                    assert_eq!(read(&text), query, "{text}");
                }
            }
        }
        assert_eq!(TableQuery::default().to_string(), "");
        for column in ColumnKey::ALL {
            assert_eq!(column.name().parse(), Ok(Sort { column: *column, descending: false }));
        }
    }

    #[test]
    fn what_makes_no_sense_is_left_out() {
        for text in ["sort=nothing", "sort=", "open=x", "open=-1", "q=%ff", "why=1", "x=y", "state", "=", "%73tate=x"] {
            assert!(read(text).is_empty(), "{text}");
        }
        assert_eq!(read(&format!("q={}", "a".repeat(1 << 20))).search.len(), LONGEST_SEARCH);
        assert!(read(&format!("state={}", "a".repeat(65))).is_empty());
        assert_eq!(read("state=a&state=b").filters, [(FilterKey::State, "b".to_string())]);
    }

    #[test]
    fn a_column_is_sorted_up_then_down_then_not() {
        let mut query = TableQuery::default();
        let mut seen = Vec::new();
        for _ in 0..4 {
            query = query.sorted_next_by(ColumnKey::Name);
            seen.push(query.to_string());
        }
        assert_eq!(seen, ["sort=name", "sort=-name", "", "sort=name"]);
        assert_eq!(query.sorted_next_by(ColumnKey::Joined).to_string(), "sort=joined");
    }
}
