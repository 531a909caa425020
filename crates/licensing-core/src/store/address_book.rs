//! Who holds which mail address.

use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::address::ProxyAddress;
use licensing_model::letters::folded;
use licensing_model::{ContactId, UserId};

use super::shards::Shards;
use licensing_columns::column::Column;
use licensing_columns::paged::Paged;
use licensing_columns::user::Addresses as Stored;

/// The mail attributes of one object.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Mailbox {
    /// `mail`.
    pub mail: Option<String>,
    /// `proxyAddresses`.
    pub proxy_addresses: Vec<ProxyAddress>,
}

impl Mailbox {
    /// Every address that an object with these attributes holds, in lower case, with repetitions (R9.2).
    pub(crate) fn held(&self) -> impl Iterator<Item = String> {
        self.proxy_addresses.iter().map(|proxy| folded(&proxy.address)).chain(self.mail.as_deref().map(folded))
    }
}

/// An object that holds addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// A user that is not deleted.
    User(UserId),
    /// A contact.
    Contact(ContactId),
}

/// What a user's mail attributes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum AddressState {
    /// None at all.
    #[default]
    Empty,
    /// Just what the calculation gives a user that had none: nothing is stored for them.
    Calculated,
    /// Something else, at this place.
    Own(u32),
}

/// The mail attributes of all objects, and an index of who holds what.
///
/// The index leaves out users whose only address is their userPrincipalName, because names are looked up anyway: in a
/// tenant where nobody has an odd address it is empty.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct AddressBook {
    /// By user.
    pub(crate) state: Column<UserId, Stored>,
    /// What is stored, by the place in [`AddressState::Own`].
    pub(crate) own: Paged<Mailbox, 64>,
    holders: Shards<Vec<Holder>>,
    /// Users that are not deleted and have a name of their own, by userPrincipalName in lower case.
    pub(crate) principal_names: Shards<UserId>,
}

impl AddressBook {
    /// Makes room for `more` users.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.state.reserve(more);
    }

    /// Adds the next user, without mail attributes.
    pub(crate) fn push_user(&mut self) {
        self.state.push(Stored::default());
    }

    /// What the user's mail attributes are.
    pub(crate) fn state(&self, user: UserId) -> AddressState {
        match self.state.at(user).0 {
            0 => AddressState::Empty,
            1 => AddressState::Calculated,
            more => AddressState::Own(more.saturating_sub(2)),
        }
    }

    /// Sets what the user's mail attributes are.
    pub(crate) fn set_state(&mut self, user: UserId, state: AddressState) {
        let stored = match state {
            AddressState::Empty => 0,
            AddressState::Calculated => 1,
            AddressState::Own(at) => at.saturating_add(2),
        };
        self.state.set(user, Stored(stored));
    }

    /// Whether the index is empty.
    pub(crate) fn is_plain(&self) -> bool {
        self.holders.len() == 0
    }

    /// Objects in the index that hold `address`, in lower case.
    pub(crate) fn indexed(&self, address: &str) -> &[Holder] {
        self.holders.get(address).map_or(&[], |holders| holders)
    }

    /// Enters what `holder` holds.
    pub(crate) fn enter(&mut self, holder: Holder, addresses: impl Iterator<Item = String>) {
        for address in addresses {
            let mut holders = self.indexed(&address).to_vec();
            // Sorted, so that the same tenant put together in another order is the same.
            if let Err(place) = holders.binary_search(&holder) {
                holders.insert(place, holder);
                self.holders.insert(address, holders);
            }
        }
    }

    /// Strikes out what `holder` holds.
    pub(crate) fn strike(&mut self, holder: Holder, addresses: impl Iterator<Item = String>) {
        for address in addresses {
            self.holders.change(&address, |mut holders| {
                holders.retain(|other| *other != holder);
                Some(holders).filter(|holders| !holders.is_empty())
            });
        }
    }
}
