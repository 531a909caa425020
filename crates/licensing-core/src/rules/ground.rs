//! What the checks judge by. Nothing else of a tenant reaches them.

use alloc::string::String;

use licensing_model::CountryCode;

use super::tables::Tables;
use crate::store::address_book::Mailbox;
use crate::store::id_set::ProductSet;

/// What a step of one user is judged by, beside what the user's paths have and want.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    /// The rows that count.
    pub(crate) tables: &'a Tables,
    /// R5.1: where the user is.
    pub(crate) country: CountryCode,
    /// R8.2: products of which a seat is free.
    pub(crate) free: &'a ProductSet,
    /// R9: the user's addresses, and who holds others.
    pub(crate) addresses: &'a dyn Addresses,
}

/// What R9 asks of one user's addresses and of the address book.
pub(crate) trait Addresses {
    /// The ordinary case, told without looking at a text: nobody in the tenant has an odd address, and the addresses of
    /// this user follow from its names. Then whether the user has them.
    fn ordinary(&self) -> Option<bool>;
    /// `mail` and `proxyAddresses`.
    fn mailbox(&self) -> Mailbox;
    /// What the calculation gives a user without addresses whom nobody disturbs.
    fn calculated(&self) -> Mailbox;
    /// `userPrincipalName`.
    fn principal_name(&self) -> String;
    /// `mailNickname@initial domain`, without and with the four digits that are derived from the user's number.
    fn nickname_addresses(&self) -> [String; 2];
    /// Whether the domain of `address` is one of the tenant's.
    fn is_verified(&self, address: &str) -> bool;
    /// R9.2: whether another object holds `address` now.
    fn is_taken(&self, address: &str) -> bool;
}
