### The list of users, and one user.

users-lead = A user holds a product directly, through groups, or both, and uses one seat of it.
new-user-title = New user
no-users = No users yet.
no-user-matches = No user matches.
no-such-user = There is no such user
filter-users = Filter users by name
principal-name = User principal name
delete-user = Delete user
paths = Assignment paths
paths-table = Assignment paths table
path = Path
direct = Direct
inherited = Inherited
state = State
plans-on = Plans on
seat = Seat
last-change = Last change
no-paths = No licenses, and no group wants to give any.
effective-plans = Effective plans
effective = Effective
matrix-table = Effective plans by path
no-plans = No plans.
change-location = Change usage location
addresses = Mail and proxy addresses
change-addresses = Change addresses
primary = primary
no-addresses = None yet. A license with a mailbox plan computes them.
add-to-group = Add to a group
in-no-group = A member of no group.
display-name = Display name
display-name-example = Femke Bos
create-user = Create user
location-example = NL
location-help = Two letters. Direct licenses need it; group licenses fall back on the tenant's country.
location-change-help = Two letters, or nothing. It takes nothing away and starts nothing: reprocess afterwards.
addresses-lead =
    As Exchange or directory synchronization would set them. Duplicates are allowed here: that is how the error comes
    about.
addresses-help = One in a line. SMTP: in capitals marks the primary address.
addresses-hint = Queues nothing: reprocess afterwards.
mail-example = noor.visser@contoso.onmicrosoft.com
location-of-tenant = { $country } (tenant)
count-paths = { $number ->
    [one] { $number } path
   *[other] { $number } paths
}
count-seats = { $number ->
    [one] { $number } seat
   *[other] { $number } seats
}
paths-of-deleted = { $paths }, kept for a restore; no seat is used
paths-of-user = { $paths }, { NUMBER($number) } in force, { $seats }
deleted-until = Deleted; can be restored until { $moment }
guest = Guest
member = Member
location-set = set on the user
location-inherited = the tenant's country; none is set
plans-of-path = { NUMBER($on) } of { NUMBER($all) }
cell-absent = Not in this product
cell-on = On, in force
cell-wanted = Wanted, not in force
cell-clash = Clashes
cell-off = Off on this path
off-on-one-path = off on one path, on by another: on
clashes-with = clashes with { $plan }
blocked = Blocked
remove-from = Remove from { $group }
location-means =
    Direct licenses need it. Group licenses fall back on the tenant's country, { $country }. A change is picked up at
    the next run.
not-a-country = “{ $text }” is not a country. A usage location is two letters, such as NL.
edit-user = Change user
guest-help = Nothing depends on it: guests are licensed like anybody.
sign-in = Sign-in allowed
sign-in-help = Blocking it takes no license away and frees no seat.
sign-in-blocked = Sign-in blocked
nickname-help = Its address at the initial domain is computed with a mailbox plan.
new-contact-title = New contact
contact-lead =
    A mail contact holds addresses and no licenses. Duplicates are allowed here: an address that a user needs is the
    error of the article.
contact-name-example = Reception
create-contact = Create contact
also-held-by = also held by
no-other-holds = No other object holds these
what-happened = What happened
