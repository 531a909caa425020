//! Files in, facts out: the first half of an import.

use std::sync::Arc;

use licensing_model::{Catalog, RuleSet};

use crate::build::Building;
use crate::collect::Collector;
use crate::collect::pseudonyms::Names;
use crate::document::Reader;
use crate::error::{Counted, Fault, ImportError, Place};
use crate::limits::{MOST_BYTES, MOST_FILES};
use crate::report::Counts;

/// How a tenant is to be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether names, addresses, domains and ids are replaced.
    pub names: Names,
    /// The rules under which the tenant lives then; without any, those that the bundle names, or else today's.
    pub rules: Option<RuleSet>,
}

/// An import under way. Files and pasted texts are given one after the other, each in pieces of any length.
///
/// After an error nothing more can be done with it; no tenant was touched.
pub struct Import {
    catalog: Arc<Catalog>,
    collector: Collector,
    reader: Option<Reader>,
    rules: Option<RuleSet>,
    counts: Counts,
}

impl Import {
    /// An import without files.
    pub fn new(catalog: Arc<Catalog>, options: Options) -> Import {
        let catalog = Arc::clone(catalog.lists());
        let collector = Collector::new(&catalog, options.names);
        Import { catalog, collector, reader: None, rules: options.rules, counts: Counts::default() }
    }

    /// Begins the next file; one that was not ended is ended first.
    ///
    /// # Errors
    /// As [`Import::end_file`]; there are too many files.
    pub fn begin_file(&mut self, name: &str) -> Result<(), Box<ImportError>> {
        self.end_file()?;
        let name: Arc<str> = Arc::from(name);
        if self.counts.files >= MOST_FILES {
            return Err(refused(&name, Fault::TooMany { what: Counted::Files, most: MOST_FILES as u64 }));
        }
        self.counts.files += 1;
        self.collector.files.push(name.clone());
        self.reader = Some(Reader::new(name));
        Ok(())
    }

    /// Reads on in the next bytes of the file.
    ///
    /// # Errors
    /// The first thing that is wrong in them.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), Box<ImportError>> {
        let Some(reader) = &mut self.reader else { return Ok(()) };
        self.counts.bytes = self.counts.bytes.saturating_add(piece.len() as u64);
        if self.counts.bytes > MOST_BYTES {
            return Err(refused(reader.name(), Fault::TooMany { what: Counted::Bytes, most: MOST_BYTES }));
        }
        reader.push(piece, &mut self.collector)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// The file is not complete.
    pub fn end_file(&mut self) -> Result<(), Box<ImportError>> {
        match self.reader.take() {
            None => Ok(()),
            Some(mut reader) => reader.end(&mut self.collector),
        }
    }

    /// Ends the last file. What was read can be made a tenant then.
    ///
    /// # Errors
    /// The file is not complete, or there was none.
    pub fn finish(mut self) -> Result<Building, Box<ImportError>> {
        self.end_file()?;
        if self.counts.files == 0 {
            return Err(refused(&Arc::from(""), Fault::Empty));
        }
        Ok(Building::new(self.catalog, self.collector, self.rules, self.counts))
    }
}

fn refused(file: &Arc<str>, fault: Fault) -> Box<ImportError> {
    Box::new(ImportError { place: Place { file: file.clone(), line: 1 }, field: String::new(), fault })
}
