//! What is known of services by country.

use licensing_core::Tenant;
use licensing_model::catalog::{Confidence, LocationRule, LocationScope};
use licensing_wording::{Text, Words};

use super::super::list::{Filter, List};
use super::super::sort::Value;
use super::super::{Below, Cell, Column, ColumnKey, FilterKey, Linked, Row, Voice, Width};
use super::{filter, rule_rows};
use crate::icon::Icon;
use crate::search::Seeker;
use crate::status::{Status, Tone};

/// A row, as far as it is sorted and searched.
struct Entry {
    service: String,
    says: String,
    /// The codes of the countries.
    countries: String,
    confidence: Confidence,
    /// The engine goes by it.
    counts: bool,
}

/// The list.
pub(super) struct Locations {
    words: Words,
    /// One for each row of the catalog.
    entries: Vec<Entry>,
}

/// The answers, in the order in which the filter offers them.
const ANSWERS: [(&str, Text); 2] = [("counts", Text::COUNTS), ("listed", Text::LISTED_ONLY)];

impl Locations {
    pub(super) fn of(tenant: &Tenant, words: Words) -> Locations {
        let entry = |row: &LocationRule| Entry {
            service: match row.scope {
                LocationScope::EveryPlan => words.text(Text::ALL_SERVICES).to_string(),
                LocationScope::Plans(_) | LocationScope::Nothing => row.service.clone(),
            },
            says: row.rule.clone(),
            countries: row.countries.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            confidence: row.confidence,
            counts: row.prohibits && row.scope != LocationScope::Nothing,
        };
        Locations { words, entries: tenant.catalog().locations.iter().map(entry).collect() }
    }

    fn status(&self, entry: &Entry) -> Status {
        match entry.counts {
            true => Status::new(Tone::Ok, Icon::Ok, self.words.text(Text::COUNTS)),
            false => Status::new(Tone::Neutral, Icon::Off, self.words.text(Text::LISTED_ONLY)),
        }
    }
}

impl List for Locations {
    fn counted(&self, number: usize) -> String {
        self.words.count_locations(number)
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn id(&self, place: usize) -> u32 {
        place as u32
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Service, text(Text::SERVICE), Width::Name).kept(),
            Column::new(ColumnKey::Says, text(Text::WHAT_THE_SOURCE_SAYS), Width::Middle),
            Column::new(ColumnKey::Countries, text(Text::COUNTRIES_LISTED), Width::Middle).unsorted(),
            Column::new(ColumnKey::State, text(Text::OUTCOME), Width::Middle),
            Column::new(ColumnKey::Confidence, text(Text::CONFIDENCE), Width::Middle),
            Column::buttons(),
        ]
    }

    fn filters(&self) -> Vec<Filter> {
        let answers = ANSWERS.map(|(value, text)| (value, self.words.text(text).to_string()));
        let rows = self.entries.iter().map(|entry| Some(usize::from(!entry.counts)));
        vec![
            filter(FilterKey::State, self.words.text(Text::OUTCOME), answers, rows),
            rule_rows::by_confidence(self.words, self.entries.iter().map(|entry| Some(entry.confidence))),
        ]
    }

    fn choice(&self, _tenant: &Tenant, place: usize, at: usize) -> Option<usize> {
        let entry = self.entries.get(place)?;
        if at == 0 { Some(usize::from(!entry.counts)) } else { rule_rows::confidence_place(entry.confidence) }
    }

    fn look(&self, _tenant: &Tenant, place: usize, _buffer: &mut String, seeker: &mut Seeker<'_>) {
        if let Some(entry) = self.entries.get(place) {
            seeker.look(&entry.service);
            seeker.look(&entry.says);
            seeker.look(&entry.countries);
        }
    }

    fn value(&self, _tenant: &Tenant, place: usize, at: usize, _buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        let Some(entry) = self.entries.get(place) else { return };
        take(match at {
            0 => Value::Text(&entry.service),
            1 => Value::Text(&entry.says),
            3 => Value::Number(u64::from(!entry.counts)),
            _ => Value::Number(entry.confidence as u64),
        });
    }

    fn row(&self, _tenant: &Tenant, place: usize) -> Row {
        let Some(entry) = self.entries.get(place) else { return Row::default() };
        let words = self.words;
        let title = Linked { text: entry.service.clone(), route: None };
        Row {
            id: self.id(place),
            name: entry.service.clone(),
            route: None,
            why: None,
            cells: vec![
                Cell::Title(title, None, Some(Below::Text(entry.says.clone()))),
                Cell::Text(entry.says.clone(), Voice::Plain),
                Cell::Text(entry.countries.clone(), Voice::Dim),
                Cell::Status(self.status(entry)),
                rule_rows::confidence(words, Some(entry.confidence)),
                rule_rows::actions(words, &entry.service, entry.counts, None),
            ],
        }
    }

    fn details(&self, tenant: &Tenant, place: usize) -> Vec<(String, String)> {
        let row = tenant.catalog().locations.get(place);
        let (Some(entry), Some(row)) = (self.entries.get(place), row) else { return Vec::new() };
        let words = self.words;
        let countries: Vec<String> = row.countries.iter().map(|country| words.country(*country)).collect();
        rule_rows::details(
            words,
            [
                (Text::WHAT_THE_SOURCE_SAYS, entry.says.clone()),
                (Text::COUNTRIES_LISTED, countries.join(", ")),
                (Text::OUTCOME, self.status(entry).word),
                (Text::CONFIDENCE, words.confidence(entry.confidence).to_string()),
                (Text::NOTE, row.note.clone()),
                (Text::SOURCE, rule_rows::sources(words, &row.source)),
                (Text::LAST_CHECKED, row.checked.clone()),
            ],
        )
    }
}
