//! Every lesson that is shipped does what it promises.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use licensing_lesson::proof::{faults, variants_hold};
use licensing_lesson::{Lesson, OBJECTIVES, SECTIONS, TRACKS, Texts, read_lesson, read_texts};
use licensing_model::Catalog;
use licensing_wording::Language;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../lessons")
}

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::decode(licensing_catalog::FULL).unwrap())
}

fn order() -> Vec<String> {
    fs::read_to_string(folder().join("order.txt")).unwrap().lines().map(str::to_string).collect()
}

fn text(path: &str) -> String {
    fs::read_to_string(folder().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn lesson(id: &str, catalog: &Catalog) -> Lesson {
    let file = format!("{id}.json");
    read_lesson(&file, text(&file), catalog).unwrap_or_else(|error| panic!("{error}"))
}

fn words(language: &str, id: &str) -> Texts {
    let file = format!("{language}/{id}.json");
    read_texts(&file, text(&file)).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_lesson_does_what_it_promises() {
    let catalog = catalog();
    let mut wrong = Vec::new();
    for id in order() {
        let lesson = lesson(&id, &catalog);
        assert_eq!(lesson.id, id);
        let (english, dutch) = (words("en", &id), words("nl", &id));
        let faults = faults(&lesson, &[(Language::English, &english), (Language::Dutch, &dutch)], &catalog);
        wrong.extend(faults.iter().map(|fault| format!("{id}: {fault:?}")));
        if !variants_hold(&lesson, 1..31, &catalog) {
            wrong.push(format!("{id}: a variant is not solved by the solution"));
        }
        for (language, texts) in [("en", &english), ("nl", &dutch)] {
            let debrief = &texts.debrief;
            let parts = [&debrief.happened, &debrief.rule, &debrief.source, &debrief.graph];
            let portals = [&debrief.portal_2019, &debrief.portal_today];
            if parts.into_iter().chain(portals).any(String::is_empty) || texts.discussion.is_empty() {
                wrong.push(format!("{id}: something is not said in {language}"));
            }
        }
        if lesson.wrong.is_empty() || lesson.hints.is_empty() || lesson.minutes == 0 || lesson.rules.is_empty() {
            wrong.push(format!("{id}: no wrong way, hint, time or rule"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_lessons_cover_the_article_and_the_exams() {
    let catalog = catalog();
    let lessons: Vec<_> = order().iter().map(|id| lesson(id, &catalog)).collect();
    assert!(lessons.len() >= 28, "{}", lessons.len());
    let sections: BTreeSet<_> = lessons.iter().flat_map(|lesson| &lesson.sections).map(String::as_str).collect();
    assert_eq!(sections, SECTIONS.iter().map(|section| section.id).collect());
    let objectives: BTreeSet<_> = lessons.iter().flat_map(|lesson| &lesson.objectives).map(String::as_str).collect();
    assert_eq!(objectives, OBJECTIVES.iter().map(|objective| objective.id).collect());
    // Tracks follow each other, and each has lessons.
    let mut tracks: Vec<_> = lessons.iter().map(|lesson| lesson.track.as_str()).collect();
    tracks.dedup();
    assert_eq!(tracks, TRACKS);
}

#[test]
fn the_table_of_lessons_is_up_to_date() {
    let catalog = catalog();
    let mut table = String::from(
        "# Which lesson teaches what\n\nWritten by the tests of `licensing-lesson`; with `LAB_WRITE_TABLES=1` they write it anew.\n\n\
         | lesson | section of the article | exam objectives |\n|---|---|---|\n",
    );
    for id in order() {
        let lesson = lesson(&id, &catalog);
        let heading =
            |id: &String| SECTIONS.iter().find(|section| section.id == *id).unwrap_or_else(|| panic!("{id}")).heading;
        let objective = |id: &String| {
            let found = OBJECTIVES.iter().find(|objective| objective.id == *id).unwrap_or_else(|| panic!("{id}"));
            format!("{} ({}): {}", found.exam, found.date, found.words)
        };
        let sections: Vec<_> = lesson.sections.iter().map(heading).collect();
        let objectives: Vec<_> = lesson.objectives.iter().map(objective).collect();
        let title = words("en", &id).title;
        table +=
            &format!("| [{title}](../lessons/{id}.json) | {} | {} |\n", sections.join("; "), objectives.join("; "));
    }
    let path = folder().join("../docs/lesson-table.md");
    if std::env::var_os("LAB_WRITE_TABLES").is_some() {
        fs::write(&path, &table).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), table, "LAB_WRITE_TABLES=1 writes it");
}

#[test]
fn every_file_is_in_the_order() {
    let known: BTreeSet<_> = order().into_iter().collect();
    assert_eq!(known.len(), order().len());
    for path in ["", "en", "nl"] {
        let files = fs::read_dir(folder().join(path)).unwrap().map(|entry| entry.unwrap().path());
        let files = files.filter(|file| file.extension().is_some_and(|own| own == "json"));
        let found: BTreeSet<_> = files.map(|file| file.file_stem().unwrap().to_string_lossy().into_owned()).collect();
        assert_eq!(found, known, "{path}");
    }
}
