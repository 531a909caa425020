//! Words that lead somewhere.

use licensing_core::Tenant;
use licensing_wording::{Named, Part};

use crate::query::TableQuery;
use crate::route::{Address, ProductTab, Route, RulesTab};

/// A word that may lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What is read.
    pub text: String,
    /// Where it leads.
    pub route: Option<Route>,
}

/// A piece of a sentence, which leads somewhere where it is a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What is read.
    pub text: String,
    /// Where what it names is shown.
    pub address: Option<Address>,
}

impl Piece {
    /// A name that leads to what it is the name of.
    pub(crate) fn name(tenant: &Tenant, text: String, named: Named) -> Piece {
        let address = address(tenant, &text, named);
        Piece { text, address }
    }
}

/// The pieces of a sentence in which names lead to what they are the names of.
pub(crate) fn pieces(tenant: &Tenant, parts: Vec<Part>) -> Vec<Piece> {
    let piece = |Part { text, named }| match named {
        Some(named) => Piece::name(tenant, text, named),
        None => Piece { text, address: None },
    };
    parts.into_iter().map(piece).collect()
}

/// A sentence as it is read.
pub fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// Where something that has this name is shown; a plan among the others of what it is spoken of with.
fn address(tenant: &Tenant, name: &str, named: Named) -> Option<Address> {
    let among = |route, search: &str| Address::of(route).with_query(TableQuery::default().with_search(search));
    let plan =
        |route, plan| among(route, &tenant.catalog().plan(plan).map_or_else(|| name.to_string(), |it| it.name.clone()));
    let is_here = |product| tenant.product(product).is_some();
    match named {
        Named::User(user) => tenant.user(user).map(|_| Address::of(Route::User(user))),
        Named::Group(group) => tenant.group(group).map(|_| Address::of(Route::Group(group))),
        Named::Contact(_) => Some(among(Route::Contacts, name)),
        Named::Product(product) => {
            is_here(product).then(|| Address::of(Route::Product(product, ProductTab::default())))
        }
        Named::PlanOf(product, of) => is_here(product).then(|| plan(Route::Product(product, ProductTab::Plans), of)),
        Named::PlanOfPair(of) => Some(plan(Route::Rules(RulesTab::Pairs), of)),
        Named::PlanNeeded(of) => Some(plan(Route::Rules(RulesTab::Prerequisites), of)),
    }
}
