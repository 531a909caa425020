//! The audit log, newest first.

use leptos::prelude::*;
use licensing_view::Tone;
use licensing_view::audit::AuditRow;

use crate::lab::Lab;
use crate::parts::StatusTag;
use crate::text;

/// Rows that are drawn at once.
const ROWS: usize = 200;

/// The audit log.
#[component]
pub(crate) fn AuditScreen() -> impl IntoView {
    let lab = Lab::here();
    let shown = RwSignal::new(ROWS);
    let rows = lab.memo(move |document| document.audit(shown.get()));
    let row = |AuditRow { time, activity, actor, target, route, result, details, .. }: AuditRow| {
        let target = match route {
            Some(route) => view! {
                <a class="plain" href=route.to_string()>
                    {target}
                </a>
            }
            .into_any(),
            None => target.into_any(),
        };
        let failed = result.tone == Tone::Error;
        let below = result.clone();
        view! {
            <tr>
                <td class="nowrap faint">{time}</td>
                <th scope="row" class="wrap">
                    {if details.is_empty() {
                        view! { <span class="activity">{activity}</span> }.into_any()
                    } else {
                        view! {
                            <details open=failed>
                                <summary class="activity">{activity}</summary>
                                <dl class="kv small">
                                    {details
                                        .into_iter()
                                        .map(|(label, value)| {
                                            view! {
                                                <dt>{label}</dt>
                                                <dd>{value}</dd>
                                            }
                                        })
                                        .collect_view()}
                                </dl>
                            </details>
                        }
                            .into_any()
                    }}
                    <span class="only-s">
                        <StatusTag status=below />
                    </span>
                </th>
                <td class="dim hide-s nowrap">{actor}</td>
                <td class="wrap target">{target}</td>
                <td class="hide-s">
                    <StatusTag status=result />
                </td>
            </tr>
        }
    };
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {text::AUDIT}
                </h1>
                <p>{text::AUDIT_LEAD}</p>
            </div>
        </div>
        <section class="card" aria-label=text::AUDIT>
            <div class="scroll" tabindex="0" role="region" aria-label=text::AUDIT_TABLE>
                <table class="tbl tbl--top">
                    <thead>
                        <tr>
                            <th scope="col">{text::TIME}</th>
                            <th scope="col">{text::ACTIVITY}</th>
                            <th scope="col" class="hide-s">
                                {text::ACTOR}
                            </th>
                            <th scope="col">{text::TARGET}</th>
                            <th scope="col" class="hide-s">
                                {text::RESULT}
                            </th>
                        </tr>
                    </thead>
                    <tbody>{move || rows.get().rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <div class="foot">
                <span>{move || rows.with(|rows| text::events_shown(rows.rows.len(), rows.all))}</span>
                <Show when=move || rows.with(|rows| rows.rows.len() < rows.all)>
                    <button class="btn btn--sm" type="button" on:click=move |_| shown.update(|shown| *shown += ROWS)>
                        {text::SHOW_MORE}
                    </button>
                </Show>
            </div>
        </section>
    }
}
