//! From version 1 to the text form: the document.

use licensing_model::Catalog;

use super::keys::Keys;
use super::words::{Names, SAMPLES, word};
use super::write_state::{write_settings, write_state};
use super::writer::Writer;
use super::{SINCE_SHORT, is_short};
use crate::json::{Line, object};
use crate::v1::document::{Base, Branch, Document};

/// The document on one line.
pub(crate) fn to_line(document: &Document, catalog: &Catalog) -> Line {
    let short = match &document.base {
        Base::State(state) if is_short(state) => Some(state),
        _ => None,
    };
    let (users, groups) = match short {
        // Whom actions create is told from the others by name, which nothing else asks for.
        Some(state) if document.actions.is_empty() && document.branches.is_empty() => {
            (Keys::default(), super::keys_of_groups(state))
        }
        _ => super::keys_of(document),
    };
    let mut writer = Writer { names: Names::new(catalog), users, groups };
    if let Base::State(state) = &document.base {
        writer.names.add(&state.own);
    }
    let version = document.version().max(short.map_or(1, |_| SINCE_SHORT));
    let position = (document.position as usize != document.actions.len()).then_some(u64::from(document.position));
    object(|fields| {
        fields
            .with("scenario", |line| line.number(u64::from(version)))
            .text("title", &document.title)
            .maybe("lesson", document.lesson.as_deref(), Line::text)
            .with("catalog", |line| line.number(u64::from(document.catalog)))
            .with("base", |line| writer.base(line, &document.base))
            .list("actions", &document.actions, |line, action| writer.action(line, action))
            .maybe("position", position, Line::number);
        if document.branches.is_empty() {
            return;
        }
        // Other ways may have created others under the same numbers.
        (writer.users, writer.groups) = super::keys_of_base(&document.base);
        fields.list("branches", &document.branches, |line, branch| writer.branch(line, branch));
    })
}

impl Writer {
    fn base(&self, line: &mut Line, base: &Base) {
        line.object(|fields| match base {
            Base::Empty(settings) => _ = fields.with("empty", |line| write_settings(line, settings)),
            Base::Sample { generator, seed, users } => {
                fields
                    .text("sample", word(SAMPLES, *generator))
                    .maybe("seed", Some(*seed).filter(|seed| *seed > 0), Line::number)
                    .number("users", *users, 0);
            }
            Base::State(state) => _ = fields.with("state", |line| write_state(self, line, state)),
        });
    }

    fn branch(&self, line: &mut Line, branch: &Branch) {
        line.object(|fields| {
            fields.number("of", branch.of, 0).with("shared", |line| line.number(u64::from(branch.shared))).list(
                "actions",
                &branch.actions,
                |line, action| self.action(line, action),
            );
        });
    }
}
