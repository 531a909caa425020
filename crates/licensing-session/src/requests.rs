//! Of several requests for the same thing the newest wins.

/// Counts requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requests {
    newest: u32,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request(u32);

impl Requests {
    /// Nobody has asked yet.
    pub const fn new() -> Requests {
        Requests { newest: 0 }
    }

    /// Somebody asks, so that whoever asked before wants nothing any more.
    pub fn ask(&mut self) -> Request {
        self.newest = self.newest.wrapping_add(1);
        Request(self.newest)
    }

    /// Whether nobody asked after this one.
    pub fn is_newest(&self, request: Request) -> bool {
        request.0 == self.newest
    }
}
