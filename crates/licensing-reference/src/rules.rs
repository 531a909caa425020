//! R17: membership rules, read and compared in the plainest way.

use licensing_model::guid::{self, GuidKind};
use licensing_model::rule::{MembershipRule, RuleError, RuleFault};
use licensing_model::{GroupId, Guid, Member, PlanId, Property, UserId};
use regex::RegexBuilder;

use crate::condition::Condition;
use crate::model::Model;

/// A value and its place: a text begins with a quotation mark; nothing is null.
type Worth = (Option<String>, u32);

/// A word or a sign of a rule, and the number of its first character from 1.
type Token = (String, u32);

const USER: [&str; 9] = [
    "department",
    "jobtitle",
    "companyname",
    "country",
    "state",
    "city",
    "usagelocation",
    "usertype",
    "accountenabled",
];
const PLAN: [&str; 2] = ["serviceplanid", "capabilitystatus"];
const STATUSES: [&str; 5] = ["enabled", "warning", "suspended", "lockedout", "deleted"];
const WITH_LIST: [&str; 2] = ["in", "notin"];
const BY_VALUE: [&str; 4] = ["eq", "ne", "in", "notin"];
const OF_TEXTS: [&str; 8] =
    ["startswith", "notstartswith", "endswith", "notendswith", "contains", "notcontains", "match", "notmatch"];

/// Reads a rule.
pub(crate) fn read(text: &str) -> Result<Condition, RuleError> {
    if text.chars().count() > MembershipRule::LONGEST {
        return Err(RuleError { fault: RuleFault::TooLong, at: MembershipRule::LONGEST as u32 + 1 });
    }
    let mut reading = Reading { tokens: tokens(text), at: 0, end: text.chars().count() as u32 + 1 };
    let condition = reading.disjunction(false)?;
    match reading.tokens.get(reading.at) {
        None => Ok(condition),
        Some((_, at)) => Err(RuleError { fault: RuleFault::Joint, at: *at }),
    }
}

/// Texts keep their first quotation mark; one that is not closed ends with the rule and has two of them.
fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let begin = at;
        let first = letters[at];
        let mut token = first.to_string();
        at += 1;
        if first.is_whitespace() {
            continue;
        }
        if first == '"' || first == '\'' {
            let mut closed = false;
            while at < letters.len() && !closed {
                let letter = letters[at];
                at += 1;
                match letter {
                    '`' => {
                        token.extend(letters.get(at));
                        at += 1;
                    }
                    _ if letter == first => closed = true,
                    _ => token.push(letter),
                }
            }
            if !closed {
                token.insert(0, first);
                token.insert(0, '\u{0}');
            }
        } else if is_of_word(first) {
            while at < letters.len() && is_of_word(letters[at]) {
                token.push(letters[at]);
                at += 1;
            }
        }
        tokens.push((token, begin as u32 + 1));
    }
    tokens
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || "-._$".contains(letter)
}

struct Reading {
    tokens: Vec<Token>,
    at: usize,
    end: u32,
}

impl Reading {
    /// The token that comes, in lower case unless it is a text.
    fn peek(&self) -> &str {
        self.tokens.get(self.at).map_or("", |(token, _)| token)
    }

    fn wrong<T>(&self, fault: RuleFault) -> Result<T, RuleError> {
        Err(match self.tokens.get(self.at) {
            Some((_, at)) => RuleError { fault, at: *at },
            None => RuleError { fault: RuleFault::Ends, at: self.end },
        })
    }

    fn operator(&self) -> String {
        let word = self.peek().to_lowercase();
        word.strip_prefix('-').unwrap_or(&word).to_string()
    }

    fn takes(&mut self, sign: &str) -> bool {
        let is_here = self.peek() == sign;
        self.at += usize::from(is_here);
        is_here
    }

    fn disjunction(&mut self, of_plan: bool) -> Result<Condition, RuleError> {
        let mut left = self.conjunction(of_plan)?;
        while self.operator() == "or" {
            self.at += 1;
            left = Condition::Or(Box::new(left), Box::new(self.conjunction(of_plan)?));
        }
        Ok(left)
    }

    fn conjunction(&mut self, of_plan: bool) -> Result<Condition, RuleError> {
        let mut left = self.one(of_plan)?;
        while self.operator() == "and" {
            self.at += 1;
            left = Condition::And(Box::new(left), Box::new(self.one(of_plan)?));
        }
        Ok(left)
    }

    fn one(&mut self, of_plan: bool) -> Result<Condition, RuleError> {
        if self.operator() == "not" {
            self.at += 1;
            return Ok(Condition::Not(Box::new(self.one(of_plan)?)));
        }
        if self.takes("(") {
            let inner = self.disjunction(of_plan)?;
            return if self.takes(")") { Ok(inner) } else { self.wrong(RuleFault::Joint) };
        }
        let word = self.peek().to_lowercase();
        let prefix = if of_plan { "assignedplan." } else { "user." };
        let Some(name) = word.strip_prefix(prefix) else { return self.wrong(RuleFault::Comparison) };
        match name {
            "assignedplans" if !of_plan => {
                self.at += 1;
                let every = self.operator() == "all";
                if !every && self.operator() != "any" {
                    return self.wrong(RuleFault::Operator);
                }
                self.at += 1;
                if !self.takes("(") {
                    return self.wrong(RuleFault::Comparison);
                }
                let inner = self.disjunction(true)?;
                if !self.takes(")") {
                    return self.wrong(RuleFault::Joint);
                }
                Ok(Condition::Plans(every, Box::new(inner)))
            }
            "memberof" if !of_plan => {
                self.at += 1;
                self.member_of()
            }
            _ if of_plan && PLAN.contains(&name) || !of_plan && USER.contains(&name) => {
                self.at += 1;
                self.comparison(name)
            }
            _ => self.wrong(RuleFault::Property),
        }
    }

    fn member_of(&mut self) -> Result<Condition, RuleError> {
        if self.operator() != "any" {
            return self.wrong(RuleFault::Operator);
        }
        self.at += 1;
        if !self.takes("(") {
            return self.wrong(RuleFault::Comparison);
        }
        if self.peek().to_lowercase() != "group.objectid" {
            return self.wrong(RuleFault::Property);
        }
        self.at += 1;
        let operator = self.operator();
        let known = BY_VALUE.contains(&operator.as_str()) || OF_TEXTS.contains(&operator.as_str());
        if !known {
            return self.wrong(RuleFault::Operator);
        }
        self.at += 1;
        // The fault of an operator that goes not with groups is found behind it.
        if !["in", "eq"].contains(&operator.as_str()) {
            return self.wrong(RuleFault::Operator);
        }
        let values = self.values(&operator)?;
        self.check(&values, |value| value.as_deref().is_some_and(is_guid))?;
        if !self.takes(")") {
            return self.wrong(RuleFault::Joint);
        }
        Ok(Condition::MemberOf(values.into_iter().filter_map(|(value, _)| value).collect()))
    }

    fn comparison(&mut self, name: &str) -> Result<Condition, RuleError> {
        let operator = self.operator();
        let by_value = BY_VALUE.contains(&operator.as_str());
        if !by_value && !OF_TEXTS.contains(&operator.as_str()) {
            return self.wrong(RuleFault::Operator);
        }
        let at_operator = self.tokens[self.at].1;
        self.at += 1;
        let values = self.values(&operator)?;
        match name {
            "accountenabled" | "serviceplanid" | "capabilitystatus" if !by_value => {
                return Err(RuleError { fault: RuleFault::Operator, at: at_operator });
            }
            "accountenabled" => self.check(&values, |value| match value {
                None => true,
                Some(value) => value == "true" || value == "false",
            })?,
            "serviceplanid" => self.check(&values, |value| value.as_deref().is_some_and(is_guid))?,
            "capabilitystatus" => {
                let is_status = |value: &str| value.strip_prefix('"').is_some_and(|value| STATUSES.contains(&value));
                self.check(&values, |value| value.as_deref().is_some_and(is_status))?;
            }
            // Null is a value, and nothing begins with it.
            _ => self.check(&values, |value| match value {
                None => by_value,
                Some(value) => value.starts_with('"'),
            })?,
        }
        if operator.ends_with("match")
            && let Some((Some(pattern), at)) = values.first()
            && pattern_of(pattern).is_none()
        {
            return Err(RuleError { fault: RuleFault::Pattern, at: *at });
        }
        let values = values.into_iter().map(|(value, _)| value).collect();
        Ok(Condition::Compare(name.to_string(), operator, values))
    }

    fn check(&self, values: &[Worth], fits: impl Fn(&Option<String>) -> bool) -> Result<(), RuleError> {
        match values.iter().find(|(value, _)| !fits(value)) {
            None => Ok(()),
            Some((_, at)) => Err(RuleError { fault: RuleFault::Value, at: *at }),
        }
    }

    /// Values, in lower case but for patterns: `\D` is not `\d`.
    fn values(&mut self, operator: &str) -> Result<Vec<Worth>, RuleError> {
        let lower = |(value, at): Worth| (value.map(|value| value.to_lowercase()), at);
        if operator.ends_with("match") {
            return Ok(vec![self.value()?]);
        }
        if !WITH_LIST.contains(&operator) {
            return Ok(vec![lower(self.value()?)]);
        }
        if !self.takes("[") {
            return self.wrong(RuleFault::Value);
        }
        let mut values = vec![lower(self.value()?)];
        while self.takes(",") {
            values.push(lower(self.value()?));
        }
        if self.takes("]") { Ok(values) } else { self.wrong(RuleFault::Value) }
    }

    fn value(&mut self) -> Result<Worth, RuleError> {
        let Some((token, at)) = self.tokens.get(self.at).cloned() else { return self.wrong(RuleFault::Value) };
        self.at += 1;
        if token.starts_with('\u{0}') {
            return Err(RuleError { fault: RuleFault::Unclosed, at });
        }
        if let Some(text) = token.strip_prefix(['"', '\'']) {
            return Ok((Some(format!("\"{text}")), at));
        }
        match token.to_ascii_lowercase().as_str() {
            "null" | "$null" => Ok((None, at)),
            word @ ("true" | "false") => Ok((Some(word.to_string()), at)),
            _ => {
                self.at -= 1;
                self.wrong(RuleFault::Value)
            }
        }
    }
}

fn is_guid(value: &str) -> bool {
    value.strip_prefix('"').is_some_and(|value| Guid::from_plain(value).is_some())
}

/// A pattern of those that are simulated.
fn pattern_of(value: &str) -> Option<regex::Regex> {
    let pattern = value.strip_prefix('"').unwrap_or(value);
    RegexBuilder::new(pattern).case_insensitive(true).build().ok()
}

impl Model {
    /// Whether a user fits a rule.
    pub(crate) fn fits(&self, condition: &Condition, user: UserId, plan: Option<(PlanId, &str)>) -> bool {
        match condition {
            Condition::And(a, b) => self.fits(a, user, plan) && self.fits(b, user, plan),
            Condition::Or(a, b) => self.fits(a, user, plan) || self.fits(b, user, plan),
            Condition::Not(inner) => !self.fits(inner, user, plan),
            Condition::Plans(every, inner) => {
                let plans = self.plans_with_status(user);
                let mut fitting = plans.iter().map(|(id, status)| self.fits(inner, user, Some((*id, status))));
                if *every { fitting.all(|fits| fits) } else { fitting.any(|fits| fits) }
            }
            Condition::MemberOf(ids) => ids.iter().any(|id| {
                let id = id.trim_start_matches('"');
                let group = self.groups.keys().find(|group| self.group_id(**group).to_string() == id);
                group.is_some_and(|group| self.is_member(*group, Member::User(user)))
            }),
            Condition::Compare(name, operator, values) => {
                let own = match plan {
                    Some((plan, status)) if PLAN.contains(&name.as_str()) => Some(match name.as_str() {
                        "serviceplanid" => format!(
                            "\"{}",
                            self.catalog.plan(plan).map_or_else(String::new, |info| info.guid.to_string())
                        ),
                        _ => format!("\"{}", status.to_lowercase()),
                    }),
                    _ => self.value_of(user, name),
                };
                compare(own, operator, values)
            }
        }
    }

    /// A property in lower case, as values of rules are written.
    fn value_of(&self, id: UserId, name: &str) -> Option<String> {
        let user = &self.users[&id];
        let text = match name {
            "accountenabled" => return Some(user.enabled.to_string()),
            "usertype" => Some(if user.guest { "Guest".to_string() } else { "Member".to_string() }),
            "usagelocation" => user.location.map(|country| country.to_string()),
            _ => Property::from_name(name).and_then(|of| self.properties.get(&(Member::User(id), of)).cloned()),
        };
        text.map(|text| format!("\"{}", text.to_lowercase()))
    }

    /// The plans that are on in some path in force, each with the best status of the products that give it.
    fn plans_with_status(&self, id: UserId) -> std::collections::BTreeMap<PlanId, &'static str> {
        let mut plans = std::collections::BTreeMap::new();
        for ((product, _), row) in self.users[&id].rows.iter().filter(|(_, row)| row.in_force) {
            let status = self.units.get(product).copied().unwrap_or_default().capability_status().name();
            let place = |status: &str| STATUSES.iter().position(|known| *known == status.to_lowercase());
            for plan in self.enabled(*product, &row.disabled) {
                let best = plans.entry(plan).or_insert(status);
                if place(status) < place(best) {
                    *best = status;
                }
            }
        }
        plans
    }

    fn group_id(&self, group: GroupId) -> Guid {
        guid::derive(self.seed, GuidKind::Group, group.raw())
    }
}

fn compare(own: Option<String>, operator: &str, values: &[Option<String>]) -> bool {
    let (operator, negated) = match operator {
        "ne" => ("in", true),
        "eq" => ("in", false),
        _ => match operator.strip_prefix("not") {
            Some(operator) => (operator, true),
            None => (operator, false),
        },
    };
    let text = |value: &Option<String>| value.as_deref().map(|value| value.trim_start_matches('"').to_string());
    let holds = match (operator, text(&own), values.first().and_then(text)) {
        ("in", ..) => values.contains(&own),
        ("startswith", Some(own), Some(value)) => own.starts_with(&value),
        ("endswith", Some(own), Some(value)) => own.ends_with(&value),
        ("contains", Some(own), Some(value)) => own.contains(&value),
        ("match", Some(own), Some(value)) => pattern_of(&value).is_some_and(|pattern| pattern.is_match(&own)),
        _ => false,
    };
    holds != negated
}
