//! From the text form to version 1: the state.

use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::address::ProxyAddress;
use licensing_model::{Guid, Property};

use super::ALL;
use super::intern::{WordedEntry, WordedRow};
use super::read::{Carried, Reader, Result};
use super::texts;
use super::words::{self, ERRORS, GROUP_KINDS, ID_KINDS, MEMBERSHIPS, PROCESSING};
use crate::base64;
use crate::json::{Json, Node, Object};
use crate::v1::document::{
    Address, Contact, Edge, Group, Mailbox, OwnCatalog, OwnId, OwnPlan, OwnProduct, Pair, Path, Prerequisite, Recorded,
    Started, State, Subscription, Target, Units,
};

impl Reader {
    /// What the tenant has that the catalog does not; it is named for all that follows.
    pub(super) fn own_catalog(&mut self, node: Node<'_>) -> Result<OwnCatalog> {
        let parts = node.object(&["plans", "products", "lists"])?;
        let plan = |node: Node<'_>| {
            let plan = node.object(&["id", "name", "company_wide"])?;
            let (id, company_wide) = (guid(plan.need("id")?)?, plan.flag("company_wide", false)?);
            Ok(OwnPlan { id, name: plan.text("name")?, company_wide })
        };
        const PRODUCT: &[&str] = &["id", "part_number", "plans"];
        let product = |node: Node<'_>| {
            let product = node.object(PRODUCT)?;
            let (id, part_number) = (guid(product.need("id")?)?, product.text("part_number")?);
            Ok(OwnProduct { id, part_number, plans: Vec::new() })
        };
        let mut own = OwnCatalog {
            plans: parts.each("plans", plan)?,
            products: parts.each("products", product)?,
            lists: Vec::new(),
        };
        self.names.add(&own);
        let plans: Vec<Vec<u32>> = parts.each("products", |product| self.plans(product.object(PRODUCT)?, "plans"))?;
        own.products.iter_mut().zip(plans).for_each(|(product, plans)| product.plans = plans);
        own.lists = parts.each("lists", |node| {
            let list = node.object(&["sku", "plans"])?;
            Ok((self.names.product(list.need("sku")?)?, self.plans(list, "plans")?))
        })?;
        Ok(own)
    }

    /// The next user.
    pub(super) fn user(&mut self, json: &Json, node: Node<'_>, number: u32, state: &mut State) -> Result<()> {
        let user = node.object(&[
            "name",
            "principal_name",
            "nickname",
            "location",
            "guest",
            "sign_in",
            "mailbox",
            "direct",
            "updated",
            "left",
            "groups",
            "deleted",
            "properties",
        ])?;
        let users = &mut state.users;
        let columns = [&mut users.names, &mut users.principal_names, &mut users.nicknames];
        for ((at, field), column) in texts::of_user(number).zip(columns) {
            column.push(self.interned.called(at, &user.text(field)?));
        }
        let location = user.get("location").map(words::country).transpose()?;
        users.locations.push(location.map_or(0, |country| country.saturating_add(1)));
        users.guests.push(user.flag("guest", false)?);
        users.blocked.push(!user.flag("sign_in", true)?);
        users.mailboxes.push(match user.get("mailbox") {
            None => 0,
            Some(word) if word.is_text() && word.text()? == "calculated" => 1,
            Some(own) => {
                users.own_mailboxes.push(mailbox(own)?);
                2
            }
        });
        let direct = user.get("direct").map(|path| self.path(path.object(&["updated", "rows"])?)).transpose()?;
        users.direct.push(direct.unwrap_or_default());
        let updated = user.number("updated")?;
        for (name, is_left) in [("left", true), ("groups", false)] {
            for edge in user.get(name).map(Node::elements).transpose()?.into_iter().flatten() {
                let (group, path) = self.edge(json, edge, updated)?;
                users.edges.push(Edge { group, is_left, path });
            }
        }
        users.edge_ends.push(users.edges.len() as u32);
        if let Some(at) = user.get("deleted") {
            users.deleted.push((number, at.number()?));
        }
        for (property, value) in properties(user)? {
            self.properties.push((Target { number, ..Target::default() }, property, value));
        }
        Ok(())
    }

    /// A way by a group. One that is the group alone has all that it carries since `updated` of its user.
    fn edge(&mut self, json: &Json, node: Node<'_>, updated: u32) -> Result<(u32, Path)> {
        if node.is_text() {
            let group = self.groups.number("group", node)?;
            return Ok((group, self.whole(json, node, group, updated)?));
        }
        let edge = node.object(&["group", "updated", "rows"])?;
        let group = self.groups.number("group", edge.need("group")?)?;
        let word = edge.get("rows").filter(|rows| rows.is_text() && rows.text().is_ok_and(|word| word == ALL));
        let path = match word {
            Some(word) => self.whole(json, word, group, edge.number("updated")?)?,
            None => self.path(edge)?,
        };
        Ok((group, path))
    }

    /// A path that has all that its group carries, which `node` says.
    fn whole(&mut self, json: &Json, node: Node<'_>, group: u32, time: u32) -> Result<Path> {
        let outcome = self.carried(json, group)?;
        let wrong = || node.error(String::from("the group carries nothing that a user could have from it"));
        Ok(Path { outcome: outcome.ok_or_else(wrong)?, time, listed: false })
    }

    fn path(&mut self, path: Object<'_>) -> Result<Path> {
        let time = path.number("updated")?;
        let mut times: Vec<u32> = Vec::new();
        let rows: Vec<WordedRow> = path.each("rows", |row| {
            let (row, updated) = self.row(row)?;
            times.extend(updated);
            Ok(row)
        })?;
        let listed = !times.is_empty();
        if listed && times.len() != rows.len() {
            return Err(path.node().error(String::from("`updated` is in some rows and not in all")));
        }
        let time = if listed { self.interned.times(times) } else { time };
        Ok(Path { outcome: self.interned.outcome(rows), time, listed })
    }

    /// The outcome of all that a group carries, in force and without an error; none where it carries nothing.
    fn carried(&mut self, json: &Json, group: u32) -> Result<Option<u32>> {
        let place = match self.carried.get(group as usize) {
            Some(Carried::Outcome(outcome)) => return Ok(Some(*outcome)),
            Some(Carried::At(place)) => *place,
            None => return Ok(None),
        };
        let Some(licenses) = json.node(place).and_then(|group| group.field("licenses")) else { return Ok(None) };
        let row = |(product, disabled)| WordedRow { product, disabled, in_force: true, error: 0 };
        let rows = licenses.elements()?.map(|entry| self.entry(entry).map(row)).collect::<Result<Vec<_>>>()?;
        if rows.is_empty() {
            return Ok(None);
        }
        let outcome = self.interned.outcome(rows);
        if let Some(carried) = self.carried.get_mut(group as usize) {
            *carried = Carried::Outcome(outcome);
        }
        Ok(Some(outcome))
    }

    /// A row, and when it changed if that stands in it.
    fn row(&self, node: Node<'_>) -> Result<(WordedRow, Option<u32>)> {
        let row = node.object(&["sku", "off", "in_force", "error", "updated"])?;
        let worded = WordedRow {
            product: self.names.product(row.need("sku")?)?,
            disabled: self.plans(row, "off")?,
            in_force: row.flag("in_force", true)?,
            error: row.get("error").map_or(Ok(0), |error| words::number(ERRORS, error))?,
        };
        Ok((worded, row.get("updated").map(Node::number).transpose()?))
    }

    fn entry(&self, node: Node<'_>) -> Result<WordedEntry> {
        let entry = node.object(&["sku", "off"])?;
        Ok((self.names.product(entry.need("sku")?)?, self.plans(entry, "off")?))
    }

    /// The list of plans under a name.
    pub(super) fn plans(&self, object: Object<'_>, name: &str) -> Result<Vec<u32>> {
        object.each(name, |plan| self.names.plan(plan))
    }

    /// The tables with the numbers that the audit log knows.
    pub(super) fn tables(&mut self, json: &Json, users: &[usize], node: Node<'_>) -> Result<()> {
        let tables = node.object(&["texts", "disabled", "templates", "outcomes", "times"])?;
        self.interned = Default::default();
        if let Some(listed) = tables.get("texts") {
            texts::read(json, users, listed, &mut self.interned)?;
        }
        for plans in tables.get("disabled").map(Node::elements).transpose()?.into_iter().flatten() {
            let plans = plans.elements()?.map(|plan| self.names.plan(plan)).collect::<Result<_>>()?;
            self.interned.keep_disabled(plans);
        }
        for template in tables.get("templates").map(Node::elements).transpose()?.into_iter().flatten() {
            let template = template.elements()?.map(|entry| self.entry(entry)).collect::<Result<_>>()?;
            self.interned.keep_template(template);
        }
        for outcome in tables.get("outcomes").map(Node::elements).transpose()?.into_iter().flatten() {
            let outcome = outcome.object(&["rows"])?;
            let rows = outcome.each("rows", |row| Ok(self.row(row)?.0))?;
            self.interned.keep_outcome(rows);
        }
        for times in tables.get("times").map(Node::elements).transpose()?.into_iter().flatten() {
            let times = times.elements()?.map(Node::number).collect::<Result<_>>()?;
            self.interned.keep_times(times);
        }
        Ok(())
    }

    /// Everything but the users.
    pub(super) fn state(&mut self, value: Object<'_>, state: &mut State) -> Result<()> {
        state.clock = value.number("clock")?;
        state.accepted = value.number("accepted")?;
        state.pairs = value.each("pairs", |pair| self.pair(pair.object(&["a", "b", "counts"])?))?;
        state.prerequisites = value.each("prerequisites", |row| self.prerequisite(row.object(&["plan", "counts"])?))?;
        let mut number = 0_u32;
        state.groups = value.each("groups", |group| {
            number = number.wrapping_add(1);
            self.group(group, number.wrapping_sub(1))
        })?;
        state.contacts = value.each("contacts", |contact| {
            let contact = contact.object(&["name", "addresses", "deleted"])?;
            let name = self.interned.name(&contact.text("name")?);
            let deleted = contact.flag("deleted", false)?;
            Ok(Contact { name, addresses: contact.each("addresses", address)?, deleted })
        })?;
        for (of, property, value) in core::mem::take(&mut self.properties) {
            state.properties.push((of, property, self.interned.name(&value)));
        }
        state.subscriptions = value.each("products", |product| self.subscription(product))?;
        state.ids = value.each("ids", own_id)?;
        if let Some(queue) = value.get("queue") {
            let queue = queue.object(&["started", "waiting", "moved"])?;
            state.started = queue.each("started", |run| self.started(run))?;
            state.waiting = queue.each("waiting", |run| self.target(run.object(&["user", "group", "rule_of"])?))?;
            state.moved = queue.each("moved", |row| {
                let row = row.object(&["group", "user", "times"])?;
                let group = self.groups.number("group", row.need("group")?)?;
                Ok((group, self.users.number("user", row.need("user")?)?, row.number("times")?))
            })?;
        }
        if let Some(audit) = value.get("audit") {
            let audit = audit.object(&["events", "pages", "recorded"])?;
            state.events = audit.number("events")?;
            state.pages = audit.each("pages", |page| match base64::decode(&page.text()?) {
                Some((bytes, true)) => Ok(bytes),
                _ => Err(page.error(String::from("a page of the audit log is damaged"))),
            })?;
            state.recorded = audit.each("recorded", recorded)?;
        }
        core::mem::take(&mut self.interned).finish(state);
        Ok(())
    }

    fn group(&mut self, node: Node<'_>, number: u32) -> Result<Group> {
        let group = node.object(&[
            "name",
            "kind",
            "licenses",
            "processing",
            "deleted",
            "members",
            "leaving",
            "nested",
            "rule",
            "membership",
            "properties",
        ])?;
        for (property, value) in properties(group)? {
            self.properties.push((Target { is_group: true, number, ..Target::default() }, property, value));
        }
        let template = group.each("licenses", |entry| self.entry(entry))?;
        let users = &self.users;
        let member = |member: Node<'_>| match member.is_text() {
            true => Ok((users.number("user", member)?, false)),
            false => Ok((users.number("user", member.object(&["left"])?.need("left")?)?, true)),
        };
        Ok(Group {
            name: self.interned.name(&group.text("name")?),
            kind: group.get("kind").map_or(Ok(0), |kind| words::number(GROUP_KINDS, kind))?,
            template: self.interned.template(template),
            processing: group.get("processing").map_or(Ok(0), |state| words::number(PROCESSING, state))?,
            deleted_at: group.get("deleted").map(Node::number).transpose()?,
            users: group.each("members", member)?,
            left: group.each("leaving", |user| users.number("user", user))?,
            nested: group.each("nested", |group| self.groups.number("group", group))?,
            rule: match group.get("rule") {
                None => None,
                Some(rule) => {
                    let decides = group.get("membership").map_or(Ok(0), |node| words::number(MEMBERSHIPS, node))?;
                    Some((self.interned.name(&rule.text()?), decides))
                }
            },
        })
    }

    fn subscription(&self, node: Node<'_>) -> Result<Subscription> {
        let product = node.object(&["sku", "enabled", "warning", "suspended", "locked_out", "added", "short"])?;
        let short = |row: Node<'_>| {
            let row = row.object(&["user", "group"])?;
            Ok((self.users.number("user", row.need("user")?)?, self.groups.number("group", row.need("group")?)?))
        };
        Ok(Subscription {
            product: self.names.product(product.need("sku")?)?,
            units: units(product)?,
            added: self.plans(product, "added")?,
            short: product.each("short", short)?,
        })
    }

    fn started(&self, node: Node<'_>) -> Result<Started> {
        let run = node.object(&["user", "group", "rule_of", "users", "taken", "succeeded", "failed"])?;
        Ok(Started {
            target: self.target(run)?,
            users: run.each("users", |user| self.users.number("user", user))?,
            taken: run.number("taken")?,
            succeeded: run.number("succeeded")?,
            failed: run.number("failed")?,
        })
    }

    /// A user or a group, under the name of its kind.
    fn target(&self, object: Object<'_>) -> Result<Target> {
        let (group, rule) = (object.get("group"), object.get("rule_of"));
        match rule.or(group) {
            Some(group) => {
                Ok(Target { is_group: true, is_rule: rule.is_some(), number: self.groups.number("group", group)? })
            }
            None => Ok(Target { number: self.users.number("user", object.need("user")?)?, ..Target::default() }),
        }
    }

    /// A pair of plans.
    fn pair(&self, pair: Object<'_>) -> Result<Pair> {
        Ok(Pair {
            a: self.names.plan(pair.need("a")?)?,
            b: self.names.plan(pair.need("b")?)?,
            counts: pair.flag("counts", true)?,
        })
    }

    /// A prerequisite.
    fn prerequisite(&self, row: Object<'_>) -> Result<Prerequisite> {
        Ok(Prerequisite { plan: self.names.plan(row.need("plan")?)?, counts: row.flag("counts", true)? })
    }
}

/// Properties that are kept as they were given, rising, each with its value.
fn properties(object: Object<'_>) -> Result<Vec<(u32, String)>> {
    let Some(node) = object.get("properties") else { return Ok(Vec::new()) };
    let values = node.object(Property::NAMES)?;
    let given = Property::NAMES.iter().zip(0..).filter_map(|(name, number)| Some((number, values.get(name)?)));
    given.map(|(number, value)| Ok((number, value.text()?.into_owned()))).collect()
}

/// Units under their names.
pub(super) fn units(object: Object<'_>) -> Result<Units> {
    Ok([
        object.number("enabled")?,
        object.number("warning")?,
        object.number("suspended")?,
        object.number("locked_out")?,
    ])
}

/// An address with its prefix.
fn address(node: Node<'_>) -> Result<Address> {
    let text = node.text()?;
    Ok(match (text.strip_prefix("SMTP:"), text.strip_prefix("smtp:")) {
        (Some(address), _) => Address { primary: true, address: String::from(address) },
        (None, address) => Address { primary: false, address: String::from(address.unwrap_or(&text)) },
    })
}

/// The same in the domain.
pub(super) fn proxy_address(node: Node<'_>) -> Result<ProxyAddress> {
    let Address { primary, address } = address(node)?;
    Ok(ProxyAddress { primary, address })
}

fn mailbox(node: Node<'_>) -> Result<Mailbox> {
    let mailbox = node.object(&["mail", "addresses"])?;
    Ok(Mailbox {
        mail: mailbox.get("mail").map(|mail| mail.text().map(|text| text.into_owned())).transpose()?,
        addresses: mailbox.each("addresses", address)?,
    })
}

fn own_id(node: Node<'_>) -> Result<OwnId> {
    let id = node.object(&["kind", "of", "id"])?;
    let of = id.need("of")?;
    let malformed = || node.error(String::from("an id of its own has a `kind`, a number such as `#3`, and an `id`"));
    Ok(OwnId {
        kind: words::number(ID_KINDS, id.need("kind")?)?,
        number: words::numbered(&of.text()?).ok_or_else(malformed)?,
        id: guid(id.need("id")?)?,
    })
}

fn guid(node: Node<'_>) -> Result<[u8; 16]> {
    let guid: Option<Guid> = node.text()?.parse().ok();
    guid.map(|guid| guid.0).ok_or_else(|| node.error(String::from("a GUID is expected")))
}

fn recorded(node: Node<'_>) -> Result<Recorded> {
    let event = node.object(&["activity", "actor", "targets", "failure", "document"])?;
    Ok(Recorded {
        activity: event.text("activity")?,
        actor: event.text("actor")?,
        targets: event.each("targets", |target| Ok(target.text()?.into_owned()))?,
        failure: event.text("failure")?,
        document: event.text("document")?,
    })
}
