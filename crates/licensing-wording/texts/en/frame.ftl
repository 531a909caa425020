### The frame around every screen: navigation, switches, history.

app = Licensing Lab
skip = Skip to content
main-nav = Main
main-nav-compact = Main, compact
nav-tenant = Tenant
nav-background = Background
overview = Overview
groups = Groups
users = Users
products = Products
processing = Processing
audit = Audit log
with-errors = { " " }with errors
rules = Rules
rules-2019 = 2019
rules-today = Today
theme = Theme
breadcrumb = Breadcrumb
new = New
settings = Settings and more
time-bar = Time and processing
step = Step
run = Run
pause = Pause
paused = Paused.
opened = Opened.
not-found = There is nothing at this address
to-overview = Go to the overview
undo-what = Undo: { $what }
redo-what = Redo: { $what }
undo = Undo
redo = Redo
did = Done: { $what }.
undid = Undone: { $what }.
redid = Redone: { $what }.
action = Action { NUMBER($number) }
of = of { NUMBER($number) }
steps-taken = { $number ->
    [one] · { $number } step
   *[other] · { $number } steps
}
page-title = { $screen } · Licensing Lab
theme-system = Auto
theme-light = Light
theme-dark = Dark
language = Language
language-now = Language: { $name }.
language-failed = The texts in Dutch did not load.
steps-waiting = { $number ->
    [one] { $number } step waiting
   *[other] { $number } steps waiting
}
nothing-waiting = Nothing waits
tenant-menu = This tenant
state-untouched = Example, not changed
state-visit = Not saved
state-saving = Saving…
state-not-saved = Not saved
state-saved = Saved
sample-five-errors = Contoso, five errors
tenants-menu = My tenants…
open-file = Open a file…
save-as-file = Save as a file
notices = Notices
share-this = Share…
share-title = Share
history-menu = History…
history-slider = History: move to an earlier moment
history-beginning = The beginning
moment-of = Moment { NUMBER($at) } of { NUMBER($all) }
moment-done = { $moment }: { $what }
open-sample = Open a sample…
step-was = { $step }, { $what }
who-what = { $who }: { $what }
