//! Lists that come in pages: each names the next one, until the last.

use std::collections::BTreeMap;
use std::fmt;

use crate::document::{Collection, Page};
use crate::facts::Spot;

/// Pages that were read.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// Where each link to a next page stands.
    links: BTreeMap<String, Spot>,
    /// Lists whose last page was not the last.
    open: BTreeMap<Page, Spot>,
}

impl Pages {
    /// Reads a page with the link to the next one. Answers where the same link stood before, if it did.
    pub(crate) fn read(&mut self, page: Page, next: Option<&str>, spot: Spot) -> Option<Spot> {
        self.open.remove(&page);
        let next = next?;
        self.open.insert(page, spot);
        self.links.insert(next.to_string(), spot)
    }

    /// Lists without their last page.
    pub(crate) fn missing(&mut self) -> impl Iterator<Item = (Listed, Spot)> + use<> {
        core::mem::take(&mut self.open).into_iter().map(|(page, spot)| (Listed(page), spot))
    }
}

/// A list, by name. Whose members they are is not said: ids are not for reports.
pub(crate) struct Listed(Page);

impl fmt::Display for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Listed((collection, _)) = self;
        f.write_str(match collection {
            Collection::Organization => "organization",
            Collection::SubscribedSkus => "subscribedSkus",
            Collection::Groups => "groups",
            Collection::Users => "users",
            Collection::Contacts => "contacts",
            Collection::DirectoryAudits => "directoryAudits",
            Collection::Members => "members",
        })
    }
}
