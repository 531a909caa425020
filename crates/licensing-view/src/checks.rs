//! The five checks in the order of the engine (R4.3): what they said in a step, and what they would say now.

use licensing_core::{Obstacle, Tenant};
use licensing_model::AssignmentError;
use licensing_wording::{Text, Words};

use crate::linked::{Piece, pieces};

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckView {
    /// What is checked.
    pub name: &'static str,
    /// What it says.
    pub verdict: Verdict,
    /// The rule that it is.
    pub rule: &'static str,
    /// Why it fails, a sentence each; none where a step is told of, which says so itself.
    pub reasons: Vec<Vec<Piece>>,
}

/// What a check says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is in the way.
    Passed,
    /// It fails, which decides.
    Failed,
    /// It would fail as well, once the earlier ones pass.
    FailsNext,
    /// An earlier one had decided.
    NotReached,
}

/// The checks, each with the error that it gives and its rule.
const CHECKS: [(Text, AssignmentError, &str); 5] = [
    (Text::CHECK_LOCATION, AssignmentError::ProhibitedInUsageLocationViolation, "R5.2"),
    (Text::CHECK_SEATS, AssignmentError::CountViolation, "R8.2"),
    (Text::CHECK_EXCLUSIVE, AssignmentError::MutuallyExclusiveViolation, "R6.1"),
    (Text::CHECK_DEPENDENCIES, AssignmentError::DependencyViolation, "R7.1"),
    (Text::CHECK_ADDRESSES, AssignmentError::UniquenessViolation, "R9.2"),
];

/// What the checks said in a step that failed by this error, or by none: those behind the one that decided were not made.
pub(crate) fn of_step(words: Words, failed: Option<AssignmentError>) -> Vec<CheckView> {
    let decided = failed.and_then(|error| CHECKS.iter().position(|(_, gives, _)| *gives == error));
    let verdict = |at: usize| match decided {
        Some(decided) if at == decided => Verdict::Failed,
        Some(decided) if at > decided => Verdict::NotReached,
        Some(_) | None => Verdict::Passed,
    };
    let check = |(at, (name, _, rule)): (usize, &(Text, AssignmentError, &'static str))| CheckView {
        name: words.text(*name),
        verdict: verdict(at),
        rule,
        reasons: Vec::new(),
    };
    CHECKS.iter().enumerate().map(check).collect()
}

/// What all checks would say in a step now, where at least one fails.
pub(crate) fn now(tenant: &Tenant, words: Words, obstacles: &[Obstacle]) -> Vec<CheckView> {
    let Some(first) = obstacles.first() else { return Vec::new() };
    let check = |(name, gives, rule): &(Text, AssignmentError, &'static str)| {
        let obstacle = obstacles.iter().find(|obstacle| obstacle.error == *gives);
        let verdict = match obstacle {
            Some(obstacle) if obstacle.error == first.error => Verdict::Failed,
            Some(_) => Verdict::FailsNext,
            None => Verdict::Passed,
        };
        let causes = obstacle.map(|obstacle| obstacle.causes.as_slice()).unwrap_or_default();
        let mut reasons: Vec<Vec<Piece>> = Vec::new();
        for cause in causes {
            let reason = pieces(tenant, words.sentence_parts(tenant, &cause.statement));
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        CheckView {
            name: words.text(*name),
            verdict,
            rule: obstacle.map_or(rule, |obstacle| obstacle.rule.id),
            reasons,
        }
    };
    CHECKS.iter().map(check).collect()
}
