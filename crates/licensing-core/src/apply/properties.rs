//! Properties that are kept as they were given.

use licensing_model::{Member, Property, Refusal};

use crate::audit::event::Event;
use crate::shape;
use crate::store::properties;
use crate::store::text::TextId;
use crate::tenant::Tenant;

impl Tenant {
    pub(super) fn set_property(&mut self, of: Member, property: Property, value: &str) -> Result<(), Refusal> {
        match of {
            Member::User(user) => self.check_user(user)?,
            Member::Group(group) => self.check_group(group)?,
        }
        shape::value(value)?;
        self.check_room()?;
        let number = self.next_number();
        let new = if value.is_empty() { TextId::DERIVED } else { self.texts.store(value) };
        match of {
            Member::User(user) => {
                let old = self.users.properties.get(user, property);
                self.users.properties.set(user, property, new);
                self.log(Event::UserPropertySet { number, user, property, old, new });
            }
            Member::Group(group) => {
                let Some(record) = self.groups.get_mut(group) else { return Err(Refusal::UnknownGroup(group)) };
                let old = properties::text_of(&record.properties, property);
                properties::set_text(&mut record.properties, property, new);
                self.log(Event::GroupPropertySet { number, group, property, old, new });
            }
        }
        Ok(())
    }
}
