### The one table: what it lists, and how it is searched, filtered, sorted, selected and saved.

count-users = { $number ->
    [one] { $number } user
   *[other] { $number } users
}
count-deleted-users = { $number ->
    [one] { $number } deleted user
   *[other] { $number } deleted users
}
count-groups = { $number ->
    [one] { $number } group
   *[other] { $number } groups
}
count-deleted-groups = { $number ->
    [one] { $number } deleted group
   *[other] { $number } deleted groups
}
count-members = { $number ->
    [one] { $number } member
   *[other] { $number } members
}
count-service-plans = { $number ->
    [one] { $number } service plan
   *[other] { $number } service plans
}
shown-of-all = { NUMBER($shown) } of { $all }
newest-searched = Search and filters cover the newest { $number ->
    [one] { $number } event
   *[other] { $number } events
} only. Scroll to find older ones.

filters = Filters
filter-all = All { NUMBER($number) }
filter-choice = { $word } { NUMBER($number) }
filter-any = { $name }: all
clear-filters = Clear filters
no-group-matches = No group matches.
no-product-matches = No product matches.
no-event-matches = No event matches.
search-people = Name or sign-in name
search-groups = Filter groups by name
search-products = Filter products by name
search-plans = Filter service plans by name
search-events = Filter events by activity or target
search-events-example = Activity or target

sort-by = Sort by { $column }
sorted-up = Sorted by { $column }, ascending.
sorted-down = Sorted by { $column }, descending.
sorted-not = In the original order.

export = Export CSV
exported = Saved as { $file }.

rows-selected = { NUMBER($number) } selected
select-row = Select { $name }
select-all = Select all that are shown
clear-selection = Clear
remove-members = Remove from the group
delete-selected = Delete
reprocess-limit = { $number ->
    [one] At most { $number } user at a time under today's rules.
   *[other] At most { $number } users at a time under today's rules.
}
some-refused = { $number ->
    [one] { $number } of the selected rows was refused. The first reason: { $reason }
   *[other] { $number } of the selected rows were refused. The first reason: { $reason }
}

restorable-until = Can be restored until
expiring = Expiring
by-paths = Through
plans-off = Plans off
technical-name = Technical name
service-plan-id = Service plan ID
excludes-plans = Excludes
in-force = In force
licensed = Licensed
without-license = Without a license
members-assigned = Without error
waiting = Waiting
directly-only = Directly only
groups-only = By groups only
directly-and-groups = Both
other-target = Tenant and others
not-in-catalog = not in the catalog
not-in-catalog-why = It came with an import, as the files describe it.
plans-of-tenant = service plans compared with the catalog: +{ NUMBER($more) }, −{ NUMBER($fewer) }
plans-of-tenant-why = An import brought the tenant's own list of service plans, which counts instead of the catalog's.
plan-of-tenant = not in the catalog's product
plans-of-today-marked = { $plans } (today's)
seats-free = Seats free
details-of = Details: { $what }

users-active = Active
users-deleted = Deleted
list-of-users = Lists of users
list-of-groups = Lists of groups
deleted-users-lead = They use no seat and can be restored for 30 days.
deleted-groups-lead = Groups that can be restored under these rules, for 30 days.
no-deleted-users = No deleted users.
no-deleted-groups = No deleted groups that can be restored.
no-events = No events yet.
product-views = Views of the product
no-such-product = The tenant does not have this product
no-users-of-product = Nobody has it, and no group assigns it.
no-groups-of-product = No group assigns it.

# Products, beside the first screen.
plans-of-today = today's plans
plans-of-today-why = The plans of 2019 are not known for this product.
products-lead = Each user takes one seat of a product, however many groups give it.
products-table = Products table
product-filter-example = Name or part number
units-lead = With fewer units than are assigned, nobody loses a license.
enabled-help = Seats of active subscriptions.
warning-help = Expired, in the grace period, still usable.
suspended-help = Canceled; can be reactivated.
locked-out-help = Locked out after the customer canceled.
add-plan-title = Add a service plan
add-plan-lead =
    As when Microsoft adds a plan to a product: it is on at once wherever the product is assigned, without a run.
add-plan-now = Add plan
table-prints = Only the rows that were in sight are printed. Save the table to have all of them.
