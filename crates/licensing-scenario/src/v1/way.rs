//! A way of version 1. Frozen.

use alloc::string::String;
use alloc::vec::Vec;

use licensing_core::Action;

use super::compact::{ActionModel, ProductModel, TextModel, list, list_of};
use super::document::version_of;
use crate::coding::{Allowance, Coder, Fault, Number};

/// A way on its way through the coder.
#[derive(Clone, Debug, Default)]
pub(crate) struct Way {
    pub(crate) texts: Vec<String>,
    pub(crate) numbers: Vec<u32>,
    pub(crate) actions: Vec<Action>,
}

impl Way {
    /// The lowest version that can say it.
    pub(crate) fn version(&self) -> u8 {
        self.actions.iter().map(version_of).max().unwrap_or(1)
    }

    /// The way in bytes.
    pub(crate) fn into_bytes(mut self) -> Vec<u8> {
        let mut coder = Coder::writer();
        self.pass(&mut coder);
        coder.into_bytes()
    }

    /// The way behind bytes.
    pub(crate) fn read(bytes: Vec<u8>, allowance: Allowance) -> Result<Way, Fault> {
        let (mut coder, mut way) = (Coder::reader(bytes, allowance), Way::default());
        way.pass(&mut coder);
        coder.finish()?;
        Ok(way)
    }

    fn pass(&mut self, coder: &mut Coder) {
        let (mut texts, mut products, mut number) = (TextModel::for_few(), ProductModel::default(), Number::default());
        let mut length = [(); 3].map(|()| Number::default());
        let [of_texts, of_numbers, of_actions] = &mut length;
        list(coder, of_texts, &mut self.texts, |coder, text| texts.pass_letters(coder, text));
        list(coder, of_numbers, &mut self.numbers, |coder, own| *own = number.pass(coder, *own));
        let mut model = ActionModel::on(0, 0);
        model.learn_usual(&mut texts, &mut products);
        list_of(
            coder,
            of_actions,
            &mut self.actions,
            || Action::Steps(0),
            |coder, action| {
                model.pass(coder, &mut texts, &mut products, action);
            },
        );
    }
}
