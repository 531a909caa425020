//! Lists as tables: what they hold, how they are sorted, filtered and searched, and what can be done with their rows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::command::{License, LicenseChange, NewUser, UserPatch};
use licensing_model::{AssignmentError, Command, CountryCode, GroupId, Member, ProductId, RuleSet, Units, UserId};
use licensing_scenario::sample::example;
use licensing_view::table::{
    Act, BulkKind, Cell, ColumnKey, FilterKey, ListId, Order, Row, Sorting, Stays, Table, TableQuery, csv, direction,
};
use licensing_view::{ProductTab, Route};
use licensing_wording::Words;

const MEMBERS: ListId = ListId::Members(example::SALES);

fn en() -> Words {
    Words::english()
}

/// The opening example after its run: Noor's E3 failed.
fn processed() -> Tenant {
    let mut tenant = example::tenant(Arc::new(licensing_catalog::starter())).unwrap();
    assert!(tenant.settle(100).idle);
    tenant
}

/// Two thousand generated users, of whom every fourth is in a group that has no seats for them, and one by name.
pub(crate) fn crowd() -> Tenant {
    let mut tenant = processed();
    let locations = ["NL", "SE", "FR"].map(|code| code.parse::<CountryCode>().unwrap());
    tenant.populate(2_000, |user| locations.get(user.index() % 4).copied());
    for user in (4..2_004).step_by(4).map(UserId::at) {
        tenant.apply(&Command::AddMember(example::SALES, Member::User(user))).unwrap();
    }
    tenant
        .apply(&Command::CreateUser(NewUser {
            display_name: "Ægir <b>".into(),
            user_principal_name: "aegir@contoso.onmicrosoft.com".into(),
            ..NewUser::default()
        }))
        .unwrap();
    tenant.settle(u32::MAX);
    tenant
}

fn product(tenant: &Tenant, part_number: &str) -> ProductId {
    tenant.catalog().product_by_part_number(part_number).unwrap()
}

pub(crate) fn query(text: &str) -> TableQuery {
    let address: licensing_view::Address = format!("#/users?{text}").parse().unwrap();
    address.query
}

fn order(tenant: &Tenant, list: ListId, text: &str) -> (Table, Order) {
    let (table, query) = (Table::of(tenant, en(), list), query(text));
    let sorted = table.sorted(tenant, query.sort, None);
    let shown = table.shown(tenant, &sorted, &query);
    (table, shown)
}

fn rows(tenant: &Tenant, list: ListId, text: &str) -> Vec<Row> {
    let (table, shown) = order(tenant, list, text);
    table.rows(tenant, &shown, 0..shown.len())
}

fn names(tenant: &Tenant, list: ListId, text: &str) -> Vec<String> {
    rows(tenant, list, text).into_iter().map(|row| row.name).collect()
}

fn plain(tenant: &Tenant, list: ListId, text: &str) -> Vec<Vec<String>> {
    rows(tenant, list, text).iter().map(|row| row.cells.iter().map(Cell::plain).collect()).collect()
}

fn choices(tenant: &Tenant, list: ListId, key: FilterKey) -> Vec<(String, usize)> {
    let filters = Table::of(tenant, en(), list).filters();
    let filter = filters.into_iter().find(|filter| filter.key == key).unwrap();
    filter.choices.into_iter().map(|choice| (choice.value, choice.count)).collect()
}

/// Every list that the example has.
fn lists(tenant: &Tenant) -> Vec<ListId> {
    let e3 = product(tenant, example::E3);
    vec![
        ListId::Users,
        ListId::DeletedUsers,
        ListId::Groups,
        ListId::DeletedGroups,
        MEMBERS,
        ListId::Products,
        ListId::ProductUsers(e3),
        ListId::ProductGroups(e3),
        ListId::ProductPlans(e3),
        ListId::Audit,
    ]
}

#[test]
fn those_in_error_come_first_then_the_order_of_creation_or_joining() {
    let tenant = processed();
    assert_eq!(names(&tenant, ListId::Users, ""), ["Noor Visser", "Sanne de Wit", "Femke Bos", "Yusuf Demir"]);
    let members = plain(&tenant, MEMBERS, "");
    let joined: Vec<(&str, &str)> = members.iter().map(|cells| (cells[0].as_str(), cells[1].as_str())).collect();
    let expected = [("Noor Visser", "2"), ("Sanne de Wit", "1"), ("Femke Bos", "3"), ("Yusuf Demir", "4")];
    assert_eq!(joined, expected);
    assert_eq!(
        members[0][2..],
        ["Error", "Conflicting service plans", "noor.visser@contoso.onmicrosoft.com", "Netherlands", ""]
    );
    assert_eq!(members[3][2..], ["Active", "None", "yusuf.demir@contoso.onmicrosoft.com", "Netherlands (tenant)", ""]);
    assert_eq!(names(&tenant, MEMBERS, "sort=joined"), ["Sanne de Wit", "Noor Visser", "Femke Bos", "Yusuf Demir"]);
}

#[test]
fn every_column_that_can_be_sorted_sorts_both_ways() {
    let tenant = crowd();
    for list in lists(&tenant) {
        let table = Table::of(&tenant, en(), list);
        for column in table.columns().into_iter().filter(|column| column.sorting != Sorting::None) {
            let up = rows(&tenant, list, &format!("sort={}", column.key.name()));
            let down = rows(&tenant, list, &format!("sort=-{}", column.key.name()));
            assert_eq!(up.len(), table.len(), "{list:?} {:?}", column.key);
            let mut ids = [&up, &down].map(|rows| rows.iter().map(|row| row.id).collect::<Vec<_>>());
            ids.iter_mut().for_each(|ids| ids.sort_unstable());
            assert_eq!(ids[0], ids[1], "both show every row");
            ids[0].dedup();
            assert_eq!(ids[0].len(), table.len(), "each once");
        }
    }
    let sorted = names(&tenant, ListId::Users, "sort=name");
    assert_eq!(sorted[..5], ["Ægir <b>", "Femke Bos", "Noor Visser", "Sanne de Wit", "User 4"]);
    assert_eq!(names(&tenant, ListId::Users, "sort=-name")[..2], ["Yusuf Demir", "User 2003"]);
    assert_eq!(names(&tenant, ListId::Users, "sort=nothing"), names(&tenant, ListId::Users, ""));
}

#[test]
fn countries_are_named_and_sorted_in_the_language_of_the_page() {
    let mut tenant = processed();
    let places = ["SE", "AT", "DE"].map(|code| code.parse::<CountryCode>().unwrap());
    for (user, place) in [0, 1, 2].map(UserId::at).into_iter().zip(places) {
        let patch = UserPatch { usage_location: Some(Some(place)), ..UserPatch::default() };
        tenant.apply(&Command::UpdateUser(user, patch)).unwrap();
    }
    let sorted = |words: Words| {
        let table = Table::of(&tenant, words, ListId::Users);
        let order = table.sorted(&tenant, query("sort=location").sort, None);
        let rows = table.rows(&tenant, &order, 0..4);
        rows.into_iter().map(|row| row.cells[2].plain()).collect::<Vec<_>>()
    };
    assert_eq!(sorted(en()), ["Austria", "Germany", "Netherlands (tenant)", "Sweden"]);
    assert_eq!(sorted(Words::dutch()), ["Duitsland", "Nederland (tenant)", "Oostenrijk", "Zweden"]);
}

#[test]
fn the_states_of_two_products_are_left_out_on_phones_alone() {
    let mut tenant = processed();
    let mut stays = || {
        let columns = Table::of(&tenant, en(), MEMBERS).columns();
        let states: Vec<Stays> =
            columns.iter().filter(|column| column.tag.is_some()).map(|column| column.stays).collect();
        let product = tenant.catalog().product_by_part_number("EMS").unwrap();
        tenant.apply(&Command::SetUnits(product, Units { enabled: 9, ..Units::default() })).unwrap();
        let license = License { product, disabled: Vec::new() };
        let change = LicenseChange { add: vec![license], remove: Vec::new() };
        tenant.apply(&Command::ChangeGroupLicenses(example::SALES, change)).unwrap();
        states
    };
    assert_eq!(stays(), [Stays::Always]);
    assert_eq!(stays(), [Stays::BeyondPhones; 2]);
}

#[test]
fn sorting_again_after_an_edit_gives_what_sorting_anew_gives() {
    let mut tenant = crowd();
    let sort = query("sort=-name").sort;
    let before = Table::of(&tenant, en(), ListId::Users).sorted(&tenant, sort, None);
    let patch = licensing_model::command::UserPatch { display_name: Some("User 1000a".into()), ..Default::default() };
    for command in [
        Command::UpdateUser(UserId::at(77), patch),
        Command::DeleteUser(UserId::at(500)),
        Command::RestoreUser(UserId::at(500)),
    ] {
        tenant.apply(&command).unwrap();
        let table = Table::of(&tenant, en(), ListId::Users);
        let anew = table.sorted(&tenant, sort, None);
        assert!(table.sorted(&tenant, sort, Some(&before)) == anew, "{command:?}");
    }
}

#[test]
fn words_and_named_filters_add_up() {
    let tenant = crowd();
    let count = |text: &str| rows(&tenant, ListId::Users, text).len();
    assert_eq!(count(""), 2_005);
    assert_eq!(names(&tenant, ListId::Users, "q=aegir"), ["Ægir <b>"]);
    assert_eq!(names(&tenant, ListId::Users, "q=user1999%40contoso"), ["User 1999"]);
    let states = choices(&tenant, ListId::Users, FilterKey::State);
    let of = |value: &str| states.iter().find(|(choice, _)| choice == value).unwrap().1;
    assert_eq!(of("licensed") + of("unlicensed"), 2_005, "everybody has a license or none, in error or not");
    for (value, expected) in &states {
        assert_eq!(count(&format!("state={value}")), *expected, "{value}");
    }
    let locations = choices(&tenant, ListId::Users, FilterKey::Location);
    assert_eq!(locations.iter().map(|(value, _)| value.as_str()).collect::<Vec<_>>(), ["FR", "NL", "SE"]);
    let both = rows(&tenant, ListId::Users, "state=error&location=NL&q=user");
    assert!(!both.is_empty() && both.len() < count("state=error"));
    assert!(both.iter().all(|row| tenant.rows_in_error(UserId::from_raw(row.id)) > 0));
    assert_eq!(count("location=JP"), 0, "a value that nobody has fits nobody");
    assert_eq!(count("activity=x"), 2_005, "a filter that the list does not have hides nothing");
}

#[test]
fn what_is_shown_is_what_each_row_says() {
    let tenant = crowd();
    // The oracle: every user in words, filtered by looking at the words.
    let all = rows(&tenant, ListId::Users, "");
    for typed in ["e", "00", "user 19", "contoso", "bos", "AEG", "zz", "1 2"] {
        let words: Vec<String> = typed.split(' ').map(str::to_lowercase).collect();
        let said = |row: &&Row| {
            let text = format!("{}\n{}", row.cells[0].plain(), row.cells[1].plain()).to_lowercase().replace('æ', "a");
            words.iter().all(|word| text.contains(word))
        };
        let expected: Vec<u32> = all.iter().filter(said).map(|row| row.id).collect();
        let shown = rows(&tenant, ListId::Users, &TableQuery::default().with_search(typed).to_string());
        assert_eq!(shown.iter().map(|row| row.id).collect::<Vec<_>>(), expected, "{typed}");
    }
}

#[test]
fn only_rows_that_are_asked_for_are_worded() {
    let tenant = crowd();
    let (table, shown) = order(&tenant, ListId::Users, "sort=name");
    let some = table.rows(&tenant, &shown, 1_000..1_003);
    assert_eq!(some, rows(&tenant, ListId::Users, "sort=name")[1_000..1_003]);
    assert_eq!(table.rows(&tenant, &shown, 2_004..9_999).len(), 1);
    let id = some[1].id;
    assert_eq!(table.find(&shown, id), Some(1_001));
    assert_eq!(table.find(&shown, 99_999), None);
}

#[test]
fn a_member_who_left_with_an_error_is_still_listed() {
    let mut tenant = processed();
    tenant.apply(&Command::RemoveMember(example::SALES, Member::User(example::NOOR))).unwrap();
    let members = plain(&tenant, MEMBERS, "");
    assert_eq!((members[0][0].as_str(), members[0][1].as_str()), ("Noor Visser", "left"));
    let rows = rows(&tenant, MEMBERS, "");
    let Some(Cell::Actions(actions)) = rows[0].cells.last() else { panic!("actions come last") };
    assert!(actions.iter().all(|action| matches!(action.act, Act::Why(_))), "who left cannot be removed");
    assert_eq!(
        choices(&tenant, MEMBERS, FilterKey::State),
        [("error".into(), 1), ("assigned".into(), 3), ("waiting".into(), 0)]
    );
}

#[test]
fn members_no_run_has_reached_are_waiting_unless_there_is_nothing_to_wait_for() {
    let tenant = example::tenant(Arc::new(licensing_catalog::starter())).unwrap();
    assert_eq!(choices(&tenant, MEMBERS, FilterKey::State)[2], ("waiting".to_string(), 4));
    assert_eq!(plain(&tenant, MEMBERS, "")[0][2], "Not yet");
    let mut tenant = processed();
    let remove = vec![product(&tenant, example::E3)];
    tenant.apply(&Command::ChangeGroupLicenses(example::SALES, LicenseChange { add: vec![], remove })).unwrap();
    tenant.settle(10);
    assert!(choices(&tenant, MEMBERS, FilterKey::State).iter().all(|(_, count)| *count == 0));
}

#[test]
fn products_lead_to_who_holds_them_and_by_which_paths() {
    let tenant = processed();
    let (e1, e3) = (product(&tenant, example::E1), product(&tenant, example::E3));
    assert_eq!(names(&tenant, ListId::Products, ""), ["Office 365 E1", "Office 365 E3"]);
    assert_eq!(names(&tenant, ListId::Products, "q=enterprisepack"), ["Office 365 E3"]);
    assert_eq!(rows(&tenant, ListId::Products, "")[1].route, Some(Route::Product(e3, ProductTab::Users)));

    let users = plain(&tenant, ListId::ProductUsers(e3), "");
    assert_eq!(users[0][..3], ["Noor Visser", "Conflicting service plans", "Sales E3"]);
    let femke = users.iter().find(|cells| cells[0] == "Femke Bos").unwrap();
    assert_eq!(femke[2], "Direct, Sales E3");
    let by_paths = choices(&tenant, ListId::ProductUsers(e3), FilterKey::Path);
    assert_eq!(by_paths, [("direct".into(), 0), ("groups".into(), 3), ("both".into(), 1)]);
    assert_eq!(names(&tenant, ListId::ProductUsers(e3), "path=both"), ["Femke Bos"]);
    assert_eq!(names(&tenant, ListId::ProductUsers(e1), ""), ["Noor Visser"]);

    let groups = plain(&tenant, ListId::ProductGroups(e3), "");
    assert_eq!(groups, [["Sales E3", "20 of 20", "None", "4", "1", "Processing complete"]]);
    let plans = plain(&tenant, ListId::ProductPlans(e3), "q=exchange_s_ent");
    assert!(plans[0][2].contains("Exchange Online (Plan 1)"), "{plans:?}");
}

#[test]
fn deleted_users_and_groups_can_be_brought_back() {
    let mut tenant = processed();
    let remove = vec![product(&tenant, example::E3)];
    for command in [
        Command::DeleteUser(example::NOOR),
        Command::DeleteUser(UserId::at(2)),
        Command::SetRuleSet(RuleSet::Today),
        Command::ChangeGroupLicenses(example::SALES, LicenseChange { add: vec![], remove }),
    ] {
        tenant.apply(&command).unwrap();
    }
    tenant.settle(10);
    tenant.apply(&Command::DeleteGroup(example::SALES)).unwrap();
    assert_eq!(names(&tenant, ListId::DeletedUsers, ""), ["Femke Bos", "Noor Visser"], "the newest first");
    assert_eq!(names(&tenant, ListId::DeletedUsers, "sort=until"), ["Noor Visser", "Femke Bos"]);
    assert_eq!(names(&tenant, ListId::DeletedGroups, ""), ["Sales E3"]);
    for list in [ListId::DeletedUsers, ListId::DeletedGroups] {
        let table = Table::of(&tenant, en(), list);
        for command in table.bulk_commands(BulkKind::Restore, (0..table.len()).map(|place| table.id(place))) {
            tenant.apply(&command).unwrap();
        }
    }
    assert_eq!((names(&tenant, ListId::Users, "").len(), names(&tenant, ListId::Groups, "").len()), (4, 1));
}

#[test]
fn what_is_done_to_many_is_bounded_where_the_rules_bound_it() {
    let mut tenant = processed();
    let limit = |tenant: &Tenant| {
        let bulk = Table::of(tenant, en(), ListId::Users).bulk();
        bulk.into_iter().find(|bulk| bulk.kind == BulkKind::Reprocess).unwrap().at_most.map(|(most, _)| most)
    };
    assert_eq!(limit(&tenant), None);
    let kinds = |tenant: &Tenant| -> Vec<BulkKind> {
        Table::of(tenant, en(), ListId::Groups).bulk().iter().map(|bulk| bulk.kind).collect()
    };
    assert_eq!(kinds(&tenant), [BulkKind::Assign, BulkKind::Reprocess, BulkKind::Delete]);
    tenant.apply(&Command::SetRuleSet(RuleSet::Today)).unwrap();
    assert_eq!(limit(&tenant), Some(20));
    assert_eq!(kinds(&tenant), [BulkKind::Assign, BulkKind::Delete]);
}

#[test]
fn the_audit_log_is_filtered_by_activity_result_and_target() {
    let tenant = processed();
    let events = rows(&tenant, ListId::Audit, "");
    assert_eq!(events.len(), tenant.audit_len());
    assert_eq!(events[0].name, "Finish applying group based license to users");
    assert_eq!(events[0].id as usize, tenant.audit_len() - 1);
    let failed = rows(&tenant, ListId::Audit, "result=failure");
    assert_eq!(failed.iter().map(|row| row.cells[3].plain()).collect::<Vec<_>>(), ["Noor Visser → Sales E3"]);
    assert_eq!(rows(&tenant, ListId::Audit, "q=mutuallyexclusive"), failed);
    assert_eq!(rows(&tenant, ListId::Audit, "activity=Add%20user").len(), 4);
    assert_eq!(rows(&tenant, ListId::Audit, "activity=Add%20user&q=noor").len(), 1);
    assert_eq!(rows(&tenant, ListId::Audit, "target=product").len(), 2);
    assert_eq!(rows(&tenant, ListId::Audit, "sort=time")[0].name, "Set subscription units");

    let (table, shown) = order(&tenant, ListId::Audit, "result=failure");
    let details = table.details(&tenant, &shown, 0);
    let message = details.iter().find(|(label, _)| label == "Message").unwrap();
    assert!(message.1.starts_with("License assignment failed because service plans "), "{}", message.1);
    assert!(details.iter().any(|(_, text)| text == AssignmentError::MutuallyExclusiveViolation.name()));
    // What an event changed is said as before and after.
    let details = |filter: &str| {
        let (table, shown) = order(&tenant, ListId::Audit, filter);
        (0..shown.len()).flat_map(|at| table.details(&tenant, &shown, at)).collect::<Vec<_>>()
    };
    let changes = details("activity=Update%20user&q=sanne");
    let mailbox = changes.iter().find(|(property, _)| property == "ProxyAddresses").expect("she got a mailbox");
    assert!(mailbox.1.contains("SMTP:"), "{mailbox:?}");
    assert!(changes.iter().any(|(label, _)| label == "Reason"), "{changes:?}");
}

#[test]
fn a_log_that_is_too_long_to_be_searched_says_so_and_is_still_listed() {
    let mut tenant = processed();
    let flip = |tenant: &mut Tenant, enabled| {
        let patch = licensing_model::command::UserPatch { account_enabled: Some(enabled), ..Default::default() };
        tenant.apply(&Command::UpdateUser(example::NOOR, patch)).unwrap();
    };
    let before = tenant.audit_len();
    (0..100_000).for_each(|number| flip(&mut tenant, number % 2 == 1));
    let (table, shown) = order(&tenant, ListId::Audit, "");
    assert_eq!((shown.len(), table.searched()), (before + 100_000, 100_000));
    assert_eq!(order(&tenant, ListId::Audit, "activity=Add%20user").1.len(), 0, "they are too old");
    assert_eq!(order(&tenant, ListId::Audit, "activity=Enable%20account").1.len(), 50_000);
    let oldest = table.rows(&tenant, &shown, shown.len() - 1..shown.len());
    assert_eq!(oldest[0].name, "Set subscription units");
    // On their own screens users find what happened to them, however long ago.
    let sanne = tenant.users().find(|user| tenant.user_name(*user) == "Sanne de Wit").unwrap();
    let happened = licensing_view::happened::to_user(&tenant, en(), sanne).finish().expect("it is done");
    assert!(!happened.events.is_empty() && happened.older.is_none(), "{happened:?}");
}

#[test]
fn every_row_has_a_cell_a_column_and_a_line_in_the_file() {
    let tenant = processed();
    for list in lists(&tenant) {
        let table = Table::of(&tenant, en(), list);
        let columns = table.columns();
        let mut file = String::from(csv::BEGINNING);
        csv::head(&mut file, &columns);
        for row in rows(&tenant, list, "") {
            assert_eq!(row.cells.len(), columns.len(), "{list:?}");
            csv::row(&mut file, &columns, &row);
        }
        let mut reader = ::csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
        let expected: Vec<&str> =
            columns.iter().filter(|column| column.is_data()).map(|column| column.name.as_str()).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), expected);
        assert_eq!(reader.records().filter_map(Result::ok).count(), table.len(), "{list:?}");
        assert!(!list.file_name(&tenant).contains(['/', ' ']));
        assert!(!table.counted(2).is_empty());
    }
}

#[test]
fn a_file_of_members_names_the_group_and_everybodys_account() {
    let tenant = processed();
    let list = ListId::Members(example::SALES);
    assert_eq!(list.file_name(&tenant), "sales-e3-members");
    let table = Table::of(&tenant, en(), list);
    let mut file = String::new();
    csv::head(&mut file, &table.columns());
    rows(&tenant, list, "").iter().for_each(|row| csv::row(&mut file, &table.columns(), row));
    assert!(file.contains("noor.visser@contoso.onmicrosoft.com"), "{file}");
}

#[test]
fn a_name_cannot_run_in_a_spreadsheet() {
    let mut tenant = processed();
    let name = "=HYPERLINK(\"http://example\",\"x\")".to_string();
    tenant.apply(&Command::RenameGroup(example::SALES, name)).unwrap();
    let (table, mut line) = (Table::of(&tenant, en(), ListId::Groups), String::new());
    csv::row(&mut line, &table.columns(), &rows(&tenant, ListId::Groups, "")[0]);
    assert!(line.starts_with("\"'=HYPERLINK(\"\"http://example\"\",\"\"x\"\")\","), "{line}");
}

#[test]
fn the_head_says_how_the_table_is_sorted() {
    let tenant = processed();
    let head = |list, key| {
        let columns = Table::of(&tenant, en(), list).columns();
        columns.into_iter().find(|column| column.key == key).unwrap()
    };
    let (name, time) = (head(ListId::Users, ColumnKey::Name), head(ListId::Audit, ColumnKey::Time));
    assert_eq!(
        ["", "sort=name", "sort=-name"].map(|text| direction(&name, &query(text))),
        [None, Some(false), Some(true)]
    );
    assert_eq!(
        ["", "sort=time", "sort=-time"].map(|text| direction(&time, &query(text))),
        [Some(true), Some(false), Some(true)]
    );
    assert_eq!(direction(&name, &query("sort=upn")), None);
}

#[test]
fn what_is_not_there_is_an_empty_list() {
    let tenant = example::empty(Arc::new(licensing_catalog::starter()));
    let nowhere = ProductId::from_raw(7);
    for list in [
        ListId::Users,
        ListId::Groups,
        ListId::Members(GroupId::from_raw(99)),
        ListId::Products,
        ListId::ProductUsers(nowhere),
        ListId::ProductGroups(nowhere),
        ListId::ProductPlans(nowhere),
        ListId::Audit,
    ] {
        assert_eq!(rows(&tenant, list, "q=x&state=error&sort=name"), [], "{list:?}");
        assert!(Table::of(&tenant, en(), list).is_empty());
    }
}
