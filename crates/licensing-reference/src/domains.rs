//! The tenant's verified domains (R9.1).

use licensing_model::refusal::DomainUser;
use licensing_model::{Member, Property, Refusal};

use crate::addresses::same;
use crate::model::Model;

/// The most domains of a tenant, the initial one among them.
const DOMAINS: usize = 5_000;

impl Model {
    /// Adds a domain.
    pub(crate) fn add_domain(&mut self, domain: &str) -> Result<(), Refusal> {
        if !is_domain(domain) {
            return Err(Refusal::DomainInvalid);
        }
        if self.verified(&format!("somebody@{domain}")) {
            return Err(Refusal::DomainTaken);
        }
        if self.domains.len() + 1 >= DOMAINS {
            return Err(Refusal::TooManyDomains);
        }
        self.domains.push(domain.to_string());
        Ok(())
    }

    /// Deletes a domain in which nothing that lives has a name or an address.
    pub(crate) fn delete_domain(&mut self, domain: &str) -> Result<(), Refusal> {
        if same(domain, &self.initial_domain) {
            return Err(Refusal::DomainInitial);
        }
        if !self.domains.iter().any(|own| same(own, domain)) {
            return Err(Refusal::UnknownDomain);
        }
        let is_in = |address: &str| address.rsplit_once('@').is_some_and(|(_, own)| same(own, domain));
        let mut by = Vec::new();
        for (id, user) in self.live_users() {
            let mut all =
                user.proxy_addresses.iter().map(|a| &a.address).chain(&user.mail).chain([&user.principal_name]);
            if all.any(|address| is_in(address)) {
                by.push(DomainUser::User(id));
            }
        }
        for group in self.groups.keys().copied().filter(|group| self.exists(*group)) {
            let mail = self.properties.get(&(Member::Group(group), Property::GROUP_MAIL));
            if mail.is_some_and(|mail| is_in(mail)) {
                by.push(DomainUser::Group(group));
            }
        }
        for (contact, addresses) in &self.contacts {
            if addresses.iter().flatten().any(|address| is_in(address)) {
                by.push(DomainUser::Contact(*contact));
            }
        }
        if let Some(first) = by.first() {
            return Err(Refusal::DomainInUse { first: *first, number: by.len() as u32 });
        }
        self.domains.retain(|own| !same(own, domain));
        Ok(())
    }
}

/// Two parts or more, each of 1 to 63 letters, digits and hyphens, with no hyphen at either end.
fn is_domain(domain: &str) -> bool {
    let parts: Vec<&str> = domain.split('.').collect();
    let is_part = |part: &&str| {
        let of = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        !part.is_empty() && part.len() < 64 && part.chars().all(of) && part.trim_matches('-') == *part
    };
    domain.len() < 254 && parts.len() > 1 && parts.iter().all(is_part)
}
