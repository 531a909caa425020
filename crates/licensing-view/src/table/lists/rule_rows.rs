//! What the lists of the catalog's rows have in common: whether a row counts, how sure it is, and its switch.

use licensing_core::Tenant;
use licensing_model::catalog::Confidence;
use licensing_model::{Command, PlanId};
use licensing_wording::{Text, Words};

use super::super::list::Filter;
use super::super::{Act, BulkKind, Cell, Face, FilterKey, RowAction, Voice};
use super::{filter, send_actions};
use crate::icon::Icon;
use crate::status::{Status, Tone};

/// Whether a row counts in the tenant, and who says so.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Counting {
    /// It does now.
    pub(super) now: bool,
    /// The tenant itself says so, not the rule set.
    pub(super) is_own: bool,
    /// Sources contradict each other on it.
    pub(super) is_disputed: bool,
}

/// The answers, in the order in which the filter offers them.
const ANSWERS: [(&str, Text); 5] = [
    ("counts", Text::COUNTS),
    ("not", Text::COUNTS_NOT),
    ("counts-here", Text::COUNTS_HERE),
    ("not-here", Text::COUNTS_NOT_HERE),
    ("disputed", Text::COUNTS_NOT_DISPUTED),
];

impl Counting {
    /// Its place among the answers.
    pub(super) const fn place(self) -> usize {
        match (self.now, self.is_own) {
            (true, false) => 0,
            (false, false) if self.is_disputed => 4,
            (false, false) => 1,
            (true, true) => 2,
            (false, true) => 3,
        }
    }

    /// The answer as a status.
    pub(super) fn status(self, words: Words) -> Status {
        let word = ANSWERS.get(self.place()).map_or("", |(_, text)| words.text(*text));
        match self.now {
            true => Status::new(Tone::Ok, Icon::Ok, word),
            false => Status::new(Tone::Neutral, Icon::Off, word),
        }
    }
}

/// What a row rests on, one source a line.
pub(super) fn sources(words: Words, source: &str) -> String {
    crate::sources::sources(words, source).join("\n")
}

/// The filter by whether rows count.
pub(super) fn by_counting(words: Words, rows: impl Iterator<Item = Counting>) -> Filter {
    let answers = ANSWERS.map(|(value, text)| (value, words.text(text).to_string()));
    filter(FilterKey::State, words.text(Text::IN_THIS_TENANT), answers, rows.map(|row| Some(row.place())))
}

/// Every degree of sureness, the surest first.
const DEGREES: [Confidence; 4] =
    [Confidence::Documented, Confidence::Community, Confidence::Inferred, Confidence::Unknown];

/// The filter by how sure rows are; a row that nobody but the tenant knows is in none of its choices.
pub(super) fn by_confidence(words: Words, rows: impl Iterator<Item = Option<Confidence>>) -> Filter {
    let degrees = DEGREES.map(|degree| (degree.name(), words.confidence(degree).to_string()));
    let mut filter = filter(
        FilterKey::Confidence,
        words.text(Text::CONFIDENCE),
        degrees,
        rows.map(|confidence| confidence.and_then(confidence_place)),
    );
    filter.is_menu = true;
    filter
}

/// The place of a degree among the choices of [`by_confidence`].
pub(super) fn confidence_place(confidence: Confidence) -> Option<usize> {
    DEGREES.iter().position(|degree| *degree == confidence)
}

/// How sure a row is; nothing where nobody but the tenant knows it.
pub(super) fn confidence(words: Words, confidence: Option<Confidence>) -> Cell {
    confidence.map_or(Cell::Blank, |confidence| Cell::Text(words.confidence(confidence).to_string(), Voice::Dim))
}

/// The buttons of a row called `name`: its details, and the switch where it has one.
pub(super) fn actions(words: Words, name: &str, now: bool, switch: Option<Command>) -> Cell {
    let (word, label) = match now {
        true => (Text::TURN_OFF, words.turn_off_what(name)),
        false => (Text::TURN_ON, words.turn_on_what(name)),
    };
    let details =
        RowAction { label: words.details_of(name), face: Face::Icon(Icon::Right), act: Act::Details, is_quiet: true };
    let face = Face::Word(words.text(word).to_string());
    let switch = switch.map(|command| send_actions(words, label, face, command));
    Cell::Actions(switch.into_iter().flatten().chain([details]).collect())
}

/// What a command for selected rows makes of one that counts so; nothing where it is so already.
pub(super) fn switched(kind: BulkKind, counting: Counting) -> Option<bool> {
    let counts = match kind {
        BulkKind::TurnOn => true,
        BulkKind::TurnOff => false,
        _ => return None,
    };
    (counting.now != counts).then_some(counts)
}

/// Whether a plan is for the whole company: it neither clashes nor needs anything, whatever a row says (R7.1).
pub(super) fn is_company_wide(tenant: &Tenant, plan: PlanId) -> bool {
    tenant.catalog().plan(plan).is_some_and(|info| info.company_wide)
}

/// The details of a row, by label, without those that say nothing.
pub(super) fn details(words: Words, lines: impl IntoIterator<Item = (Text, String)>) -> Vec<(String, String)> {
    let said = lines.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|(label, value)| (words.text(label).to_string(), value)).collect()
}
