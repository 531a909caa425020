//! From a fact to the commands that take it away.
//!
//! A [`Cure`] is one way to take one fact away. Whether an error is gone then is not said here: a command is tried on a
//! copy. The facts are those at the leaves of a trace, and the links that name what a leaf stands against.

mod commands;
mod facts;

use alloc::string::String;

use licensing_model::{CountryCode, GroupId, Path, PlanId, ProductId, UserId};

use crate::store::address_book::Holder;

/// What carries a license: a group for its members, or a user directly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Carrier {
    /// The group's template.
    Group(GroupId),
    /// The user's direct licenses.
    User(UserId),
}

impl Carrier {
    /// What carries the path of a user.
    pub const fn of(user: UserId, path: Path) -> Carrier {
        match path {
            Path::Direct => Carrier::User(user),
            Path::Group(group) => Carrier::Group(group),
        }
    }
}

/// One way to take a fact away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cure {
    /// Processing the user again, where the cause is gone already.
    Reprocess(UserId),
    /// Buying so many more units.
    Buy {
        /// Of which product.
        product: ProductId,
        /// How many.
        count: u32,
    },
    /// Taking a direct license away.
    RemoveDirect {
        /// Whose.
        user: UserId,
        /// Which.
        product: ProductId,
    },
    /// Giving one direct license for another in one request.
    Swap {
        /// Whose.
        user: UserId,
        /// What goes.
        from: ProductId,
        /// What comes, with the plans that the group's template has off.
        to: ProductId,
        /// That group.
        as_in: GroupId,
    },
    /// Leaving a group.
    Leave {
        /// Who.
        user: UserId,
        /// Which.
        group: GroupId,
    },
    /// Coming back into a group that was left.
    Join {
        /// Who.
        user: UserId,
        /// Which.
        group: GroupId,
    },
    /// Turning a plan off, with the plans that need it.
    TurnOff {
        /// Where.
        carrier: Carrier,
        /// In which product.
        product: ProductId,
        /// Which plan.
        plan: PlanId,
    },
    /// Turning a plan on.
    TurnOn {
        /// Where.
        carrier: Carrier,
        /// In which product.
        product: ProductId,
        /// Which plan.
        plan: PlanId,
    },
    /// Adding a product with nothing but one plan on.
    Add {
        /// Where.
        carrier: Carrier,
        /// Which product.
        product: ProductId,
        /// Which plan.
        plan: PlanId,
    },
    /// Setting the usage location.
    Locate {
        /// Whose.
        user: UserId,
        /// Where.
        country: CountryCode,
    },
    /// Setting the tenant's country.
    SetCountry(CountryCode),
    /// Taking an address from its holder.
    TakeAddress {
        /// Who holds it.
        holder: Holder,
        /// Which.
        address: String,
    },
    /// Other names for the user, so that other addresses follow from them.
    Rename(UserId),
}

/// The kinds of cures, as one says what was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CureKind {
    /// [`Cure::Reprocess`].
    Reprocess,
    /// [`Cure::Buy`].
    Buy,
    /// [`Cure::RemoveDirect`].
    RemoveDirect,
    /// [`Cure::Swap`].
    Swap,
    /// [`Cure::Leave`].
    Leave,
    /// [`Cure::Join`].
    Join,
    /// [`Cure::TurnOff`].
    TurnOff,
    /// [`Cure::TurnOn`] and [`Cure::Add`].
    AddPrerequisite,
    /// [`Cure::Locate`] and [`Cure::SetCountry`].
    Locate,
    /// [`Cure::TakeAddress`] and [`Cure::Rename`].
    Address,
}

impl Cure {
    /// Its kind.
    pub const fn kind(&self) -> CureKind {
        match self {
            Cure::Reprocess(_) => CureKind::Reprocess,
            Cure::Buy { .. } => CureKind::Buy,
            Cure::RemoveDirect { .. } => CureKind::RemoveDirect,
            Cure::Swap { .. } => CureKind::Swap,
            Cure::Leave { .. } => CureKind::Leave,
            Cure::Join { .. } => CureKind::Join,
            Cure::TurnOff { .. } => CureKind::TurnOff,
            Cure::TurnOn { .. } | Cure::Add { .. } => CureKind::AddPrerequisite,
            Cure::Locate { .. } | Cure::SetCountry(_) => CureKind::Locate,
            Cure::TakeAddress { .. } | Cure::Rename(_) => CureKind::Address,
        }
    }
}
