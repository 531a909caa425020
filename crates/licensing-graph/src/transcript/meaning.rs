//! What a command is for Graph: a request, a method of `lab` that stands in, or nothing that a script could do.

use licensing_core::Tenant;
use licensing_model::Command;
use licensing_wording::{Text, Words};

use super::lab_call::LabCall;
use super::{one_line, request};
use crate::Request;

/// What an action is for Graph.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// A request, and the status that Graph answers where it is accepted.
    Graph {
        /// The request; its address begins with `/`, its body is JSON.
        request: Request,
        /// Such as 204.
        status: u16,
    },
    /// Graph has no such request.
    Lab {
        /// What stands in for it.
        call: LabCall,
        /// Why there is no request.
        why: Text,
    },
    /// Neither Graph nor `lab` has it.
    Nowhere {
        /// Why not.
        why: Text,
    },
    /// So many steps of the background.
    Steps(u32),
}

impl Meaning {
    /// What an accepted command of this tenant is.
    pub(super) fn of(tenant: &Tenant, command: &Command) -> Meaning {
        match (request::request(tenant, command), LabCall::of(tenant, command)) {
            (Ok((request, status)), _) => Meaning::Graph { request, status },
            (Err(why), Some(call)) => Meaning::Lab { call, why },
            (Err(why), None) => Meaning::Nowhere { why },
        }
    }

    /// What there is no request for, in one sentence; nothing for a request.
    pub(super) fn sentence(&self, words: Words) -> Option<String> {
        Some(match self {
            Meaning::Graph { .. } => return None,
            Meaning::Lab { call, why } => words.no_request_but(words.text(*why), &call.to_string()),
            Meaning::Nowhere { why } => words.no_request(words.text(*why)),
            Meaning::Steps(steps) => words.steps_of_background(usize::try_from(*steps).unwrap_or(usize::MAX)),
        })
    }
}

/// What a command is for Graph, before it is accepted by this tenant.
pub fn meaning(tenant: &Tenant, command: &Command) -> Meaning {
    Meaning::of(tenant, command)
}

/// A request with its body in one line.
pub(super) fn in_short(Request { method, url, body, .. }: &Request) -> String {
    match body {
        None => format!("{method} {url}"),
        Some(body) => format!("{method} {url}\n{}", one_line::json(body)),
    }
}
