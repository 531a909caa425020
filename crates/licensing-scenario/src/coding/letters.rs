//! Texts letter by letter. The bytes before say much of the next; so that short texts gain by it as well, the coder has
//! read the frozen lists of names before it begins. Frozen with version 1.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::bit::Bit;
use super::coder::Coder;
use crate::words::{ADD_ONS, CITIES, DEPARTMENTS, FAMILY, GIVEN};

/// Behind the last letter.
const END: u8 = 0;
/// The next byte stands for itself, also if it is one of these two.
const LITERAL: u8 = 1;

/// The frozen lists that the coder has read before it begins.
const LISTS: [&str; 5] = [GIVEN.text(), FAMILY.text(), DEPARTMENTS.text(), ADD_ONS.text(), CITIES.text()];

/// What was learned of texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Letters {
    by_one: Pages,
    by_two: Pages,
    before: Before,
    knows_no_lists: bool,
}

impl Letters {
    /// For a text alone: it is written and read sooner, and takes a few bytes more.
    pub(crate) fn without_lists() -> Letters {
        Letters { knows_no_lists: true, ..Letters::default() }
    }

    /// Passes a text through.
    pub(crate) fn pass(&mut self, coder: &mut Coder, text: &mut String) {
        self.before = Before::default();
        if coder.reads() {
            let mut bytes = Vec::new();
            loop {
                match self.byte(coder, 0) {
                    _ if !coder.is_well() => return,
                    END => break,
                    LITERAL => bytes.push(self.byte(coder, 0)),
                    byte => bytes.push(byte),
                }
            }
            match String::from_utf8(bytes) {
                Ok(read) => *text = read,
                Err(_) => coder.damaged(),
            }
        } else {
            for byte in text.bytes() {
                if byte <= LITERAL {
                    self.byte(coder, LITERAL);
                }
                self.byte(coder, byte);
            }
            self.byte(coder, END);
        }
    }

    /// Passes each bit of a byte with the two models that know most of it.
    fn byte(&mut self, coder: &mut Coder, byte: u8) -> u8 {
        coder.charge(1);
        let (one, two) = (self.before.one(), self.before.two());
        let lists = if self.knows_no_lists { &[][..] } else { &LISTS };
        let pages = (self.by_one.page(one.page, lists, Before::one), self.by_two.page(two.page, lists, Before::two));
        let (Some(by_one), Some(by_two)) = pages else { return END };
        let byte = each_bit(byte, |node, bit| match (one.bit(by_one, node), two.bit(by_two, node)) {
            (Some(by_one), Some(by_two)) => coder.bit_of_two(by_one, by_two, bit),
            _ => false,
        });
        self.before = self.before.then(byte);
        byte
    }
}

/// Passes the bits of a byte, the highest first, each with a one and the bits before it. The byte that came out of it.
fn each_bit(byte: u8, mut pass: impl FnMut(u8, bool) -> bool) -> u8 {
    let (mut node, mut passed) = (1_u8, 0_u8);
    for at in (0..8).rev() {
        let bit = u8::from(pass(node, (byte >> at) & 1 == 1));
        node = (node << 1) | bit;
        passed = (passed << 1) | bit;
    }
    passed
}

/// The two bytes before, the farther first.
#[derive(Clone, Copy, Debug, Default)]
struct Before([u8; 2]);

impl Before {
    /// Where the chances by the byte before are.
    fn one(self) -> Place {
        let Before([_, one]) = self;
        Place { page: one, start: 0 }
    }

    /// Where the chances by both are: spread over the pages, each of which several share.
    fn two(self) -> Place {
        let before = u32::from(u16::from_be_bytes(self.0));
        let [_, _, high, low] = (before.wrapping_mul(0x9e37_79b1) >> 12).to_be_bytes();
        Place { page: high ^ low, start: high }
    }

    fn then(self, byte: u8) -> Before {
        let Before([_, last]) = self;
        Before([last, byte])
    }
}

/// Where the chances of the bits of one byte are: in which page, and how they are spread in it.
#[derive(Clone, Copy, Debug)]
struct Place {
    page: u8,
    start: u8,
}

impl Place {
    /// The chance of the bit behind those of `node`.
    fn bit(self, page: &mut Page, node: u8) -> Option<&mut Bit> {
        page.get_mut(usize::from(self.start ^ node))
    }
}

type Page = [Bit; 256];

/// Chances, page by page. A page is made when it is first asked for: most texts are short and meet few of them.
#[derive(Clone, Debug, Default)]
struct Pages(Vec<Option<Box<Page>>>);

impl Pages {
    /// A page; it has learned first what of `lists` has its place there. It is always there.
    fn page(&mut self, number: u8, lists: &[&str], place: impl Fn(Before) -> Place) -> Option<&mut Page> {
        let at = usize::from(number);
        if self.0.len() <= at {
            self.0.resize(at + 1, None);
        }
        let page = self.0.get_mut(at)?;
        if page.is_none() {
            let mut new = Box::new([Bit::default(); 256]);
            read_lists(lists, &mut new, |before| Some(place(before)).filter(|place| place.page == number));
            *page = Some(new);
        }
        page.as_deref_mut()
    }
}

/// Learns what follows in the lists, where it has its place in this page.
fn read_lists(lists: &[&str], page: &mut Page, place: impl Fn(Before) -> Option<Place>) {
    for list in lists {
        let mut before = Before::default();
        for byte in list.bytes().chain([b',']) {
            let byte = if byte == b',' { END } else { byte };
            if let Some(place) = place(before) {
                each_bit(byte, |node, bit| {
                    if let Some(chance) = place.bit(page, node) {
                        chance.learn(bit);
                    }
                    bit
                });
            }
            before = if byte == END { Before::default() } else { before.then(byte) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coding::Allowance;
    use proptest::prelude::*;

    fn written(texts: &[String]) -> Vec<u8> {
        let (mut coder, mut letters) = (Coder::writer(), Letters::default());
        texts.iter().for_each(|text| letters.pass(&mut coder, &mut text.clone()));
        coder.into_bytes()
    }

    proptest! {
        #[test]
        fn any_texts_are_read_as_written(texts in prop::collection::vec("(?s).{0,20}", 0..10)) {
            let (mut coder, mut letters) = (Coder::reader(written(&texts), Allowance::UNLIMITED), Letters::default());
            let read: Vec<String> = texts.iter().map(|_| {
                let mut text = String::new();
                letters.pass(&mut coder, &mut text);
                text
            }).collect();
            prop_assert_eq!((read, coder.finish()), (texts, Ok(())));
        }
    }

    #[test]
    fn a_name_of_no_list_takes_less_than_five_bits_a_letter() {
        let names = ["Willemijn Zandstra", "Bartholomeus Vinkenoog", "Annelies Oosterhuis", "Cornelia Terpstra"];
        let texts = names.map(String::from);
        let letters: usize = names.iter().map(|name| name.len()).sum();
        let bytes = written(&texts).len();
        assert!(bytes * 8 < letters * 5, "{letters} letters in {bytes} bytes");
    }
}
