//! R17: the text of a membership rule, read. Names and operators are taken in any case, operators with or without their hyphen,
//! as Microsoft's do. Source: Microsoft, Manage rules for dynamic membership groups in Microsoft Entra ID.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::rule::{MembershipRule, RuleError, RuleFault, TextOf};
use licensing_model::{CapabilityStatus, Guid};

use super::pattern::Pattern;
use super::rule::{How, Test};

/// How deep parentheses and `-not` may stand in each other.
const DEEPEST: usize = 32;

/// Reads a rule.
///
/// # Errors
/// What is wrong with it first, and where.
pub(super) fn parse(text: &str) -> Result<Test, RuleError> {
    let mut parser = Parser { letters: text.chars().collect(), at: 0, depth: 0 };
    if parser.letters.len() > MembershipRule::LONGEST {
        return Err(parser.wrong(RuleFault::TooLong, MembershipRule::LONGEST));
    }
    let test = parser.any(Of::User)?;
    match parser.next_place() {
        None => Ok(test),
        Some(at) => Err(parser.wrong(RuleFault::Joint, at)),
    }
}

/// What conditions are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    User,
    Plan,
}

/// What a value is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Text(TextOf),
    Enabled,
    PlanId,
    Status,
}

/// An operator on values; each of them has its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Equals,
    In,
    Starts,
    Ends,
    Contains,
    Matches,
}

const OPERATORS: [(&str, Operator, bool); 12] = [
    ("eq", Operator::Equals, false),
    ("ne", Operator::Equals, true),
    ("in", Operator::In, false),
    ("notIn", Operator::In, true),
    ("startsWith", Operator::Starts, false),
    ("notStartsWith", Operator::Starts, true),
    ("endsWith", Operator::Ends, false),
    ("notEndsWith", Operator::Ends, true),
    ("contains", Operator::Contains, false),
    ("notContains", Operator::Contains, true),
    ("match", Operator::Matches, false),
    ("notMatch", Operator::Matches, true),
];

/// A value, and where it stands.
struct Value {
    what: Literal,
    at: usize,
}

enum Literal {
    Text(String),
    Flag(bool),
    Null,
}

type Parsed<T> = Result<T, RuleError>;

struct Parser {
    letters: Vec<char>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn wrong(&self, fault: RuleFault, at: usize) -> RuleError {
        RuleError { fault, at: u32::try_from(at.saturating_add(1)).unwrap_or(u32::MAX) }
    }

    fn letter(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    /// Where the next word or sign stands; nothing at the end.
    fn next_place(&mut self) -> Option<usize> {
        while self.letter().is_some_and(char::is_whitespace) {
            self.at = self.at.saturating_add(1);
        }
        self.letter().map(|_| self.at)
    }

    /// Takes a sign, if it stands here.
    fn sign(&mut self, sign: char) -> bool {
        let is_here = self.next_place().is_some() && self.letter() == Some(sign);
        self.at = self.at.saturating_add(usize::from(is_here));
        is_here
    }

    fn need_sign(&mut self, sign: char, fault: RuleFault) -> Parsed<()> {
        if self.sign(sign) { Ok(()) } else { Err(self.wrong_here(fault)) }
    }

    fn wrong_here(&mut self, fault: RuleFault) -> RuleError {
        match self.next_place() {
            Some(at) => self.wrong(fault, at),
            None => self.wrong(RuleFault::Ends, self.letters.len()),
        }
    }

    /// The word that stands here, without being taken.
    fn word(&mut self) -> String {
        self.next_place();
        let rest = self.letters.get(self.at..).unwrap_or_default().iter();
        rest.take_while(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '_' | '$')).collect()
    }

    fn take(&mut self, word: &str) {
        self.at = self.at.saturating_add(word.chars().count());
    }

    /// Takes `-and` and the like, if it stands here.
    fn keyword(&mut self, keyword: &str) -> bool {
        let word = self.word();
        let is_here = word.strip_prefix('-').unwrap_or(&word).eq_ignore_ascii_case(keyword);
        if is_here {
            self.take(&word);
        }
        is_here
    }

    fn any(&mut self, of: Of) -> Parsed<Test> {
        let mut tests = alloc::vec![self.all(of)?];
        while self.keyword("or") {
            tests.push(self.all(of)?);
        }
        Ok(joined(tests, Test::Any))
    }

    fn all(&mut self, of: Of) -> Parsed<Test> {
        let mut tests = alloc::vec![self.one(of)?];
        while self.keyword("and") {
            tests.push(self.one(of)?);
        }
        Ok(joined(tests, Test::All))
    }

    fn one(&mut self, of: Of) -> Parsed<Test> {
        if self.depth >= DEEPEST {
            return Err(self.wrong_here(RuleFault::TooDeep));
        }
        self.depth = self.depth.saturating_add(1);
        let test = if self.keyword("not") {
            Test::Not(Box::new(self.one(of)?))
        } else if self.sign('(') {
            self.closed(|parser| parser.any(of))?
        } else {
            self.comparison(of)?
        };
        self.depth = self.depth.saturating_sub(1);
        Ok(test)
    }

    /// What stands behind a parenthesis that opens, up to the one that closes.
    fn closed<T>(&mut self, inner: impl FnOnce(&mut Parser) -> Parsed<T>) -> Parsed<T> {
        let inner = inner(self)?;
        self.need_sign(')', RuleFault::Joint)?;
        Ok(inner)
    }

    fn comparison(&mut self, of: Of) -> Parsed<Test> {
        let word = self.word();
        let prefix = match of {
            Of::User => "user.",
            Of::Plan => "assignedPlan.",
        };
        let start = word.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix));
        let (Some(_), Some(name)) = (start, word.get(prefix.len()..)) else {
            return Err(self.wrong_here(RuleFault::Comparison));
        };
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        let text = TextOf::ALL.iter().find(|text| is(text.name()));
        let subject = match of {
            Of::User if is("assignedPlans") => {
                self.take(&word);
                return self.plans();
            }
            Of::User if is("memberOf") => {
                self.take(&word);
                return self.member_of();
            }
            Of::User if is("accountEnabled") => Some(Subject::Enabled),
            Of::User => text.map(|text| Subject::Text(*text)),
            Of::Plan if is("servicePlanId") => Some(Subject::PlanId),
            Of::Plan if is("capabilityStatus") => Some(Subject::Status),
            Of::Plan => None,
        };
        let Some(subject) = subject else { return Err(self.wrong_here(RuleFault::Property)) };
        self.take(&word);
        self.values(subject)
    }

    /// `-any (…)` or `-all (…)` of assigned plans.
    fn plans(&mut self) -> Parsed<Test> {
        let all = self.keyword("all");
        if !all && !self.keyword("any") {
            return Err(self.wrong_here(RuleFault::Operator));
        }
        self.need_sign('(', RuleFault::Comparison)?;
        let test = Box::new(self.closed(|parser| parser.any(Of::Plan))?);
        Ok(Test::Plans { all, test })
    }

    /// `-any (group.objectId -in […])`, one level deep.
    fn member_of(&mut self) -> Parsed<Test> {
        if !self.keyword("any") {
            return Err(self.wrong_here(RuleFault::Operator));
        }
        self.need_sign('(', RuleFault::Comparison)?;
        let word = self.word();
        if !word.eq_ignore_ascii_case("group.objectId") {
            return Err(self.wrong_here(RuleFault::Property));
        }
        self.take(&word);
        self.closed(|parser| {
            let values = match parser.operator()? {
                (Operator::In, false) => parser.list()?,
                (Operator::Equals, false) => alloc::vec![parser.value()?],
                _ => return Err(parser.wrong_here(RuleFault::Operator)),
            };
            Ok(Test::MemberOf(parser.guids(&values)?))
        })
    }

    /// The operator that stands here, and whether it is negated. It is taken.
    fn operator(&mut self) -> Parsed<(Operator, bool)> {
        let word = self.word();
        let name = word.strip_prefix('-').unwrap_or(&word);
        let known = OPERATORS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name));
        let Some((_, operator, negated)) = known else { return Err(self.wrong_here(RuleFault::Operator)) };
        self.take(&word);
        Ok((*operator, *negated))
    }

    fn values(&mut self, subject: Subject) -> Parsed<Test> {
        let at = self.next_place().unwrap_or(self.at);
        let (operator, negated) = self.operator()?;
        let values = if operator == Operator::In { self.list()? } else { alloc::vec![self.value()?] };
        let by_value = matches!(operator, Operator::Equals | Operator::In);
        let test = match subject {
            Subject::Text(of) if by_value => Test::Text(of, How::Is(self.each(&values, nullable_text)?)),
            Subject::Text(of) if operator == Operator::Matches => {
                let pattern = |value: &Literal| raw(value).map(Pattern::read);
                let wrong = || self.wrong(RuleFault::Pattern, values.first().map_or(at, |value| value.at));
                let pattern = self.each(&values, pattern)?.pop().flatten().ok_or_else(wrong)?;
                Test::Text(of, How::Matches(pattern))
            }
            Subject::Text(of) => {
                let text = self.each(&values, text)?.pop().unwrap_or_default();
                Test::Text(
                    of,
                    match operator {
                        Operator::Starts => How::Starts(text),
                        Operator::Ends => How::Ends(text),
                        _ => How::Contains(text),
                    },
                )
            }
            // These have no other operators.
            _ if !by_value => return Err(self.wrong(RuleFault::Operator, at)),
            Subject::Enabled => Test::Enabled(self.each(&values, nullable_flag)?),
            Subject::PlanId => Test::PlanIs(self.guids(&values)?),
            Subject::Status => Test::StatusIs(self.each(&values, status)?),
        };
        Ok(if negated { Test::Not(Box::new(test)) } else { test })
    }

    fn guids(&self, values: &[Value]) -> Parsed<Vec<Guid>> {
        self.each(values, |value| match value {
            Literal::Text(text) => Guid::from_plain(text),
            _ => None,
        })
    }

    fn each<T>(&self, values: &[Value], read: impl Fn(&Literal) -> Option<T>) -> Parsed<Vec<T>> {
        let read = |value: &Value| read(&value.what).ok_or_else(|| self.wrong(RuleFault::Value, value.at));
        values.iter().map(read).collect()
    }

    /// `["a", "b"]`.
    fn list(&mut self) -> Parsed<Vec<Value>> {
        self.need_sign('[', RuleFault::Value)?;
        let mut values = alloc::vec![self.value()?];
        while self.sign(',') {
            values.push(self.value()?);
        }
        self.need_sign(']', RuleFault::Value)?;
        Ok(values)
    }

    fn value(&mut self) -> Parsed<Value> {
        let Some(at) = self.next_place() else { return Err(self.wrong_here(RuleFault::Value)) };
        if let Some(quote) = self.letter().filter(|letter| matches!(letter, '"' | '\'')) {
            self.at = self.at.saturating_add(1);
            return Ok(Value { what: Literal::Text(self.quoted(quote, at)?), at });
        }
        let word = self.word();
        let what = match word.to_ascii_lowercase().as_str() {
            "true" => Literal::Flag(true),
            "false" => Literal::Flag(false),
            "null" | "$null" => Literal::Null,
            _ => return Err(self.wrong(RuleFault::Value, at)),
        };
        self.take(&word);
        Ok(Value { what, at })
    }

    /// A text up to its closing quotation mark; a backtick takes the next letter as it is.
    fn quoted(&mut self, quote: char, at: usize) -> Parsed<String> {
        let mut text = String::new();
        while let Some(letter) = self.letter() {
            self.at = self.at.saturating_add(1);
            match letter {
                letter if letter == quote => return Ok(text),
                '`' => {
                    text.extend(self.letter());
                    self.at = self.at.saturating_add(1);
                }
                letter => text.push(letter),
            }
        }
        Err(self.wrong(RuleFault::Unclosed, at))
    }
}

fn joined(mut tests: Vec<Test>, join: impl FnOnce(Vec<Test>) -> Test) -> Test {
    match tests.pop() {
        Some(only) if tests.is_empty() => only,
        last => {
            tests.extend(last);
            join(tests)
        }
    }
}

fn raw(value: &Literal) -> Option<&str> {
    match value {
        Literal::Text(text) => Some(text),
        Literal::Flag(_) | Literal::Null => None,
    }
}

/// Texts are compared in lower case.
fn text(value: &Literal) -> Option<String> {
    raw(value).map(str::to_lowercase)
}

fn nullable_text(value: &Literal) -> Option<Option<String>> {
    if matches!(value, Literal::Null) { Some(None) } else { text(value).map(Some) }
}

fn nullable_flag(value: &Literal) -> Option<Option<bool>> {
    match value {
        Literal::Flag(flag) => Some(Some(*flag)),
        Literal::Null => Some(None),
        Literal::Text(_) => None,
    }
}

fn status(value: &Literal) -> Option<CapabilityStatus> {
    let name = text(value)?;
    CapabilityStatus::ALL.into_iter().find(|status| status.name().eq_ignore_ascii_case(&name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use licensing_model::Property;

    fn is(of: TextOf, value: &str) -> Test {
        Test::Text(of, How::Is(alloc::vec![Some(String::from(value))]))
    }

    const DEPARTMENT: TextOf = TextOf::Kept(Property::DEPARTMENT);

    #[test]
    fn reads_what_microsoft_shows() {
        assert_eq!(parse("user.department -eq \"Sales\""), Ok(is(DEPARTMENT, "sales")));
        assert_eq!(parse("(user.department eq 'Sales')"), Ok(is(DEPARTMENT, "sales")));
        let both = Test::All(alloc::vec![is(DEPARTMENT, "sales"), is(TextOf::Kept(Property::COUNTRY), "nl")]);
        assert_eq!(parse("(user.department -eq \"Sales\") -and (user.country -eq \"NL\")"), Ok(both.clone()));
        // -and binds closer than -or, -not closer still.
        let not = Test::Not(Box::new(is(TextOf::UserType, "guest")));
        let text = "-not user.userType -eq \"Guest\" -or user.department -eq \"Sales\" -and user.country -eq \"NL\"";
        assert_eq!(parse(text), Ok(Test::Any(alloc::vec![not, both])));
        assert_eq!(parse("user.accountEnabled -eq true"), Ok(Test::Enabled(alloc::vec![Some(true)])));
        assert_eq!(parse("user.jobTitle -ne null"), {
            let test = Test::Text(TextOf::Kept(Property::JOB_TITLE), How::Is(alloc::vec![None]));
            Ok(Test::Not(Box::new(test)))
        });
        let guid = "efb87545-963c-4e0d-99df-69c6916d9eb0";
        let plan = alloc::format!(
            "user.assignedPlans -any (assignedPlan.servicePlanId -eq \"{guid}\" -and \
             assignedPlan.capabilityStatus -eq \"Enabled\")"
        );
        let guid: Guid = guid.parse().unwrap();
        let test = Test::All(alloc::vec![
            Test::PlanIs(alloc::vec![guid]),
            Test::StatusIs(alloc::vec![CapabilityStatus::Enabled])
        ]);
        assert_eq!(parse(&plan), Ok(Test::Plans { all: false, test: Box::new(test) }));
        let groups = alloc::format!("user.memberof -any (group.objectId -in ['{guid}'])");
        assert_eq!(parse(&groups), Ok(Test::MemberOf(alloc::vec![guid])));
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (text, fault, at) in [
            ("", RuleFault::Ends, 1),
            ("department -eq \"Sales\"", RuleFault::Comparison, 1),
            ("user.shoeSize -eq 1", RuleFault::Property, 1),
            ("user.department", RuleFault::Ends, 16),
            ("user.department -is \"Sales\"", RuleFault::Operator, 17),
            ("user.department -eq Sales", RuleFault::Value, 21),
            ("user.department -eq \"Sales", RuleFault::Unclosed, 21),
            ("user.department -eq \"Sales\" user", RuleFault::Joint, 29),
            ("(user.department -eq \"Sales\"", RuleFault::Ends, 29),
            ("user.department -match \"(\"", RuleFault::Pattern, 24),
            ("user.accountEnabled -contains true", RuleFault::Operator, 21),
            ("user.accountEnabled -eq \"true\"", RuleFault::Value, 25),
            ("user.department -in [\"a\", 1]", RuleFault::Value, 27),
            ("user.assignedPlans -eq null", RuleFault::Operator, 20),
            ("user.assignedPlans -any (assignedPlan.service -eq \"SCO\")", RuleFault::Property, 26),
            ("user.memberof -any (group.objectId -in ['x'])", RuleFault::Value, 41),
            ("user.memberof -any (group.objectId -notIn ['x'])", RuleFault::Operator, 43),
        ] {
            assert_eq!(parse(text), Err(RuleError { fault, at }), "{text}");
        }
        let deep = alloc::format!("{}user.department -eq \"a\"", "(".repeat(100));
        assert_eq!(parse(&deep).map_err(|error| error.fault), Err(RuleFault::TooDeep));
        let long = alloc::format!("user.department -eq \"{}\"", "a".repeat(MembershipRule::LONGEST));
        assert_eq!(parse(&long).map_err(|error| error.fault), Err(RuleFault::TooLong));
    }
}
