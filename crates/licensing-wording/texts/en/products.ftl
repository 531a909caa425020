### Products, seats and units.

assigned = Assigned
available = Available
buy-product = Buy a product…
loading = Loading…
loading-failed = This could not be loaded.
retry = Retry
seats-used = { $number ->
    [one] { $number } seat is in use.
   *[other] { $number } seats are in use.
}
seats-too-few = { NUMBER($number) } too few
none-free = None free
seats-available = { NUMBER($number) } available
seats-assigned = { $all ->
    [one] { NUMBER($assigned) } of { $all } seat assigned
   *[other] { NUMBER($assigned) } of { $all } seats assigned
}
