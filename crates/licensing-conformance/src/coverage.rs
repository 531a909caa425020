//! What random worlds have been through: a comparison that never saw an error proves nothing about it.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use licensing_model::snapshot::{Snapshot, StepSnapshot};
use licensing_model::{AssignmentError, Command, Refusal};

/// Counts by name.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// Commands that were accepted.
    pub accepted: BTreeMap<String, u64>,
    /// Refusals.
    pub refused: BTreeMap<String, u64>,
    /// Rows observed, by state and error, as Graph names them.
    pub rows: BTreeMap<(&'static str, &'static str), u64>,
    /// Steps, by what they did.
    pub steps: BTreeMap<&'static str, u64>,
}

/// Every refusal that a command can meet. Nobody fills a tenant, or a user with groups, in a test.
pub const REFUSALS: [&str; 48] = [
    "UnknownUser",
    "UnknownGroup",
    "UnknownContact",
    "UnknownProduct",
    "UnknownPlan",
    "ProductTwice",
    "NoLicenseChanges",
    "ProductNotInTenant",
    "ProductInBothLists",
    "PlanNotInProduct",
    "GroupNotLicensable",
    "LicenseNotHeld",
    "LicenseInherited",
    "PrerequisiteMissing",
    "PlansExclusive",
    "InvalidUsageLocation",
    "NoAvailableLicenses",
    "AddressTaken",
    "GroupLicensed",
    "NotDeleted",
    "GroupNotRestorable",
    "AlreadyMember",
    "NotMember",
    "MemberOfItself",
    "NoGroupReprocess",
    "ProductNotOffered",
    "PlanInProduct",
    "NoPrerequisiteRow",
    "PairOfOnePlan",
    "MembersByRule",
    "NoRuleForGroup",
    "RuleInvalid",
    "NameEmpty",
    "NameTooLong",
    "ValueTooLong",
    "PrincipalNameInvalid",
    "PrincipalNameTaken",
    "NicknameInvalid",
    "AddressInvalid",
    "TooManyAddresses",
    "DomainInvalid",
    "DomainTaken",
    "UnknownDomain",
    "DomainInitial",
    "DomainInUse",
    "TooManyUnits",
    "WorkersOutOfRange",
    "ClockOutOfRange",
];

/// The first word of what `Debug` writes: the name of a variant.
pub fn variant(value: &impl fmt::Debug) -> String {
    let mut word = Word(String::new());
    // It stops at the end of the word by an error: what is behind it can be long.
    let _ = write!(word, "{value:?}");
    word.0
}

/// The letters and digits of what is written, up to the first other character.
struct Word(String);

impl Write for Word {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = text.find(|c: char| !c.is_alphanumeric());
        self.0.push_str(&text[..end.unwrap_or(text.len())]);
        if end.is_some() { Err(fmt::Error) } else { Ok(()) }
    }
}

impl Coverage {
    /// Counts an answer to a command.
    pub fn answer<T>(&mut self, command: &Command, answer: &Result<T, Refusal>) {
        match answer {
            Ok(_) => *self.accepted.entry(variant(command)).or_default() += 1,
            Err(refusal) => *self.refused.entry(variant(refusal)).or_default() += 1,
        }
    }

    /// Counts a step.
    pub fn step(&mut self, step: &Option<StepSnapshot>) {
        let Some(step) = step else { return };
        let mut count = |name: &'static str| *self.steps.entry(name).or_default() += 1;
        count(if step.changed { "changed" } else { "unchanged" });
        if step.taken.iter().any(|(_, put_off)| *put_off) {
            count("put off");
        }
        if step.taken.len() > 1 {
            count("several users");
        }
    }

    /// Counts steps that were taken at once.
    pub fn steps_at_once(&mut self, steps: u32) {
        if steps > 1 {
            *self.steps.entry("several at once").or_default() += 1;
        }
    }

    /// Counts the rows of a tenant.
    pub fn observe(&mut self, snapshot: &Snapshot) {
        for row in snapshot.users.values().flat_map(|user| user.rows.values()) {
            *self.rows.entry((row.state.name(), row.error.name())).or_default() += 1;
        }
    }

    /// Adds what another run has seen.
    pub fn add(&mut self, other: &Coverage) {
        add(&mut self.accepted, &other.accepted);
        add(&mut self.refused, &other.refused);
        add(&mut self.rows, &other.rows);
        add(&mut self.steps, &other.steps);
    }

    /// The names of what should have been seen and was not.
    pub fn missing(&self) -> Vec<String> {
        let mut missing: Vec<String> = Vec::new();
        missing.extend(REFUSALS.iter().filter(|name| !self.refused.contains_key(**name)).map(ToString::to_string));
        let errors = AssignmentError::ALL.into_iter().filter(|error| *error != AssignmentError::None);
        let mut rows: Vec<_> = errors.map(|error| ("Error", error.name())).collect();
        rows.extend([("Active", "None"), ("Disabled", "None")]);
        for error in AssignmentError::ALL {
            // A product that is in force needs no seat.
            if error != AssignmentError::None && error != AssignmentError::CountViolation {
                rows.push(("ActiveWithError", error.name()));
            }
        }
        for error in [AssignmentError::DependencyViolation, AssignmentError::Other] {
            rows.push(("Disabled", error.name()));
        }
        let unseen = rows.into_iter().filter(|row| !self.rows.contains_key(row));
        missing.extend(unseen.map(|(state, error)| format!("{state} {error}")));
        let steps = ["changed", "unchanged", "put off", "several users", "several at once"];
        missing.extend(steps.iter().filter(|name| !self.steps.contains_key(**name)).map(ToString::to_string));
        missing
    }
}

/// Adds counts to others.
fn add<K: Ord + Clone>(into: &mut BTreeMap<K, u64>, from: &BTreeMap<K, u64>) {
    for (name, count) in from {
        *into.entry(name.clone()).or_default() += count;
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        list(f, "accepted", &self.accepted, |name| name.clone())?;
        list(f, "refused", &self.refused, |name| name.clone())?;
        list(f, "rows", &self.rows, |(state, error)| format!("{state} {error}"))?;
        list(f, "steps", &self.steps, |name| (*name).to_owned())
    }
}

fn list<K>(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    counts: &BTreeMap<K, u64>,
    name: impl Fn(&K) -> String,
) -> fmt::Result {
    writeln!(f, "{title}:")?;
    counts.iter().try_for_each(|(key, count)| writeln!(f, "{count:>10}  {}", name(key)))
}
