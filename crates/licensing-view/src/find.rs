//! Finding anything: screens, actions, products, plans, groups, users, rules, terms, errors and their codes, settings, and
//! who holds a mail address.

use std::collections::BTreeSet;

use licensing_core::{Holder, Tenant};
use licensing_model::paced::at_once;
use licensing_model::{Pace, Paced, UserId};
use licensing_wording::{Text, Words};

use crate::icon::Icon;
use crate::query::TableQuery;
use crate::read;
use crate::route::{Address, ProductTab, Route, RulesTab};
use crate::search::Search;
use crate::{glossary, rules};

/// So many of each kind are listed; further ones are found by typing more.
const MOST_OF_A_KIND: usize = 6;

/// What can be done from the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Asks for a new user.
    NewUser,
    /// Asks for a new group.
    NewGroup,
    /// Asks for a new contact.
    NewContact,
    /// Asks which product to buy.
    BuyProduct,
    /// Asks which sample to open.
    OpenSample,
    /// Asks for a link that was copied.
    OpenLink,
    /// One step of the background.
    Step,
    /// Runs the background, or pauses it.
    RunOrPause,
    /// Takes the last action back.
    Undo,
    /// Does the next action again.
    Redo,
    /// Lists the keys.
    Keys,
}

/// Where a finding leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To a screen, as it is filtered there.
    Screen(Address),
    /// Something is done.
    Deed(Deed),
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The findings, those that are named so first.
    pub findings: Vec<Finding>,
    /// Further ones that are not listed.
    pub more: usize,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing it is, as a drawing.
    pub icon: Icon,
    /// What kind of thing it is, in a word.
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// What else tells it from others.
    pub detail: String,
    /// Where it leads.
    pub goal: Goal,
}

/// Screens that can be gone to by name.
const SCREENS: [(Route, Text, Icon); 25] = [
    (Route::Overview, Text::OVERVIEW, Icon::Overview),
    (Route::Map, Text::MAP, Icon::Map),
    (Route::Groups, Text::GROUPS, Icon::Group),
    (Route::DeletedGroups, Text::DELETED_GROUPS, Icon::Group),
    (Route::Users, Text::USERS, Icon::Users),
    (Route::DeletedUsers, Text::DELETED_USERS, Icon::Users),
    (Route::Contacts, Text::CONTACTS, Icon::Mail),
    (Route::Products, Text::PRODUCTS, Icon::Product),
    (Route::Compare, Text::BESIDE_TITLE, Icon::Product),
    (Route::Processing, Text::PROCESSING, Icon::Queue),
    (Route::Audit, Text::AUDIT, Icon::Log),
    (Route::Graph, Text::GRAPH, Icon::Console),
    (Route::Preview, Text::LOOK_AHEAD, Icon::Preview),
    (Route::Import, Text::IMPORT, Icon::Source),
    (Route::Lessons, Text::LESSONS, Icon::Flag),
    (Route::Author, Text::AUTHOR, Icon::Flag),
    (Route::Assess, Text::ASSESS, Icon::Flag),
    (Route::CheatSheet, Text::PRINT_CHEAT_SHEET, Icon::Flag),
    (Route::Rules(RulesTab::Sentences(None)), Text::RULES, Icon::Rules),
    (Route::Rules(RulesTab::Pairs), Text::EXCLUSIVE_PAIRS, Icon::Clash),
    (Route::Rules(RulesTab::Prerequisites), Text::PREREQUISITES, Icon::Link),
    (Route::Rules(RulesTab::Locations), Text::LOCATION_RULES, Icon::Pin),
    (Route::Glossary, Text::GLOSSARY, Icon::Lesson),
    (Route::Settings, Text::SETTINGS_SCREEN, Icon::Settings),
    (Route::About, Text::ABOUT, Icon::Info),
];

const DEEDS: [(Deed, Text, Icon); 11] = [
    (Deed::NewUser, Text::NEW_USER, Icon::User),
    (Deed::NewGroup, Text::NEW_GROUP, Icon::Group),
    (Deed::NewContact, Text::NEW_CONTACT, Icon::Mail),
    (Deed::BuyProduct, Text::BUY_PRODUCT, Icon::Product),
    (Deed::OpenSample, Text::OPEN_SAMPLE, Icon::Sample),
    (Deed::OpenLink, Text::OPEN_LINK, Icon::Arrow),
    (Deed::Step, Text::ONE_STEP, Icon::Step),
    (Deed::RunOrPause, Text::FIND_RUN_OR_PAUSE, Icon::Run),
    (Deed::Undo, Text::UNDO, Icon::Undo),
    (Deed::Redo, Text::REDO, Icon::Redo),
    (Deed::Keys, Text::KEYS, Icon::Info),
];

/// What is done with something that is chosen first, and where that is.
const ELSEWHERE: [(Text, Text, Route, Icon); 8] = [
    (Text::REPROCESS, Text::USERS, Route::Users, Icon::Refresh),
    (Text::ASSIGN_TITLE, Text::GROUPS, Route::Groups, Icon::Plus),
    (Text::ADD_MEMBERS_TITLE, Text::GROUPS, Route::Groups, Icon::Users),
    (Text::DELETE_USER, Text::USERS, Route::Users, Icon::Trash),
    (Text::DELETE_GROUP, Text::GROUPS, Route::Groups, Icon::Trash),
    (Text::CHANGE_LOCATION, Text::USERS, Route::Users, Icon::Pin),
    (Text::CHANGE_ADDRESSES, Text::USERS, Route::Users, Icon::Mail),
    (Text::ADD_PAIR, Text::EXCLUSIVE_PAIRS, Route::Rules(RulesTab::Pairs), Icon::Clash),
];

/// What can be set, all of it on one screen.
const SETTINGS: [Text; 8] = [
    Text::RULE_SET,
    Text::COUNTRY,
    Text::WORKERS,
    Text::CLOCK,
    Text::LANGUAGE,
    Text::THEME,
    Text::SPEED,
    Text::LETTER_KEYS,
];

/// A lesson that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    /// Where it is.
    pub route: Route,
    /// Such as "Lesson 4".
    pub number: String,
    /// Its title.
    pub title: String,
}

/// What `typed` finds: who holds the address if it is one, then everything whose name has the words. Without words it is
/// the screens and actions.
pub fn find(tenant: &Tenant, words: Words, lessons: &[Titled], typed: &str) -> Found {
    at_once(async |pace| found(&pace, tenant, words, lessons, typed).await)
}

/// The same in slices, since it looks at every user.
pub fn looking(tenant: &Tenant, words: Words, lessons: &[Titled], typed: &str) -> Paced<Found> {
    let (tenant, lessons, typed) = (tenant.clone(), lessons.to_vec(), typed.to_string());
    Paced::new(async move |pace| found(&pace, &tenant, words, &lessons, &typed).await)
}

async fn found(pace: &Pace, tenant: &Tenant, words: Words, lessons: &[Titled], typed: &str) -> Found {
    let search = Search::new(typed);
    let mut found = Found::default();
    let is_blank = typed.trim().is_empty();
    let most = if is_blank { SCREENS.len().max(DEEDS.len()) } else { MOST_OF_A_KIND };
    if typed.contains('@') {
        found.take(holders(tenant, words, typed.trim()), most);
    }
    found.take(screens(words, &search), most);
    found.take(deeds(words, &search), most);
    if !is_blank {
        found.take(products(tenant, words, &search), most);
        found.take(groups(tenant, words, &search), most);
        let mut buffer = String::new();
        let mut listed = 0;
        pace.expect(tenant.user_count());
        for user in tenant.users() {
            if is_called(tenant, user, &search, &mut buffer) {
                match listed < most {
                    true => found.findings.push(user_found(tenant, words, user)),
                    false => found.more += 1,
                }
                listed += 1;
            }
            pace.did(1).await;
        }
        found.take(contacts(tenant, words, &search), most);
        found.take(plans(tenant, words, &search), most);
        found.take(settings(words, &search), most);
        found.take(terms(tenant, words, &search), most);
        found.take(rules_of(words, &search), most);
        found.take(lessons_of(words, lessons, &search), most);
    }
    found
}

impl Found {
    /// Lists as many of a kind as there is room for, and counts the rest.
    fn take(&mut self, mut kind: impl Iterator<Item = Finding>, most: usize) {
        self.findings.extend(kind.by_ref().take(most));
        self.more += kind.count();
    }
}

fn finding(words: Words, icon: Icon, kind: Text, name: &str, detail: &str, goal: Goal) -> Finding {
    Finding { icon, kind: words.text(kind), name: name.to_string(), detail: detail.to_string(), goal }
}

fn to(route: Route) -> Goal {
    Goal::Screen(Address::of(route))
}

fn named(words: Words, search: &Search, name: Text) -> bool {
    search.finds(|seeker| seeker.look(words.text(name)))
}

fn screens(words: Words, search: &Search) -> impl Iterator<Item = Finding> {
    let found = SCREENS.iter().filter(move |(_, name, _)| named(words, search, *name));
    found.map(move |(route, name, icon)| finding(words, *icon, Text::FIND_SCREEN, words.text(*name), "", to(*route)))
}

fn deeds(words: Words, search: &Search) -> impl Iterator<Item = Finding> {
    let here = DEEDS.iter().filter(move |(_, name, _)| named(words, search, *name)).map(move |(deed, name, icon)| {
        finding(words, *icon, Text::FIND_ACTION, words.text(*name), "", Goal::Deed(*deed))
    });
    let elsewhere = ELSEWHERE.iter().filter(move |(name, ..)| named(words, search, *name));
    here.chain(elsewhere.map(move |(name, place, route, icon)| {
        finding(words, *icon, Text::FIND_ACTION, words.text(*name), words.text(*place), to(*route))
    }))
}

fn settings(words: Words, search: &Search) -> impl Iterator<Item = Finding> {
    let found = SETTINGS.into_iter().filter(move |name| named(words, search, *name));
    found.map(move |name| {
        finding(words, Icon::Settings, Text::SETTINGS_SCREEN, words.text(name), "", to(Route::Settings))
    })
}

/// Service plans of the tenant's products; each leads to a product that has it.
fn plans(tenant: &Tenant, words: Words, search: &Search) -> impl Iterator<Item = Finding> {
    let mut seen = BTreeSet::new();
    let of_products = tenant.products().filter_map(|product| tenant.product(product)).flat_map(move |details| {
        let product = details.product;
        details.plans.into_iter().map(move |plan| (plan, product))
    });
    let once = of_products.filter(move |(plan, _)| seen.insert(*plan));
    let named = once.map(|(plan, product)| (read::plan_choice(tenant, plan), product));
    let found = named.filter(move |(plan, _)| {
        search.finds(|seeker| {
            seeker.look(&plan.name);
            seeker.look(&plan.technical);
        })
    });
    found.map(move |(plan, product)| {
        let query = TableQuery::default().with_search(&plan.technical);
        let address = Address::of(Route::Product(product, ProductTab::Plans)).with_query(query);
        let detail = read::product_name(tenant, product).name;
        finding(words, Icon::Product, Text::SERVICE_PLAN, &plan.name, &detail, Goal::Screen(address))
    })
}

/// Words of the field, errors by their headings and codes among them.
fn terms(tenant: &Tenant, words: Words, search: &Search) -> impl Iterator<Item = Finding> {
    let found = glossary::glossary(words, tenant.rules(), "").into_iter().filter(move |term| {
        search.finds(|seeker| {
            let texts = [Some(term.word.as_str()), term.english.as_deref(), term.code];
            texts.into_iter().flatten().for_each(|text| seeker.look(text));
        })
    });
    found.map(move |term| {
        let address = Address::of(Route::Glossary).with_query(TableQuery::default().with_search(&term.word));
        finding(words, Icon::Lesson, Text::GLOSSARY, &term.word, term.meaning, Goal::Screen(address))
    })
}

/// Rules by their ids and sentences.
fn rules_of(words: Words, search: &Search) -> impl Iterator<Item = Finding> {
    let found = rules::rules(words).into_iter().filter(move |rule| {
        search.finds(|seeker| {
            seeker.look(rule.id);
            seeker.look(rule.text);
        })
    });
    found.map(move |rule| {
        let tab = RulesTab::of_rule(rule.id).unwrap_or_default();
        finding(words, Icon::Rules, Text::RULE_ID, rule.id, rule.text, to(Route::Rules(tab)))
    })
}

/// Lessons by their titles and numbers.
fn lessons_of(words: Words, lessons: &[Titled], search: &Search) -> impl Iterator<Item = Finding> {
    let found = lessons.iter().filter(move |lesson| {
        search.finds(|seeker| {
            seeker.look(&lesson.title);
            seeker.look(&lesson.number);
        })
    });
    found.map(move |lesson| finding(words, Icon::Flag, Text::LESSONS, &lesson.title, &lesson.number, to(lesson.route)))
}

/// Everything that holds an address: what the article's `Get-Recipient` line finds.
fn holders<'a>(tenant: &'a Tenant, words: Words, address: &str) -> impl Iterator<Item = Finding> + 'a {
    let detail = words.holds_the_address(address);
    tenant.holders(address).into_iter().map(move |holder| match holder {
        Holder::User(user) => Finding {
            icon: Icon::Mail,
            kind: words.text(Text::USER),
            name: tenant.user_name(user),
            detail: detail.clone(),
            goal: to(Route::User(user)),
        },
        Holder::Contact(contact) => Finding {
            icon: Icon::Mail,
            kind: words.text(Text::FIND_CONTACT),
            name: tenant.contact_name(contact),
            detail: detail.clone(),
            goal: to_contact(&tenant.contact_name(contact)),
        },
    })
}

/// To the list of contacts, with those that are called so.
fn to_contact(name: &str) -> Goal {
    Goal::Screen(Address::of(Route::Contacts).with_query(TableQuery::default().with_search(name)))
}

fn contacts<'a>(tenant: &'a Tenant, words: Words, search: &'a Search) -> impl Iterator<Item = Finding> + 'a {
    let found = tenant.contacts().filter(|(_, name, _)| search.finds(|seeker| seeker.look(name)));
    found.map(move |(_, name, mailbox)| Finding {
        icon: Icon::Mail,
        kind: words.text(Text::FIND_CONTACT),
        detail: mailbox.proxy_addresses.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        goal: to_contact(&name),
        name,
    })
}

fn products<'a>(tenant: &'a Tenant, words: Words, search: &'a Search) -> impl Iterator<Item = Finding> + 'a {
    let named = tenant.products().map(|product| read::product_name(tenant, product));
    let found = named.filter(|product| {
        search.finds(|seeker| {
            seeker.look(&product.name);
            seeker.look(&product.part_number);
        })
    });
    found.map(move |product| Finding {
        icon: Icon::Product,
        kind: words.text(Text::PRODUCT),
        name: product.name,
        detail: product.part_number,
        goal: to(Route::Product(product.id, ProductTab::default())),
    })
}

fn groups<'a>(tenant: &'a Tenant, words: Words, search: &'a Search) -> impl Iterator<Item = Finding> + 'a {
    let mut buffer = String::new();
    let found = tenant.groups().filter(move |group| {
        let name = tenant.group_name_in(*group, &mut buffer);
        search.finds(|seeker| seeker.look(name))
    });
    found.map(move |group| Finding {
        icon: Icon::Group,
        kind: words.text(Text::GROUP),
        name: tenant.group_name(group),
        detail: words.members_counted(tenant.group(group).map_or(0, |details| details.users)),
        goal: to(Route::Group(group)),
    })
}

fn is_called(tenant: &Tenant, user: UserId, search: &Search, buffer: &mut String) -> bool {
    search.finds(|seeker| {
        seeker.look(tenant.user_name_in(user, buffer));
        if !seeker.found_all() {
            seeker.look(tenant.principal_name_in(user, buffer));
        }
    })
}

fn user_found(tenant: &Tenant, words: Words, user: UserId) -> Finding {
    Finding {
        icon: Icon::User,
        kind: words.text(Text::USER),
        name: tenant.user_name(user),
        detail: tenant.principal_name(user),
        goal: to(Route::User(user)),
    }
}
