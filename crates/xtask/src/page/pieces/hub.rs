//! A module that hands on what it imports.
//!
//! Each chunk imports the main piece's memory for itself. Merged, they would import it many times: a module with many
//! memories, be they all the same, which not every browser takes. The hub imports it once, and merged under the main
//! piece's name it is what the chunks' imports lead to.

use std::collections::BTreeMap;

use super::module::{EXPORTS, FUNCTION, HEADER, IMPORTS, Reader, number, sized};

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
                let kind_and_type = section.kind_and_type()?;
                if kind_and_type.first() == Some(&FUNCTION) {
                    return None;
                }
                imports.insert(name, kind_and_type.to_vec());
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
