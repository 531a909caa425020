//! Names and types of a filter, checked against the schema before any row is looked at.

use super::{COUNT, End, Expression, Fault, Literal, LiteralValue, Order, Path};
use crate::schema::{Kind, Property, Schema, find};

/// A filter that fits its resource.
#[derive(Clone, Debug)]
pub(crate) enum Bound {
    All(Vec<Bound>),
    Any(Vec<Bound>),
    Not(Box<Bound>),
    /// One of these values.
    Equals {
        path: Vec<&'static str>,
        values: Vec<LiteralValue>,
    },
    /// A value that compares so.
    Compare {
        path: Vec<&'static str>,
        order: Order,
        value: LiteralValue,
    },
    /// A text that begins or ends so, in lower case.
    Affix {
        path: Vec<&'static str>,
        end: End,
        text: String,
    },
    /// An element of the collection that passes, or any element.
    Element {
        path: Vec<&'static str>,
        test: Option<Box<Bound>>,
    },
}

impl Bound {
    /// The text that an element of the collection at `path` must have below `name`, if what passes must have such a one.
    pub(crate) fn required(&self, path: &str, name: &str) -> Option<&str> {
        match self {
            Bound::All(operands) => operands.iter().find_map(|operand| operand.required(path, name)),
            Bound::Element { path: own, test: Some(test) } if own[..] == [path] => test.required_text(name),
            _ => None,
        }
    }

    /// Whether a test of an element looks at nothing but these of its properties.
    pub(super) fn reads_only(&self, names: &[&str]) -> bool {
        match self {
            Bound::All(operands) | Bound::Any(operands) => operands.iter().all(|operand| operand.reads_only(names)),
            Bound::Not(operand) => operand.reads_only(names),
            Bound::Equals { path, .. }
            | Bound::Compare { path, .. }
            | Bound::Affix { path, .. }
            | Bound::Element { path, .. } => path.first().is_some_and(|first| names.contains(first)),
        }
    }

    fn required_text(&self, name: &str) -> Option<&str> {
        match self {
            Bound::All(operands) => operands.iter().find_map(|operand| operand.required_text(name)),
            Bound::Equals { path, values } if path[..] == [name] => match values.as_slice() {
                [LiteralValue::Text(text)] => Some(text),
                _ => None,
            },
            _ => None,
        }
    }
}

/// What names can mean at some place of a filter.
enum Scope<'a> {
    /// Properties of a resource, which may be of several types.
    Row(&'static [&'static Schema]),
    /// An element of a collection, by the name of its variable.
    Element { variable: &'a str, kind: Kind },
}

/// A filter over resources of these types.
pub(crate) fn bind(expression: &Expression, schemas: &'static [&'static Schema]) -> Result<Bound, Fault> {
    Scope::Row(schemas).bind(expression)
}

impl Expression {
    /// The operator that only advanced queries have, if there is one.
    pub(crate) fn advanced_operator(&self) -> Option<&'static str> {
        match self {
            Expression::And(operands) | Expression::Or(operands) => {
                operands.iter().find_map(Expression::advanced_operator)
            }
            Expression::Not(_) => Some("not"),
            Expression::Equals { negated: true, .. } => Some("ne"),
            Expression::Affix { end: End::End, .. } => Some("endsWith"),
            Expression::Equals { path, .. } | Expression::In { path, .. } | Expression::Compare { path, .. }
                if path.is_count() =>
            {
                Some(COUNT)
            }
            Expression::Any { test: Some((_, test)), .. } => test.advanced_operator(),
            Expression::Equals { .. }
            | Expression::In { .. }
            | Expression::Compare { .. }
            | Expression::Affix { .. }
            | Expression::Any { test: None, .. } => None,
        }
    }
}

impl Scope<'_> {
    fn bind(&self, expression: &Expression) -> Result<Bound, Fault> {
        let all = |operands: &[Expression]| -> Result<Vec<_>, Fault> {
            operands.iter().map(|operand| self.bind(operand)).collect()
        };
        Ok(match expression {
            Expression::And(operands) => Bound::All(all(operands)?),
            Expression::Or(operands) => Bound::Any(all(operands)?),
            Expression::Not(operand) => Bound::Not(Box::new(self.bind(operand)?)),
            Expression::Equals { path, literal, negated } => {
                let (names, kind) = self.resolve(path)?;
                let value = typed(path, kind, literal)?;
                only_true(path, &names, &[&value], *negated)?;
                let equals = Bound::Equals { path: names, values: vec![value] };
                if *negated { Bound::Not(Box::new(equals)) } else { equals }
            }
            Expression::In { path, literals } => {
                let (names, kind) = self.resolve(path)?;
                let values: Result<Vec<_>, _> = literals.iter().map(|literal| typed(path, kind, literal)).collect();
                let values = values?;
                only_true(path, &names, &values.iter().collect::<Vec<_>>(), false)?;
                Bound::Equals { path: names, values }
            }
            Expression::Compare { path, order, literal } => {
                let (names, kind) = self.resolve(path)?;
                if !matches!(kind, Kind::Number | Kind::Time) {
                    let what = format!("only numbers and times are compared here, not '{}'; it stands", path.text());
                    return Err(Fault::new(path.at, what));
                }
                Bound::Compare { path: names, order: *order, value: typed(path, kind, literal)? }
            }
            Expression::Affix { path, end, literal } => {
                let (names, kind) = self.resolve(path)?;
                let function = end.function();
                match (kind, &literal.value) {
                    (Kind::Text, LiteralValue::Text(text)) => {
                        Bound::Affix { path: names, end: *end, text: text.to_lowercase() }
                    }
                    (Kind::Text, _) => {
                        return Err(Fault::new(literal.at, format!("{function} takes a 'text' in quotes")));
                    }
                    _ => return Err(Fault::new(path.at, format!("{function} takes a string, not '{}',", path.text()))),
                }
            }
            Expression::Any { path, test } => {
                let (names, kind) = self.resolve(path)?;
                let element = match kind {
                    Kind::Texts => Kind::Text,
                    Kind::Ids => Kind::Id,
                    Kind::Many(properties) => Kind::One(properties),
                    _ => return Err(Fault::new(path.at, format!("'{}' is not a collection", path.text()))),
                };
                let test = match test {
                    None => None,
                    Some((variable, test)) => Some(Box::new(Scope::Element { variable, kind: element }.bind(test)?)),
                };
                Bound::Element { path: names, test }
            }
        })
    }

    /// The names below the row or the element, and what stands there.
    fn resolve(&self, path: &Path) -> Result<(Vec<&'static str>, Kind), Fault> {
        let mut rest = path.names.iter();
        let first = rest.next().map(String::as_str).unwrap_or_default();
        let (mut names, mut kind) = match self {
            Scope::Row(schemas) => {
                let property = schemas.iter().find_map(|schema| schema.property(first));
                let property = property.ok_or_else(|| unknown_in(schemas, path, first))?;
                (vec![property.name], property.kind)
            }
            Scope::Element { variable, kind } if *variable == first => (Vec::new(), *kind),
            Scope::Element { variable, .. } => {
                let what =
                    format!("inside any(…) a property begins with '{}/'; this one does not, it stands", variable);
                return Err(Fault::new(path.at, what));
            }
        };
        for name in rest {
            if name == COUNT && matches!(kind, Kind::Many(_) | Kind::Texts | Kind::Ids) {
                names.push(COUNT);
                kind = Kind::Number;
                continue;
            }
            let below: &'static [Property] = match kind {
                Kind::One(properties) => properties,
                Kind::Many(_) | Kind::Texts | Kind::Ids => {
                    return Err(Fault::new(path.at, format!("'{}' needs any(…); it stands", path.text())));
                }
                _ => &[],
            };
            let property = find(below, name).ok_or_else(|| unknown(path, name, "its type"))?;
            names.push(property.name);
            kind = property.kind;
        }
        // The lists do not say to which service a plan belongs: an answer would be a wrong one.
        if names.last() == Some(&"service") {
            return Err(Fault::new(path.at, "the property 'service' is not simulated; it stands"));
        }
        Ok((names, kind))
    }
}

impl Path {
    /// Whether it is the number of elements of a collection.
    fn is_count(&self) -> bool {
        self.names.last().is_some_and(|name| name == COUNT)
    }

    fn text(&self) -> String {
        crate::error::brief(&self.names.join("/")).into_owned()
    }
}

fn unknown_in(schemas: &[&Schema], path: &Path, name: &str) -> Fault {
    if schemas.iter().any(|schema| schema.lacks(name)) {
        return Fault::new(
            path.at,
            format!("the property '{}' is not simulated; it stands", crate::error::brief(name)),
        );
    }
    let type_name = schemas.first().map_or("microsoft.graph.entity", |schema| schema.type_name);
    unknown(path, name, &format!("type '{type_name}'"))
}

fn unknown(path: &Path, name: &str, of: &str) -> Fault {
    let name = crate::error::brief(name);
    Fault::new(path.at, format!("could not find a property named '{name}' on {of}; it stands"))
}

/// Graph knows `hasMembersWithLicenseErrors` only as `eq true`.
fn only_true(path: &Path, names: &[&str], values: &[&LiteralValue], negated: bool) -> Result<(), Fault> {
    let fits = !negated && values.iter().all(|value| **value == LiteralValue::Flag(true));
    if names == ["hasMembersWithLicenseErrors"] && !fits {
        let what = "'hasMembersWithLicenseErrors' can only be compared as 'eq true'; another test stands";
        return Err(Fault::new(path.at, what));
    }
    Ok(())
}

/// The literal as a value of this kind.
fn typed(path: &Path, kind: Kind, literal: &Literal) -> Result<LiteralValue, Fault> {
    use LiteralValue as Value;
    let expected = match (kind, &literal.value) {
        (Kind::One(_) | Kind::Many(_) | Kind::Texts | Kind::Ids, _) => {
            return Err(Fault::new(path.at, format!("'{}' is no single value; it stands", path.text())));
        }
        (_, Value::Null)
        | (Kind::Flag, Value::Flag(_))
        | (Kind::Id, Value::Id(_))
        | (Kind::Number, Value::Number(_))
        | (Kind::Time, Value::Time(_)) => return Ok(literal.value.clone()),
        (Kind::Text, Value::Text(text)) => return Ok(Value::Text(text.to_lowercase())),
        // Scripts often put quotes around a GUID.
        (Kind::Id, Value::Text(text)) if licensing_model::Guid::from_plain(text).is_some() => {
            return Ok(Value::Id(text.to_ascii_lowercase()));
        }
        (Kind::Text, _) => "Edm.String",
        (Kind::Flag, _) => "Edm.Boolean",
        (Kind::Id, _) => "Edm.Guid",
        (Kind::Number, _) => "Edm.Int32",
        (Kind::Time, _) => "Edm.DateTimeOffset",
    };
    let what = format!(
        "A binary operator with incompatible types was detected. Found operand types '{expected}' and '{}' for operator \
         kind 'Equal'",
        literal.value.type_name()
    );
    Err(Fault::new(literal.at, what))
}
