//! R5: usage location.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, CountryCode};

use super::attempt::{Attempt, Failure};
use super::cause::Cause;
use super::tables::Prohibition;

/// A product that only sells the named plan holds no more plans than this; in a larger one the row is a note (R5.2).
const ADD_ON_PLANS: usize = 2;

/// R5.2: a product whose newly enabled plans are prohibited where the user is.
///
/// R5.1: the user's own usage location counts, or the tenant's country where none is set. Source: the 2019 article,
/// "Usage location isn't allowed" and its note.
pub(crate) fn check(attempt: &Attempt, prohibitions: &[Prohibition], country: CountryCode) -> Result<(), Failure> {
    if !attempt.want.suspect.contains(country) {
        return Ok(());
    }
    let mut marks = Vec::new();
    for facts in &attempt.want.products {
        let newly_on = attempt.newly_on(facts.product);
        let found = prohibitions.iter().find(|prohibition| {
            prohibition.countries.contains(&country)
                && match &prohibition.plans {
                    None => !newly_on.is_empty(),
                    Some(plans) => facts.plans.len() <= ADD_ON_PLANS && plans.intersects(&newly_on),
                }
        });
        if let Some(prohibition) = found {
            marks.push((facts.product, Cause::Prohibited { row: prohibition.row }));
        }
    }
    Failure::of(AssignmentError::ProhibitedInUsageLocationViolation, marks)
}

#[cfg(test)]
mod tests {
    use licensing_model::ProductId;

    use super::super::literals::{attempt, plans, tables, template};
    use super::*;

    #[test]
    fn what_is_newly_on_is_held_against_the_rows_of_the_country() {
        let mut tables = tables(&[], &[]);
        let row = |plans, row| Prohibition { plans, countries: alloc::vec![CountryCode::NL], row };
        tables.prohibitions = alloc::vec![row(Some(plans(&[10])), 7)];
        let [none, add_on, suite, large] =
            [&[][..], &[(1, &[10][..])], &[(2, &[20, 21])], &[(3, &[10, 11, 12])]].map(|t| template(&tables, t));
        let fails = |have, want, country| {
            attempt(have, want, &none, |attempt| check(attempt, &tables.prohibitions, country)).is_err()
        };
        let elsewhere = CountryCode::from_number(0).unwrap();
        assert!(fails(&none, &add_on, CountryCode::NL));
        assert!(!fails(&none, &add_on, elsewhere), "not where no row says so");
        assert!(!fails(&add_on, &add_on, CountryCode::NL), "a plan that was on already is not looked at");
        assert!(!fails(&none, &suite, CountryCode::NL), "another plan");
        assert!(!fails(&none, &large, CountryCode::NL), "a suite of more than two plans only notes it");

        tables.prohibitions = alloc::vec![row(None, 8)];
        let suite = template(&tables, &[(2, &[20, 21])]);
        let failure = attempt(&none, &suite, &none, |attempt| check(attempt, &tables.prohibitions, CountryCode::NL));
        let marks = failure.err().map(|failure| failure.marks);
        assert_eq!(marks, Some(alloc::vec![(ProductId::at(2), Cause::Prohibited { row: 8 })]), "a row for every plan");
    }
}
