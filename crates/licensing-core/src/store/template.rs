//! Templates: products with their disabled plans, interned. What a group carries, what a path has in force and what a
//! user holds directly all have this shape.

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::ProductId;

use super::id_set::PlanSet;
use super::interner::Interner;
use crate::order::sort_short;
pub(crate) use licensing_columns::numbers::TemplateId;

/// A set of disabled plans, interned. The default is the empty set.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(crate) struct DisabledId(pub(crate) u32);

/// One product of a template.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Entry {
    /// Which product.
    pub(crate) product: ProductId,
    /// Its disabled plans as they were given, also ids that the product does not hold any more (R15).
    pub(crate) disabled: DisabledId,
}

/// All templates and sets of disabled plans of a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Templates {
    disabled: Interner<PlanSet>,
    templates: Interner<Arc<[Entry]>>,
}

/// How much was stored at some moment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    disabled: usize,
    templates: usize,
}

impl Default for Templates {
    fn default() -> Self {
        let mut tables = Templates { disabled: Interner::default(), templates: Interner::default() };
        tables.disabled.intern(PlanSet::EMPTY);
        tables.templates.intern(Arc::default());
        tables
    }
}

impl Templates {
    /// Interns a set of disabled plans.
    pub(crate) fn disabled(&mut self, plans: PlanSet) -> DisabledId {
        DisabledId(self.disabled.intern(plans))
    }

    /// The plans of an interned set.
    pub(crate) fn plans(&self, id: DisabledId) -> &PlanSet {
        self.disabled.get(id.0).unwrap_or(&PlanSet::EMPTY)
    }

    /// Interns a template; entries may come in any order, one a product.
    pub(crate) fn intern(&mut self, mut entries: Vec<Entry>) -> TemplateId {
        sort_short(&mut entries, |entry| *entry);
        TemplateId(self.templates.intern(entries.into()))
    }

    /// The products of a template, by position.
    pub(crate) fn entries(&self, id: TemplateId) -> &[Entry] {
        self.templates.get(id.0).map_or(&[], |entries| entries)
    }

    /// The entry of `product`, if the template has it.
    pub(crate) fn entry(&self, id: TemplateId, product: ProductId) -> Option<Entry> {
        self.entries(id).iter().copied().find(|entry| entry.product == product)
    }

    /// Every set of disabled plans, by number.
    pub(crate) fn all_disabled(&self) -> impl Iterator<Item = &PlanSet> {
        self.disabled.iter()
    }

    /// Every template, by number.
    pub(crate) fn all(&self) -> impl Iterator<Item = &[Entry]> {
        self.templates.iter().map(|entries| &**entries)
    }

    /// How much is stored now, for [`Templates::take_back`].
    pub(crate) fn mark(&self) -> Mark {
        Mark { disabled: self.disabled.len(), templates: self.templates.len() }
    }

    /// Forgets what was stored since `mark`, for a command that was refused after all.
    pub(crate) fn take_back(&mut self, mark: Mark) {
        self.disabled.truncate(mark.disabled);
        self.templates.truncate(mark.templates);
    }
}
