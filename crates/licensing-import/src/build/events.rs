//! The audit log, with the names of the objects that it is about.

use licensing_core::state::recorded_pages;
use licensing_model::guid::{self, GuidKind};
use licensing_model::state::RecordedEvent;
use serde_json::{Map, Value};

use super::Building;
use super::numbers::Object;
use crate::facts::EventFacts;
use crate::read::values::parse_guid;

/// The properties of an object that an event names: id, name, userPrincipalName.
type Shown = [(&'static str, Option<String>); 3];

impl Building {
    /// The log: oldest first, as it is kept.
    pub(super) fn events(&mut self) {
        let mut events = core::mem::take(&mut self.collector.facts.events);
        // Graph lists the newest first; those of one second keep their order.
        events.reverse();
        events.sort_by_key(|event| event.time);
        let times: Vec<u32> = events.iter().map(|event| event.time).collect();
        self.counts.events = times.len();
        self.state.audit.pages = recorded_pages(&times);
        let recorded = events.into_iter().map(|EventFacts { document, .. }| self.recorded(document));
        let recorded = recorded.collect();
        self.state.audit.recorded = recorded;
    }

    fn recorded(&self, mut document: String) -> RecordedEvent {
        // It was written when it was read, so it can be read.
        let mut event: Map<String, Value> = serde_json::from_str(&document).unwrap_or_default();
        if !self.collector.keeps_names() {
            self.put_names_in(&mut event);
            document = Value::Object(event.clone()).to_string();
        }
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(String::from);
        let list = |name: &str| event.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let initiator = |name: &str| event.get("initiatedBy").and_then(|by| by.get(name));
        let named = |who: Option<&Value>| {
            who.and_then(|who| text(who.get("displayName")).or(text(who.get("userPrincipalName"))))
        };
        let is_message = |detail: &&Value| detail.get("key").and_then(Value::as_str) == Some("Licensing Error Message");
        let message = list("additionalDetails").iter().find(is_message).and_then(|detail| text(detail.get("value")));
        let failed = event.get("result").and_then(Value::as_str).is_some_and(|result| result != "success");
        RecordedEvent {
            activity: text(event.get("activityDisplayName")).unwrap_or_default(),
            actor: named(initiator("user")).or_else(|| named(initiator("app"))).unwrap_or_default(),
            targets: list("targetResources").iter().filter_map(|target| text(target.get("displayName"))).collect(),
            failure: message.or_else(|| text(event.get("resultReason"))).filter(|_| failed).unwrap_or_default(),
            document,
        }
    }

    /// The names that the objects have in the tenant.
    fn put_names_in(&self, event: &mut Map<String, Value>) {
        let user = event.get_mut("initiatedBy").and_then(|by| by.get_mut("user"));
        if let Some(Value::Object(user)) = user {
            let somebody =
                || [("id", None), ("displayName", Some("Somebody".to_string())), ("userPrincipalName", None)];
            put(user, self.shown(user).unwrap_or_else(somebody));
        }
        let Some(Value::Array(targets)) = event.get_mut("targetResources") else { return };
        for target in targets.iter_mut().filter_map(Value::as_object_mut) {
            put(
                target,
                self.shown(target).unwrap_or([("id", None), ("displayName", None), ("userPrincipalName", None)]),
            );
        }
    }

    /// The object with the id of `named`, as it is in the tenant.
    fn shown(&self, named: &Map<String, Value>) -> Option<Shown> {
        let id = parse_guid(named.get("id")?.as_str()?)?;
        let facts = &self.collector.facts;
        let derived = |kind, number: u32| Some(guid::derive(self.numbers.seed, kind, number).to_string());
        let text = |number: Option<u32>| self.interned.get_text(number?).map(String::from);
        let (id, name, principal_name) = match *self.numbers.objects.get(&id)? {
            Object::User(user) => {
                let user_facts = self.numbers.users.get(user.index()).and_then(|at| facts.users.get(*at));
                let name = text(self.state.users.names.get(user.index()).copied());
                (derived(GuidKind::User, user.raw()), name, user_facts.map(|facts| facts.principal_name.clone()))
            }
            Object::Group(group) => {
                let name = text(self.state.groups.get(group.index()).map(|group| group.name));
                (derived(GuidKind::Group, group.raw()), name, None)
            }
        };
        Some([("id", id), ("displayName", name), ("userPrincipalName", principal_name)])
    }
}

/// Sets the properties that have a value, and takes the others away.
fn put(object: &mut Map<String, Value>, properties: Shown) {
    for (name, value) in properties {
        match value {
            Some(value) => _ = object.insert(name.to_string(), value.into()),
            None => _ = object.shift_remove(name),
        }
    }
}
