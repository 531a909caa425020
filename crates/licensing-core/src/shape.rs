//! The shape of what a command carries, whatever the tenant: names, addresses, domains, and how many there can be. Whoever
//! reads such values from elsewhere asks here, so that what is read is what a command would take.

use licensing_model::address::ProxyAddress;
use licensing_model::{Property, Refusal};

use crate::store::users::Edge;
use licensing_columns::list_pool::ListPool;

/// Characters of a name, an address or a userPrincipalName.
pub const LONGEST_NAME: usize = 256;
/// Characters of a mailNickname.
pub const LONGEST_NICKNAME: usize = 64;
/// Bytes of a domain.
pub const LONGEST_DOMAIN: usize = 253;
/// Bytes between two dots of a domain.
const LONGEST_LABEL: usize = 63;
/// Domains of a tenant: Microsoft allows so many.
pub const MOST_DOMAINS: usize = 5_000;
/// Addresses of one object.
pub const MOST_ADDRESSES: usize = 200;
/// Groups of one user. When they are all deleted, rows that remain of each need another place.
pub const MOST_GROUPS_OF_A_USER: usize = ListPool::<Edge>::LONGEST / 2;

/// A display name: any Unicode of 1 to 256 characters.
///
/// # Errors
/// What is wrong with it.
pub fn name(name: &str) -> Result<(), Refusal> {
    if name.is_empty() {
        Err(Refusal::NameEmpty)
    } else if is_longer(name, LONGEST_NAME) {
        Err(Refusal::NameTooLong)
    } else {
        Ok(())
    }
}

/// The value of a property that is kept as it was given.
///
/// # Errors
/// It is too long.
pub fn value(value: &str) -> Result<(), Refusal> {
    if is_longer(value, Property::LONGEST) { Err(Refusal::ValueTooLong) } else { Ok(()) }
}

/// Whether the text can be a mailNickname.
pub fn is_nickname(nickname: &str) -> bool {
    let fits = !nickname.is_empty() && !is_longer(nickname, LONGEST_NICKNAME);
    fits && !nickname.chars().any(|c| c == '@' || c.is_whitespace())
}

/// The mailNickname of a user for whom none was given: what stands before the `@`, up to 64 characters.
pub fn nickname_from(principal_name: &str) -> &str {
    let local = principal_name.split_once('@').map_or(principal_name, |(local, _)| local);
    local.char_indices().nth(LONGEST_NICKNAME).and_then(|(at, _)| local.get(..at)).unwrap_or(local)
}

/// Whether the text can be a mail address: `local@domain`.
pub fn is_address(address: &str) -> bool {
    let parts = address.split_once('@');
    let parts = parts.is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'));
    parts && !is_longer(address, LONGEST_NAME) && !address.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// `mail` and `proxyAddresses`.
///
/// # Errors
/// What is wrong with them.
pub fn addresses(mail: Option<&str>, proxy_addresses: &[ProxyAddress]) -> Result<(), Refusal> {
    if proxy_addresses.len() > MOST_ADDRESSES {
        return Err(Refusal::TooManyAddresses);
    }
    let mut all = mail.into_iter().chain(proxy_addresses.iter().map(|proxy| proxy.address.as_str()));
    if all.all(is_address) { Ok(()) } else { Err(Refusal::AddressInvalid) }
}

/// Whether the text can be a userPrincipalName in some tenant, but for its length.
pub fn has_shape_of_principal_name(name: &str) -> bool {
    name.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && !local.chars().any(char::is_whitespace) && is_domain(domain)
    })
}

/// Whether the text can be a userPrincipalName in some tenant.
pub fn is_principal_name(name: &str) -> bool {
    has_shape_of_principal_name(name) && !is_longer(name, LONGEST_NAME)
}

/// Whether the text can be a verified domain.
pub fn is_domain(domain: &str) -> bool {
    let clean = !domain.chars().any(|letter| letter == '@' || letter.is_whitespace() || letter.is_control());
    clean && (1..=LONGEST_DOMAIN).contains(&domain.len())
}

/// Whether the text can be a domain that is added: labels of letters, digits and hyphens between dots, as DNS has them.
/// Domains that a tenant brings along are taken as they are ([`is_domain`]).
pub fn is_dns_name(domain: &str) -> bool {
    // Bytes of the label so far; what stands before a label's first byte is a dot, as behind its last.
    let (mut label, mut before, mut labels) = (0_usize, b'.', 1_u32);
    for byte in domain.bytes() {
        match byte {
            b'.' if label > 0 && before != b'-' => {
                label = 0;
                labels = labels.saturating_add(1);
            }
            b'-' if label > 0 => label = label.saturating_add(1),
            _ if byte.is_ascii_alphanumeric() => label = label.saturating_add(1),
            _ => return false,
        }
        if label > LONGEST_LABEL {
            return false;
        }
        before = byte;
    }
    labels > 1 && label > 0 && before != b'-' && domain.len() <= LONGEST_DOMAIN
}

fn is_longer(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_some()
}
