//! A module that hands on what it imports.
//!
//! Each chunk imports the main piece's memory for itself. Merged, they would import it many times: a module with many
//! memories, be they all the same, which not every browser takes. The hub imports it once, and merged under the main
//! piece's name it is what the chunks' imports lead to.

use std::collections::BTreeMap;

/// What begins every module: the magic number and version 1.
const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// What modules import: each name with its kind and type, as the binary format writes them.
pub(super) type Imports = BTreeMap<String, Vec<u8>>;

/// Adds what `module` imports. None if that is not memory, tables or globals, or `module` is no module.
pub(super) fn add_imports(imports: &mut Imports, module: &[u8]) -> Option<()> {
    let mut sections = Reader(module.strip_prefix(&HEADER)?);
    while !sections.0.is_empty() {
        let id = sections.byte()?;
        let mut section = Reader(sections.sized()?);
        if id == IMPORTS {
            for _ in 0..section.number()? {
                section.sized()?;
                let name = String::from_utf8(section.sized()?.to_vec()).ok()?;
                imports.insert(name, section.kind_and_type()?);
            }
            return Some(());
        }
    }
    Some(())
}

/// The hub for these imports, which it takes from a module called `main`.
pub(super) fn hub(main: &str, imports: &Imports) -> Vec<u8> {
    let mut of_a_kind = BTreeMap::<u8, usize>::new();
    let (mut taken, mut given) = (number(imports.len()), number(imports.len()));
    for (name, kind_and_type) in imports {
        let kind = kind_and_type.first().copied().unwrap_or_default();
        let position = of_a_kind.entry(kind).or_default();
        taken.extend([sized(main.as_bytes()), sized(name.as_bytes()), kind_and_type.clone()].concat());
        given.extend([sized(name.as_bytes()), vec![kind], number(*position)].concat());
        *position += 1;
    }
    [HEADER.to_vec(), vec![IMPORTS], sized(&taken), vec![EXPORTS], sized(&given)].concat()
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number, seven bits a byte.
    fn number(&mut self) -> Option<usize> {
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
    fn sized(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    fn kind_and_type(&mut self) -> Option<Vec<u8>> {
        let before = self.0;
        match self.byte()? {
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
        Some(read.to_vec())
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

fn number(mut number: usize) -> Vec<u8> {
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

fn sized(bytes: &[u8]) -> Vec<u8> {
    [number(bytes.len()), bytes.to_vec()].concat()
}

#[cfg(test)]
mod tests {
    use super::{EXPORTS, HEADER, IMPORTS, Imports, add_imports, hub, sized};

    /// Imports a memory of at least 19 pages, a table of 300 functions, and a global that changes.
    fn chunk() -> Vec<u8> {
        let import = |name: &str, kind_and_type: &[u8]| [&sized(b"m"), &sized(name.as_bytes()), kind_and_type].concat();
        let all = [
            vec![3],
            import("memory", &[2, 0, 19]),
            import("table", &[1, 0x70, 1, 0xac, 2, 0xad, 2]),
            import("global", &[3, 0x7f, 1]),
        ];
        [HEADER.to_vec(), vec![1, 1, 0, IMPORTS], sized(&all.concat()), vec![EXPORTS, 1, 0]].concat()
    }

    #[test]
    fn the_hub_imports_what_the_chunks_import_and_exports_the_same() {
        let mut imports = Imports::new();
        assert_eq!(add_imports(&mut imports, &chunk()), Some(()));
        assert_eq!(add_imports(&mut imports, &chunk()), Some(()));
        let hub = hub("main", &imports);
        let mut again = Imports::new();
        assert_eq!(add_imports(&mut again, &hub), Some(()));
        assert_eq!(again, imports);
        let exports = b"\x03\x06global\x03\0\x06memory\x02\0\x05table\x01\0";
        assert!(hub.ends_with(&[&[EXPORTS], &sized(exports)[..]].concat()));
    }

    #[test]
    fn what_is_no_module_or_is_cut_short_is_said() {
        let chunk = chunk();
        assert_eq!(add_imports(&mut Imports::new(), b"no module at all"), None);
        assert_eq!(add_imports(&mut Imports::new(), &chunk[..chunk.len() - 8]), None);
    }
}
