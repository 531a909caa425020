//! Which path gives a user which plan, and what it comes to.

use leptos::prelude::*;
use licensing_view::Service;
use licensing_view::user::{Cell, MatrixRow, PlanMatrix, UserView};

use crate::lab::Lab;
use crate::parts::{Sku, StatusTag};
use crate::text::{self, Spoken};

/// A cell of the matrix as a drawing with its words.
pub(super) fn dot(cell: Cell) -> impl IntoView {
    let (class, drawing) = match cell {
        Cell::Absent => return view! { <span class="vh">{Spoken(cell.text())}</span> }.into_any(),
        Cell::On => ("dotc d-on", view! { <circle cx="7" cy="7" r="4.5" fill="currentColor"></circle> }.into_any()),
        Cell::Wanted => (
            "dotc d-want",
            view! { <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" stroke-width="1.6"></circle> }
                .into_any(),
        ),
        Cell::Clash => (
            "dotc d-clash",
            view! {
                <path
                    d="M0 7h3.4M14 7h-3.4M1.8 5 3.6 7l-1.8 2M12.2 5 10.4 7l1.8 2M7 2v2.5M7 9.5V12"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="1.4"
                ></path>
            }
            .into_any(),
        ),
        Cell::Off => {
            ("dotc d-off", view! { <path d="M4 7h6" stroke="currentColor" stroke-width="1.5"></path> }.into_any())
        }
    };
    view! {
        <span class=class role="img" aria-label=Spoken(cell.text())>
            <svg viewBox="0 0 14 14" aria-hidden="true">
                {drawing}
            </svg>
        </span>
    }
    .into_any()
}

/// The matrix of a user.
#[component]
pub(crate) fn PlanMatrixCard(
    /// Whose.
    view: Memo<Option<UserView>>,
) -> impl IntoView {
    let lab = Lab::here();
    let matrix =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.matrix.clone()).unwrap_or_default()));
    // What is in nobody's way is folded away, unless there is nothing else.
    let is_open = RwSignal::new(false);
    let deciding = Memo::new(move |_| matrix.with(|matrix| matrix.rows.iter().filter(|row| row.decides).count()));
    let folded = Memo::new(move |_| match deciding.get() {
        0 => 0,
        some => matrix.with(|matrix| matrix.rows.len()) - some,
    });
    let shown = move || {
        let all = deciding.get() == 0 || is_open.get();
        matrix.with(|matrix| matrix.rows.iter().filter(|row| all || row.decides).cloned().collect::<Vec<_>>())
    };
    let is_grouped = RwSignal::new(true);
    let columns = Memo::new(move |_| matrix.with(|matrix| matrix.columns.len().saturating_add(2)));
    // The rows of each service, or of all together.
    let groups = move || {
        if !is_grouped.get() {
            return vec![(None, shown())];
        }
        let groups = Service::group(shown(), |row| &row.technical);
        groups.into_iter().map(|(service, rows)| (Some(service), rows)).collect()
    };
    let row = |MatrixRow { plan, technical, ambiguous, cells, effective, note, bad, .. }: MatrixRow| {
        let title = technical.clone();
        let below = ambiguous.then(|| view! { <code class="faint technical">{technical}</code> });
        view! {
            <tr class:bad=bad>
                <th scope="row" title=title>
                    {plan}
                    {below}
                </th>
                {cells.into_iter().map(|cell| view! { <td>{dot(cell)}</td> }).collect_view()}
                <td class="eff">
                    <StatusTag status=effective />
                    {note.map(|note| view! { <span class="faint small">{note}</span> })}
                </td>
            </tr>
        }
    };
    let group = move |(service, rows): (Option<Service>, Vec<MatrixRow>)| {
        let heading = service.map(|service| {
            view! {
                <tr class="sec">
                    <th scope="rowgroup" colspan=move || columns.get().to_string()>
                        {Spoken(service.text())}
                    </th>
                </tr>
            }
        });
        view! { <tbody>{heading} {rows.into_iter().map(row).collect_view()}</tbody> }
    };
    let legend = move || {
        [Cell::On, Cell::Wanted, Cell::Clash, Cell::Off]
            .into_iter()
            .map(|cell| {
                view! {
                    <span>
                        <span aria-hidden="true">{dot(cell)}</span>
                        {Spoken(cell.text())}
                    </span>
                }
            })
            .collect_view()
    };
    view! {
        <section class="card" aria-labelledby="h-matrix">
            <header>
                <h2 id="h-matrix">{text::EFFECTIVE_PLANS}</h2>
                <p>{move || matrix.with(|matrix| (!matrix.rows.is_empty()).then(|| matrix.summary.clone()))}</p>
                <label class="end small" hidden=move || matrix.with(|matrix| matrix.rows.is_empty())>
                    <input
                        type="checkbox"
                        prop:checked=move || is_grouped.get()
                        on:change:target=move |event| is_grouped.set(event.target().checked())
                    />
                    " "
                    {text::GROUP_BY_SERVICE}
                </label>
            </header>
            <div class="scroll" tabindex="0" role="region" aria-label=text::MATRIX_TABLE hidden=move || matrix.with(|matrix| matrix.rows.is_empty())>
                <table class="mx">
                    <thead>
                        <tr>
                            <th scope="col">{text::SERVICE_PLAN}</th>
                            {move || {
                                matrix
                                    .with(|PlanMatrix { columns, .. }| columns.clone())
                                    .into_iter()
                                    .map(|column| {
                                        view! {
                                            <th scope="col">
                                                <Sku product=column.product />
                                                <br />
                                                {column.path}
                                            </th>
                                        }
                                    })
                                    .collect_view()
                            }}
                            <th scope="col" class="eff">
                                {text::EFFECTIVE}
                            </th>
                        </tr>
                    </thead>
                    {move || groups().into_iter().map(group).collect_view()}
                </table>
            </div>
            <Show when=move || folded.get() != 0>
                <button
                    class="fold"
                    type="button"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
                >
                    {move || lab.words().plans_without_conflict(folded.get())}
                </button>
            </Show>
            <Show
                when=move || matrix.with(|matrix| matrix.rows.is_empty())
                fallback=move || view! { <div class="foot legend">{legend()}</div> }
            >
                <div class="calm">
                    <p class="dim">{text::NO_PLANS}</p>
                </div>
            </Show>
        </section>
    }
}
