//! Object identifiers as Microsoft writes them.

use core::fmt;
use core::str::FromStr;

/// A 128-bit identifier in its usual form, `18181a46-0d4e-45cd-891e-60aabd171b4e`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Guid(pub [u8; 16]);

/// The text is not a GUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MalformedGuid;

impl fmt::Display for MalformedGuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a GUID")
    }
}

impl core::error::Error for MalformedGuid {}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&uuid::Uuid::from_bytes(self.0).hyphenated(), f)
    }
}

impl fmt::Debug for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Guid {
    type Err = MalformedGuid;

    fn from_str(text: &str) -> Result<Self, MalformedGuid> {
        uuid::Uuid::try_parse(text).map(|id| Guid(id.into_bytes())).map_err(|_| MalformedGuid)
    }
}

/// What a derived id belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuidKind {
    /// The tenant itself; its number is 0.
    Tenant,
    /// A user, by its running number.
    User,
    /// A group, by its running number.
    Group,
    /// A contact, by its running number.
    Contact,
    /// An event of the audit log, by its running number.
    Event,
}

impl GuidKind {
    /// The word in the derivation.
    pub const fn name(self) -> &'static str {
        match self {
            GuidKind::Tenant => "tenant",
            GuidKind::User => "user",
            GuidKind::Group => "group",
            GuidKind::Contact => "contact",
            GuidKind::Event => "event",
        }
    }
}

impl Guid {
    /// Reads an id in the only form in which Graph writes one, `18181a46-0d4e-45cd-891e-60aabd171b4e`, in any case.
    pub fn from_plain(text: &str) -> Option<Guid> {
        const FORM: &[u8] = b"00000000-0000-0000-0000-000000000000";
        let fits = |(byte, form): (u8, &u8)| if *form == b'-' { byte == b'-' } else { byte.is_ascii_hexdigit() };
        let plain = text.len() == FORM.len() && text.bytes().zip(FORM).all(fits);
        plain.then(|| text.parse().ok()).flatten()
    }
}

/// The id of the object of `kind` with running number `number` in the tenant that grew from `seed` (R16).
///
/// The function is frozen with the first release, because links and scripts hold what it gives:
/// `space` = UUID version 5 of the text `licensing-lab:{seed}:{kind}` in the URL namespace. The id is `space` with
/// its last four bytes, read as a big-endian number, XORed with `number`. Within one tenant and kind no two numbers
/// share an id, and [`derived_number`] goes back without an index.
pub fn derive(seed: u64, kind: GuidKind, number: u32) -> Guid {
    let [a, b, c, d, e, f, g, h, i, j, k, l, w, x, y, z] = space(seed, kind);
    let [w, x, y, z] = (u32::from_be_bytes([w, x, y, z]) ^ number).to_be_bytes();
    Guid([a, b, c, d, e, f, g, h, i, j, k, l, w, x, y, z])
}

/// The running number behind `id`, if [`derive`] gave it for this seed and kind.
pub fn derived_number(seed: u64, kind: GuidKind, id: Guid) -> Option<u32> {
    let mask = space(seed, kind);
    let tail = |[.., w, x, y, z]: [u8; 16]| u32::from_be_bytes([w, x, y, z]);
    let number = tail(id.0) ^ tail(mask);
    (derive(seed, kind, number) == id).then_some(number)
}

fn space(seed: u64, kind: GuidKind) -> [u8; 16] {
    let name = alloc::format!("licensing-lab:{seed}:{}", kind.name());
    uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_URL, name.as_bytes()).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn reads_what_it_writes_and_refuses_the_rest() {
        let text = "18181a46-0d4e-45cd-891e-60aabd171b4e";
        assert_eq!(text.parse::<Guid>().map(|id| id.to_string()), Ok(text.to_string()));
        assert_eq!("18181a46".parse::<Guid>(), Err(MalformedGuid));
    }

    #[test]
    fn a_derived_id_leads_back_to_its_number_and_only_in_its_own_kind() {
        for number in [0, 1, 77, u32::MAX] {
            let id = derive(9, GuidKind::User, number);
            assert_eq!(derived_number(9, GuidKind::User, id), Some(number));
            assert_eq!(derived_number(9, GuidKind::Group, id), None);
            assert_eq!(derived_number(8, GuidKind::User, id), None);
        }
    }

    #[test]
    fn the_derivation_is_frozen() {
        assert_eq!(derive(1, GuidKind::User, 0).to_string(), "999a5f81-352a-58cc-a579-c0676141ee14");
        assert_eq!(derive(1, GuidKind::User, 1).to_string(), "999a5f81-352a-58cc-a579-c0676141ee15");
    }
}
