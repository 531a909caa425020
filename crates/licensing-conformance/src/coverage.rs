//! What random worlds have been through: a comparison that never saw an error proves nothing about it.

use std::collections::BTreeMap;
use std::fmt;

use licensing_model::snapshot::{Snapshot, StepSnapshot};
use licensing_model::{AssignmentError, Command, Refusal};

/// Counts by name.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// Commands that were accepted.
    pub accepted: BTreeMap<String, u64>,
    /// Refusals.
    pub refused: BTreeMap<String, u64>,
    /// Rows observed, by state and error.
    pub rows: BTreeMap<String, u64>,
    /// Steps, by what they did.
    pub steps: BTreeMap<String, u64>,
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
    format!("{value:?}").chars().take_while(|c| c.is_alphanumeric()).collect()
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
        let mut count = |name: &str| *self.steps.entry(name.to_string()).or_default() += 1;
        count(if step.changed { "changed" } else { "unchanged" });
        if step.taken.iter().any(|(_, put_off)| *put_off) {
            count("put off");
        }
        if step.taken.len() > 1 {
            count("several users");
        }
    }

    /// Counts the rows of a tenant.
    pub fn observe(&mut self, snapshot: &Snapshot) {
        for row in snapshot.users.values().flat_map(|user| user.rows.values()) {
            *self.rows.entry(format!("{} {}", row.state.name(), row.error.name())).or_default() += 1;
        }
    }

    /// Adds what another run has seen.
    pub fn add(&mut self, other: &Coverage) {
        let maps = [
            (&mut self.accepted, &other.accepted),
            (&mut self.refused, &other.refused),
            (&mut self.rows, &other.rows),
            (&mut self.steps, &other.steps),
        ];
        for (into, from) in maps {
            for (name, count) in from {
                *into.entry(name.clone()).or_default() += count;
            }
        }
    }

    /// The names of what should have been seen and was not.
    pub fn missing(&self) -> Vec<String> {
        let mut missing: Vec<String> = Vec::new();
        missing.extend(REFUSALS.iter().filter(|name| !self.refused.contains_key(**name)).map(ToString::to_string));
        let errors = AssignmentError::ALL.into_iter().filter(|error| *error != AssignmentError::None);
        let mut rows: Vec<String> = errors.map(|error| format!("Error {}", error.name())).collect();
        for row in ["Active None", "Disabled None"] {
            rows.push(row.to_string());
        }
        for error in AssignmentError::ALL {
            // A product that is in force needs no seat.
            if error != AssignmentError::None && error != AssignmentError::CountViolation {
                rows.push(format!("ActiveWithError {}", error.name()));
            }
        }
        for error in [AssignmentError::DependencyViolation, AssignmentError::Other] {
            rows.push(format!("Disabled {}", error.name()));
        }
        missing.extend(rows.into_iter().filter(|name| !self.rows.contains_key(name)));
        let steps = ["changed", "unchanged", "put off", "several users"];
        missing.extend(steps.iter().filter(|name| !self.steps.contains_key(**name)).map(ToString::to_string));
        missing
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let maps =
            [("accepted", &self.accepted), ("refused", &self.refused), ("rows", &self.rows), ("steps", &self.steps)];
        for (title, map) in maps {
            writeln!(f, "{title}:")?;
            for (name, count) in map {
                writeln!(f, "{count:>10}  {name}")?;
            }
        }
        Ok(())
    }
}
