//! Every rule by its id: one sentence, where it comes from, and how sure that is. Outcomes and refusals point here.

use licensing_model::catalog::Confidence::{self, Community, Documented, Inferred};

/// A rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable id, such as `R6.1`.
    pub id: &'static str,
    /// What it says, in one sentence.
    pub text: &'static str,
    /// Where it can be read.
    pub source: &'static str,
    /// How sure it is.
    pub confidence: Confidence,
}

const ARTICLE: &str = "Microsoft, Identify and resolve license assignment problems for a group (2019-11-08)";
const ADVANCED: &str = "Microsoft, Additional scenarios for group-based licensing";
const CHANGE: &str = "Microsoft, Change license assignments for users or groups";
const GRAPH: &str = "Microsoft Graph reference, and the texts that its users report";
const PROXY: &str = "Microsoft, How the proxyAddresses attribute is populated";
const NONE: &str = "No source says so; it follows from what the others say";

macro_rules! rules {
    ($($name:ident = $id:literal, $confidence:ident, $source:expr, $text:literal;)*) => {
        $(
            #[doc = $text]
            pub static $name: Rule = Rule { id: $id, text: $text, source: $source, confidence: $confidence };
        )*
        /// Every rule, in order.
        pub static ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    R1_1 = "R1.1", Inferred, NONE, "Setting a group's template is answered at once and queues one run of the group; an identical template queues nothing.";
    R1_2 = "R1.2", Community, GRAPH, "A request with missing, repeated or unknown parts is refused, and nothing changes.";
    R1_3 = "R1.3", Documented, ARTICLE, "In a group's template every enabled plan needs one of its prerequisites in the same template; what members hold elsewhere does not count.";
    R1_4 = "R1.4", Inferred, NONE, "A template with two enabled plans that exclude each other is refused.";
    R1_5 = "R1.5", Documented, ARTICLE, "Seats, locations and what members hold are not checked when a template is set; those errors come in the background.";
    R1_6 = "R1.6", Documented, CHANGE, "Adding and removing in one request is one change, applied to each user as one step.";
    R2_1 = "R2.1", Inferred, NONE, "Background work is one first-in-first-out queue of runs; a step takes one user.";
    R2_2 = "R2.2", Documented, GRAPH, "A group is queued, in progress or complete; complete says that the run ended, not that it worked.";
    R2_3 = "R2.3", Documented, ARTICLE, "Two workers at the same user and product collide: the later one logs the concurrency exception and tries again by itself.";
    R3 = "R3", Documented, ARTICLE, "A changed template, joining or leaving a licensed group, and reprocessing start work; removing a direct license, buying seats (2019), a new location or address do not.";
    R4_1 = "R4.1", Documented, CHANGE, "A step looks at all groups of the user, those that take something away first, until nothing changes.";
    R4_2 = "R4.2", Inferred, NONE, "A path that already is as it should be is left alone, even its time stamps.";
    R4_3 = "R4.3", Inferred, NONE, "A change is judged as one final state: location, seats, exclusive plans, dependencies, addresses; the first check that fails decides.";
    R4_4 = "R4.4", Documented, ARTICLE, "When every check passes, each product of the group is active.";
    R4_5 = "R4.5", Documented, ARTICLE, "When one product fails, none of the group's products is applied to the user; the others show Other.";
    R4_6 = "R4.6", Documented, ARTICLE, "The intention to give a license is never lost: it stays as an error until it is met or taken away.";
    R4_7 = "R4.7", Inferred, NONE, "A group needs attention while a user has a path of it in error, also one who has left it.";
    R5_1 = "R5.1", Documented, ARTICLE, "A group license uses the user's usage location or, where none is set, the tenant's country, and never writes it to the user.";
    R5_2 = "R5.2", Documented, ARTICLE, "A product that is not allowed where the user is cannot be assigned there.";
    R6_1 = "R6.1", Documented, ARTICLE, "Two plans that exclude each other cannot be on through different products.";
    R6_2 = "R6.2", Documented, ARTICLE, "A disabled plan never clashes, and the same plan in two products never clashes with itself.";
    R6_3 = "R6.3", Documented, ARTICLE, "Conflicts are never resolved automatically; the decision is the administrator's.";
    R7_1 = "R7.1", Documented, ARTICLE, "A plan with prerequisites needs at least one of them enabled.";
    R7_2 = "R7.2", Community, GRAPH, "A plan cannot be assigned while none of its prerequisites is enabled.";
    R7_3 = "R7.3", Documented, ARTICLE, "A license stays when taking it away would leave another plan without its last prerequisite.";
    R8_1 = "R8.1", Documented, ADVANCED, "A user takes one seat of a product, however many paths there are.";
    R8_2 = "R8.2", Documented, ARTICLE, "Without a free seat a product cannot be assigned.";
    R8_3 = "R8.3", Documented, "Microsoft, What happens to my data and access when my subscription ends", "Fewer seats than are in use takes nothing away.";
    R8_4 = "R8.4", Inferred, NONE, "While a subscription is suspended its paths keep their seats and give nothing.";
    R8_5 = "R8.5", Inferred, "The documentation names no order", "Who gets the last seat follows the order of the queue.";
    R9_1 = "R9.1", Documented, PROXY, "Every license change of a user recalculates the mail addresses.";
    R9_2 = "R9.2", Documented, ARTICLE, "A mailbox cannot be licensed while another object holds one of its addresses.";
    R10 = "R10", Documented, GRAPH, "Direct licenses are assigned at once, all or nothing, and need a usage location on the user.";
    R11_1 = "R11.1", Documented, ADVANCED, "A group that carries licenses cannot be deleted.";
    R11_2 = "R11.2", Documented, ARTICLE, "Taking a template away is immediate; taking the licenses from the users is background work.";
    R11_3 = "R11.3", Documented, ARTICLE, "What cannot be taken away when its group is gone becomes direct (2019) or stays in error (today).";
    R12 = "R12", Documented, "Microsoft, Restore or remove a recently deleted user", "Deleting a user frees the seats; restoring brings licenses back even without free seats.";
    R13 = "R13", Documented, ADVANCED, "Only direct members that are users are licensed; groups inside a group are ignored without an error.";
    R14 = "R14", Documented, "Microsoft, Audit activity reference", "Commands, runs, license changes and failures appear in the audit log.";
    R15 = "R15", Inferred, NONE, "Switching the rule set touches no path by itself; errors stay until a run.";
    R16 = "R16", Inferred, NONE, "The clock and all ids follow from the commands alone.";
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
