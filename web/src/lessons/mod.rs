//! Lessons in the page: the list, the lesson beside the screens, and what is remembered of them. All but the handle is a
//! piece that is fetched when somebody goes there, and so are the lessons and their words.

mod assess;
mod author;
mod files;
mod hand_in;
mod list;
mod opening;
mod own;
mod print;
mod rail;
mod runs;
mod showing;
mod telling;
mod variants;

use std::sync::Arc;

use leptos::prelude::*;
use licensing_lesson::{Lesson, Progress, Tag, Texts, Whose};
use licensing_view::Route;
use licensing_view::find::Titled;
use licensing_wording::Words;
use wasm_split_helpers::wasm_split;

use crate::parts::{Fetched, Spot, later};
use crate::preferences;
use crate::router::Place;

/// What progress is remembered by.
const PROGRESS: &str = "progress";

/// The lesson that is open, with its words.
#[derive(Debug)]
struct Opened {
    tag: Tag,
    lesson: Lesson,
    texts: Texts,
    /// Its number in the list, and how many there are; none of a lesson that somebody wrote.
    place: Option<(usize, usize)>,
    /// The one after it.
    next: Option<String>,
}

/// What the page knows of lessons. Components get it by [`Learning::here`].
#[derive(Clone, Copy)]
pub(crate) struct Learning {
    /// The lesson that is open, as soon as its files are there.
    opened: RwSignal<Option<Arc<Opened>>>,
    /// The files did not come, or have no such lesson.
    failed: RwSignal<bool>,
    /// What was done so far.
    progress: RwSignal<Option<Progress>>,
    /// How much of the solution is shown, if it is being shown.
    shown: RwSignal<Option<usize>>,
    /// Files that came.
    files: StoredValue<files::Files>,
}

impl Learning {
    /// Nothing is open.
    pub(crate) fn new() -> Learning {
        Learning {
            opened: RwSignal::new(None),
            failed: RwSignal::new(false),
            progress: RwSignal::new(None),
            shown: RwSignal::new(None),
            files: StoredValue::new(files::Files::default()),
        }
    }

    pub(crate) fn here() -> Learning {
        expect_context()
    }

    /// All lessons by their titles, to be found.
    pub(crate) async fn titled(self, words: Words) -> Vec<Titled> {
        files::titled(self, words).await
    }

    /// What was done so far, also on earlier visits.
    fn progress(self) -> Progress {
        if let Some(progress) = self.progress.get() {
            return progress;
        }
        let text = preferences::recall(PROGRESS);
        // What cannot be read stays where it is until something new is done.
        text.and_then(|text| Progress::read(PROGRESS, text).ok()).unwrap_or_default()
    }

    /// Something new was done in a lesson. What a learner did whose way is looked at counts for nobody here.
    fn note(self, tag: &Tag, change: impl FnOnce(&mut Progress)) {
        if tag.whose == Whose::Own {
            self.change(change);
        }
    }

    fn change(self, change: impl FnOnce(&mut Progress)) {
        let before = untrack(|| self.progress());
        let mut progress = before.clone();
        change(&mut progress);
        if progress != before {
            preferences::remember(PROGRESS, &progress.to_text());
            self.progress.set(Some(progress));
        }
    }
}

/// The list, a lesson that is to be opened, or a link to one.
pub(crate) fn screen(route: Route, place: Memo<Place>) -> AnyView {
    later(Spot::Screen, || Box::pin(lessons_piece()), (route, place))
}

#[wasm_split(lessons, fallible)]
fn lessons_piece() -> Fetched<(Route, Memo<Place>)> {
    Ok(|(route, _)| match route {
        Route::Lessons => view! { <list::LessonsScreen /> }.into_any(),
        Route::Assess => view! { <assess::AssessScreen /> }.into_any(),
        Route::PrintLesson(id) => view! { <print::PrintScreen id=id /> }.into_any(),
        Route::CheatSheet => view! { <print::CheatSheetScreen /> }.into_any(),
        Route::Author => view! { <author::AuthorScreen /> }.into_any(),
        route => view! { <opening::LessonScreen route=route /> }.into_any(),
    })
}

/// The lesson beside the screens.
pub(crate) fn rail() -> AnyView {
    later(Spot::Beside, || Box::pin(rail_piece()), ())
}

#[wasm_split(lessons, fallible)]
fn rail_piece() -> Fetched<()> {
    Ok(|()| view! { <rail::LessonRail /> }.into_any())
}
