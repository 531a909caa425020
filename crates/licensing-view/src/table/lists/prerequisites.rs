//! Plans that need one of some others.

use licensing_core::Tenant;
use licensing_model::catalog::{Confidence, Prerequisite};
use licensing_model::{Command, PlanId};
use licensing_wording::{Text, Words};

use super::super::list::{Filter, List};
use super::super::sort::Value;
use super::super::{Below, Bulk, BulkKind, Cell, Column, ColumnKey, Linked, Row, Voice, Width};
use super::rule_rows::{self, Counting};
use super::switches;
use crate::names::PlanChoice;
use crate::read;
use crate::search::Seeker;

/// A prerequisite.
struct Entry {
    plan: PlanChoice,
    /// The plans of which it needs one, by name.
    needs: String,
    confidence: Confidence,
    counting: Counting,
    /// It can be switched.
    has_switch: bool,
}

/// The list.
pub(super) struct Prerequisites {
    words: Words,
    /// One for each row of the catalog.
    entries: Vec<Entry>,
}

impl Prerequisites {
    pub(super) fn of(tenant: &Tenant, words: Words) -> Prerequisites {
        let is_company_wide = |plan: &PlanId| rule_rows::is_company_wide(tenant, *plan);
        let entry = |row: &Prerequisite| Entry {
            plan: read::plan_alone(tenant, row.plan),
            needs: row.any_of.iter().map(|plan| tenant.plan_words(*plan)).collect::<Vec<_>>().join(", "),
            confidence: row.confidence,
            counting: Counting {
                now: tenant.enforces_prerequisite(row.plan),
                is_own: tenant.own_prerequisite(row.plan).is_some(),
                is_disputed: false,
            },
            has_switch: tenant.catalog().plan(row.plan).is_some()
                && !is_company_wide(&row.plan)
                && !row.any_of.iter().all(is_company_wide),
        };
        Prerequisites { words, entries: tenant.catalog().prerequisites.iter().map(entry).collect() }
    }
}

impl List for Prerequisites {
    fn counted(&self, number: usize) -> String {
        self.words.count_prerequisites(number)
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn id(&self, place: usize) -> u32 {
        self.entries.get(place).map_or(u32::MAX, |entry| entry.plan.id.raw())
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Name, text(Text::SERVICE_PLAN), Width::Name).kept(),
            Column::new(ColumnKey::Needs, text(Text::NEEDS_ONE_OF), Width::Wide).unsorted(),
            Column::new(ColumnKey::State, text(Text::IN_THIS_TENANT), Width::Middle),
            Column::new(ColumnKey::Confidence, text(Text::CONFIDENCE), Width::Middle),
            Column::buttons(),
        ]
    }

    fn filters(&self) -> Vec<Filter> {
        vec![
            rule_rows::by_counting(self.words, self.entries.iter().map(|entry| entry.counting)),
            rule_rows::by_confidence(self.words, self.entries.iter().map(|entry| Some(entry.confidence))),
        ]
    }

    fn choice(&self, _tenant: &Tenant, place: usize, at: usize) -> Option<usize> {
        let entry = self.entries.get(place)?;
        if at == 0 { Some(entry.counting.place()) } else { rule_rows::confidence_place(entry.confidence) }
    }

    fn look(&self, _tenant: &Tenant, place: usize, _buffer: &mut String, seeker: &mut Seeker<'_>) {
        if let Some(entry) = self.entries.get(place) {
            seeker.look(&entry.plan.name);
            seeker.look(&entry.plan.technical);
            seeker.look(&entry.needs);
        }
    }

    fn value(&self, _tenant: &Tenant, place: usize, at: usize, _buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        let Some(entry) = self.entries.get(place) else { return };
        take(match at {
            0 => Value::Text(&entry.plan.name),
            2 => Value::Number(entry.counting.place() as u64),
            _ => Value::Number(entry.confidence as u64),
        });
    }

    fn row(&self, _tenant: &Tenant, place: usize) -> Row {
        let Some(entry) = self.entries.get(place) else { return Row::default() };
        let words = self.words;
        let name = words.prerequisite_of_plan(&entry.plan.name);
        let title = Linked { text: entry.plan.name.clone(), route: None };
        let switch = Command::SetPrerequisite { plan: entry.plan.id, counts: !entry.counting.now };
        Row {
            id: self.id(place),
            route: None,
            why: None,
            cells: vec![
                Cell::Title(title, None, Some(Below::Text(entry.needs.clone()))),
                Cell::Text(entry.needs.clone(), Voice::Plain),
                Cell::Status(entry.counting.status(words)),
                rule_rows::confidence(words, Some(entry.confidence)),
                rule_rows::actions(words, &name, entry.counting.now, entry.has_switch.then_some(switch)),
            ],
            name,
        }
    }

    fn details(&self, tenant: &Tenant, place: usize) -> Vec<(String, String)> {
        let row = tenant.catalog().prerequisites.get(place);
        let (Some(entry), Some(row)) = (self.entries.get(place), row) else { return Vec::new() };
        let words = self.words;
        rule_rows::details(
            words,
            [
                (Text::PLAN_TECHNICAL, entry.plan.technical.clone()),
                (Text::NEEDS_ONE_OF, entry.needs.clone()),
                (Text::IN_THIS_TENANT, entry.counting.status(words).word),
                (Text::CONFIDENCE, words.confidence(entry.confidence).to_string()),
                (Text::EVIDENCE, row.evidence.clone()),
                (Text::SOURCE, rule_rows::sources(words, &row.source)),
                (Text::LAST_CHECKED, row.checked.clone()),
            ],
        )
    }

    fn bulk(&self) -> Vec<Bulk> {
        switches(self.words)
    }

    fn bulk_command(&self, kind: BulkKind, id: u32) -> Option<Command> {
        let entry = self.entries.iter().find(|entry| entry.plan.id.raw() == id && entry.has_switch)?;
        let counts = rule_rows::switched(kind, entry.counting)?;
        Some(Command::SetPrerequisite { plan: entry.plan.id, counts })
    }
}
