### The map: who gets what through whom.

map-lead =
    Who gets which product, and through which group. Point at something or use the arrow keys to highlight its paths;
    click a line to keep its path highlighted and read why.
map-whole = Whole map
map-shown-as = Shown as
map-table = Table
map-inherited = Inherited
map-key-waiting = Waiting
map-key-error = In error
map-empty = Add a user, a group and a product.
map-empty-why = The map shows who gets which product, and through which group.
map-by-group =
    With more than { NUMBER($most) } users, or when too many lines would cross, the map shows groups and counts their
    users together.
map-names = { $number ->
    [one] Map of users, groups and products, { $number } line in error. The table says the same.
   *[other] Map of users, groups and products, { $number } lines in error. The table says the same.
}
map-follow = Highlight and explain: { $path }
map-search = Search the map
map-errors-only = Errors only
map-more-people = Thicker: more people
map-lines-shown = { $number ->
    [one] { $number } line shown
   *[other] { $number } lines shown
}
map-no-match = Nothing on the map matches.
map-show-all = Show everything
map-facts = Who gets which product, and how
map-who = Who
map-gets = Gets
map-nobody = Nobody
map-through = Through
map-license-of-group = license of the group
map-nested = Group in a group: gets nothing
map-nested-in = as a member of { $group }: groups in a group get nothing
map-more-users = { $number ->
    [one] { $number } more user
   *[other] { $number } more users
}
map-more-groups = { $number ->
    [one] { $number } more group
   *[other] { $number } more groups
}
map-more-products = { $number ->
    [one] { $number } more product
   *[other] { $number } more products
}
map-direct-users = { $number ->
    [one] { $number } directly licensed
   *[other] { $number } directly licensed
}
map-users-with-nothing = { $number ->
    [one] { $number } without anything
   *[other] { $number } without anything
}
map-other-members = Other members
map-other-members-in-error = Members in error
map-in-error = in error
map-users-in-error = { NUMBER($number) } in error
map-memberships-in-error = { $number ->
    [one] { $number } membership in error
   *[other] { $number } memberships in error
}
map-waiting = { NUMBER($number) } waiting
map-seats = { $all ->
    [one] { NUMBER($assigned) } of { $all } seat
   *[other] { NUMBER($assigned) } of { $all } seats
}
map-seats-full = { $seats }, full
map-not-bought = Not bought
map-deleted = { $name } (deleted)
map-left = { $group } (left)
map-license-ended = removed from the group
map-count-licenses = { $number ->
    [one] { $number } license
   *[other] { $number } licenses
}
