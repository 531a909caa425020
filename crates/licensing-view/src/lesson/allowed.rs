//! What a lesson lets one do.

use licensing_lesson::Lesson;
use licensing_wording::{Text, Words};

/// Kinds of commands by their words, as people say them.
pub const KINDS: [(&str, Text); 30] = [
    ("create-user", Text::ALLOW_CREATE_USER),
    ("update-user", Text::ALLOW_UPDATE_USER),
    ("delete-user", Text::ALLOW_DELETE_USER),
    ("restore-user", Text::ALLOW_RESTORE_USER),
    ("create-group", Text::ALLOW_CREATE_GROUP),
    ("rename-group", Text::ALLOW_RENAME_GROUP),
    ("delete-group", Text::ALLOW_DELETE_GROUP),
    ("restore-group", Text::ALLOW_RESTORE_GROUP),
    ("add-member", Text::ALLOW_ADD_MEMBER),
    ("remove-member", Text::ALLOW_REMOVE_MEMBER),
    ("assign-group", Text::ALLOW_ASSIGN_GROUP),
    ("assign-user", Text::ALLOW_ASSIGN_USER),
    ("reprocess-user", Text::ALLOW_REPROCESS_USER),
    ("reprocess-group", Text::ALLOW_REPROCESS_GROUP),
    ("set-units", Text::ALLOW_SET_UNITS),
    ("add-plan", Text::ALLOW_ADD_PLAN),
    ("set-addresses", Text::ALLOW_SET_ADDRESSES),
    ("add-contact", Text::ALLOW_ADD_CONTACT),
    ("set-rules", Text::ALLOW_SET_RULES),
    ("set-pair", Text::ALLOW_SET_PAIR),
    ("set-prerequisite", Text::ALLOW_SET_PREREQUISITE),
    ("set-country", Text::ALLOW_SET_COUNTRY),
    ("set-workers", Text::ALLOW_SET_WORKERS),
    ("advance", Text::ALLOW_ADVANCE),
    ("set-property", Text::ALLOW_SET_PROPERTY),
    ("set-membership-rule", Text::ALLOW_SET_MEMBERSHIP_RULE),
    ("update-contact", Text::ALLOW_UPDATE_CONTACT),
    ("delete-contact", Text::ALLOW_DELETE_CONTACT),
    ("add-domain", Text::ALLOW_ADD_DOMAIN),
    ("delete-domain", Text::ALLOW_DELETE_DOMAIN),
];

/// What may be done in a lesson; none where everything may.
pub fn allowed(lesson: &Lesson, words: Words) -> Option<Vec<&'static str>> {
    let allowed = lesson.allowed.as_ref()?;
    let named = KINDS.iter().filter(|(word, _)| allowed.iter().any(|own| own == word));
    Some(named.map(|(_, text)| words.text(*text)).collect())
}
