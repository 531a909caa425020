//! From cures to commands.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::command::{License, LicenseChange, UserPatch};
use licensing_model::letters::folded;
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::{Command, GroupId, Member, PlanId, ProductId, Units, UserId};

use super::{Carrier, Cure};
use crate::rules::addresses::same;
use crate::store::address_book::Holder;
use crate::store::id_set::PlanSet;
use crate::store::template::TemplateId;
use crate::tenant::Tenant;

/// What becomes of the products of one carrier.
type Licenses = BTreeMap<ProductId, PlanSet>;

impl Tenant {
    /// The commands that do all of `cures`, in their order. What changes the same template or the same direct licenses
    /// is one command, as one request can say it.
    pub fn commands_of(&self, cures: &[Cure]) -> Vec<Command> {
        let mut commands: Vec<Command> = Vec::new();
        let mut carriers: Vec<(usize, Carrier, Licenses)> = Vec::new();
        for cure in cures {
            let Some(carrier) = cure.carrier() else {
                for command in self.plain_commands(cure) {
                    if !commands.contains(&command) {
                        commands.push(command);
                    }
                }
                continue;
            };
            let at = match carriers.iter().position(|(_, other, _)| *other == carrier) {
                Some(at) => at,
                None => {
                    // A place for the command, which is known when all cures were seen.
                    commands.push(change_of(carrier, LicenseChange::default()));
                    carriers.push((commands.len().saturating_sub(1), carrier, self.licenses_of(carrier)));
                    carriers.len().saturating_sub(1)
                }
            };
            if let Some((_, _, licenses)) = carriers.get_mut(at) {
                self.change(licenses, cure);
            }
        }
        for (at, carrier, licenses) in carriers {
            let change = self.difference(&self.licenses_of(carrier), &licenses);
            if let Some(place) = commands.get_mut(at) {
                *place = change_of(carrier, change);
            }
        }
        commands.retain(|command| !is_empty(command));
        commands
    }

    /// What carries products now, as a template.
    pub(super) fn carried(&self, carrier: Carrier) -> TemplateId {
        match carrier {
            Carrier::Group(group) => self.template_of(group),
            Carrier::User(user) => self.outcomes.have(self.users.direct.at(user)),
        }
    }

    /// Commands of a cure that changes no licenses.
    fn plain_commands(&self, cure: &Cure) -> Vec<Command> {
        let one = |command| alloc::vec![command];
        let update = |user, patch| one(Command::UpdateUser(user, patch));
        match cure {
            Cure::Reprocess(user) => one(Command::ReprocessUser(*user)),
            Cure::Buy { product, count } => {
                let units = self.subscription(*product).map(|subscription| subscription.units).unwrap_or_default();
                let enabled = units.enabled.saturating_add(*count);
                one(Command::SetUnits(*product, Units { enabled, ..units }))
            }
            Cure::Leave { user, group } => self.by_hand(*group, Command::RemoveMember(*group, Member::User(*user))),
            Cure::Join { user, group } => self.by_hand(*group, Command::AddMember(*group, Member::User(*user))),
            Cure::Locate { user, country } => {
                update(*user, UserPatch { usage_location: Some(Some(*country)), ..UserPatch::default() })
            }
            Cure::SetCountry(country) => one(Command::SetCountry(*country)),
            Cure::TakeAddress { holder: Holder::Contact(contact), address } => {
                let mut left = self.contact_addresses(*contact).to_vec();
                left.retain(|proxy| !same(&proxy.address, address));
                one(Command::UpdateContact { contact: *contact, name: None, addresses: Some(left) })
            }
            Cure::TakeAddress { holder: Holder::User(user), address } => {
                let mailbox = self.mailbox(*user);
                let is_it = |other: &str| same(other, address);
                let mail = mailbox.mail.as_deref().is_some_and(is_it).then_some(None);
                let mut left = mailbox.proxy_addresses;
                left.retain(|proxy| !is_it(&proxy.address));
                one(Command::SetAddresses { user: *user, mail, proxy_addresses: Some(left) })
            }
            Cure::Rename(user) => {
                let name = self.free_name(*user);
                let patch = UserPatch {
                    user_principal_name: Some(format!("{name}@{}", self.initial_domain)),
                    mail_nickname: Some(name),
                    ..UserPatch::default()
                };
                let none = Command::SetAddresses { user: *user, mail: Some(None), proxy_addresses: Some(Vec::new()) };
                alloc::vec![Command::UpdateUser(*user, patch), none]
            }
            Cure::RemoveDirect { .. }
            | Cure::Swap { .. }
            | Cure::TurnOff { .. }
            | Cure::TurnOn { .. }
            | Cure::Add { .. } => Vec::new(),
        }
    }

    /// A change of members, which where a rule decides needs administrators to decide first (R17).
    fn by_hand(&self, group: GroupId, change: Command) -> Vec<Command> {
        let rule = self.membership_rule(group).filter(|rule| rule.membership.has_rule());
        let assigned = |rule| MembershipRule { membership: Membership::Assigned, ..rule };
        rule.map(|rule| Command::SetMembershipRule(group, assigned(rule))).into_iter().chain([change]).collect()
    }

    /// A name from which addresses follow that nobody holds: the nickname with a number behind it.
    fn free_name(&self, user: UserId) -> String {
        let nickname = self.nickname(user);
        let is_free = |name: &String| {
            let address = folded(&format!("{name}@{}", self.initial_domain));
            self.user_by_principal_name(&address).is_none() && self.holders_of(&address).next().is_none()
        };
        let candidates = (2u32..).map(|number| format!("{nickname}{number}"));
        candidates.take(self.users.len().saturating_add(2)).find(is_free).unwrap_or(nickname)
    }

    fn licenses_of(&self, carrier: Carrier) -> Licenses {
        let entries = self.templates.entries(self.carried(carrier)).iter();
        entries.map(|entry| (entry.product, *self.templates.plans(entry.disabled))).collect()
    }

    /// Does one cure to the licenses of its carrier.
    fn change(&self, licenses: &mut Licenses, cure: &Cure) {
        match cure {
            Cure::RemoveDirect { product, .. } => _ = licenses.remove(product),
            Cure::Swap { from, to, as_in, .. } => {
                licenses.remove(from);
                let entry = self.templates.entry(self.template_of(*as_in), *to);
                let plans = self.plans_of(*to);
                let disabled = entry.map(|entry| self.templates.plans(entry.disabled).shared(&plans));
                licenses.insert(*to, disabled.unwrap_or_default());
            }
            Cure::TurnOff { product, plan, .. } => {
                let lacked = self.lacking(licenses);
                if let Some(disabled) = licenses.get_mut(product) {
                    disabled.insert(*plan);
                    self.turn_off_what_needs(licenses, &lacked);
                }
            }
            Cure::TurnOn { product, plan, .. } => {
                if let Some(disabled) = licenses.get_mut(product) {
                    let mut only = PlanSet::EMPTY;
                    only.insert(*plan);
                    *disabled = disabled.without(&only);
                }
            }
            Cure::Add { product, plan, .. } => {
                let mut on = PlanSet::EMPTY;
                on.insert(*plan);
                licenses.insert(*product, self.plans_of(*product).without(&on));
            }
            _ => {}
        }
    }

    /// R7.1: plans that are on and lack a prerequisite among these licenses.
    fn lacking(&self, licenses: &Licenses) -> PlanSet {
        let mut on = PlanSet::EMPTY;
        for (product, disabled) in licenses {
            on.add_all(&self.plans_of(*product).without(disabled));
        }
        let needs = self.tables().needs.iter();
        needs.filter(|needs| on.contains(needs.plan) && !needs.any_of.intersects(&on)).map(|needs| needs.plan).collect()
    }

    /// Turns off what lacks a prerequisite by now, until nothing does. What `lacked` one before has it elsewhere.
    fn turn_off_what_needs(&self, licenses: &mut Licenses, lacked: &PlanSet) {
        loop {
            let lacking = self.lacking(licenses).without(lacked);
            if lacking.is_empty() {
                return;
            }
            for (product, disabled) in licenses.iter_mut() {
                disabled.add_all(&lacking.shared(&self.plans_of(*product)));
            }
        }
    }

    /// What leads from the one to the other, in one request.
    fn difference(&self, old: &Licenses, new: &Licenses) -> LicenseChange {
        let license = |(product, disabled): (&ProductId, &PlanSet)| {
            // R15: ids that the product does not hold any more are not accepted again.
            let disabled: Vec<PlanId> = disabled.shared(&self.plans_of(*product)).iter().collect();
            License { product: *product, disabled }
        };
        LicenseChange {
            add: new.iter().filter(|(product, disabled)| old.get(*product) != Some(*disabled)).map(license).collect(),
            remove: old.keys().filter(|product| !new.contains_key(*product)).copied().collect(),
        }
    }
}

impl Cure {
    /// Whose licenses it changes; none where it changes no licenses.
    fn carrier(&self) -> Option<Carrier> {
        match self {
            Cure::RemoveDirect { user, .. } | Cure::Swap { user, .. } => Some(Carrier::User(*user)),
            Cure::TurnOff { carrier, .. } | Cure::TurnOn { carrier, .. } | Cure::Add { carrier, .. } => Some(*carrier),
            _ => None,
        }
    }
}

fn change_of(carrier: Carrier, change: LicenseChange) -> Command {
    match carrier {
        Carrier::Group(group) => Command::ChangeGroupLicenses(group, change),
        Carrier::User(user) => Command::ChangeUserLicenses(user, change),
    }
}

fn is_empty(command: &Command) -> bool {
    let (Command::ChangeGroupLicenses(_, change) | Command::ChangeUserLicenses(_, change)) = command else {
        return false;
    };
    change.add.is_empty() && change.remove.is_empty()
}
