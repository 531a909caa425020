//! From version 1 to the text form: a state.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::Property;

use super::texts;
use super::words::{ERRORS, GROUP_KINDS, ID_KINDS, MEMBERSHIPS, PROCESSING, RULES, country_word, word};
use super::writer::{Writer, write_id, write_units};
use super::{ALL, is_short, name_at};
use crate::base64;
use crate::json::{Fields, Line, fields};
use crate::v1::document::{
    Address, Contact, Edge, Entry, Group, Mailbox, OwnCatalog, OwnId, Path, Recorded, Row, Settings, Started, State,
    Subscription, Target,
};

/// Writes a state with the names that `writer` has.
pub(super) fn write_state(writer: &Writer, line: &mut Line, state: &State) {
    let is_short = is_short(state);
    let mut writing = Writing {
        writer,
        state,
        given: Vec::new(),
        users: Vec::new(),
        names: Line::default(),
        group_names: Vec::new(),
        rows: Vec::new(),
    };
    for user in 0..state.users.mailboxes.len() as u32 {
        if is_short {
            writing.names.place(user)
        } else {
            writer.user(&mut writing.names, user)
        }
        writing.users.push(writing.names.as_str().len());
    }
    let group = |group| {
        let mut name = Line::default();
        writer.group(&mut name, group);
        name
    };
    writing.group_names = (0..state.groups.len() as u32).map(group).collect();
    let rows =
        |rows: &Vec<Row>| fields(|fields| _ = fields.list("rows", rows, |line, row| writing.row(line, row, None)));
    writing.rows = state.outcomes.iter().map(rows).collect();
    if is_short {
        writing.given = given(state);
    }
    line.reserve(writing.bytes_of_users());
    line.object(|fields| writing.state(fields));
}

/// A state that is written. What many share is written once and copied.
struct Writing<'w> {
    writer: &'w Writer,
    state: &'w State,
    /// For each group the outcome of all that it carries, where the paths that have it do not tell their rows.
    given: Vec<Option<u32>>,
    /// What names the users, one behind the other, and where each ends.
    names: Line,
    users: Vec<usize>,
    /// What names the groups.
    group_names: Vec<Line>,
    /// The field that says a path's rows, for each outcome.
    rows: Vec<Line>,
}

impl Writing<'_> {
    fn state(&self, fields: &mut Fields<'_>) {
        let state = self.state;
        fields
            .with("settings", |line| write_settings(line, &state.settings))
            .maybe("own", Some(&state.own).filter(|own| **own != OwnCatalog::default()), |line, own| {
                self.own_catalog(line, own);
            })
            .number("clock", state.clock, 0)
            .number("accepted", state.accepted, 0)
            .list("pairs", &state.pairs, |line, pair| {
                line.object(|fields| {
                    fields
                        .with("a", |line| self.writer.plan(line, pair.a))
                        .with("b", |line| self.writer.plan(line, pair.b))
                        .with("counts", |line| line.flag(pair.counts));
                });
            })
            .list("prerequisites", &state.prerequisites, |line, row| {
                line.object(|fields| {
                    fields
                        .with("plan", |line| self.writer.plan(line, row.plan))
                        .with("counts", |line| line.flag(row.counts));
                });
            })
            .list("products", &state.subscriptions, |line, subscription| self.subscription(line, subscription))
            .list("groups", (0..).zip(&state.groups), |line, (number, group)| self.group(line, number, group));
        self.users(fields);
        fields
            .list("contacts", &state.contacts, |line, contact| self.contact(line, contact))
            .list("ids", &state.ids, write_own_id)
            .maybe("queue", self.has_queue().then_some(()), |line, ()| self.queue(line))
            .maybe("tables", (!state.pages.is_empty()).then_some(()), |line, ()| self.tables(line))
            .maybe("audit", self.has_audit().then_some(()), |line, ()| self.audit(line));
    }

    /// About how many bytes the users take.
    fn bytes_of_users(&self) -> usize {
        const OF_USER: usize = 128;
        const OF_PATH: usize = 64;
        let users = &self.state.users;
        let rows = |edge: &Edge| match self.is_whole(edge) {
            true => 0,
            false => self.rows.get(edge.path.outcome as usize).map_or(0, |rows| rows.as_str().len()),
        };
        let paths = users.edges.iter().map(|edge| rows(edge).saturating_add(OF_PATH)).sum::<usize>();
        users.names.len().saturating_mul(OF_USER).saturating_add(paths)
    }

    /// Writes what names a user.
    fn user(&self, line: &mut Line, user: u32) {
        let end = |user: Option<u32>| self.users.get(user? as usize).copied();
        match end(Some(user)) {
            Some(to) => {
                let from = end(user.checked_sub(1)).unwrap_or_default();
                line.written(self.names.as_str().get(from..to).unwrap_or_default());
            }
            None => self.writer.user(line, user),
        }
    }

    /// What the tenant has that the catalog does not.
    fn own_catalog(&self, line: &mut Line, own: &OwnCatalog) {
        line.object(|fields| {
            fields
                .list("plans", &own.plans, |line, plan| {
                    line.object(|fields| {
                        fields.with("id", |line| write_id(line, plan.id)).text("name", &plan.name).flag(
                            "company_wide",
                            plan.company_wide,
                            false,
                        );
                    });
                })
                .list("products", &own.products, |line, product| {
                    line.object(|fields| {
                        fields
                            .with("id", |line| write_id(line, product.id))
                            .text("part_number", &product.part_number)
                            .list("plans", &product.plans, |line, plan| self.writer.plan(line, *plan));
                    });
                })
                .list("lists", &own.lists, |line, (product, plans)| {
                    line.object(|fields| {
                        fields.with("sku", |line| self.writer.product(line, *product)).list(
                            "plans",
                            plans,
                            |line, plan| self.writer.plan(line, *plan),
                        );
                    });
                });
        });
    }

    fn subscription(&self, line: &mut Line, subscription: &Subscription) {
        line.object(|fields| {
            fields.with("sku", |line| self.writer.product(line, subscription.product));
            write_units(fields, subscription.units);
            fields.list("added", &subscription.added, |line, plan| self.writer.plan(line, *plan)).list(
                "short",
                &subscription.short,
                |line, (user, group)| {
                    line.object(|fields| {
                        fields
                            .with("user", |line| self.user(line, *user))
                            .with("group", |line| self.writer.group(line, *group));
                    });
                },
            );
        });
    }

    fn group(&self, line: &mut Line, number: u32, group: &Group) {
        let template = self.state.templates.get(group.template as usize).map_or(&[][..], |template| template);
        line.object(|fields| {
            fields
                .text("name", self.text(group.name))
                .text("kind", if group.kind == 0 { "" } else { word(GROUP_KINDS, group.kind) })
                .list("licenses", template, |line, entry| self.entry(line, entry))
                .text("processing", if group.processing == 0 { "" } else { word(PROCESSING, group.processing) })
                .maybe("deleted", group.deleted_at, |line, at| line.number(u64::from(at)))
                .list("members", &group.users, |line, (user, left)| match left {
                    false => self.user(line, *user),
                    true => line.object(|fields| _ = fields.with("left", |line| self.user(line, *user))),
                })
                .list("leaving", &group.left, |line, user| self.user(line, *user))
                .list("nested", &group.nested, |line, group| self.writer.group(line, *group))
                .maybe("rule", group.rule, |line, (rule, _)| line.text(self.text(rule)))
                .text("membership", group.rule.map_or("", |(_, decides)| word(MEMBERSHIPS, decides)));
            self.properties(fields, Target { is_group: true, number, ..Target::default() });
        });
    }

    fn entry(&self, line: &mut Line, entry: &Entry) {
        line.object(|fields| {
            fields.with("sku", |line| self.writer.product(line, entry.product)).list(
                "off",
                self.disabled(entry.disabled),
                |line, plan| self.writer.plan(line, *plan),
            );
        });
    }

    fn users(&self, fields: &mut Fields<'_>) {
        let users = &self.state.users;
        let mut own_mailboxes = users.own_mailboxes.iter();
        let deleted: BTreeMap<u32, u32> = users.deleted.iter().copied().collect();
        fields.list("users", (0..).zip(&users.mailboxes), |line, (number, kind)| {
            line.object(|fields| {
                self.account(fields, number as usize);
                match kind {
                    1 => _ = fields.text("mailbox", "calculated"),
                    2 => _ = fields.maybe("mailbox", own_mailboxes.next(), write_mailbox),
                    _ => {}
                }
                self.paths(fields, number as usize);
                fields.maybe("deleted", deleted.get(&number), |line, at| line.number(u64::from(*at)));
                self.properties(fields, Target { number, ..Target::default() });
            });
        });
    }

    /// Who a user is.
    fn account(&self, fields: &mut Fields<'_>, user: usize) {
        let users = &self.state.users;
        let name = |column: &[u32]| column.get(user).map_or("", |number| self.text(*number));
        let location = users.locations.get(user).and_then(|location| location.checked_sub(1));
        fields
            .text("name", name(&users.names))
            .text("principal_name", name(&users.principal_names))
            .text("nickname", name(&users.nicknames))
            .maybe("location", location, |line, country| line.text(&country_word(country)))
            .flag("guest", users.guests.get(user).copied().unwrap_or_default(), false)
            .flag("sign_in", !users.blocked.get(user).copied().unwrap_or_default(), true);
    }

    /// What a user has, and by which ways. Where a way gives all that its group carries since `updated` of the user, the
    /// group says it all.
    fn paths(&self, fields: &mut Fields<'_>, user: usize) {
        let users = &self.state.users;
        let end = |user: Option<usize>| user.and_then(|user| users.edge_ends.get(user)).map_or(0, |end| *end as usize);
        let edges = users.edges.get(end(user.checked_sub(1))..end(Some(user))).unwrap_or_default();
        let direct = users.direct.get(user).filter(|path| **path != Path::default());
        let updated = edges.iter().find(|edge| self.is_whole(edge)).map_or(0, |edge| edge.path.time);
        let edge = |line: &mut Line, edge: &Edge| match self.group_names.get(edge.group as usize) {
            Some(name) if edge.path.time == updated && self.is_whole(edge) => line.written(name.as_str()),
            _ => line.object(|fields| self.edge(fields, edge)),
        };
        fields
            .maybe("direct", direct, |line, path| line.object(|fields| self.path(fields, *path)))
            .number("updated", updated, 0)
            .list("left", edges.iter().filter(|edge| edge.is_left), edge)
            .list("groups", edges.iter().filter(|edge| !edge.is_left), edge);
    }

    /// A way by a group.
    fn edge(&self, fields: &mut Fields<'_>, edge: &Edge) {
        match self.group_names.get(edge.group as usize) {
            Some(name) => _ = fields.with("group", |line| line.written(name.as_str())),
            None => _ = fields.with("group", |line| self.writer.group(line, edge.group)),
        }
        if self.is_whole(edge) {
            fields.text("rows", ALL).number("updated", edge.path.time, 0);
        } else {
            self.path(fields, edge.path);
        }
    }

    /// Whether a way has in force all that its group carries, where that is not told.
    fn is_whole(&self, edge: &Edge) -> bool {
        !edge.path.listed && self.given.get(edge.group as usize) == Some(&Some(edge.path.outcome))
    }

    /// The rows of a path. Where all changed at once, the time stands once.
    fn path(&self, fields: &mut Fields<'_>, path: Path) {
        let times = if path.listed { self.state.times.get(path.time as usize) } else { None };
        fields.number("updated", if path.listed { 0 } else { path.time }, 0);
        match (times, self.rows.get(path.outcome as usize)) {
            (Some(times), _) => {
                let rows = self.state.outcomes.get(path.outcome as usize).map_or(&[][..], |rows| rows);
                let each = times.iter().map(Some).chain(core::iter::repeat(None));
                fields.list("rows", rows.iter().zip(each), |line, (row, time)| self.row(line, row, time));
            }
            (None, Some(field)) => _ = fields.written(field),
            (None, None) => {}
        }
    }

    fn row(&self, line: &mut Line, row: &Row, time: Option<&u32>) {
        line.object(|fields| {
            fields
                .with("sku", |line| self.writer.product(line, row.product))
                .list("off", self.disabled(row.disabled), |line, plan| self.writer.plan(line, *plan))
                .flag("in_force", row.in_force, true)
                .text("error", if row.error == 0 { "" } else { word(ERRORS, row.error) })
                .maybe("updated", time, |line, time| line.number(u64::from(*time)));
        });
    }

    /// Properties that are kept as they were given, each under its name.
    fn properties(&self, fields: &mut Fields<'_>, of: Target) {
        let key = |target: &Target| (target.is_group, target.number);
        let begin = self.state.properties.partition_point(|(whose, ..)| key(whose) < key(&of));
        let own = || self.state.properties.iter().skip(begin).take_while(|(whose, ..)| *whose == of);
        fields.maybe("properties", own().next(), |line, _| {
            line.object(|fields| {
                for (_, property, text) in own() {
                    if let Some(property) = Property::from_number(*property) {
                        fields.text(property.name(), self.text(*text));
                    }
                }
            });
        });
    }

    fn contact(&self, line: &mut Line, contact: &Contact) {
        line.object(|fields| {
            fields.text("name", self.text(contact.name)).list("addresses", &contact.addresses, write_address).flag(
                "deleted",
                contact.deleted,
                false,
            );
        });
    }

    fn has_queue(&self) -> bool {
        let State { started, waiting, moved, .. } = self.state;
        !(started.is_empty() && waiting.is_empty() && moved.is_empty())
    }

    fn queue(&self, line: &mut Line) {
        line.object(|fields| {
            fields
                .list("started", &self.state.started, |line, run| self.started(line, run))
                .list("waiting", &self.state.waiting, |line, run| line.object(|fields| self.target(fields, *run)))
                .list("moved", &self.state.moved, |line, (group, user, times)| {
                    line.object(|fields| {
                        fields
                            .with("group", |line| self.writer.group(line, *group))
                            .with("user", |line| self.user(line, *user))
                            .number("times", *times, 0);
                    });
                });
        });
    }

    fn started(&self, line: &mut Line, run: &Started) {
        line.object(|fields| {
            self.target(fields, run.target);
            fields
                .list("users", &run.users, |line, user| self.user(line, *user))
                .number("taken", run.taken, 0)
                .number("succeeded", run.succeeded, 0)
                .number("failed", run.failed, 0);
        });
    }

    /// A user or a group, under the name of its kind.
    fn target(&self, fields: &mut Fields<'_>, target: Target) {
        match (target.is_group, target.is_rule) {
            (true, true) => fields.with("rule_of", |line| self.writer.group(line, target.number)),
            (true, false) => fields.with("group", |line| self.writer.group(line, target.number)),
            (false, _) => fields.with("user", |line| self.user(line, target.number)),
        };
    }

    /// The tables with the numbers that the audit log knows.
    fn tables(&self, line: &mut Line) {
        let state = self.state;
        line.object(|fields| {
            fields
                .list("texts", texts::listed(state), |line, listed| listed.write(line))
                .list("disabled", &state.disabled, |line, plans| {
                    line.list(plans, |line, plan| self.writer.plan(line, *plan));
                })
                .list("templates", &state.templates, |line, template| {
                    line.list(template, |line, entry| self.entry(line, entry));
                })
                .list("outcomes", 0..state.outcomes.len() as u32, |line, outcome| {
                    line.object(|fields| self.path(fields, Path { outcome, ..Path::default() }));
                })
                .list("times", &state.times, |line, times| {
                    line.list(times, |line, time| line.number(u64::from(*time)));
                });
        });
    }

    fn has_audit(&self) -> bool {
        !(self.state.pages.is_empty() && self.state.recorded.is_empty())
    }

    fn audit(&self, line: &mut Line) {
        line.object(|fields| {
            fields
                .with("events", |line| line.number(u64::from(self.state.events)))
                .list("pages", &self.state.pages, |line, page| line.text(&base64::encode(page)))
                .list("recorded", &self.state.recorded, write_recorded);
        });
    }

    fn disabled(&self, number: u32) -> &[u32] {
        self.state.disabled.get(number as usize).map_or(&[], |plans| plans)
    }

    /// The text with this number, as names are numbered; an empty one for what has none of its own.
    fn text(&self, number: u32) -> &str {
        name_at(self.state, number)
    }
}

/// For each group the outcome of all that it carries, in force and without an error, if anybody has it.
fn given(state: &State) -> Vec<Option<u32>> {
    let is_whole = |rows: &&Vec<Row>| !rows.is_empty() && rows.iter().all(|row| row.in_force && row.error == 0);
    let entry = |row: &Row| (row.product, row.disabled);
    let whole = (0..).zip(&state.outcomes).filter(|(_, rows)| is_whole(rows));
    let whole: BTreeMap<Vec<_>, u32> = whole.map(|(at, rows)| (rows.iter().map(entry).collect(), at)).collect();
    let carried = state.groups.iter().map(|group| state.templates.get(group.template as usize));
    let entries = |template: &Vec<Entry>| template.iter().map(|entry| (entry.product, entry.disabled)).collect();
    carried.map(|template| whole.get(&entries(template?) as &Vec<_>).copied()).collect()
}

/// The settings of a tenant.
pub(super) fn write_settings(line: &mut Line, settings: &Settings) {
    line.object(|fields| {
        fields
            .with("seed", |line| line.number(settings.seed))
            .text("rules", word(RULES, settings.rules))
            .text("country", &country_word(settings.country))
            .text("initial_domain", &settings.initial_domain)
            .list("domains", &settings.domains, |line, domain| line.text(domain))
            .number("workers", settings.workers, 1);
    });
}

/// An address with its prefix.
fn write_address(line: &mut Line, address: &Address) {
    let mut text = String::from(if address.primary { "SMTP:" } else { "smtp:" });
    text.push_str(&address.address);
    line.text(&text);
}

fn write_mailbox(line: &mut Line, mailbox: &Mailbox) {
    line.object(|fields| {
        fields
            .maybe("mail", mailbox.mail.as_deref(), Line::text)
            .with("addresses", |line| line.list(&mailbox.addresses, write_address));
    });
}

fn write_own_id(line: &mut Line, id: &OwnId) {
    line.object(|fields| {
        fields
            .text("kind", word(ID_KINDS, id.kind))
            .with("of", |line| line.place(id.number))
            .with("id", |line| write_id(line, id.id));
    });
}

fn write_recorded(line: &mut Line, event: &Recorded) {
    line.object(|fields| {
        fields
            .text("activity", &event.activity)
            .text("actor", &event.actor)
            .list("targets", &event.targets, |line, target| line.text(target))
            .text("failure", &event.failure)
            .text("document", &event.document);
    });
}
