//! The names within a sentence, told apart from its words, so that each can lead to what it is the name of.

use std::cell::RefCell;

use licensing_core::{Holder, Tenant};
use licensing_model::{ContactId, GroupId, Path, PlanId, ProductId, UserId};

use crate::text::Text;
use crate::words::Words;

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A user.
    User(UserId),
    /// A group.
    Group(GroupId),
    /// A contact.
    Contact(ContactId),
    /// A product.
    Product(ProductId),
    /// A plan as what somebody has of a product, or would get.
    PlanOf(ProductId, PlanId),
    /// A plan as one of a pair that exclude each other.
    PlanOfPair(PlanId),
    /// A plan as one that needs another, or is needed.
    PlanNeeded(PlanId),
}

/// A piece of a sentence: words, or a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What is read.
    pub text: String,
    /// What it is the name of, if it is one.
    pub named: Option<Named>,
}

/// The first of the letters that stand for names. They are for private use: no text of ours holds one.
const FIRST_LETTER: u32 = 0xF_0000;

/// Notes the names of a sentence that is being made. Until it is made, a letter stands for each, so that a name is found
/// again whatever it looks like.
#[derive(Debug)]
pub struct Names<'a> {
    tenant: &'a Tenant,
    said: RefCell<Vec<Part>>,
}

impl<'a> Names<'a> {
    /// Names of a tenant; none is said yet.
    pub fn of(tenant: &'a Tenant) -> Names<'a> {
        Names { tenant, said: RefCell::default() }
    }

    /// A user's name.
    pub fn user(&self, user: UserId) -> String {
        self.note(self.tenant.user_name(user), Some(Named::User(user)))
    }

    /// A group's name.
    pub fn group(&self, group: GroupId) -> String {
        self.note(self.tenant.group_name(group), Some(Named::Group(group)))
    }

    /// A product's name.
    pub fn product(&self, product: ProductId) -> String {
        self.note(self.tenant.product_name(product), Some(Named::Product(product)))
    }

    /// A plan's name; `named` says as what the plan is spoken of.
    pub fn plan(&self, plan: PlanId, named: Named) -> String {
        self.note(self.tenant.plan_words(plan), Some(named))
    }

    /// The name of who holds an address.
    pub fn holder(&self, words: Words, holder: Holder) -> String {
        match holder {
            Holder::User(user) => self.user(user),
            Holder::Contact(contact) => {
                let name = self.tenant.contact_name(contact);
                words.the_contact(&self.note(name, Some(Named::Contact(contact))))
            }
        }
    }

    /// By which path, inside a sentence: `directly`, `through Sales E3`.
    pub fn path(&self, words: Words, path: Path) -> String {
        match path {
            Path::Direct => words.text(Text::DIRECTLY).to_owned(),
            Path::Group(group) => words.through(&self.group(group)),
        }
    }

    /// What somebody typed and what is the name of nothing that can be shown.
    pub fn typed(&self, text: &str) -> String {
        self.note(text.to_owned(), None)
    }

    /// The sentence in pieces.
    pub fn parts(self, sentence: &str) -> Vec<Part> {
        let said = self.said.into_inner();
        let mut parts: Vec<Part> = Vec::new();
        let mut words = String::new();
        for letter in sentence.chars() {
            let place = u32::from(letter).checked_sub(FIRST_LETTER).and_then(|place| usize::try_from(place).ok());
            match place.and_then(|place| said.get(place)) {
                None => words.push(letter),
                Some(name) => {
                    if !words.is_empty() {
                        parts.push(Part { text: std::mem::take(&mut words), named: None });
                    }
                    parts.push(name.clone());
                }
            }
        }
        if !words.is_empty() {
            parts.push(Part { text: words, named: None });
        }
        parts
    }

    fn note(&self, text: String, named: Option<Named>) -> String {
        let mut said = self.said.borrow_mut();
        let letter = u32::try_from(said.len()).ok().and_then(|place| char::from_u32(FIRST_LETTER.checked_add(place)?));
        // There are 131,072 of these letters.
        let Some(letter) = letter else { return text };
        said.push(Part { text, named });
        String::from(letter)
    }
}

impl Words {
    /// By which path, inside a sentence: `directly`, `through Sales E3`.
    pub fn by_path(self, tenant: &Tenant, path: Path) -> String {
        let names = Names::of(tenant);
        let said = names.path(self, path);
        names.parts(&said).into_iter().map(|part| part.text).collect()
    }
}
