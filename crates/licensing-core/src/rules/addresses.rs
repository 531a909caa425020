//! R9: the calculation of mail addresses that runs with every license change.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_model::address::ProxyAddress;
use licensing_model::{AssignmentError, UserId};

use super::attempt::{Attempt, Failure};
use super::cause::Cause;
use crate::store::address_book::{AddressState, Holder, Mailbox};
use crate::store::id_set::PlanSet;
use crate::store::users::Flags;
use crate::tenant::Tenant;

/// What becomes of a user's mail attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AddressChange {
    /// They stay.
    Keep,
    /// They become what the calculation gives a user that had none.
    Calculated,
    /// They become this.
    Own(Mailbox),
}

/// R9.1, R9.2: calculates the addresses that go with the candidate; fails when one of them is held by another object.
///
/// Source: the 2019 article, "Duplicate proxy addresses" and "Azure AD Mail and ProxyAddresses attribute change", and
/// the article on how proxyAddresses is populated that it refers to.
pub(crate) fn check(attempt: &Attempt, tenant: &Tenant) -> Result<AddressChange, Failure> {
    let mailbox = &tenant.tables().mailbox;
    let user = attempt.user;
    if mailbox.intersects(&attempt.want.given) || mailbox.intersects(&attempt.holding.given) {
        if let Some(change) = undisturbed(tenant, user) {
            return Ok(change);
        }
        let brings = |plans: &PlanSet| mailbox.intersects(plans);
        let marks: Vec<_> = (attempt.want.products.iter())
            .filter(|facts| facts.gives && brings(&attempt.newly_on(facts.product)))
            .map(|facts| (facts.product, Cause::AddressTaken))
            .collect();
        return match with_mailbox(tenant, user, !marks.is_empty()) {
            Ok(after) => Ok(change_to(tenant, user, after)),
            Err(_) => Err(Failure { error: AssignmentError::UniquenessViolation, marks, pairs: Vec::new() }),
        };
    }
    if mailbox.intersects(&attempt.have.given) {
        let marks = || {
            let gave = attempt.have.products.iter().filter(|facts| mailbox.intersects(facts.given()));
            gave.map(|facts| (facts.product, Cause::AddressTaken)).collect()
        };
        return match without_mailbox(tenant, user) {
            Ok(after) => Ok(change_to(tenant, user, after)),
            Err(_) => Err(Failure { error: AssignmentError::UniquenessViolation, marks: marks(), pairs: Vec::new() }),
        };
    }
    Ok(AddressChange::Keep)
}

/// The addresses on which the change of an attempt fails; none where R9 lets it pass.
pub(crate) fn taken_addresses(attempt: &Attempt, tenant: &Tenant) -> Vec<String> {
    let mailbox = &tenant.tables().mailbox;
    let keeps = mailbox.intersects(&attempt.want.given) || mailbox.intersects(&attempt.holding.given);
    let outcome = if keeps { with_mailbox(tenant, attempt.user, true) } else { without_mailbox(tenant, attempt.user) };
    outcome.err().unwrap_or_default()
}

/// The ordinary case, decided without looking at a text: nobody in the tenant has an odd address, and this user's
/// userPrincipalName is its address at the initial domain.
fn undisturbed(tenant: &Tenant, user: UserId) -> Option<AddressChange> {
    if !tenant.addresses.is_plain() || !tenant.users.flags.at(user).has(Flags::PLAIN) {
        return None;
    }
    match tenant.addresses.state(user) {
        AddressState::Empty => Some(AddressChange::Calculated),
        AddressState::Calculated => Some(AddressChange::Keep),
        AddressState::Own(_) => None,
    }
}

fn change_to(tenant: &Tenant, user: UserId, after: Mailbox) -> AddressChange {
    if after == tenant.mailbox(user) {
        AddressChange::Keep
    } else if after == tenant.calculated_mailbox(user) {
        AddressChange::Calculated
    } else {
        AddressChange::Own(after)
    }
}

/// The attributes with a mailbox plan (docs/readings.md, 26 and 27), or the calculated addresses that another object
/// holds if `strict` says that this fails.
fn with_mailbox(tenant: &Tenant, user: UserId, strict: bool) -> Result<Mailbox, Vec<String>> {
    let Mailbox { mut mail, mut proxy_addresses } = tenant.mailbox(user);
    let taken = |address: &str| tenant.is_held_by_another(address, Holder::User(user));
    let principal_name = tenant.principal_name(user);
    let nickname_address = nickname_address(tenant, user);

    proxy_addresses.retain(|proxy| tenant.is_verified(&proxy.address));
    let old_primary = proxy_addresses.iter().find(|proxy| proxy.primary).map(|proxy| proxy.address.clone());
    let usable_mail = || mail.clone().filter(|mail| tenant.is_verified(mail));
    let primary = old_primary.or_else(usable_mail).unwrap_or_else(|| principal_name.clone());
    if strict {
        let calculated = [&primary, &principal_name, &nickname_address].into_iter();
        let held: Vec<String> = calculated.filter(|address| taken(address)).cloned().collect();
        if !held.is_empty() {
            return Err(held);
        }
    }
    make_primary(&mut proxy_addresses, &primary, !taken(&primary));
    if let Some(primary) = proxy_addresses.iter().find(|proxy| proxy.primary) {
        mail = Some(primary.address.clone());
    }
    for address in [principal_name, nickname_address] {
        if place_of(&proxy_addresses, &address).is_none() && !taken(&address) {
            proxy_addresses.push(ProxyAddress { primary: false, address });
        }
    }
    Ok(Mailbox { mail, proxy_addresses })
}

/// The attributes after the last mailbox plan (docs/readings.md, 28), or the address to be promoted if another object
/// holds it.
fn without_mailbox(tenant: &Tenant, user: UserId) -> Result<Mailbox, Vec<String>> {
    let Mailbox { mail, mut proxy_addresses } = tenant.mailbox(user);
    let principal_name = tenant.principal_name(user);
    let primary = proxy_addresses.iter().find(|proxy| proxy.primary);
    if primary.is_none_or(|primary| !same(&primary.address, &principal_name)) {
        return Ok(Mailbox { mail, proxy_addresses });
    }
    let [plain, digits] = nickname_addresses(tenant, user);
    let own = proxy_addresses.iter().map(|proxy| &proxy.address).find(|own| same(own, &plain) || same(own, &digits));
    let promoted = own.cloned().unwrap_or(plain);
    if tenant.is_held_by_another(&promoted, Holder::User(user)) {
        return Err(alloc::vec![promoted]);
    }
    if !same(&promoted, &principal_name) {
        proxy_addresses.retain(|proxy| !same(&proxy.address, &principal_name));
    }
    make_primary(&mut proxy_addresses, &promoted, true);
    Ok(Mailbox { mail: Some(promoted), proxy_addresses })
}

/// Makes `address` the only primary: where it stands, or in front if it may be added.
fn make_primary(proxy_addresses: &mut Vec<ProxyAddress>, address: &str, may_add: bool) {
    let is_it = |proxy: &ProxyAddress| same(&proxy.address, address);
    let stands = proxy_addresses.iter().position(|proxy| proxy.primary && is_it(proxy));
    let stands = stands.or_else(|| proxy_addresses.iter().position(is_it));
    let place = match stands {
        Some(place) => place,
        None if may_add => {
            proxy_addresses.insert(0, ProxyAddress { primary: true, address: address.to_string() });
            0
        }
        None => return,
    };
    for (proxy, at) in proxy_addresses.iter_mut().zip(0..) {
        proxy.primary = at == place;
    }
}

/// The address from the mailNickname: the plain one, or the one with digits where another object holds the plain one.
fn nickname_address(tenant: &Tenant, user: UserId) -> String {
    let [plain, digits] = nickname_addresses(tenant, user);
    if tenant.is_held_by_another(&plain, Holder::User(user)) { digits } else { plain }
}

/// `mailNickname@initial domain`, without and with the four digits that are derived from the user's number.
pub(crate) fn nickname_addresses(tenant: &Tenant, user: UserId) -> [String; 2] {
    let nickname = tenant.nickname(user);
    let domain = &tenant.initial_domain;
    [format!("{nickname}@{domain}"), format!("{nickname}{:04}@{domain}", user.raw() % 10_000)]
}

/// Whether two addresses or domains are the same, whatever their case.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

fn place_of(proxy_addresses: &[ProxyAddress], address: &str) -> Option<usize> {
    proxy_addresses.iter().position(|proxy| same(&proxy.address, address))
}
