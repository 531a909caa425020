//! Which rows count under which rule set. Every such decision stands here.

use licensing_model::catalog::{Confidence, ExclusivePair, PerRuleSet};

use super::lists::{ConflictRow, DependencyRow, HoldsRow, LocationRow};

/// The kind of a prerequisite that is enforced when assigning.
pub(crate) const ENFORCED: &str = "enforced";

/// How sure a row is, by how its `confidence` begins.
pub(crate) fn confidence(text: &str) -> Confidence {
    match text {
        _ if text.starts_with("documented") => Confidence::Documented,
        _ if text.starts_with("reported") => Confidence::Community,
        _ if text.starts_with("inferred") => Confidence::Inferred,
        _ => Confidence::Unknown,
    }
}

/// What is known today of a pair that Microsoft has lifted.
const LIFTED: &str = "lifted";

/// What is known today of a pair that no table lists and that was met in the field.
pub(crate) const REPORTED: &str = "reported";

/// A pair of 2019 is one that the table of 2020 lists. Today's are those that the present table lists or that were met
/// in the field, without those that Microsoft has lifted and without those on which sources contradict each other.
pub(crate) fn pair(row: &ConflictRow) -> PerRuleSet {
    let is_listed =
        row.in_2025_2026_doc == "yes" && ![LIFTED, ExclusivePair::DISPUTED].contains(&row.status_today.as_str());
    PerRuleSet { rules_2019: row.in_2020_rules == "yes", today: is_listed || row.status_today == REPORTED }
}

/// A prerequisite of 2019 is one of which the list says so; today those that are documented or reported count. A rule
/// about buying never does.
pub(crate) fn prerequisite(row: &DependencyRow) -> PerRuleSet {
    let enforced = row.kind == ENFORCED;
    let is_sure = matches!(confidence(&row.confidence), Confidence::Documented | Confidence::Community);
    PerRuleSet { rules_2019: enforced && row.in_2019_rules == "yes", today: enforced && is_sure }
}

/// Whether a location row bans (R5.2).
pub(crate) fn prohibits(row: &LocationRow) -> bool {
    row.rule.starts_with("prohibited")
}

/// Today every product is offered. In 2019 those were not whose name or part number says one of [`AFTER_2019`].
pub(crate) fn offered(row: &HoldsRow) -> PerRuleSet {
    let later = [&row.product_name, &row.sku_part_number].into_iter().any(|text| says_something_later(text));
    PerRuleSet { rules_2019: !later, today: true }
}

/// What a product of 2019 is not called. As words: `w o teams` is "w/o Teams".
const AFTER_2019: [&str; 8] =
    ["eea", "no teams", "w o teams", "teams enterprise", "teams premium", "copilot", "viva", "agent"];

/// Names and part numbers are compared word by word and without regard to case, because part numbers write blanks as
/// underscores (`O365_w/o_Teams_Bundle_E3`, `Microsoft_Teams_EEA_New`) or mix both (`..._(no Teams)`). A phrase has to
/// begin where a word begins, so that no letters inside a word match; it may go on ("Agents").
fn says_something_later(text: &str) -> bool {
    let mut words = String::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.push(' ');
        words.push_str(&word.to_lowercase());
    }
    AFTER_2019.iter().any(|phrase| words.contains(&format!(" {phrase}")))
}

#[cfg(test)]
mod tests {
    use super::says_something_later;

    #[test]
    fn a_later_product_is_told_by_its_words() {
        for text in [
            "O365_w/o_Teams_Bundle_E3",
            "O365_w/o Teams Bundle_M3",
            "Microsoft_Teams_EEA_New",
            "Microsoft_365_Business_Basic_(no Teams)",
            "MICROSOFT_365_BUSINESS_STANDARD_NO_TEAMS",
            "Microsoft 365 E5 EEA (no Teams) with Calling Minutes",
            "Microsoft_Teams_Enterprise_New",
            "M365_TEAMS_PREMIUM",
            "Microsoft_Viva_Sales",
            "Power_Virtual_Agents",
            "M365_Copilot",
        ] {
            assert!(says_something_later(text), "{text}");
        }
    }

    #[test]
    fn letters_inside_a_word_say_nothing() {
        for text in ["ENTERPRISEPACK", "TEAMS_FREE", "Teams Essentials", "Reagent", "Seea", "Casino Teams", "Two Teams"]
        {
            assert!(!says_something_later(text), "{text}");
        }
    }
}
