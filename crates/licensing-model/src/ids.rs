//! Dense ids: positions in the columns of a tenant or of the catalog. One type each, so that they cannot be mixed.

use core::fmt;

macro_rules! dense_id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id at position `index`; positions past `u32::MAX` become `u32::MAX`, which no column reaches.
            pub const fn at(index: usize) -> Self {
                if index > u32::MAX as usize { Self(u32::MAX) } else { Self(index as u32) }
            }

            /// The id whose position is `raw`.
            pub const fn from_raw(raw: u32) -> Self {
                Self(raw)
            }

            /// The position as a column index.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The position as it is stored.
            pub const fn raw(self) -> u32 {
                self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }
    };
}

dense_id!(
    /// A user of the tenant, by running number: the first user ever created is 0. Numbers are never used again.
    UserId, "u"
);
dense_id!(
    /// A group of the tenant, by running number. Numbers are never used again.
    GroupId, "g"
);
dense_id!(
    /// A contact of the tenant, by running number.
    ContactId, "c"
);
dense_id!(
    /// A product (SKU), by its append-only position in the full catalog (R16).
    ProductId, "p"
);
dense_id!(
    /// A service plan, by its append-only position in the full catalog (R16).
    PlanId, "s"
);
