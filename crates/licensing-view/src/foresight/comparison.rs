//! Two tenants held against each other: the same view as that of a preview.

use licensing_core::{Mailbox, Tenant, Trace};
use licensing_foresight::{Comparison, DiffersIn};
use licensing_model::{Path, PlanId, ProductId};
use licensing_wording::{Text, Words, capital};

use super::document;
use super::lines::Wording;
use super::preview;
use super::shape::PreviewView;
use crate::WhyTarget;
use crate::why::{self, WhyLink};

/// A comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparisonView {
    /// What differs.
    pub view: PreviewView,
    /// Whether everybody gets the same, in a sentence.
    pub same: String,
    /// Where not: what the one user has in the one and in the other, and why.
    pub sides: Vec<Side>,
}

/// What one user has in one of two tenants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// In a sentence.
    pub said: String,
    /// Why, outcome first, facts last.
    pub links: Vec<WhyLink>,
}

/// A comparison as it is shown, under a title.
pub fn comparison(words: Words, comparison: &Comparison, title: String) -> ComparisonView {
    const MOST_PEOPLE: usize = 40;
    let wording = Wording {
        words,
        before: &comparison.before,
        after: &comparison.after,
        diff: &comparison.diff,
        commands: &[],
        most: MOST_PEOPLE,
    };
    let mut view = PreviewView {
        title,
        lead: words.text(Text::COMPARE_LEAD).to_string(),
        commands: Vec::new(),
        figures: preview::figures(words, &comparison.after, &comparison.summary),
        nothing: comparison.diff.is_empty().then(|| words.text(Text::COMPARE_SAME).to_string()),
        affected: preview::affected(words, &comparison.summary),
        lines: comparison.lines.iter().map(|line| wording.line(line)).collect(),
        seats: comparison.diff.seats.iter().map(|row| preview::seat_row(words, &comparison.after, row)).collect(),
        plans: preview::plans(words, &wording),
        mail: preview::mail(words, &wording),
        gaps: Vec::new(),
        caveats: Vec::new(),
        text: String::new(),
        markdown: String::new(),
        csv: document::csv(&wording, &comparison.lines),
    };
    let (same, sides) = verdict(words, comparison);
    let said: Vec<String> = [&same].into_iter().chain(sides.iter().map(|side| &side.said)).cloned().collect();
    view.text = document::text(words, &view, &said);
    view.markdown = document::markdown(words, &view, &said);
    ComparisonView { view, same, sides }
}

/// Whether everybody gets the same; where not, what the one who does not has in either, and why.
fn verdict(words: Words, comparison: &Comparison) -> (String, Vec<Side>) {
    let Some(differs) = comparison.differs_for() else {
        return (words.text(Text::COMPARE_SAME).to_string(), Vec::new());
    };
    let nothing = |text: Text| Side { said: words.text(text).to_string(), links: Vec::new() };
    let in_either = |[first, second]: [Option<(String, Vec<WhyLink>)>; 2]| {
        let first = first.map_or_else(
            || nothing(Text::COMPARE_NOTHING_FIRST),
            |(said, links)| Side { said: words.compare_first(&said), links },
        );
        let second = second.map_or_else(
            || nothing(Text::COMPARE_NOTHING_SECOND),
            |(said, links)| Side { said: words.compare_second(&said), links },
        );
        vec![first, second]
    };
    let sides = match &differs.what {
        DiffersIn::Paths([first, second]) => {
            let side = |tenant: &Tenant, of: &Option<(ProductId, Path, Trace)>| {
                let (product, path, trace) = of.as_ref()?;
                let target = WhyTarget { user: differs.user, product: *product, path: *path };
                let links = why::why(tenant, words, target).map(|why| why.links).unwrap_or_default();
                Some((capital(&words.sentence(tenant, &trace.statement)), links))
            };
            in_either([side(&comparison.before, first), side(&comparison.after, second)])
        }
        DiffersIn::Plans([first, second]) => {
            let said = |plans: &[PlanId], one: fn(Words, &str) -> String| {
                let said = one(words, &preview::plan_list(words, &comparison.after, plans));
                (!plans.is_empty()).then_some(Side { said, links: Vec::new() })
            };
            let first = said(first, |words, plans| words.compare_plans_first(plans));
            let second = said(second, |words, plans| words.compare_plans_second(plans));
            first.into_iter().chain(second).collect()
        }
        DiffersIn::Addresses(mailbox) => {
            let side = |mailbox: &Mailbox| {
                let held: Vec<String> = mailbox.proxy_addresses.iter().map(ToString::to_string).collect();
                (!held.is_empty()).then(|| (words.list(&held), Vec::new()))
            };
            in_either([side(&mailbox.before), side(&mailbox.after)])
        }
    };
    (words.compare_differs(&comparison.after.user_name(differs.user)), sides)
}
