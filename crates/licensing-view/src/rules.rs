//! The rules: each in one sentence, and what differs between the rule sets.

use licensing_core::rules::registry;
use licensing_core::rules::switches::{DIFFERENCES, Difference, Leftovers, switches};
use licensing_core::{Rule, Tenant};
use licensing_model::catalog::Confidence;
use licensing_model::command::GroupKind;
use licensing_model::{AssignmentError, Catalog, RuleSet};
use licensing_wording::{PortalTask, Text, Words};

use crate::group::kind_name;
use crate::status::Headings;

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleRow {
    /// Such as `R6.1`.
    pub id: &'static str,
    /// What it says.
    pub text: &'static str,
    /// Where it can be read.
    pub source: String,
    /// How sure it is.
    pub confidence: &'static str,
}

/// Every rule, in order.
pub fn rules(words: Words) -> Vec<RuleRow> {
    let row = |rule: &&'static Rule| RuleRow {
        id: rule.id,
        text: words.rule(rule),
        source: words.source(&rule.source),
        confidence: words.confidence(rule.confidence),
    };
    registry::ALL.iter().map(row).collect()
}

/// How many rules there are, and how many are how sure.
pub fn figures(words: Words) -> String {
    let sure = |confidence| registry::ALL.iter().filter(|rule| rule.confidence == confidence).count();
    words.rules_by_confidence(
        registry::ALL.len(),
        sure(Confidence::Documented),
        sure(Confidence::Community),
        sure(Confidence::Inferred),
    )
}

/// Something that the rule sets answer differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceRow {
    /// What.
    pub what: &'static str,
    /// Under the rules of 2019.
    pub in_2019: String,
    /// Under today's rules.
    pub today: String,
    /// How sure that is.
    pub confidence: &'static str,
}

/// What differs between the rule sets. The figures count what the loaded part of the catalog holds.
pub fn differences(tenant: &Tenant, words: Words) -> Vec<DifferenceRow> {
    let row = |(difference, confidence): (Difference, Confidence)| DifferenceRow {
        what: words.text(what(difference)),
        in_2019: answer(tenant.catalog(), words, difference, RuleSet::Rules2019),
        today: answer(tenant.catalog(), words, difference, RuleSet::Today),
        confidence: words.confidence(confidence),
    };
    DIFFERENCES.into_iter().map(row).collect()
}

const fn what(difference: Difference) -> Text {
    match difference {
        Difference::ReprocessGroup => Text::DIFFERS_REPROCESS,
        Difference::ReprocessAtOnce => Text::DIFFERS_AT_ONCE,
        Difference::Leftovers => Text::DIFFERS_LEFTOVERS,
        Difference::PurchaseRetries => Text::DIFFERS_PURCHASE,
        Difference::Licensable => Text::DIFFERS_LICENSABLE,
        Difference::Restorable => Text::DIFFERS_RESTORABLE,
        Difference::ExclusivePairs => Text::DIFFERS_PAIRS,
        Difference::Prerequisites => Text::DIFFERS_PREREQUISITES,
        Difference::Offered => Text::DIFFERS_OFFERED,
        Difference::Plans => Text::DIFFERS_PLANS,
        Difference::DependencyHeading => Text::DIFFERS_DEPENDENCY,
        Difference::LocationHeading => Text::DIFFERS_LOCATION,
        Difference::AssignPlace => Text::DIFFERS_ASSIGN_PLACE,
        Difference::ErrorsPlace => Text::DIFFERS_ERRORS_PLACE,
        Difference::ReprocessPlace => Text::DIFFERS_REPROCESS_PLACE,
        Difference::WhoMay => Text::DIFFERS_WHO,
    }
}

fn answer(catalog: &Catalog, words: Words, difference: Difference, rules: RuleSet) -> String {
    let text = |text: Text| words.text(text).to_string();
    let kinds = |kinds: &[GroupKind]| {
        words.list(&kinds.iter().map(|kind| kind_name(words, *kind).to_string()).collect::<Vec<_>>())
    };
    let switches = switches(rules);
    let heading = |error| Headings::of_rules(rules).word(words, error).to_string();
    match difference {
        Difference::ReprocessGroup => text(if switches.reprocess_group { Text::YES } else { Text::NO }),
        Difference::ReprocessAtOnce => {
            switches.reprocess_at_once.map_or_else(|| text(Text::ANY_NUMBER), |most| words.at_most(most))
        }
        Difference::Leftovers => text(match switches.leftovers {
            Leftovers::BecomeDirect => Text::BECOMES_DIRECT,
            Leftovers::StayInError => Text::STAYS_IN_ERROR,
        }),
        Difference::PurchaseRetries => {
            text(if switches.purchase_retries { Text::SHORT_ONES_ARE_RETRIED } else { Text::NOTHING_IS_RETRIED })
        }
        Difference::Licensable => kinds(switches.licensable),
        Difference::Restorable => kinds(switches.restorable),
        Difference::ExclusivePairs => words.number(catalog.pairs.iter().filter(|row| row.counts.under(rules)).count()),
        Difference::Prerequisites => {
            words.number(catalog.prerequisites.iter().filter(|row| row.enforced && row.counts.under(rules)).count())
        }
        Difference::Offered => {
            words.number(catalog.loaded_products().filter(|(_, info)| info.offered.under(rules)).count())
        }
        Difference::Plans => match rules {
            RuleSet::Rules2019 => {
                let known = catalog.loaded_products().filter(|(_, info)| info.plans_2019.is_some());
                words.plans_as_of_2019(known.count())
            }
            RuleSet::Today => text(Text::PLANS_AS_OF_TODAY),
        },
        Difference::DependencyHeading => heading(AssignmentError::DependencyViolation),
        Difference::LocationHeading => heading(AssignmentError::ProhibitedInUsageLocationViolation),
        Difference::AssignPlace => words.portal(PortalTask::Assign, rules).to_string(),
        Difference::ErrorsPlace => words.portal(PortalTask::SeeErrors, rules).to_string(),
        Difference::ReprocessPlace => words.portal(PortalTask::Reprocess, rules).to_string(),
        Difference::WhoMay => words.portal(PortalTask::WhoMay, rules).to_string(),
    }
}
