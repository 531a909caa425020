//! Texts of a few hundred kilobytes that are refused at their end: each word is looked at a few times before that, however
//! the text is built. Looks are counted, not time.

use std::fmt::Write;

use licensing_model::Sliced;

use super::catalog;
use crate::error::ScenarioError;
use crate::file::FileReading;
use crate::json::{Parsing, looks};

/// So often a word may be looked at.
const MOST_LOOKS: usize = 40;
/// What every text takes, however short it is.
const ANY_TEXT: usize = 1_000;

const SETTINGS: &str =
    r#"{ "seed": 1, "rules": "2019", "country": "NL", "initial_domain": "a.onmicrosoft.com", "workers": 1 }"#;

/// So many parts of a list, and what is wrong behind them.
fn list(parts: usize, part: impl Fn(usize) -> String, wrong: &str) -> String {
    let mut text = String::from("[");
    for at in 0..parts {
        write!(text, "{}, ", part(at)).unwrap();
    }
    text + wrong + "]"
}

fn of_state(fields: &str) -> String {
    of_story(fields, "")
}

/// A state, and what follows the base.
fn of_story(fields: &str, more: &str) -> String {
    format!(r#"{{ "scenario": 1, "base": {{ "state": {{ "settings": {SETTINGS}, {fields} }} }}{more} }}"#)
}

fn of_actions(fields: &str) -> String {
    format!(r#"{{ "scenario": 1, "base": {{ "empty": {SETTINGS} }}, {fields} }}"#)
}

/// Each way in which a text can be long, with something at its end that makes no sense.
fn texts() -> Vec<(&'static str, String)> {
    let user = |at: usize| format!(r#"{{ "name": "User {at}", "principal_name": "u{at}@a.onmicrosoft.com" }}"#);
    let group = |at: usize| format!(r#"{{ "name": "Group {at}" }}"#);
    let users = list(2_000, user, &user(2_000));
    let member = |at: usize| {
        let groups: Vec<String> =
            (0..20).map(|turn| format!(r#"{{ "group": "Group {}" }}"#, (at + turn) % 200)).collect();
        format!(r#"{{ "name": "User {at}", "groups": [{}] }}"#, groups.join(", "))
    };
    let members: Vec<String> = (0..100).map(|at| format!(r#""User {at}""#)).collect();
    let held = |at: usize| format!(r#"{{ "name": "Group {at}", "members": [{}] }}"#, members.join(", "));
    let create =
        |at: usize| format!(r#"{{ "do": "create-user", "name": "U {at}", "principal_name": "u{at}@a.example" }}"#);
    let join = |at: usize| format!(r##"{{ "do": "add-member", "group": "#0", "member": "User {}" }}"##, at % 2_000);
    let step = |at: usize| format!(r#"{{ "do": "step", "times": {} }}"#, at + 1);
    let way = |_: usize| format!(r#"{{ "of": 0, "shared": 0, "actions": {} }}"#, list(60, step, &step(60)));
    vec![
        ("users", of_state(&format!(r#""users": {}"#, list(4_000, user, r#"{ "nome": "" }"#)))),
        (
            "users with groups",
            of_state(&format!(
                r#""groups": {}, "users": {}"#,
                list(200, group, &group(200)),
                list(600, member, r#"{ "name": "", "groups": [{ "group": "Nowhere" }] }"#)
            )),
        ),
        (
            "groups with members",
            of_state(&format!(
                r#""users": {}, "groups": {}"#,
                users,
                list(200, held, r#"{ "name": "", "members": ["Nobody"] }"#)
            )),
        ),
        (
            "products",
            of_state(&format!(r#""products": {}"#, list(6_000, |_| r#"{ "sku": "ENTERPRISEPACK" }"#.into(), "3"))),
        ),
        (
            "pairs",
            of_state(&format!(
                r#""pairs": {}"#,
                list(6_000, |_| r#"{ "a": "SWAY", "b": "YAMMER_ENTERPRISE", "counts": true }"#.into(), "3")
            )),
        ),
        (
            "contacts",
            of_state(&format!(r#""contacts": {}"#, list(6_000, |at| format!(r#"{{ "name": "Contact {at}" }}"#), "3"))),
        ),
        (
            "actions that create",
            of_actions(&format!(r#""actions": {}"#, list(6_000, create, r#"{ "do": "nothing" }"#))),
        ),
        (
            "actions that name",
            of_story(
                &format!(r#""groups": [{{ "name": "Sales" }}], "users": {users}"#),
                &format!(r#", "actions": {}"#, list(3_000, join, r#"{ "do": "nothing" }"#)),
            ),
        ),
        ("ways", of_actions(&format!(r#""branches": {}"#, list(150, way, "3")))),
        (
            "domains",
            of_state(&format!(r#""users": {}"#, list(1, user, "3"))).replace(
                r#""workers": 1"#,
                &format!(r#""workers": 1, "domains": {}"#, list(20_000, |at| format!(r#""d{at}.example""#), "3")),
            ),
        ),
        (
            "names that mean nothing",
            of_actions(&((0..20_000).map(|at| format!(r#""n{at}": 1, "#)).collect::<String>() + r#""position": 1"#)),
        ),
        ("a list in nothing", of_actions(&format!(r#""position": {}"#, list(40_000, |at| at.to_string(), "3")))),
        ("one long text", of_actions(&format!(r#""title": "{}", "position": true"#, "\\u0041".repeat(50_000)))),
    ]
}

#[test]
fn a_text_is_refused_before_any_word_of_it_was_looked_at_often() {
    let catalog = catalog();
    for (what, text) in texts() {
        let mut parsing = Parsing::new(text.clone());
        let words = parsing.complete().map(|()| parsing.finish().words()).unwrap_or(text.len() / 4);
        looks::take();
        let refused = FileReading::of_text(text.clone(), &catalog).and_then(FileReading::finish);
        let looks = looks::take();
        println!("{what}: {} KB, {words} words, {looks} looks: {:?}", text.len() / 1_000, refused.as_ref().err());
        assert!(matches!(refused, Err(ScenarioError::Text { .. })), "{what}: {refused:?}");
        assert!(text.len() > 100_000, "{what} is short: {}", text.len());
        assert!(looks < words * MOST_LOOKS + ANY_TEXT, "{what}: {words} words were looked at {looks} times");
    }
}
