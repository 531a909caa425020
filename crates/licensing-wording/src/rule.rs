//! What the rules say, where they can be read, and how sure they are.

use licensing_core::rules::registry as rule;
use licensing_core::{Rule, Source};
use licensing_model::catalog::Confidence;

use crate::text::Text;
use crate::words::Words;

/// Every rule with what it says, in the registry's order.
#[rustfmt::skip]
static RULES: &[(&Rule, Text)] = &[
    (&rule::R1_1, Text::RULE_R1_1), (&rule::R1_2, Text::RULE_R1_2), (&rule::R1_3, Text::RULE_R1_3),
    (&rule::R1_4, Text::RULE_R1_4), (&rule::R1_5, Text::RULE_R1_5), (&rule::R1_6, Text::RULE_R1_6),
    (&rule::R2_1, Text::RULE_R2_1), (&rule::R2_2, Text::RULE_R2_2), (&rule::R2_3, Text::RULE_R2_3),
    (&rule::R3, Text::RULE_R3),
    (&rule::R4_1, Text::RULE_R4_1), (&rule::R4_2, Text::RULE_R4_2), (&rule::R4_3, Text::RULE_R4_3),
    (&rule::R4_4, Text::RULE_R4_4), (&rule::R4_5, Text::RULE_R4_5), (&rule::R4_6, Text::RULE_R4_6),
    (&rule::R4_7, Text::RULE_R4_7),
    (&rule::R5_1, Text::RULE_R5_1), (&rule::R5_2, Text::RULE_R5_2),
    (&rule::R6_1, Text::RULE_R6_1), (&rule::R6_2, Text::RULE_R6_2), (&rule::R6_3, Text::RULE_R6_3),
    (&rule::R7_1, Text::RULE_R7_1), (&rule::R7_2, Text::RULE_R7_2), (&rule::R7_3, Text::RULE_R7_3),
    (&rule::R8_1, Text::RULE_R8_1), (&rule::R8_2, Text::RULE_R8_2), (&rule::R8_3, Text::RULE_R8_3),
    (&rule::R8_4, Text::RULE_R8_4), (&rule::R8_5, Text::RULE_R8_5),
    (&rule::R9_1, Text::RULE_R9_1), (&rule::R9_2, Text::RULE_R9_2),
    (&rule::R10, Text::RULE_R10),
    (&rule::R11_1, Text::RULE_R11_1), (&rule::R11_2, Text::RULE_R11_2), (&rule::R11_3, Text::RULE_R11_3),
    (&rule::R12, Text::RULE_R12), (&rule::R13, Text::RULE_R13), (&rule::R14, Text::RULE_R14),
    (&rule::R15, Text::RULE_R15), (&rule::R16, Text::RULE_R16),
    (&rule::R17, Text::RULE_R17),
];

impl Words {
    /// What a rule says, in one sentence.
    pub fn rule(self, rule: &Rule) -> &'static str {
        RULES.iter().find(|(listed, _)| listed.id == rule.id).map_or("", |(_, text)| self.text(*text))
    }

    /// Where something can be read. Titles stay as they are published.
    pub fn source(self, source: &Source) -> String {
        match source {
            Source::Page(title) => (*title).to_owned(),
            Source::Row(source) => source.clone(),
            Source::Graph => self.text(Text::SOURCE_GRAPH).to_owned(),
            Source::NoOrder => self.text(Text::SOURCE_NO_ORDER).to_owned(),
            Source::Nowhere => self.text(Text::SOURCE_NONE).to_owned(),
        }
    }

    /// How sure something is, as a label.
    pub fn confidence(self, confidence: Confidence) -> &'static str {
        self.text(match confidence {
            Confidence::Documented => Text::CONFIDENCE_DOCUMENTED,
            Confidence::Community => Text::CONFIDENCE_COMMUNITY,
            Confidence::Inferred => Text::CONFIDENCE_INFERRED,
            Confidence::Unknown => Text::CONFIDENCE_UNKNOWN,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_says_something() {
        let listed: Vec<&str> = RULES.iter().map(|(rule, _)| rule.id).collect();
        assert_eq!(listed, rule::ALL.iter().map(|rule| rule.id).collect::<Vec<_>>());
        let said = Words::english().rule(&rule::R6_1);
        assert_eq!(said, "Two plans that exclude each other cannot be on through different products.");
        assert!(Words::dutch().rule(&rule::R16).starts_with("De klok"));
    }
}
