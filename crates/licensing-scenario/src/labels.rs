//! A scenario in which nobody can be recognised: labels such as "User 5" instead of names, for links that leave a company.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_core::{Action, Tenant};
use licensing_model::address::ProxyAddress;
use licensing_model::guid::{self, GuidKind};
use licensing_model::state::{AuditState, MailboxState};
use licensing_model::{Command, TenantState, UserId};

use crate::scenario::{Base, Scenario};

impl Scenario {
    /// The same scenario with labels instead of the names and addresses of users, groups and contacts, and of the
    /// domains; without ids of its own, title and audit log. Who shares an address with whom stays as it is. People of a
    /// generated tenant keep their invented names. Ways that were left are not part of it. `beginning` is the tenant that
    /// the actions start from.
    pub fn with_labels(mut self, beginning: &Tenant) -> Scenario {
        let mut labels = Labels::new(beginning);
        self.title = String::new();
        match &mut self.base {
            Base::State(state) => labels.replace_in_state(state, beginning),
            Base::Empty(settings) => {
                labels.domain_names(&mut settings.initial_domain, &mut settings.domains);
            }
            Base::Sample(_) => labels.keep_people(beginning),
        }
        for action in &mut self.actions {
            match action {
                Action::Command(command) => labels.replace_in_command(command),
                Action::Draft(commands) => labels.replace_in_draft(commands),
                Action::Steps(_) => {}
            }
        }
        self.branches = Vec::new();
        self
    }
}

/// What stands for what; names are compared without regard to case.
struct Labels {
    /// Addresses of users.
    addresses: BTreeMap<String, String>,
    /// What stands before the `@` elsewhere.
    accounts: BTreeMap<String, String>,
    /// What stands behind it.
    domains: BTreeMap<String, String>,
    /// Ids of groups that an import brought, each with the one that follows from the seed.
    ids: Vec<(String, String)>,
    /// How many users there are, deleted ones too.
    users: usize,
    /// How many groups.
    groups: usize,
    /// How many contacts were met.
    contacts: usize,
}

impl Labels {
    fn new(beginning: &Tenant) -> Labels {
        Labels {
            addresses: BTreeMap::new(),
            accounts: BTreeMap::new(),
            domains: beginning.domains().map(|domain| (domain.to_lowercase(), domain.to_string())).collect(),
            ids: Vec::new(),
            users: beginning.next_user().index(),
            groups: beginning.next_group().index(),
            contacts: 0,
        }
    }

    fn keep_people(&mut self, tenant: &Tenant) {
        for user in (0..self.users).map(UserId::at) {
            self.accounts.insert(tenant.nickname(user).to_lowercase(), tenant.nickname(user));
            self.addresses.insert(tenant.principal_name(user).to_lowercase(), tenant.principal_name(user));
        }
    }

    /// The first domain is the one that stays a domain of Microsoft's.
    fn domain_names(&mut self, initial: &mut String, others: &mut [String]) {
        let own = core::mem::replace(initial, "contoso.onmicrosoft.com".to_string());
        self.domains.insert(own.to_lowercase(), initial.clone());
        for (number, domain) in (1..).zip(others) {
            let own = core::mem::replace(domain, format!("domain{number}.example"));
            self.domains.insert(own.to_lowercase(), domain.clone());
        }
    }

    fn replace_in_state(&mut self, state: &mut TenantState, tenant: &Tenant) {
        let initial = state.settings.initial_domain.clone();
        self.domain_names(&mut state.settings.initial_domain, &mut state.settings.domains);
        let mut texts = Vec::new();
        let mut own_text = |text: String| {
            texts.push(text);
            texts.len() as u32
        };
        let groups = state.ids.iter().filter(|(kind, ..)| *kind == GuidKind::Group);
        let seed = state.settings.seed;
        self.ids =
            groups.map(|(kind, number, id)| (id.to_string(), guid::derive(seed, *kind, *number).to_string())).collect();
        let tenant_texts = core::mem::take(&mut state.tables.texts);
        let users = &mut state.users;
        for (at, principal_name) in users.principal_names.iter_mut().enumerate() {
            let user = UserId::at(at);
            let (label, name) = (account_of(at), tenant.principal_name(user).to_lowercase());
            let domain = name.rsplit_once('@').map_or("", |(_, domain)| domain);
            let is_initial = domain.eq_ignore_ascii_case(&initial);
            let replaced = format!("{label}@{}", self.domain(domain));
            *principal_name = if is_initial { 0 } else { own_text(replaced.clone()) };
            let nickname = tenant.nickname(user).to_lowercase();
            self.addresses
                .entry(format!("{nickname}@{}", initial.to_lowercase()))
                .or_insert_with(|| format!("{label}@{}", state.settings.initial_domain));
            self.accounts.entry(nickname).or_insert_with(|| label.clone());
            self.addresses.insert(name, replaced);
        }
        // A name of number 0 follows from the number of the user.
        users.names.iter_mut().chain(&mut users.nicknames).for_each(|name| *name = 0);
        for mailbox in &mut users.mailboxes {
            if let MailboxState::Own { mail, proxy_addresses } = mailbox {
                *mail = mail.as_deref().map(|mail| self.address(mail));
                self.proxy_addresses(proxy_addresses);
            }
        }
        for group in &mut state.groups {
            group.name = 0;
            if let Some((text, _)) = &mut group.rule {
                let mut rule = text_at(&tenant_texts, *text);
                self.ids_in_rule(&mut rule);
                *text = own_text(rule);
            }
        }
        state.properties.retain(|(_, property, _)| !property.names_somebody());
        for (.., text) in &mut state.properties {
            *text = own_text(text_at(&tenant_texts, *text));
        }
        for contact in &mut state.contacts {
            contact.name = own_text(self.contact());
            self.proxy_addresses(&mut contact.proxy_addresses);
        }
        state.tables.texts = texts;
        state.ids = Vec::new();
        state.audit = AuditState::default();
    }

    fn replace_in_command(&mut self, command: &mut Command) {
        match command {
            Command::CreateUser(new) => {
                let label = account_of(self.users);
                new.display_name = format!("User {}", self.users);
                self.users = self.users.saturating_add(1);
                let name = new.user_principal_name.to_lowercase();
                let (account, _) = name.rsplit_once('@').unwrap_or((&name, ""));
                self.accounts.entry(account.to_string()).or_insert(label);
                new.user_principal_name = self.address(&new.user_principal_name);
                new.mail_nickname = new.mail_nickname.as_deref().map(|nickname| self.account(nickname));
            }
            Command::UpdateUser(user, patch) => {
                patch.display_name = patch.display_name.as_ref().map(|_| format!("User {}", user.raw()));
                patch.user_principal_name = patch.user_principal_name.as_deref().map(|name| self.address(name));
                patch.mail_nickname = patch.mail_nickname.as_deref().map(|nickname| self.account(nickname));
            }
            Command::CreateGroup { name, .. } => {
                *name = format!("Group {}", self.groups);
                self.groups = self.groups.saturating_add(1);
            }
            Command::RenameGroup(group, name) => *name = format!("Group {}", group.raw()),
            Command::SetAddresses { mail, proxy_addresses, .. } => {
                *mail = mail.take().map(|mail| mail.map(|mail| self.address(&mail)));
                proxy_addresses.iter_mut().for_each(|addresses| self.proxy_addresses(addresses));
            }
            Command::AddContact { name, addresses } => {
                *name = self.contact();
                self.proxy_addresses(addresses);
            }
            Command::UpdateContact { contact, name, addresses } => {
                *name = name.take().map(|_| format!("Contact {}", contact.raw().saturating_add(1)));
                addresses.iter_mut().for_each(|addresses| self.proxy_addresses(addresses));
            }
            Command::AddDomain(domain) | Command::DeleteDomain(domain) => *domain = self.domain(domain),
            Command::SetProperty { property, value, .. } if property.names_somebody() => value.clear(),
            // These hold no name: a command that does must not be among them.
            Command::SetMembershipRule(_, rule) => self.ids_in_rule(&mut rule.text),
            Command::SetProperty { .. }
            | Command::DeleteUser(_)
            | Command::DeleteContact(_)
            | Command::RestoreUser(_)
            | Command::DeleteGroup(_)
            | Command::RestoreGroup(_)
            | Command::AddMember(..)
            | Command::RemoveMember(..)
            | Command::ChangeGroupLicenses(..)
            | Command::ChangeUserLicenses(..)
            | Command::ReprocessUser(_)
            | Command::ReprocessGroup(_)
            | Command::SetUnits(..)
            | Command::AddServicePlan(..)
            | Command::SetRuleSet(_)
            | Command::SetExclusivePair { .. }
            | Command::SetPrerequisite { .. }
            | Command::SetCountry(_)
            | Command::SetWorkers(_)
            | Command::Advance { .. } => {}
        }
    }

    /// A rule names groups by ids, which those of an import lose.
    fn ids_in_rule(&self, rule: &mut String) {
        for (own, derived) in &self.ids {
            for own in [own.clone(), own.to_ascii_uppercase()] {
                *rule = rule.replace(&own, derived);
            }
        }
    }

    /// What a draft would create has the numbers that it would have, and gives them free again.
    fn replace_in_draft(&mut self, commands: &mut [Command]) {
        let (users, groups, contacts) = (self.users, self.groups, self.contacts);
        commands.iter_mut().for_each(|command| self.replace_in_command(command));
        (self.users, self.groups, self.contacts) = (users, groups, contacts);
    }

    fn contact(&mut self) -> String {
        self.contacts = self.contacts.saturating_add(1);
        format!("Contact {}", self.contacts)
    }

    fn proxy_addresses(&mut self, addresses: &mut [ProxyAddress]) {
        addresses.iter_mut().for_each(|proxy| proxy.address = self.address(&proxy.address));
    }

    fn address(&mut self, address: &str) -> String {
        let own = address.to_lowercase();
        if let Some(label) = self.addresses.get(&own) {
            return label.clone();
        }
        match own.rsplit_once('@') {
            Some((account, domain)) => format!("{}@{}", self.account(account), self.domain(domain)),
            None => self.account(&own),
        }
    }

    fn account(&mut self, account: &str) -> String {
        let number = self.accounts.len();
        self.accounts.entry(account.to_lowercase()).or_insert_with(|| format!("name{number}")).clone()
    }

    fn domain(&mut self, domain: &str) -> String {
        let number = self.domains.len();
        self.domains.entry(domain.to_lowercase()).or_insert_with(|| format!("other{number}.example")).clone()
    }
}

/// What stands before the `@` in the derived userPrincipalName of the user with this number.
fn account_of(user: usize) -> String {
    format!("user{user}")
}

/// The text with this number, as names are numbered.
fn text_at(texts: &[String], number: u32) -> String {
    (number as usize).checked_sub(1).and_then(|at| texts.get(at)).cloned().unwrap_or_default()
}
