//! Plans that exclude each other: those of the catalog, then the tenant's own.

use std::collections::BTreeSet;

use licensing_core::Tenant;
use licensing_model::catalog::{Confidence, ExclusivePair};
use licensing_model::{Command, PlanId};
use licensing_wording::{Text, Words};

use super::super::list::{Choice, Filter, List};
use super::super::sort::Value;
use super::super::{Below, Bulk, BulkKind, Cell, Column, ColumnKey, FilterKey, Linked, Row, Voice, Width};
use super::rule_rows::{self, Counting};
use super::switches;
use crate::names::PlanChoice;
use crate::read;
use crate::search::Seeker;

/// A pair.
struct Pair {
    a: PlanChoice,
    b: PlanChoice,
    /// Where it stands in the catalog, if it does.
    row: Option<usize>,
    /// The service, by its place among those of the list.
    service: Option<usize>,
    confidence: Option<Confidence>,
    counting: Counting,
    /// It can be switched.
    has_switch: bool,
}

/// The list.
pub(super) struct Pairs {
    words: Words,
    pairs: Vec<Pair>,
    /// The services, by name.
    services: Vec<String>,
}

impl Pairs {
    pub(super) fn of(tenant: &Tenant, words: Words) -> Pairs {
        let rows = &tenant.catalog().pairs;
        let services: BTreeSet<&str> = rows.iter().map(|row| row.family.as_str()).collect();
        let services: Vec<String> = services.into_iter().map(str::to_string).collect();
        let pair = |a: PlanId, b: PlanId, listed: Option<(usize, &ExclusivePair)>| Pair {
            a: read::plan_alone(tenant, a),
            b: read::plan_alone(tenant, b),
            row: listed.map(|(at, _)| at),
            service: listed.and_then(|(_, row)| services.binary_search(&row.family).ok()),
            confidence: listed.map(|(_, row)| row.confidence),
            counting: Counting {
                now: tenant.excludes(a, b),
                is_own: tenant.own_pair(a, b).is_some(),
                is_disputed: listed.is_some_and(|(_, row)| row.is_disputed()),
            },
            has_switch: [a, b]
                .into_iter()
                .all(|plan| tenant.catalog().plan(plan).is_some() && !rule_rows::is_company_wide(tenant, plan)),
        };
        let mut pairs: Vec<Pair> =
            rows.iter().enumerate().map(|(at, row)| pair(row.a, row.b, Some((at, row)))).collect();
        let is_listed = |a, b| rows.iter().any(|row| (row.a, row.b) == (a, b) || (row.b, row.a) == (a, b));
        let own = tenant.own_pairs().filter(|(a, b)| !is_listed(*a, *b));
        pairs.extend(own.map(|(a, b)| pair(a, b, None)));
        Pairs { words, pairs, services }
    }

    fn service(&self, pair: &Pair) -> &str {
        pair.service.and_then(|place| self.services.get(place)).map_or("", String::as_str)
    }

    fn name(&self, pair: &Pair) -> String {
        self.words.pair_of_plans(&pair.a.name, &pair.b.name)
    }
}

impl List for Pairs {
    fn counted(&self, number: usize) -> String {
        self.words.count_pairs(number)
    }

    fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Both positions in one number, so that it stays when other pairs come.
    fn id(&self, place: usize) -> u32 {
        self.pairs.get(place).map_or(u32::MAX, |pair| (pair.a.id.raw() << 16) | (pair.b.id.raw() & 0xffff))
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Name, text(Text::SERVICE_PLAN), Width::Name).kept(),
            Column::new(ColumnKey::Excludes, text(Text::EXCLUDES_PLANS), Width::Middle),
            Column::new(ColumnKey::Service, text(Text::SERVICE), Width::Middle),
            Column::new(ColumnKey::State, text(Text::IN_THIS_TENANT), Width::Middle),
            Column::new(ColumnKey::Confidence, text(Text::CONFIDENCE), Width::Middle),
            Column::buttons(),
        ]
    }

    fn filters(&self) -> Vec<Filter> {
        let mut choices: Vec<Choice> = self
            .services
            .iter()
            .map(|service| Choice { value: service.clone(), word: service.clone(), count: 0 })
            .collect();
        for place in self.pairs.iter().filter_map(|pair| pair.service) {
            if let Some(choice) = choices.get_mut(place) {
                choice.count += 1;
            }
        }
        let name = self.words.text(Text::SERVICE).to_string();
        vec![
            rule_rows::by_counting(self.words, self.pairs.iter().map(|pair| pair.counting)),
            Filter { key: FilterKey::Service, name, choices, is_menu: true },
            rule_rows::by_confidence(self.words, self.pairs.iter().map(|pair| pair.confidence)),
        ]
    }

    fn choice(&self, _tenant: &Tenant, place: usize, at: usize) -> Option<usize> {
        let pair = self.pairs.get(place)?;
        match at {
            0 => Some(pair.counting.place()),
            1 => pair.service,
            _ => rule_rows::confidence_place(pair.confidence?),
        }
    }

    fn look(&self, _tenant: &Tenant, place: usize, _buffer: &mut String, seeker: &mut Seeker<'_>) {
        let Some(pair) = self.pairs.get(place) else { return };
        for text in [&pair.a.name, &pair.a.technical, &pair.b.name, &pair.b.technical] {
            seeker.look(text);
        }
        seeker.look(self.service(pair));
    }

    fn value(&self, _tenant: &Tenant, place: usize, at: usize, _buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        let Some(pair) = self.pairs.get(place) else { return };
        take(match at {
            0 => Value::Text(&pair.a.name),
            1 => Value::Text(&pair.b.name),
            2 => Value::Text(self.service(pair)),
            3 => Value::Number(pair.counting.place() as u64),
            _ => Value::Number(pair.confidence.map_or(u64::MAX, |confidence| confidence as u64)),
        });
    }

    fn row(&self, _tenant: &Tenant, place: usize) -> Row {
        let Some(pair) = self.pairs.get(place) else { return Row::default() };
        let words = self.words;
        let name = self.name(pair);
        let title = Linked { text: pair.a.name.clone(), route: None };
        let counts = !pair.counting.now;
        let switch = Command::SetExclusivePair { a: pair.a.id, b: pair.b.id, counts };
        Row {
            id: self.id(place),
            route: None,
            why: None,
            cells: vec![
                Cell::Title(title, None, Some(Below::Text(pair.b.name.clone()))),
                Cell::Text(pair.b.name.clone(), Voice::Plain),
                Cell::Text(self.service(pair).to_string(), Voice::Dim),
                Cell::Status(pair.counting.status(words)),
                rule_rows::confidence(words, pair.confidence),
                rule_rows::actions(words, &name, pair.counting.now, pair.has_switch.then_some(switch)),
            ],
            name,
        }
    }

    fn details(&self, tenant: &Tenant, place: usize) -> Vec<(String, String)> {
        let Some(pair) = self.pairs.get(place) else { return Vec::new() };
        let words = self.words;
        let row = pair.row.and_then(|at| tenant.catalog().pairs.get(at));
        let said = |get: fn(&ExclusivePair) -> &String| row.map(|row| get(row).clone()).unwrap_or_default();
        let source = row.map_or_else(
            || words.text(Text::OWN_PAIR_SOURCE).to_string(),
            |row| rule_rows::sources(words, &row.source),
        );
        rule_rows::details(
            words,
            [
                (Text::PLAN_TECHNICAL, format!("{} · {}", pair.a.technical, pair.b.technical)),
                (Text::SERVICE, self.service(pair).to_string()),
                (Text::IN_THIS_TENANT, pair.counting.status(words).word),
                (Text::CONFIDENCE, pair.confidence.map(|sure| words.confidence(sure).to_string()).unwrap_or_default()),
                (Text::EVIDENCE, said(|row| &row.evidence)),
                (Text::SOURCE, source),
                (Text::STATUS_TODAY, said(|row| &row.status_today)),
                (Text::LAST_CHECKED, said(|row| &row.checked)),
            ],
        )
    }

    fn bulk(&self) -> Vec<Bulk> {
        switches(self.words)
    }

    fn bulk_command(&self, kind: BulkKind, id: u32) -> Option<Command> {
        let place = (0..self.len()).find(|place| self.id(*place) == id)?;
        let pair = self.pairs.get(place).filter(|pair| pair.has_switch)?;
        Some(Command::SetExclusivePair {
            a: pair.a.id,
            b: pair.b.id,
            counts: rule_rows::switched(kind, pair.counting)?,
        })
    }
}
