//! Whether names and addresses that were given can be taken.

use licensing_model::address::ProxyAddress;
use licensing_model::{GroupId, Refusal, UserId};

use crate::tenant::Tenant;

const LONGEST_NAME: usize = 256;
const LONGEST_NICKNAME: usize = 64;
const MOST_ADDRESSES: usize = 200;

/// A display name: any Unicode of 1 to 256 characters.
pub(crate) fn name(name: &str) -> Result<(), Refusal> {
    if name.is_empty() {
        Err(Refusal::NameEmpty)
    } else if name.chars().nth(LONGEST_NAME).is_some() {
        Err(Refusal::NameTooLong)
    } else {
        Ok(())
    }
}

/// A mailNickname.
pub(crate) fn nickname(nickname: &str) -> Result<(), Refusal> {
    let fits = !nickname.is_empty() && nickname.chars().nth(LONGEST_NICKNAME).is_none();
    let clean = !nickname.chars().any(|c| c == '@' || c.is_whitespace());
    if fits && clean { Ok(()) } else { Err(Refusal::NicknameInvalid) }
}

/// The mailNickname of a user for whom none was given: what stands before the `@`, up to 64 characters.
pub fn nickname_from(principal_name: &str) -> &str {
    let local = principal_name.split_once('@').map_or(principal_name, |(local, _)| local);
    local.char_indices().nth(LONGEST_NICKNAME).and_then(|(at, _)| local.get(..at)).unwrap_or(local)
}

/// An address: `local@domain`.
fn address(address: &str) -> Result<(), Refusal> {
    let parts = address.split_once('@');
    let parts = parts.is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'));
    let fits = address.chars().nth(LONGEST_NAME).is_none();
    let clean = !address.chars().any(|c| c.is_whitespace() || c.is_control());
    if parts && fits && clean { Ok(()) } else { Err(Refusal::AddressInvalid) }
}

/// `mail` and `proxyAddresses`.
pub(crate) fn addresses(mail: Option<&str>, proxy_addresses: &[ProxyAddress]) -> Result<(), Refusal> {
    if proxy_addresses.len() > MOST_ADDRESSES {
        return Err(Refusal::TooManyAddresses);
    }
    mail.into_iter().chain(proxy_addresses.iter().map(|proxy| proxy.address.as_str())).try_for_each(address)
}

/// Whether the text has the shape of a userPrincipalName, whatever its length and domain.
fn has_shape_of_principal_name(name: &str) -> bool {
    name.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && !local.chars().any(char::is_whitespace) && !domain.contains('@')
    })
}

/// Whether the text can be a userPrincipalName in some tenant.
pub(crate) fn is_principal_name(name: &str) -> bool {
    has_shape_of_principal_name(name) && name.chars().nth(LONGEST_NAME).is_none()
}

impl Tenant {
    /// A userPrincipalName for `user`, or for a user yet to be created.
    pub(super) fn check_principal_name(&self, name: &str, user: Option<UserId>) -> Result<(), Refusal> {
        if !has_shape_of_principal_name(name) || !self.is_verified(name) {
            return Err(Refusal::PrincipalNameInvalid);
        }
        if name.chars().nth(LONGEST_NAME).is_some() {
            return Err(Refusal::NameTooLong);
        }
        match self.user_by_principal_name(&name.to_lowercase()) {
            Some(other) if Some(other) != user => Err(Refusal::PrincipalNameTaken),
            _ => Ok(()),
        }
    }

    /// The user exists and is not deleted.
    pub(super) fn check_user(&self, user: UserId) -> Result<(), Refusal> {
        if self.users.is_live(user) { Ok(()) } else { Err(Refusal::UnknownUser(user)) }
    }

    /// The group exists and is not deleted.
    pub(super) fn check_group(&self, group: GroupId) -> Result<(), Refusal> {
        if self.group_exists(group) { Ok(()) } else { Err(Refusal::UnknownGroup(group)) }
    }

    /// Another name still fits.
    pub(super) fn check_room(&self) -> Result<(), Refusal> {
        let fits = self.texts.has_room() && self.users.len() < 1 << 30 && self.groups.len() < 1 << 30;
        if fits { Ok(()) } else { Err(Refusal::TenantFull) }
    }
}
