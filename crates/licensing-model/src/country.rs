//! Countries as two letters.

use core::fmt;
use core::str::FromStr;

/// An ISO 3166-1 alpha-2 code, always two capital letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

/// The text is not two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MalformedCountry;

impl fmt::Display for MalformedCountry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a country is two letters, such as NL")
    }
}

impl core::error::Error for MalformedCountry {}

impl CountryCode {
    /// The Netherlands, where the example tenants live.
    pub const NL: CountryCode = CountryCode(*b"NL");

    /// How many codes there can be: `AA` is number 0, `ZZ` the last.
    pub const COUNT: usize = 26 * 26;

    /// The code as a number below [`CountryCode::COUNT`].
    pub const fn number(self) -> usize {
        let [a, b] = self.0;
        (a - b'A') as usize * 26 + (b - b'A') as usize
    }

    /// The code with this number.
    pub const fn from_number(number: usize) -> Option<CountryCode> {
        if number >= CountryCode::COUNT {
            return None;
        }
        Some(CountryCode([b'A' + (number / 26) as u8, b'A' + (number % 26) as u8]))
    }

    /// The two letters.
    pub const fn bytes(self) -> [u8; 2] {
        self.0
    }
}

impl FromStr for CountryCode {
    type Err = MalformedCountry;

    /// Reads two letters in any case.
    fn from_str(text: &str) -> Result<Self, MalformedCountry> {
        match *text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(CountryCode([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(MalformedCountry),
        }
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b] = self.0;
        write!(f, "{}{}", a as char, b as char)
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
