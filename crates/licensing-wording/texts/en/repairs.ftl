### The smallest fixes of an error.

repairs = Fixes
repairs-ways = { $number ->
    [one] One way to fix it
   *[other] { $number } ways to fix it
}
repairs-none = No fix found. These were tried: { $kinds }.
repairs-looking = Looking for ways to fix it…
repairs-tried = Each was tried on a copy: it fixes the error, and no part of it can be left out.
repairs-more = { $number ->
    [one] { $number } more way
   *[other] { $number } more ways
}
repairs-by-itself = Nothing more needs to be changed: press Run, and the steps that are waiting fix it.
level-cures = Nobody loses anything
level-side-effects = With side effects
level-needs-choice = Needs your choice
repair-steps = { $number ->
    [one] { $number } change
   *[other] { $number } changes
}
repair-gains-plans = { $number ->
    [one] { $user } gains { $number } plan.
   *[other] { $user } gains { $number } plans.
}
repair-loses-plans = { $number ->
    [one] { $user } loses { $number } plan.
   *[other] { $user } loses { $number } plans.
}
repair-turns-off = Turns off { $plans } in { $product }.
repair-turns-on = Turns on { $plans } in { $product }.
repair-buys = { $number ->
    [one] Buys { $number } seat.
   *[other] Buys { $number } seats.
}
repair-gap = No mailbox for { $steps }.
repair-reprocesses = { $name } is processed again.
repair-keeps-mail = Mail without a gap.
repair-gives-up = The license itself is given up: it is not assigned by this path.
repair-others-lose = { $number ->
    [one] { $number } user loses a plan or a product.
   *[other] { $number } users lose a plan or a product.
}
repair-others-fail = { $number ->
    [one] { $number } user gets a new error.
   *[other] { $number } users get a new error.
}
repair-others-heal = { $number ->
    [one] { $number } user is no longer in error.
   *[other] { $number } users are no longer in error.
}
repair-addresses = { $number ->
    [one] The addresses of { $number } user change.
   *[other] The addresses of { $number } users change.
}
kind-reprocess = processing again
kind-buy = buying seats
kind-remove-direct = removing a direct license
kind-swap = swapping a direct license
kind-leave = leaving a group
kind-join = coming back into the group
kind-turn-off = turning plans off
kind-add-prerequisite = adding a prerequisite
kind-locate = another usage location
kind-address = other addresses
keep-first = Keep first
keep-mail = Mail
keep-seats = Licenses
keep-money = Money
keep-commands = Few changes
preview-repair = Preview: { $what }
apply-repair = Apply: { $what }
mend-errors = { $number ->
    [one] Fix { $number } error…
   *[other] Fix { $number } errors…
}
mending = Fix errors
mending-free = Fix all that cost nothing
mending-cures = { $all ->
    [one] { NUMBER($cured) } of { $all } error fixed
   *[other] { NUMBER($cured) } of { $all } errors fixed
}
mending-none = No changes were found that fix these errors. These were tried: { $kinds }.
mending-looking = { $number ->
    [one] Looking for what fixes { $number } error…
   *[other] Looking for what fixes { $number } errors…
}
mending-found = Each was tried on a copy, and no part of it can be left out.
mending-found-first = Each was tried on a copy for the first { NUMBER($looked) } of { NUMBER($all) } errors, and no part of it can be left out.
