//! The grammar of `$filter`: the part of OData that is simulated. What OData has besides is refused by name.
//!
//! ```text
//! or      = and *( "or" and )
//! and     = unary *( "and" unary )
//! unary   = "not" unary | "(" or ")" | ( "startsWith" | "endsWith" ) "(" path "," literal ")" | path test
//! test    = ( "eq" | "ne" | "gt" | "ge" | "lt" | "le" ) literal | "in" "(" literal *( "," literal ) ")" | "/any(" [ name ":" or ] ")"
//! ```

use winnow::combinator::{not, peek, separated};
use winnow::error::{ModalError, ParserError};
use winnow::prelude::*;
use winnow::stream::{LocatingSlice, Location, Stateful, Stream};
use winnow::token::{any, take_while};

use super::{COUNT, DEEPEST, End, Expression, Fault, LONGEST, Literal, LiteralValue, Order, Path};

/// The text, and how deep the parser stands in it.
type Input<'i> = Stateful<LocatingSlice<&'i str>, usize>;
type Parsed<T> = core::result::Result<T, Fault>;

impl ParserError<Input<'_>> for Fault {
    type Inner = Fault;

    fn from_input(input: &Input<'_>) -> Fault {
        Fault { backtrack: true, ..Fault::new(input.current_token_start(), "unexpected text") }
    }

    fn assert(input: &Input<'_>, _message: &'static str) -> Fault {
        Fault::from_input(input)
    }

    fn is_backtrack(&self) -> bool {
        self.backtrack
    }

    fn into_inner(self) -> core::result::Result<Fault, Fault> {
        Ok(self)
    }
}

impl ModalError for Fault {
    fn cut(self) -> Fault {
        Fault { backtrack: false, ..self }
    }

    fn backtrack(self) -> Fault {
        Fault { backtrack: true, ..self }
    }
}

/// Reads a filter.
pub(crate) fn parse(text: &str) -> Parsed<Expression> {
    if text.len() > LONGEST {
        return Err(Fault::new(LONGEST, format!("a $filter has at most {LONGEST} bytes; this one goes on")));
    }
    let mut input = Stateful { input: LocatingSlice::new(text), state: 0 };
    blanks(&mut input)?;
    let expression = disjunction(&mut input)?;
    blanks(&mut input)?;
    match peek_char(&input) {
        None => Ok(expression),
        Some(')') => Err(Fault::new(input.current_token_start(), "a ')' without a '('")),
        Some(_) => {
            let at = input.current_token_start();
            let word = word(&mut input).unwrap_or_default();
            Err(match word.to_ascii_lowercase().as_str() {
                "add" | "sub" | "mul" | "div" | "mod" | "has" => unsupported(at, "operator", word),
                _ => Fault::new(at, "expected 'and', 'or' or the end"),
            })
        }
    }
}

fn disjunction(input: &mut Input<'_>) -> Parsed<Expression> {
    let mut operands: Vec<_> = separated(1.., conjunction, keyword("or")).parse_next(input)?;
    Ok(if operands.len() > 1 { Expression::Or(operands) } else { only(&mut operands) })
}

fn conjunction(input: &mut Input<'_>) -> Parsed<Expression> {
    let mut operands: Vec<_> = separated(1.., unary, keyword("and")).parse_next(input)?;
    Ok(if operands.len() > 1 { Expression::And(operands) } else { only(&mut operands) })
}

/// The one operand; there is one, for both rules ask for it.
fn only(operands: &mut Vec<Expression>) -> Expression {
    operands.pop().unwrap_or(Expression::And(Vec::new()))
}

fn unary(input: &mut Input<'_>) -> Parsed<Expression> {
    if peek_char(input) == Some('(') {
        return nested(input, |input| parenthesized(input, disjunction));
    }
    let at = input.current_token_start();
    let name = word(input).map_err(|_| Fault::new(at, "expected a property, 'not', 'startsWith' or '('"))?;
    if name.eq_ignore_ascii_case("not") {
        blanks(input)?;
        let operand = nested(input, unary)?;
        return Ok(Expression::Not(Box::new(operand)));
    }
    if peek_char(input) == Some('(') {
        let ends = [End::Start, End::End];
        let Some(end) = ends.into_iter().find(|end| name.eq_ignore_ascii_case(end.function())) else {
            // Users, groups and what else is simulated do not have it, and Graph says so in these words.
            return Err(if name.eq_ignore_ascii_case("contains") {
                Fault::refused(at, "Operator: 'Contains' is not supported.")
            } else {
                unsupported(at, "function", name)
            });
        };
        return parenthesized(input, |input| {
            let (at, name) = (input.current_token_start(), word(input)?);
            let (path, quantifier) = path(input, at, name)?;
            if let Some((at, _)) = quantifier {
                return Err(Fault::new(at, "expected a property without 'any'"));
            }
            blanks(input)?;
            symbol(input, ',')?;
            blanks(input)?;
            Ok(Expression::Affix { path, end, literal: literal(input)? })
        });
    }
    let (path, quantifier) = path(input, at, name)?;
    match quantifier {
        Some((at, name)) if name.eq_ignore_ascii_case("all") => Err(unsupported(at, "operator", name)),
        Some(_) => nested(input, |input| any_of(input, path)),
        None => test(input, path),
    }
}

/// `a/b/c`, and the `any` or `all` at its end with its place. `$count` ends a path.
fn path<'i>(input: &mut Input<'i>, at: usize, first: &str) -> Parsed<(Path, Option<(usize, &'i str)>)> {
    let mut names = vec![first.to_string()];
    while peek_char(input) == Some('/') {
        symbol(input, '/')?;
        let place = input.current_token_start();
        if peek_char(input) == Some('$') {
            symbol(input, '$')?;
            let name = word(input)?;
            if !name.eq_ignore_ascii_case("count") {
                return Err(unsupported(place, "segment", name));
            }
            names.push(COUNT.to_string());
            break;
        }
        let name = word(input)?;
        if peek_char(input) == Some('(') {
            if !name.eq_ignore_ascii_case("any") && !name.eq_ignore_ascii_case("all") {
                return Err(unsupported(place, "function", name));
            }
            return Ok((Path { names, at }, Some((place, name))));
        }
        names.push(name.to_string());
    }
    Ok((Path { names, at }, None))
}

fn any_of(input: &mut Input<'_>, path: Path) -> Parsed<Expression> {
    parenthesized(input, |input| {
        if peek_char(input) == Some(')') {
            return Ok(Expression::Any { path, test: None });
        }
        let variable = word(input)?.to_string();
        blanks(input)?;
        symbol(input, ':')?;
        blanks(input)?;
        let test = disjunction(input)?;
        Ok(Expression::Any { path, test: Some((variable, Box::new(test))) })
    })
}

fn test(input: &mut Input<'_>, path: Path) -> Parsed<Expression> {
    blanks(input)?;
    let at = input.current_token_start();
    let operator = word(input).map_err(|_| Fault::new(at, "expected an operator such as eq"))?;
    let negated = operator.eq_ignore_ascii_case("ne");
    if negated || operator.eq_ignore_ascii_case("eq") {
        blanks(input)?;
        return Ok(Expression::Equals { path, literal: literal(input)?, negated });
    }
    if operator.eq_ignore_ascii_case("in") {
        blanks(input)?;
        let literals = parenthesized(input, |input| separated(1.., literal, comma).parse_next(input))?;
        return Ok(Expression::In { path, literals });
    }
    let order = match operator.to_ascii_lowercase().as_str() {
        "lt" => Some(Order::Less),
        "le" => Some(Order::LessOrEqual),
        "gt" => Some(Order::Greater),
        "ge" => Some(Order::GreaterOrEqual),
        _ => None,
    };
    if let Some(order) = order {
        blanks(input)?;
        return Ok(Expression::Compare { path, order, literal: literal(input)? });
    }
    Err(match operator.to_ascii_lowercase().as_str() {
        "has" | "add" | "sub" | "mul" | "div" | "mod" => unsupported(at, "operator", operator),
        _ => Fault::new(at, "expected an operator such as eq"),
    })
}

fn literal(input: &mut Input<'_>) -> Parsed<Literal> {
    let at = input.current_token_start();
    if peek_char(input) == Some('\'') {
        return Ok(Literal { value: LiteralValue::Text(quoted(input)?), at });
    }
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.' | ':' | '_');
    let text: &str = take_while(0.., bare).parse_next(input)?;
    let value = bare_value(text)
        .ok_or_else(|| Fault::new(at, "expected a value: 'text' in quotes, true, false, null, a GUID or a time"))?;
    Ok(Literal { value, at })
}

fn bare_value(text: &str) -> Option<LiteralValue> {
    Some(match text {
        "null" => LiteralValue::Null,
        "true" => LiteralValue::Flag(true),
        "false" => LiteralValue::Flag(false),
        _ if licensing_model::Guid::from_plain(text).is_some() => LiteralValue::Id(text.to_ascii_lowercase()),
        _ if is_like(text, b"0000-00-00T00:00:00Z") => LiteralValue::Time(text.to_ascii_uppercase()),
        // A day alone is its beginning.
        _ if is_like(text, b"0000-00-00") => LiteralValue::Time(format!("{text}T00:00:00Z")),
        _ => LiteralValue::Number(text.parse().ok()?),
    })
}

/// Whether a text has this form, with any digit for each `0`.
fn is_like(text: &str, form: &[u8]) -> bool {
    let fits = |(byte, form): (u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        form => byte.eq_ignore_ascii_case(form),
    };
    text.len() == form.len() && text.bytes().zip(form).all(fits)
}

/// `'it''s'`.
fn quoted(input: &mut Input<'_>) -> Parsed<String> {
    let opened = input.current_token_start();
    symbol(input, '\'')?;
    let mut text = String::new();
    loop {
        let part: &str = take_while(0.., |c: char| c != '\'').parse_next(input)?;
        text.push_str(part);
        if peek_char(input).is_none() {
            return Err(Fault::new(opened, "a text without its closing quote"));
        }
        symbol(input, '\'')?;
        if peek_char(input) != Some('\'') {
            return Ok(text);
        }
        symbol(input, '\'')?;
        text.push('\'');
    }
}

fn comma(input: &mut Input<'_>) -> Parsed<()> {
    (take_while(0.., is_blank), ',', take_while(0.., is_blank)).void().parse_next(input)
}

/// A word of the grammar with blanks before it, in any case.
fn keyword<'i>(expected: &'static str) -> impl Parser<Input<'i>, (), Fault> {
    move |input: &mut Input<'i>| {
        (
            take_while(0.., is_blank),
            take_while(1.., is_name).verify(|name: &str| name.eq_ignore_ascii_case(expected)),
            peek(not(any.verify(|c: &char| matches!(c, '/' | ':')))),
            take_while(0.., is_blank),
        )
            .void()
            .parse_next(input)
    }
}

/// `( … )`.
fn parenthesized<'i, T>(input: &mut Input<'i>, inner: impl FnOnce(&mut Input<'i>) -> Parsed<T>) -> Parsed<T> {
    let opened = input.current_token_start();
    symbol(input, '(')?;
    blanks(input)?;
    let value = inner(input)?;
    blanks(input)?;
    if peek_char(input).is_none() {
        return Err(Fault::new(opened, "a '(' without its ')'"));
    }
    symbol(input, ')')?;
    Ok(value)
}

/// One level deeper, unless that is too deep.
fn nested<'i, T>(input: &mut Input<'i>, inner: impl FnOnce(&mut Input<'i>) -> Parsed<T>) -> Parsed<T> {
    if input.state >= DEEPEST {
        return Err(Fault::new(input.current_token_start(), format!("more than {DEEPEST} levels")));
    }
    input.state += 1;
    let value = inner(input)?;
    input.state -= 1;
    Ok(value)
}

fn word<'i>(input: &mut Input<'i>) -> Parsed<&'i str> {
    let at = input.current_token_start();
    let name: &str = take_while(0.., is_name).parse_next(input)?;
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if begins { Ok(name) } else { Err(Fault::new(at, "expected a name")) }
}

fn symbol(input: &mut Input<'_>, expected: char) -> Parsed<()> {
    let at = input.current_token_start();
    if peek_char(input) != Some(expected) {
        return Err(Fault::new(at, format!("expected '{expected}'")));
    }
    input.next_token();
    Ok(())
}

fn blanks(input: &mut Input<'_>) -> Parsed<()> {
    take_while(0.., is_blank).void().parse_next(input)
}

fn peek_char(input: &Input<'_>) -> Option<char> {
    input.peek_token()
}

fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t'
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn unsupported(at: usize, what: &str, name: &str) -> Fault {
    Fault::new(at, format!("the {what} '{}' is not simulated; it stands", crate::error::brief(name)))
}
