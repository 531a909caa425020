//! What mends all errors of a group or a user at once.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_session::foresight::{AT_ONCE, Ailing, Mended};
use licensing_view::foresight::{MendingView, MendsView};

use super::fix::{self, Rank, fix};
use super::search::{Search, progress};
use super::shown;
use crate::lab::Lab;
use crate::parts::Dialog;
use crate::slices::{self, Newest};
use crate::text;

/// Proposals, each to be looked at.
#[component]
pub(super) fn MendingDialog(
    /// Whose errors.
    of: Ailing,
) -> impl IntoView {
    let lab = Lab::here();
    let errors = lab.read(|document| document.errors_to_mend(of));
    let found = search(lab, of);
    let view = Memo::new(move |_| found.with(|found| found.here().map(|found| found.view(lab.words()))));
    view! {
        <Dialog title=text::MENDING on_close=move |()| lab.answered()>
            <div class="d-body" tabindex="0" role="group" aria-labelledby="dialog-title">
                <p class="dim" role="status">
                    {move || match view.with(|view| view.as_ref().map(|view| view.lead.clone())) {
                        Some(lead) => lead,
                        None => lab.words().mending_looking(errors),
                    }}
                </p>
                {move || progress(found.with(Search::percent))}
                {move || {
                    view.get()
                        .map(|MendingView { proposals, .. }| {
                            proposals.into_iter().map(|mends| proposal(lab, mends)).collect_view()
                        })
                }}
            </div>
        </Dialog>
    }
}

fn proposal(lab: Lab, view: MendsView) -> impl IntoView {
    let MendsView { cures, free, changes, figures, commands } = view;
    let rank = if free.is_some() { Rank::Best } else { Rank::Other };
    let name = changes.join(", ");
    let said = view! {
        <h3>{cures}</h3>
        {free.map(|free| view! { <span class="pill pill--ok">{free}</span> })}
        {fix::changes(changes)}
        {shown::figure_list(figures)}
    };
    fix(lab, rank, &name, commands, said, None::<()>)
}

/// Looks for them as long as the dialog is open.
fn search(lab: Lab, of: Ailing) -> RwSignal<Search<Mended>> {
    let found = Search::begun();
    let is_wanted = Newest::new().ask();
    let mut mending = lab.session(|document| document.mending(of));
    spawn_local(async move {
        let tell = |percent| _ = found.try_set(Search::Under(percent));
        let Ok(is_done) = slices::run_told(&is_wanted, tell, &mut mending, AT_ONCE).await;
        if is_done {
            let _ = found.try_set(Search::Here(mending.finish()));
        }
    });
    found
}
