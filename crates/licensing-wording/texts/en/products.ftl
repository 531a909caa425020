### Products, seats and units.

part-number = Part number
assigned = Assigned
available = Available
licensed-groups = Licensed groups
buy-product = Buy a product…
buy-title = Buy a product
buy = Buy
product-filter = Filter products
not-offered = not offered
more-products = More products
loading = Loading…
loading-failed = This could not be loaded.
retry = Retry
change-units = Units of { $name }…
units-of = Units of { $name }
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
add-plan = Add a plan…
