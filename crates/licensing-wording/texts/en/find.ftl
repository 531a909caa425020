### Finding anything, and the keys.

find-hint = Name, address, plan, rule, error, term, setting or command
find-none = Nothing found. Try part of a name, an address or a command.
find-count = { $number ->
    [one] { $number } result
   *[other] { $number } results
}
find-screen = Screen
find-action = Action
find-contact = Contact
find-run-or-pause = Run everything, or pause
holds-the-address = holds { $address }
members-counted = { $number ->
    [one] { $number } member
   *[other] { $number } members
}
keys = Keyboard shortcuts
keys-lead = Single-letter shortcuts do nothing while you type in a field.
keys-off = Single-letter shortcuts are off. You can turn them on in the settings.
keys-find = Find anything
keys-undo = Undo
keys-redo = Redo
keys-step = Take one step
keys-run = Run everything, or pause
keys-back = Back one action in the history
keys-forward = Forward one action in the history
keys-go = Go to a screen: { $screens }
keys-why = Ask “Why?” in a table row
keys-list = Show this list
keys-close = Close the topmost window
keys-region = Go to the next part of the page
keys-send = Send, in the Graph console
find-more = { $number ->
    [one] { $number } more result. Type more to narrow it down.
   *[other] { $number } more results. Type more to narrow it down.
}
