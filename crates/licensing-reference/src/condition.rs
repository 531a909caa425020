//! What the rule of a group asks of a user (R17).

/// A condition of a rule.
#[derive(Clone, Debug)]
pub(crate) enum Condition {
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
    Not(Box<Condition>),
    /// A property by its name in lower case, an operator and values, all texts; none is null.
    Compare(String, String, Vec<Option<String>>),
    /// Some plan, or every plan.
    Plans(bool, Box<Condition>),
    /// In one of these groups.
    MemberOf(Vec<String>),
}

impl Condition {
    /// Whether the rule reads what users have by licenses, and the groups that they are in.
    pub(crate) fn reads(&self) -> (bool, bool) {
        match self {
            Condition::And(a, b) | Condition::Or(a, b) => {
                let (a, b) = (a.reads(), b.reads());
                (a.0 || b.0, a.1 || b.1)
            }
            Condition::Not(inner) => inner.reads(),
            Condition::Compare(..) => (false, false),
            Condition::Plans(..) => (true, false),
            Condition::MemberOf(_) => (false, true),
        }
    }
}
