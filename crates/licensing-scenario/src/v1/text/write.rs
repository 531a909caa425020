//! From version 1 to the text form: the document and the state.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_model::address::ProxyAddress;
use licensing_model::{Catalog, Guid, Property};

use super::keys::Keys;
use super::words::{
    ERRORS, GROUP_KINDS, ID_KINDS, MEMBERSHIPS, Names, PROCESSING, RULES, SAMPLES, by_number, country_word, word,
};
use crate::base64;
use crate::json::{Fields, Value, object};
use crate::v1::document::{
    Address, Base, Contact, Document, Edge, Entry, Group, Mailbox, OwnCatalog, Path, Settings, State, Target, Units,
};

/// What writing needs to know of names.
pub(super) struct Writer {
    pub(super) names: Names,
    pub(super) users: Keys,
    pub(super) groups: Keys,
}

/// The document as one value.
pub(crate) fn to_value(document: &Document, catalog: &Catalog) -> Value {
    let (users, groups) = super::keys_of(document);
    let mut writer = Writer { names: Names::new(catalog), users, groups };
    if let Base::State(state) = &document.base {
        writer.names.add(&state.own);
    }
    let position = (document.position as usize != document.actions.len()).then_some(u64::from(document.position));
    let base = writer.base(&document.base);
    let actions = document.actions.iter().map(|action| writer.action(action)).collect();
    // Other ways may have created others under the same numbers.
    (writer.users, writer.groups) = super::keys_of_base(&document.base);
    let branches = document.branches.iter().map(|branch| {
        object()
            .number("of", branch.of, 0)
            .with("shared", Value::Number(u64::from(branch.shared)))
            .list("actions", branch.actions.iter().map(|action| writer.action(action)).collect())
            .done()
    });
    object()
        .with("scenario", Value::Number(u64::from(document.version())))
        .text("title", &document.title)
        .maybe("lesson", document.lesson.clone().map(Value::Text))
        .with("catalog", Value::Number(u64::from(document.catalog)))
        .with("base", base)
        .list("actions", actions)
        .maybe("position", position.map(Value::Number))
        .list("branches", branches.collect())
        .done()
}

impl Writer {
    fn base(&self, base: &Base) -> Value {
        match base {
            Base::Empty(settings) => object().with("empty", settings_value(settings)).done(),
            Base::Sample { generator, seed, users } => object()
                .text("sample", word(SAMPLES, *generator))
                .maybe("seed", (*seed > 0).then_some(Value::Number(*seed)))
                .number("users", *users, 0)
                .done(),
            Base::State(state) => object().with("state", self.state(state)).done(),
        }
    }

    fn state(&self, state: &State) -> Value {
        let pairs = state.pairs.iter().map(|pair| {
            object()
                .with("a", self.plan(pair.a))
                .with("b", self.plan(pair.b))
                .with("counts", Value::Flag(pair.counts))
                .done()
        });
        let prerequisites = state
            .prerequisites
            .iter()
            .map(|row| object().with("plan", self.plan(row.plan)).with("counts", Value::Flag(row.counts)).done());
        let products = state.subscriptions.iter().map(|subscription| {
            let short = subscription
                .short
                .iter()
                .map(|(user, group)| object().with("user", self.user(*user)).with("group", self.group(*group)).done());
            let fields = object().with("sku", self.product(subscription.product));
            with_units(fields, subscription.units)
                .list("added", self.plans(&subscription.added))
                .list("short", short.collect())
                .done()
        });
        let is_kept = !state.pages.is_empty();
        object()
            .with("settings", settings_value(&state.settings))
            .maybe("own", self.own_catalog(&state.own))
            .number("clock", state.clock, 0)
            .number("accepted", state.accepted, 0)
            .list("pairs", pairs.collect())
            .list("prerequisites", prerequisites.collect())
            .list("products", products.collect())
            .list(
                "groups",
                (0..).zip(&state.groups).map(|(number, group)| self.group_value(state, number, group)).collect(),
            )
            .list("users", self.users(state))
            .list("contacts", state.contacts.iter().map(|contact| contact_value(state, contact)).collect())
            .list("ids", state.ids.iter().map(|id| id_value(id.kind, id.number, Guid(id.id))).collect())
            .maybe("queue", self.queue(state))
            .maybe("tables", is_kept.then(|| self.tables(state)))
            .maybe("audit", audit(state))
            .done()
    }

    /// What the tenant has that the catalog does not; nothing where that is nothing.
    fn own_catalog(&self, own: &OwnCatalog) -> Option<Value> {
        let plans = own.plans.iter().map(|plan| {
            let fields = object().text("id", &Guid(plan.id).to_string()).text("name", &plan.name);
            fields.flag("company_wide", plan.company_wide, false).done()
        });
        let products = own.products.iter().map(|product| {
            let fields = object().text("id", &Guid(product.id).to_string()).text("part_number", &product.part_number);
            fields.list("plans", self.plans(&product.plans)).done()
        });
        let lists = own.lists.iter().map(|(product, plans)| {
            object().with("sku", self.product(*product)).list("plans", self.plans(plans)).done()
        });
        let fields = object().list("plans", plans.collect()).list("products", products.collect());
        (*own != OwnCatalog::default()).then(|| fields.list("lists", lists.collect()).done())
    }

    fn group_value(&self, state: &State, number: u32, group: &Group) -> Value {
        let member = |(user, left): &(u32, bool)| match left {
            false => self.user(*user),
            true => object().with("left", self.user(*user)).done(),
        };
        let template = state.templates.get(group.template as usize).map_or(&[][..], |template| template);
        object()
            .text("name", text_of(state, group.name))
            .text("kind", if group.kind == 0 { "" } else { word(GROUP_KINDS, group.kind) })
            .list("licenses", template.iter().map(|entry| self.entry(state, entry)).collect())
            .text("processing", if group.processing == 0 { "" } else { word(PROCESSING, group.processing) })
            .maybe("deleted", group.deleted_at.map(|at| Value::Number(u64::from(at))))
            .list("members", group.users.iter().map(member).collect())
            .list("leaving", group.left.iter().map(|user| self.user(*user)).collect())
            .list("nested", group.nested.iter().map(|group| self.group(*group)).collect())
            .maybe("rule", group.rule.map(|(rule, _)| Value::Text(text_of(state, rule).to_string())))
            .text("membership", group.rule.map_or("", |(_, decides)| word(MEMBERSHIPS, decides)))
            .maybe("properties", properties_value(state, Target { is_group: true, number, ..Target::default() }))
            .done()
    }

    fn entry(&self, state: &State, entry: &Entry) -> Value {
        object().with("sku", self.product(entry.product)).list("off", self.disabled(state, entry.disabled)).done()
    }

    fn users(&self, state: &State) -> Vec<Value> {
        let mut own_mailboxes = state.users.own_mailboxes.iter();
        let deleted: BTreeMap<usize, u32> =
            state.users.deleted.iter().map(|(user, at)| (*user as usize, *at)).collect();
        let mut user_value = |(user, kind): (usize, &u8)| {
            let mailbox = match kind {
                1 => Some(Value::Text("calculated".to_string())),
                2 => own_mailboxes.next().map(mailbox_value),
                _ => None,
            };
            let deleted = deleted.get(&user).map(|at| Value::Number(u64::from(*at)));
            let properties = properties_value(state, Target { number: user as u32, ..Target::default() });
            self.user_fields(state, user, mailbox).maybe("deleted", deleted).maybe("properties", properties).done()
        };
        state.users.mailboxes.iter().enumerate().map(&mut user_value).collect()
    }

    fn user_fields(&self, state: &State, user: usize, mailbox: Option<Value>) -> Fields {
        let users = &state.users;
        let name = |column: &[u32]| column.get(user).map_or("", |number| text_of(state, *number));
        let end = |user: Option<usize>| user.and_then(|user| users.edge_ends.get(user)).map_or(0, |end| *end as usize);
        let edges = users.edges.get(end(user.checked_sub(1))..end(Some(user))).unwrap_or_default();
        let (left, joined): (Vec<_>, Vec<_>) = edges.iter().partition(|edge| edge.is_left);
        let path = |edge: &&Edge| self.path(state, Some(edge.group), edge.path);
        let direct = users.direct.get(user).filter(|path| **path != Path::default());
        let location = users.locations.get(user).and_then(|location| location.checked_sub(1));
        object()
            .text("name", name(&users.names))
            .text("principal_name", name(&users.principal_names))
            .text("nickname", name(&users.nicknames))
            .maybe("location", location.map(|country| Value::Text(country_word(country))))
            .flag("guest", users.guests.get(user).copied().unwrap_or_default(), false)
            .flag("sign_in", !users.blocked.get(user).copied().unwrap_or_default(), true)
            .maybe("mailbox", mailbox)
            .maybe("direct", direct.map(|path| self.path(state, None, *path)))
            .list("left", left.iter().map(path).collect())
            .list("groups", joined.iter().map(path).collect())
    }

    /// The rows of a path. Where all changed at once, the time stands once.
    fn path(&self, state: &State, group: Option<u32>, path: Path) -> Value {
        let rows = state.outcomes.get(path.outcome as usize).map_or(&[][..], |rows| rows);
        let times = if path.listed { state.times.get(path.time as usize) } else { None };
        let rows = rows.iter().enumerate().map(|(at, row)| {
            let time = times.and_then(|times| times.get(at)).map(|time| Value::Number(u64::from(*time)));
            object()
                .with("sku", self.product(row.product))
                .list("off", self.disabled(state, row.disabled))
                .flag("in_force", row.in_force, true)
                .text("error", if row.error == 0 { "" } else { word(ERRORS, row.error) })
                .maybe("updated", time)
                .done()
        });
        object()
            .maybe("group", group.map(|group| self.group(group)))
            .number("updated", if path.listed { 0 } else { path.time }, 0)
            .list("rows", rows.collect())
            .done()
    }

    fn queue(&self, state: &State) -> Option<Value> {
        let started = state.started.iter().map(|run| {
            let (name, target) = self.target(run.target);
            object()
                .with(name, target)
                .list("users", run.users.iter().map(|user| self.user(*user)).collect())
                .number("taken", run.taken, 0)
                .number("succeeded", run.succeeded, 0)
                .number("failed", run.failed, 0)
                .done()
        });
        let waiting = state.waiting.iter().map(|run| {
            let (name, target) = self.target(*run);
            object().with(name, target).done()
        });
        let moved = state.moved.iter().map(|(group, user, times)| {
            let fields = object().with("group", self.group(*group)).with("user", self.user(*user));
            fields.number("times", *times, 0).done()
        });
        let is_idle = state.started.is_empty() && state.waiting.is_empty() && state.moved.is_empty();
        let queue = object().list("started", started.collect()).list("waiting", waiting.collect());
        let queue = queue.list("moved", moved.collect());
        (!is_idle).then(|| queue.done())
    }

    /// The tables with the numbers that the audit log knows.
    fn tables(&self, state: &State) -> Value {
        let numbers =
            |list: &Vec<u32>| Value::List(list.iter().map(|number| Value::Number(u64::from(*number))).collect());
        let templates = state
            .templates
            .iter()
            .map(|template| Value::List(template.iter().map(|entry| self.entry(state, entry)).collect()));
        let outcomes = (0..state.outcomes.len())
            .map(|number| self.path(state, None, Path { outcome: number as u32, ..Path::default() }));
        object()
            .list("texts", state.texts.iter().cloned().map(Value::Text).collect())
            .list("disabled", state.disabled.iter().map(|plans| Value::List(self.plans(plans))).collect())
            .list("templates", templates.collect())
            .list("outcomes", outcomes.collect())
            .list("times", state.times.iter().map(numbers).collect())
            .done()
    }

    fn disabled(&self, state: &State, number: u32) -> Vec<Value> {
        state.disabled.get(number as usize).map_or_else(Vec::new, |plans| self.plans(plans))
    }

    /// A user by what names it.
    pub(super) fn user(&self, number: u32) -> Value {
        Value::Text(self.users.key(number))
    }

    /// A group by what names it.
    pub(super) fn group(&self, number: u32) -> Value {
        Value::Text(self.groups.key(number))
    }

    /// A user or a group, under the name of its kind.
    pub(super) fn target(&self, target: Target) -> (&'static str, Value) {
        match (target.is_group, target.is_rule) {
            (true, true) => ("rule_of", self.group(target.number)),
            (true, false) => ("group", self.group(target.number)),
            (false, _) => ("user", self.user(target.number)),
        }
    }

    /// A product by what names it.
    pub(super) fn product(&self, number: u32) -> Value {
        Value::Text(self.names.product_key(number))
    }

    /// A plan by what names it.
    pub(super) fn plan(&self, number: u32) -> Value {
        Value::Text(self.names.plan_key(number))
    }

    /// Plans by what names them.
    pub(super) fn plans(&self, numbers: &[u32]) -> Vec<Value> {
        numbers.iter().map(|number| self.plan(*number)).collect()
    }
}

fn settings_value(settings: &Settings) -> Value {
    object()
        .with("seed", Value::Number(settings.seed))
        .text("rules", word(RULES, settings.rules))
        .text("country", &country_word(settings.country))
        .text("initial_domain", &settings.initial_domain)
        .list("domains", settings.domains.iter().cloned().map(Value::Text).collect())
        .number("workers", settings.workers, 1)
        .done()
}

/// Properties that are kept as they were given, each under its name.
fn properties_value(state: &State, of: Target) -> Option<Value> {
    let key = |target: &Target| (target.is_group, target.number);
    let begin = state.properties.partition_point(|(whose, ..)| key(whose) < key(&of));
    let own: Vec<_> = state.properties.iter().skip(begin).take_while(|(whose, ..)| *whose == of).collect();
    let with = |fields: Fields, (_, property, text): &(Target, u32, u32)| match Property::from_number(*property) {
        Some(property) => fields.text(property.name(), text_of(state, *text)),
        None => fields,
    };
    (!own.is_empty()).then(|| own.into_iter().fold(object(), with).done())
}

/// Units under their names.
pub(super) fn with_units(fields: Fields, [enabled, warning, suspended, locked_out]: Units) -> Fields {
    fields.number("enabled", enabled, 0).number("warning", warning, 0).number("suspended", suspended, 0).number(
        "locked_out",
        locked_out,
        0,
    )
}

/// Addresses with their prefixes.
fn addresses_value(addresses: &[Address]) -> Vec<Value> {
    let text = |address: &Address| {
        let mut text = String::from(if address.primary { "SMTP:" } else { "smtp:" });
        text.push_str(&address.address);
        Value::Text(text)
    };
    addresses.iter().map(text).collect()
}

/// The same of the domain's.
pub(super) fn proxy_addresses_value(addresses: &[ProxyAddress]) -> Vec<Value> {
    addresses.iter().map(|address| Value::Text(address.to_string())).collect()
}

fn mailbox_value(mailbox: &Mailbox) -> Value {
    object()
        .maybe("mail", mailbox.mail.clone().map(Value::Text))
        .with("addresses", Value::List(addresses_value(&mailbox.addresses)))
        .done()
}

fn contact_value(state: &State, contact: &Contact) -> Value {
    object()
        .text("name", text_of(state, contact.name))
        .list("addresses", addresses_value(&contact.addresses))
        .flag("deleted", contact.deleted, false)
        .done()
}

fn id_value(kind: u32, number: u32, id: Guid) -> Value {
    object()
        .text("kind", word(ID_KINDS, kind))
        .with("of", Value::Text(by_number(number)))
        .with("id", Value::Text(id.to_string()))
        .done()
}

fn audit(state: &State) -> Option<Value> {
    let recorded = state.recorded.iter().map(|event| {
        object()
            .text("activity", &event.activity)
            .text("actor", &event.actor)
            .list("targets", event.targets.iter().cloned().map(Value::Text).collect())
            .text("failure", &event.failure)
            .text("document", &event.document)
            .done()
    });
    let is_empty = state.pages.is_empty() && state.recorded.is_empty();
    let pages = state.pages.iter().map(|page| Value::Text(base64::encode(page)));
    let audit = object()
        .with("events", Value::Number(u64::from(state.events)))
        .list("pages", pages.collect())
        .list("recorded", recorded.collect());
    (!is_empty).then(|| audit.done())
}

/// The text with this number, as names are numbered; an empty one for what has none of its own.
fn text_of(state: &State, number: u32) -> &str {
    (number as usize).checked_sub(1).and_then(|at| state.texts.get(at)).map_or("", String::as_str)
}
