//! Finding anything: users, groups, products, screens, actions, and who holds a mail address.

use licensing_core::{Holder, Tenant};
use licensing_model::Member;
use licensing_wording::{Text, Words};

use crate::icon::Icon;
use crate::read;
use crate::route::{ProductTab, Route, RulesTab};
use crate::table::search::Search;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To a screen.
    Screen(Route),
    /// Something is done.
    Deed(Deed),
    /// Nowhere: a contact has no screen.
    Nothing,
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
const SCREENS: [(Route, Text, Icon); 18] = [
    (Route::Overview, Text::OVERVIEW, Icon::Overview),
    (Route::Map, Text::MAP, Icon::Overview),
    (Route::Groups, Text::GROUPS, Icon::Group),
    (Route::DeletedGroups, Text::DELETED_GROUPS, Icon::Group),
    (Route::Users, Text::USERS, Icon::Users),
    (Route::DeletedUsers, Text::DELETED_USERS, Icon::Users),
    (Route::Products, Text::PRODUCTS, Icon::Product),
    (Route::Processing, Text::PROCESSING, Icon::Queue),
    (Route::Audit, Text::AUDIT, Icon::Log),
    (Route::Graph, Text::GRAPH, Icon::Console),
    (Route::Import, Text::IMPORT, Icon::Source),
    (Route::Rules(RulesTab::Sentences(None)), Text::RULES, Icon::Rules),
    (Route::Rules(RulesTab::Pairs), Text::EXCLUSIVE_PAIRS, Icon::Clash),
    (Route::Rules(RulesTab::Prerequisites), Text::PREREQUISITES, Icon::Link),
    (Route::Rules(RulesTab::Locations), Text::LOCATION_RULES, Icon::Pin),
    (Route::Glossary, Text::GLOSSARY, Icon::Lesson),
    (Route::Settings, Text::SETTINGS_SCREEN, Icon::Menu),
    (Route::About, Text::ABOUT, Icon::Info),
];

const DEEDS: [(Deed, Text, Icon); 10] = [
    (Deed::NewUser, Text::NEW_USER, Icon::User),
    (Deed::NewGroup, Text::NEW_GROUP, Icon::Group),
    (Deed::NewContact, Text::NEW_CONTACT, Icon::Mail),
    (Deed::BuyProduct, Text::BUY_PRODUCT, Icon::Product),
    (Deed::OpenSample, Text::OPEN_SAMPLE, Icon::Source),
    (Deed::Step, Text::ONE_STEP, Icon::Step),
    (Deed::RunOrPause, Text::FIND_RUN_OR_PAUSE, Icon::Play),
    (Deed::Undo, Text::UNDO, Icon::Undo),
    (Deed::Redo, Text::REDO, Icon::Redo),
    (Deed::Keys, Text::KEYS, Icon::Menu),
];

/// What `typed` finds: who holds the address if it is one, then screens and actions, products, groups, users. Without
/// words it is the screens and actions.
pub fn find(tenant: &Tenant, words: Words, typed: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let is_blank = typed.trim().is_empty();
    if typed.contains('@') {
        found.extend(holders(tenant, words, typed.trim()));
    }
    let search = Search::new(typed);
    let most = if is_blank { SCREENS.len().max(DEEDS.len()) } else { MOST_OF_A_KIND };
    let screens = SCREENS.iter().filter(|(_, name, _)| search.finds(|seeker| seeker.look(words.text(*name))));
    found.extend(screens.take(most).map(|(route, name, icon)| Finding {
        icon: *icon,
        kind: words.text(Text::FIND_SCREEN),
        name: words.text(*name).to_string(),
        detail: String::new(),
        goal: Goal::Screen(*route),
    }));
    let deeds = DEEDS.iter().filter(|(_, name, _)| search.finds(|seeker| seeker.look(words.text(*name))));
    found.extend(deeds.take(most).map(|(deed, name, icon)| Finding {
        icon: *icon,
        kind: words.text(Text::FIND_ACTION),
        name: words.text(*name).to_string(),
        detail: String::new(),
        goal: Goal::Deed(*deed),
    }));
    if !is_blank {
        found.extend(products(tenant, words, &search));
        found.extend(groups(tenant, words, &search));
        found.extend(users(tenant, words, &search));
    }
    found
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
            goal: Goal::Screen(Route::User(user)),
        },
        Holder::Contact(contact) => Finding {
            icon: Icon::Mail,
            kind: words.text(Text::FIND_CONTACT),
            name: tenant.contact_name(contact),
            detail: detail.clone(),
            goal: Goal::Nothing,
        },
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
    found.take(MOST_OF_A_KIND).map(move |product| Finding {
        icon: Icon::Product,
        kind: words.text(Text::PRODUCT),
        name: product.name,
        detail: product.part_number,
        goal: Goal::Screen(Route::Product(product.id, ProductTab::default())),
    })
}

fn groups<'a>(tenant: &'a Tenant, words: Words, search: &'a Search) -> impl Iterator<Item = Finding> + 'a {
    let mut buffer = String::new();
    let found = tenant.groups().filter(move |group| {
        let name = tenant.group_name_in(*group, &mut buffer);
        search.finds(|seeker| seeker.look(name))
    });
    found.take(MOST_OF_A_KIND).map(move |group| Finding {
        icon: Icon::Group,
        kind: words.text(Text::GROUP),
        name: tenant.group_name(group),
        detail: words.members_counted(tenant.members_of(group).filter(|one| matches!(one, Member::User(_))).count()),
        goal: Goal::Screen(Route::Group(group)),
    })
}

fn users<'a>(tenant: &'a Tenant, words: Words, search: &'a Search) -> impl Iterator<Item = Finding> + 'a {
    let mut buffer = String::new();
    let found = tenant.users().filter(move |user| {
        search.finds(|seeker| {
            seeker.look(tenant.user_name_in(*user, &mut buffer));
            if !seeker.found_all() {
                seeker.look(tenant.principal_name_in(*user, &mut buffer));
            }
        })
    });
    found.take(MOST_OF_A_KIND).map(move |user| Finding {
        icon: Icon::User,
        kind: words.text(Text::USER),
        name: tenant.user_name(user),
        detail: tenant.principal_name(user),
        goal: Goal::Screen(Route::User(user)),
    })
}
