//! What must hold of the lists before a catalog is made of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Display;

use licensing_model::catalog::{ExclusivePair, PerRuleSet};
use licensing_model::{Catalog, CountryCode, Guid};

use super::lists::{HoldsRow, Line, Lists, parts};
use super::{flags, positions};

/// What is wrong with the lists, as a line each; empty if they are sound.
pub(crate) fn problems(lists: &Lists) -> Vec<String> {
    let mut found = Problems::default();
    holds(&mut found, lists);
    names_of_plans(&mut found, lists);
    pairs(&mut found, lists);
    prerequisites(&mut found, lists);
    locations(&mut found, lists);
    country_matrix(&mut found, lists);
    others(&mut found, lists);
    for line in &lists.positions {
        found.guid("positions.csv", line.number, &line.guid);
        if line.position >= Catalog::FIRST_OWN {
            let most = Catalog::FIRST_OWN;
            found.add("positions.csv", line.number, format_args!("positions from {most} on are those of tenants"));
        }
    }
    found.0.extend(positions::problems(lists));
    counts(&mut found, lists);
    found.0
}

#[derive(Default)]
struct Problems(Vec<String>);

impl Problems {
    fn add(&mut self, file: &str, line: u64, what: impl Display) {
        self.0.push(format!("{file}, line {line}: {what}"));
    }

    /// Every file writes GUIDs in one way, so that texts can be compared.
    fn guid(&mut self, file: &str, line: u64, text: &str) {
        if text.parse::<Guid>().map(|guid| guid.to_string()).as_deref() != Ok(text) {
            self.add(file, line, format_args!("`{text}` is not a GUID in lower case with hyphens"));
        }
    }

    fn day(&mut self, file: &str, line: u64, text: &str) {
        if !is_day(text) {
            self.add(file, line, format_args!("`{text}` is not a day such as 2026-08-19"));
        }
    }

    fn one_of(&mut self, file: &str, line: u64, text: &str, words: &[&str]) {
        if !words.contains(&text) {
            self.add(file, line, format_args!("`{text}` is none of {}", words.join(", ")));
        }
    }
}

/// `products.csv` and `suites_2019.csv`.
fn holds(found: &mut Problems, lists: &Lists) {
    let mut products: HashMap<&str, (&str, &str)> = HashMap::new();
    for (file, rows) in [("products.csv", &lists.products), ("suites_2019.csv", &lists.suites_2019)] {
        let mut pairs = BTreeSet::new();
        for Line { number, row } in rows {
            let HoldsRow { sku_id, service_plan_id, sku_part_number, product_name, .. } = row;
            found.guid(file, *number, sku_id);
            found.guid(file, *number, service_plan_id);
            if !pairs.insert((sku_id, service_plan_id)) {
                found.add(file, *number, format_args!("{sku_part_number} holds {service_plan_id} already"));
            }
            for text in [product_name, sku_part_number, &row.service_plan_name, &row.service_plan_friendly_name] {
                if text.trim() != text {
                    found.add(file, *number, format_args!("`{text}` has blanks around it"));
                }
            }
            if file == "products.csv" {
                let names = (product_name.as_str(), sku_part_number.as_str());
                if *products.entry(sku_id).or_insert(names) != names {
                    found.add(file, *number, format_args!("{sku_id} had another name or part number above"));
                }
            } else if products.get(sku_id.as_str()).is_none_or(|(_, part_number)| part_number != sku_part_number) {
                // Product names of 2019 may differ; today's are shown.
                found.add(file, *number, format_args!("products.csv has no {sku_part_number} ({sku_id})"));
            }
        }
    }
    let mut friendly_names: HashMap<&str, &str> = HashMap::new();
    for line in &lists.products {
        let friendly_name = line.service_plan_friendly_name.as_str();
        if *friendly_names.entry(&line.service_plan_id).or_insert(friendly_name) != friendly_name {
            found.add("products.csv", line.number, format_args!("`{friendly_name}` was called otherwise above"));
        }
    }
}

/// One name per plan and one plan per name, in all files.
fn names_of_plans(found: &mut Problems, lists: &Lists) {
    let mut uses: Vec<(&str, u64, &str, &str)> = Vec::new();
    for (file, rows) in [("products.csv", &lists.products), ("suites_2019.csv", &lists.suites_2019)] {
        for line in rows {
            uses.push((file, line.number, &line.service_plan_id, &line.service_plan_name));
        }
    }
    for line in &lists.conflicts {
        uses.push(("conflicts.csv", line.number, &line.plan_a_id, &line.plan_a));
        uses.push(("conflicts.csv", line.number, &line.plan_b_id, &line.plan_b));
    }
    for line in &lists.non_conflicts {
        uses.push(("non_conflicts.csv", line.number, &line.plan_a_id, &line.plan_a));
        uses.push(("non_conflicts.csv", line.number, &line.plan_b_id, &line.plan_b));
    }
    for line in &lists.dependencies {
        uses.push(("dependencies.csv", line.number, &line.plan_id, &line.plan));
        let required = parts(&line.requires_ids).zip(parts(&line.requires_any_of));
        uses.extend(required.map(|(id, name)| ("dependencies.csv", line.number, id, name)));
    }
    for line in &lists.locations {
        let named = parts(&line.plan_ids).zip(parts(&line.plan));
        uses.extend(named.map(|(id, name)| ("locations.csv", line.number, id, name)));
    }
    for line in &lists.applies_to {
        uses.push(("applies_to.csv", line.number, &line.plan_id, &line.plan));
    }
    for line in &lists.mailbox_plans {
        uses.push(("mailbox_plans.csv", line.number, &line.plan_id, &line.plan));
    }

    let (mut names, mut ids) = (HashMap::new(), HashMap::new());
    for (file, number, id, name) in uses {
        found.guid(file, number, id);
        let known_name = *names.entry(id).or_insert(name);
        let known_id = *ids.entry(name).or_insert(id);
        if known_name != name {
            found.add(file, number, format_args!("{id} is {known_name}, not {name}"));
        } else if known_id != id {
            found.add(file, number, format_args!("{name} is {known_id}, not {id}"));
        }
    }
}

fn pairs(found: &mut Problems, lists: &Lists) {
    let file = "conflicts.csv";
    let mut seen = BTreeMap::new();
    for line in &lists.conflicts {
        let pair = unordered(&line.plan_a_id, &line.plan_b_id);
        if pair.0 == pair.1 {
            found.add(file, line.number, "a plan does not exclude itself");
        }
        if let Some((above, _)) = seen.insert(pair, (line.number, flags::pair(line))) {
            found.add(file, line.number, format_args!("the pair stands in line {above} already"));
        }
        found.one_of(file, line.number, &line.in_2020_rules, &["yes", "no", "unknown"]);
        found.one_of(file, line.number, &line.in_2025_2026_doc, &["yes", "no", "not listed"]);
        let statuses = ["listed (untested)", "lifted", ExclusivePair::DISPUTED, flags::REPORTED, "unknown", "likely"];
        found.one_of(file, line.number, &line.status_today, &statuses);
        found.day(file, line.number, &line.checked);
    }
    for line in &lists.non_conflicts {
        if let Some((row, PerRuleSet { today: true, .. })) = seen.get(&unordered(&line.plan_a_id, &line.plan_b_id)) {
            let what = format!("the pair counts today by conflicts.csv, line {row}");
            found.add("non_conflicts.csv", line.number, what);
        }
    }
}

fn unordered<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    if a < b { (a, b) } else { (b, a) }
}

fn prerequisites(found: &mut Problems, lists: &Lists) {
    let file = "dependencies.csv";
    let by_name = lists.plan_ids_by_name();
    let mut plans = BTreeSet::new();
    for line in &lists.dependencies {
        if !plans.insert(&line.plan_id) {
            found.add(file, line.number, format_args!("{} has a row already", line.plan));
        }
        found.one_of(file, line.number, &line.kind, &[flags::ENFORCED, "purchase rule"]);
        if parts(&line.requires_ids).count() != parts(&line.requires_any_of).count() {
            found.add(file, line.number, "requires_any_of and requires_ids differ in length");
        }
        let any_of: Vec<&str> = parts(&line.engine_any_of).collect();
        if any_of.is_empty() {
            found.add(file, line.number, "no plan would do");
        }
        for name in &any_of {
            if !by_name.contains_key(name) {
                found.add(file, line.number, format_args!("no plan is called {name}"));
            }
            if *name == line.plan {
                found.add(file, line.number, "a plan does not need itself");
            }
        }
        // The engine's list is the evidence, widened: messages name its beginning.
        let named: Vec<&str> = parts(&line.requires_any_of).collect();
        if !any_of.starts_with(&named) {
            found.add(file, line.number, format_args!("engine_any_of does not begin with {}", named.join(";")));
        }
        found.one_of(file, line.number, &line.in_2019_rules, &["yes", "no"]);
        found.day(file, line.number, &line.checked);
    }
}

fn locations(found: &mut Problems, lists: &Lists) {
    let file = "locations.csv";
    for line in &lists.locations {
        let named = parts(&line.plan).filter(|plan| *plan != "*").count();
        if named != parts(&line.plan_ids).count() {
            found.add(file, line.number, "plan and plan_ids differ in length");
        }
        let mut seen = BTreeSet::new();
        for code in line.countries_iso.split_whitespace() {
            country(found, file, line.number, code);
            if !seen.insert(code) {
                found.add(file, line.number, format_args!("{code} stands there twice"));
            }
        }
        found.day(file, line.number, &line.checked);
    }
}

/// `locations.csv` must say of these services what the table behind it says.
fn country_matrix(found: &mut Problems, lists: &Lists) {
    let file = "country_matrix.csv";
    let mut seen = BTreeSet::new();
    let mut sold: BTreeMap<&str, (BTreeSet<&str>, BTreeSet<&str>)> = BTreeMap::new();
    for line in &lists.country_matrix {
        country(found, file, line.number, &line.iso);
        if !seen.insert(&line.iso) {
            found.add(file, line.number, format_args!("{} has a row already", line.iso));
        }
        for (plan, mark) in [
            ("MCOMEETADV", &line.audio_conferencing),
            ("MCOEV", &line.phone_system),
            ("MCOPSTN1", &line.calling_plan),
            ("MCOPSTNC", &line.communications_credits),
        ] {
            found.one_of(file, line.number, mark, &["Y", "N"]);
            let (yes, no) = sold.entry(plan).or_default();
            let countries = if mark == "Y" { yes } else { no };
            countries.insert(&line.iso);
        }
    }
    for line in &lists.locations {
        let Some((yes, no)) = parts(&line.plan).next().and_then(|plan| sold.get(plan)) else { continue };
        let expected = match line.rule.as_str() {
            "allowed (listed)" => yes,
            "prohibited (not sold)" => no,
            _ => continue,
        };
        let listed: BTreeSet<&str> = line.countries_iso.split_whitespace().collect();
        if listed != *expected {
            let differ: Vec<_> = listed.symmetric_difference(expected).copied().collect();
            found.add("locations.csv", line.number, format_args!("country_matrix.csv differs on {}", differ.join(" ")));
        }
    }
}

/// `applies_to.csv`, `mailbox_plans.csv` and `starter.csv`.
fn others(found: &mut Problems, lists: &Lists) {
    let mut plans = BTreeSet::new();
    for line in &lists.applies_to {
        found.one_of("applies_to.csv", line.number, &line.applies_to, &["User", "Company"]);
        if !plans.insert(&line.plan_id) {
            found.add("applies_to.csv", line.number, format_args!("{} has a row already", line.plan));
        }
    }

    let mut mailboxes = BTreeSet::new();
    for line in &lists.mailbox_plans {
        if !mailboxes.insert(&line.plan_id) {
            found.add("mailbox_plans.csv", line.number, format_args!("{} has a row already", line.plan));
        }
    }

    let mut holds: HashMap<&str, Vec<&HoldsRow>> = HashMap::new();
    for line in &lists.products {
        holds.entry(&line.sku_id).or_default().push(&line.row);
    }
    let mut chosen = BTreeSet::new();
    for line in &lists.starter {
        if !chosen.insert(&line.sku_id) {
            found.add("starter.csv", line.number, format_args!("{} has a row already", line.sku_part_number));
        }
        let rows = holds.get(line.sku_id.as_str()).map_or(&[][..], Vec::as_slice);
        let same = rows
            .first()
            .is_some_and(|row| row.sku_part_number == line.sku_part_number && row.product_name == line.product_name);
        if !same || rows.len() != line.plan_count {
            let (part_number, count) = (&line.sku_part_number, rows.len());
            let what = format!("products.csv has {part_number} under another name or id, or with {count} plans");
            found.add("starter.csv", line.number, what);
        }
    }
}

/// The rule sets add up to what `edition.csv` says, so that no edit of a list changes the rules unseen.
fn counts(found: &mut Problems, lists: &Lists) {
    let pairs: Vec<_> = lists.conflicts.iter().map(|line| flags::pair(line)).collect();
    let prerequisites: Vec<_> = lists.dependencies.iter().map(|line| flags::prerequisite(line)).collect();
    for (key, count) in [
        ("pairs_2019", pairs.iter().filter(|counts| counts.rules_2019).count()),
        ("pairs_today", pairs.iter().filter(|counts| counts.today).count()),
        ("prerequisites_2019", prerequisites.iter().filter(|counts| counts.rules_2019).count()),
        ("prerequisites_today", prerequisites.iter().filter(|counts| counts.today).count()),
    ] {
        match lists.edition_number(key) {
            Ok(expected) if expected as usize == count => {}
            Ok(expected) => found.0.push(format!("edition.csv: {key} is {expected}, the lists give {count}")),
            Err(problem) => found.0.push(problem),
        }
    }
    if let Err(problem) = lists.edition_number("revision") {
        found.0.push(problem);
    }
    match lists.edition("list_date") {
        Ok(text) if is_day(text) => {}
        Ok(text) => found.0.push(format!("edition.csv: list_date is `{text}`, not a day such as 2026-08-19")),
        Err(problem) => found.0.push(problem),
    }
}

fn is_day(text: &str) -> bool {
    text.replace(|letter: char| letter.is_ascii_digit(), "0") == "0000-00-00"
}

fn country(found: &mut Problems, file: &str, line: u64, code: &str) {
    if code.parse::<CountryCode>().map(|code| code.to_string()).as_deref() != Ok(code) || !ISO_3166.contains(code) {
        found.add(file, line, format_args!("`{code}` is not a country of ISO 3166"));
    }
}

/// Every two-letter code of ISO 3166-1 in use.
const ISO_3166: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO \
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE \
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO \
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW \
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM \
    TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";
