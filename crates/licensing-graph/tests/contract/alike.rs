//! What is found quickly is what is found by looking at every row.

use licensing_model::{Command, RuleSet, Units};

use crate::common::{World, column};

/// A tenant with plans of several statuses, errors, and every kind of object in its log.
fn world() -> World {
    let mut world = World::new(RuleSet::Rules2019);
    let users: Vec<String> = ["noor", "anna", "ben", "cas", "dora"].map(|name| world.user(name)).into();
    let [all, few] = ["all", "few"].map(|name| world.group(name));
    for user in &users {
        world.join(&all, user);
    }
    world.join(&few, &users[1]);
    world.join(&few, &all);
    world.contact("Office", "smtp:office@contoso.com");
    world.assign(&format!("groups/{all}"), &["ENTERPRISEPACK"], &[]);
    world.assign(&format!("groups/{few}"), &["WORKPLACE_ANALYTICS"], &[]);
    world.assign(&format!("users/{}", users[2]), &["STANDARDPACK", "MCOMEETADV"], &[]);
    world.settle();
    let suspended = Units { suspended: 5, ..Units::default() };
    for (product, units) in [("STANDARDPACK", suspended), ("WORKPLACE_ANALYTICS", Units { warning: 5, ..suspended })] {
        let product = world.product(product);
        world.apply(Command::SetUnits(product, units));
    }
    world.delete(&format!("/users/{}", users[4]));
    world.settle();
    world
}

fn ids(world: &mut World, filter: &str, of: &str) -> Vec<String> {
    column(&world.get_eventual(&format!("/{of}?$count=true&$top=999&$filter={filter}")), "id")
}

#[test]
fn users_by_a_plan_and_its_status() {
    let mut world = world();
    let mut met = 0;
    for plan in ["EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_STANDARD", "MCOMEETADV", "WORKPLACE_ANALYTICS", "SHAREPOINTWAC"] {
        let plan = world.plan(plan);
        let is = format!("p/servicePlanId eq {plan}");
        let mut tests = vec![is.clone(), format!("not ({is})"), format!("{is} or p/capabilityStatus eq 'Warning'")];
        for status in ["Enabled", "Warning", "Suspended", "LockedOut", "Deleted"] {
            tests.push(format!("{is} and p/capabilityStatus eq '{status}'"));
            tests.push(format!("{is} and p/capabilityStatus ne '{status}'"));
        }
        for test in tests {
            let quick = ids(&mut world, &format!("assignedPlans/any(p: {test})"), "users");
            // Every plan was assigned at some time, and times are only in the rows.
            let slow = format!("assignedPlans/any(p: ({test}) and p/assignedDateTime ge 1999-01-01T00:00:00Z)");
            assert_eq!(quick, ids(&mut world, &slow, "users"), "{test}");
            met += quick.len();
            let quick = ids(&mut world, &format!("not assignedPlans/any(p: {test})"), "users");
            assert_eq!(quick, ids(&mut world, &format!("not {slow}"), "users"), "not {test}");
        }
    }
    assert!(met > 50, "{met} users were met");
    let any = ids(&mut world, "assignedPlans/any()", "users");
    assert_eq!(any, ids(&mut world, "assignedPlans/$count ne 0", "users"));
}

#[test]
fn events_by_the_id_of_an_object() {
    let mut world = world();
    let mut objects: Vec<String> =
        ["users", "groups", "contacts", "organization", "directory/deletedItems/microsoft.graph.user"]
            .iter()
            .flat_map(|set| column(&world.get(&format!("/{set}")), "id"))
            .collect();
    objects.push(world.sku("STANDARDPACK"));
    objects.push("00000000-0000-0000-0000-000000000000".into());
    let mut met = 0;
    for id in objects.into_iter().flat_map(|id| [id.to_uppercase(), id]) {
        let test = format!("t/id eq '{id}'");
        let quick = format!("targetResources/any(t: {test})");
        let slow = format!("targetResources/any(t: {test} or {test})");
        let found = ids(&mut world, &quick, "auditLogs/directoryAudits");
        assert_eq!(found, ids(&mut world, &slow, "auditLogs/directoryAudits"), "{id}");
        met += found.len();
        let both = format!("result eq 'failure' and {quick}");
        let failed = ids(&mut world, &both, "auditLogs/directoryAudits");
        assert_eq!(failed, ids(&mut world, &format!("{slow} and result eq 'failure'"), "auditLogs/directoryAudits"));
    }
    assert!(met > 50, "{met} events were met");
}
