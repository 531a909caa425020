//! From a lesson to its text, as the reader takes it.

use std::collections::BTreeMap;

use licensing_model::{Catalog, Path, PlanId, RuleSet};
use licensing_scenario::json::{Fields, Value, object};
use licensing_scenario::part::{self, Naming};
use licensing_wording::Language;

use crate::condition::{Condition, Primary, Range, Users, Via};
use crate::lesson::{Lesson, Scope};
use crate::read::VERSION;
use crate::texts::Texts;

/// The lesson as text.
pub fn lesson(lesson: &Lesson, catalog: &Catalog) -> String {
    let (scenario, naming) = part::write(lesson.scenario.clone(), catalog);
    let texts = |texts: &[String]| texts.iter().cloned().map(Value::Text).collect::<Vec<_>>();
    let goals = lesson.goals.iter().map(|goal| {
        let when = match goal.scope {
            Scope::End => "",
            Scope::Always => "always",
            Scope::Once => "once",
        };
        object().text("id", &goal.id).with("check", condition(&goal.check, &naming)).text("when", when).done()
    });
    let hints = lesson
        .hints
        .iter()
        .map(|hint| object().text("id", &hint.id).with("when", condition(&hint.when, &naming)).done());
    let wrong = lesson.wrong.iter().map(|wrong| {
        object()
            .text("id", &wrong.id)
            .text("fails", &wrong.fails)
            .with("actions", Value::List(naming.action_values(&wrong.actions)))
            .done()
    });
    object()
        .with("lesson", Value::Number(VERSION))
        .text("id", &lesson.id)
        .number("version", lesson.version, 1)
        .text("track", &lesson.track)
        .number("minutes", lesson.minutes, 0)
        .list("sections", texts(&lesson.sections))
        .list("objectives", texts(&lesson.objectives))
        .list("rules", texts(&lesson.rules))
        .with("scenario", scenario)
        .maybe("allow", lesson.allowed.as_deref().map(|allowed| Value::List(texts(allowed))))
        .list("goals", goals.collect())
        .list("hints", hints.collect())
        .with("solution", Value::List(naming.action_values(&lesson.reference)))
        .list("also", lesson.others.iter().map(|other| Value::List(naming.action_values(other))).collect())
        .list("wrong", wrong.collect())
        .maybe("texts", (!lesson.texts.is_empty()).then(|| by_language(&lesson.texts)))
        .done()
        .to_document()
}

fn by_language(texts: &BTreeMap<Language, Texts>) -> Value {
    let fields =
        texts.iter().fold(object(), |fields, (language, texts)| fields.with(language.code(), texts_value(texts)));
    fields.done()
}

/// The words of a lesson.
fn texts_value(texts: &Texts) -> Value {
    let list = |texts: &[String]| texts.iter().cloned().map(Value::Text).collect::<Vec<_>>();
    let named = |texts: &BTreeMap<String, String>| {
        let fields =
            texts.iter().fold(object(), |fields, (id, text)| fields.with(id.clone(), Value::Text(text.clone())));
        fields.done()
    };
    let debrief = &texts.debrief;
    let debrief = object()
        .text("happened", &debrief.happened)
        .text("rule", &debrief.rule)
        .text("source", &debrief.source)
        .text("portal_2019", &debrief.portal_2019)
        .text("portal_today", &debrief.portal_today)
        .text("graph", &debrief.graph);
    object()
        .text("title", &texts.title)
        .text("summary", &texts.summary)
        .list("story", list(&texts.story))
        .with("goals", named(&texts.goals))
        .with("hints", named(&texts.hints))
        .with("debrief", debrief.done())
        .list("discussion", list(&texts.discussion))
        .done()
}

fn condition(condition: &Condition, naming: &Naming) -> Value {
    let parts = |parts: &[Condition]| Value::List(parts.iter().map(|part| self::condition(part, naming)).collect());
    let flag = || Value::Flag(true);
    match condition {
        Condition::Holds { who, product, via } => {
            with_via(with_who(object().with("holds", naming.product_value(*product)), who, naming), *via, naming)
        }
        Condition::Plan { who, plans } => with_who(object().with("plan", plan_list(plans, naming)), who, naming),
        Condition::Clear { who } => with_who(object().with("clear", flag()), who, naming),
        Condition::Failed { who, error, product, via } => {
            let error = error.map_or("any", |error| error.name());
            let fields = with_who(object().text("error", error), who, naming);
            with_via(fields.maybe("product", product.map(|product| naming.product_value(product))), *via, naming)
        }
        Condition::Seats { product, range } => {
            with_range(object().with("seats", naming.product_value(*product)), *range)
        }
        Condition::Units { product, range } => {
            with_range(object().with("units", naming.product_value(*product)), *range)
        }
        Condition::Member { who, group } => {
            with_who(object().with("member_of", naming.group_value(*group)), who, naming)
        }
        Condition::Carries { group, product, on, off } => {
            let plans = |plans: &[PlanId]| plans.iter().map(|plan| naming.plan_value(*plan)).collect::<Vec<_>>();
            object()
                .with("carries", naming.product_value(*product))
                .with("group", naming.group_value(*group))
                .list("on", plans(on))
                .list("off", plans(off))
        }
        Condition::There { group } => object().with("there", naming.group_value(*group)),
        Condition::Located { who, country } => {
            let located = country.map_or(flag(), |country| Value::Text(country.to_string()));
            with_who(object().with("located", located), who, naming)
        }
        Condition::Address { who, address, primary } => {
            with_who(object().text("address", address), who, naming).flag("primary", *primary == Primary::Yes, false)
        }
        Condition::Idle => object().with("idle", flag()),
        Condition::Rules(rules) => object().text(
            "rules",
            match rules {
                RuleSet::Rules2019 => "2019",
                RuleSet::Today => "today",
            },
        ),
        Condition::All(all) => object().with("all", parts(all)),
        Condition::Any(any) => object().with("any", parts(any)),
        Condition::Not(part) => object().with("not", self::condition(part, naming)),
    }
    .done()
}

fn plan_list(plans: &[PlanId], naming: &Naming) -> Value {
    Value::List(plans.iter().map(|plan| naming.plan_value(*plan)).collect())
}

fn with_who(fields: Fields, who: &Users, naming: &Naming) -> Fields {
    match who {
        Users::Everybody(_) => fields.with("everybody", Value::Flag(true)),
        Users::Members(group) => fields.with("members", naming.group_value(*group)),
        Users::These(users) => match users.as_slice() {
            [user] => fields.with("user", naming.user_value(*user)),
            users => fields.with("users", Value::List(users.iter().map(|user| naming.user_value(*user)).collect())),
        },
    }
}

fn with_via(fields: Fields, via: Via, naming: &Naming) -> Fields {
    match via {
        Via::Any => fields,
        Via::Path(Path::Direct) => fields.text("via", "direct"),
        Via::Path(Path::Group(group)) => fields.with("via", naming.group_value(group)),
    }
}

fn with_range(fields: Fields, range: Range) -> Fields {
    fields
        .maybe("at_least", (range.least > 0).then_some(Value::Number(u64::from(range.least))))
        .maybe("at_most", (range.most < u32::MAX || range.least == 0).then_some(Value::Number(u64::from(range.most))))
}
