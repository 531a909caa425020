### Products, seats and units.

products-lead = Each user takes one seat of a product, however many groups give it.
products-table = Products table
part-number = Part number
assigned = Assigned
available = Available
licensed-groups = Licensed groups
plans-of-today = today's plans
plans-of-today-why = The plans of 2019 are not known for this product.
buy-product = Buy a product…
buy-title = Buy a product
buy = Buy
product-filter = Filter products
product-filter-example = Name or part number
not-offered = not offered
more-products = More products
loading = Loading…
loading-failed = This could not be loaded.
retry = Retry
units-lead = With fewer units than are assigned, nobody loses a license.
enabled-help = Seats of active subscriptions.
warning-help = Expired, in the grace period, still usable.
suspended-help = Canceled; can be reactivated.
locked-out-help = Locked out after the customer canceled.
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
add-plan-title = Add a service plan
add-plan-lead =
    As when Microsoft adds a plan to a product: it is on at once wherever the product is assigned, without a run.
add-plan-now = Add plan
