//! Where a value stands in its file: `users[17].licenseAssignmentStates[0].skuId`.

use std::fmt::Write;

use crate::error::{Fault, Problem};

/// A path, one step longer than the one above it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'a> {
    up: Option<&'a At<'a>>,
    step: Step<'a>,
}

/// A step of a path.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    /// A property.
    Name(&'a str),
    /// An element of a list, from 0.
    Index(usize),
}

impl<'a> At<'a> {
    /// The path of the file's own value.
    pub(crate) const ROOT: At<'static> = At { up: None, step: Step::Name("") };

    /// One step further.
    pub(crate) const fn step(&'a self, step: Step<'a>) -> At<'a> {
        At { up: Some(self), step }
    }

    /// One property further.
    pub(crate) const fn name(&'a self, name: &'a str) -> At<'a> {
        self.step(Step::Name(name))
    }

    /// What is wrong here.
    pub(crate) fn problem(&self, line: u32, fault: Fault) -> Problem {
        let mut field = String::new();
        self.write(&mut field);
        Problem { line, field, fault }
    }

    fn write(&self, text: &mut String) {
        let Some(up) = self.up else { return };
        up.write(text);
        match self.step {
            Step::Name(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(&crate::error::brief(name));
            }
            // Writing to memory cannot fail.
            Step::Index(at) => _ = write!(text, "[{at}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_as_in_a_program() {
        let users = At::ROOT.name("users");
        let user = users.step(Step::Index(17));
        let states = user.name("licenseAssignmentStates");
        let state = states.step(Step::Index(0));
        let problem = state.name("skuId").problem(3, Fault::Null);
        assert_eq!(problem.field, "users[17].licenseAssignmentStates[0].skuId");
        assert_eq!(At::ROOT.step(Step::Index(2)).problem(3, Fault::Null).field, "[2]");
        assert_eq!(At::ROOT.problem(3, Fault::Null).field, "");
    }
}
