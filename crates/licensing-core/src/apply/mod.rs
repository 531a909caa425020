//! Commands: each is checked whole before it changes anything (I4).

mod contacts;
mod domains;
mod groups;
mod licenses;
mod members;
mod properties;
mod rules;
mod settings;
mod subscriptions;
mod users;
mod validate;

pub use crate::shape::nickname_from;

use licensing_model::{Command, Created, Refusal};

use crate::audit::event::CommandNumber;
use crate::tenant::Tenant;

/// An accepted command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Its number: 1 for the first command that the tenant accepted.
    pub number: u32,
    /// What it created.
    pub created: Option<Created>,
}

const DAY: u32 = 24 * 60 * 60;

impl Tenant {
    /// Does what `command` asks, or answers why not and changes nothing (I4).
    pub fn apply(&mut self, command: &Command) -> Result<Accepted, Refusal> {
        match &self.allowed {
            Some(kinds) if !kinds.contains(&command.kind()) => Err(Refusal::NotAllowed),
            _ => self.carry_out(command),
        }
    }

    /// The same, whoever may do it: what was accepted once is done again.
    pub(crate) fn carry_out(&mut self, command: &Command) -> Result<Accepted, Refusal> {
        let (days, end) = match command {
            Command::Advance { days } if *days > 0 => (u32::from(*days), Tenant::LAST_DAY),
            _ => (0, Tenant::LAST_SECOND),
        };
        // R16: each accepted command adds one second for what follows.
        let seconds = days.saturating_mul(DAY).saturating_add(1);
        let then = self.clock.checked_add(seconds).filter(|then| *then < end);
        let Some(then) = then else { return Err(Refusal::ClockOutOfRange) };
        let created = self.dispatch(command)?;
        self.accepted = self.accepted.saturating_add(1);
        self.settled.forget();
        self.forget_moves();
        self.end_empty_runs();
        self.clock = then;
        Ok(Accepted { number: self.accepted, created })
    }

    /// How many commands were accepted.
    pub fn accepted(&self) -> u32 {
        self.accepted
    }

    /// The number that the command under way will have, if it is accepted.
    pub(crate) fn next_number(&self) -> CommandNumber {
        CommandNumber(self.accepted.saturating_add(1))
    }

    fn dispatch(&mut self, command: &Command) -> Result<Option<Created>, Refusal> {
        match command {
            Command::CreateUser(new) => return self.create_user(new).map(|user| Some(Created::User(user))),
            Command::UpdateUser(user, patch) => self.update_user(*user, patch),
            Command::DeleteUser(user) => self.delete_user(*user),
            Command::RestoreUser(user) => self.restore_user(*user),
            Command::CreateGroup { name, kind } => {
                return self.create_group(name, *kind).map(|group| Some(Created::Group(group)));
            }
            Command::RenameGroup(group, name) => self.rename_group(*group, name),
            Command::DeleteGroup(group) => self.delete_group(*group),
            Command::RestoreGroup(group) => self.restore_group(*group),
            Command::AddMember(group, member) => self.add_member(*group, *member),
            Command::RemoveMember(group, member) => self.remove_member(*group, *member),
            Command::ChangeGroupLicenses(group, change) => self.change_group_licenses(*group, change),
            Command::ChangeUserLicenses(user, change) => self.change_user_licenses(*user, change),
            Command::ReprocessUser(user) => self.reprocess_user(*user),
            Command::ReprocessGroup(group) => self.reprocess_group(*group),
            Command::SetUnits(product, units) => self.set_units(*product, *units),
            Command::AddServicePlan(product, plan) => self.add_service_plan(*product, *plan),
            Command::SetAddresses { user, mail, proxy_addresses } => {
                self.set_addresses(*user, mail.as_ref(), proxy_addresses.as_deref())
            }
            Command::AddContact { name, addresses } => {
                return self.add_contact(name, addresses).map(|contact| Some(Created::Contact(contact)));
            }
            Command::UpdateContact { contact, name, addresses } => {
                self.update_contact(*contact, name.as_deref(), addresses.as_deref())
            }
            Command::DeleteContact(contact) => self.delete_contact(*contact),
            Command::SetRuleSet(rules) => self.set_rule_set(*rules),
            Command::SetExclusivePair { a, b, counts } => self.set_exclusive_pair(*a, *b, *counts),
            Command::SetPrerequisite { plan, counts } => self.set_prerequisite(*plan, *counts),
            Command::SetCountry(country) => self.set_country(*country),
            Command::SetWorkers(workers) => self.set_workers(*workers),
            Command::Advance { days } => self.advance(*days),
            Command::SetMembershipRule(group, rule) => self.set_membership_rule(*group, rule),
            Command::SetProperty { of, property, value } => self.set_property(*of, *property, value),
            Command::AddDomain(domain) => self.add_domain(domain),
            Command::DeleteDomain(domain) => self.delete_domain(domain),
        }?;
        Ok(None)
    }
}
