//! Addresses: what stands before the `?`, and what behind it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::error::{Failure, Result, brief};

/// The longest address, in bytes.
pub(crate) const LONGEST: usize = 64 * 1024;

const HOST: &str = "graph.microsoft.com";

/// The editions of Graph; both are answered alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Version {
    /// `v1.0`.
    #[default]
    One,
    /// `beta`.
    Beta,
}

impl Version {
    /// What every address of this edition begins with.
    pub(crate) const fn root(self) -> &'static str {
        match self {
            Version::One => "https://graph.microsoft.com/v1.0",
            Version::Beta => "https://graph.microsoft.com/beta",
        }
    }
}

/// An address, taken apart and decoded.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Address {
    pub(crate) version: Version,
    pub(crate) segments: Vec<String>,
    pub(crate) options: Vec<(String, String)>,
}

impl Address {
    /// Reads an address; one that names no edition has `version`.
    pub(crate) fn parse(url: &str, version: Version) -> Result<Address> {
        if url.len() > LONGEST {
            let message = format!("The address is longer than {LONGEST} bytes.");
            return Err(Failure { status: 414, code: "BadRequest", message });
        }
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let mut segments = Vec::new();
        for segment in without_host(path)?.split('/').filter(|segment| !segment.is_empty()) {
            push_segment(&mut segments, decode(segment)?);
        }
        let named = segments.first().and_then(|first| match first.to_ascii_lowercase().as_str() {
            "v1.0" => Some(Version::One),
            "beta" => Some(Version::Beta),
            _ => None,
        });
        if named.is_some() {
            segments.remove(0);
        }
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let options: Result<Vec<_>> = pairs
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                // In a query `+` is a blank.
                Ok((decode(&name.replace('+', " "))?.trim().to_string(), decode(&value.replace('+', " "))?))
            })
            .collect();
        Ok(Address { version: named.unwrap_or(version), segments, options: options? })
    }

    /// The same address at a later page.
    pub(crate) fn next_link(&self, position: u32) -> String {
        // Letters and digits stay, and what is readable and safe.
        const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'@');
        const QUERY: &AsciiSet = &PATH.remove(b'$').remove(b'\'').remove(b'(').remove(b')').remove(b',').remove(b'/');
        let mut link = self.version.root().to_string();
        for segment in &self.segments {
            link.push('/');
            link.extend(utf8_percent_encode(segment, PATH));
        }
        let mut separator = '?';
        for (name, value) in self.options.iter().filter(|(name, _)| !is_skip_token(name)) {
            link.push(separator);
            link.extend(utf8_percent_encode(name, QUERY));
            link.push('=');
            link.extend(utf8_percent_encode(value, QUERY));
            separator = '&';
        }
        link.push(separator);
        link.push_str("$skiptoken=");
        link.push_str(&skip_token(position));
        link
    }
}

/// A page's position as scripts see it: not to be looked into.
pub(crate) fn skip_token(position: u32) -> String {
    format!("X'{position:08x}'")
}

/// The position behind a token.
pub(crate) fn read_skip_token(token: &str) -> Option<u32> {
    let digits = token.strip_prefix("X'")?.strip_suffix('\'')?;
    let plain = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    plain.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
}

fn is_skip_token(name: &str) -> bool {
    name.trim_start_matches('$').eq_ignore_ascii_case("skiptoken")
}

fn without_host(path: &str) -> Result<&str> {
    let Some((scheme, rest)) = path.split_once("://") else { return Ok(path) };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if scheme.eq_ignore_ascii_case("https") && host.eq_ignore_ascii_case(HOST) {
        Ok(path)
    } else {
        let given = format!("{scheme}://{host}");
        Err(Failure::unreadable(format!("Only https://{HOST} is simulated, not '{}'.", brief(&given))))
    }
}

fn decode(text: &str) -> Result<String> {
    match percent_decode_str(text).decode_utf8() {
        Ok(decoded) => Ok(decoded.into_owned()),
        Err(_) => Err(Failure::unreadable(format!("The address holds '{}', which is not UTF-8.", brief(text)))),
    }
}

/// A segment, or two for the OData form `users('{id}')`.
fn push_segment(segments: &mut Vec<String>, segment: String) {
    match segment.strip_suffix("')").and_then(|start| start.split_once("('")) {
        Some((collection, key)) if !collection.is_empty() => {
            segments.push(collection.to_string());
            segments.push(key.replace("''", "'"));
        }
        _ => segments.push(segment),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    fn segments(url: &str) -> Vec<String> {
        Address::parse(url, Version::One).unwrap().segments
    }

    #[test]
    fn host_and_edition_may_be_left_out() {
        for url in
            ["https://graph.microsoft.com/v1.0/users/a", "/v1.0/users/a", "v1.0/users/a", "/users/a/", "users('a')"]
        {
            assert_eq!(segments(url), ["users", "a"], "{url}");
        }
        assert_eq!(Address::parse("/beta/me", Version::One).unwrap().version, Version::Beta);
        assert_eq!(Address::parse("/me", Version::Beta).unwrap().version, Version::Beta);
        assert!(Address::parse("https://example.org/v1.0/users", Version::One).is_err());
        assert!(Address::parse("http://graph.microsoft.com/v1.0/users", Version::One).is_err());
    }

    #[test]
    fn blanks_and_quotes_may_stand_unencoded() {
        let options = |url: &str| Address::parse(url, Version::One).unwrap().options;
        let expected = [("$filter".to_string(), "displayName eq 'a b'".to_string())];
        assert_eq!(options("/users?$filter=displayName eq 'a b'"), expected);
        assert_eq!(options("/users?%24filter=displayName%20eq+%27a%20b%27"), expected);
    }

    #[test]
    fn a_next_link_reads_back_as_it_was() {
        let address = Address::parse("/users?$top=5&$filter=displayName eq 'ä&=b'", Version::Beta).unwrap();
        let next = Address::parse(&address.next_link(77), Version::One).unwrap();
        assert_eq!(next.version, Version::Beta);
        assert_eq!(next.options.get(..address.options.len()).unwrap(), address.options);
        assert_eq!(read_skip_token(&next.options.last().unwrap().1), Some(77));
        assert_eq!(Address::parse(&next.next_link(78), Version::One).unwrap().options.len(), next.options.len());
        assert_eq!(read_skip_token("X'+0000001'"), None);
    }
}
