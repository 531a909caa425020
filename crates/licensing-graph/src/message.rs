//! Requests and answers as plain values.

use serde_json::Value;

/// One request, as a script makes it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Request {
    /// `GET`, `POST`, `PATCH` or `DELETE`.
    pub method: String,
    /// With or without `https://graph.microsoft.com`, with `/v1.0`, `/beta` or neither; blanks and quotes may stand
    /// unencoded.
    pub url: String,
    /// Names in any case.
    pub headers: Vec<(String, String)>,
    /// JSON. A string is read as the text of a JSON document.
    pub body: Option<Value>,
}

impl Request {
    /// A request without headers or body.
    pub fn new(method: &str, url: &str) -> Request {
        Request { method: method.to_string(), url: url.to_string(), ..Request::default() }
    }

    /// The same with one more header.
    pub fn header(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.to_string(), value.to_string()));
        self
    }

    /// The same with a body.
    pub fn body(self, body: Value) -> Request {
        Request { body: Some(body), ..self }
    }

    /// The value of a header, whatever the case of its name.
    pub(crate) fn header_value(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// The answer to one request.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Each name once.
    pub headers: Vec<(String, String)>,
    /// JSON; null where Graph answers none.
    pub body: Value,
}

impl Response {
    /// The words that HTTP has for the status.
    pub const fn reason(&self) -> &'static str {
        match self.status {
            200 => "OK",
            201 => "Created",
            202 => "Accepted",
            204 => "No Content",
            400 => "Bad Request",
            404 => "Not Found",
            405 => "Method Not Allowed",
            413 => "Content Too Large",
            414 => "URI Too Long",
            424 => "Failed Dependency",
            501 => "Not Implemented",
            _ => "",
        }
    }
}

/// An answer that is not an error, before it is dressed as a [`Response`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: Option<String>,
    pub(crate) body: Value,
}

impl Answer {
    /// 200 with a body.
    pub(crate) fn ok(body: Value) -> Answer {
        Answer { status: 200, location: None, body }
    }

    /// 204.
    pub(crate) fn no_content() -> Answer {
        Answer { status: 204, location: None, body: Value::Null }
    }
}
