//! Where in the page one is: what stands in the address after `#`.

use std::fmt;
use std::str::FromStr;

use licensing_core::rules::registry;
use licensing_model::{GroupId, Path, ProductId, UserId};

use crate::query::TableQuery;

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
    /// Contacts.
    Contacts,
    /// One user.
    User(UserId),
    /// All products of the tenant.
    Products,
    /// One product of the tenant.
    Product(ProductId, ProductTab),
    /// Two products side by side; the filters of the address say which.
    Compare,
    /// The queue and what it did.
    Processing,
    /// The audit log.
    Audit,
    /// Requests of Microsoft Graph, and what was done as such.
    Graph,
    /// A real tenant that is read from files, and the one that is shown as such a file.
    Import,
    /// What a change would lead to.
    Preview,
    /// What the simulator goes by.
    Rules(RulesTab),
    /// What can be set of the tenant and of the page.
    Settings,
    /// The words of the field.
    Glossary,
    /// What this is, and what it rests on.
    About,
    /// All lessons.
    Lessons,
    /// One lesson.
    Lesson(LessonId),
    /// One lesson, on paper.
    PrintLesson(LessonId),
    /// The error codes on one page.
    CheatSheet,
    /// A lesson at some place of a way; the rest of the address says which.
    LessonLink,
    /// Writing a lesson.
    Author,
    /// Checking what learners handed in; the rest of the address may be something handed in.
    Assess,
}

/// What a lesson is known by in addresses: small letters, digits and hyphens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LessonId {
    letters: [u8; LessonId::LONGEST],
    length: u8,
}

impl LessonId {
    const LONGEST: usize = 40;

    /// The id as text.
    pub fn as_str(&self) -> &str {
        let letters = self.letters.get(..usize::from(self.length)).unwrap_or_default();
        // Nothing but ASCII is taken in.
        core::str::from_utf8(letters).unwrap_or_default()
    }
}

impl FromStr for LessonId {
    type Err = NoSuchAddress;

    fn from_str(text: &str) -> Result<LessonId, NoSuchAddress> {
        let is_usual = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
        let mut letters = [0; LessonId::LONGEST];
        let Some(room) = letters.get_mut(..text.len()) else { return Err(NoSuchAddress) };
        if text.is_empty() || !text.bytes().all(is_usual) {
            return Err(NoSuchAddress);
        }
        room.copy_from_slice(text.as_bytes());
        Ok(LessonId { letters, length: text.len() as u8 })
    }
}

/// What is shown of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RulesTab {
    /// Every rule in one sentence, and perhaps one of them, by its id, brought into sight.
    Sentences(Option<&'static str>),
    /// Plans that exclude each other.
    Pairs,
    /// Plans that need another.
    Prerequisites,
    /// Where services may be used.
    Locations,
}

impl Default for RulesTab {
    fn default() -> RulesTab {
        RulesTab::Sentences(None)
    }
}

impl RulesTab {
    /// Where a rule stands by its id; where only its number is given, the first rule of it.
    pub fn of_rule(id: &str) -> Option<RulesTab> {
        let listed = || registry::ALL.iter().map(|rule| rule.id);
        let first = || listed().find(|other| other.strip_prefix(id).is_some_and(|rest| rest.starts_with('.')));
        listed().find(|other| *other == id).or_else(first).map(|id| RulesTab::Sentences(Some(id)))
    }
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
    /// The dialog that passes the tenant on is open.
    pub share: bool,
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

    /// The same with the dialog that passes the tenant on, or without it.
    pub fn sharing(self, share: bool) -> Address {
        Address { share, ..self }
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
    /// The screen alone: another part of a product, or of the rules, is shown on the same one.
    pub const fn screen(self) -> Route {
        match self {
            Route::Product(product, _) => Route::Product(product, ProductTab::Users),
            Route::Rules(_) => Route::Rules(RulesTab::Sentences(None)),
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
            Route::Contacts => f.write_str("#/users/contacts"),
            Route::User(user) => write!(f, "#/users/{}", user.raw()),
            Route::Products => f.write_str("#/products"),
            Route::Product(product, tab) => write!(f, "#/products/{}/{}", product.raw(), tab.name()),
            Route::Compare => f.write_str("#/products/compare"),
            Route::Processing => f.write_str("#/processing"),
            Route::Audit => f.write_str("#/audit"),
            Route::Graph => f.write_str("#/graph"),
            Route::Import => f.write_str("#/import"),
            Route::Preview => f.write_str("#/preview"),
            Route::Rules(RulesTab::Sentences(None)) => f.write_str("#/rules"),
            Route::Rules(RulesTab::Sentences(Some(id))) => write!(f, "#/rules/{id}"),
            Route::Rules(RulesTab::Pairs) => f.write_str("#/rules/pairs"),
            Route::Rules(RulesTab::Prerequisites) => f.write_str("#/rules/prerequisites"),
            Route::Rules(RulesTab::Locations) => f.write_str("#/rules/locations"),
            Route::Settings => f.write_str("#/settings"),
            Route::Glossary => f.write_str("#/glossary"),
            Route::About => f.write_str("#/about"),
            Route::Lessons => f.write_str("#/lessons"),
            Route::Lesson(id) => write!(f, "#/lessons/{}", id.as_str()),
            Route::PrintLesson(id) => write!(f, "#/lessons/{}/print", id.as_str()),
            Route::CheatSheet => f.write_str("#/errors"),
            Route::LessonLink => f.write_str("#/l/"),
            Route::Assess => f.write_str("#/assess"),
            Route::Author => f.write_str("#/author"),
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
        let share = self.share.then(|| String::from("share"));
        write!(f, "{}", self.route)?;
        for (separator, part) in ["?", "&", "&"].into_iter().zip(query.into_iter().chain(why).chain(share)) {
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
            (Some("users"), Some("contacts")) => Route::Contacts,
            (Some("users"), Some(number)) => Route::User(UserId::from_raw(number_of(number)?)),
            (Some("products"), None) => Route::Products,
            (Some("products"), Some("compare")) => Route::Compare,
            (Some("products"), Some(number)) => {
                let tab = match parts.next() {
                    None => ProductTab::default(),
                    Some(name) => ProductTab::ALL.into_iter().find(|tab| tab.name() == name).ok_or(NoSuchAddress)?,
                };
                Route::Product(ProductId::from_raw(number_of(number)?), tab)
            }
            (Some("processing"), None) => Route::Processing,
            (Some("audit"), None) => Route::Audit,
            (Some("graph"), None) => Route::Graph,
            (Some("import"), None) => Route::Import,
            (Some("preview"), None) => Route::Preview,
            (Some("rules"), None) => Route::Rules(RulesTab::Sentences(None)),
            (Some("rules"), Some("pairs")) => Route::Rules(RulesTab::Pairs),
            (Some("rules"), Some("prerequisites")) => Route::Rules(RulesTab::Prerequisites),
            (Some("rules"), Some("locations")) => Route::Rules(RulesTab::Locations),
            (Some("rules"), Some(id)) => Route::Rules(RulesTab::of_rule(id).ok_or(NoSuchAddress)?),
            (Some("settings"), None) => Route::Settings,
            (Some("glossary"), None) => Route::Glossary,
            (Some("about"), None) => Route::About,
            (Some("lessons"), None) => Route::Lessons,
            (Some("lessons"), Some(id)) => match parts.next() {
                None => Route::Lesson(id.parse()?),
                Some("print") => Route::PrintLesson(id.parse()?),
                Some(_) => return Err(NoSuchAddress),
            },
            (Some("errors"), None) => Route::CheatSheet,
            (Some("l" | "o" | "w"), Some(_)) => Route::LessonLink,
            (Some("author"), None) => Route::Author,
            (Some("assess"), None) | (Some("h"), Some(_)) => Route::Assess,
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
        for (name, value) in parameters.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, ""))) {
            match name {
                "why" => address.why = Some(value.parse()?),
                "share" => address.share = true,
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
            Route::Contacts,
            Route::User(UserId::from_raw(0)),
            Route::Products,
            Route::Product(ProductId::from_raw(3), ProductTab::Users),
            Route::Product(ProductId::from_raw(0), ProductTab::Groups),
            Route::Product(ProductId::from_raw(9), ProductTab::Plans),
            Route::Compare,
            Route::Processing,
            Route::Audit,
            Route::Graph,
            Route::Import,
            Route::Preview,
            Route::Rules(RulesTab::Sentences(None)),
            Route::Rules(RulesTab::Sentences(Some("R6.1"))),
            Route::Rules(RulesTab::Pairs),
            Route::Rules(RulesTab::Prerequisites),
            Route::Rules(RulesTab::Locations),
            Route::Settings,
            Route::Glossary,
            Route::About,
        ] {
            for address in [
                Address::of(route),
                Address::of(route).with_why(why(Path::Direct)),
                Address::of(route).sharing(true),
                Address::of(route)
                    .with_query(TableQuery::default().with_search("x"))
                    .with_why(why(Path::Direct))
                    .sharing(true),
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
    fn a_rule_is_found_by_its_id_or_its_number() {
        assert_eq!("#/rules/R13".parse(), Ok(Route::Rules(RulesTab::Sentences(Some("R13")))));
        assert_eq!("#/rules/R5".parse(), Ok(Route::Rules(RulesTab::Sentences(Some("R5.1")))));
        assert_eq!("#/rules/R1".parse(), Ok(Route::Rules(RulesTab::Sentences(Some("R1.1")))));
    }

    #[test]
    fn what_leads_nowhere_is_refused() {
        for text in [
            "#/nothing",
            "#/users/x",
            "#/users/deleted/1",
            "#/products/x",
            "#/products/1/x",
            "#/products/1/users/2",
            "#/products/compare/1",
            "#/users/-1",
            "#/users/+1",
            "#/users/1/2",
            "#/users/4294967296",
            "#/rules/R99",
            "#/rules/r6.1",
            "#/rules/R",
            "#/rules/R6.1/x",
            "#/about/x",
        ] {
            assert_eq!(text.parse::<Address>(), Err(NoSuchAddress), "{text}");
        }
        for why in ["1", "1.2", "1.2.x", "1.2.3.4", "direct"] {
            assert_eq!(format!("#/?why={why}").parse::<Address>(), Err(NoSuchAddress), "{why}");
        }
    }
}
