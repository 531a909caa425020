//! The audit log, newest first.

use std::collections::BTreeMap;

use licensing_core::{AuditGlance, AuditRecord, Target, Tenant};
use licensing_model::{AssignmentError, Pace};
use licensing_wording::{Text, Words};

use super::super::list::{Choice, Filter, List};
use super::super::sort::Value;
use super::super::{
    Act, Below, Cell, Column, ColumnKey, Face, FilterKey, Linked, Row, RowAction, Sorting, Voice, Width,
};
use super::filter;
use crate::audit;
use crate::icon::Icon;
use crate::search::Seeker;

/// Events that are searched and filtered, the newest ones. A longer log is scrolled through, not searched: reading
/// millions of events takes longer than somebody waits for a letter to appear.
const SEARCHED: usize = 100_000;
/// Activities that are offered as choices. Microsoft has fewer; a log that was imported may have any number.
const MOST_ACTIVITIES: usize = 200;
/// The first second of the second day (R16): before it the time of day says when something was.
const SECOND_DAY: u32 = 15 * 60 * 60;

/// An event, as far as it is filtered.
#[derive(Clone, Copy)]
struct Entry {
    activity: u32,
    result: u8,
    target: u8,
    error: AssignmentError,
    targets: (Option<Target>, Option<Target>),
}

/// The list.
pub(super) struct Audit {
    words: Words,
    len: usize,
    /// The newest events.
    entries: Vec<Entry>,
    /// Their activities, by name; an entry names one by its position.
    activities: Vec<String>,
    filters: Vec<Filter>,
    /// The log goes over more than one day.
    has_days: bool,
}

const RESULTS: [(&str, Text); 3] = [("success", Text::SUCCESS), ("failure", Text::FAILURE), ("put-off", Text::PUT_OFF)];
/// The concurrency exception among the results.
const PUT_OFF: u8 = 2;
const TARGETS: [(&str, Text); 4] =
    [("user", Text::USER), ("group", Text::GROUP), ("product", Text::PRODUCT), ("other", Text::OTHER_TARGET)];

impl Audit {
    pub(super) async fn of(pace: &Pace, tenant: &Tenant, words: Words) -> Audit {
        let mut numbers = BTreeMap::<&str, u32>::new();
        let mut entries: Vec<Entry> = Vec::with_capacity(tenant.audit_len().min(SEARCHED));
        pace.expect(tenant.audit_len().min(SEARCHED));
        for glance in tenant.audit_glances().take(SEARCHED) {
            entries.push(entry(&mut numbers, glance));
            pace.did(1).await;
        }
        // Numbered by name, so that the choices stand in that order.
        let mut by_name = vec![0; numbers.len()];
        for (new, old) in (0..).zip(numbers.values()) {
            if let Some(place) = by_name.get_mut(*old as usize) {
                *place = new;
            }
        }
        entries.iter_mut().for_each(|entry| {
            entry.activity = by_name.get(entry.activity as usize).copied().unwrap_or_default();
        });
        let activities: Vec<String> = numbers.into_keys().map(str::to_string).collect();
        let texts = |choices: &[(&'static str, Text)]| {
            choices.iter().map(|(value, text)| (*value, words.text(*text).to_string())).collect::<Vec<_>>()
        };
        let mut by_target = filter(
            FilterKey::Target,
            words.text(Text::TARGET),
            texts(&TARGETS),
            entries.iter().map(|entry| Some(usize::from(entry.target))),
        );
        by_target.is_menu = true;
        let by_result = filter(
            FilterKey::Result,
            words.text(Text::RESULT),
            texts(&RESULTS),
            entries.iter().map(|entry| Some(usize::from(entry.result))),
        );
        let filters = vec![by_result, activity_filter(words, &activities, &entries), by_target];
        let has_days = tenant.clock() >= SECOND_DAY;
        Audit { words, len: tenant.audit_len(), entries, activities, filters, has_days }
    }

    /// The event at `place`, counted from the newest.
    fn record(&self, tenant: &Tenant, place: usize) -> Option<AuditRecord> {
        let position = self.len.checked_sub(place)?.checked_sub(1)?;
        tenant.audit_from(position).next()
    }
}

fn entry<'a>(numbers: &mut BTreeMap<&'a str, u32>, glance: AuditGlance<'a>) -> Entry {
    let next = numbers.len() as u32;
    let activity = *numbers.entry(glance.activity).or_insert(next);
    let result = match glance {
        AuditGlance { put_off: true, .. } => PUT_OFF,
        AuditGlance { error: AssignmentError::None, failed: false, .. } => 0,
        _ => 1,
    };
    let target = match glance.targets.0 {
        Some(Target::User(_)) => 0,
        Some(Target::Group(_)) => 1,
        Some(Target::Product(_)) => 2,
        Some(Target::Contact(_) | Target::Tenant) | None => 3,
    };
    Entry { activity, result, target, error: glance.error, targets: glance.targets }
}

fn activity_filter(words: Words, activities: &[String], entries: &[Entry]) -> Filter {
    let mut choices: Vec<Choice> = activities
        .iter()
        .take(MOST_ACTIVITIES)
        .map(|activity| Choice { value: activity.clone(), word: activity.clone(), count: 0 })
        .collect();
    for entry in entries {
        if let Some(choice) = choices.get_mut(entry.activity as usize) {
            choice.count += 1;
        }
    }
    let name = words.text(Text::ACTIVITY).to_string();
    Filter { key: FilterKey::Activity, name, choices, is_menu: true }
}

impl List for Audit {
    fn counted(&self, number: usize) -> String {
        self.words.count_events(number)
    }

    fn len(&self) -> usize {
        self.len
    }

    fn searched(&self) -> usize {
        self.entries.len()
    }

    fn id(&self, place: usize) -> u32 {
        self.len.saturating_sub(place).saturating_sub(1) as u32
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Time, text(Text::TIME), Width::Middle).kept().sorted(Sorting::NewestFirst),
            Column::new(ColumnKey::Activity, text(Text::ACTIVITY), Width::Wide).kept().unsorted(),
            Column::new(ColumnKey::Actor, text(Text::ACTOR), Width::Middle).unsorted(),
            Column::new(ColumnKey::Target, text(Text::TARGET), Width::Wide).unsorted(),
            Column::new(ColumnKey::Result, text(Text::RESULT), Width::Middle).unsorted(),
            Column::buttons(),
        ]
    }

    fn filters(&self) -> Vec<Filter> {
        self.filters.clone()
    }

    fn choice(&self, _tenant: &Tenant, place: usize, at: usize) -> Option<usize> {
        let entry = self.entries.get(place)?;
        Some(match at {
            0 => usize::from(entry.result),
            1 => entry.activity as usize,
            _ => usize::from(entry.target),
        })
    }

    fn look(&self, tenant: &Tenant, place: usize, buffer: &mut String, seeker: &mut Seeker<'_>) {
        let Some(entry) = self.entries.get(place) else { return };
        seeker.look(self.activities.get(entry.activity as usize).map_or("", String::as_str));
        if entry.error != AssignmentError::None {
            seeker.look(entry.error.name());
        }
        if entry.result == PUT_OFF {
            seeker.look(audit::PUT_OFF);
        }
        let (first, second) = entry.targets;
        for target in first.into_iter().chain(second) {
            match target {
                Target::User(user) => seeker.look(tenant.user_name_in(user, buffer)),
                Target::Group(group) => seeker.look(tenant.group_name_in(group, buffer)),
                Target::Product(product) => seeker.look(&tenant.product_name(product)),
                Target::Contact(contact) => seeker.look(&tenant.contact_name(contact)),
                Target::Tenant => seeker.look(self.words.text(Text::THE_TENANT)),
            }
        }
    }

    // Events are sorted by time alone, which is their order.
    fn value(&self, _: &Tenant, _place: usize, _at: usize, _: &mut String, _take: &mut dyn FnMut(Value<'_>)) {}

    fn row(&self, tenant: &Tenant, place: usize) -> Row {
        let words = self.words;
        let Some(record) = self.record(tenant, place) else { return Row::default() };
        let time = if self.has_days { words.moment(record.time) } else { words.time_of_day(record.time) };
        let activity = record.activity.to_string();
        let result = audit::result(words, &record);
        let targets = audit::targets(tenant, words, &record);
        let target = targets.iter().map(|target| target.text.as_str()).collect::<Vec<_>>().join(" → ");
        let label = words.details_of(&format!("{activity}, {target}"));
        let title = Linked { text: activity.clone(), route: None };
        Row {
            id: self.id(place),
            route: None,
            why: None,
            cells: vec![
                Cell::Text(time, Voice::Faint),
                Cell::Title(title, None, Some(Below::Status(result.clone()))),
                Cell::Text(audit::actor(words, &record), Voice::Dim),
                Cell::Links(targets, " → "),
                Cell::Status(result),
                Cell::Actions(vec![RowAction {
                    label,
                    face: Face::Icon(Icon::Right),
                    act: Act::Details,
                    is_quiet: true,
                }]),
            ],
            name: activity,
        }
    }

    fn details(&self, tenant: &Tenant, place: usize) -> Vec<(String, String)> {
        self.record(tenant, place).map(|record| audit::details(tenant, self.words, &record)).unwrap_or_default()
    }
}
