//! Names and addresses that stand for the real ones.
//!
//! The same name always becomes the same pseudonym, whatever its case, and different ones become different ones, so
//! that whoever had the same address as another still has, and nobody else. An address is taken apart: its domain and
//! the part before it have pseudonyms of their own, because the calculation of addresses (R9) puts a nickname before
//! another domain.

use std::collections::BTreeMap;
use std::fmt;

/// Whether names and ids of the file are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Names {
    /// Names, addresses, domains and ids are replaced.
    #[default]
    Replaced,
    /// They stay as they are.
    Kept,
}

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Owner {
    /// The user at this position, from 1.
    Person(usize),
    /// The group at this position.
    Group(usize),
    /// The contact at this position.
    Contact(usize),
}

impl Owner {
    const fn word(self) -> (&'static str, usize) {
        match self {
            Owner::Person(number) => ("Person", number),
            Owner::Group(number) => ("Group", number),
            Owner::Contact(number) => ("Contact", number),
        }
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, number) = self.word();
        write!(f, "{word} {number}")
    }
}

/// The pseudonyms that were given. Without any, everything stays as it is.
#[derive(Debug, Default)]
pub(crate) struct Pseudonyms {
    names: Names,
    /// By the word of the owner and the name in lower case.
    display_names: BTreeMap<(&'static str, String), usize>,
    /// Parts of addresses before the `@`, in lower case.
    locals: BTreeMap<String, Local>,
    /// Domains in lower case, without the ending that Microsoft gave them.
    domains: BTreeMap<String, usize>,
    /// How many parts of addresses each owner gave a pseudonym to.
    given: BTreeMap<Owner, usize>,
}

#[derive(Clone, Copy, Debug)]
struct Local {
    owner: Owner,
    /// 0 for the first of the owner.
    number: usize,
}

impl Pseudonyms {
    /// None given yet.
    pub(crate) fn new(names: Names) -> Pseudonyms {
        Pseudonyms { names, ..Pseudonyms::default() }
    }

    /// Whether names stay.
    pub(crate) fn are_kept(&self) -> bool {
        self.names == Names::Kept
    }

    /// `displayName`.
    pub(crate) fn display_name(&mut self, owner: Owner, name: &str) -> String {
        if self.are_kept() {
            return name.to_string();
        }
        let (word, number) = owner.word();
        let number = *self.display_names.entry((word, name.to_lowercase())).or_insert(number);
        format!("{word} {number}")
    }

    /// The part of an address before the `@`, or a nickname.
    pub(crate) fn local(&mut self, owner: Owner, local: &str) -> String {
        if self.are_kept() {
            return local.to_string();
        }
        let given = &mut self.given;
        let Local { owner, number } = *self.locals.entry(local.to_lowercase()).or_insert_with(|| {
            let count = given.entry(owner).or_default();
            *count += 1;
            Local { owner, number: *count - 1 }
        });
        let (word, owner) = owner.word();
        let word = word.to_lowercase();
        if number == 0 { format!("{word}{owner}") } else { format!("{word}{owner}.alias{number}") }
    }

    /// A domain.
    pub(crate) fn domain(&mut self, domain: &str) -> String {
        const MICROSOFT: [(&str, &str); 2] =
            [(".mail.onmicrosoft.com", ".mail.onmicrosoft"), (".onmicrosoft.com", ".onmicrosoft")];
        if self.are_kept() {
            return domain.to_string();
        }
        let domain = domain.to_lowercase();
        let known = MICROSOFT.iter().find_map(|(ending, shown)| Some((domain.strip_suffix(ending)?, *shown)));
        // A label with its ending is told from a domain of that name by the dot.
        let (key, ending) = known.map_or((domain.clone(), ""), |(label, shown)| (format!("{label}."), shown));
        let next = self.domains.len() + 1;
        let number = *self.domains.entry(key).or_insert(next);
        format!("domain{number}{ending}.example")
    }

    /// `local@domain`; what is no address is a part before the `@` alone.
    pub(crate) fn address(&mut self, owner: Owner, address: &str) -> String {
        if self.are_kept() {
            return address.to_string();
        }
        match address.split_once('@') {
            Some((local, domain)) => format!("{}@{}", self.local(owner, local), self.domain(domain)),
            None => self.local(owner, address),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_has_the_same_pseudonym_whatever_its_case() {
        let mut names = Pseudonyms::new(Names::Replaced);
        assert_eq!(names.display_name(Owner::Person(1), "Noor Bakker"), "Person 1");
        assert_eq!(names.display_name(Owner::Person(2), "NOOR BAKKER"), "Person 1");
        assert_eq!(names.display_name(Owner::Person(3), "Éva"), "Person 3");
        assert_eq!(names.display_name(Owner::Person(4), "éva"), "Person 3");
        assert_eq!(names.display_name(Owner::Group(1), "Noor Bakker"), "Group 1");
    }

    #[test]
    fn addresses_are_equal_just_where_they_were() {
        let mut names = Pseudonyms::new(Names::Replaced);
        let noor = Owner::Person(17);
        assert_eq!(names.domain("contoso.onmicrosoft.com"), "domain1.onmicrosoft.example");
        assert_eq!(names.address(noor, "noor@contoso.com"), "person17@domain2.example");
        assert_eq!(names.local(noor, "Noor"), "person17");
        assert_eq!(names.address(noor, "n.bakker@CONTOSO.com"), "person17.alias1@domain2.example");
        assert_eq!(
            names.address(Owner::Person(18), "noor@contoso.onmicrosoft.com"),
            "person17@domain1.onmicrosoft.example"
        );
        assert_eq!(names.address(Owner::Person(18), "piet@contoso.com"), "person18@domain2.example");
        assert_eq!(
            names.address(noor, "noor@contoso.mail.onmicrosoft.com"),
            "person17@domain1.mail.onmicrosoft.example"
        );
        assert_eq!(names.domain("contoso"), "domain3.example");
    }

    #[test]
    fn names_stay_where_they_are_kept() {
        let mut names = Pseudonyms::new(Names::Kept);
        assert_eq!(names.display_name(Owner::Person(1), "Noor"), "Noor");
        assert_eq!(names.address(Owner::Person(1), "Noor@Contoso.com"), "Noor@Contoso.com");
    }
}
