//! The audit log, newest first.

use leptos::prelude::*;
use licensing_view::table::ListId;

use crate::table::{Empty, ListTable};
use crate::text;

/// The audit log.
#[component]
pub(crate) fn AuditScreen() -> impl IntoView {
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::AUDIT}
                </h1>
                <p>{text::AUDIT_LEAD}</p>
            </div>
        </div>
        <ListTable
            list=ListId::Audit
            label=text::AUDIT_TABLE
            search=text::SEARCH_EVENTS
            example=text::SEARCH_EVENTS_EXAMPLE
            empty=Empty { sentence: text::NO_EVENTS, button: None, no_match: text::NO_EVENT_MATCHES }
        />
    }
}
