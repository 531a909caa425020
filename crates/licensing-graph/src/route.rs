//! Which resource an address names.

use crate::error::{Failure, Result, brief};
use crate::known;

/// A resource or action that is simulated. Keys are as they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route<'a> {
    Batch,
    Organizations,
    Organization(&'a str),
    SubscribedSkus,
    SubscribedSku(&'a str),
    Users,
    UserCount,
    User(&'a str),
    LicenseDetails(&'a str),
    MemberOf(&'a str, Cast),
    TransitiveMemberOf(&'a str, Cast),
    GetMemberGroups(&'a str),
    AssignUserLicense(&'a str),
    Reprocess(&'a str),
    Groups,
    GroupCount,
    Group(&'a str),
    Members(&'a str, Cast),
    MemberCount(&'a str),
    TransitiveMembers(&'a str, Cast),
    MembersWithLicenseErrors(&'a str),
    MemberReferences(&'a str),
    MemberReference { group: &'a str, member: &'a str },
    AssignGroupLicense(&'a str),
    Contacts,
    Domains,
    Domain(&'a str),
    DeletedUsers,
    DeletedGroups,
    Restore(&'a str),
    DirectoryAudits,
}

/// Members of one type only: `members/microsoft.graph.user`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cast {
    All,
    Users,
    Groups,
}

impl Cast {
    /// The cast that the rest of an address names; nothing else may stand there.
    fn of(rest: &[&str]) -> Option<Cast> {
        match rest {
            [] => Some(Cast::All),
            ["microsoft.graph.user"] => Some(Cast::Users),
            ["microsoft.graph.group"] => Some(Cast::Groups),
            _ => None,
        }
    }
}

impl Route<'_> {
    /// The route of an address. What Graph has besides is 501, what it has not is 400, in Graph's words.
    pub(crate) fn of<'a>(segments: &[&'a str]) -> Result<Route<'a>> {
        // Names of Graph are taken in any case; actions also with their namespace.
        let names: Vec<String> = segments.iter().map(|segment| segment.to_ascii_lowercase()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let beside = |key: &str| known::BESIDE_IDS.iter().any(|name| name.eq_ignore_ascii_case(key));
        let route = match (names.as_slice(), segments) {
            (["$batch"], _) => Route::Batch,
            (["organization"], _) => Route::Organizations,
            (["organization", _], [_, id]) => Route::Organization(id),
            (["subscribedskus"], _) => Route::SubscribedSkus,
            (["subscribedskus", _], [_, id]) => Route::SubscribedSku(id),
            (["users"], _) => Route::Users,
            (["users", "$count"], _) => Route::UserCount,
            (["users", _], [_, user]) if !beside(user) => Route::User(user),
            (["users", _, "licensedetails"], [_, user, _]) => Route::LicenseDetails(user),
            (["users", _, "memberof", rest @ ..], [_, user, ..]) if let Some(cast) = Cast::of(rest) => {
                Route::MemberOf(user, cast)
            }
            (["users", _, "transitivememberof", rest @ ..], [_, user, ..]) if let Some(cast) = Cast::of(rest) => {
                Route::TransitiveMemberOf(user, cast)
            }
            (["users", _, "getmembergroups" | "microsoft.graph.getmembergroups"], [_, user, _]) => {
                Route::GetMemberGroups(user)
            }
            (["users", _, "assignlicense" | "microsoft.graph.assignlicense"], [_, user, _]) => {
                Route::AssignUserLicense(user)
            }
            (
                ["users", _, "reprocesslicenseassignment" | "microsoft.graph.reprocesslicenseassignment"],
                [_, user, _],
            ) => Route::Reprocess(user),
            (["groups"], _) => Route::Groups,
            (["groups", "$count"], _) => Route::GroupCount,
            (["groups", _], [_, group]) if !beside(group) => Route::Group(group),
            (["groups", _, "members", rest @ ..], [_, group, ..]) if let Some(cast) = Cast::of(rest) => {
                Route::Members(group, cast)
            }
            (["groups", _, "members", "$count"], [_, group, ..]) => Route::MemberCount(group),
            (["groups", _, "transitivemembers", rest @ ..], [_, group, ..]) if let Some(cast) = Cast::of(rest) => {
                Route::TransitiveMembers(group, cast)
            }
            (["groups", _, "members", "$ref"], [_, group, ..]) => Route::MemberReferences(group),
            (["groups", _, "members", _, "$ref"], [_, group, _, member, _]) => Route::MemberReference { group, member },
            (["groups", _, "memberswithlicenseerrors"], [_, group, _]) => Route::MembersWithLicenseErrors(group),
            (["groups", _, "assignlicense" | "microsoft.graph.assignlicense"], [_, group, _]) => {
                Route::AssignGroupLicense(group)
            }
            (["contacts"], _) => Route::Contacts,
            (["domains"], _) => Route::Domains,
            (["domains", _], [_, domain]) if !beside(domain) => Route::Domain(domain),
            (["directory", "deleteditems", "microsoft.graph.user"], _) => Route::DeletedUsers,
            (["directory", "deleteditems", "microsoft.graph.group"], _) => Route::DeletedGroups,
            (["directory", "deleteditems", _, "restore" | "microsoft.graph.restore"], [_, _, id, _]) => {
                Route::Restore(id)
            }
            (["auditlogs", "directoryaudits"], _) => Route::DirectoryAudits,
            _ => return Err(no_route(segments)),
        };
        Ok(route)
    }

    /// Whether the route takes a method that writes.
    pub(crate) fn takes(self, method: &str) -> bool {
        matches!(
            (method, self),
            (
                "POST",
                Route::Batch
                    | Route::Users
                    | Route::Groups
                    | Route::Domains
                    | Route::MemberReferences(_)
                    | Route::Restore(_)
            ) | ("POST", Route::GetMemberGroups(_))
                | ("POST", Route::AssignUserLicense(_) | Route::AssignGroupLicense(_) | Route::Reprocess(_))
                | ("PATCH" | "DELETE", Route::User(_) | Route::Group(_))
                | ("DELETE", Route::Domain(_) | Route::MemberReference { .. })
        )
    }

    /// The answer to a method that the route does not take.
    pub(crate) fn refuse_method(self, method: &str, path: &str) -> Failure {
        // What Graph does there and this simulator does not.
        let elsewhere = matches!(
            (self, method),
            (Route::Organization(_) | Route::Domain(_), "PATCH")
                | (Route::MemberReferences(_), "GET" | "PUT")
                | (Route::MembersWithLicenseErrors(_), "POST")
                | (Route::Users | Route::Groups, "PATCH")
                | (Route::User(_) | Route::Group(_), "PUT")
        );
        if elsewhere { Failure::not_simulated(&format!("{method} {path}")) } else { Failure::method_not_allowed() }
    }
}

fn no_route(segments: &[&str]) -> Failure {
    if known::has(segments) || known::is_property(segments) {
        return Failure::not_simulated(&format!("/{}", segments.join("/")));
    }
    let roots = ["users", "groups", "contacts", "domains", "organization", "subscribedskus", "directory", "auditlogs"];
    let is_root = |first: &&str| roots.contains(&first.to_ascii_lowercase().as_str());
    let unknown = match segments {
        [] => "",
        [first, rest @ ..] if is_root(first) => rest.get(usize::from(rest.len() > 1)).unwrap_or(first),
        [first, ..] => first,
    };
    Failure::unreadable(format!("Resource not found for the segment '{}'.", brief(unknown)))
}
