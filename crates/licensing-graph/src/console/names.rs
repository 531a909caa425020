//! The names behind the ids in a text.

use licensing_core::Tenant;
use licensing_model::guid::GuidKind;
use licensing_model::{GroupId, Guid, UserId};

/// What an id is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdOf {
    /// A user, deleted ones included.
    User,
    /// A group, deleted ones included.
    Group,
    /// A product.
    Product,
    /// A service plan.
    Plan,
}

/// An id with the name of what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What it is of.
    pub of: IdOf,
    /// Such as `Noor Visser`.
    pub name: String,
}

/// The length of an id in bytes.
const LENGTH: usize = 36;
/// Ids are looked for in so many bytes at the beginning of a text.
const FAR: usize = 64 * 1024;

/// What the ids in `text` are of, in their order, each once and at most `most`. Ids of nothing are left out, and of a
/// very long text only the beginning is looked at.
pub fn names(tenant: &Tenant, text: &str, most: usize) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let end = (0..=FAR.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let text = text.get(..end).unwrap_or_default();
    for (_, id) in Ids(text, 0) {
        if found.len() >= most {
            break;
        }
        found.extend(named(tenant, id).filter(|named| !found.contains(named)));
    }
    found
}

/// The text with `{name}` for each id of something: to be read, not to be sent.
pub fn with_names(tenant: &Tenant, text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = 0;
    for (at, id) in Ids(text, 0) {
        if let Some(Named { name, .. }) = named(tenant, id) {
            shown.push_str(text.get(rest..at).unwrap_or_default());
            shown.push_str(&format!("{{{name}}}"));
            rest = at.saturating_add(LENGTH);
        }
    }
    shown.push_str(text.get(rest..).unwrap_or_default());
    shown
}

fn named(tenant: &Tenant, id: Guid) -> Option<Named> {
    let user = || {
        let user = tenant.user(UserId::from_raw(tenant.number_of(GuidKind::User, id)?))?;
        Some(Named { of: IdOf::User, name: user.name })
    };
    let group = || {
        let group = tenant.group(GroupId::from_raw(tenant.number_of(GuidKind::Group, id)?))?;
        Some(Named { of: IdOf::Group, name: group.name })
    };
    let catalog = tenant.catalog();
    let product = || {
        let product = catalog.product_by_guid(id)?;
        Some(Named { of: IdOf::Product, name: tenant.product_name(product) })
    };
    let plan = || Some(Named { of: IdOf::Plan, name: tenant.plan_words(catalog.plan_by_guid(id)?) });
    user().or_else(group).or_else(product).or_else(plan)
}

/// The ids in a text from a position on, with their positions.
struct Ids<'t>(&'t str, usize);

impl Iterator for Ids<'_> {
    type Item = (usize, Guid);

    fn next(&mut self) -> Option<(usize, Guid)> {
        let Ids(text, at) = self;
        while *at < text.len() {
            let here = *at;
            match text.get(here..here.saturating_add(LENGTH)).and_then(licensing_model::Guid::from_plain) {
                Some(id) => {
                    *at = here.saturating_add(LENGTH);
                    return Some((here, id));
                }
                None => *at = here.saturating_add(1),
            }
        }
        None
    }
}
