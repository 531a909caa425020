//! Properties that are kept as they were given.

use licensing_graph::kept;
use licensing_model::Property;

use crate::error::Problem;
use crate::read::fields::Fields;
use crate::read::values;

/// Which of `properties` an object has, rising, each with its value, but those that are too long.
pub(crate) fn read(fields: &Fields<'_, '_>, properties: &[Property]) -> Result<Vec<(Property, String)>, Problem> {
    let mut values = Vec::new();
    let fits = |property: &&Property| fields.find(property.name()).is_some_and(values::can_be_kept);
    for property in properties.iter().filter(fits) {
        let value = if kept::is_list(*property) {
            fields.list(property.name(), values::text)?.map(|list| kept::of_list(list.into_iter()))
        } else {
            fields.nullable(property.name(), values::text)?.map(String::from)
        };
        values.extend(value.filter(|value| !value.is_empty()).map(|value| (*property, value)));
    }
    values.sort_unstable_by_key(|(property, _)| *property);
    Ok(values)
}
