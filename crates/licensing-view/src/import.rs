//! What an import says of a real tenant: what was read, what is otherwise than in the files, where the simulator's
//! verdict differs.

use licensing_core::{Change, PathChange, PathValue};
use licensing_import::{Difference, NoteKind, Outcome, Report, Topic, Verdict};
use licensing_model::{AssignmentError, Path};
use licensing_wording::{Text, Words, capital};

use crate::icon::Icon;
use crate::names::{PersonName, ProductName};
use crate::read;
use crate::status::{Headings, Status, Tone};

/// What was read, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// How much was read of what.
    pub counts: Vec<(&'static str, String)>,
    /// Notes by topic; topics without notes are left out.
    pub topics: Vec<TopicView>,
    /// Properties that are passed over, each with how often it was there.
    pub ignored: Vec<(String, String)>,
    /// How many these are, in words.
    pub ignored_title: String,
}

/// Notes of one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicView {
    /// What they have in common.
    pub title: &'static str,
    /// The notes.
    pub notes: Vec<NoteView>,
}

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteView {
    /// What is so.
    pub text: &'static str,
    /// How often.
    pub count: String,
    /// Some cases.
    pub examples: Vec<String>,
}

/// Where the simulator's verdict differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictView {
    /// How many paths differ, in one sentence.
    pub summary: String,
    /// Differences by kind, the most frequent first: before, after, how many.
    pub kinds: Vec<(Status, Status, String)>,
    /// The first differences.
    pub rows: Vec<DifferenceView>,
    /// That there are more than these, where there are.
    pub more: Option<String>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceView {
    /// Whose path.
    pub person: PersonName,
    /// Of which product.
    pub product: ProductName,
    /// By which path.
    pub path: String,
    /// As it stands in the file.
    pub before: Status,
    /// As it is after processing.
    pub after: Status,
    /// The disabled plans differ too, or alone.
    pub plans_differ: bool,
    /// Why.
    pub why: String,
}

/// Examples of a note that are shown.
const EXAMPLES: usize = 5;

/// What was read, and what became of it.
pub fn report(words: Words, report: &Report) -> ReportView {
    let counts = report.counts;
    let bytes = usize::try_from(counts.bytes).unwrap_or(usize::MAX);
    let counts = [
        (Text::REPORT_FILES, counts.files),
        (Text::REPORT_BYTES, bytes),
        (Text::PRODUCTS, counts.products),
        (Text::USERS, counts.users),
        (Text::REPORT_STATES, counts.states),
        (Text::GROUPS, counts.groups),
        (Text::MEMBERS, counts.members),
        (Text::DELETED_USERS, counts.deleted_users),
        (Text::DELETED_GROUPS, counts.deleted_groups),
        (Text::REPORT_CONTACTS, counts.contacts),
        (Text::REPORT_EVENTS, counts.events),
    ];
    let topics = [Topic::Missing, Topic::LeftOut, Topic::Changed, Topic::Inconsistent].map(|topic| TopicView {
        title: words.text(topic.text()),
        notes: report
            .notes
            .iter()
            .filter(|note| note.kind.topic() == topic)
            .map(|note| NoteView {
                text: words.text(NoteKind::text(note.kind)),
                count: words.number(note.count),
                examples: note.examples.iter().take(EXAMPLES).cloned().collect(),
            })
            .collect(),
    });
    let number = |count: u64| words.number(usize::try_from(count).unwrap_or(usize::MAX));
    ReportView {
        counts: counts.into_iter().map(|(text, count)| (words.text(text), words.number(count))).collect(),
        topics: topics.into_iter().filter(|topic| !topic.notes.is_empty()).collect(),
        ignored: report.ignored.iter().map(|(name, count)| (name.clone(), number(*count))).collect(),
        ignored_title: words.report_ignored(report.ignored.len()),
    }
}

/// Where the simulator's verdict differs, with the first `most` differences.
pub fn verdict(words: Words, verdict: &Verdict, most: usize) -> VerdictView {
    let count = verdict.count();
    let judged = &verdict.judged;
    let mut kinds: Vec<_> = verdict.kinds().into_iter().collect();
    kinds.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    let status = |outcome: &Option<Outcome>| outcome_status(words, Headings::of_rules(judged.rules()), *outcome);
    let kinds = kinds.iter().map(|((before, after), count)| (status(before), status(after), words.number(*count)));
    let rows = verdict.differences().take(most).map(|row| difference(words, verdict, row));
    VerdictView {
        summary: match count {
            0 => words.report_agrees(verdict.compared_paths()),
            _ => words.report_differs(count, &words.number(verdict.compared_paths())),
        },
        kinds: kinds.collect(),
        rows: rows.collect(),
        more: (count > most).then(|| words.report_first(most, &words.number(count))),
    }
}

fn difference(words: Words, verdict: &Verdict, difference: Difference<'_>) -> DifferenceView {
    let judged = &verdict.judged;
    let PathChange { product, path, value: Change { before, after } } = difference.path;
    let headings = Headings::of(judged, difference.user);
    let status =
        |row: &Option<PathValue>| outcome_status(words, headings, row.as_ref().map(|row| (row.state, row.error)));
    let disabled = |row: &Option<PathValue>| row.as_ref().map(|row| row.disabled.clone());
    DifferenceView {
        person: read::person(judged, difference.user),
        product: read::product_name(judged, *product),
        path: match path {
            Path::Direct => words.text(Text::ASSIGNED_DIRECTLY).to_string(),
            Path::Group(group) => judged.group_name(*group),
        },
        before: status(before),
        after: status(after),
        plans_differ: before.is_some() && after.is_some() && disabled(before) != disabled(after),
        why: why(words, verdict, difference),
    }
}

/// The state of a path, or that there is none.
fn outcome_status(words: Words, headings: Headings, outcome: Option<Outcome>) -> Status {
    match outcome {
        Some((state, error)) => Status::of_path(words, headings, state, error),
        None => Status::new(Tone::Neutral, Icon::Off, words.text(Text::REPORT_GONE)),
    }
}

/// What the outcome rests on, in a sentence or two; the outcome itself where it rests on nothing.
fn why(words: Words, verdict: &Verdict, difference: Difference<'_>) -> String {
    const MOST: usize = 2;
    let judged = &verdict.judged;
    let Some(trace) = verdict.why(difference) else {
        return words.report_gone_why(&words.by_path(judged, difference.path.path));
    };
    let failed = difference.path.value.after.as_ref().is_some_and(|row| row.error != AssignmentError::None);
    let causes = if failed { trace.causes.as_slice() } else { &[] };
    let shown = if causes.is_empty() { core::slice::from_ref(&trace) } else { causes };
    let sentences: Vec<String> =
        shown.iter().take(MOST).map(|link| capital(&words.sentence(judged, &link.statement))).collect();
    sentences.join(" ")
}
