//! R9: the calculation of mail addresses that runs with every license change.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};

use licensing_model::AssignmentError;
use licensing_model::address::ProxyAddress;
use licensing_model::letters::folded;

use super::attempt::{Attempt, Failure};
use super::cause::Cause;
use super::ground::Addresses;
use crate::store::address_book::Mailbox;
use crate::store::id_set::PlanSet;

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
pub(crate) fn check(attempt: &Attempt, mailbox: &PlanSet, addresses: &dyn Addresses) -> Result<AddressChange, Failure> {
    if mailbox.intersects(&attempt.want.given) || mailbox.intersects(&attempt.holding.given) {
        if let Some(has_them) = addresses.ordinary() {
            return Ok(if has_them { AddressChange::Keep } else { AddressChange::Calculated });
        }
        let brings = |plans: &PlanSet| mailbox.intersects(plans);
        let marks: Vec<_> = (attempt.want.products.iter())
            .filter(|facts| facts.gives && brings(&attempt.newly_on(facts.product)))
            .map(|facts| (facts.product, Cause::AddressTaken))
            .collect();
        return match with_mailbox(addresses, !marks.is_empty()) {
            Ok(after) => Ok(change_to(addresses, after)),
            Err(_) => Err(Failure { error: AssignmentError::UniquenessViolation, marks, pairs: Vec::new() }),
        };
    }
    if mailbox.intersects(&attempt.have.given) {
        let marks = || {
            let gave = attempt.have.products.iter().filter(|facts| mailbox.intersects(facts.given()));
            gave.map(|facts| (facts.product, Cause::AddressTaken)).collect()
        };
        return match without_mailbox(addresses) {
            Ok(after) => Ok(change_to(addresses, after)),
            Err(_) => Err(Failure { error: AssignmentError::UniquenessViolation, marks: marks(), pairs: Vec::new() }),
        };
    }
    Ok(AddressChange::Keep)
}

/// The addresses on which the change of an attempt fails; none where R9 lets it pass.
pub(crate) fn taken_addresses(attempt: &Attempt, mailbox: &PlanSet, addresses: &dyn Addresses) -> Vec<String> {
    let keeps = mailbox.intersects(&attempt.want.given) || mailbox.intersects(&attempt.holding.given);
    let outcome = if keeps { with_mailbox(addresses, true) } else { without_mailbox(addresses) };
    outcome.err().unwrap_or_default()
}

fn change_to(addresses: &dyn Addresses, after: Mailbox) -> AddressChange {
    if after == addresses.mailbox() {
        AddressChange::Keep
    } else if after == addresses.calculated() {
        AddressChange::Calculated
    } else {
        AddressChange::Own(after)
    }
}

/// The attributes with a mailbox plan (docs/readings.md, 26 and 27), or the calculated addresses that another object
/// holds if `strict` says that this fails.
fn with_mailbox(addresses: &dyn Addresses, strict: bool) -> Result<Mailbox, Vec<String>> {
    let Mailbox { mut mail, mut proxy_addresses } = addresses.mailbox();
    let taken = |address: &str| addresses.is_taken(address);
    let principal_name = addresses.principal_name();
    let [plain, digits] = addresses.nickname_addresses();
    let nickname_address = if taken(&plain) { digits } else { plain };

    proxy_addresses.retain(|proxy| addresses.is_verified(&proxy.address));
    let old_primary = proxy_addresses.iter().find(|proxy| proxy.primary).map(|proxy| proxy.address.clone());
    let usable_mail = || mail.clone().filter(|mail| addresses.is_verified(mail));
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
fn without_mailbox(addresses: &dyn Addresses) -> Result<Mailbox, Vec<String>> {
    let Mailbox { mail, mut proxy_addresses } = addresses.mailbox();
    let principal_name = addresses.principal_name();
    let primary = proxy_addresses.iter().find(|proxy| proxy.primary);
    if primary.is_none_or(|primary| !same(&primary.address, &principal_name)) {
        return Ok(Mailbox { mail, proxy_addresses });
    }
    let [plain, digits] = addresses.nickname_addresses();
    let own = proxy_addresses.iter().map(|proxy| &proxy.address).find(|own| same(own, &plain) || same(own, &digits));
    let promoted = own.cloned().unwrap_or(plain);
    if addresses.is_taken(&promoted) {
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

/// Whether two addresses or domains are the same, whatever their case.
pub(crate) fn same(a: &str, b: &str) -> bool {
    folded(a) == folded(b)
}

fn place_of(proxy_addresses: &[ProxyAddress], address: &str) -> Option<usize> {
    proxy_addresses.iter().position(|proxy| same(&proxy.address, address))
}

impl Mailbox {
    /// R9.1: what the calculation gives a user with these names who has no mail attributes and whom nobody disturbs.
    pub fn calculated(principal_name: &str, nickname: &str, initial_domain: &str) -> Mailbox {
        let plain = format!("{nickname}@{initial_domain}");
        let mut proxy_addresses = vec![ProxyAddress { primary: true, address: principal_name.to_string() }];
        if folded(&plain) != folded(principal_name) {
            proxy_addresses.push(ProxyAddress { primary: false, address: plain });
        }
        Mailbox { mail: Some(principal_name.to_string()), proxy_addresses }
    }
}

#[cfg(test)]
mod tests {
    use super::super::literals::{Person, attempt, plans, tables, template};
    use super::*;

    const ANNA: Person = Person { principal_name: "anna@contoso", nickname: "anna", held: &[], taken: &[] };

    /// What becomes of the addresses: `Err` with the products that fail, `None` where they stay.
    fn change(person: &Person, gains: bool) -> Result<Option<Vec<String>>, usize> {
        let tables = tables(&[], &[]);
        let [none, mailbox] = [&[][..], &[(1, &[10][..])]].map(|t| template(&tables, t));
        let (have, want) = if gains { (&none, &mailbox) } else { (&mailbox, &none) };
        let verdict = attempt(have, want, &none, |attempt| check(attempt, &plans(&[10]), person));
        match verdict {
            Ok(AddressChange::Own(mailbox)) => {
                Ok(Some(mailbox.proxy_addresses.iter().map(|p| p.to_string()).collect()))
            }
            Ok(AddressChange::Keep | AddressChange::Calculated) => Ok(None),
            Err(failure) => Err(failure.marks.len()),
        }
    }

    #[test]
    fn a_mailbox_brings_the_principal_name_and_the_address_of_the_nickname() {
        let given = |held| change(&Person { held, ..ANNA }, true).unwrap();
        let all = ["SMTP:anna@contoso", "smtp:anna@initial"].map(String::from).to_vec();
        assert_eq!(given(&[]), Some(all.clone()));
        assert_eq!(given(&["SMTP:a@elsewhere"]), Some(all), "addresses of unverified domains go first");
        let kept = given(&["SMTP:a@contoso", "smtp:anna@contoso", "smtp:anna@initial"]);
        assert_eq!(kept, None, "an existing primary stays");
    }

    #[test]
    fn a_calculated_address_that_another_holds_fails_and_a_taken_nickname_gets_digits() {
        assert_eq!(change(&Person { taken: &["anna@contoso"], ..ANNA }, true), Err(1));
        let digits = change(&Person { taken: &["anna@initial"], ..ANNA }, true).unwrap().unwrap();
        assert_eq!(digits, ["SMTP:anna@contoso", "smtp:anna0007@initial"]);
    }

    #[test]
    fn the_last_mailbox_plan_takes_the_principal_name_along() {
        let held = &["SMTP:anna@contoso", "smtp:anna@initial"];
        assert_eq!(change(&Person { held, ..ANNA }, false).unwrap().unwrap(), ["SMTP:anna@initial"]);
        assert_eq!(change(&Person { held: &held[..1], taken: &["anna@initial"], ..ANNA }, false), Err(1));
        assert_eq!(change(&Person { held: &["SMTP:a@contoso"], ..ANNA }, false), Ok(None), "another primary stays");
    }
}
