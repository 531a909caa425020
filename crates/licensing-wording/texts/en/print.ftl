### Lessons on paper.

print = Print
print-lesson = Print…
print-lead = What is printed is what you see below, without the page around it.
print-what = What is printed
print-handout = Handout
print-answers = Handout with answers
print-trainer = Trainer's sheet
print-cheat-sheet = Error codes on one page
print-found = What you find
print-group = Group
print-assigns = Assigns
print-members = Members
print-user = User
print-location = Usage location
print-licenses = Licenses
print-goals = What is to be reached
print-notes = What did you do, and why?
print-answer = The answer
print-also = Just as good
print-wrong = Looks right, and is not enough
print-not-reached = Not reached:
print-back = To the lesson
sheet-run = { $steps ->
    [one] let the queue run: { $steps } step
   *[other] let the queue run: { NUMBER($steps) } steps
}
sheet-product = { $product }: { $units ->
    [one] { $units } unit
   *[other] { NUMBER($units) } units
}, { NUMBER($used) } in use
sheet-license = { $product } ({ $by })
sheet-license-failed = { $product } ({ $by }): { $error }

### The error codes on one page.

cheat-lead = Error codes of licenses that are assigned through groups: as Graph has them, as the portals show them, and what helps.
cheat-code = Code
cheat-heading = In the portal
cheat-means = What it means
cheat-helps = What helps
cheat-location = Correct the usage location of the user.
cheat-location-plan = Or turn off the service plans that are not allowed there.
cheat-count-buy = Buy more units.
cheat-count-free = Or free seats: take the license from somebody who does not need it.
cheat-exclusive-remove = Remove the other license: the direct one, or the user from the other group.
cheat-exclusive-plan = Or turn off every plan that clashes, in one of the two licenses. One of several is not enough.
cheat-dependency-add = Assign the plan that is needed, through the same group or before.
cheat-dependency-remove = On removal: first remove or turn off what depends on it.
cheat-uniqueness = Take the address from the other user, group or contact.
cheat-other = Look at the other products of the group: one of them has the error to be fixed.
cheat-reprocess = Then reprocess the user or the group: a cause that is gone starts no work by itself.
cheat-complete = “Processing complete” says that everybody was tried, not that everybody has a license.
cheat-all-or-nothing = One product of a group that fails keeps all products of that group from the user.
cheat-2019 = 2019
cheat-today = Today
print-variants = A variant for every learner
