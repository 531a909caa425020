//! One group: who of it lacks what, what it licenses, and what can be done.

use std::collections::BTreeSet;

use leptos::prelude::*;
use licensing_model::command::LicenseChange;
use licensing_model::{Command, GroupId, License, Member, PlanId, ProductId};
use licensing_session::foresight::Ailing;
use licensing_view::group::{GroupView, TemplateRow};
use licensing_view::table::{FilterKey, ListId, TableQuery};
use licensing_view::{Address, Icon, ProductName, Route};
use licensing_wording::Words;

use super::happened::HappenedCard;
use crate::ask::Ask;
use crate::foresight::Ahead;
use crate::lab::Lab;
use crate::parts::{Pic, PlanSwitches, Rule, Sku, StatusTag, next_turn};
use crate::table::{Empty, ListTable};
use crate::text;

/// The page of one group.
#[component]
pub(crate) fn GroupScreen(
    /// Which.
    id: GroupId,
) -> impl IntoView {
    let lab = Lab::here();
    let view = lab.memo(move |document| document.group(id));
    let is_there = Memo::new(move |_| view.with(Option::is_some));
    move || match is_there.get() {
        false => {
            view! { <super::Missing title=text::NO_SUCH_GROUP back=Route::Groups word=text::ALL_GROUPS /> }.into_any()
        }
        true => view! { <Group id=id view=view /> }.into_any(),
    }
}

#[component]
fn Group(id: GroupId, view: Memo<Option<GroupView>>) -> impl IntoView {
    let (lab, ahead) = (Lab::here(), Ahead::here());
    let empty = Empty {
        sentence: text::NO_MEMBERS,
        button: Some((text::ADD_MEMBERS, Ask::AddMembers(id))),
        no_match: text::NO_MEMBER_MATCHES,
    };
    let of = move |get: fn(&GroupView, Words) -> String| {
        view.with(|view| view.as_ref().map(|view| get(view, lab.words())).unwrap_or_default())
    };
    let happened = lab.gradual(move |reading| reading.happened_to_group(id));
    let can_reprocess = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| view.can_reprocess)));
    let by_rule = Memo::new(move |_| {
        let rule = |view: &GroupView| view.rule.as_ref().is_some_and(|rule| rule.membership.has_rule());
        view.with(|view| view.as_ref().is_some_and(rule))
    });
    let delete = move |_| ahead.act(lab, Command::DeleteGroup(id));
    view! {
        <div class="page">
            <div>
                <h1 id="title" tabindex="-1">
                    {move || of(|view, _| view.group.name.clone())}
                </h1>
                <div class="meta">
                    <span>
                        <Pic icon=Icon::Group small=true />
                        {move || of(|view, _| view.kind.to_string())}
                    </span>
                    <span>{move || of(|view, words| words.count_direct_members(view.member_count))}</span>
                    <span>{move || of(|view, words| words.count_products(view.products.len()))}</span>
                    <span class="faint">
                        {text::OBJECT_ID} <code>{move || of(|view, _| view.object_id.clone())}</code>
                    </span>
                </div>
            </div>
        </div>
        <div class="tools" role="toolbar" aria-label=text::GROUP_ACTIONS>
            <button class="btn" type="button" on:click=move |_| lab.ask(Ask::AssignToGroup(id))>
                <Pic icon=Icon::Plus />
                {text::ASSIGN}
            </button>
            <Show
                when=move || by_rule.get()
                fallback=move || {
                    view! {
                        <button class="btn" type="button" on:click=move |_| lab.ask(Ask::AddMembers(id))>
                            <Pic icon=Icon::Users />
                            {text::ADD_MEMBERS}
                        </button>
                    }
                }
            >
                <button class="btn" type="button" on:click=move |_| lab.ask(Ask::MembershipRule(id))>
                    <Pic icon=Icon::Users />
                    {text::EDIT_RULE}
                </button>
            </Show>
            <Show when=move || can_reprocess.get()>
                <button class="btn" type="button" on:click=move |_| { lab.act(Command::ReprocessGroup(id)); }>
                    <Pic icon=Icon::Refresh />
                    {text::REPROCESS}
                </button>
            </Show>
            <span class="sep">{""}</span>
            <button class="btn" type="button" on:click=move |_| lab.ask(Ask::RenameGroup(id))>
                {text::RENAME}
            </button>
            <button class="btn btn--danger" type="button" on:click=delete>
                <Pic icon=Icon::Trash />
                {text::DELETE_GROUP}
            </button>
        </div>
        <Notification id=id />
        <div class="split">
            <div class="stack">
                {next_turn(move || {
                    view! {
                        <ListTable
                            list=ListId::Members(id)
                            label=text::MEMBERS
                            search=text::FILTER_MEMBERS_BY_NAME
                            example=text::SEARCH_PEOPLE
                            empty=empty
                            heading="h-members"
                        />
                    }
                        .into_any()
                })}
            </div>
            <div class="stack">
                <Products id=id view=view />
                <Processing view=view />
                <RuleCard id=id view=view />
                <Nested id=id view=view />
                <HappenedCard happened=happened />
            </div>
        </div>
    }
}

/// The portal's notification: how many users are in error, and why.
#[component]
fn Notification(id: GroupId) -> impl IntoView {
    let lab = Lab::here();
    let found = lab.gradual(move |reading| reading.notification(id));
    let note = Memo::new(move |_| found.with(|found| Some(found.as_ref()?.as_ref()?.0.clone())));
    let errors = Memo::new(move |_| {
        found.with(|found| found.as_ref().and_then(Option::as_ref).map_or(0, |(_, errors)| *errors))
    });
    let in_error = TableQuery::default().with_filter(FilterKey::State, Some("error"));
    let address = StoredValue::new(Address::of(Route::Group(id)).with_query(in_error).to_string());
    move || {
        note.get().map(|note| {
            view! {
                <div class="note note--err" role="group" aria-label=text::NOTIFICATION>
                    <Pic icon=Icon::Error />
                    <div>
                        <b>{note.sentence}</b>
                        " "
                        {note.reasons}
                        " "
                        {text::NONE_OF_THE_PRODUCTS}
                        {note.notes.into_iter().map(|note| view! { " " {note} }).collect_view()}
                    </div>
                    <span class="end">
                        <Show when=move || { errors.get() > 0 }>
                            <button
                                class="btn btn--sm"
                                type="button"
                                on:click=move |_| lab.ask(Ask::Mend(Ailing::Group(id)))
                            >
                                {move || lab.words().mend_errors(errors.get())}
                            </button>
                        </Show>
                        <a
                            class="btn btn--sm"
                            href=address.get_value()
                            on:click=move |_| request_animation_frame(|| crate::dom::focus("h-members"))
                        >
                            {text::SHOW_USERS_IN_ERROR}
                        </a>
                    </span>
                </div>
            }
        })
    }
}

#[component]
fn Products(id: GroupId, view: Memo<Option<GroupView>>) -> impl IntoView {
    let (lab, ahead) = (Lab::here(), Ahead::here());
    let rows =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.products.clone()).unwrap_or_default()));
    let remove = move |product: &ProductName| {
        let change = LicenseChange { add: Vec::new(), remove: vec![product.id] };
        ahead.act(lab, Command::ChangeGroupLicenses(id, change));
    };
    let ids = Memo::new(move |_| rows.with(|rows| rows.iter().map(|row| row.product.id).collect::<Vec<_>>()));
    let head = move |TemplateRow { product, plans_on, off }: TemplateRow| {
        view! {
            <div class="template-name">
                <Sku product=product.clone() />
                <h3>{product.name}</h3>
                <span class="faint small">{plans_on}</span>
            </div>
            {(!off.is_empty())
                .then(|| {
                    view! {
                        <p class="small dim">
                            {text::OFF_PLANS} " " {off.into_iter().map(|plan| plan.name).collect::<Vec<_>>().join(", ")}
                        </p>
                    }
                })}
        }
    };
    let acts = move |product: ProductName| {
        let edit_label = lab.words().change_plans(&product.name);
        let remove_label = lab.words().remove_license(&product.name);
        let edited = product.id;
        view! {
            <div class="template-acts">
                <button
                    class="btn btn--sm"
                    type="button"
                    aria-label=edit_label
                    on:click=move |_| lab.ask(Ask::ChangeGroupPlans(id, edited))
                >
                    {text::PLANS}
                </button>
                <button class="btn btn--sm" type="button" aria-label=remove_label on:click=move |_| remove(&product)>
                    {text::REMOVE}
                </button>
            </div>
        }
    };
    // The element of a product stays when its plans change: whoever switches several keeps the focus.
    let row = move |product: ProductId| {
        let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.product.id == product).cloned()));
        let name = Memo::new(move |_| row.with(|row| row.as_ref().map(|row| row.product.clone())));
        view! {
            <li class="template">
                {move || row.get().map(head)}
                {move || name.get().map(acts)}
                <GroupPlans group=id product=product row=row />
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-products">
            <header>
                <h2 id="h-products" tabindex="-1">
                    {text::LICENSES}
                </h2>
                <span class="end">
                    <button class="btn btn--sm" type="button" on:click=move |_| lab.ask(Ask::AssignToGroup(id))>
                        {text::ASSIGN}
                    </button>
                </span>
            </header>
            <ul class="templates">
                <For each=move || ids.get() key=|product| *product let:product>
                    {row(product)}
                </For>
            </ul>
            <Show when=move || rows.with(Vec::is_empty)>
                <p class="pad small dim">{text::NO_LICENSES_ON_GROUP}</p>
            </Show>
        </section>
    }
}

/// The plans of a product that the group gives, as switches that take effect for the group at once.
#[component]
fn GroupPlans(group: GroupId, product: ProductId, row: Memo<Option<TemplateRow>>) -> impl IntoView {
    let (lab, ahead) = (Lab::here(), Ahead::here());
    let is_open = RwSignal::new(false);
    let name = Memo::new(move |_| {
        row.with(|row| row.as_ref().map(|row| lab.words().plans_of(&row.product.name)).unwrap_or_default())
    });
    let off = Signal::derive(move || {
        row.with(|row| row.iter().flat_map(|row| &row.off).map(|plan| plan.id).collect::<BTreeSet<PlanId>>())
    });
    let set = Callback::new(move |off: BTreeSet<PlanId>| {
        let license = License { product, disabled: off.into_iter().collect() };
        let change = LicenseChange { add: vec![license], remove: Vec::new() };
        ahead.act(lab, Command::ChangeGroupLicenses(group, change));
    });
    let plans = move || {
        let plans = lab.memo(move |document| {
            let choices = document.choices_for_group(group);
            choices
                .into_iter()
                .find(|choice| choice.product.id == product)
                .map(|choice| choice.plans)
                .unwrap_or_default()
        });
        view! { <PlanSwitches plans=plans disabled=off set=set /> }
    };
    view! {
        <details class="plans-of" on:toggle:target=move |event| is_open.set(event.target().has_attribute("open"))>
            <summary>
                <span>{move || name.get()}</span>
            </summary>
            {move || is_open.get().then(plans)}
        </details>
    }
}

#[component]
fn Processing(view: Memo<Option<GroupView>>) -> impl IntoView {
    let state = Memo::new(move |_| {
        view.with(|view| view.as_ref().map(|view| (view.processing.clone(), view.processing_words.clone())))
    });
    view! {
        <section class="card" aria-labelledby="h-processing">
            <header>
                <h2 id="h-processing">{text::PROCESSING}</h2>
                <span class="end">
                    {move || state.get().map(|(status, _)| view! { <StatusTag status /> })}
                </span>
            </header>
            <div class="pad stack-s">
                <p class="small dim">{move || state.get().map(|(_, words)| words)}</p>
                <p class="small faint">{text::COMPLETE_MEANS} " " <Rule id="R2.2" /></p>
            </div>
        </section>
    }
}

/// The rule that the members follow from, and why the first of them are members.
#[component]
fn RuleCard(id: GroupId, view: Memo<Option<GroupView>>) -> impl IntoView {
    let lab = Lab::here();
    let rule = Memo::new(move |_| view.with(|view| view.as_ref().and_then(|view| view.rule.clone())));
    view! {
        <section class="card" aria-labelledby="h-rule">
            <header>
                <h2 id="h-rule">{text::MEMBERSHIP_RULE}</h2>
                <span class="end">
                    <button class="btn btn--sm" type="button" on:click=move |_| lab.ask(Ask::MembershipRule(id))>
                        {text::EDIT_RULE}
                    </button>
                </span>
            </header>
            {move || {
                rule.get()
                    .map(|rule| {
                        let more = (rule.more > 0).then(|| lab.words().more_members_by_rule(rule.more));
                        let reasons = rule.reasons.into_iter().chain(more);
                        view! {
                            <div class="pad stack-s">
                                <StatusTag status=rule.status />
                                <p class="small"><code>{rule.text}</code></p>
                                <p class="small dim">{rule.meaning} " " <Rule id="R17" /></p>
                                {rule.cut_off.map(|why| view! { <p class="small dim">{why}</p> })}
                                <ul class="small">
                                    {reasons.map(|reason| view! { <li>{reason}</li> }).collect_view()}
                                </ul>
                            </div>
                        }
                    })
            }}
        </section>
    }
}

#[component]
fn Nested(id: GroupId, view: Memo<Option<GroupView>>) -> impl IntoView {
    let lab = Lab::here();
    let nested =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.nested.clone()).unwrap_or_default()));
    move || {
        nested
            .get()
            .into_iter()
            .map(|group| {
                let inner = group.id;
                let label = lab.words().remove_from_group(&group.name);
                view! {
                    <div class="note">
                        <Pic icon=Icon::Info />
                        <div class="small">
                            {text::NESTED}
                            " "
                            <a class="inl" href=Route::Group(group.id).to_string()>
                                {group.name}
                            </a>
                            " "
                            {text::NESTED_IGNORED}
                            " "
                            <Rule id="R13" />
                        </div>
                        <span class="end">
                            <button
                                class="btn btn--sm"
                                type="button"
                                aria-label=label
                                on:click=move |_| {
                                    lab.act(Command::RemoveMember(id, Member::Group(inner)));
                                }
                            >
                                {text::REMOVE}
                            </button>
                        </span>
                    </div>
                }
            })
            .collect_view()
    }
}
