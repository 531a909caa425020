//! Requests to begin with: about the tenant as it is, with the ids of its own users, groups and products.

use licensing_core::Tenant;
use licensing_wording::{Message, Text};

use super::at_hand::{first_in_error, first_licensed};
use super::write_examples;
use crate::Request;

/// What a ready-made request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To see who lacks what.
    Find,
    /// To see what there is.
    Read,
    /// To change something.
    Change,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Purpose; 3] = [Purpose::Find, Purpose::Read, Purpose::Change];
}

/// A request that can be sent as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadyMade {
    /// What it is for.
    pub purpose: Purpose,
    /// What it does, with names.
    pub title: Message,
    /// The request.
    pub request: Request,
}

/// Requests that make sense of this tenant now, in the order in which somebody would want them.
pub fn ready_made(tenant: &Tenant) -> Vec<ReadyMade> {
    let mut list = Vec::new();
    find(tenant, &mut list);
    read(tenant, &mut list);
    let writing = write_examples::requests(tenant).into_iter();
    list.extend(writing.map(|(title, request)| ReadyMade { purpose: Purpose::Change, title, request }));
    list
}

fn find(tenant: &Tenant, list: &mut Vec<ReadyMade>) {
    let mut add = |title: Message, request: Request| list.push(ReadyMade { purpose: Purpose::Find, title, request });
    let url = "/groups?$filter=hasMembersWithLicenseErrors eq true&$select=id,displayName";
    add(Text::READY_GROUPS_IN_ERROR.into(), Request::new("GET", url));
    if let Some((group, user)) = first_in_error(tenant) {
        let url = format!("/groups/{}/membersWithLicenseErrors", tenant.group_guid(group));
        add(Message::ready_members_in_error(tenant.group_name(group)), Request::new("GET", &url));
        let url = format!("/users/{}?$select=displayName,licenseAssignmentStates", tenant.user_guid(user));
        add(Message::ready_states(tenant.user_name(user)), Request::new("GET", &url));
    }
    let url = "/auditLogs/directoryAudits?$filter=result eq 'failure'&$top=10";
    add(Text::READY_FAILURES.into(), Request::new("GET", url));
}

fn read(tenant: &Tenant, list: &mut Vec<ReadyMade>) {
    let mut add = |title: Message, url: &str, advanced: bool| {
        let request = Request::new("GET", url);
        let request = if advanced { request.header("ConsistencyLevel", "eventual") } else { request };
        list.push(ReadyMade { purpose: Purpose::Read, title, request });
    };
    let url = "/subscribedSkus?$select=skuPartNumber,prepaidUnits,consumedUnits";
    add(Text::READY_PRODUCTS.into(), url, false);
    if let Some(user) = tenant.users().next() {
        let url = "/users?$select=displayName,userPrincipalName,usageLocation&$top=10";
        add(Text::READY_USERS.into(), url, false);
        add(Text::READY_USERS_ELSEWHERE.into(), "/users?$filter=usageLocation ne 'NL'&$count=true", true);
        let url = format!("/users/{}/licenseDetails", tenant.user_guid(user));
        add(Message::ready_licenses(tenant.user_name(user)), &url, false);
    }
    if let Some(group) = first_licensed(tenant).or_else(|| tenant.groups().next()) {
        let url = "/groups?$select=displayName,assignedLicenses,licenseProcessingState";
        add(Text::READY_GROUPS.into(), url, false);
        let url = format!("/groups/{}/members?$select=displayName", tenant.group_guid(group));
        add(Message::ready_members(tenant.group_name(group)), &url, false);
    }
    add(Text::READY_TENANT.into(), "/organization", false);
    add(Text::READY_DOMAINS.into(), "/domains", false);
}
