//! Mail addresses as Exchange lists them.

use alloc::string::{String, ToString};
use core::fmt;

/// One entry of `proxyAddresses`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProxyAddress {
    /// Written `SMTP:`: the address that mail leaves from.
    pub primary: bool,
    /// The address without its prefix, in the case in which it was given.
    pub address: String,
}

impl ProxyAddress {
    /// Reads `SMTP:a@b` as primary and `smtp:a@b` or `a@b` as secondary.
    pub fn parse(text: &str) -> ProxyAddress {
        match text.split_at_checked(5) {
            Some((prefix, rest)) if prefix.eq_ignore_ascii_case("smtp:") => {
                ProxyAddress { primary: prefix == "SMTP:", address: rest.to_string() }
            }
            _ => ProxyAddress { primary: false, address: text.to_string() },
        }
    }
}

impl fmt::Display for ProxyAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", if self.primary { "SMTP" } else { "smtp" }, self.address)
    }
}
