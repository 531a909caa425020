//! A list of which nothing is known yet.

use licensing_core::Tenant;

use super::super::list::List;
use super::super::sort::Value;
use super::super::{Column, Row};
use crate::search::Seeker;

/// The list.
pub(in super::super) struct Nothing;

impl List for Nothing {
    fn counted(&self, _number: usize) -> String {
        String::new()
    }

    fn len(&self) -> usize {
        0
    }

    fn id(&self, _place: usize) -> u32 {
        u32::MAX
    }

    fn columns(&self) -> Vec<Column> {
        Vec::new()
    }

    fn look(&self, _: &Tenant, _place: usize, _: &mut String, _seeker: &mut Seeker<'_>) {}

    fn value(&self, _: &Tenant, _place: usize, _at: usize, _: &mut String, _take: &mut dyn FnMut(Value<'_>)) {}

    fn row(&self, _: &Tenant, _place: usize) -> Row {
        Row::default()
    }
}
