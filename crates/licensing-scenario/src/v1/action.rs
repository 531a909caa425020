//! What can be done, described once: each kind with its number and its word, and with its fields in their order. The
//! compact form and the text form both follow this description.
//!
//! Numbers, words and orders are frozen with the release that brings them. A later kind comes at the end of [`KINDS`],
//! with the version that it needs: what has none of it is sealed as before.

use alloc::string::String;
use alloc::vec::Vec;

use licensing_core::Action;
use licensing_model::address::ProxyAddress;
use licensing_model::command::{GroupKind, LicenseChange, NewUser, UserPatch};
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::{
    Command, CommandKind, ContactId, CountryCode, GroupId, Member, PlanId, ProductId, Property, RuleSet, Units, UserId,
};

/// A kind of action; its number is its place in [`KINDS`].
pub(in crate::v1) struct Kind {
    /// What the text form calls it.
    pub(in crate::v1) word: &'static str,
    /// The first version that has it.
    pub(in crate::v1) since: u8,
    /// One of it, of which all fields are still to be read.
    pub(in crate::v1) blank: fn() -> Action,
}

const fn kind(word: &'static str, since: u8, blank: fn() -> Action) -> Kind {
    Kind { word, since, blank }
}

const USER: UserId = UserId::from_raw(0);
const GROUP: GroupId = GroupId::from_raw(0);
const CONTACT: ContactId = ContactId::from_raw(0);
const PRODUCT: ProductId = ProductId::from_raw(0);
const PLAN: PlanId = PlanId::from_raw(0);

fn change_of_licenses() -> LicenseChange {
    LicenseChange::default()
}

/// All kinds.
pub(in crate::v1) const KINDS: [Kind; 32] = [
    kind("step", 1, || Action::Steps(0)),
    kind("create-user", 1, || Action::Command(Command::CreateUser(NewUser::default()))),
    kind("update-user", 1, || Action::Command(Command::UpdateUser(USER, UserPatch::default()))),
    kind("delete-user", 1, || Action::Command(Command::DeleteUser(USER))),
    kind("restore-user", 1, || Action::Command(Command::RestoreUser(USER))),
    kind("create-group", 1, || {
        Action::Command(Command::CreateGroup { name: String::new(), kind: GroupKind::Security })
    }),
    kind("rename-group", 1, || Action::Command(Command::RenameGroup(GROUP, String::new()))),
    kind("delete-group", 1, || Action::Command(Command::DeleteGroup(GROUP))),
    kind("restore-group", 1, || Action::Command(Command::RestoreGroup(GROUP))),
    kind("add-member", 1, || Action::Command(Command::AddMember(GROUP, Member::User(USER)))),
    kind("remove-member", 1, || Action::Command(Command::RemoveMember(GROUP, Member::User(USER)))),
    kind("assign-group", 1, || Action::Command(Command::ChangeGroupLicenses(GROUP, change_of_licenses()))),
    kind("assign-user", 1, || Action::Command(Command::ChangeUserLicenses(USER, change_of_licenses()))),
    kind("reprocess-user", 1, || Action::Command(Command::ReprocessUser(USER))),
    kind("reprocess-group", 1, || Action::Command(Command::ReprocessGroup(GROUP))),
    kind("set-units", 1, || Action::Command(Command::SetUnits(PRODUCT, Units::default()))),
    kind("add-plan", 1, || Action::Command(Command::AddServicePlan(PRODUCT, PLAN))),
    kind("set-addresses", 1, || {
        Action::Command(Command::SetAddresses { user: USER, mail: None, proxy_addresses: None })
    }),
    kind("add-contact", 1, || Action::Command(Command::AddContact { name: String::new(), addresses: Vec::new() })),
    kind("set-rules", 1, || Action::Command(Command::SetRuleSet(RuleSet::Rules2019))),
    kind("set-pair", 1, || Action::Command(Command::SetExclusivePair { a: PLAN, b: PLAN, counts: false })),
    kind("set-prerequisite", 1, || Action::Command(Command::SetPrerequisite { plan: PLAN, counts: false })),
    kind("set-country", 1, || Action::Command(Command::SetCountry(CountryCode::NL))),
    kind("set-workers", 1, || Action::Command(Command::SetWorkers(0))),
    kind("advance", 1, || Action::Command(Command::Advance { days: 0 })),
    kind("draft", 2, || Action::Draft(Vec::new())),
    kind("set-property", 2, || {
        let (of, property) = (Member::User(USER), Property::DEPARTMENT);
        Action::Command(Command::SetProperty { of, property, value: String::new() })
    }),
    kind("set-membership-rule", 3, || Action::Command(Command::SetMembershipRule(GROUP, MembershipRule::default()))),
    kind("update-contact", 3, || {
        Action::Command(Command::UpdateContact { contact: CONTACT, name: None, addresses: None })
    }),
    kind("delete-contact", 3, || Action::Command(Command::DeleteContact(CONTACT))),
    kind("add-domain", 3, || Action::Command(Command::AddDomain(String::new()))),
    kind("delete-domain", 3, || Action::Command(Command::DeleteDomain(String::new()))),
];

/// What the compact form says for every kind from this number on: how much further on follows.
pub(in crate::v1) const LATER: u32 = 31;

/// The number of an action's kind.
pub(in crate::v1) fn number_of(action: &Action) -> u32 {
    match action {
        Action::Steps(_) => 0,
        Action::Command(command) => number_of_command(command),
        Action::Draft(_) => 25,
    }
}

/// The number of a command's kind.
pub(in crate::v1) fn number_of_command(command: &Command) -> u32 {
    match command {
        Command::CreateUser(_) => 1,
        Command::UpdateUser(..) => 2,
        Command::DeleteUser(_) => 3,
        Command::RestoreUser(_) => 4,
        Command::CreateGroup { .. } => 5,
        Command::RenameGroup(..) => 6,
        Command::DeleteGroup(_) => 7,
        Command::RestoreGroup(_) => 8,
        Command::AddMember(..) => 9,
        Command::RemoveMember(..) => 10,
        Command::ChangeGroupLicenses(..) => 11,
        Command::ChangeUserLicenses(..) => 12,
        Command::ReprocessUser(_) => 13,
        Command::ReprocessGroup(_) => 14,
        Command::SetUnits(..) => 15,
        Command::AddServicePlan(..) => 16,
        Command::SetAddresses { .. } => 17,
        Command::AddContact { .. } => 18,
        Command::SetRuleSet(_) => 19,
        Command::SetExclusivePair { .. } => 20,
        Command::SetPrerequisite { .. } => 21,
        Command::SetCountry(_) => 22,
        Command::SetWorkers(_) => 23,
        Command::Advance { .. } => 24,
        Command::SetProperty { .. } => 26,
        Command::SetMembershipRule(..) => 27,
        Command::UpdateContact { .. } => 28,
        Command::DeleteContact(_) => 29,
        Command::AddDomain(_) => 30,
        Command::DeleteDomain(_) => 31,
    }
}

/// The kind with this number.
pub(in crate::v1) fn kind_at(number: u32) -> Option<&'static Kind> {
    const { &KINDS }.get(number as usize)
}

/// One command whose kind has this number, of which all fields are still to be read; none of what is no command.
pub(in crate::v1) fn blank_command(kind: &Kind) -> Option<Command> {
    match (kind.blank)() {
        Action::Command(command) => Some(command),
        Action::Steps(_) | Action::Draft(_) => None,
    }
}

/// The lowest version that can say an action.
pub(in crate::v1) fn version_of(action: &Action) -> u8 {
    let collected = match action {
        Action::Draft(commands) => commands.iter().map(number_of_command).max(),
        Action::Steps(_) | Action::Command(_) => None,
    };
    let kinds = [Some(number_of(action)), collected].into_iter().flatten().filter_map(kind_at);
    kinds.map(|kind| kind.since).max().unwrap_or(1)
}

/// A form on its way through the fields of an action. Whoever writes takes the values, whoever reads puts them there; what
/// cannot be read is noted by the form itself. `name` is the field's in the text form.
pub(in crate::v1) trait Fields {
    /// How many steps of the background.
    fn steps(&mut self, steps: &mut u32);
    /// Commands that are collected.
    fn drafted(&mut self, commands: &mut Vec<Command>);
    /// A small number.
    fn small<N: Copy + Into<u32> + TryFrom<u32> + TryFrom<u64>>(&mut self, name: &'static str, number: &mut N);
    /// Yes or no; the text form leaves `usual` out.
    fn flag(&mut self, name: &'static str, flag: &mut bool, usual: Usual);
    /// Yes, no, or as before.
    fn maybe_flag(&mut self, name: &'static str, flag: &mut Option<bool>);
    /// A text. `before` are texts of the same action that it may follow from, the nearest last.
    fn text(&mut self, name: &'static str, text: &mut String, before: &[&str]);
    /// A text that may be missing.
    fn maybe_text(&mut self, name: &'static str, text: &mut Option<String>, before: &[&str]);
    /// A user.
    fn user(&mut self, user: &mut UserId);
    /// A group.
    fn group(&mut self, group: &mut GroupId);
    /// A contact.
    fn contact(&mut self, contact: &mut ContactId);
    /// A user or a group as a member.
    fn member(&mut self, member: &mut Member);
    /// A user or a group that has something.
    fn whose(&mut self, of: &mut Member);
    /// Who decides on the members of a group.
    fn membership(&mut self, membership: &mut Membership);
    /// A property that is kept as it was given.
    fn property(&mut self, property: &mut Property);
    /// A product.
    fn product(&mut self, name: &'static str, product: &mut ProductId);
    /// A service plan.
    fn plan(&mut self, name: &'static str, plan: &mut PlanId);
    /// A usage location, or none.
    fn location(&mut self, location: &mut Option<CountryCode>);
    /// A usage location, none, or as before.
    fn maybe_location(&mut self, location: &mut Option<Option<CountryCode>>);
    /// The country of the tenant.
    fn country(&mut self, country: &mut CountryCode);
    /// What a group is.
    fn group_kind(&mut self, kind: &mut GroupKind);
    /// A rule set.
    fn rules(&mut self, rules: &mut RuleSet);
    /// Licenses to add and to take away.
    fn licenses(&mut self, change: &mut LicenseChange);
    /// Units by their kind.
    fn units(&mut self, units: &mut Units);
    /// `mail`: a text, none, or as before.
    fn mail(&mut self, mail: &mut Option<Option<String>>);
    /// Addresses of what is called `name`.
    fn addresses(&mut self, name: &str, addresses: &mut Vec<ProxyAddress>);
    /// Addresses, or those from before.
    fn maybe_addresses(&mut self, addresses: &mut Option<Vec<ProxyAddress>>);
}

/// What a flag nearly always is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::v1) enum Usual {
    Yes,
    No,
}

/// Passes the fields of an action, whose kind is known, through a form.
pub(in crate::v1) fn pass_fields(form: &mut impl Fields, action: &mut Action) {
    match action {
        Action::Steps(steps) => form.steps(steps),
        Action::Command(command) => pass_command_fields(form, command),
        Action::Draft(commands) => form.drafted(commands),
    }
}

/// Passes the fields of a command, whose kind is known, through a form.
pub(in crate::v1) fn pass_command_fields(form: &mut impl Fields, command: &mut Command) {
    match command {
        Command::CreateUser(new) => {
            let NewUser { display_name, user_principal_name, mail_nickname, usage_location, guest } = new;
            form.text("name", display_name, &[]);
            form.text("principal_name", user_principal_name, &[display_name.as_str()]);
            form.maybe_text("nickname", mail_nickname, &[display_name.as_str(), user_principal_name.as_str()]);
            form.location(usage_location);
            form.flag("guest", guest, Usual::No);
        }
        Command::UpdateUser(user, patch) => {
            let UserPatch { display_name, user_principal_name, mail_nickname, usage_location, account_enabled } = patch;
            form.user(user);
            form.maybe_text("name", display_name, &[]);
            let name = display_name.as_deref().unwrap_or_default();
            form.maybe_text("principal_name", user_principal_name, &[name]);
            form.maybe_text("nickname", mail_nickname, &[name]);
            form.maybe_location(usage_location);
            form.maybe_flag("sign_in", account_enabled);
        }
        Command::DeleteUser(user) | Command::RestoreUser(user) | Command::ReprocessUser(user) => form.user(user),
        Command::CreateGroup { name, kind } => {
            form.text("name", name, &[]);
            form.group_kind(kind);
        }
        Command::RenameGroup(group, name) => {
            form.group(group);
            form.text("name", name, &[]);
        }
        Command::DeleteGroup(group) | Command::RestoreGroup(group) | Command::ReprocessGroup(group) => {
            form.group(group);
        }
        Command::AddMember(group, member) | Command::RemoveMember(group, member) => {
            form.group(group);
            form.member(member);
        }
        Command::ChangeGroupLicenses(group, change) => {
            form.group(group);
            form.licenses(change);
        }
        Command::ChangeUserLicenses(user, change) => {
            form.user(user);
            form.licenses(change);
        }
        Command::SetUnits(product, units) => {
            form.product("product", product);
            form.units(units);
        }
        Command::AddServicePlan(product, plan) => {
            form.product("product", product);
            form.plan("plan", plan);
        }
        Command::SetAddresses { user, mail, proxy_addresses } => {
            form.user(user);
            form.mail(mail);
            form.maybe_addresses(proxy_addresses);
        }
        Command::AddContact { name, addresses } => {
            form.text("name", name, &[]);
            form.addresses(name, addresses);
        }
        Command::UpdateContact { contact, name, addresses } => {
            form.contact(contact);
            form.maybe_text("name", name, &[]);
            form.maybe_addresses(addresses);
        }
        Command::DeleteContact(contact) => form.contact(contact),
        Command::SetRuleSet(rules) => form.rules(rules),
        Command::SetExclusivePair { a, b, counts } => {
            form.plan("a", a);
            form.plan("b", b);
            form.flag("counts", counts, Usual::Yes);
        }
        Command::SetPrerequisite { plan, counts } => {
            form.plan("plan", plan);
            form.flag("counts", counts, Usual::Yes);
        }
        Command::SetCountry(country) => form.country(country),
        Command::SetWorkers(workers) => form.small("workers", workers),
        Command::Advance { days } => form.small("days", days),
        Command::SetProperty { of, property, value } => {
            form.whose(of);
            form.property(property);
            form.text("value", value, &[]);
        }
        Command::SetMembershipRule(group, MembershipRule { text, membership }) => {
            form.group(group);
            form.text("rule", text, &[]);
            form.membership(membership);
        }
        Command::AddDomain(domain) | Command::DeleteDomain(domain) => form.text("domain", domain, &[]),
    }
}

/// What an action is called.
pub(crate) fn word(action: &Action) -> &'static str {
    word_of(number_of(action))
}

/// What the kind with this number is called.
pub(in crate::v1) fn word_of(number: u32) -> &'static str {
    kind_at(number).map_or("", |kind| kind.word)
}

/// Whether some action is called so.
pub(crate) fn is_word(word: &str) -> bool {
    KINDS.iter().any(|kind| kind.word == word)
}

/// What the command that is called so asks for; none where no command is.
pub(crate) fn command_kind(word: &str) -> Option<CommandKind> {
    match KINDS.iter().find(|kind| kind.word == word).map(|kind| (kind.blank)()) {
        Some(Action::Command(command)) => Some(command.kind()),
        _ => None,
    }
}

/// What commands are called.
pub(crate) fn commands() -> impl Iterator<Item = &'static str> {
    KINDS.iter().filter(|kind| matches!((kind.blank)(), Action::Command(_))).map(|kind| kind.word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_stands_under_its_number() {
        for (number, kind) in (0..).zip(&KINDS) {
            assert_eq!(number_of(&(kind.blank)()), number, "{}", kind.word);
        }
    }
}
