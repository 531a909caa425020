//! R9: the calculation of addresses that every license change of a user runs.

use std::collections::BTreeSet;

use licensing_model::address::ProxyAddress;
use licensing_model::letters::folded;
use licensing_model::{PlanId, ProductId, UserId};

use crate::change::{Addresses, Change};
use crate::model::{Model, User};

/// Readings 25: addresses are compared in lower case.
pub(crate) fn same(a: &str, b: &str) -> bool {
    folded(a) == folded(b)
}

impl Model {
    /// R9.2: whether another object than `user` holds the address now. Deleted objects hold none.
    pub(crate) fn held_by_another(&self, user: UserId, address: &str) -> bool {
        let by_user = self.live_users().filter(|(id, _)| *id != user).any(|(_, other)| {
            other.mail.iter().chain(other.proxy_addresses.iter().map(|a| &a.address)).any(|held| same(held, address))
        });
        by_user || self.contacts.values().flatten().flatten().any(|held| same(held, address))
    }

    /// Whether the address is in one of the tenant's domains.
    pub(crate) fn verified(&self, address: &str) -> bool {
        let domain = address.split_once('@').map_or("", |(_, domain)| domain);
        same(domain, &self.initial_domain) || self.domains.iter().any(|own| same(domain, own))
    }

    /// `mailNickname@initial domain`.
    fn plain_nickname_address(&self, user: &User) -> String {
        format!("{}@{}", user.nickname, self.initial_domain)
    }

    /// The same with the four digits of the user's number.
    fn nickname_address_with_digits(&self, id: UserId, user: &User) -> String {
        format!("{}{:04}@{}", user.nickname, id.raw() % 10_000, self.initial_domain)
    }

    /// R9: the addresses after a change, or the products that get the code.
    pub(crate) fn addresses_after(&self, change: &Change<'_>) -> Result<Addresses, Vec<ProductId>> {
        let mailbox: BTreeSet<PlanId> =
            self.catalog.loaded_plans().filter(|(_, plan)| plan.mailbox).map(|(plan, _)| plan).collect();
        let had = !self.given(&self.before(change)).is_disjoint(&mailbox);
        let has = !self.given(&self.after(change)).is_disjoint(&mailbox);
        if has {
            let enables =
                |product: &ProductId| self.gives_plans(*product) && !self.newly(change, *product).is_disjoint(&mailbox);
            let enabling: Vec<ProductId> = change.want.keys().copied().filter(enables).collect();
            return self.with_mailbox(change, enabling);
        }
        if had {
            return self.without_mailbox(change).ok_or_else(|| self.giving(change, &mailbox));
        }
        Ok(Addresses { mail: change.user.mail.clone(), proxies: change.user.proxy_addresses.clone() })
    }

    /// R9.1 with a mailbox plan, step by step as readings 26 and 27 have it. Fails with `enabling`, if it is not empty.
    fn with_mailbox(&self, change: &Change<'_>, enabling: Vec<ProductId>) -> Result<Addresses, Vec<ProductId>> {
        let user = change.user;
        let taken = |address: &str| self.held_by_another(change.id, address);

        // Addresses of unverified domains go first.
        let mut proxies: Vec<ProxyAddress> =
            user.proxy_addresses.iter().filter(|a| self.verified(&a.address)).cloned().collect();

        // The three computed addresses.
        let first_primary = proxies.iter().find(|a| a.primary).map(|a| a.address.clone());
        let verified_mail = user.mail.clone().filter(|mail| self.verified(mail));
        let primary = first_primary.or(verified_mail).unwrap_or_else(|| user.principal_name.clone());
        let plain = self.plain_nickname_address(user);
        let nickname = if taken(&plain) { self.nickname_address_with_digits(change.id, user) } else { plain };
        if !enabling.is_empty() && [&primary, &user.principal_name, &nickname].into_iter().any(|a| taken(a)) {
            return Err(enabling);
        }

        let missing = |proxies: &[ProxyAddress], address: &str| !proxies.iter().any(|a| same(&a.address, address));
        if missing(&proxies, &primary) && !taken(&primary) {
            proxies.insert(0, ProxyAddress { primary: true, address: primary.clone() });
        }
        make_primary(&mut proxies, &primary);
        for address in [user.principal_name.clone(), nickname] {
            if missing(&proxies, &address) && !taken(&address) {
                proxies.push(ProxyAddress { primary: false, address });
            }
        }
        let mail = proxies.iter().find(|a| a.primary).map(|a| a.address.clone()).or(user.mail.clone());
        Ok(Addresses { mail, proxies })
    }

    /// R9.1 on losing the last mailbox plan (readings 28). `None` if the address to be promoted is held by another.
    fn without_mailbox(&self, change: &Change<'_>) -> Option<Addresses> {
        let user = change.user;
        let mut proxies = user.proxy_addresses.clone();
        let primary = proxies.iter().find(|a| a.primary);
        if !primary.is_some_and(|a| same(&a.address, &user.principal_name)) {
            return Some(Addresses { mail: user.mail.clone(), proxies });
        }
        let plain = self.plain_nickname_address(user);
        let digits = self.nickname_address_with_digits(change.id, user);
        let own = proxies.iter().map(|a| &a.address).find(|a| same(a, &plain) || same(a, &digits));
        let promoted = own.cloned().unwrap_or(plain);
        if self.held_by_another(change.id, &promoted) {
            return None;
        }
        // If it is the userPrincipalName itself, nothing goes.
        proxies.retain(|a| same(&a.address, &promoted) || !same(&a.address, &user.principal_name));
        if !proxies.iter().any(|a| same(&a.address, &promoted)) {
            proxies.insert(0, ProxyAddress { primary: true, address: promoted.clone() });
        }
        make_primary(&mut proxies, &promoted);
        Some(Addresses { mail: Some(promoted), proxies })
    }
}

/// Makes the entry with this address the primary, where it stands, and every other entry secondary.
fn make_primary(proxies: &mut [ProxyAddress], address: &str) {
    let stays = proxies.iter().position(|a| a.primary && same(&a.address, address));
    let at = stays.or_else(|| proxies.iter().position(|a| same(&a.address, address)));
    for (index, entry) in proxies.iter_mut().enumerate() {
        entry.primary = Some(index) == at;
    }
}
