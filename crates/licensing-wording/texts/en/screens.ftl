### What a product's own screen and its dialogs say, what the processing screen says, and how a tenant begins.

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
no-such-step = None of the last steps ended that way.
story-beginning = How to begin
story-beginning-lead = From buying a product to a licensed user, in five actions. Each can be undone.
goal-buy = Buy a product
goal-buy-hint = You choose how many seats.
goal-users = Create users
goal-users-hint = Give each a usage location; without one, the tenant's country counts.
goal-group = Create a group and give it a license
goal-group-hint = Create a security group, then choose Assign… on its page.
goal-members = Add members
goal-members-hint = They are licensed one by one, in the background.
goal-processed = Process the members
goal-processed-hint = Press Step or Run in the bar below.
