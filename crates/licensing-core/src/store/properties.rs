//! Properties that are kept as they were given.

use alloc::vec::Vec;

use licensing_model::{Property, UserId};

use super::column::Column;
use super::text::TextId;

/// A column for each property that some user ever had.
#[derive(Clone, Debug, Default)]
pub(crate) struct UserProperties {
    /// By property, rising. A column ends with the last user who had a value.
    columns: Vec<(Property, Column<UserId, TextId>)>,
}

/// The same users have the same values; where a column ends says nothing.
impl PartialEq for UserProperties {
    fn eq(&self, other: &Self) -> bool {
        let all = |of: &UserProperties| -> Vec<_> {
            of.iter().flat_map(|(property, values)| values.map(move |value| (property, value))).collect()
        };
        all(self) == all(other)
    }
}

impl Eq for UserProperties {}

impl UserProperties {
    /// The text of a property; `DERIVED` where there is none.
    pub(crate) fn get(&self, user: UserId, property: Property) -> TextId {
        let column = self.columns.iter().find(|(of, _)| *of == property);
        column.map_or(TextId::DERIVED, |(_, column)| column.at(user))
    }

    /// What a user has.
    pub(crate) fn of(&self, user: UserId) -> impl Iterator<Item = (Property, TextId)> {
        self.columns.iter().map(move |(property, column)| (*property, column.at(user)))
    }

    /// Sets it.
    pub(crate) fn set(&mut self, user: UserId, property: Property, text: TextId) {
        let Some(column) = self.column(property) else { return };
        while column.len() <= user.index() {
            column.push(TextId::DERIVED);
        }
        column.set(user, text);
    }

    /// The column of a property, which is there from now on.
    pub(crate) fn column(&mut self, property: Property) -> Option<&mut Column<UserId, TextId>> {
        let at = self.columns.partition_point(|(of, _)| *of < property);
        if self.columns.get(at).is_none_or(|(of, _)| *of != property) {
            self.columns.insert(at, (property, Column::default()));
        }
        self.columns.get_mut(at).map(|(_, column)| column)
    }

    /// Every property that some user has, with those who have a value.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Property, impl Iterator<Item = (UserId, TextId)>)> {
        let all = self.columns.iter().map(|(property, column)| {
            let values = column.iter().map(|(user, text)| (user, *text));
            (*property, values.filter(|(_, text)| *text != TextId::DERIVED).peekable())
        });
        all.filter_map(|(property, mut values)| values.peek().is_some().then_some((property, values)))
    }
}

/// The properties of a group, rising.
pub(crate) type GroupProperties = Vec<(Property, TextId)>;

/// The text of a group's property; `DERIVED` where there is none.
pub(crate) fn text_of(properties: &GroupProperties, property: Property) -> TextId {
    properties.iter().find(|(of, _)| *of == property).map_or(TextId::DERIVED, |(_, text)| *text)
}

/// Sets it.
pub(crate) fn set_text(properties: &mut GroupProperties, property: Property, text: TextId) {
    properties.retain(|(of, _)| *of != property);
    if text != TextId::DERIVED {
        let at = properties.partition_point(|(of, _)| *of < property);
        properties.insert(at, (property, text));
    }
}
