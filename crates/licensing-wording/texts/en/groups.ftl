### The list of groups, and one group.

groups-lead = Direct members of a group get its licenses in the background.
new-group-title = New group
no-groups = No groups yet.
no-such-group = There is no such group
object-id = Object ID
group-actions = Group actions
add-members = Add members…
rename = Rename…
rename-group = Rename group
delete-group = Delete group
notification = Notification
none-of-the-products = None of the group's license changes is applied to a user in error.
show-users-in-error = Show users in error
filter-members-by-name = Filter members by name
joined = Joined
left = left
not-yet = Not yet
no-members = No members yet. Add some: they get the licenses of the group.
no-member-matches = No member matches.
licenses = Licenses
off-plans = Off:
no-licenses-on-group = No licenses on this group.
complete-means = “Complete” means that the run ended, not that it worked.
nested = The nested group
nested-ignored = is ignored: only direct members that are users get licenses.
create-group = Create group
group-name-example = Support E3
kind-help = Security groups can be licensed under both rule sets.
add-members-title = Add members
add-members-hint = New members of a licensed group are processed in the background.
nobody-to-add = There is nobody to add.
no-group-to-join = There is no other group to join.
count-direct-members = { $number ->
    [one] { $number } direct member
   *[other] { $number } direct members
}
remove-from-group = Remove { $name } from the group
add-no-members = Add
add-so-many = { $number ->
    [one] Add { $number } member
   *[other] Add { $number } members
}
kind-security = Security group
kind-microsoft-365-security = Microsoft 365 group, security-enabled
kind-microsoft-365 = Microsoft 365 group
kind-distribution = Distribution list
plans-on-in-template = { $all ->
    [one] { NUMBER($on) } of { $all } plan on
   *[other] { NUMBER($on) } of { $all } plans on
}
users-of-group-in-error = { $number ->
    [one] { $number } user is in error.
   *[other] { $number } users are in error.
}
users-of-all-in-error = { NUMBER($number) } of { NUMBER($all) } users are in error.
users-keep = { $number ->
    [one] { NUMBER($number) } of them keeps { $product } as it was.
   *[other] { NUMBER($number) } of them keep { $product } as it was.
}
other-means = “{ $heading }” stands beside a product that failed only because another product of the group did (R4.5).
never-licensed = Never licensed
never-processed = This group has never had a license.
group-run-waits = The group is waiting in the queue.
group-run-goes-on = The group is being processed.
group-run-complete = Latest license changes have been applied to all users.
a-nested-group = A group; groups inside a group are not licensed through it (R13).
no-licenses = No licenses
