//! What resources look like: names and kinds of properties, as data. `$select`, `$filter` and the answers all read it.

/// What a property holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// `Edm.String`.
    Text,
    /// `Edm.Boolean`.
    Flag,
    /// `Edm.Guid`.
    Id,
    /// `Edm.Int32`.
    Number,
    /// `Edm.DateTimeOffset`.
    Time,
    /// A collection of `Edm.String`.
    Texts,
    /// A collection of `Edm.Guid`.
    Ids,
    /// A complex value.
    One(&'static [Property]),
    /// A collection of complex values.
    Many(&'static [Property]),
}

/// When a property is part of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Unless `$select` leaves it out.
    Always,
    /// When `$select` names it.
    Selected,
    /// Never, though `$filter` knows it.
    Never,
}

/// One property of a resource.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Property {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) shown: Shown,
}

impl Property {
    /// A property that is there unless `$select` leaves it out.
    pub(crate) const fn always(name: &'static str, kind: Kind) -> Property {
        Property { name, kind, shown: Shown::Always }
    }

    /// A property that `$select` has to name.
    pub(crate) const fn selected(name: &'static str, kind: Kind) -> Property {
        Property { name, kind, shown: Shown::Selected }
    }

    /// A property that is never shown.
    pub(crate) const fn hidden(name: &'static str, kind: Kind) -> Property {
        Property { name, kind, shown: Shown::Never }
    }
}

/// A type of resource.
#[derive(Debug)]
pub(crate) struct Schema {
    /// `microsoft.graph.user`.
    pub(crate) type_name: &'static str,
    /// `User`, as Graph's messages name it.
    pub(crate) resource: &'static str,
    /// What is simulated, in the order of the answer.
    pub(crate) properties: &'static [Property],
    /// Properties that no simulated object has a value for: null where they are selected.
    pub(crate) empty: &'static [&'static str],
    /// What Graph has besides.
    pub(crate) not_simulated: &'static [&'static str],
}

/// The property of this name in any case: PowerShell writes `AssignedLicenses`.
pub(crate) fn find(properties: &'static [Property], name: &str) -> Option<&'static Property> {
    properties.iter().find(|property| property.name.eq_ignore_ascii_case(name))
}

impl Schema {
    /// The property of this name in any case.
    pub(crate) fn property(&self, name: &str) -> Option<&'static Property> {
        find(self.properties, name)
    }

    /// The property of this name, in any case, that no simulated object has a value for.
    pub(crate) fn empty_property(&self, name: &str) -> Option<&'static str> {
        self.empty.iter().copied().find(|known| known.eq_ignore_ascii_case(name))
    }

    /// Whether Graph has a property of this name that is not simulated.
    pub(crate) fn lacks(&self, name: &str) -> bool {
        self.empty.iter().chain(self.not_simulated).any(|known| known.eq_ignore_ascii_case(name))
    }
}
