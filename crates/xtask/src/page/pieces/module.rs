//! As much of WebAssembly's binary format as imports and exports take.

/// What begins every module: the magic number and version 1.
pub(super) const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";

/// The section of what a module imports.
pub(super) const IMPORTS: u8 = 2;
/// The section of what a module exports.
pub(super) const EXPORTS: u8 = 7;

/// The section of what is put into tables.
pub(super) const ELEMENTS: u8 = 9;

/// The kind of an import that is a function.
pub(super) const FUNCTION: u8 = 0;

/// What is left to read.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number, seven bits a byte.
    pub(super) fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// Bytes that their number stands before.
    pub(super) fn sized(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// What is imported: its kind, and its type as it is written there.
    pub(super) fn kind_and_type(&mut self) -> Option<&'a [u8]> {
        let before = self.0;
        match self.byte()? {
            // A function: the number of its type.
            FUNCTION => {
                self.number()?;
            }
            // A table: what is in it, and its limits.
            1 => {
                self.byte()?;
                self.limits()?;
            }
            // A memory.
            2 => self.limits()?,
            // A global: its type, and whether it changes.
            3 => {
                self.byte()?;
                self.byte()?;
            }
            _ => return None,
        }
        let (read, _) = before.split_at_checked(before.len() - self.0.len())?;
        Some(read)
    }

    /// The least, and the most where there is one.
    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

/// A number as modules write it.
pub(super) fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        bytes.push(if number == 0 { low } else { low | 0x80 });
        if number == 0 {
            return bytes;
        }
    }
}

/// Bytes after their number.
pub(super) fn sized(bytes: &[u8]) -> Vec<u8> {
    [number(bytes.len()), bytes.to_vec()].concat()
}
