//! Properties that are kept as they were given.

use licensing_model::{Member, Property, Refusal};

use crate::audit::event::Event;
use crate::shape;
use crate::store::text::TextId;
use crate::tenant::Tenant;
use crate::tenant::changed::Changed;

impl Tenant {
    pub(super) fn set_property(&mut self, of: Member, property: Property, value: &str) -> Result<(), Refusal> {
        match of {
            Member::User(user) => self.check_user(user)?,
            Member::Group(group) => self.check_group(group)?,
        }
        shape::value(value)?;
        self.check_room()?;
        let number = self.next_number();
        let old = self.properties.get(of, property);
        let new = if value.is_empty() { TextId::DERIVED } else { self.texts.store(value) };
        self.properties.set(of, property, new);
        match of {
            Member::User(user) => {
                self.log(Event::UserPropertySet { number, user, property, old, new });
                self.heed_user(user, Changed::Itself);
            }
            Member::Group(group) => self.log(Event::GroupPropertySet { number, group, property, old, new }),
        }
        Ok(())
    }
}
