//! A preview or a comparison as text, as Markdown and as comma-separated values: what the screen says.

use licensing_foresight::Line;
use licensing_wording::{Text, Words};

use super::lines::{PersonLine, Wording};
use super::shape::{PreviewView, SeatRow};
use crate::status::Status;
use crate::table::csv::{self, BEGINNING};

/// As text, with the verdict of a comparison.
pub(super) fn text(words: Words, view: &PreviewView, verdict: &[String]) -> String {
    let mut lines = vec![view.title.clone(), view.lead.clone(), String::new()];
    put_together(words, view, verdict, &mut lines, |title| vec![title.to_uppercase()], one_line);
    lines.join("\n")
}

/// As Markdown, with the verdict of a comparison.
pub(super) fn markdown(words: Words, view: &PreviewView, verdict: &[String]) -> String {
    let mut lines = vec![format!("# {}", escaped(&view.title)), String::new(), escaped(&view.lead), String::new()];
    let heading = |title: &str| vec![format!("## {title}"), String::new()];
    put_together(words, view, verdict, &mut lines, heading, escaped);
    lines.join("\n")
}

fn put_together(
    words: Words,
    view: &PreviewView,
    verdict: &[String],
    lines: &mut Vec<String>,
    heading: impl Fn(&str) -> Vec<String>,
    item: impl Fn(&str) -> String,
) {
    let mut part = |title: Text, items: Vec<String>| {
        if items.is_empty() {
            return;
        }
        lines.extend(heading(words.text(title)));
        lines.extend(items.iter().map(|text| format!("- {}", item(text))));
        lines.push(String::new());
    };
    if view.commands.len() > 1 {
        part(Text::DRAFT_CHANGES, view.commands.clone());
    }
    part(Text::COMPARE, verdict.to_vec());
    let figures = view.figures.iter().map(|figure| format!("{} {}", figure.number, figure.words));
    part(Text::SUMMARY, view.nothing.clone().into_iter().chain(figures).chain([view.affected.clone()]).collect());
    let mut people = Vec::new();
    for line in &view.lines {
        let cause = line.cause.as_ref().map(|cause| format!(" ({cause})")).unwrap_or_default();
        people.push(format!("{}{cause}", line.sentence));
        people.extend(line.people.iter().map(|person| format!("  {}", person_words(person))));
        people.extend(line.more.iter().map(|more| format!("  {more}")));
    }
    part(Text::USERS, people);
    part(
        Text::SEATS,
        match view.seats.as_slice() {
            [] => vec![words.text(Text::SEATS_AS_BEFORE).to_string()],
            seats => seats.iter().map(|row| seat_words(words, row)).collect(),
        },
    );
    let named = [(Text::PLANS_GAINED, &view.plans[0]), (Text::PLANS_LOST, &view.plans[1])];
    let plans = named.iter().filter(|(_, plans)| !plans.is_empty());
    let plans = plans.map(|(title, plans)| format!("{}: {plans}", words.text(*title)));
    part(Text::PLANS_AND_MAIL, plans.chain(view.mail.iter().cloned()).collect());
    part(Text::ON_THE_WAY, view.gaps.clone());
    part(Text::NOT_CONSIDERED, view.caveats.clone());
}

fn seat_words(words: Words, row: &SeatRow) -> String {
    let SeatRow { product, before, after, free, .. } = row;
    format!("{}: {before} → {after}. {}: {free}", product.name, words.text(Text::FREE_SEATS))
}

fn person_words(person: &PersonLine) -> String {
    let (gained, lost) = person.plans;
    format!("{}: {} → {} (+{gained} −{lost})", person.person.name, statuses(&person.before), statuses(&person.after))
}

fn statuses(list: &[(String, Status)]) -> String {
    let one = |(tag, status): &(String, Status)| format!("{tag} {}", status.word);
    list.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Names may hold anything, also ends of lines.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// What would be markup stands for itself: names may hold anything.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Every user who differs: who, what becomes of the user, before, after, plans gained and lost, what it comes from.
pub(super) fn csv(wording: &Wording<'_>, lines: &[Line]) -> String {
    let words = wording.words;
    let mut file = String::from(BEGINNING);
    let head =
        [Text::USER, Text::SUMMARY, Text::BEFORE, Text::AFTER, Text::PLANS_GAINED, Text::PLANS_LOST, Text::CAUSE];
    csv::line(&mut file, head.into_iter().map(|title| words.text(title)));
    for line in lines {
        let one = Line { users: Vec::new(), ..line.clone() };
        let cause = wording.cause(line.cause).unwrap_or_default();
        for &(user, way) in &line.users {
            let person = wording.person(user, way);
            let sentence = wording.sentence(&Line { users: vec![(user, way)], ..one.clone() });
            let (gained, lost) = (words.number(person.plans.0), words.number(person.plans.1));
            let (before, after) = (statuses(&person.before), statuses(&person.after));
            let cells = [&person.person.name, &sentence, &before, &after, &gained, &lost, &cause];
            csv::line(&mut file, cells.into_iter().map(String::as_str));
        }
    }
    file
}
