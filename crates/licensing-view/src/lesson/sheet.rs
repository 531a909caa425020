//! A lesson on paper, for learners and for their trainer; and the error codes on one page.

use licensing_core::{Action, Tenant};
use licensing_lesson::{Lesson, Texts};
use licensing_model::{AssignmentError, Member, Path, RuleSet};
use licensing_wording::{PortalTask, Text, UsageLocation, Words};

use super::{Run, objectives, runs};
use crate::describe::describe;
use crate::status::Headings;

/// Everything that is printed of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// How long it takes, if that is known.
    pub minutes: Option<String>,
    /// What happened before the learner came, paragraph by paragraph.
    pub story: Vec<Vec<Run>>,
    /// What the learner finds.
    pub beginning: Beginning,
    /// What is to be reached.
    pub goals: Vec<Vec<Run>>,
    /// What can be said to somebody who is stuck.
    pub hints: Vec<Vec<Run>>,
    /// The solution, then others that are as good: each thing by thing.
    pub solutions: Vec<Vec<String>>,
    /// What is not enough: thing by thing, and the goal that it does not reach.
    pub wrong: Vec<(Vec<String>, Vec<Run>)>,
    /// What is said afterwards: headings and texts.
    pub debrief: Vec<(&'static str, Vec<Run>)>,
    /// Questions for a discussion.
    pub discussion: Vec<Vec<Run>>,
    /// Exam objectives that it serves.
    pub objectives: Vec<String>,
}

/// The tenant that a learner finds, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Products with their units and the seats in use.
    pub products: Vec<String>,
    /// Groups: names, what they assign, who is a member.
    pub groups: Vec<[String; 3]>,
    /// Users: names, usage locations, licenses with their errors.
    pub users: Vec<[String; 3]>,
}

/// A lesson as it is printed. `beginning` is the tenant that its learner finds.
pub fn sheet(lesson: &Lesson, texts: &Texts, beginning: &Tenant, words: Words) -> Sheet {
    let all = |texts: &[String]| texts.iter().map(|text| runs(text)).collect::<Vec<_>>();
    let goal = |id: &str| texts.goals.get(id).map(|text| runs(text)).unwrap_or_default();
    let debrief = &texts.debrief;
    let debrief = [
        (Text::LESSON_WHAT_HAPPENED, &debrief.happened),
        (Text::LESSON_THE_RULE, &debrief.rule),
        (Text::LESSON_THE_SOURCE, &debrief.source),
        (Text::LESSON_PORTAL_2019, &debrief.portal_2019),
        (Text::LESSON_PORTAL_TODAY, &debrief.portal_today),
        (Text::LESSON_WITH_GRAPH, &debrief.graph),
    ];
    let debrief = debrief.into_iter().filter(|(_, text)| !text.is_empty());
    let solutions = std::iter::once(&lesson.reference).chain(&lesson.others);
    let wrong = lesson.wrong.iter();
    Sheet {
        title: texts.title.clone(),
        summary: texts.summary.clone(),
        minutes: (lesson.minutes > 0).then(|| words.lesson_minutes(lesson.minutes as usize)),
        story: all(&texts.story),
        beginning: found(beginning, words),
        goals: lesson.goals.iter().map(|own| goal(&own.id)).collect(),
        hints: lesson.hints.iter().filter_map(|own| texts.hints.get(&own.id)).map(|text| runs(text)).collect(),
        solutions: solutions.map(|actions| things(beginning, actions, words)).collect(),
        wrong: wrong.map(|own| (things(beginning, &own.actions, words), goal(&own.fails))).collect(),
        debrief: debrief.map(|(heading, text)| (words.text(heading), runs(text))).collect(),
        discussion: all(&texts.discussion),
        objectives: objectives(lesson, words),
    }
}

/// What is done on a way, thing by thing, as each thing is called when it is done.
fn things(beginning: &Tenant, actions: &[Action], words: Words) -> Vec<String> {
    let mut tenant = beginning.clone();
    let mut things = Vec::new();
    for action in actions {
        match action {
            Action::Command(command) => {
                things.push(words.say(&describe(&tenant, command)));
                // What is refused changes nothing.
                let _ = tenant.apply(command);
            }
            Action::Steps(most) => {
                let taken = (0..*most).take_while(|_| tenant.step().is_some()).count();
                if taken > 0 {
                    things.push(words.sheet_run(taken));
                }
            }
        }
    }
    things
}

fn found(tenant: &Tenant, words: Words) -> Beginning {
    let products = tenant.products().filter_map(|product| tenant.product(product)).map(|details| {
        let name = tenant.product_name(details.product);
        words.sheet_product(&name, details.units.assignable() as usize, details.consumed as usize)
    });
    let groups = tenant.groups().filter_map(|group| tenant.group(group)).map(|details| {
        let carried: Vec<_> = details.template.keys().map(|product| tenant.product_name(*product)).collect();
        let members: Vec<_> = tenant
            .members_of(details.group)
            .map(|member| match member {
                Member::User(user) => tenant.user_name(user),
                Member::Group(group) => tenant.group_name(group),
            })
            .collect();
        [details.name, words.list(&carried), words.list(&members)]
    });
    let headings = Headings::of_rules(tenant.rules());
    let users = tenant.users().map(|user| {
        let location = tenant.user(user).and_then(|details| details.location);
        let licenses = tenant.paths(user).into_iter().map(|row| {
            let by = match row.path {
                Path::Direct => words.text(Text::SHORT_DIRECTLY).to_string(),
                Path::Group(group) => tenant.group_name(group),
            };
            let product = tenant.product_name(row.product);
            match row.error {
                AssignmentError::None => words.sheet_license(&product, &by),
                error => words.sheet_license_failed(&product, &by, headings.word(words, error)),
            }
        });
        let licenses: Vec<_> = licenses.collect();
        [
            tenant.user_name(user),
            location.map(|country| words.country(country)).unwrap_or_default(),
            words.list(&licenses),
        ]
    });
    Beginning { products: products.collect(), groups: groups.collect(), users: users.collect() }
}

/// An error code on the cheat sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorLine {
    /// Graph's word.
    pub code: &'static str,
    /// The portals' headings, that of 2019 first; one where both say the same.
    pub headings: Vec<&'static str>,
    /// What it means.
    pub means: &'static str,
    /// What helps.
    pub helps: Vec<&'static str>,
}

/// The cheat sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheatSheet {
    /// The error codes, in the order in which the checks are made.
    pub errors: Vec<ErrorLine>,
    /// What is worth knowing of all of them.
    pub always: Vec<&'static str>,
    /// Where errors are seen and users are reprocessed, in each portal.
    pub places: Vec<(&'static str, [&'static str; 2])>,
}

/// The error codes on one page.
pub fn cheat_sheet(words: Words) -> CheatSheet {
    let errors = AssignmentError::ALL.into_iter().filter_map(|error| {
        let (means, helps): (Text, &[Text]) = match error {
            AssignmentError::None => return None,
            AssignmentError::ProhibitedInUsageLocationViolation => {
                (Text::MEANS_LOCATION, &[Text::CHEAT_LOCATION, Text::CHEAT_LOCATION_PLAN])
            }
            AssignmentError::CountViolation => (Text::MEANS_COUNT, &[Text::CHEAT_COUNT_BUY, Text::CHEAT_COUNT_FREE]),
            AssignmentError::MutuallyExclusiveViolation => {
                (Text::MEANS_EXCLUSIVE, &[Text::CHEAT_EXCLUSIVE_REMOVE, Text::CHEAT_EXCLUSIVE_PLAN])
            }
            AssignmentError::DependencyViolation => {
                (Text::MEANS_DEPENDENCY, &[Text::CHEAT_DEPENDENCY_ADD, Text::CHEAT_DEPENDENCY_REMOVE])
            }
            AssignmentError::UniquenessViolation => (Text::MEANS_UNIQUENESS, &[Text::CHEAT_UNIQUENESS]),
            AssignmentError::Other => (Text::MEANS_OTHER, &[Text::CHEAT_OTHER]),
        };
        let mut headings: Vec<_> = [
            (RuleSet::Rules2019, UsageLocation::Set),
            (RuleSet::Today, UsageLocation::Set),
            (RuleSet::Today, UsageLocation::NotSet),
        ]
        .map(|(rules, location)| words.heading(error, rules, location))
        .to_vec();
        headings.dedup();
        let helps = helps.iter().map(|text| words.text(*text)).collect();
        Some(ErrorLine { code: error.name(), headings, means: words.text(means), helps })
    });
    let place = |what: Text, task| {
        (words.text(what), [RuleSet::Rules2019, RuleSet::Today].map(|rules| words.portal(task, rules)))
    };
    CheatSheet {
        errors: errors.collect(),
        always: [Text::CHEAT_REPROCESS, Text::CHEAT_COMPLETE, Text::CHEAT_ALL_OR_NOTHING]
            .map(|text| words.text(text))
            .to_vec(),
        places: vec![
            place(Text::DIFFERS_ERRORS_PLACE, PortalTask::SeeErrors),
            place(Text::DIFFERS_REPROCESS_PLACE, PortalTask::Reprocess),
        ],
    }
}
