//! The whole page: the frame, the screen that the address names, the drawer, the dialogs, the voice.

use leptos::ev;
use leptos::prelude::*;
use licensing_view::{Address, Route};
use web_sys::HtmlElement;

use crate::dialogs::DialogHost;
use crate::lab::Lab;
use crate::parts::RefusalNote;
use crate::router::{self, Place};
use crate::shell::{Said, SideBar, TabBar, TimeBar, TopBar};
use crate::theme::{self, Theme};
use crate::views;
use crate::{dom, text};

/// The page.
#[component]
pub(crate) fn App() -> impl IntoView {
    let lab = Lab::new();
    provide_context(lab);
    let theme = RwSignal::new(Theme::default());
    provide_context(theme);
    theme::keep_theme(theme);

    let place = router::follow_address();
    let shell = lab.memo(|document| document.shell());
    let screen = Memo::new(move |_| place.get().0.map(|address| address.route));
    let why = Memo::new(move |_| place.get().0.and_then(|address| address.why));
    keep_title_and_focus(lab, screen);
    keep_focus_of_drawer(why);
    listen_to_keys(lab, place);

    let behind = Signal::derive(move || Address::of(screen.get().unwrap_or_default()));
    let to_main = move |event: ev::MouseEvent| {
        event.prevent_default();
        dom::focus("main");
    };
    view! {
        <div class="app">
            <a class="skip" href="#main" on:click=to_main>
                {text::SKIP}
            </a>
            <SideBar shell=shell place=place />
            <TopBar place=place />
            <div class="body" class:body--drawer=move || why.with(Option::is_some)>
                <main class="main" id="main" tabindex="-1">
                    <RefusalNote refusal=lab.refusal dismiss=Callback::new(move |()| lab.refusal.set(None)) />
                    {move || match screen.get() {
                        None => view! { <views::NotFoundScreen /> }.into_any(),
                        Some(Route::Overview) => view! { <views::OverviewScreen /> }.into_any(),
                        Some(Route::Groups) => view! { <views::GroupsScreen /> }.into_any(),
                        Some(Route::Group(id)) => view! { <views::GroupScreen id=id place=place /> }.into_any(),
                        Some(Route::Users) => view! { <views::UsersScreen /> }.into_any(),
                        Some(Route::User(id)) => view! { <views::UserScreen id=id place=place /> }.into_any(),
                        Some(Route::Products) => view! { <views::ProductsScreen /> }.into_any(),
                        Some(Route::Processing) => view! { <views::ProcessingScreen /> }.into_any(),
                        Some(Route::Audit) => view! { <views::AuditScreen /> }.into_any(),
                    }}
                </main>
                {move || why.get().map(|target| view! { <views::WhyDrawer target=target behind=behind /> })}
            </div>
            <TimeBar shell=shell />
            <TabBar shell=shell place=place />
            <DialogHost />
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
        _ => None,
    });
    Effect::new(move |_| document().set_title(&text::page_title(screen.get(), name.get())));
    Effect::new(move |before: Option<Option<Route>>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            // What was refused there says nothing here.
            lab.refusal.set(None);
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

/// Keys that work everywhere: Esc closes the drawer, Ctrl Z and Ctrl Shift Z undo and redo.
fn listen_to_keys(lab: Lab, place: Memo<Place>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || dom::is_typing() || lab.asking.with_untracked(Option::is_some) {
            return;
        }
        let control = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Escape" => {
                if let Place(Some(address)) = place.get_untracked()
                    && address.why.is_some()
                {
                    router::go(address.route);
                }
            }
            "z" | "Z" if control && event.shift_key() => {
                event.prevent_default();
                lab.redo();
            }
            "z" if control => {
                event.prevent_default();
                lab.undo();
            }
            "y" if control => {
                event.prevent_default();
                lab.redo();
            }
            _ => {}
        }
    });
    on_cleanup(move || listener.remove());
}
