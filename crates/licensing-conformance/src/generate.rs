//! Random worlds: small, crowded, short of seats, and most of what is asked of them is accepted.

use licensing_model::address::ProxyAddress;
use licensing_model::command::{Command, GroupKind, License, LicenseChange, Member, NewUser, UserPatch};
use licensing_model::guid::{self, GuidKind};
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::snapshot::Snapshot;
use licensing_model::{
    ContactId, CountryCode, GroupId, Path, PlanId, ProductId, Property, RuleSet, TenantSettings, Units, UserId,
};

use crate::cast::{Cast, country};
use crate::compare::Operation;
use crate::random::Random;

/// Countries where all, some or none of the products are allowed.
const COUNTRIES: [&str; 8] = ["NL", "NL", "NL", "DE", "US", "IN", "CH", "IR"];
/// Countries where everything is allowed.
const CALM_COUNTRIES: [&str; 2] = ["NL", "DE"];
/// Local parts of names and addresses; few, so that they collide.
const NAMES: [&str; 8] = ["ann", "bob", "Cleo", "dirk", "ann0001", "bob0002", "éva", "ÉVA0003"];
/// Two domains of the tenant and one that is not.
const DOMAINS: [&str; 3] = ["contoso.onmicrosoft.com", "contoso.com", "old.example"];

/// What a run may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Everything.
    Wild,
    /// Nothing that I1 and I2 except: no change of rules, rows, products or subscriptions, nobody brought back.
    Calm,
}

/// Makes the operations of one world.
#[derive(Clone, Debug)]
pub struct Generator {
    random: Random,
    cast: Cast,
    mood: Mood,
    opening: Vec<Command>,
    people: usize,
    /// The rule set in use, as every switch is accepted.
    rules: RuleSet,
    /// Where users may be; one world in two has no trouble with places.
    countries: &'static [&'static str],
    /// How soon the queue is worked off, in percent.
    pace: usize,
}

impl Generator {
    /// The world that grows from `seed`.
    pub fn new(seed: u64, cast: Cast, mood: Mood) -> Generator {
        let mut random = Random::new(seed);
        let rules = if random.chance(50) { RuleSet::Rules2019 } else { RuleSet::Today };
        let countries: &[&str] = if random.chance(50) { &COUNTRIES } else { &CALM_COUNTRIES };
        let pace = 25 + random.below(45);
        let with_places = 60 + random.below(40);
        let mut opening = Vec::new();
        let mut products = cast.products.clone();
        if mood == Mood::Wild {
            // One product is not in the tenant at first.
            products.truncate(products.len().saturating_sub(random.below(2)).max(1));
        }
        for product in &products {
            opening.push(Command::SetUnits(*product, Units::enabled(1 + random.below(6) as u32)));
        }
        for number in 0..7 {
            opening.push(Command::CreateUser(NewUser {
                display_name: format!("Person {number}"),
                user_principal_name: format!("person{number}@{}", DOMAINS[random.below(2)]),
                mail_nickname: if random.chance(60) { random.pick(&NAMES).map(str::to_string) } else { None },
                usage_location: if random.chance(with_places) {
                    Some(some_country(&mut random, countries))
                } else {
                    None
                },
                guest: random.chance(10),
            }));
        }
        for number in 0..5 {
            let kind = match number {
                0..=2 => GroupKind::Security,
                3 => GroupKind::Microsoft365Security,
                _ => some_kind(&mut random),
            };
            opening.push(Command::CreateGroup { name: format!("Group {number}"), kind });
        }
        opening.reverse();
        Generator { random, cast, mood, opening, people: 7, rules, countries, pace }
    }

    /// What the world starts with.
    pub fn settings(&mut self) -> TenantSettings {
        TenantSettings {
            seed: 1,
            rules: self.rules,
            country: if self.random.chance(80) {
                CountryCode::NL
            } else {
                some_country(&mut self.random, self.countries)
            },
            initial_domain: DOMAINS[0].to_string(),
            domains: vec![DOMAINS[1].to_string()],
            workers: 1 + self.random.below(3) as u8,
        }
    }

    /// The next operation, in view of how the world stands.
    pub fn next_operation(&mut self, now: &Snapshot) -> Operation {
        if let Some(command) = self.opening.pop() {
            return Operation::Command(command);
        }
        let waiting = !now.queue.is_empty();
        if waiting && self.random.chance(self.pace) || self.random.chance(2) {
            return Operation::Step;
        }
        Operation::Command(self.command(now))
    }

    fn command(&mut self, now: &Snapshot) -> Command {
        let wild = self.mood == Mood::Wild;
        let roll = self.random.below(if wild { 1000 } else { 760 });
        match roll {
            0..=139 => Command::AddMember(self.group(now), self.new_member(now)),
            140..=239 => self.remove_member(now),
            240..=409 => self.change_group(now),
            410..=549 => self.change_user(now),
            550..=599 => Command::ReprocessUser(self.user(now)),
            600..=629 => Command::ReprocessGroup(self.group(now)),
            630..=659 => Command::UpdateUser(self.user(now), self.patch(wild)),
            660..=699 => self.set_addresses(now),
            700..=714 => Command::DeleteUser(self.user(now)),
            715..=739 => Command::DeleteGroup(self.group_to_delete(now)),
            740..=754 => Command::RestoreGroup(self.deleted_group(now)),
            755..=757 => Command::AddContact { name: "Contact".to_string(), addresses: self.addresses(2) },
            758 => self.update_contact(),
            759 => Command::DeleteContact(self.contact()),
            760..=819 => self.set_units(now),
            820..=854 => Command::RestoreUser(self.deleted_user(now)),
            855..=869 => self.create_user(),
            870 => Command::CreateGroup { name: "Late".to_string(), kind: some_kind(&mut self.random) },
            871..=876 => self.set_membership_rule(now),
            877..=878 => Command::RenameGroup(self.group(now), "Other".to_string()),
            879..=881 => self.set_property(now),
            882..=891 => Command::AddServicePlan(self.product(), self.any_plan()),
            892..=903 => self.switch(),
            904..=915 => self.set_pair(),
            916..=927 => Command::SetPrerequisite { plan: self.plan_with_row(), counts: self.random.chance(50) },
            928..=929 => Command::AddDomain(self.domain()),
            930 => Command::DeleteDomain(self.domain()),
            931..=933 => Command::SetCountry(some_country(&mut self.random, self.countries)),
            934..=941 => Command::SetWorkers([1, 1, 2, 2, 3, 3, 8][self.random.below(7)]),
            942..=951 => Command::Advance { days: [0, 1, 10, 29, 30][self.random.below(5)] },
            _ => self.nonsense(now),
        }
    }

    // --- who and what ---------------------------------------------------------------------------------------------

    /// Mostly a live user, sometimes a deleted one.
    fn user(&mut self, now: &Snapshot) -> UserId {
        let live: Vec<UserId> = now.users.iter().filter(|(_, u)| u.deleted.is_none()).map(|(id, _)| *id).collect();
        let all: Vec<UserId> = now.users.keys().copied().collect();
        let from = if self.random.chance(98) { &live } else { &all };
        self.random.pick(from).unwrap_or(UserId::at(0))
    }

    fn deleted_user(&mut self, now: &Snapshot) -> UserId {
        let deleted = now.users.iter().filter(|(_, u)| u.deleted.is_some()).map(|(id, _)| *id).collect::<Vec<_>>();
        self.random.pick(&deleted).unwrap_or_else(|| self.user(now))
    }

    fn group(&mut self, now: &Snapshot) -> GroupId {
        let live: Vec<GroupId> = now.groups.iter().filter(|(_, g)| g.deleted.is_none()).map(|(id, _)| *id).collect();
        let all: Vec<GroupId> = now.groups.keys().copied().collect();
        let from = if self.random.chance(98) { &live } else { &all };
        self.random.pick(from).unwrap_or(GroupId::at(0))
    }

    fn deleted_group(&mut self, now: &Snapshot) -> GroupId {
        let deleted = now.groups.iter().filter(|(_, g)| g.deleted.is_some()).map(|(id, _)| *id).collect::<Vec<_>>();
        self.random.pick(&deleted).unwrap_or_else(|| self.group(now))
    }

    /// Mostly a group without a template that still has rows on somebody.
    fn group_to_delete(&mut self, now: &Snapshot) -> GroupId {
        let rows = |id: &GroupId| now.users.values().any(|u| u.rows.keys().any(|(_, path)| *path == Path::Group(*id)));
        let ready = now.groups.iter().filter(|(id, g)| g.deleted.is_none() && g.template.is_empty() && rows(id));
        let ready: Vec<GroupId> = ready.map(|(id, _)| *id).collect();
        let empty = now.groups.iter().filter(|(_, g)| g.deleted.is_none() && g.template.is_empty());
        let empty: Vec<GroupId> = empty.map(|(id, _)| *id).collect();
        match self.random.below(10) {
            0..=6 if !ready.is_empty() => self.random.pick(&ready).unwrap_or(GroupId::at(0)),
            0..=7 if !empty.is_empty() => self.random.pick(&empty).unwrap_or(GroupId::at(0)),
            _ => self.group(now),
        }
    }

    fn product(&mut self) -> ProductId {
        self.random.pick(&self.cast.products).unwrap_or(ProductId::at(0))
    }

    /// A plan that one of the products holds.
    fn any_plan(&mut self) -> PlanId {
        let product = self.product();
        let plans = if self.random.chance(60) { self.cast.telling_plans(product) } else { self.cast.plans(product) };
        self.random.pick(&plans).unwrap_or(PlanId::at(0))
    }

    fn plan_with_row(&mut self) -> PlanId {
        let plans: Vec<PlanId> = self.cast.products.iter().flat_map(|product| self.cast.plans(*product)).collect();
        let rows = self.cast.catalog.prerequisites.iter().map(|row| row.plan).filter(|plan| plans.contains(plan));
        let rows: Vec<PlanId> = rows.collect();
        self.random.pick(&rows).unwrap_or(PlanId::at(0))
    }

    fn switch(&mut self) -> Command {
        self.rules = if self.random.chance(50) { RuleSet::Rules2019 } else { RuleSet::Today };
        Command::SetRuleSet(self.rules)
    }

    /// One of the first contacts, whether or not there is one, or still.
    fn contact(&mut self) -> ContactId {
        ContactId::at(self.random.below(4))
    }

    /// One of the domains that names and addresses are in, or one that nothing is in; in capitals at times.
    fn domain(&mut self) -> String {
        const FREE: [&str; 4] = ["free.example", "a.b-c.example", "-bad.example", "bad"];
        let domain = match self.random.below(8) {
            place @ 0..=3 => FREE[place],
            place => DOMAINS[place % DOMAINS.len()],
        };
        if self.random.chance(20) { domain.to_uppercase() } else { domain.to_string() }
    }

    fn update_contact(&mut self) -> Command {
        Command::UpdateContact {
            contact: self.contact(),
            name: self.random.chance(30).then(|| "Desk".to_string()),
            addresses: if self.random.chance(80) { Some(self.addresses(2)) } else { None },
        }
    }

    // --- memberships ----------------------------------------------------------------------------------------------

    fn new_member(&mut self, now: &Snapshot) -> Member {
        if self.random.chance(4) { Member::Group(self.group(now)) } else { Member::User(self.user(now)) }
    }

    fn remove_member(&mut self, now: &Snapshot) -> Command {
        let group = self.group(now);
        let users = now.groups.get(&group).map(|g| g.users.clone()).unwrap_or_default();
        match self.random.pick(&users) {
            Some(user) if self.random.chance(90) => Command::RemoveMember(group, Member::User(user)),
            _ => Command::RemoveMember(group, self.new_member(now)),
        }
    }

    // --- licenses -------------------------------------------------------------------------------------------------

    fn change_group(&mut self, now: &Snapshot) -> Command {
        // The first groups can be licensed.
        let first = now.groups.iter().filter(|(id, group)| id.raw() < 4 && group.deleted.is_none()).map(|(id, _)| *id);
        let first: Vec<GroupId> = first.collect();
        let group = match self.random.pick(&first) {
            Some(group) if self.random.chance(85) => group,
            _ => self.group(now),
        };
        let held: Vec<ProductId> =
            now.groups.get(&group).map(|g| g.template.keys().copied().collect()).unwrap_or_default();
        let change = if !held.is_empty() && self.random.chance(18) {
            LicenseChange { add: Vec::new(), remove: held }
        } else {
            self.change(now, &held)
        };
        Command::ChangeGroupLicenses(group, change)
    }

    fn change_user(&mut self, now: &Snapshot) -> Command {
        let mut user = self.user(now);
        if now.users.get(&user).is_some_and(|user| user.rows.is_empty()) {
            user = self.user(now);
        }
        let rows = now.users.get(&user).map(|u| u.rows.keys().copied().collect::<Vec<_>>()).unwrap_or_default();
        let direct = rows.iter().filter(|(_, path)| *path == Path::Direct || self.random.chance(5));
        let held: Vec<ProductId> = direct.map(|(product, _)| *product).collect();
        Command::ChangeUserLicenses(user, self.change(now, &held))
    }

    /// Products added, replaced, removed or swapped.
    fn change(&mut self, now: &Snapshot, held: &[ProductId]) -> LicenseChange {
        let mut change = LicenseChange::default();
        let count = [1, 1, 1, 2, 2, 3][self.random.below(6)];
        if held.is_empty() || self.random.chance(70) {
            for _ in 0..count {
                let known = now.products.keys().copied().collect::<Vec<_>>();
                let product = self.random.pick(&known).unwrap_or(ProductId::at(0));
                if !change.add.iter().any(|license| license.product == product) {
                    change.add.push(self.license(product));
                }
            }
        }
        if change.add.is_empty() || self.random.chance(30) {
            for product in self.random.some_of(held, 50) {
                if !change.add.iter().any(|license| license.product == product) && !change.remove.contains(&product) {
                    change.remove.push(product);
                }
            }
        }
        if change.add.is_empty() && change.remove.is_empty() {
            change.remove.extend(held.first());
        }
        change
    }

    fn license(&mut self, product: ProductId) -> License {
        let mut telling = self.cast.telling_plans(product);
        let mut plans = self.cast.plans(product);
        if self.random.chance(97) {
            let now = self.cast.catalog.product(product).map(|info| info.plans(self.rules)).unwrap_or_default();
            telling.retain(|plan| now.contains(plan));
            plans.retain(|plan| now.contains(plan));
        }
        let disabled = match self.random.below(20) {
            0..=7 => Vec::new(),
            8..=14 => self.random.some_of(&telling, 45),
            15..=16 => telling,
            17..=18 => self.random.pick(&plans).into_iter().collect(),
            _ => self.random.some_of(&plans, 50),
        };
        License { product, disabled }
    }

    fn set_units(&mut self, now: &Snapshot) -> Command {
        let product = self.product();
        let old = now.products.get(&product).map(|p| p.units).unwrap_or_default();
        let few = self.random.below(5) as u32;
        let units = match self.random.below(10) {
            0..=2 => Units { enabled: old.enabled + 1 + few % 2, ..old },
            3 => Units::enabled(few),
            4 => Units { enabled: old.enabled.saturating_sub(1), ..old },
            5 => Units { suspended: old.enabled, enabled: 0, ..old },
            6 => Units { enabled: old.suspended + old.locked_out, suspended: 0, locked_out: 0, ..old },
            7 => Units { enabled: few, warning: 1, suspended: few / 2, locked_out: few % 2 },
            8 => Units { enabled: 0, warning: old.enabled + few % 2, suspended: old.suspended, locked_out: 0 },
            _ => Units::enabled(6),
        };
        Command::SetUnits(product, units)
    }

    fn set_pair(&mut self) -> Command {
        let plans: Vec<PlanId> = self.cast.products.iter().flat_map(|product| self.cast.plans(*product)).collect();
        let known = self.cast.catalog.pairs.iter().filter(|pair| plans.contains(&pair.a) && plans.contains(&pair.b));
        let known: Vec<(PlanId, PlanId)> = known.map(|pair| (pair.a, pair.b)).collect();
        let counts = self.random.chance(50);
        match self.random.pick(&known) {
            Some((a, b)) if self.random.chance(70) => Command::SetExclusivePair { a: b, b: a, counts },
            _ => Command::SetExclusivePair { a: self.any_plan(), b: self.any_plan(), counts },
        }
    }

    // --- users and addresses --------------------------------------------------------------------------------------

    fn create_user(&mut self) -> Command {
        self.people += 1;
        let local = match self.random.below(10) {
            0..=4 => NAMES[self.random.below(NAMES.len())].to_string(),
            // Longer than a nickname may be.
            5 => format!("{}{}", "ü".repeat(63), self.people),
            _ => self.people.to_string(),
        };
        Command::CreateUser(NewUser {
            display_name: "Late".to_string(),
            user_principal_name: format!("{local}@{}", DOMAINS[self.random.below(2)]),
            mail_nickname: None,
            usage_location: if self.random.chance(75) {
                Some(some_country(&mut self.random, self.countries))
            } else {
                None
            },
            guest: false,
        })
    }

    fn patch(&mut self, wild: bool) -> UserPatch {
        let mut patch = UserPatch::default();
        match self.random.below(if wild { 8 } else { 5 }) {
            0..=3 => patch.usage_location = Some(Some(some_country(&mut self.random, self.countries))),
            4 => patch.usage_location = Some(None),
            5 => patch.user_principal_name = Some(self.address(2)),
            6 => patch.mail_nickname = self.random.pick(&NAMES).map(str::to_string),
            _ => {
                patch.display_name = Some("New".to_string());
                patch.account_enabled = Some(false);
            }
        }
        patch
    }

    /// Mostly a rule that can be read; often one that depends on what it does.
    fn set_membership_rule(&mut self, now: &Snapshot) -> Command {
        let group = self.group(now);
        let other = guid::derive(1, GuidKind::Group, self.group(now).raw());
        let any_plan = self.any_plan();
        let plan = self.cast.catalog.plan(any_plan).map(|info| info.guid).unwrap_or_default();
        let plan = format!(
            "user.assignedPlans -any (assignedPlan.servicePlanId -eq \"{plan}\" -and assignedPlan.capabilityStatus -eq \"Enabled\")"
        );
        let text = match self.random.below(22) {
            0..=3 => "user.department -eq \"Sales\"".to_string(),
            4 => "(user.department -contains 'sale') -or user.jobTitle -ne null".to_string(),
            5 => "user.usageLocation -in [\"NL\", 'DE'] -and -not (user.accountEnabled -eq false)".to_string(),
            6 => {
                let pattern = self.random.pick(&["^(in.*\\s)?SALES$", "^\\D+S$|x", "[^\\W]a(l|r)*", "^\\S+$"]);
                format!("user.department -match \"{}\" -and user.userType -ne 'guest'", pattern.unwrap_or_default())
            }
            7 => "user.department -notStartsWith \"M\" -and user.jobTitle notEndsWith 's'".to_string(),
            8 => "user.country -eq null".to_string(),
            9..=11 => plan,
            12..=14 => format!("-not ({plan})"),
            15..=16 => format!("user.memberof -any (group.objectId -in ['{other}'])"),
            17 => format!("not user.memberOf -any (group.objectid -eq \"{other}\") and user.usageLocation -ne null"),
            18 => "user.assignedPlans -all (assignedPlan.capabilityStatus -ne 'Suspended')".to_string(),
            19 => String::new(),
            20 => "user.department -eq \"Sales\" -and user.shoeSize -eq '42'".to_string(),
            _ => [
                "user.department -eq Sales",
                "user.jobTitle -in ['a'",
                "user.department -match '('",
                "(user.city -eq 'x",
            ][self.random.below(4)]
            .to_string(),
        };
        let membership = match self.random.below(8) {
            0 => Membership::Assigned,
            1 => Membership::Paused,
            _ => Membership::Dynamic,
        };
        Command::SetMembershipRule(group, MembershipRule { text, membership })
    }

    fn set_property(&mut self, now: &Snapshot) -> Command {
        let value = self.random.pick(&["", "Sales", "SALES", "Marketing", "Inside sales"]).unwrap_or_default();
        let (of, property) = match self.random.below(6) {
            0 => (Member::Group(self.group(now)), Property::DESCRIPTION),
            1 => (Member::User(self.user(now)), Property::JOB_TITLE),
            _ => (Member::User(self.user(now)), Property::DEPARTMENT),
        };
        Command::SetProperty { of, property, value: value.to_string() }
    }

    fn address(&mut self, domains: usize) -> String {
        let local = NAMES[self.random.below(NAMES.len())];
        let local = if self.random.chance(20) { local.to_uppercase() } else { local.to_string() };
        format!("{local}@{}", DOMAINS[self.random.below(domains)])
    }

    fn addresses(&mut self, most: usize) -> Vec<ProxyAddress> {
        let count = self.random.below(most + 1);
        (0..count).map(|_| ProxyAddress { primary: self.random.chance(40), address: self.address(3) }).collect()
    }

    /// Addresses out of the pool, or one that another user would compute or the user's own name.
    fn set_addresses(&mut self, now: &Snapshot) -> Command {
        let user = self.user(now);
        let mut proxies = self.addresses(3);
        if self.random.chance(40) {
            let number = if self.random.chance(50) { user.raw() as usize } else { self.random.below(7) };
            let address = format!("person{number}@{}", DOMAINS[self.random.below(2)]);
            proxies.push(ProxyAddress { primary: self.random.chance(60), address });
        }
        let mail = match self.random.below(4) {
            0 => Some(Some(self.address(3))),
            1 => Some(None),
            _ => None,
        };
        let proxy_addresses = if self.random.chance(80) { Some(proxies) } else { None };
        Command::SetAddresses { user, mail, proxy_addresses }
    }

    // --- what is refused ------------------------------------------------------------------------------------------

    /// Something that is mostly refused.
    fn nonsense(&mut self, now: &Snapshot) -> Command {
        let far = 1_000_000;
        let (user, group, product) = (self.user(now), self.group(now), self.product());
        let license = |product, disabled: &[PlanId]| License { product, disabled: disabled.to_vec() };
        let plan = self.any_plan();
        let change = match self.random.below(9) {
            0 => LicenseChange::default(),
            1 => LicenseChange { add: vec![license(product, &[]), license(product, &[])], remove: vec![] },
            2 => LicenseChange { add: vec![], remove: vec![product, product] },
            3 => LicenseChange { add: vec![license(product, &[])], remove: vec![product] },
            4 => LicenseChange { add: vec![license(product, &[plan])], remove: vec![] },
            5 => LicenseChange { add: vec![license(product, &[PlanId::at(far)])], remove: vec![] },
            6 => LicenseChange { add: vec![], remove: vec![ProductId::at(far)] },
            7 => LicenseChange { add: vec![license(ProductId::at(far), &[])], remove: vec![product] },
            _ => LicenseChange { add: vec![], remove: vec![self.product()] },
        };
        let long = "x".repeat(257);
        let contact = |addresses: Vec<&str>| Command::AddContact {
            name: "Contact".to_string(),
            addresses: addresses.into_iter().map(ProxyAddress::parse).collect(),
        };
        let names = ["Somebody", "", &long];
        let principals =
            ["somebody@contoso.com", "@contoso.com", "a b@contoso.com", "a@b@contoso.com", "a@nowhere.example"];
        let taken = format!("PERSON{}@{}", self.random.below(7), DOMAINS[self.random.below(2)]);
        let principals = [&principals[..], &[taken.as_str()]].concat();
        let nicknames = ["ann", "", "an n", "a@b", &long];
        match self.random.below(37) {
            36 => Command::SetProperty {
                of: if self.random.chance(50) { Member::User(UserId::at(far)) } else { Member::Group(group) },
                property: Property::DESCRIPTION,
                value: long.repeat(self.random.below(5)),
            },
            0..=5 => Command::ChangeGroupLicenses(group, change),
            6..=11 => Command::ChangeUserLicenses(user, change),
            12 => Command::DeleteUser(UserId::at(far)),
            13 => Command::ReprocessGroup(GroupId::at(far)),
            14 => Command::AddMember(group, Member::Group(group)),
            15 => Command::RemoveMember(self.group(now), Member::Group(group)),
            16 => Command::AddMember(GroupId::at(far), Member::User(UserId::at(far))),
            17 => Command::RestoreUser(UserId::at(self.random.below(12))),
            18 => Command::RestoreGroup(GroupId::at(self.random.below(9))),
            19 => Command::SetUnits(product, Units { warning: Units::LIMIT + 1, ..Units::default() }),
            20 => Command::SetUnits(ProductId::at(far), Units::enabled(Units::LIMIT + 1)),
            21 => Command::AddServicePlan(ProductId::at(self.random.below(10)), PlanId::at(far)),
            22 => Command::AddServicePlan(ProductId::at(self.random.below(10)), plan),
            23 => Command::SetPrerequisite { plan: PlanId::at(self.random.below(14)), counts: true },
            24 => Command::SetExclusivePair { a: plan, b: plan, counts: true },
            25 => Command::SetExclusivePair { a: PlanId::at(far), b: PlanId::at(far), counts: true },
            26 => Command::SetWorkers([0, 9, 255][self.random.below(3)]),
            27 => Command::Advance { days: u16::MAX },
            28 => Command::CreateGroup { name: String::new(), kind: GroupKind::Security },
            29 => Command::RenameGroup(GroupId::at(self.random.below(9)), long),
            30 => contact(vec![["no address", "two@at@signs", "@b", "a@", "a\u{7}@b"][self.random.below(5)]]),
            31 => contact(
                [vec!["ann@contoso.com"; 200 + self.random.below(2)], vec!["bad"; self.random.below(2)]].concat(),
            ),
            32 => {
                Command::SetAddresses { user, mail: Some(Some(format!("{long}@contoso.com"))), proxy_addresses: None }
            }
            33..=34 => Command::CreateUser(NewUser {
                display_name: names[self.random.below(3)].to_string(),
                user_principal_name: principals[self.random.below(principals.len())].to_string(),
                mail_nickname: if self.random.chance(50) {
                    self.random.pick(&nicknames).map(str::to_string)
                } else {
                    None
                },
                usage_location: None,
                guest: false,
            }),
            _ => {
                let mut patch = UserPatch { usage_location: Some(None), ..UserPatch::default() };
                if self.random.chance(40) {
                    patch.display_name = self.random.pick(&names).map(str::to_string);
                }
                if self.random.chance(60) {
                    patch.user_principal_name = self.random.pick(&principals).map(str::to_string);
                }
                if self.random.chance(40) {
                    patch.mail_nickname = self.random.pick(&nicknames).map(str::to_string);
                }
                Command::UpdateUser(user, patch)
            }
        }
    }
}

fn some_country(random: &mut Random, countries: &[&str]) -> CountryCode {
    country(countries[random.below(countries.len())])
}

fn some_kind(random: &mut Random) -> GroupKind {
    let kinds =
        [GroupKind::Security, GroupKind::Microsoft365Security, GroupKind::Microsoft365, GroupKind::Distribution];
    kinds[random.below(4)]
}
