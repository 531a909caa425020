//! Carries out one example and compares what is to be seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::Arc;

use licensing_conformance::world::World;
use licensing_model::address::ProxyAddress;
use licensing_model::command::{Command, Created, GroupKind, License, LicenseChange, Member, NewUser, UserPatch};
use licensing_model::guid::{self, GuidKind};
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::snapshot::{RowSnapshot, RunSnapshot, RunTarget, Snapshot, StepSnapshot, UserSnapshot};
use licensing_model::{
    AssignmentError, AssignmentState, Catalog, ContactId, CountryCode, GroupId, Path, PlanId, ProductId, Property,
    RuleSet, TenantSettings, Units, UserId,
};
use serde::Deserialize;

use crate::examples::format::{Action, Bought, Example, Expect, Kind, LicenseWords};

/// More steps than any example needs.
const STEPS: u32 = 10_000;

/// Runs an example; an error tells where it failed.
pub(crate) fn run<W: World>(catalog: &Arc<Catalog>, example: &Example) -> Result<(), String> {
    let mut stage =
        Stage::<W>::set(catalog, example).map_err(|problem| format!("before the first entry: {problem}"))?;
    for (at, entry) in example.entries.iter().enumerate() {
        stage.entry(entry.clone()).map_err(|problem| format!("entry {}: {problem}", at + 1))?;
    }
    Ok(())
}

/// A tenant, and by what names the example calls what is in it.
struct Stage<W> {
    world: W,
    catalog: Arc<Catalog>,
    rules: RuleSet,
    initial_domain: String,
    added_plans: BTreeSet<(ProductId, PlanId)>,
    users: BTreeMap<String, UserId>,
    groups: BTreeMap<String, GroupId>,
    contacts: BTreeMap<String, ContactId>,
    last_step: StepSnapshot,
}

impl<W: World> Stage<W> {
    /// The tenant with which the example starts.
    fn set(catalog: &Arc<Catalog>, example: &Example) -> Result<Stage<W>, String> {
        let rules = rule_set(&example.rule_set)?;
        let settings = TenantSettings {
            seed: 1,
            rules,
            country: country(&example.country)?,
            initial_domain: example.initial_domain.clone(),
            domains: example.domains.clone(),
            workers: example.workers,
        };
        let mut stage = Stage {
            world: W::start(catalog.clone(), settings),
            catalog: catalog.clone(),
            rules,
            initial_domain: example.initial_domain.clone(),
            added_plans: BTreeSet::new(),
            users: BTreeMap::new(),
            groups: BTreeMap::new(),
            contacts: BTreeMap::new(),
            last_step: StepSnapshot::default(),
        };
        for (name, bought) in &example.products {
            let units = match *bought {
                Bought::Enabled(count) => Units::enabled(count),
                Bought::Units(u) => {
                    Units { enabled: u.enabled, warning: u.warning, suspended: u.suspended, locked_out: u.locked_out }
                }
            };
            stage.must(Command::SetUnits(stage.product(name)?, units))?;
        }
        for user in &example.users {
            stage.act(Action::CreateUser {
                name: user.name.clone(),
                principal_name: user.principal_name.clone(),
                nickname: user.nickname.clone(),
                location: user.location.clone(),
                guest: user.guest,
            })??;
        }
        for group in &example.groups {
            stage.act(Action::CreateGroup { name: group.name.clone(), kind: group.kind })??;
            for member in &group.members {
                stage.act(Action::AddMember { group: group.name.clone(), member: member.clone() })??;
            }
        }
        Ok(stage)
    }

    /// One entry: what is done, whether it is refused, what is then to be seen.
    fn entry(&mut self, mut entry: toml::Table) -> Result<(), String> {
        let refused = entry.remove("refused").map(String::deserialize).transpose().map_err(in_words)?;
        let expect = entry.remove("expect").map(Vec::<Expect>::deserialize).transpose().map_err(in_words)?;
        if !entry.is_empty() {
            let action = Action::deserialize(toml::Value::Table(entry)).map_err(in_words)?;
            let answer = self.act(action)?;
            match (answer, refused) {
                (Ok(()), None) => {}
                (Ok(()), Some(reason)) => return Err(format!("accepted, but should be refused with {reason}")),
                (Err(refusal), Some(reason)) if word(&refusal) == reason => {}
                (Err(refusal), Some(reason)) => return Err(format!("refused with {refusal}, not {reason}")),
                (Err(refusal), None) => return Err(format!("refused with {refusal}")),
            }
        }
        for (at, expect) in expect.unwrap_or_default().into_iter().enumerate() {
            self.check(expect.clone()).map_err(|problem| format!("expectation {}: {problem}", at + 1))?;
        }
        Ok(())
    }

    // --- names ----------------------------------------------------------------------------------------------------

    /// A user by name, or by number as `#7`.
    fn user(&self, name: &str) -> Result<UserId, String> {
        let known = self.users.get(name).copied().or_else(|| number(name).map(UserId::at));
        known.ok_or_else(|| format!("there is no user {name}"))
    }

    fn group(&self, name: &str) -> Result<GroupId, String> {
        let known = self.groups.get(name).copied().or_else(|| number(name).map(GroupId::at));
        known.ok_or_else(|| format!("there is no group {name}"))
    }

    fn contact(&self, name: &str) -> Result<ContactId, String> {
        let known = self.contacts.get(name).copied().or_else(|| number(name).map(ContactId::at));
        known.ok_or_else(|| format!("there is no contact {name}"))
    }

    fn member(&self, name: &str) -> Result<Member, String> {
        match self.users.get(name) {
            Some(user) => Ok(Member::User(*user)),
            None => self.group(name).map(Member::Group).map_err(|_| format!("there is no user or group {name}")),
        }
    }

    fn product(&self, name: &str) -> Result<ProductId, String> {
        let known = self.catalog.product_by_part_number(name).or_else(|| number(name).map(ProductId::at));
        known.ok_or_else(|| format!("the catalog has no product {name}"))
    }

    fn plan(&self, name: &str) -> Result<PlanId, String> {
        let known = self.catalog.plan_by_name(name).or_else(|| number(name).map(PlanId::at));
        known.ok_or_else(|| format!("the catalog has no plan {name}"))
    }

    fn plans(&self, names: &[String]) -> Result<BTreeSet<PlanId>, String> {
        names.iter().map(|name| self.plan(name)).collect()
    }

    fn path(&self, via: &str) -> Result<Path, String> {
        if via == "direct" { Ok(Path::Direct) } else { self.group(via).map(Path::Group) }
    }

    fn name_of_user(&self, id: UserId) -> String {
        self.users.iter().find(|(_, user)| **user == id).map_or_else(|| format!("#{}", id.raw()), |(n, _)| n.clone())
    }

    fn name_of_group(&self, id: GroupId) -> String {
        self.groups.iter().find(|(_, group)| **group == id).map_or_else(|| format!("#{}", id.raw()), |(n, _)| n.clone())
    }

    /// A rule in which names stand for ids: `{Sales}` for a group's, `{EXCHANGE_S_STANDARD}` for a plan's.
    fn with_ids(&self, rule: &str) -> Result<String, String> {
        let mut parts = rule.split('{');
        let mut text = parts.next().unwrap_or_default().to_string();
        for part in parts {
            let (name, rest) = part.split_once('}').ok_or("a `{` without its `}`")?;
            let id = match self.groups.get(name) {
                Some(group) => guid::derive(TenantSettings::default().seed, GuidKind::Group, group.raw()),
                None => self.catalog.plan(self.plan(name)?).map(|info| info.guid).ok_or("a plan without an id")?,
            };
            text.push_str(&id.to_string());
            text.push_str(rest);
        }
        Ok(text)
    }

    fn change(&self, add: &[LicenseWords], remove: &[String]) -> Result<LicenseChange, String> {
        let mut change = LicenseChange::default();
        for license in add {
            let disabled = license.off.iter().map(|name| self.plan(name)).collect::<Result<_, _>>()?;
            change.add.push(License { product: self.product(&license.sku)?, disabled });
        }
        change.remove = remove.iter().map(|name| self.product(name)).collect::<Result<_, _>>()?;
        Ok(change)
    }

    // --- doing ----------------------------------------------------------------------------------------------------

    fn must(&mut self, command: Command) -> Result<(), String> {
        self.world.apply(&command).map(|_| ()).map_err(|refusal| format!("{command:?} was refused with {refusal:?}"))
    }

    /// Does something. The outer error is about the example, the inner one is a refusal.
    fn act(&mut self, action: Action) -> Result<Result<(), String>, String> {
        let mut created_name = String::new();
        let command = match action {
            Action::CreateUser { name, principal_name, nickname, location, guest } => {
                created_name.clone_from(&name);
                let local = name.to_lowercase().replace(' ', ".");
                Command::CreateUser(NewUser {
                    display_name: name,
                    user_principal_name: principal_name.unwrap_or_else(|| format!("{local}@{}", self.initial_domain)),
                    mail_nickname: nickname,
                    usage_location: location.map(|code| country(&code)).transpose()?,
                    guest,
                })
            }
            Action::UpdateUser { user, name, principal_name, nickname, location, sign_in } => {
                let usage_location = match location.as_deref() {
                    None => None,
                    Some("") => Some(None),
                    Some(code) => Some(Some(country(code)?)),
                };
                let patch = UserPatch {
                    display_name: name,
                    user_principal_name: principal_name,
                    mail_nickname: nickname,
                    usage_location,
                    account_enabled: sign_in,
                };
                Command::UpdateUser(self.user(&user)?, patch)
            }
            Action::DeleteUser { user } => Command::DeleteUser(self.user(&user)?),
            Action::RestoreUser { user } => Command::RestoreUser(self.user(&user)?),
            Action::CreateGroup { name, kind } => {
                created_name.clone_from(&name);
                Command::CreateGroup { name, kind: group_kind(kind) }
            }
            Action::RenameGroup { group, name } => Command::RenameGroup(self.group(&group)?, name),
            Action::DeleteGroup { group } => Command::DeleteGroup(self.group(&group)?),
            Action::RestoreGroup { group } => Command::RestoreGroup(self.group(&group)?),
            Action::AddMember { group, member } => Command::AddMember(self.group(&group)?, self.member(&member)?),
            Action::RemoveMember { group, member } => Command::RemoveMember(self.group(&group)?, self.member(&member)?),
            Action::AssignGroup { group, add, remove } => {
                Command::ChangeGroupLicenses(self.group(&group)?, self.change(&add, &remove)?)
            }
            Action::AssignUser { user, add, remove } => {
                Command::ChangeUserLicenses(self.user(&user)?, self.change(&add, &remove)?)
            }
            Action::ReprocessUser { user } => Command::ReprocessUser(self.user(&user)?),
            Action::ReprocessGroup { group } => Command::ReprocessGroup(self.group(&group)?),
            Action::SetUnits { product, enabled, warning, suspended, locked_out } => {
                Command::SetUnits(self.product(&product)?, Units { enabled, warning, suspended, locked_out })
            }
            Action::AddPlan { product, plan } => Command::AddServicePlan(self.product(&product)?, self.plan(&plan)?),
            Action::SetAddresses { user, mail, addresses } => Command::SetAddresses {
                user: self.user(&user)?,
                mail: mail.map(|mail| if mail.is_empty() { None } else { Some(mail) }),
                proxy_addresses: addresses.map(|list| list.iter().map(|text| ProxyAddress::parse(text)).collect()),
            },
            Action::SetMembershipRule { group, rule, membership } => {
                let membership = match membership.as_str() {
                    "assigned" => Membership::Assigned,
                    "dynamic" => Membership::Dynamic,
                    "paused" => Membership::Paused,
                    other => return Err(format!("there is no membership {other}")),
                };
                let text = self.with_ids(&rule)?;
                Command::SetMembershipRule(self.group(&group)?, MembershipRule { text, membership })
            }
            Action::SetProperty { user, group, property, value } => Command::SetProperty {
                of: match (user, group) {
                    (Some(user), None) => Member::User(self.user(&user)?),
                    (None, Some(group)) => Member::Group(self.group(&group)?),
                    _ => return Err("`set-property` takes a `user` or a `group`".to_string()),
                },
                property: property_named(&property)?,
                value,
            },
            Action::AddContact { name, addresses } => {
                created_name.clone_from(&name);
                let addresses = addresses.iter().map(|text| ProxyAddress::parse(text)).collect();
                Command::AddContact { name, addresses }
            }
            Action::UpdateContact { contact, name, addresses } => Command::UpdateContact {
                contact: self.contact(&contact)?,
                name,
                addresses: addresses.map(|list| list.iter().map(|text| ProxyAddress::parse(text)).collect()),
            },
            Action::DeleteContact { contact } => Command::DeleteContact(self.contact(&contact)?),
            Action::AddDomain { domain } => Command::AddDomain(domain),
            Action::DeleteDomain { domain } => Command::DeleteDomain(domain),
            Action::SetRules { rules } => Command::SetRuleSet(rule_set(&rules)?),
            Action::SetPair { a, b, counts } => {
                Command::SetExclusivePair { a: self.plan(&a)?, b: self.plan(&b)?, counts }
            }
            Action::SetPrerequisite { plan, counts } => Command::SetPrerequisite { plan: self.plan(&plan)?, counts },
            Action::SetCountry { country: code } => Command::SetCountry(country(&code)?),
            Action::SetWorkers { workers } => Command::SetWorkers(workers),
            Action::Advance { days } => Command::Advance { days },
            Action::Step { times } => {
                for _ in 0..times {
                    self.last_step = self.world.step().ok_or("nothing waits, so there is no step")?;
                }
                return Ok(Ok(()));
            }
            Action::Settle {} => {
                for _ in 0..STEPS {
                    match self.world.step() {
                        Some(step) => self.last_step = step,
                        None => return Ok(Ok(())),
                    }
                }
                return Err("it does not settle".to_string());
            }
        };
        Ok(self.world.apply(&command).map_err(|refusal| format!("{refusal:?}")).map(|created| {
            match (created, &command) {
                (Some(Created::User(id)), _) => drop(self.users.insert(created_name, id)),
                (Some(Created::Group(id)), _) => drop(self.groups.insert(created_name, id)),
                (Some(Created::Contact(id)), _) => drop(self.contacts.insert(created_name, id)),
                (_, Command::SetRuleSet(rules)) => self.rules = *rules,
                (_, Command::AddServicePlan(product, plan)) => drop(self.added_plans.insert((*product, *plan))),
                _ => {}
            }
        }))
    }

    // --- seeing ---------------------------------------------------------------------------------------------------

    /// Compares one expectation. Every word is taken out as it is looked at; what is left over does not belong.
    fn check(&self, mut e: Expect) -> Result<(), String> {
        let whole = e.clone();
        let now = self.world.snapshot();
        match (e.user.take(), e.group.take(), e.product.take()) {
            (Some(user), None, product) => {
                let id = self.user(&user)?;
                let known = now.users.get(&id);
                if let Some(gone) = e.gone.take() {
                    same("gone", gone, known.is_none())?;
                }
                if e != Expect::default() {
                    let user = known.ok_or_else(|| format!("{user} is gone"))?;
                    self.check_user(&mut e, user, product)?;
                }
            }
            (None, Some(group), None) => self.check_group(&mut e, &group, &now)?,
            (None, None, Some(product)) => self.check_product(&mut e, &product, &now)?,
            (None, None, None) => self.check_tenant(&mut e, &now)?,
            _ => {}
        }
        if e != Expect::default() {
            return Err(format!("these words do not go together: {whole:?}"));
        }
        Ok(())
    }

    fn check_user(&self, e: &mut Expect, user: &UserSnapshot, product: Option<String>) -> Result<(), String> {
        match (product, e.via.take(), e.plan.take()) {
            (Some(product), Some(via), None) => {
                let row = user.rows.get(&(self.product(&product)?, self.path(&via)?));
                self.check_row(e, row)?;
            }
            (product, None, Some(plan)) => {
                let plan = self.plan(&plan)?;
                let only = product.map(|name| self.product(&name)).transpose()?;
                let giving = user.rows.iter().filter(|((of, _), row)| {
                    only.is_none_or(|only| only == *of)
                        && matches!(row.state, AssignmentState::Active | AssignmentState::ActiveWithError)
                        && self.holds(*of, plan)
                        && !row.disabled.contains(&plan)
                });
                let effective = user.deleted.is_none() && giving.count() > 0;
                same("effective", e.effective.take().ok_or("`effective` is missing")?, effective)?;
            }
            (None, None, None) => {
                if let Some(mail) = e.mail.take() {
                    same("mail", mail, user.mail.clone().unwrap_or_default())?;
                }
                if let Some(addresses) = e.addresses.take() {
                    same("addresses", addresses, user.proxy_addresses.clone())?;
                }
                if let Some(groups) = e.groups.take() {
                    same("groups", groups, user.groups.iter().map(|id| self.name_of_group(*id)).collect())?;
                }
                if let Some(rows) = e.rows.take() {
                    same("rows", rows, user.rows.len())?;
                }
                check_property(e, &user.properties)?;
                if let Some(deleted) = e.deleted.take() {
                    same("deleted", deleted, user.deleted.is_some())?;
                }
            }
            _ => return Err("a path needs `product` and `via`, a plan needs `plan`".to_string()),
        }
        Ok(())
    }

    fn check_row(&self, e: &mut Expect, row: Option<&RowSnapshot>) -> Result<(), String> {
        let state = e.state.take().ok_or("`state` is missing")?;
        let Some(row) = row else { return same("state", state, "none".to_string()) };
        same("state", (state, e.error.take().unwrap_or("None".to_string())), {
            (row.state.name().to_string(), row.error.name().to_string())
        })?;
        if let Some(off) = e.off.take() {
            same("off", self.plans(&off)?, row.disabled.clone())?;
        }
        if let Some(updated) = e.updated.take() {
            same("updated", updated, row.updated)?;
        }
        Ok(())
    }

    fn check_group(&self, e: &mut Expect, name: &str, now: &Snapshot) -> Result<(), String> {
        let id = self.group(name)?;
        let known = now.groups.get(&id);
        if let Some(gone) = e.gone.take() {
            same("gone", gone, known.is_none())?;
        }
        if let Some(in_error) = e.in_error.take() {
            // R4.7: a deleted group is in no list.
            let listed = known.is_some_and(|group| group.deleted.is_none());
            let failed = |user: &UserSnapshot| {
                let rows = user.rows.iter().filter(|((_, path), _)| *path == Path::Group(id));
                rows.into_iter().any(|(_, row)| row.error != AssignmentError::None)
            };
            let users = now.users.values().filter(|user| user.deleted.is_none());
            same("in_error", in_error, listed && users.into_iter().any(failed))?;
        }
        if *e == Expect::default() {
            return Ok(());
        }
        let group = known.ok_or_else(|| format!("{name} is gone"))?;
        if let Some(processing) = e.processing.take() {
            same("processing", processing, group.processing.map_or("none", |state| state.name()).to_string())?;
        }
        check_property(e, &group.properties)?;
        if let Some(members) = e.members.take() {
            same("members", members, group.users.iter().map(|id| self.name_of_user(*id)).collect())?;
        }
        if let Some(template) = e.template.take() {
            let expected = self.change(&template, &[])?.add;
            let expected = expected.into_iter().map(|l| (l.product, l.disabled.into_iter().collect())).collect();
            same("template", expected, group.template.clone())?;
        }
        if let Some(deleted) = e.deleted.take() {
            same("deleted", deleted, group.deleted.is_some())?;
        }
        Ok(())
    }

    fn check_product(&self, e: &mut Expect, name: &str, now: &Snapshot) -> Result<(), String> {
        let id = self.product(name)?;
        let product = now.products.get(&id).ok_or_else(|| format!("the tenant has no {name}"))?;
        if let Some(consumed) = e.consumed.take() {
            same("consumed", consumed, product.consumed)?;
        }
        if let Some(free) = e.free.take() {
            same("free", free, i64::from(product.units.assignable()) - i64::from(product.consumed))?;
        }
        if let Some(status) = e.status.take() {
            same("status", status, product.units.capability_status().name().to_string())?;
        }
        if let Some(plan) = e.plan.take() {
            same("effective", e.effective.take().ok_or("`effective` is missing")?, self.holds(id, self.plan(&plan)?))?;
        }
        Ok(())
    }

    fn check_tenant(&self, e: &mut Expect, now: &Snapshot) -> Result<(), String> {
        if let Some(queue) = e.queue.take() {
            let targets = now.queue.iter().map(|run| match run.target {
                RunTarget::User(user) => self.name_of_user(user),
                RunTarget::Group(group) | RunTarget::Members(group) => self.name_of_group(group),
            });
            same("queue", queue, targets.collect())?;
        }
        if let Some(rules) = e.rules_run.take() {
            let run = |run: &RunSnapshot| match run.target {
                RunTarget::Members(group) => Some(self.name_of_group(group)),
                RunTarget::User(_) | RunTarget::Group(_) => None,
            };
            same("rules_run", rules, now.queue.iter().filter_map(run).collect())?;
        }
        if let Some(clock) = e.clock.take() {
            same("clock", clock, now.clock)?;
        }
        let names = |put_off_only: bool| {
            let taken = self.last_step.taken.iter().filter(|(_, put_off)| *put_off || !put_off_only);
            taken.map(|(user, _)| self.name_of_user(*user)).collect()
        };
        if let Some(taken) = e.taken.take() {
            same("taken", taken, names(false))?;
        }
        if let Some(put_off) = e.put_off.take() {
            same("put_off", put_off, names(true))?;
        }
        if let Some(changed) = e.changed.take() {
            same("changed", changed, self.last_step.changed)?;
        }
        Ok(())
    }

    /// Whether a product of the tenant has a plan now.
    fn holds(&self, product: ProductId, plan: PlanId) -> bool {
        let listed = self.catalog.product(product).map(|info| info.plans(self.rules)).unwrap_or_default();
        listed.contains(&plan) || self.added_plans.contains(&(product, plan))
    }
}

/// `property` and `value`, which is empty for one that is not there.
fn check_property(e: &mut Expect, own: &BTreeMap<Property, String>) -> Result<(), String> {
    let Some(property) = e.property.take() else { return Ok(()) };
    let seen = own.get(&property_named(&property)?).cloned().unwrap_or_default();
    same("value", e.value.take().ok_or("`value` is missing")?, seen)
}

fn property_named(name: &str) -> Result<Property, String> {
    Property::from_name(name).ok_or_else(|| format!("there is no property {name}"))
}

fn same<T: PartialEq + Debug>(what: &str, expected: T, seen: T) -> Result<(), String> {
    if expected == seen { Ok(()) } else { Err(format!("{what}: expected {expected:?}, seen {seen:?}")) }
}

fn in_words(error: toml::de::Error) -> String {
    error.message().to_string()
}

/// The first word of a refusal in Debug form.
fn word(refusal: &str) -> String {
    refusal.chars().take_while(|c| c.is_alphanumeric()).collect()
}

fn number(name: &str) -> Option<usize> {
    name.strip_prefix('#')?.parse().ok()
}

fn rule_set(name: &str) -> Result<RuleSet, String> {
    RuleSet::ALL.into_iter().find(|rules| rules.name() == name).ok_or_else(|| format!("there is no rule set {name}"))
}

fn country(code: &str) -> Result<CountryCode, String> {
    code.parse().map_err(|_| format!("{code} is no country"))
}

const fn group_kind(kind: Kind) -> GroupKind {
    match kind {
        Kind::Security => GroupKind::Security,
        Kind::Microsoft365Security => GroupKind::Microsoft365Security,
        Kind::Microsoft365 => GroupKind::Microsoft365,
        Kind::Distribution => GroupKind::Distribution,
    }
}
