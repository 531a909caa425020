//! What the two catalogs hold, that any bytes can be read, and that the lists cannot go wrong unseen.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use licensing_model::catalog::{Confidence, LocationScope};
use licensing_model::{Catalog, Guid, RuleSet};

use crate::encode::encode;
use crate::source::positions::append;
use crate::source::{self, Lists};
use crate::wire::MAX_BYTES;
use crate::{DecodeError, FULL, OPENING, STARTER, decode, opening, starter};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn full() -> Catalog {
    decode(FULL).expect("the build script wrote it")
}

fn plans(catalog: &Catalog, part_number: &str, rules: RuleSet) -> BTreeSet<String> {
    let product = catalog.product(catalog.product_by_part_number(part_number).unwrap()).unwrap();
    product.plans(rules).iter().map(|plan| catalog.plan(*plan).unwrap().name.clone()).collect()
}

/// The pairs that count between two products, as names.
fn clashes(catalog: &Catalog, one: &str, other: &str, rules: RuleSet) -> Vec<[String; 2]> {
    let (one, other) = (plans(catalog, one, rules), plans(catalog, other, rules));
    let name = |plan| catalog.plan(plan).unwrap().name.clone();
    let counting = catalog.pairs.iter().filter(|pair| pair.counts.under(rules));
    let named = counting.map(|pair| [name(pair.a), name(pair.b)]);
    named.filter(|[a, b]| one.contains(a) && other.contains(b) || one.contains(b) && other.contains(a)).collect()
}

#[test]
fn the_crate_carries_what_the_lists_say() {
    let catalogs = source::read(&data()).unwrap();
    assert_eq!(full(), catalogs.full);
    assert_eq!(starter(), catalogs.starter);
    assert_eq!(opening(), catalogs.opening);
}

#[test]
fn the_catalogs_add_up() {
    let (full, starter) = (full(), starter());
    assert_eq!((full.revision, full.list_date.as_str()), (2, "2026-08-19"));
    assert_eq!((full.loaded_products().count(), full.loaded_plans().count()), (620, 801));
    assert_eq!((starter.loaded_products().count(), starter.loaded_plans().count()), (56, 242));
    assert_eq!((full.pairs.len(), full.prerequisites.len(), full.locations.len()), (132, 32, 14));
    for (rules, pairs, prerequisites) in [(RuleSet::Rules2019, 124, 5), (RuleSet::Today, 49, 19)] {
        assert_eq!(full.pairs.iter().filter(|row| row.counts.under(rules)).count(), pairs);
        assert_eq!(full.prerequisites.iter().filter(|row| row.counts.under(rules)).count(), prerequisites);
    }
}

#[test]
fn the_starter_part_has_the_positions_of_the_whole() {
    let (full, starter) = (full(), starter());
    assert_eq!((starter.products.len(), starter.plans.len()), (full.products.len(), full.plans.len()));
    for (id, product) in starter.loaded_products() {
        assert_eq!(full.product(id), Some(product));
        for plan in product.plans_today.iter().chain(product.plans_2019.iter().flatten()) {
            assert!(starter.plan(*plan).is_some(), "{} holds {plan:?}, which is not loaded", product.part_number);
        }
    }
    for (id, plan) in starter.loaded_plans() {
        assert_eq!(full.plan(id), Some(plan));
    }
}

#[test]
fn the_opening_part_has_the_products_of_the_example_as_the_starter_part_has_them() {
    let (starter, opening) = (starter(), opening());
    assert_eq!((opening.products.len(), opening.plans.len()), (starter.products.len(), starter.plans.len()));
    let part_numbers: Vec<&str> = opening.loaded_products().map(|(_, product)| product.part_number.as_str()).collect();
    assert_eq!(part_numbers, ["STANDARDPACK", "ENTERPRISEPACK"]);
    for (id, product) in opening.loaded_products() {
        assert_eq!(starter.product(id), Some(product));
        for plan in [RuleSet::Rules2019, RuleSet::Today].into_iter().flat_map(|rules| product.plans(rules)) {
            assert_eq!(opening.plan(*plan), starter.plan(*plan), "{plan:?}");
            assert!(opening.plan(*plan).is_some(), "{plan:?}");
        }
    }
    assert_eq!(opening.pairs, starter.pairs);
    assert_eq!(opening.prerequisites, starter.prerequisites);
    assert_eq!(opening.locations, starter.locations);
    assert!(OPENING.len() * 2 < STARTER.len(), "{} of {} bytes", OPENING.len(), STARTER.len());
}

#[test]
fn the_starter_part_has_every_row_but_what_it_rests_on() {
    let (mut full, starter) = (full(), starter());
    for row in &mut full.pairs {
        (row.evidence, row.source) = (String::new(), String::new());
    }
    for row in &mut full.prerequisites {
        (row.evidence, row.source) = (String::new(), String::new());
    }
    for row in &mut full.locations {
        (row.note, row.source) = (String::new(), String::new());
    }
    assert_eq!(starter.pairs, full.pairs);
    assert_eq!(starter.prerequisites, full.prerequisites);
    assert_eq!(starter.locations, full.locations);
}

#[test]
fn e1_and_e3_are_the_suites_of_the_article() {
    let catalog = starter();
    for (part_number, sku, today, then) in [
        ("STANDARDPACK", "18181a46-0d4e-45cd-891e-60aabd171b4e", 34, 15),
        ("ENTERPRISEPACK", "6fd2c87f-b296-42f0-b197-1e91e994b900", 37, 20),
    ] {
        let product = catalog.product(catalog.product_by_part_number(part_number).unwrap()).unwrap();
        assert_eq!(product.guid.to_string(), sku);
        assert_eq!(plans(&catalog, part_number, RuleSet::Today).len(), today);
        assert_eq!(plans(&catalog, part_number, RuleSet::Rules2019).len(), then);
    }
    for (name, id) in [
        ("EXCHANGE_S_STANDARD", "9aaf7827-d63c-4b61-89c3-182f06f82e5c"),
        ("EXCHANGE_S_ENTERPRISE", "efb87545-963c-4e0d-99df-69c6916d9eb0"),
        ("SHAREPOINTSTANDARD", "c7699d2e-19aa-44de-8edf-1736da088ca1"),
        ("SHAREPOINTENTERPRISE", "5dbe027f-2339-4123-9542-606e4d348a72"),
        ("WORKPLACE_ANALYTICS", "f477b0f0-3bb1-4890-940c-40fcee6ce05f"),
        ("MCOMEETADV", "3e26ee1f-8a5f-4d52-aee2-b81ce45c8f40"),
        ("MCOSTANDARD", "0feaeb32-d00e-4d66-bd5a-43b5b83db82c"),
        ("TEAMS1", "57ff2da0-773e-42df-b2af-ffb7a2317929"),
    ] {
        assert_eq!(catalog.plan_by_guid(id.parse().unwrap()), catalog.plan_by_name(name), "{name}");
    }
}

#[test]
fn e1_and_e3_clash_on_two_services_in_2019_and_on_none_today() {
    let exchange = ["EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_STANDARD"].map(str::to_string);
    let sharepoint = ["SHAREPOINTENTERPRISE", "SHAREPOINTSTANDARD"].map(str::to_string);
    let catalog = starter();
    let clashes = |rules| clashes(&catalog, "STANDARDPACK", "ENTERPRISEPACK", rules);
    assert_eq!(clashes(RuleSet::Rules2019), [exchange, sharepoint]);
    assert_eq!(clashes(RuleSet::Today), Vec::<[String; 2]>::new());
}

#[test]
fn everyday_suites_do_not_clash_over_sharepoint_today() {
    let catalog = full();
    for (one, other) in [
        ("M365_F1_COMM", "ENTERPRISEPACK"),
        ("SPB", "ENTERPRISEPACK"),
        ("STANDARDWOFFPACK_FACULTY", "M365EDU_A3_FACULTY"),
    ] {
        assert_eq!(clashes(&catalog, one, other, RuleSet::Today), Vec::<[String; 2]>::new(), "{one} beside {other}");
        assert!(!clashes(&catalog, one, other, RuleSet::Rules2019).is_empty(), "{one} beside {other}");
    }
    let disputed: Vec<_> = catalog.pairs.iter().filter(|pair| pair.is_disputed()).collect();
    assert_eq!(disputed.len(), 46);
    assert!(disputed.iter().all(|pair| !pair.counts.today));
    let sharepoint = disputed.iter().filter(|pair| pair.family == "SharePoint Online");
    assert!(sharepoint.clone().all(|pair| pair.source.contains("against:") && pair.evidence.contains("against:")));
    assert_eq!(sharepoint.count(), 45);
}

#[test]
fn rows_with_new_evidence_count() {
    let catalog = full();
    let rooms = [["Teams_Rooms_Basic", "Teams_Rooms_Pro"].map(str::to_string)];
    let products = ("Microsoft_Teams_Rooms_Basic_FAC", "Microsoft_Teams_Rooms_Pro_FAC");
    assert_eq!(clashes(&catalog, products.0, products.1, RuleSet::Today), rooms);
    assert_eq!(clashes(&catalog, products.0, products.1, RuleSet::Rules2019), Vec::<[String; 2]>::new());
    let premium = plans(&catalog, "SPB", RuleSet::Today);
    assert_eq!(premium.len(), 61);
    for plan in ["GRAPH_CONNECTORS_SEARCH_INDEX", "MESH_IMMERSIVE_FOR_TEAMS", "PEOPLE_SKILLS_FOUNDATION", "PLACES_CORE"]
    {
        assert!(premium.contains(plan), "{plan}");
    }
    for suite in ["EMS", "EMSPREMIUM"] {
        for rules in [RuleSet::Rules2019, RuleSet::Today] {
            assert!(plans(&catalog, suite, rules).contains("EXCHANGE_S_FOUNDATION"), "{suite}");
        }
    }
}

#[test]
fn every_row_says_when_it_was_last_checked() {
    let catalog = starter();
    let days = (catalog.pairs.iter().map(|row| &row.checked))
        .chain(catalog.prerequisites.iter().map(|row| &row.checked))
        .chain(catalog.locations.iter().map(|row| &row.checked));
    let days: BTreeSet<&str> = days.map(String::as_str).collect();
    assert_eq!(days, BTreeSet::from(["2026-08-19", "2026-11-29"]));
}

#[test]
fn messages_name_the_prerequisites_that_the_evidence_names() {
    let catalog = starter();
    let meetings = catalog.plan_by_name("MCOMEETADV").unwrap();
    let row = catalog.prerequisites.iter().find(|row| row.plan == meetings).unwrap();
    let names: Vec<&str> = row.named().iter().map(|plan| catalog.plan(*plan).unwrap().name.as_str()).collect();
    assert_eq!((names, row.any_of.len()), (vec!["TEAMS1", "MCOSTANDARD"], 4));
}

#[test]
fn a_suite_without_teams_goes_with_teams_enterprise_today() {
    let catalog = starter();
    let suite = "O365_w/o_Teams_Bundle_E3";
    for teams in ["Microsoft_Teams_EEA_New", "Microsoft_Teams_Enterprise_New"] {
        assert_eq!(clashes(&catalog, suite, teams, RuleSet::Today), Vec::<[String; 2]>::new(), "{teams}");
    }
}

#[test]
fn the_prerequisites_of_2019_are_the_documented_ones_and_one_of_the_field() {
    let catalog = starter();
    let name = |plan| catalog.plan(plan).unwrap().name.as_str();
    let rows = catalog.prerequisites.iter().filter(|row| row.counts.rules_2019);
    let rows: Vec<_> = rows.map(|row| (name(row.plan), row.any_of.iter().map(|it| name(*it)).collect())).collect();
    let expected: [(&str, Vec<&str>); 5] = [
        ("WORKPLACE_ANALYTICS", vec!["EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE"]),
        ("MCOMEETADV", vec!["TEAMS1", "MCOSTANDARD", "TEAMS_GOV", "MCOSTANDARD_GOV"]),
        ("RMS_S_PREMIUM", vec!["RMS_S_ENTERPRISE", "RMS_S_ENTERPRISE_GOV"]),
        ("O365_SB_Relationship_Management", vec!["EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_STANDARD"]),
        ("SHAREPOINTWAC_EDU", vec!["SHAREPOINTENTERPRISE_EDU", "SHAREPOINTSTANDARD_EDU", "ONEDRIVESTANDARD"]),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn only_enforced_rows_count_and_inferred_ones_never_do() {
    for row in full().prerequisites {
        assert!(row.enforced || (!row.counts.rules_2019 && !row.counts.today));
        let sure = matches!(row.confidence, Confidence::Documented | Confidence::Community);
        assert_eq!(row.counts.today, row.enforced && sure, "{}", row.evidence);
    }
}

#[test]
fn one_part_number_is_two_products() {
    let catalog = full();
    let twins: Vec<_> = catalog.loaded_products().filter(|(_, it)| it.part_number == "MCOPSTN5").collect();
    let guids: BTreeSet<Guid> = twins.iter().map(|(_, product)| product.guid).collect();
    assert_eq!((twins.len(), guids.len()), (2, 2));
    assert_eq!(catalog.product_by_part_number("MCOPSTN5"), twins.first().map(|(id, _)| *id));
    for (id, product) in twins {
        assert_eq!(catalog.product_by_guid(product.guid), Some(id));
    }
}

#[test]
fn products_of_later_years_are_not_offered_in_2019() {
    let catalog = full();
    assert!(catalog.loaded_products().all(|(_, product)| product.offered.today));
    assert_eq!(catalog.loaded_products().filter(|(_, product)| !product.offered.rules_2019).count(), 54);
    for (part_number, offered) in [
        ("STANDARDPACK", true),
        ("TEAMS_FREE", true),
        ("WORKPLACE_ANALYTICS", true),
        ("VIVA", false),
        ("Microsoft_365_Copilot", false),
        ("O365_w/o_Teams_Bundle_E3", false),
        ("Office_365_E3_(no_Teams)", false),
        ("Microsoft_Teams_EEA_New", false),
        ("Microsoft_Teams_Enterprise_New", false),
        ("Microsoft_Teams_Premium", false),
    ] {
        let product = catalog.product(catalog.product_by_part_number(part_number).unwrap()).unwrap();
        assert_eq!(product.offered.rules_2019, offered, "{part_number}");
    }
}

#[test]
fn eleven_plans_are_company_wide() {
    let catalog = full();
    assert_eq!(catalog.loaded_plans().filter(|(_, plan)| plan.company_wide).count(), 11);
    for (name, company_wide) in [
        ("ATP_ENTERPRISE", true),
        ("M365_LIGHTHOUSE_PARTNER_PLAN1", true),
        ("MICROSOFT_MYANALYTICS_FULL", true),
        ("INSIGHTS_BY_MYANALYTICS", true),
        ("MDE_SMB", false),
        ("EXCHANGE_S_STANDARD", false),
    ] {
        let plan = catalog.plan(catalog.plan_by_name(name).unwrap()).unwrap();
        assert_eq!(plan.company_wide, company_wide, "{name}");
    }
}

#[test]
fn a_plan_that_no_product_holds_is_there_for_its_pairs() {
    let catalog = starter();
    for name in ["CRMPLAN1", "EMPLOYEE_SELF_SERVICE", "INTUNE_B", "SHAREPOINTSTANDARD_YAMMERSHADOW"] {
        let id = catalog.plan_by_name(name).unwrap();
        assert!(catalog.pairs.iter().any(|pair| pair.a == id || pair.b == id), "{name}");
        assert!(full().loaded_products().all(|(_, product)| !product.plans_today.contains(&id)), "{name}");
        assert_eq!(catalog.plan(id).unwrap().friendly_name, name);
    }
}

#[test]
fn location_rows_say_whom_they_ban() {
    let catalog = starter();
    let plan = |name| catalog.plan_by_name(name).unwrap();
    let bans: Vec<_> = catalog.locations.iter().filter(|row| row.prohibits).collect();
    assert_eq!(bans.len(), 5);
    let everything = bans.iter().find(|row| row.scope == LocationScope::EveryPlan).unwrap();
    assert_eq!(everything.countries, ["CU", "IR", "KP", "SD", "SY"].map(|code| code.parse().unwrap()));
    let calling = LocationScope::Plans(["MCOPSTN1", "MCOPSTN2", "MCOPSTN5"].map(plan).to_vec());
    let calling = bans.iter().find(|row| row.scope == calling).unwrap();
    assert!(["IN", "BR", "GR"].iter().all(|code| calling.countries.contains(&code.parse().unwrap())));
    assert!(["CH", "GB", "US"].iter().all(|code| !calling.countries.contains(&code.parse().unwrap())));
    assert!(catalog.locations.iter().any(|row| row.scope == LocationScope::Nothing));
}

#[test]
fn bytes_that_are_no_catalog_are_named() {
    assert_eq!(decode(b""), Err(DecodeError::NotACatalog));
    assert_eq!(decode(b"<!doctype html>"), Err(DecodeError::NotACatalog));
    assert_eq!(decode(b"llc"), Err(DecodeError::Malformed));
    assert_eq!(decode(b"llc\x09"), Err(DecodeError::OtherVersion { found: 9 }));
    assert_eq!(decode(&vec![0; MAX_BYTES + 1]), Err(DecodeError::TooLong { bytes: MAX_BYTES + 1 }));
    assert_eq!(decode(&[STARTER, b"\0"].concat()), Err(DecodeError::Malformed));
    // Revision 1, no date, and a column that claims 2^32 - 1 positions.
    let forged = [&b"llc\x02\x01\x00\xff\xff\xff\xff\x0f"[..], &[0; 42]].concat();
    assert_eq!(decode(&forged), Err(DecodeError::TooMany { what: "plan positions" }));
}

/// Every mutation gives an error or a catalog that survives a round trip.
#[test]
fn any_bytes_can_be_read() {
    let check = |bytes: &[u8]| {
        if let Ok(catalog) = decode(bytes) {
            let packed = encode(&catalog).expect("what was read can be written");
            assert_eq!(decode(&packed).as_ref(), Ok(&catalog));
        }
    };
    let mut random = Random(0x5eed);
    for at in (0..STARTER.len()).step_by(11) {
        let mut bytes = STARTER.to_vec();
        bytes[at] = random.byte();
        check(&bytes);
        bytes[at] = u8::MAX;
        check(&bytes);
    }
    for _ in 0..500 {
        check(&STARTER[..random.below(STARTER.len())]);
        let mut bytes = STARTER.to_vec();
        for _ in 0..=random.below(8) {
            let at = random.below(bytes.len());
            match random.below(3) {
                0 => bytes[at] ^= 1 << random.below(8),
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, random.byte()),
            }
        }
        check(&bytes);
        let noise: Vec<u8> = (0..random.below(400)).map(|_| random.byte()).collect();
        check(&[b"llc\x02", &noise[..]].concat());
    }
}

/// A linear congruential generator: the same mutations on every machine.
struct Random(u64);

impl Random {
    fn byte(&mut self) -> u8 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 56) as u8
    }

    fn below(&mut self, limit: usize) -> usize {
        (usize::from(self.byte()) << 16 | usize::from(self.byte()) << 8 | usize::from(self.byte())) % limit
    }
}

/// A mistake in a list, and what is said of it.
type Mistake = (fn(&mut Lists), &'static str);

#[test]
fn a_mistake_in_a_list_is_found() {
    let mistakes: [Mistake; 18] = [
        (|it| it.products[0].row.sku_id.make_ascii_uppercase(), "is not a GUID in lower case with hyphens"),
        (|it| it.products.last_mut().unwrap().row.sku_part_number.push('X'), "had another name or part number above"),
        (|it| it.products[2].row.service_plan_name = "AGENT_366".into(), "d0ce5ebb-9db0-491f-b780-8973a1d815fe"),
        (|it| it.suites_2019[0].row.sku_part_number = "EMX".into(), "products.csv has no EMX"),
        (|it| it.conflicts[0].row.plan_a = "EXCHANGE_S_ARCHIVE".into(), "conflicts.csv, line 2"),
        (|it| it.conflicts[0].row.plan_b_id = it.conflicts[0].plan_a_id.clone(), "does not exclude itself"),
        (|it| it.conflicts.swap_remove(0).row.plan_a.clear(), "pairs_2019 is 124, the lists give 123"),
        (|it| it.conflicts[0].row.in_2020_rules = "maybe".into(), "`maybe` is none of yes, no, unknown"),
        (|it| it.dependencies[0].row.engine_any_of = "EXCHANGE_S_STANDART".into(), "called EXCHANGE_S_STANDART"),
        (|it| it.dependencies[0].row.kind = "purchase rule".into(), "prerequisites_2019 is 5, the lists give 4"),
        (|it| it.dependencies[0].row.requires_ids.clear(), "differ in length"),
        (|it| it.locations[0].row.countries_iso.push_str(" UK"), "`UK` is not a country of ISO 3166"),
        (|it| it.country_matrix[0].row.calling_plan = "Y".into(), "country_matrix.csv differs on AE"),
        (|it| it.applies_to[0].row.applies_to = "Everyone".into(), "`Everyone` is none of"),
        (|it| it.starter[0].row.plan_count = 33, "starter.csv, line 2"),
        (|it| it.positions.swap(4, 5), "next is 4"),
        (|it| it.position_lines[7].push('x'), "one of the first 1421 lines has changed"),
        (|it| drop(it.positions.pop()), "EMPLOYEE_SELF_SERVICE (ba5f0cfa-d54a-4ea0-8cf4-a7e1dc4423d8) has no position"),
    ];
    for (make, said) in mistakes {
        let mut lists = Lists::read(&data()).unwrap();
        assert_eq!(source::problems(&lists), Vec::<String>::new());
        make(&mut lists);
        let problems = source::problems(&lists);
        assert!(problems.iter().any(|problem| problem.contains(said)), "expected `{said}` in {problems:#?}");
    }
}

#[test]
fn newcomers_get_the_next_positions_and_shipped_lines_never_change() {
    let folder = std::env::temp_dir().join(format!("licensing-catalog-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for file in std::fs::read_dir(data()).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    let read = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap();
    let write = |file: &str, text: String| std::fs::write(folder.join(file), text).unwrap();
    let (before, lock) = (read("positions.csv"), read("positions.lock.csv"));

    // The newcomer comes first in the list and has a comma in its part number: neither matters.
    let header = "product_name,sku_part_number,sku_id,service_plan_name,service_plan_id,service_plan_friendly_name\n";
    let row = "New,\"NEW,1\",00000000-0000-4000-8000-000000000001,NEW_S,00000000-0000-4000-8000-000000000002,New\n";
    write("products.csv", read("products.csv").replacen(header, &format!("{header}{row}"), 1));
    assert!(source::read(&folder).is_err_and(|error| error.contains("NEW,1")));

    let added = append(&folder).unwrap();
    assert_eq!((added.products, added.plans), (vec!["NEW,1".to_string()], vec!["NEW_S".to_string()]));
    let grown = read("positions.csv");
    let lines = "product,620,00000000-0000-4000-8000-000000000001,\"NEW,1\"\nplan,801,00000000-0000-4000-8000-000000000002,NEW_S\n";
    assert_eq!(grown.strip_prefix(&before), Some(lines));
    let recorded = read("positions.lock.csv");
    assert!(recorded.strip_prefix(&lock).is_some_and(|new| new.starts_with("1423,")));
    let longer = source::read(&folder).unwrap().full;
    assert_eq!(longer.products.last().unwrap().as_ref().unwrap().part_number, "NEW,1");
    assert_eq!(longer.products.split_last().unwrap().1, full().products);

    let again = append(&folder).unwrap();
    assert!(again.products.is_empty() && again.plans.is_empty());
    assert_eq!((read("positions.csv"), read("positions.lock.csv")), (grown.clone(), recorded));

    write("positions.csv", grown.replacen("ADV_COMMS", "ADV_COMM", 1));
    assert!(append(&folder).is_err_and(|error| error.contains("has changed")));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn names_are_spelled_as_graph_spells_them_and_found_in_any_case() {
    for catalog in [starter(), full()] {
        for name in ["Win10_VDA_E3", "WIN10_VDA_E3", "win10_vda_e3"] {
            let product = catalog.product_by_part_number(name).unwrap();
            assert_eq!(catalog.product(product).unwrap().part_number, "Win10_VDA_E3");
        }
        for name in ["Deskless", "DESKLESS"] {
            let plan = catalog.plan_by_name(name).unwrap();
            assert_eq!(catalog.plan(plan).unwrap().name, "Deskless");
        }
    }
}
