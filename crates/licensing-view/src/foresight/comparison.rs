//! Two tenants held against each other: the same view as that of a preview.

use licensing_core::Tenant;
use licensing_foresight::Comparison;
use licensing_wording::{Text, Words, capital};

use super::document;
use super::lines::Wording;
use super::preview;
use super::shape::PreviewView;

/// A comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparisonView {
    /// What differs.
    pub view: PreviewView,
    /// Whether everybody gets the same, in a sentence.
    pub same: String,
    /// Where not: why the one user has it so in the one and in the other.
    pub why: Vec<String>,
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
    view.text = document::text(words, &view);
    view.markdown = document::markdown(words, &view);
    let Some(differs) = comparison.differs_for() else {
        return ComparisonView { view, same: words.text(Text::COMPARE_SAME).to_string(), why: Vec::new() };
    };
    let said = |tenant: &Tenant, at: usize| {
        let trace = differs.traces.get(at).and_then(Option::as_ref);
        trace.map(|(_, _, trace)| capital(&words.sentence(tenant, &trace.statement)))
    };
    let first = said(&comparison.before, 0).map(|why| words.compare_first(&why));
    let second = said(&comparison.after, 1).map(|why| words.compare_second(&why));
    ComparisonView {
        view,
        same: words.compare_differs(&comparison.after.user_name(differs.user)),
        why: vec![
            first.unwrap_or_else(|| words.text(Text::COMPARE_NOTHING_FIRST).to_string()),
            second.unwrap_or_else(|| words.text(Text::COMPARE_NOTHING_SECOND).to_string()),
        ],
    }
}
