//! From text to a condition.

use licensing_model::{AssignmentError, Path, PlanId, RuleSet, UserId};
use licensing_scenario::ScenarioError;
use licensing_scenario::json::{Node, Object, brief};
use licensing_scenario::part::Naming;

use crate::condition::{Condition, Primary, Range, Users, Via};
use crate::error::{Fault, InField};
use crate::lesson::everybody;

/// Deeper than any condition is.
const DEEPEST: u32 = 6;
/// The most parts of a condition, and the most users and plans of one part.
const MOST: usize = 60;

/// Reads conditions by the names of a scenario.
pub(super) struct Reader<'n> {
    pub(super) naming: &'n Naming,
    /// How many users there are in the beginning.
    pub(super) users: u32,
}

/// What each kind of condition is known by: the field that only it has.
const KINDS: [(&str, &[&str]); 16] = [
    ("holds", &["user", "users", "members", "everybody", "via"]),
    ("plan", &["user", "users", "members", "everybody"]),
    ("clear", &["user", "users", "members", "everybody"]),
    ("error", &["user", "users", "members", "everybody", "product", "via"]),
    ("seats", &["at_least", "at_most"]),
    ("units", &["at_least", "at_most"]),
    ("member_of", &["user", "users", "everybody"]),
    ("carries", &["group", "on", "off"]),
    ("there", &[]),
    ("located", &["user", "users", "members", "everybody"]),
    ("address", &["user", "primary"]),
    ("idle", &[]),
    ("rules", &[]),
    ("all", &[]),
    ("any", &[]),
    ("not", &[]),
];

impl Reader<'_> {
    /// A condition.
    pub(super) fn condition(&self, node: Node<'_>) -> Result<Condition, Fault> {
        self.at(node, DEEPEST)
    }

    fn at(&self, node: Node<'_>, depth: u32) -> Result<Condition, Fault> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(node.error("conditions are nested too deeply".to_string()).into());
        };
        let Some((kind, fields)) = KINDS.iter().find(|(kind, _)| node.field(kind).is_some()) else {
            let known = KINDS.map(|(kind, _)| format!("`{kind}`")).join(", ");
            return Err(node.error(format!("one of {known} is expected")).into());
        };
        let mut known = vec![*kind];
        known.extend(*fields);
        let own = node.object(&known)?;
        self.of_kind(kind, own, depth)
    }

    fn of_kind(&self, kind: &str, own: Object<'_>, depth: u32) -> Result<Condition, Fault> {
        let value = own.need(kind)?;
        Ok(match kind {
            "holds" => Condition::Holds {
                who: self.who(own)?,
                product: self.naming.product(value).within(kind)?,
                via: self.via(own)?,
            },
            "plan" => Condition::Plan { who: self.who(own)?, plans: self.plans(own, kind)? },
            "clear" => {
                yes(value).within(kind)?;
                Condition::Clear { who: self.who(own)? }
            }
            "error" => Condition::Failed {
                who: self.who(own)?,
                error: error(value).within(kind)?,
                product: own.get("product").map(|node| self.naming.product(node)).transpose().within("product")?,
                via: self.via(own)?,
            },
            "seats" => Condition::Seats { product: self.naming.product(value).within(kind)?, range: range(own)? },
            "units" => Condition::Units { product: self.naming.product(value).within(kind)?, range: range(own)? },
            "member_of" => Condition::Member { who: self.who(own)?, group: self.naming.group(value).within(kind)? },
            "carries" => Condition::Carries {
                group: self.naming.group(own.need("group")?).within("group")?,
                product: self.naming.product(value).within(kind)?,
                on: self.plans(own, "on")?,
                off: self.plans(own, "off")?,
            },
            "there" => Condition::There { group: self.naming.group(value).within(kind)? },
            "located" => Condition::Located {
                who: self.who(own)?,
                country: match value.is_text() {
                    true => Some(self.naming.country(value).within(kind)?),
                    false => {
                        yes(value).within(kind)?;
                        None
                    }
                },
            },
            "address" => Condition::Address {
                who: self.who(own)?,
                address: value.text().within(kind)?.into_owned(),
                primary: if own.flag("primary", false).within("primary")? { Primary::Yes } else { Primary::No },
            },
            "idle" => {
                yes(value).within(kind)?;
                Condition::Idle
            }
            "rules" => Condition::Rules(match &*value.text().within(kind)? {
                "2019" => RuleSet::Rules2019,
                "today" => RuleSet::Today,
                _ => return Err(value.error("`2019` or `today` is expected".to_string())).within(kind),
            }),
            "all" => Condition::All(self.parts(value, depth).within(kind)?),
            "any" => Condition::Any(self.parts(value, depth).within(kind)?),
            _ => Condition::Not(Box::new(self.at(value, depth).within(kind)?)),
        })
    }

    fn parts(&self, node: Node<'_>, depth: u32) -> Result<Vec<Condition>, Fault> {
        let parts = node.elements()?.take(MOST).enumerate();
        parts.map(|(place, part)| self.at(part, depth).within(&format!("[{place}]"))).collect()
    }

    fn who(&self, own: Object<'_>) -> Result<Users, Fault> {
        match (own.get("user"), own.get("users"), own.get("members"), own.get("everybody")) {
            (Some(user), None, None, None) => Ok(Users::These(vec![self.naming.user(user).within("user")?])),
            (None, Some(users), None, None) => {
                let users = users.elements().within("users")?.take(MOST).map(|user| self.naming.user(user));
                Ok(Users::These(users.collect::<Result<Vec<UserId>, ScenarioError>>().within("users")?))
            }
            (None, None, Some(group), None) => Ok(Users::Members(self.naming.group(group).within("members")?)),
            (None, None, None, Some(flag)) => {
                yes(flag).within("everybody")?;
                Ok(Users::Everybody(everybody(self.users)))
            }
            _ => Err(own
                .node()
                .error("one of `user`, `users`, `members` and `everybody` is expected".to_string())
                .into()),
        }
    }

    fn via(&self, own: Object<'_>) -> Result<Via, Fault> {
        let Some(via) = own.get("via") else { return Ok(Via::Any) };
        if via.is_text() && via.text()? == "direct" {
            return Ok(Via::Path(Path::Direct));
        }
        Ok(Via::Path(Path::Group(self.naming.group(via).within("via")?)))
    }

    fn plans(&self, own: Object<'_>, name: &str) -> Result<Vec<PlanId>, Fault> {
        let Some(list) = own.get(name) else { return Ok(Vec::new()) };
        let plans = list.elements().within(name)?.take(MOST).map(|plan| self.naming.plan(plan));
        plans.collect::<Result<_, ScenarioError>>().within(name)
    }
}

fn yes(node: Node<'_>) -> Result<(), Fault> {
    match node.flag()? {
        true => Ok(()),
        false => Err(node.error("`true` is expected; `not` says the opposite".to_string()).into()),
    }
}

fn error(node: Node<'_>) -> Result<Option<AssignmentError>, Fault> {
    let text = node.text()?;
    if text == "any" {
        return Ok(None);
    }
    let found = AssignmentError::ALL.into_iter().find(|error| *error != AssignmentError::None && error.name() == text);
    found.map(Some).ok_or_else(|| node.error(format!("`{}` is no license error", brief(&text))).into())
}

fn range(own: Object<'_>) -> Result<Range, Fault> {
    let number = |name: &str, otherwise: u32| own.get(name).map_or(Ok(otherwise), Node::number).within(name);
    let range = Range { least: number("at_least", 0)?, most: number("at_most", u32::MAX)? };
    match range.least <= range.most && (own.get("at_least").is_some() || own.get("at_most").is_some()) {
        true => Ok(range),
        false => Err(own.node().error("`at_least`, `at_most` or both are expected".to_string()).into()),
    }
}
