//! Where in the page one is: what stands in the address after `#`.

use std::fmt;
use std::str::FromStr;

use licensing_model::{GroupId, Path, ProductId, UserId};

use crate::table::TableQuery;

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Route {
    /// What is this, what is wrong, what runs next.
    #[default]
    Overview,
    /// Who gets what through whom, as a picture.
    Map,
    /// All groups.
    Groups,
    /// Deleted groups that can be brought back.
    DeletedGroups,
    /// One group.
    Group(GroupId),
    /// All users.
    Users,
    /// Deleted users that can be brought back.
    DeletedUsers,
    /// One user.
    User(UserId),
    /// All products of the tenant.
    Products,
    /// One product of the tenant.
    Product(ProductId, ProductTab),
    /// The queue and what it did.
    Processing,
    /// The audit log.
    Audit,
    /// Requests of Microsoft Graph, and what was done as such.
    Graph,
}

/// What is shown of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum ProductTab {
    /// Who holds it or should.
    #[default]
    Users,
    /// Which groups carry it.
    Groups,
    /// What it is made of.
    Plans,
}

impl ProductTab {
    /// All of them.
    pub const ALL: [ProductTab; 3] = [ProductTab::Users, ProductTab::Groups, ProductTab::Plans];

    const fn name(self) -> &'static str {
        match self {
            ProductTab::Users => "users",
            ProductTab::Groups => "groups",
            ProductTab::Plans => "plans",
        }
    }
}

/// One path of one user, to be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WhyTarget {
    /// Whose.
    pub user: UserId,
    /// Of which product.
    pub product: ProductId,
    /// By which path.
    pub path: Path,
}

/// A screen, what is looked for in its table, and the explanation that is open beside it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Address {
    /// The screen.
    pub route: Route,
    /// What is looked for in its table.
    pub query: TableQuery,
    /// What the drawer explains.
    pub why: Option<WhyTarget>,
}

/// The text leads to no screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchAddress;

impl fmt::Display for NoSuchAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no screen has this address")
    }
}

impl std::error::Error for NoSuchAddress {}

impl Address {
    /// `route` with nothing beside it.
    pub fn of(route: Route) -> Address {
        Address { route, ..Address::default() }
    }

    /// The same screen with `target` explained beside it.
    pub fn with_why(self, target: WhyTarget) -> Address {
        Address { why: Some(target), ..self }
    }

    /// The same screen with nothing explained beside it.
    pub fn without_why(self) -> Address {
        Address { why: None, ..self }
    }

    /// The same screen with something else looked for in its table.
    pub fn with_query(self, query: TableQuery) -> Address {
        Address { query, ..self }
    }
}

impl From<Route> for Address {
    fn from(route: Route) -> Address {
        Address::of(route)
    }
}

impl Route {
    /// The screen alone: another part of a product is shown on the same one.
    pub const fn screen(self) -> Route {
        match self {
            Route::Product(product, _) => Route::Product(product, ProductTab::Users),
            route => route,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::Overview => f.write_str("#/"),
            Route::Map => f.write_str("#/map"),
            Route::Groups => f.write_str("#/groups"),
            Route::DeletedGroups => f.write_str("#/groups/deleted"),
            Route::Group(group) => write!(f, "#/groups/{}", group.raw()),
            Route::Users => f.write_str("#/users"),
            Route::DeletedUsers => f.write_str("#/users/deleted"),
            Route::User(user) => write!(f, "#/users/{}", user.raw()),
            Route::Products => f.write_str("#/products"),
            Route::Product(product, tab) => write!(f, "#/products/{}/{}", product.raw(), tab.name()),
            Route::Processing => f.write_str("#/processing"),
            Route::Audit => f.write_str("#/audit"),
            Route::Graph => f.write_str("#/graph"),
        }
    }
}

impl fmt::Display for WhyTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.", self.user.raw(), self.product.raw())?;
        match self.path {
            Path::Direct => f.write_str("direct"),
            Path::Group(group) => write!(f, "{}", group.raw()),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query = Some(self.query.to_string()).filter(|query| !query.is_empty());
        let why = self.why.map(|why| format!("why={why}"));
        write!(f, "{}", self.route)?;
        for (separator, part) in ["?", "&"].into_iter().zip(query.into_iter().chain(why)) {
            write!(f, "{separator}{part}")?;
        }
        Ok(())
    }
}

impl FromStr for Route {
    type Err = NoSuchAddress;

    /// Reads what `Display` writes, with or without the `#`.
    fn from_str(text: &str) -> Result<Route, NoSuchAddress> {
        let text = text.strip_prefix('#').unwrap_or(text);
        let mut parts = text.split('/').filter(|part| !part.is_empty());
        let route = match (parts.next(), parts.next()) {
            (None, _) => Route::Overview,
            (Some("map"), None) => Route::Map,
            (Some("groups"), None) => Route::Groups,
            (Some("groups"), Some("deleted")) => Route::DeletedGroups,
            (Some("groups"), Some(number)) => Route::Group(GroupId::from_raw(number_of(number)?)),
            (Some("users"), None) => Route::Users,
            (Some("users"), Some("deleted")) => Route::DeletedUsers,
            (Some("users"), Some(number)) => Route::User(UserId::from_raw(number_of(number)?)),
            (Some("products"), None) => Route::Products,
            (Some("products"), Some(number)) => {
                let tab = match parts.next() {
                    None => ProductTab::default(),
                    Some(name) => {
                        ProductTab::ALL.into_iter().find(|tab| tab.name() == name).ok_or(NoSuchAddress)?
                    }
                };
                Route::Product(ProductId::from_raw(number_of(number)?), tab)
            }
            (Some("processing"), None) => Route::Processing,
            (Some("audit"), None) => Route::Audit,
            (Some("graph"), None) => Route::Graph,
            _ => return Err(NoSuchAddress),
        };
        if parts.next().is_some() { Err(NoSuchAddress) } else { Ok(route) }
    }
}

impl FromStr for WhyTarget {
    type Err = NoSuchAddress;

    fn from_str(text: &str) -> Result<WhyTarget, NoSuchAddress> {
        let mut parts = text.split('.');
        let (Some(user), Some(product), Some(path), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NoSuchAddress);
        };
        Ok(WhyTarget {
            user: UserId::from_raw(number_of(user)?),
            product: ProductId::from_raw(number_of(product)?),
            path: match path {
                "direct" => Path::Direct,
                group => Path::Group(GroupId::from_raw(number_of(group)?)),
            },
        })
    }
}

impl FromStr for Address {
    type Err = NoSuchAddress;

    /// Unknown parameters are left out; an explanation that cannot be read is an error.
    fn from_str(text: &str) -> Result<Address, NoSuchAddress> {
        let (route, parameters) = text.split_once('?').unwrap_or((text, ""));
        let mut address = Address::of(route.parse()?);
        for (name, value) in parameters.split('&').filter_map(|pair| pair.split_once('=')) {
            match name {
                "why" => address.why = Some(value.parse()?),
                _ => address.query.read(name, value),
            }
        }
        Ok(address)
    }
}

fn number_of(text: &str) -> Result<u32, NoSuchAddress> {
    if text.starts_with('+') { Err(NoSuchAddress) } else { text.parse().map_err(|_| NoSuchAddress) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_reads_back() {
        let why = |path| WhyTarget { user: UserId::from_raw(3), product: ProductId::from_raw(12), path };
        for route in [
            Route::Overview,
            Route::Map,
            Route::Groups,
            Route::DeletedGroups,
            Route::Group(GroupId::from_raw(7)),
            Route::Users,
            Route::DeletedUsers,
            Route::User(UserId::from_raw(0)),
            Route::Products,
            Route::Product(ProductId::from_raw(3), ProductTab::Users),
            Route::Product(ProductId::from_raw(0), ProductTab::Groups),
            Route::Product(ProductId::from_raw(9), ProductTab::Plans),
            Route::Processing,
            Route::Audit,
            Route::Graph,
        ] {
            for address in [
                Address::of(route),
                Address::of(route).with_why(why(Path::Direct)),
                Address::of(route).with_why(why(Path::Group(GroupId::from_raw(2)))),
                Address::of(route).with_query(TableQuery::default().with_search("Noor & Ægir")),
                Address::of(route).with_query(TableQuery::default().with_search("?")).with_why(why(Path::Direct)),
            ] {
                assert_eq!(address.to_string().parse(), Ok(address));
            }
        }
    }

    #[test]
    fn an_empty_fragment_is_the_overview() {
        for text in ["", "#", "#/", "/"] {
            assert_eq!(text.parse(), Ok(Address::of(Route::Overview)), "{text:?}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_refused() {
        for text in ["#/nothing", "#/users/x", "#/users/deleted/1", "#/products/x", "#/products/1/x", "#/products/1/users/2", "#/users/-1", "#/users/+1", "#/users/1/2", "#/users/4294967296"] {
            assert_eq!(text.parse::<Address>(), Err(NoSuchAddress), "{text}");
        }
        for why in ["1", "1.2", "1.2.x", "1.2.3.4", "direct"] {
            assert_eq!(format!("#/?why={why}").parse::<Address>(), Err(NoSuchAddress), "{why}");
        }
    }
}
