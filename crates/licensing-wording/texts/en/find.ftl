### Finding anything, and the keys.

find-hint = A name, a product, a screen, an action or a mail address
find-none = Nothing has this name or address.
find-count = { $number ->
    [one] { $number } finding
   *[other] { $number } findings
}
find-screen = Screen
find-action = Action
find-contact = Contact
find-run-or-pause = Run, or pause
holds-the-address = holds { $address }
members-counted = { $number ->
    [one] { $number } member
   *[other] { $number } members
}
keys = Keyboard shortcuts
keys-lead = Keys of one letter are silent while you type in a field.
keys-off = Keys of one letter are switched off in the settings.
keys-find = Find anything
keys-undo = Undo
keys-redo = Redo
keys-step = One step of the background
keys-run = Run, or pause
keys-back = One action back in the history
keys-forward = One action forward in the history
keys-go = Go to a screen: { $screens }
keys-why = Why, in a row of a table
keys-list = This list
keys-close = Close what is on top
keys-region = Next part of the page
keys-send = Send, in the Graph console
