//! Requests that only look.

use licensing_core::{AuditRecord, Tenant};
use licensing_model::guid::GuidKind;
use licensing_model::{GroupId, Member, UserId};

use crate::answer::{ALL_OPTIONS, AND_EXPAND, AND_ORDER, Call, Collection};
use crate::error::{Failure, Result};
use crate::filter::Bound;
use crate::ids;
use crate::message::{Answer, Request};
use crate::nesting;
use crate::resources::groups::{self, GroupRow};
use crate::resources::{DIRECTORY_OBJECTS, Row, audit, contacts, domains, organization, products, users};
use crate::route::{Cast, Route};
use crate::schema::Schema;
use crate::url::Address;

/// A row with its position.
type Placed = (u32, Row);

/// Answers a GET.
pub(crate) fn read(tenant: &Tenant, route: Route<'_>, address: &Address, request: &Request) -> Result<Answer> {
    let call = Call::read(tenant, address, request)?;
    match route {
        Route::Organizations => {
            call.page(&listed("organization", organization::TYPES, ALL_OPTIONS, || vec![Row::Organization]))
        }
        Route::Organization(id) => {
            let own = ids::guid(id)? == tenant.guid(GuidKind::Tenant, 0);
            let row = own.then_some(Row::Organization).ok_or_else(|| Failure::not_found(id))?;
            call.object(&row, "organization")
        }
        Route::SubscribedSkus => {
            let rows = || tenant.products().map(Row::Product).collect();
            call.page(&listed("subscribedSkus", products::TYPES, &["$select"], rows))
        }
        Route::SubscribedSku(id) => {
            let product = products::find(tenant, id).ok_or_else(|| Failure::not_found(id))?;
            call.object(&Row::Product(product), "subscribedSkus")
        }
        Route::Users => call.page(&all_users(tenant)),
        Route::UserCount => call.number(&all_users(tenant)),
        Route::User(key) => call.object(&Row::User(ids::user(tenant, key)?), "users"),
        Route::LicenseDetails(key) => {
            let user = ids::user(tenant, key)?;
            let set = format!("users('{}')/licenseDetails", tenant.user_guid(user));
            let rows = move || {
                let held = tenant.effective_licenses(user).into_iter();
                held.map(|license| Row::License(user, license)).collect()
            };
            call.page(&listed(&set, products::LICENSE_TYPES, ALL_OPTIONS, rows))
        }
        Route::MemberOf(key, cast) => {
            let user = ids::user(tenant, key)?;
            let groups = move || tenant.groups_of(user).map(Member::Group).filter(move |group| cast.takes(group));
            call.page(&directory_objects(groups).of(cast))
        }
        Route::TransitiveMemberOf(key, cast) => {
            let user = ids::user(tenant, key)?;
            let all = nesting::groups_of(tenant, user);
            let groups = move || all.clone().into_iter().map(Member::Group).filter(move |group| cast.takes(group));
            call.page(&directory_objects(groups).of(cast))
        }
        Route::Groups => call.page(&all_groups(tenant)),
        Route::GroupCount => call.number(&all_groups(tenant)),
        Route::Group(key) => call.object(&Row::Group(GroupRow::new(ids::group(tenant, key)?)), "groups"),
        Route::Members(key, cast) => call.page(&members_of(tenant, ids::group(tenant, key)?, cast)),
        Route::MemberCount(key) => call.number(&members_of(tenant, ids::group(tenant, key)?, Cast::All)),
        Route::TransitiveMembers(key, cast) => {
            let group = ids::group(tenant, key)?;
            let all = nesting::members_of(tenant, group);
            let members = move || all.clone().into_iter().filter(move |member| cast.takes(member));
            call.page(&directory_objects(members).of(cast))
        }
        Route::MembersWithLicenseErrors(key) => {
            let group = ids::group(tenant, key)?;
            let failed = move || tenant.users_with_license_errors(group).into_iter().map(|errors| errors.user);
            let mut members = directory_objects(move || failed().map(Member::User));
            members.schemas = users::TYPES;
            call.page(&members)
        }
        Route::Contacts => call.page(&Collection {
            set: "contacts".to_string(),
            schemas: contacts::TYPES,
            sorted_by: &[],
            typed: false,
            takes: ALL_OPTIONS,
            rows: Box::new(|from, _| {
                let contacts = contacts::from(tenant, from.unwrap_or_default());
                Box::new(contacts.map(|(position, contact)| (position, Row::Contact(contact))))
            }),
        }),
        Route::Domains => {
            let rows = || tenant.domains().map(|domain| Row::Domain(domain.into())).collect();
            call.page(&listed("domains", domains::TYPES, &["$select"], rows))
        }
        Route::Domain(key) => call.object(&domains::row(tenant, key)?, "domains"),
        Route::DeletedUsers => {
            let rows = || tenant.deleted_users().into_iter().map(|user: UserId| Row::User(user)).collect();
            call.page(&listed("users", users::TYPES, ALL_OPTIONS, rows))
        }
        Route::DeletedGroups => {
            let rows = || tenant.deleted_groups().into_iter().map(|group: GroupId| Row::from(Member::Group(group)));
            call.page(&listed("groups", groups::TYPES, ALL_OPTIONS, move || rows().collect()))
        }
        Route::DirectoryAudits => {
            call.page(&Collection {
                set: "auditLogs/directoryAudits".to_string(),
                schemas: audit::TYPES,
                sorted_by: &["activityDateTime"],
                typed: false,
                takes: AND_ORDER,
                // Newest first: a page begins at the event that its token names, whatever was logged since.
                rows: Box::new(|from, filter| {
                    let end = from.map_or(usize::MAX, |position| (position as usize).saturating_add(1));
                    let events: Box<dyn Iterator<Item = AuditRecord>> =
                        match filter.and_then(|filter| filter.required("targetResources", "id")) {
                            Some(id) => audit::newest_about(tenant, end, id),
                            None => Box::new(audit::newest_below(tenant, end)),
                        };
                    Box::new(events.map(|record| {
                        let position = u32::try_from(record.position).unwrap_or(u32::MAX);
                        (position, Row::Event(Box::new(audit::EventRow::new(record))))
                    }))
                }),
            })
        }
        Route::MemberReferences(_) => Err(route.refuse_method("GET", "/groups/{id}/members/$ref")),
        Route::Batch
        | Route::AssignUserLicense(_)
        | Route::Reprocess(_)
        | Route::MemberReference { .. }
        | Route::AssignGroupLicense(_)
        | Route::GetMemberGroups(_)
        | Route::Restore(_) => Err(Failure::method_not_allowed()),
    }
}

fn all_users(tenant: &Tenant) -> Collection<'_> {
    Collection {
        set: "users".to_string(),
        schemas: users::TYPES,
        sorted_by: &["displayName", "userPrincipalName"],
        typed: false,
        takes: AND_EXPAND,
        rows: Box::new(|from, _| {
            let first = from.unwrap_or_default();
            let users = tenant.users().skip_while(move |user| user.raw() < first);
            Box::new(users.map(|user| (user.raw(), Row::User(user))))
        }),
    }
}

fn all_groups(tenant: &Tenant) -> Collection<'_> {
    Collection {
        set: "groups".to_string(),
        schemas: groups::TYPES,
        sorted_by: &["displayName"],
        typed: false,
        takes: AND_EXPAND,
        rows: Box::new(|from, _| {
            let first = from.unwrap_or_default();
            let groups = tenant.groups().skip_while(move |group| group.raw() < first);
            Box::new(groups.map(|group| (group.raw(), Row::Group(GroupRow::new(group)))))
        }),
    }
}

fn members_of(tenant: &Tenant, group: GroupId, cast: Cast) -> Collection<'_> {
    directory_objects(move || tenant.members_of(group).filter(move |member| cast.takes(member))).of(cast)
}

/// A short collection; a row's position is its place in the list.
fn listed<'a>(
    set: &str,
    schemas: &'static [&'static Schema],
    takes: &'static [&'static str],
    rows: impl Fn() -> Vec<Row> + 'a,
) -> Collection<'a> {
    let place = move |from: Option<u32>, _: Option<&Bound>| -> Box<dyn Iterator<Item = Placed> + 'a> {
        Box::new((0..).zip(rows()).skip(from.unwrap_or_default() as usize))
    };
    Collection { set: set.to_string(), schemas, sorted_by: &[], typed: false, takes, rows: Box::new(place) }
}

/// Users and groups that belong to something, in its order; a row's position is its place there.
fn directory_objects<'a, I: Iterator<Item = Member> + 'a>(members: impl Fn() -> I + 'a) -> Collection<'a> {
    let place = move |from: Option<u32>, _: Option<&Bound>| -> Box<dyn Iterator<Item = Placed> + 'a> {
        let placed = (0..).zip(members()).skip(from.unwrap_or_default() as usize);
        Box::new(placed.map(|(position, member)| (position, Row::from(member))))
    };
    Collection {
        set: "directoryObjects".to_string(),
        schemas: DIRECTORY_OBJECTS,
        sorted_by: &[],
        typed: true,
        takes: ALL_OPTIONS,
        rows: Box::new(place),
    }
}

impl Collection<'_> {
    /// The same, with the types that the cast leaves.
    fn of(mut self, cast: Cast) -> Self {
        self.schemas = match cast {
            Cast::All => DIRECTORY_OBJECTS,
            Cast::Users => users::TYPES,
            Cast::Groups => groups::TYPES,
        };
        self
    }
}

impl Cast {
    /// Whether an object is of the type.
    const fn takes(self, member: &Member) -> bool {
        match (self, member) {
            (Cast::All, _) | (Cast::Users, Member::User(_)) | (Cast::Groups, Member::Group(_)) => true,
            (Cast::Users, Member::Group(_)) | (Cast::Groups, Member::User(_)) => false,
        }
    }
}
