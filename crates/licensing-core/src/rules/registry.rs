//! Every rule by its id: where it comes from, and how sure that is. Outcomes and refusals point here. What each rule
//! says, in one sentence and in every language, is in `licensing-wording` (`texts/en/rules.ftl`).

use alloc::string::String;

use licensing_model::catalog::Confidence::{self, Community, Documented, Inferred};

/// A rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable id, such as `R6.1`.
    pub id: &'static str,
    /// Where it can be read.
    pub source: Source,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Where something can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A page of Microsoft's, by its title.
    Page(&'static str),
    /// Microsoft Graph's reference, and the texts that its users report.
    Graph,
    /// The documentation leaves the order open.
    NoOrder,
    /// Nowhere: it follows from what the others say.
    Nowhere,
    /// What the catalog says of the row that an outcome rests on.
    Row(String),
}

const ARTICLE: Source =
    Source::Page("Microsoft, Identify and resolve license assignment problems for a group (2019-11-08)");
const ADVANCED: Source = Source::Page("Microsoft, Additional scenarios for group-based licensing");
const CHANGE: Source = Source::Page("Microsoft, Change license assignments for users or groups");
const PROXY: Source = Source::Page("Microsoft, How the proxyAddresses attribute is populated");
const SUBSCRIPTION: Source = Source::Page("Microsoft, What happens to my data and access when my subscription ends");
const RESTORE: Source = Source::Page("Microsoft, Restore or remove a recently deleted user");
const ACTIVITIES: Source = Source::Page("Microsoft, Audit activity reference");
const DYNAMIC: Source = Source::Page("Microsoft, Manage rules for dynamic membership groups in Microsoft Entra ID");
const GRAPH: Source = Source::Graph;
const NONE: Source = Source::Nowhere;

macro_rules! rules {
    ($($name:ident = $id:literal, $confidence:ident, $source:expr;)*) => {
        $(
            #[doc = concat!("Rule ", $id, ".")]
            pub static $name: Rule = Rule { id: $id, source: $source, confidence: $confidence };
        )*
        /// Every rule, in order.
        pub static ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    R1_1 = "R1.1", Inferred, NONE;
    R1_2 = "R1.2", Community, GRAPH;
    R1_3 = "R1.3", Documented, ARTICLE;
    R1_4 = "R1.4", Inferred, NONE;
    R1_5 = "R1.5", Documented, ARTICLE;
    R1_6 = "R1.6", Documented, CHANGE;
    R2_1 = "R2.1", Inferred, NONE;
    R2_2 = "R2.2", Documented, GRAPH;
    R2_3 = "R2.3", Documented, ARTICLE;
    R3 = "R3", Documented, ARTICLE;
    R4_1 = "R4.1", Documented, CHANGE;
    R4_2 = "R4.2", Inferred, NONE;
    R4_3 = "R4.3", Inferred, NONE;
    R4_4 = "R4.4", Documented, ARTICLE;
    R4_5 = "R4.5", Documented, ARTICLE;
    R4_6 = "R4.6", Documented, ARTICLE;
    R4_7 = "R4.7", Inferred, NONE;
    R5_1 = "R5.1", Documented, ARTICLE;
    R5_2 = "R5.2", Documented, ARTICLE;
    R6_1 = "R6.1", Documented, ARTICLE;
    R6_2 = "R6.2", Documented, ARTICLE;
    R6_3 = "R6.3", Documented, ARTICLE;
    R7_1 = "R7.1", Documented, ARTICLE;
    R7_2 = "R7.2", Community, GRAPH;
    R7_3 = "R7.3", Documented, ARTICLE;
    R8_1 = "R8.1", Documented, ADVANCED;
    R8_2 = "R8.2", Documented, ARTICLE;
    R8_3 = "R8.3", Documented, SUBSCRIPTION;
    R8_4 = "R8.4", Inferred, NONE;
    R8_5 = "R8.5", Inferred, Source::NoOrder;
    R9_1 = "R9.1", Documented, PROXY;
    R9_2 = "R9.2", Documented, ARTICLE;
    R10 = "R10", Documented, GRAPH;
    R11_1 = "R11.1", Documented, ADVANCED;
    R11_2 = "R11.2", Documented, ARTICLE;
    R11_3 = "R11.3", Documented, ARTICLE;
    R12 = "R12", Documented, RESTORE;
    R13 = "R13", Documented, ADVANCED;
    R14 = "R14", Documented, ACTIVITIES;
    R15 = "R15", Inferred, NONE;
    R16 = "R16", Inferred, NONE;
    R17 = "R17", Documented, DYNAMIC;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_in_order() {
        let number = |rule: &Rule| {
            let mut parts = rule.id[1..].split('.').map(|part| part.parse::<u32>().unwrap());
            (parts.next().unwrap(), parts.next().unwrap_or(0))
        };
        assert!(ALL.windows(2).all(|pair| number(pair[0]) < number(pair[1])));
    }
}
