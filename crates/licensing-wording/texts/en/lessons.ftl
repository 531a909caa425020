### Lessons: why a goal is not reached.

short-gone = { $user } no longer exists.
short-nobody = This applies to nobody: the group is empty.
short-directly = directly
short-not-held = { $user } does not have { $product }.
short-failed = { $user }, { $product }: { $heading }.
short-failed-and-others = { $user }, { $product }: { $heading }; and { NUMBER($others) } more.
short-held = { $user } has { $product }: { $by }.
short-no-plan = { $user } does not have the service.
short-has-plan = { $user } has the service.
short-nobody-in-error = Nobody has this error.
short-seats = { $number ->
    [one] Now { $number } seat of { $product } is in use.
   *[other] Now { $number } seats of { $product } are in use.
}
short-units = { $number ->
    [one] Now there is { $number } unit of { $product }.
   *[other] Now there are { $number } units of { $product }.
}
short-no-member = { $user } is not a member.
short-is-member = { $user } is a member.
short-template = Not yet: the group has no license, or not the one that is asked for.
short-group = Not yet.
short-located = The usage location of { $user } is { $country }.
short-no-location = { $user } has no usage location.
short-mail = The mail address of { $user } is { $mail }.
short-no-mail = { $user } has no mail address.
short-waiting = { $number ->
    [one] { $number } step is waiting.
   *[other] { $number } steps are waiting.
}
short-other = Not yet.

### Lessons: the list, and the lesson beside the screens.

lessons-lead = Small tenants with a problem, a checklist that follows along, and hints that cost nothing. Labs on real tenants run out of licenses and change under your hands; these do not.
lesson-track-first-steps = First steps
lesson-track-errors = The errors
lesson-track-change = Change without harm
lesson-track-add-ons = Add-ons and plans
lesson-track-claims = What people say
lesson-number = Lesson { NUMBER($number) }
lesson-minutes = { NUMBER($minutes) } min
lesson-goals = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}
lesson-goals-reached = { $of ->
    [one] { NUMBER($reached) } of { $of } goal
   *[other] { NUMBER($reached) } of { $of } goals
}
lessons-done = { NUMBER($done) } of { NUMBER($of) } done
lessons-kept-here = Your progress is kept in this browser.
lesson-continue = Continue with lesson { NUMBER($number) }
lesson-solved = Solved
lesson-solved-hints = Solved with hints
lesson-solved-shown = Solved after being shown
lessons-export = Export progress
lessons-import = Import progress…
lessons-imported = The progress of the file was taken over.
lessons-not-imported = This file contains no progress.
lesson-of = Lesson { NUMBER($number) } of { NUMBER($of) }
lesson-goals-title = Goals
lesson-goal-reached = reached
lesson-goal-kept = Watched at every step: kept so far.
lesson-goal-open = open
lesson-goal-broken = broken
lesson-goal-broken-first = It did not hold from the beginning: { $why }
lesson-goal-broken-at = Broken after command { NUMBER($number) }: { $why } Undo takes you back to before it.
lesson-waiting = { $number ->
    [one] { $number } step is waiting: run the queue to its end.
   *[other] { NUMBER($number) } steps are waiting: run the queue to its end.
}
lesson-waiting-open = { $number ->
    [one] { $number } step is waiting; it can still change the goals.
   *[other] { NUMBER($number) } steps are waiting; they can still change the goals.
}
lesson-forbidden = Something was done that this lesson does not allow. Undo takes you back to before it.
lesson-hints = Hints
lesson-hints-free = take one whenever you like
lesson-hint = Show a hint
lesson-hint-broken = Command { NUMBER($number) } broke a goal for good. Undo back to before it, or start over.
lesson-hint-over = A goal cannot be reached any more from here. Start over.
lesson-hint-waits = What is waiting has not happened yet. Press Step or Run.
lesson-hint-goal = The next open goal is: { $goal }
lesson-start-over = Start over
lesson-started-over = Back at the beginning. Redo brings back what you did.
lesson-show-me = Show me
lesson-show-next = Show the next step
lesson-show-lead = The solution starts at the beginning. Each press does one thing; look at what it changes before you go on.
lesson-show-stop = Go on by yourself
lesson-hand-in = Hand in…
lesson-next = Next lesson
lesson-leave = Leave the lesson
lesson-done-title = All goals reached
lesson-done-commands = { $commands ->
    [one] You used { $commands } command; our own solution uses { NUMBER($reference) }.
   *[other] You used { NUMBER($commands) } commands; our own solution uses { NUMBER($reference) }.
}
lesson-watch-way = Watch my way
lesson-what-happened = What happened
lesson-the-rule = The rule
lesson-the-source = Where it says so
lesson-portal-2019 = In the portal of 2019
lesson-portal-today = In today's portal
lesson-with-graph = With Graph
lesson-to-discuss = To think about
lesson-exams = Exam objectives
lesson-exam = { $exam } ({ $date }): { $words }
lesson-hand-in-lead = The link holds your commands, not a verdict. Whoever checks it runs them again.
lesson-hand-in-name = Your name, as you want it to appear
lesson-copy-link = Copy link
lesson-save-file = Save as a file
lesson-not-there = There is no such lesson
lesson-not-loaded = The lessons could not be loaded. Are you online?
lesson-link-broken = This link cannot be read: it was cut or changed on the way. Ask for it again.
lesson-opening = The lesson is being opened.
lesson-panel = Lesson
lesson-tenant = Lesson: { $title }

### Checking what learners handed in.

assess = Check hand-ins
assess-lead = Paste the links that learners handed in, one per line, or drop their files here. Their commands are run again, and the table shows the result. Nothing leaves this browser.
assess-handed-in = What was handed in
assess-links = Links, one per line
assess-check = Check
assess-files = Choose files…
assess-protects = The verdict comes from running the commands again, so nobody can hand in a wrong one. It does not tell who gave the commands; which help was used is what the learner's own page noted. Give everybody another variant, so that a neighbor's answer does not fit.
assess-results = Results
assess-learner = Learner
assess-lesson = Lesson
assess-result = Result
assess-open-goals = Goals not reached
assess-first-wrong = First wrong step
assess-commands = Commands
assess-help = Help
assess-help-none = None
assess-help-hints = Hints
assess-help-shown = Solution shown
assess-at = after command { NUMBER($command) }, step { NUMBER($step) }
assess-variant = { $title }, variant { NUMBER($seed) }
assess-older = { $title } (made with version { NUMBER($version) })
assess-own = Lessons that somebody wrote are assessed in the browser that wrote them; elsewhere, add the link or the file of the lesson here as well.
assess-no-lesson = This lesson is not known here
assess-unreadable = Cannot be read
assess-replay = Look at the way
assess-checked = { $count ->
    [one] { $count } hand-in checked.
   *[other] { $count } hand-ins checked.
}

### What a goal says where its author has not written it.

goal-always = Always: { $what }
goal-once = At some moment: { $what }
goal-holds = { $who }: { $product }
goal-holds-by = { $who }: { $product }, { $by }
goal-plan = { $who }: { $plans } on
goal-clear = { $who }: no license error
goal-failed = { $who }: a license error
goal-seats = { $product }: seats in use { $range }
goal-units = { $product }: units { $range }
goal-member = { $who }: member of { $group }
goal-carries = { $group } carries { $product }
goal-there = { $group } exists
goal-located = { $who }: usage location { $country }
goal-address = { $who }: address { $address }
goal-idle = Nothing waits
goal-rules = The rules are those of { $rules }
goal-not = Not: { $what }
goal-everybody = Everybody
lesson-of-learner = You are looking at what a learner did. It does not count as yours; start over to do the lesson yourself.
lesson-allowed = What may be done here
lesson-allowed-always = Steps, undoing and looking at everything are always allowed.
allow-create-user = Create users
allow-update-user = Change users and their usage location
allow-delete-user = Delete users
allow-restore-user = Restore users
allow-create-group = Create groups
allow-rename-group = Rename groups
allow-delete-group = Delete groups
allow-restore-group = Restore groups
allow-add-member = Add members to groups
allow-remove-member = Remove members from groups
allow-assign-group = Change the licenses of groups
allow-assign-user = Change direct licenses
allow-reprocess-user = Reprocess users
allow-reprocess-group = Reprocess groups
allow-set-units = Buy products and change their units
allow-add-plan = Add plans to products
allow-set-addresses = Set addresses
allow-add-contact = Create contacts
allow-update-contact = Change contacts
allow-delete-contact = Delete contacts
allow-add-domain = Add domains
allow-delete-domain = Delete domains
allow-set-rules = Switch the rule set
allow-set-pair = Change pairs of plans that exclude each other
allow-set-prerequisite = Switch prerequisites on and off
allow-set-country = Change the tenant's country
allow-set-workers = Change the number of workers
allow-advance = Let days pass
allow-set-property = Set departments, titles and the like
allow-set-membership-rule = Change the membership rules of groups
