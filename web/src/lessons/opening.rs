//! A lesson is opened as a tenant of its own; the one that was open stays as it was.

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_lesson::hand::{Hand, LOOKED_AT};
use licensing_lesson::{Help, OWN, Tag, Whose};
use licensing_session::Session;
use licensing_view::Route;

use super::{Learning, Opened, files, own};
use crate::dom;
use crate::lab::Lab;
use crate::router::{self, Visit};
use crate::text::{self, Spoken};
use crate::views::OverviewScreen;

/// How far the screen of a lesson is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Opening,
    Open,
    Failed(Spoken),
}

/// Opens what the address names, and shows the overview of its tenant.
#[component]
pub(super) fn LessonScreen(
    /// The lesson, or a link to one.
    route: Route,
) -> impl IntoView {
    let (lab, learning) = (Lab::here(), Learning::here());
    let stage = RwSignal::new(Stage::Opening);
    spawn_local(async move {
        let now = match open(lab, learning, route).await {
            Ok(()) => Stage::Open,
            Err(why) => Stage::Failed(why),
        };
        let _ = stage.try_set(now);
    });
    move || match stage.get() {
        Stage::Open => view! { <OverviewScreen /> }.into_any(),
        Stage::Opening => view! {
            <div class="page later">
                <h1 id="title" tabindex="-1">
                    {text::LESSON_OPENING}
                </h1>
            </div>
        }
        .into_any(),
        Stage::Failed(why) => view! {
            <div class="page" role="alert">
                <div>
                    <h1 id="title" tabindex="-1">
                        {why}
                    </h1>
                    <p>
                        <a href=Route::Lessons.to_string()>{text::LESSONS}</a>
                    </p>
                </div>
            </div>
        }
        .into_any(),
    }
}

async fn open(lab: Lab, learning: Learning, route: Route) -> Result<(), Spoken> {
    let (tag, hand) = match route {
        Route::Lesson(id) => {
            let open = lab.session(|session| session.lesson().and_then(|tag| tag.parse::<Tag>().ok()));
            if open.is_some_and(|open| open.id == id.as_str()) {
                return Ok(());
            }
            (Tag { id: id.as_str().to_string(), ..Tag::default() }, None)
        }
        _ => {
            if let Some(passed_on) = own::of_link(&dom::hash()) {
                let (text, seed) = passed_on.map_err(|_| text::LESSON_LINK_BROKEN)?;
                let whole = files::catalog(lab).await;
                let tag = files::learn(learning, &text, seed, &whole).ok_or(text::LESSON_LINK_BROKEN)?;
                return begin_and_stay(lab, learning, &tag, None).await;
            }
            let link = dom::hash();
            let hand = Hand::read(&link).map_err(|_| text::LESSON_LINK_BROKEN)?;
            let whose = if link.contains(LOOKED_AT) { Whose::Learner } else { Whose::Own };
            (Tag { id: hand.lesson.clone(), version: hand.version, seed: hand.seed, whose }, Some(hand))
        }
    };
    if !tag.id.starts_with(OWN) && files::lessons(learning).await.is_none() {
        return Err(text::LESSON_NOT_LOADED);
    }
    begin_and_stay(lab, learning, &tag, hand.as_ref()).await
}

/// Begins a lesson. From then on the address names the lesson and not the link, so that loading the page again goes on
/// where one is.
async fn begin_and_stay(lab: Lab, learning: Learning, tag: &Tag, hand: Option<&Hand>) -> Result<(), Spoken> {
    let opened = files::lesson(lab, learning, tag).await.ok_or(text::LESSON_NOT_THERE)?;
    begin(lab, learning, &opened, hand).ok_or(text::LESSON_NOT_THERE)?;
    if let Ok(id) = tag.id.parse() {
        router::show(&Route::Lesson(id).into(), Visit::Instead);
    }
    Ok(())
}

/// Begins a lesson from its start, or goes to where a link leads.
pub(super) fn begin(lab: Lab, learning: Learning, opened: &Opened, hand: Option<&Hand>) -> Option<()> {
    let lesson = &opened.lesson;
    let catalog = lab.known_catalog();
    let tenant = lesson.beginning(catalog.clone()).ok()?;
    let whose = hand.map_or(Whose::Own, |_| opened.tag.whose);
    let tag = Tag { version: lesson.version, whose, ..opened.tag.clone() };
    let title = lab.words_now().lesson_tenant(&opened.texts.title);
    let way = hand.map_or((&[][..], 0), |hand| (hand.actions.as_slice(), hand.position));
    let session = Session::of_lesson(title, tag.to_string(), tenant, catalog, way);
    learning.note(&tag, |progress| {
        progress.begin(&lesson.id);
        progress.helped(&lesson.id, hand.map_or(Help::None, |hand| hand.help));
    });
    learning.shown.set(None);
    lab.open(session);
    Some(())
}
