//! What a file is a list of: by its `@odata.context`, by the names of a bundle, or by what a record holds.

use licensing_model::Guid;

use crate::json::{Node, Value};
use crate::read::values::parse_guid;

/// A collection that is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Collection {
    Organization,
    SubscribedSkus,
    Groups,
    Users,
    Contacts,
    DirectoryAudits,
    /// Members of one group, in a file of their own.
    Members,
}

/// The properties of a bundle that hold a collection.
pub(crate) const IN_A_BUNDLE: [(&str, Collection); 8] = [
    ("organization", Collection::Organization),
    ("subscribedSkus", Collection::SubscribedSkus),
    ("groups", Collection::Groups),
    ("deletedGroups", Collection::Groups),
    ("users", Collection::Users),
    ("deletedUsers", Collection::Users),
    ("contacts", Collection::Contacts),
    ("directoryAudits", Collection::DirectoryAudits),
];

/// The collection that a property of a bundle holds.
pub(crate) fn in_a_bundle(name: &str) -> Option<Collection> {
    IN_A_BUNDLE.iter().find(|(known, _)| *known == name).map(|(_, collection)| *collection)
}

/// The collection that an `@odata.context` names, or what it names instead.
pub(crate) fn of_context(context: &str) -> Result<Collection, &str> {
    let set = context.split_once("$metadata#").map_or(context, |(_, set)| set);
    // A single object, or what belongs to one, is no list of its own.
    let is_single = set.ends_with("/$entity");
    let plain = set.split(['(', '/']).next().unwrap_or_default();
    let belongs = set.split_once('/').map_or("", |(_, rest)| rest);
    match (plain, belongs) {
        _ if is_single => Err(set),
        ("auditLogs", belongs) if belongs.starts_with("directoryAudits") => Ok(Collection::DirectoryAudits),
        ("groups", belongs) if belongs.starts_with("members") => Ok(Collection::Members),
        ("directory", belongs) if belongs.contains("microsoft.graph.user") => Ok(Collection::Users),
        ("directory", belongs) if belongs.contains("microsoft.graph.group") => Ok(Collection::Groups),
        (_, belongs) if !belongs.is_empty() => Err(set),
        ("organization", _) => Ok(Collection::Organization),
        ("subscribedSkus", _) => Ok(Collection::SubscribedSkus),
        ("groups", _) => Ok(Collection::Groups),
        ("users", _) => Ok(Collection::Users),
        ("contacts", _) => Ok(Collection::Contacts),
        ("directoryObjects", _) => Ok(Collection::Members),
        _ => Err(set),
    }
}

/// The collection that a record must be of, by a property that no other resource has.
pub(crate) fn of_record(record: &Node) -> Option<Collection> {
    const TELLING: [(&str, Collection); 10] = [
        ("skuPartNumber", Collection::SubscribedSkus),
        ("prepaidUnits", Collection::SubscribedSkus),
        ("userPrincipalName", Collection::Users),
        ("licenseAssignmentStates", Collection::Users),
        ("groupTypes", Collection::Groups),
        ("securityEnabled", Collection::Groups),
        ("verifiedDomains", Collection::Organization),
        ("activityDisplayName", Collection::DirectoryAudits),
        ("phones", Collection::Contacts),
        ("proxyAddresses", Collection::Contacts),
    ];
    let Value::Object(parts) = &record.value else { return None };
    let has = |name: &str| parts.iter().any(|(own, _)| **own == *name);
    // An answer that lists objects of several kinds says of each what it is.
    if has("@odata.type") {
        return Some(Collection::Members);
    }
    TELLING.iter().find(|(name, _)| has(name)).map(|(_, collection)| *collection)
}

/// The first GUID in a text; with `after`, the first one after that word.
pub(crate) fn guid_in(text: &str, after: &str) -> Option<Guid> {
    let rest = text.get(text.find(after)? + after.len()..)?;
    (0..rest.len()).find_map(|at| parse_guid(rest.get(at..at + 36)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_context_names_its_collection() {
        let of = |set: &str| of_context(&format!("https://graph.microsoft.com/v1.0/$metadata#{set}")).ok();
        assert_eq!(of("users"), Some(Collection::Users));
        assert_eq!(of("users(id,displayName,licenseAssignmentStates)"), Some(Collection::Users));
        assert_eq!(of("groups(id,assignedLicenses)"), Some(Collection::Groups));
        assert_eq!(of("subscribedSkus"), Some(Collection::SubscribedSkus));
        assert_eq!(of("organization"), Some(Collection::Organization));
        assert_eq!(of("contacts"), Some(Collection::Contacts));
        assert_eq!(of("auditLogs/directoryAudits"), Some(Collection::DirectoryAudits));
        assert_eq!(of("directoryObjects(id)"), Some(Collection::Members));
        assert_eq!(of("groups('x')/members"), Some(Collection::Members));
        assert_eq!(of("directory/deletedItems/microsoft.graph.user"), Some(Collection::Users));
        assert_eq!(of("users/$entity"), None);
        assert_eq!(of("users('x')/licenseDetails"), None);
        assert_eq!(of("devices"), None);
    }

    #[test]
    fn a_guid_is_found_in_an_address() {
        let id = "b1f7a0c2-0d4e-45cd-891e-60aabd171b4e";
        let link = format!("https://graph.microsoft.com/v1.0/groups/{id}/members?$skiptoken=x");
        assert_eq!(guid_in(&link, "groups"), id.parse().ok());
        assert_eq!(guid_in(&format!("members é {id}.json"), ""), id.parse().ok());
        assert_eq!(guid_in("members.json", ""), None);
        assert_eq!(guid_in(id, "groups"), None);
    }
}
