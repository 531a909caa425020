//! A tenant as a bundle, in pieces: what Graph answers, one record a line.

use std::collections::{BTreeMap, VecDeque};

use licensing_core::Tenant;
use licensing_graph::kept;
use licensing_model::guid::GuidKind;
use licensing_model::{GroupId, Guid, RuleSet, UserId};
use serde_json::{Value, json};

use crate::{FORMAT, VERSION};

/// Whether a bundle has the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Log {
    /// All of it.
    #[default]
    Kept,
    /// It is left out: a tenant begins with an empty log then. The log is the larger part of a long-lived tenant.
    LeftOut,
}

const GROUP: &str = "$select=id,displayName,groupTypes,mailEnabled,membershipRule,membershipRuleProcessingState,\
                     securityEnabled,assignedLicenses,licenseProcessingState";
const USER: &str = "$select=id,displayName,userPrincipalName,mailNickname,usageLocation,userType,accountEnabled,mail,\
                    proxyAddresses,assignedLicenses,licenseAssignmentStates";
/// What deleted objects have besides.
const DELETED: &str = "deletedDateTime";
/// Rows of a page: a chunk has some hundred kilobytes.
const PAGE: &str = "$top=200";

/// A bundle that is being written. It gives the text piece by piece.
///
/// What Graph has no words for is not in it: waiting runs of single users, pairs and prerequisites that only this
/// tenant counts, memberships of deleted groups.
pub struct Export<'a> {
    tenant: &'a Tenant,
    tasks: VecDeque<Task>,
    /// Users in the order in which their records come.
    users: VecDeque<UserId>,
    done: usize,
    all: usize,
}

enum Task {
    Text(String),
    /// A page of a collection, and those that follow it.
    Page {
        url: String,
        records: Records,
        is_first: bool,
    },
}

/// What the records of a page are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Records {
    Plain,
    Groups,
    DeletedGroups,
    Users,
    Members,
    Events,
}

impl<'a> Export<'a> {
    /// The bundle of a tenant.
    pub fn new(tenant: &'a Tenant, log: Log) -> Export<'a> {
        let collections = [
            ("organization", "/organization".to_string(), Records::Plain),
            ("subscribedSkus", "/subscribedSkus".to_string(), Records::Plain),
            ("groups", format!("/groups?{GROUP}&{PAGE}"), Records::Groups),
            ("users", format!("/users?{USER}&{PAGE}"), Records::Users),
            ("contacts", format!("/contacts?{PAGE}"), Records::Plain),
            (
                "deletedUsers",
                format!("/directory/deletedItems/microsoft.graph.user?{USER},{DELETED}&{PAGE}"),
                Records::Users,
            ),
            (
                "deletedGroups",
                format!("/directory/deletedItems/microsoft.graph.group?{GROUP},{DELETED}&{PAGE}"),
                Records::DeletedGroups,
            ),
            ("directoryAudits", format!("/auditLogs/directoryAudits?{PAGE}"), Records::Events),
        ];
        let mut tasks = VecDeque::from([Task::Text(head(tenant))]);
        for (name, url, records) in collections {
            if log == Log::Kept || name != "directoryAudits" {
                tasks.push_back(Task::Text(format!(",\n\"{name}\": [")));
                tasks.push_back(Task::Page { url, records, is_first: true });
                tasks.push_back(Task::Text("\n]".to_string()));
            }
        }
        tasks.push_back(Task::Text("\n}\n".to_string()));
        let users: VecDeque<UserId> = tenant.users().chain(tenant.deleted_users()).collect();
        let events = if log == Log::Kept { tenant.audit_len() } else { 0 };
        let all = users.len() + tenant.groups().count() + events;
        Export { tenant, tasks, users, done: 0, all }
    }

    /// How many users, groups and events are written, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.done.min(self.all), self.all)
    }

    /// The rows of a page. What is to follow it is put in front of the other tasks.
    fn page(&mut self, url: &str, records: Records, is_first: bool) -> String {
        let mut body = licensing_graph::get(self.tenant, url).body;
        let next = body.get("@odata.nextLink").and_then(Value::as_str).map(String::from);
        let rows = match body.get_mut("value").map(Value::take) {
            Some(Value::Array(rows)) => rows,
            _ => Vec::new(),
        };
        let follow = next.map(|url| Task::Page { url, records, is_first: false });
        let mut text = String::new();
        let mut tasks: Vec<Task> = Vec::new();
        for (mut row, at) in rows.into_iter().zip(0..) {
            let comma = if is_first && at == 0 { "" } else { "," };
            if matches!(records, Records::Groups | Records::DeletedGroups) {
                self.keep_properties_of_group(&mut row);
            }
            if records == Records::Groups {
                tasks.extend(self.group(comma, &row));
                continue;
            }
            let row = match records {
                Records::Users => self.user(row),
                Records::Events => without_nulls(row),
                _ => row,
            };
            self.done += usize::from(records != Records::Members);
            text.push_str(&format!("{comma}\n{row}"));
        }
        for task in tasks.into_iter().chain(follow).rev() {
            self.tasks.push_front(task);
        }
        text
    }

    /// A group with its members, which may be as many as the tenant has users.
    fn group(&mut self, comma: &str, row: &Value) -> Vec<Task> {
        self.done += 1;
        let id = row.get("id").and_then(Value::as_str).unwrap_or_default();
        let record = row.to_string();
        let open = record.strip_suffix('}').unwrap_or(&record);
        let mut tasks = vec![Task::Text(format!("{comma}\n{open}"))];
        for relation in ["members", "membersWithLicenseErrors"] {
            let url = format!("/groups/{id}/{relation}?$select=id&{PAGE}");
            tasks.push(Task::Text(format!(",\"{relation}\":[")));
            tasks.push(Task::Page { url, records: Records::Members, is_first: true });
            tasks.push(Task::Text("]".to_string()));
        }
        tasks.push(Task::Text("}".to_string()));
        tasks
    }

    /// Puts in what is kept of a group.
    fn keep_properties_of_group(&self, row: &mut Value) {
        let id = row.get("id").and_then(Value::as_str).and_then(Guid::from_plain);
        let Some(number) = id.and_then(|id| self.tenant.number_of(GuidKind::Group, id)) else { return };
        let group = GroupId::from_raw(number);
        let Value::Object(row) = row else { return };
        for property in kept::OF_GROUPS {
            if let Some(value) = self.tenant.group_property(group, *property) {
                row.insert(property.name().to_string(), kept::value(*property, Some(value)));
            }
        }
    }

    /// A user, with the groups where their order does not follow from that of the groups.
    fn user(&mut self, mut row: Value) -> Value {
        let Some(user) = self.users.pop_front() else { return row };
        if let Value::Object(row) = &mut row {
            for property in kept::OF_USERS {
                if let Some(value) = self.tenant.user_property(user, *property) {
                    row.insert(property.name().to_string(), kept::value(*property, Some(value)));
                }
            }
        }
        let is_deleted = row.get("deletedDateTime").is_some();
        let groups: Vec<GroupId> = self.tenant.groups_of(user).collect();
        let group =
            |group: &GroupId| json!({ "@odata.type": "#microsoft.graph.group", "id": self.tenant.group_guid(*group) });
        if let Value::Object(row) = &mut row
            && (is_deleted || !groups.is_sorted())
        {
            row.insert("memberOf".to_string(), groups.iter().map(group).collect());
        }
        row
    }
}

impl Iterator for Export<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        Some(match self.tasks.pop_front()? {
            Task::Text(text) => text,
            Task::Page { url, records, is_first } => self.page(&url, records, is_first),
        })
    }
}

/// An event without what is null or empty in it, which is a third of it.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(parts) => {
            let parts = parts.into_iter().map(|(name, part)| (name, without_nulls(part)));
            let is_something = |part: &Value| !part.is_null() && part.as_array().is_none_or(|list| !list.is_empty());
            Value::Object(parts.filter(|(_, part)| is_something(part)).collect())
        }
        Value::Array(list) => list.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

/// The beginning, without the bracket that ends it.
fn head(tenant: &Tenant) -> String {
    let rules = match tenant.rules() {
        RuleSet::Rules2019 => "2019",
        RuleSet::Today => "today",
    };
    let mut simulator = json!({ "rules": rules });
    if has_circle(tenant)
        && let Value::Object(simulator) = &mut simulator
    {
        simulator.insert("circularNesting".to_string(), true.into());
    }
    let moment = licensing_graph::iso(tenant.clock());
    format!(
        "{{\n\"format\": \"{FORMAT}\",\n\"version\": {VERSION},\n\"exportedAt\": \"{moment}\",\n\
         \"exportedBy\": \"Licensing Lab\",\n\"simulator\": {simulator}"
    )
}

/// Whether a group is in itself through others, which Graph does not let happen.
fn has_circle(tenant: &Tenant) -> bool {
    let mut inner: BTreeMap<GroupId, usize> = BTreeMap::new();
    let mut outer: BTreeMap<GroupId, Vec<GroupId>> = BTreeMap::new();
    for group in tenant.groups() {
        let nested = tenant.group(group).map(|details| details.nested).unwrap_or_default();
        inner.insert(group, nested.len());
        nested.into_iter().for_each(|member| outer.entry(member).or_default().push(group));
    }
    let mut free: Vec<GroupId> = inner.iter().filter(|(_, count)| **count == 0).map(|(group, _)| *group).collect();
    let mut taken = 0;
    while let Some(group) = free.pop() {
        taken += 1;
        for holder in outer.remove(&group).unwrap_or_default() {
            if let Some(count) = inner.get_mut(&holder) {
                *count -= 1;
                if *count == 0 {
                    free.push(holder);
                }
            }
        }
    }
    taken < inner.len()
}
