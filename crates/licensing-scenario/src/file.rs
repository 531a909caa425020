//! Files: a scenario as text that people can read, or in the compact form where that would be too much to read. A text in
//! which a link stands is read as that link.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::{Catalog, Sliced};

use crate::compact::{self, FILE};
use crate::envelope::Codec;
use crate::error::{Large, ScenarioError};
use crate::link;
use crate::scenario::Scenario;
use crate::v1;

/// What a file in the compact form begins with.
const MARK: &[u8; 4] = b"LLAB";
/// The most bytes of a file that are read.
pub const MOST_BYTES: usize = FILE.bytes;
/// Tenants with more users are saved in the compact form.
pub const MOST_USERS_AS_TEXT: usize = v1::text::FEW_USERS;

/// The scenario as text for people, a line for each value; names of products and plans are those of `catalog`.
pub fn to_text(scenario: Scenario, catalog: &Catalog) -> String {
    v1::text::to_line(&scenario.into(), catalog).into_document()
}

/// The same text on one line, for programs.
pub fn to_line(scenario: Scenario, catalog: &Catalog) -> String {
    v1::text::to_line(&scenario.into(), catalog).into_text()
}

/// The scenario in the compact form, unless it is too large to be opened again.
pub fn to_compact(scenario: Scenario) -> Result<Vec<u8>, ScenarioError> {
    Ok(of_compact(&compact::Writing::new(scenario).finish()?))
}

/// The file of a scenario whose compact form was written already.
pub fn of_compact(bytes: &[u8]) -> Vec<u8> {
    [MARK, bytes].concat()
}

/// A file that is being read, whatever its form.
#[derive(Clone, Debug)]
pub struct FileReading {
    form: Form,
}

#[derive(Clone, Debug)]
enum Form {
    Text(Box<v1::text::Reading>),
    Compact(Box<compact::Reading>),
}

impl FileReading {
    /// Begins to read. Text needs all of `catalog`, the compact form nothing of it but the revision.
    pub fn new(bytes: Vec<u8>, catalog: &Catalog) -> Result<FileReading, ScenarioError> {
        if bytes.len() > MOST_BYTES {
            return Err(ScenarioError::TooLarge { what: Large::Bytes { most: MOST_BYTES } });
        }
        if let Some(compact) = bytes.strip_prefix(MARK) {
            let reading = compact::Reading::of(Codec::Document, compact, catalog.revision, FILE)?;
            return Ok(FileReading { form: Form::Compact(Box::new(reading)) });
        }
        let text = String::from_utf8(bytes).map_err(|_| ScenarioError::NotAScenario)?;
        FileReading::of_text(text, catalog)
    }

    /// Begins to read a text.
    pub fn of_text(text: String, catalog: &Catalog) -> Result<FileReading, ScenarioError> {
        if text.len() > MOST_BYTES {
            return Err(ScenarioError::TooLarge { what: Large::Bytes { most: MOST_BYTES } });
        }
        if !text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            let reading = link::begin_within(&text, catalog.revision)?;
            return Ok(FileReading { form: Form::Compact(Box::new(reading)) });
        }
        Ok(FileReading { form: Form::Text(Box::new(v1::text::Reading::new(text, catalog, FILE.users))) })
    }

    /// The scenario. What [`FileReading::advance`] left is done now.
    pub fn finish(self) -> Result<Scenario, ScenarioError> {
        match self.form {
            Form::Compact(reading) => reading.finish(),
            Form::Text(mut reading) => {
                reading.complete()?;
                compact::into_scenario(reading.finish()?, FILE)
            }
        }
    }
}

impl Sliced for FileReading {
    type Fault = ScenarioError;

    /// Goes on for so many words, users and actions. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool, ScenarioError> {
        match &mut self.form {
            Form::Text(reading) => reading.advance(work),
            Form::Compact(reading) => {
                let Ok(is_done) = reading.advance(work);
                Ok(is_done)
            }
        }
    }

    fn progress(&self) -> (usize, usize) {
        match &self.form {
            Form::Text(reading) => reading.progress(),
            Form::Compact(reading) => reading.progress(),
        }
    }
}
