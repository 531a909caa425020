//! The whole page: the frame, the screen that the address names, the drawer, the dialogs, the voice.

use leptos::ev;
use leptos::prelude::*;
use licensing_session::keeping::Presence;
use licensing_view::Route;
use licensing_wording::Words;
use web_sys::HtmlElement;

use crate::dialogs::DialogHost;
use crate::foresight::Ahead;
use crate::keeping::{self, NoTenantScreen};
use crate::lab::Lab;
use crate::lessons::{self, Learning};
use crate::parts::{RefusalNote, soon};
use crate::router::{self, Place};
use crate::sharing::ShareHost;
use crate::shell::{Said, SideBar, TabBar, TimeBar, TopBar};
use crate::theme::{self, Theme};
use crate::{afterwards, dom, embed, frame, keys, language, scripting, text, views};

/// The page.
#[component]
pub(crate) fn App(
    /// The language that it begins with.
    words: Words,
) -> impl IntoView {
    let beginning = keeping::beginning();
    let lab = Lab::new(words, &beginning);
    provide_context(lab);
    provide_context(lab.speech);
    let theme = RwSignal::new(Theme::remembered());
    provide_context(theme);
    provide_context(views::graph::Console::new());
    provide_context(views::import::Importer::new());
    provide_context(Ahead::new());
    let learning = Learning::new();
    provide_context(learning);
    theme::keep_theme(theme);
    language::keep_language(lab.speech);

    language::fill(lab.speech);
    keeping::begin(lab, beginning);
    embed::listen(lab);
    scripting::offer(lab);
    // The full catalog is there by itself; where data is to be saved it comes when somebody needs it.
    dom::unasked(move || lab.load_catalog());

    let place = router::follow_address();
    let shell = lab.memo(|document| document.shell());
    let screen = Memo::new(move |_| place.with(Place::route).map(Route::screen));
    let why = Memo::new(move |_| place.with(|place| place.0.as_ref().and_then(|address| address.why)));
    keep_title_and_focus(lab, screen);
    keep_focus_of_drawer(why);
    keys::listen(lab, place);
    afterwards::come(lab);

    let tag = lab.memo(|document| document.lesson().map(str::to_string));
    let is_here = Memo::new(move |_| lab.keeping.presence.get() == Presence::Here);
    let behind = Signal::derive(move || place.with(Place::address).without_why());
    let to_main = move |event: ev::MouseEvent| {
        event.prevent_default();
        dom::focus("main");
    };
    // Either is there for whoever makes the window another one; what is not seen is not waited for.
    let is_narrow = dom::is_narrow();
    let side = move || view! { <SideBar shell=shell place=place /> }.into_any();
    let tabs = move || view! { <TabBar shell=shell place=place /> }.into_any();
    view! {
        <div class="app" class:app--embed=frame::is_embedded() class:app--locked=frame::is_locked()>
            <a class="skip" href="#main" on:click=to_main>
                {text::SKIP}
            </a>
            {if is_narrow { soon(side) } else { side() }}
            <TopBar place=place />
            {embed::bar()}
            <div
                class="body"
                class:body--drawer=move || why.with(Option::is_some)
                class:body--lesson=move || tag.with(Option::is_some)
            >
                {move || tag.with(Option::is_some).then(lessons::rail)}
                <main class="main" id="main" tabindex="-1">
                    {keeping::banner(lab)}
                    <RefusalNote refusal=lab.refusal dismiss=Callback::new(move |()| lab.refusal.set(None)) />
                    {move || {
                        dom::blur_main();
                        match screen.get() {
                            _ if !is_here.get() => view! { <NoTenantScreen /> }.into_any(),
                            None => view! { <views::NotFoundScreen /> }.into_any(),
                            Some(route) => views::screen(route, place, lessons::screen),
                        }
                    }}
                </main>
                {move || why.get().map(|target| views::why_drawer(target, behind))}
            </div>
            <TimeBar shell=shell />
            {if is_narrow { tabs() } else { soon(tabs) }}
            <DialogHost />
            <ShareHost place=place />
            <div class="vh" role="status" aria-live="polite">
                <Said />
            </div>
        </div>
    }
}

/// A new screen has a new title, and the focus goes to its heading, except on the first.
fn keep_title_and_focus(lab: Lab, screen: Memo<Option<Route>>) {
    let name = lab.memo(move |document| match screen.get() {
        Some(Route::User(id)) => document.person(id).map(|person| person.name),
        Some(Route::Group(id)) => document.group_name(id).map(|group| group.name),
        Some(Route::Product(id, _)) => document.product_name(id).map(|product| product.name),
        _ => None,
    });
    Effect::new(move |_| {
        let is_here = lab.keeping.presence.get() == Presence::Here;
        let shown = screen.get().or_else(|| (!is_here).then_some(Route::Overview));
        document().set_title(&text::page_title(lab.words(), shown, name.get()));
    });
    Effect::new(move |before: Option<Option<Route>>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            // What was said and refused there says nothing here.
            lab.refusal.set(None);
            lab.speech.hush();
            request_animation_frame(|| {
                if let Some(main) = document().get_element_by_id("main") {
                    main.set_scroll_top(0);
                }
                dom::focus("title");
            });
        }
        now
    });
}

/// A drawer that closes gives the focus back to what opened it.
fn keep_focus_of_drawer(why: Memo<Option<licensing_view::WhyTarget>>) {
    let opener = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |was_open: Option<bool>| {
        let is_open = why.with(Option::is_some);
        match (was_open.unwrap_or_default(), is_open) {
            (false, true) => opener.set_value(dom::focused()),
            (true, false) => {
                if let Some(element) = opener.try_update_value(Option::take).flatten()
                    && element.is_connected()
                {
                    let _ = element.focus();
                }
            }
            _ => {}
        }
        is_open
    });
}
