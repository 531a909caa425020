//! The rules: each in one sentence, and what differs between the rule sets.

use licensing_core::rules::registry;
use licensing_core::rules::switches::{Leftovers, Switches, switches};
use licensing_core::{Rule, Tenant};
use licensing_model::catalog::Confidence;
use licensing_model::command::GroupKind;
use licensing_model::{AssignmentError, RuleSet};
use licensing_wording::{Text, Words};

use crate::group::kind_name;

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
pub struct Difference {
    /// What.
    pub what: &'static str,
    /// Under the rules of 2019.
    pub in_2019: String,
    /// Under today's rules.
    pub today: String,
    /// How sure that is.
    pub confidence: &'static str,
}

/// What differs between the rule sets. The figures count what the loaded part of the catalogue holds.
pub fn differences(tenant: &Tenant, words: Words) -> Vec<Difference> {
    let row = |what: Text, confidence: Confidence, answer: &dyn Fn(RuleSet) -> String| Difference {
        what: words.text(what),
        in_2019: answer(RuleSet::Rules2019),
        today: answer(RuleSet::Today),
        confidence: words.confidence(confidence),
    };
    // How sure each switch is, is said where the switches are.
    let switch = |what, confidence, answer: &dyn Fn(&Switches) -> String| {
        row(what, confidence, &|rules| answer(switches(rules)))
    };
    let text = |text: Text| words.text(text).to_string();
    let kinds = |kinds: &[GroupKind]| {
        words.list(&kinds.iter().map(|kind| kind_name(words, *kind).to_string()).collect::<Vec<_>>())
    };
    let heading = |error| move |rules| words.heading(error, rules).to_string();
    let catalog = tenant.catalog();
    vec![
        switch(Text::DIFFERS_REPROCESS, Confidence::Documented, &|switches| {
            text(if switches.reprocess_group { Text::YES } else { Text::NO })
        }),
        switch(Text::DIFFERS_AT_ONCE, Confidence::Documented, &|switches| {
            switches.reprocess_at_once.map_or_else(|| text(Text::ANY_NUMBER), |most| words.at_most(most))
        }),
        switch(Text::DIFFERS_LEFTOVERS, Confidence::Documented, &|switches| {
            text(match switches.leftovers {
                Leftovers::BecomeDirect => Text::BECOMES_DIRECT,
                Leftovers::StayInError => Text::STAYS_IN_ERROR,
            })
        }),
        switch(Text::DIFFERS_PURCHASE, Confidence::Inferred, &|switches| {
            text(if switches.purchase_retries { Text::SHORT_ONES_ARE_RETRIED } else { Text::NOTHING_IS_RETRIED })
        }),
        switch(Text::DIFFERS_LICENSABLE, Confidence::Documented, &|switches| kinds(switches.licensable)),
        switch(Text::DIFFERS_RESTORABLE, Confidence::Documented, &|switches| kinds(switches.restorable)),
        row(Text::DIFFERS_PAIRS, Confidence::Documented, &|rules| {
            words.number(catalog.pairs.iter().filter(|row| row.counts.under(rules)).count())
        }),
        row(Text::DIFFERS_PREREQUISITES, Confidence::Documented, &|rules| {
            words.number(catalog.prerequisites.iter().filter(|row| row.enforced && row.counts.under(rules)).count())
        }),
        row(Text::DIFFERS_OFFERED, Confidence::Inferred, &|rules| {
            words.number(catalog.loaded_products().filter(|(_, info)| info.offered.under(rules)).count())
        }),
        row(Text::DIFFERS_PLANS, Confidence::Documented, &|rules| match rules {
            RuleSet::Rules2019 => {
                let known = catalog.loaded_products().filter(|(_, info)| info.plans_2019.is_some());
                words.plans_as_of_2019(known.count())
            }
            RuleSet::Today => text(Text::PLANS_AS_OF_TODAY),
        }),
        row(Text::DIFFERS_DEPENDENCY, Confidence::Documented, &heading(AssignmentError::DependencyViolation)),
        row(
            Text::DIFFERS_LOCATION,
            Confidence::Documented,
            &heading(AssignmentError::ProhibitedInUsageLocationViolation),
        ),
    ]
}
