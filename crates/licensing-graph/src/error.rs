//! Errors: Graph's status, code and text where they are known, else one plain sentence of ours.

use std::borrow::Cow;

use licensing_core::Tenant;
use licensing_model::Refusal;
use licensing_model::guid::GuidKind;
use serde_json::{Value, json};

use crate::message::{Request, Response};
use crate::time;

/// A request that was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) message: String,
}

/// What a request that fails gives.
pub(crate) type Result<T> = core::result::Result<T, Failure>;

impl Failure {
    /// 400 for what is wrong with the content of a request.
    pub(crate) fn bad_request(message: impl Into<String>) -> Failure {
        Failure { status: 400, code: "Request_BadRequest", message: message.into() }
    }

    /// 400 for what cannot be read at all.
    pub(crate) fn unreadable(message: impl Into<String>) -> Failure {
        Failure { status: 400, code: "BadRequest", message: message.into() }
    }

    /// 400 for a query option, or a use of one, that is not there.
    pub(crate) fn unsupported_query(message: impl Into<String>) -> Failure {
        Failure { status: 400, code: "Request_UnsupportedQuery", message: message.into() }
    }

    /// 404, in Graph's words.
    pub(crate) fn not_found(id: &str) -> Failure {
        let message = format!(
            "Resource '{}' does not exist or one of its queried reference-property objects are not present.",
            brief(id)
        );
        Failure { status: 404, code: "Request_ResourceNotFound", message }
    }

    /// 405, in Graph's words.
    pub(crate) fn method_not_allowed() -> Failure {
        let message = "Specified HTTP method is not allowed for the request target.".to_string();
        Failure { status: 405, code: "Request_BadRequest", message }
    }

    /// 501 for what Graph has and this simulator does not.
    pub(crate) fn not_simulated(what: &str) -> Failure {
        let message = format!("Microsoft Graph has '{}', but it is not simulated here.", brief(what));
        Failure { status: 501, code: "NotImplemented", message }
    }

    /// What the engine refused, in Microsoft's words where they are known.
    pub(crate) fn from_refusal(tenant: &Tenant, refusal: &Refusal) -> Failure {
        let message = licensing_wording::answer(tenant, refusal);
        match refusal {
            Refusal::UnknownUser(_)
            | Refusal::UnknownGroup(_)
            | Refusal::UnknownContact(_)
            | Refusal::UnknownDomain => Failure { status: 404, code: "Request_ResourceNotFound", message },
            Refusal::MembersByRule(_) | Refusal::NotAllowed => {
                Failure { status: 403, code: "Authorization_RequestDenied", message }
            }
            _ => Failure::bad_request(message),
        }
    }

    /// The whole answer, with what Graph puts around an error.
    pub(crate) fn into_response(self, tenant: &Tenant, request: &Request) -> Response {
        let ids = RequestIds::of(tenant, request);
        let body = json!({
            "error": {
                "code": self.code,
                "message": self.message,
                "innerError": {
                    "date": time::without_zone(tenant.clock()),
                    "request-id": ids.request,
                    "client-request-id": ids.client,
                }
            }
        });
        Response { status: self.status, headers: headers(ids, Some(&body)), body }
    }
}

/// The ids that Graph gives a request.
pub(crate) struct RequestIds {
    request: String,
    client: String,
}

impl RequestIds {
    /// They follow from the request and the number of commands so far, so that the same calls give the same answers.
    /// The upper half of the events' numbers serves: the log has events in the lower half alone.
    pub(crate) fn of(tenant: &Tenant, request: &Request) -> RequestIds {
        let text = request.method.bytes().chain([0]).chain(request.url.bytes()).chain(tenant.accepted().to_le_bytes());
        // FNV-1a, for there is nothing to protect.
        let hash = text.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let id = tenant.guid(GuidKind::Event, hash | 1 << 31).to_string();
        let client = request.header_value("client-request-id").filter(|given| given.len() <= 100);
        RequestIds { client: client.map_or_else(|| id.clone(), String::from), request: id }
    }
}

/// The headers of every answer.
pub(crate) fn headers(ids: RequestIds, body: Option<&Value>) -> Vec<(String, String)> {
    let kind = |body: &Value| if body.is_number() { "text/plain" } else { "application/json" };
    let content = body.map(|body| ("Content-Type".to_string(), kind(body).to_string()));
    let ids = [("request-id".to_string(), ids.request), ("client-request-id".to_string(), ids.client)];
    content.into_iter().chain(ids).collect()
}

/// A text that was given, as messages repeat it: whole, unless it is very long.
pub(crate) fn brief(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 200;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}
