### What a product's own screen and its dialogs say, and what the processing screen says.

part-number = Part number
licensed-groups = Licensed groups
buy-title = Buy a product
buy = Buy
product-filter = Filter products
not-offered = not offered
more-products = More products
change-units = Units of { $name }…
units-of = Units of { $name }
add-plan = Add a plan…
processing-lead =
    Group licenses are processed in the background, in the order of the queue. Each step processes one user.
speed = Speed
speed-slow = 1 step a second
speed-readable = 4 steps a second
speed-fast = 20 steps a second
speed-full = As fast as possible
steps-shown = Steps that are shown
steps-all = All
no-such-step = None of the last steps ended so.
