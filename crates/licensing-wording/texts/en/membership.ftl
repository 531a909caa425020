### Groups whose members follow from a rule.
membership-rule = Membership rule
membership-type = Membership type
membership-assigned = Assigned
membership-assigned-means = Administrators decide on the members. The rule is remembered.
membership-dynamic = Dynamic
membership-dynamic-means = The rule decides on the members. Nobody is added or removed by hand.
membership-paused = Paused
membership-paused-means = The rule is not processed: the members stay as they are, and nobody is added or removed by hand.
edit-rule = Edit rule…
rule-example = user.department -eq "Sales"
rule-help =
    Properties are user.department, jobTitle, companyName, country, state, city, usageLocation, userType and accountEnabled;
    user.assignedPlans and user.memberof take -any. Compare with -eq, -ne, -in, -startsWith, -contains or -match; join
    with -and, -or and -not.
rule-pitfall = Members who do not fit the rule leave the group, and lose what it licenses.
rule-cut-off =
    The rule depends on its own result, so it moved { $names } back and forth. Processing it was stopped; the next
    change starts it again.
member-because = { $name } is a member because { $facts }.
no-member-because = { $name } is not a member by the rule because { $facts }.
fact-is = { $property } is { $value }
fact-is-not-set = { $property } is not set
fact-enabled = the account is enabled
fact-blocked = the account is blocked
fact-in-group = { $group } has the user as a member
fact-not-in-group = { $group } does not have the user as a member
fact-has-plan = { $plan } is { $status }
fact-no-plan = no assigned plan decides otherwise
more-members-by-rule = { $number ->
    [one] and { $number } more
   *[other] and { $number } more
}
department = Department
job-title = Job title
