//! Properties that are kept as they were given.

use licensing_graph::kept;
use licensing_model::Property;

use crate::error::Problem;
use crate::read::fields::Fields;
use crate::read::values;

/// Which of `properties` an object has, rising, each with its value.
pub(crate) fn read(fields: &Fields<'_, '_>, properties: &[Property]) -> Result<Vec<(Property, String)>, Problem> {
    let mut values = Vec::new();
    for property in properties {
        let value = if kept::is_list(*property) {
            fields.list(property.name(), values::property)?.map(|list| kept::of_list(list.into_iter()))
        } else {
            fields.nullable(property.name(), values::property)?.map(String::from)
        };
        values.extend(value.filter(|value| !value.is_empty()).map(|value| (*property, value)));
    }
    values.sort_unstable_by_key(|(property, _)| *property);
    Ok(values)
}
