### The list of users, and one user.

users-lead = A user has a product directly, through groups, or both, and uses one seat of it.
new-user-title = New user
no-users = No users yet.
no-user-matches = No user matches.
no-such-user = There is no such user
filter-users = Filter users by name
principal-name = User principal name
domain-of-user = Domain
delete-user = Delete user
paths = Assignment paths
paths-table = Assignment paths table
direct = Direct
inherited = Inherited
state = State
plans-on = Plans on
no-paths = No licenses, and no group assigns any.
path-awaited = { $group } assigns { $products }; the user has not been processed for it yet.
effective-plans = Effective plans
effective = Effective
matrix-table = Effective plans by path
no-plans = No plans.
change-location = Change usage location
addresses = Mail and proxy addresses
change-addresses = Change addresses
primary = primary
no-addresses = None yet. They are computed once a license comes with a mailbox plan.
add-to-group = Add to a group
in-no-group = Not a member of any group.
display-name = Display name
display-name-example = Femke Bos
create-user = Create user
create-so-many = { $number ->
    [one] Create { NUMBER($number) } user
   *[other] Create { NUMBER($number) } users
}
contacts = Contacts
contacts-lead = Mail contacts hold addresses but no licenses. An address that one of them holds cannot go to a user.
no-contacts = No contacts yet.
filter-contacts = Filter contacts
no-contact-matches = No contact matches.
count-contacts = { $number ->
    [one] { $number } contact
   *[other] { $number } contacts
}
new-users = Several users…
new-users-title = Several new users
new-users-lines = One user per line
new-users-example =
    Noor Visser
    Zoë Öztürk; zoe.ozturk; Belgium
new-users-help = A name, or a name, an account and a usage location with commas, semicolons or tabs between, as in a table.
too-many-people = That is too much for one go: at most { NUMBER($most) } lines are read.
line-refused = Line { NUMBER($line) }: { $reason }
no-account = a name and an account are needed.
add-selected-to-group = Add to a group…
choose-all-found = Select everybody found
first-of-found = The first { NUMBER($listed) } of { NUMBER($all) } are listed.
location-help = Direct licenses need one; without it, group licenses use the tenant's country.
location-change-help = Leave it empty to clear it. Nothing runs yet. Reprocess the user to apply it.
addresses-lead =
    Set them as Exchange or directory synchronization would. Duplicates are allowed here, so that you can see the
    error they cause.
addresses-help = One per line. SMTP: in capitals marks the primary address.
addresses-hint = Nothing runs yet. Reprocess the user to apply it.
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
off-on-one-path = off on one path, on through another: on
clashes-with = clashes with { $plan }
blocked = Blocked
remove-from = Remove from { $group }
location-means =
    Direct licenses need it. Without it, group licenses use the tenant's country, { $country }. A change is applied at
    the next run.
not-a-country = “{ $text }” is not a country. Choose one from the list, or type its name or code.
edit-user = Change user
guest-help = Makes no difference here: guests are licensed like everybody else.
sign-in = Sign-in allowed
sign-in-help = Blocking it removes no license and frees no seat.
sign-in-blocked = Sign-in blocked
nickname-help = With a mailbox plan, the user gets an address with this name in the initial domain.
new-contact-title = New contact
contact-lead =
    A mail contact has addresses and no licenses. Give it an address that a user needs, and that user's license fails.
contact-name-example = Reception
create-contact = Create contact
edit-contact = Change contact
change-what = Change { $name }
delete-what = Delete { $name }
contact-change-lead =
    Errors that an address of the contact caused stay until the users are processed again.
also-held-by = also used by
holders = Also used by
no-other-holds = No other object uses these addresses
what-happened = What happened
since-word = since
plans-without-conflict = { $number ->
    [one] { $number } plan without a conflict
   *[other] { $number } plans without a conflict
}
happened-created = Created
happened-changed = Details changed
happened-deleted = Deleted
happened-restored = Restored
happened-blocked = Sign-in blocked
happened-unblocked = Sign-in allowed again
happened-joined = Became a member of
happened-new-member = New member:
happened-left = Is no longer a member of
happened-lost-member = No longer a member:
happened-direct-changed = Direct licenses changed
happened-licenses-changed = Licenses of the group changed
happened-processed = Licenses processed
happened-processed-through = Licenses processed through
happened-processed-member = Licenses processed for
happened-reprocess = Reprocessing requested
happened-run-began = Processing of the members began
happened-run-ended = Processing of the members ended
happened-rule-began = The membership rule began to be applied
happened-rule-ended = The membership rule was applied
happened-newest = Looked for among the newest { NUMBER($number) } events. The audit log has the older ones.
group-by-service = Group by service
service-mail = Mail and calendars
service-files = Files and sites
service-meetings = Teams and telephony
service-apps = Office and apps
service-security = Security and devices
service-platform = Power Platform and Dynamics
service-other = Other services
domain-of-users = Domain where none is typed
