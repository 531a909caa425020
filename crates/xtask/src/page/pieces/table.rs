//! The table of functions that are called by their place, without what says of places that nothing is in them.
//!
//! The tool that splits leaves room for the functions of all pieces in the main piece's table, and writes into the module
//! that each of these places is empty. A table is empty before anything is put into it.

use super::module::{ELEMENTS, HEADER, Reader, number, sized};

/// The segment of functions by their numbers, put in from a place on.
const FUNCTIONS: usize = 0;
/// The same of expressions, of which each is a function or nothing.
const EXPRESSIONS: usize = 4;

/// The end of an expression.
const END: u8 = 0x0b;
/// A number of four bytes, which is where a segment begins.
const NUMBER: u8 = 0x41;
/// A function by its number.
const OF_FUNCTION: u8 = 0xd2;
/// No function.
const OF_NOTHING: u8 = 0xd0;

/// The module without segments that put nothing anywhere. None if `module` is no module, or has segments of other kinds.
pub(super) fn without_nothing(module: &[u8]) -> Option<Vec<u8>> {
    let mut sections = Reader(module.strip_prefix(&HEADER)?);
    let mut made = HEADER.to_vec();
    while !sections.0.is_empty() {
        let id = sections.byte()?;
        let section = sections.sized()?;
        made.push(id);
        made.extend(if id == ELEMENTS { sized(&with_functions(section)?) } else { sized(section) });
    }
    Some(made)
}

/// The segments of a section in which there is a function.
fn with_functions(section: &[u8]) -> Option<Vec<u8>> {
    let mut rest = Reader(section);
    let mut kept = Vec::new();
    for _ in 0..rest.number()? {
        let before = rest.0;
        let has_functions = segment(&mut rest)?;
        let (read, _) = before.split_at_checked(before.len() - rest.0.len())?;
        kept.extend(has_functions.then_some(read));
    }
    Some([number(kept.len()), kept.concat()].concat())
}

/// Reads a segment, and says whether there is a function in it.
fn segment(rest: &mut Reader<'_>) -> Option<bool> {
    let kind = rest.number()?;
    (rest.byte()? == NUMBER).then_some(())?;
    rest.number()?;
    (rest.byte()? == END).then_some(())?;
    let count = rest.number()?;
    let mut has_functions = false;
    for _ in 0..count {
        has_functions |= match kind {
            FUNCTIONS => rest.number().map(|_| true)?,
            EXPRESSIONS => {
                let is_function = match rest.byte()? {
                    OF_FUNCTION => true,
                    OF_NOTHING => false,
                    _ => return None,
                };
                rest.number()?;
                (rest.byte()? == END).then_some(is_function)?
            }
            _ => return None,
        };
    }
    Some(has_functions)
}

#[cfg(test)]
mod tests {
    use super::{ELEMENTS, HEADER, sized, without_nothing};

    /// A module with these segments.
    fn with(segments: &[&[u8]]) -> Vec<u8> {
        let section = [&[segments.len() as u8], segments.concat().as_slice()].concat();
        [&HEADER, &[1, 1, 0, ELEMENTS][..], &sized(&section), &[11, 1, 0]].concat()
    }

    #[test]
    fn what_says_of_places_that_nothing_is_in_them_is_left_out() {
        let functions: &[u8] = &[0, 0x41, 1, 0x0b, 2, 7, 0x88, 1];
        let some: &[u8] = &[4, 0x41, 3, 0x0b, 2, 0xd0, 0x70, 0x0b, 0xd2, 9, 0x0b];
        let nothing: &[u8] = &[4, 0x41, 0x85, 1, 0x0b, 2, 0xd0, 0x70, 0x0b, 0xd0, 0x70, 0x0b];
        let empty: &[u8] = &[0, 0x41, 9, 0x0b, 0];
        let module = with(&[functions, nothing, some, empty]);
        assert_eq!(without_nothing(&module), Some(with(&[functions, some])));
    }

    #[test]
    fn what_is_not_known_is_left_as_it_is() {
        assert_eq!(without_nothing(b"no module"), None);
        assert_eq!(without_nothing(&with(&[&[3, 0, 1, 7]])), None, "a segment that is put in by nobody");
    }
}
