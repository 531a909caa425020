//! What a goal says where nobody has written it.

use licensing_core::Tenant;
use licensing_model::Path;
use licensing_wording::{Text, Words};

use crate::condition::{Condition, Users, Via};
use crate::lesson::{Goal, Scope};

impl Goal {
    /// The goal as a sentence about this tenant.
    pub fn say(&self, tenant: &Tenant, words: Words) -> String {
        let said = self.check.say(tenant, words);
        match self.scope {
            Scope::End => said,
            Scope::Always => words.goal_always(&said),
            Scope::Once => words.goal_once(&said),
        }
    }
}

impl Condition {
    /// The condition as a few words.
    pub fn say(&self, tenant: &Tenant, words: Words) -> String {
        let who = |users: &Users| say_users(users, tenant, words);
        let plans = |plans: &[licensing_model::PlanId]| {
            words.list(&plans.iter().map(|plan| tenant.plan_words(*plan)).collect::<Vec<_>>())
        };
        match self {
            Condition::Holds { who: users, product, via } => {
                let product = tenant.product_name(*product);
                match via {
                    Via::Any => words.goal_holds(&who(users), &product),
                    Via::Path(Path::Direct) => {
                        words.goal_holds_by(&who(users), &product, words.text(Text::SHORT_DIRECTLY))
                    }
                    Via::Path(Path::Group(group)) => {
                        words.goal_holds_by(&who(users), &product, &tenant.group_name(*group))
                    }
                }
            }
            Condition::Plan { who: users, plans: own } => words.goal_plan(&who(users), &plans(own)),
            Condition::Clear { who: users } => words.goal_clear(&who(users)),
            Condition::Failed { who: users, .. } => words.goal_failed(&who(users)),
            Condition::Seats { product, range } => {
                words.goal_seats(&tenant.product_name(*product), &say_range(range.least, range.most))
            }
            Condition::Units { product, range } => {
                words.goal_units(&tenant.product_name(*product), &say_range(range.least, range.most))
            }
            Condition::Member { who: users, group } => words.goal_member(&who(users), &tenant.group_name(*group)),
            Condition::Carries { group, product, .. } => {
                words.goal_carries(&tenant.group_name(*group), &tenant.product_name(*product))
            }
            Condition::There { group } => words.goal_there(&tenant.group_name(*group)),
            Condition::Located { who: users, country } => {
                let country = country.map_or_else(|| "?".to_string(), |country| words.country(country));
                words.goal_located(&who(users), &country)
            }
            Condition::Address { who: users, address, .. } => words.goal_address(&who(users), address),
            Condition::Idle => words.text(Text::GOAL_IDLE).to_string(),
            Condition::Rules(rules) => words.goal_rules(match rules {
                licensing_model::RuleSet::Rules2019 => words.text(Text::RULES_2019),
                licensing_model::RuleSet::Today => words.text(Text::RULES_TODAY),
            }),
            Condition::All(parts) | Condition::Any(parts) => {
                words.list(&parts.iter().map(|part| part.say(tenant, words)).collect::<Vec<_>>())
            }
            Condition::Not(part) => words.goal_not(&part.say(tenant, words)),
        }
    }
}

fn say_users(users: &Users, tenant: &Tenant, words: Words) -> String {
    match users {
        Users::These(users) => words.list(&users.iter().map(|user| tenant.user_name(*user)).collect::<Vec<_>>()),
        Users::Members(group) => tenant.group_name(*group),
        Users::Everybody(_) => words.text(Text::GOAL_EVERYBODY).to_string(),
    }
}

fn say_range(least: u32, most: u32) -> String {
    match (least, most) {
        (0, most) => format!("≤ {most}"),
        (least, u32::MAX) => format!("≥ {least}"),
        (least, most) => format!("{least} – {most}"),
    }
}
