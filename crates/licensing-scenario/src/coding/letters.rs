//! Texts letter by letter. The bytes before say much of the next; so that short texts gain by it as well, the coder has
//! read the frozen lists of names before it begins. Frozen with version 1.

use alloc::string::String;
use alloc::vec::Vec;

use super::bit::Bit;
use super::coder::Coder;
use crate::words::{ADD_ONS, CITIES, DEPARTMENTS, FAMILY, GIVEN};

/// Behind the last letter.
const END: u8 = 0;
/// The next byte stands for itself, also if it is one of these two.
const LITERAL: u8 = 1;

/// How many chances by the byte before, and by the two before.
const BY_ONE: usize = 1 << 16;
const BY_TWO: usize = 1 << 16;

/// What was learned of texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Letters {
    /// Empty until the first text comes.
    by_one: Vec<Bit>,
    by_two: Vec<Bit>,
    before: [u8; 2],
    knows_no_lists: bool,
}

impl Letters {
    /// For a text alone: it is written and read sooner, and takes a few bytes more.
    pub(crate) fn without_lists() -> Letters {
        Letters { knows_no_lists: true, ..Letters::default() }
    }

    /// Passes a text through.
    pub(crate) fn pass(&mut self, coder: &mut Coder, text: &mut String) {
        if self.by_one.is_empty() {
            self.by_one = alloc::vec![Bit::default(); BY_ONE];
            self.by_two = alloc::vec![Bit::default(); BY_TWO];
            if !self.knows_no_lists {
                self.read_lists();
            }
        }
        self.before = [END; 2];
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

    /// Learns the words of the frozen lists, without writing or reading anything.
    fn read_lists(&mut self) {
        for list in [GIVEN.text(), FAMILY.text(), DEPARTMENTS.text(), ADD_ONS.text(), CITIES.text()] {
            for word in list.split(',') {
                self.before = [END; 2];
                word.bytes().chain([END]).for_each(|byte| {
                    _ = self.each_bit(byte, |coarse, fine, bit| {
                        coarse.learn(bit);
                        fine.learn(bit);
                        bit
                    })
                });
            }
        }
    }

    fn byte(&mut self, coder: &mut Coder, byte: u8) -> u8 {
        coder.charge(1);
        self.each_bit(byte, |coarse, fine, bit| coder.bit_of_two(coarse, fine, bit))
    }

    /// Passes each bit of a byte with the two models that know most of it.
    fn each_bit(&mut self, byte: u8, mut pass: impl FnMut(&mut Bit, &mut Bit, bool) -> bool) -> u8 {
        let [two, one] = self.before.map(usize::from);
        let of_two = spread(two << 8 | one);
        let mut node = 1_usize;
        for at in (0..8).rev() {
            let by_one = self.by_one.get_mut((one << 8) | node);
            let by_two = self.by_two.get_mut((of_two ^ (node * 0x101)) % BY_TWO);
            let bit = match (by_one, by_two) {
                (Some(by_one), Some(by_two)) => pass(by_one, by_two, (byte >> at) & 1 == 1),
                _ => false,
            };
            node = (node << 1) | usize::from(bit);
        }
        let byte = (node & 0xff) as u8;
        let [_, last] = self.before;
        self.before = [last, byte];
        byte
    }
}

/// Spreads what was before over the table.
fn spread(before: usize) -> usize {
    ((before as u32).wrapping_mul(0x9e37_79b1) >> 12) as usize
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
