//! Where in the page one is: what stands in the address after `#`.

use std::fmt;
use std::str::FromStr;

use licensing_model::{GroupId, Path, ProductId, UserId};

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Route {
    /// What is this, what is wrong, what runs next.
    #[default]
    Overview,
    /// All groups.
    Groups,
    /// One group.
    Group(GroupId),
    /// All users.
    Users,
    /// One user.
    User(UserId),
    /// All products of the tenant.
    Products,
    /// The queue and what it did.
    Processing,
    /// The audit log.
    Audit,
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

/// A screen, and the explanation that is open beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub struct Address {
    /// The screen.
    pub route: Route,
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
    pub const fn of(route: Route) -> Address {
        Address { route, why: None }
    }

    /// The same screen with `target` explained beside it.
    pub const fn with_why(self, target: WhyTarget) -> Address {
        Address { route: self.route, why: Some(target) }
    }
}

impl From<Route> for Address {
    fn from(route: Route) -> Address {
        Address::of(route)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::Overview => f.write_str("#/"),
            Route::Groups => f.write_str("#/groups"),
            Route::Group(group) => write!(f, "#/groups/{}", group.raw()),
            Route::Users => f.write_str("#/users"),
            Route::User(user) => write!(f, "#/users/{}", user.raw()),
            Route::Products => f.write_str("#/products"),
            Route::Processing => f.write_str("#/processing"),
            Route::Audit => f.write_str("#/audit"),
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
        match self.why {
            None => write!(f, "{}", self.route),
            Some(why) => write!(f, "{}?why={why}", self.route),
        }
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
            (Some("groups"), None) => Route::Groups,
            (Some("groups"), Some(number)) => Route::Group(GroupId::from_raw(number_of(number)?)),
            (Some("users"), None) => Route::Users,
            (Some("users"), Some(number)) => Route::User(UserId::from_raw(number_of(number)?)),
            (Some("products"), None) => Route::Products,
            (Some("processing"), None) => Route::Processing,
            (Some("audit"), None) => Route::Audit,
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
        let (route, query) = text.split_once('?').unwrap_or((text, ""));
        let why = query.split('&').find_map(|pair| pair.strip_prefix("why=")).map(str::parse).transpose()?;
        Ok(Address { route: route.parse()?, why })
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
            Route::Groups,
            Route::Group(GroupId::from_raw(7)),
            Route::Users,
            Route::User(UserId::from_raw(0)),
            Route::Products,
            Route::Processing,
            Route::Audit,
        ] {
            for address in [
                Address::of(route),
                Address::of(route).with_why(why(Path::Direct)),
                Address::of(route).with_why(why(Path::Group(GroupId::from_raw(2)))),
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
        for text in ["#/nothing", "#/users/x", "#/users/-1", "#/users/+1", "#/users/1/2", "#/users/4294967296"] {
            assert_eq!(text.parse::<Address>(), Err(NoSuchAddress), "{text}");
        }
        for why in ["1", "1.2", "1.2.x", "1.2.3.4", "direct"] {
            assert_eq!(format!("#/?why={why}").parse::<Address>(), Err(NoSuchAddress), "{why}");
        }
    }
}
