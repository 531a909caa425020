//! From a lesson to its text, as the reader takes it.

use std::collections::BTreeMap;

use licensing_model::{Catalog, Path, PlanId, RuleSet};
use licensing_scenario::json::{Fields, Line, object};
use licensing_scenario::part::{self, Naming};
use licensing_wording::Language;

use crate::condition::{Condition, Primary, Range, Users, Via};
use crate::lesson::{Goal, Lesson, Scope};
use crate::read::VERSION;
use crate::texts::Texts;

/// The lesson as text.
pub fn lesson(lesson: &Lesson, catalog: &Catalog) -> String {
    let (scenario, naming) = part::write(lesson.scenario.clone(), catalog);
    let line = object(|fields| {
        fields
            .with("lesson", |line| line.number(VERSION))
            .text("id", &lesson.id)
            .number("version", lesson.version, 1)
            .text("track", &lesson.track)
            .number("minutes", lesson.minutes, 0)
            .list("sections", &lesson.sections, write_text)
            .list("objectives", &lesson.objectives, write_text)
            .list("rules", &lesson.rules, write_text)
            .with("scenario", |line| line.written(scenario.as_str()))
            .maybe("allow", lesson.allowed.as_ref(), |line, allowed| line.list(allowed, write_text))
            .list("goals", &lesson.goals, |line, goal| write_goal(line, goal, &naming))
            .list("hints", &lesson.hints, |line, hint| {
                line.object(|fields| {
                    fields.text("id", &hint.id).with("when", |line| write_condition(line, &hint.when, &naming));
                });
            })
            .with("solution", |line| naming.write_actions(line, &lesson.reference))
            .list("also", &lesson.others, |line, other| naming.write_actions(line, other))
            .list("wrong", &lesson.wrong, |line, wrong| {
                line.object(|fields| {
                    fields
                        .text("id", &wrong.id)
                        .text("fails", &wrong.fails)
                        .with("actions", |line| naming.write_actions(line, &wrong.actions));
                });
            })
            .maybe("texts", Some(&lesson.texts).filter(|texts| !texts.is_empty()), write_languages);
    });
    line.into_document()
}

fn write_text(line: &mut Line, text: impl AsRef<str>) {
    line.text(text.as_ref());
}

fn write_goal(line: &mut Line, goal: &Goal, naming: &Naming) {
    let when = match goal.scope {
        Scope::End => "",
        Scope::Always => "always",
        Scope::Once => "once",
    };
    line.object(|fields| {
        fields.text("id", &goal.id).with("check", |line| write_condition(line, &goal.check, naming)).text("when", when);
    });
}

fn write_languages(line: &mut Line, texts: &BTreeMap<Language, Texts>) {
    line.object(|fields| {
        for (language, texts) in texts {
            fields.with(language.code(), |line| write_texts(line, texts));
        }
    });
}

/// The words of a lesson.
fn write_texts(line: &mut Line, texts: &Texts) {
    fn write_named(line: &mut Line, texts: &BTreeMap<String, String>) {
        line.object(|fields| {
            for (id, text) in texts {
                fields.with(id, |line| line.text(text));
            }
        });
    }
    let debrief = &texts.debrief;
    line.object(|fields| {
        fields
            .text("title", &texts.title)
            .text("summary", &texts.summary)
            .list("story", &texts.story, write_text)
            .with("goals", |line| write_named(line, &texts.goals))
            .with("hints", |line| write_named(line, &texts.hints))
            .with("debrief", |line| {
                line.object(|fields| {
                    fields
                        .text("happened", &debrief.happened)
                        .text("rule", &debrief.rule)
                        .text("source", &debrief.source)
                        .text("portal_2019", &debrief.portal_2019)
                        .text("portal_today", &debrief.portal_today)
                        .text("graph", &debrief.graph);
                });
            })
            .list("discussion", &texts.discussion, write_text);
    });
}

fn write_condition(line: &mut Line, condition: &Condition, naming: &Naming) {
    line.object(|fields| condition_fields(fields, condition, naming));
}

fn condition_fields(fields: &mut Fields<'_>, condition: &Condition, naming: &Naming) {
    let part = |line: &mut Line, part: &Condition| write_condition(line, part, naming);
    let plan = |line: &mut Line, plan: &PlanId| line.text(&naming.plan_key(*plan));
    match condition {
        Condition::Holds { who, product, via } => {
            fields.text("holds", &naming.product_key(*product));
            who_fields(fields, who, naming);
            via_field(fields, *via, naming);
        }
        Condition::Plan { who, plans } => {
            fields.with("plan", |line| line.list(plans, plan));
            who_fields(fields, who, naming);
        }
        Condition::Clear { who } => {
            fields.with("clear", |line| line.flag(true));
            who_fields(fields, who, naming);
        }
        Condition::Failed { who, error, product, via } => {
            fields.text("error", error.map_or("any", |error| error.name()));
            who_fields(fields, who, naming);
            fields.maybe("product", *product, |line, product| line.text(&naming.product_key(product)));
            via_field(fields, *via, naming);
        }
        Condition::Seats { product, range } => {
            range_fields(fields.text("seats", &naming.product_key(*product)), *range);
        }
        Condition::Units { product, range } => {
            range_fields(fields.text("units", &naming.product_key(*product)), *range);
        }
        Condition::Member { who, group } => {
            who_fields(fields.text("member_of", &naming.group_key(*group)), who, naming);
        }
        Condition::Carries { group, product, on, off } => {
            fields
                .text("carries", &naming.product_key(*product))
                .text("group", &naming.group_key(*group))
                .list("on", on, plan)
                .list("off", off, plan);
        }
        Condition::There { group } => _ = fields.text("there", &naming.group_key(*group)),
        Condition::Located { who, country } => {
            fields.with("located", |line| match country {
                Some(country) => line.text(&country.to_string()),
                None => line.flag(true),
            });
            who_fields(fields, who, naming);
        }
        Condition::Address { who, address, primary } => {
            who_fields(fields.text("address", address), who, naming);
            fields.flag("primary", *primary == Primary::Yes, false);
        }
        Condition::Idle => _ = fields.with("idle", |line| line.flag(true)),
        Condition::Rules(RuleSet::Rules2019) => _ = fields.text("rules", "2019"),
        Condition::Rules(RuleSet::Today) => _ = fields.text("rules", "today"),
        Condition::All(all) => _ = fields.with("all", |line| line.list(all, part)),
        Condition::Any(any) => _ = fields.with("any", |line| line.list(any, part)),
        Condition::Not(not) => _ = fields.with("not", |line| part(line, not)),
    }
}

fn who_fields(fields: &mut Fields<'_>, who: &Users, naming: &Naming) {
    match who {
        Users::Everybody(_) => fields.with("everybody", |line| line.flag(true)),
        Users::Members(group) => fields.text("members", &naming.group_key(*group)),
        Users::These(users) => match users.as_slice() {
            [user] => fields.text("user", &naming.user_key(*user)),
            users => fields.with("users", |line| line.list(users, |line, user| line.text(&naming.user_key(*user)))),
        },
    };
}

fn via_field(fields: &mut Fields<'_>, via: Via, naming: &Naming) {
    match via {
        Via::Any => {}
        Via::Path(Path::Direct) => _ = fields.text("via", "direct"),
        Via::Path(Path::Group(group)) => _ = fields.text("via", &naming.group_key(group)),
    }
}

fn range_fields(fields: &mut Fields<'_>, range: Range) {
    let most = Some(range.most).filter(|most| *most < u32::MAX || range.least == 0);
    fields.number("at_least", range.least, 0).maybe("at_most", most, |line, most| line.number(u64::from(most)));
}
