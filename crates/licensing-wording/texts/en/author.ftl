### The author's kit.

author = Write a lesson
author-lead = Any tenant can be a lesson. Say what it begins with, do the solution once, choose what is to be reached, and pass it on. Everything is kept in this browser as you type.
author-begin = The beginning
author-begin-lead = The learner finds the tenant as it is when you press this. After that, do the solution.
author-begin-here = Begin with the tenant as it is now
author-begin-lesson = Or with a lesson that there is
author-begin-choose = Choose a lesson…
author-begun = { $users ->
    [one] It begins with { $users } user.
   *[other] It begins with { NUMBER($users) } users.
}
author-at-hand = The tenant at hand is that of this lesson: what you do in it can be a way.
author-elsewhere = The tenant at hand is another one, so what you do in it is no way through this lesson.
author-go-to-beginning = Go to the beginning
author-new = Write another one
author-yours = Your lessons
author-edit = Edit
author-edit-named = Edit { $title }
author-delete = Delete
author-delete-named = Delete { $title }
author-delete-sure = Delete for good
author-delete-sure-named = Delete { $title } for good
author-untitled = Without a title
author-words = The words
author-language = Language
author-language-add = Add { $language }
author-title = Title
author-summary = What it is about, in a sentence
author-story = The story: what happened before the learner came
author-story-help = An empty line begins a paragraph. **Two stars** make a name stand out.
author-minutes = Minutes that it takes
author-debrief = What is said when it is solved, and asked for discussion
author-discussion = Questions to discuss, one a line
author-ways = The ways
author-ways-lead = Do it in the tenant, then come back and press one of these. Going back in the time bar leads to the beginning.
author-solution = What I did is the solution
author-other = What I did is as good
author-wrong = What I did is a wrong way
author-wrong-needs-goal = A wrong way needs a goal that it does not reach: add goals first.
author-done-so-far = { $commands ->
    [one] You have done { $commands } command.
   *[other] You have done { NUMBER($commands) } commands.
}
author-way-has = { $commands ->
    [one] { $commands } command
   *[other] { NUMBER($commands) } commands
}
author-way-solution = Solution
author-way-other = Also good ({ NUMBER($number) })
author-way-wrong = Wrong way { NUMBER($number) }
author-fails = fails at
author-fails-of = The goal at which wrong way { NUMBER($number) } fails
author-replay = Do it again
author-replay-named = Do it again: { $way }
author-remove = Remove
author-remove-named = Remove: { $what }
author-goals = The goals
author-goals-lead = These hold after your solution and did not before, or held all the way. Choose those that matter; write what the learner reads.
author-no-goals = Nothing differs from the beginning yet: record the solution, and goals are proposed.
author-goal-number = Goal { NUMBER($number) }
author-goal-text = What the learner reads
author-goal-own = A goal of your own…
author-goal-when = When it has to hold
author-when-end = in the end
author-when-always = all the way
author-when-once = at some moment
author-proposed = Proposed
author-add = Add
author-add-named = Add: { $what }
author-change = Change…
author-change-named = Change what is checked: { $what }
author-several-parts = This condition has several parts. Edit it in the file.
author-keep-change = Take it
author-cancel = Cancel
author-state-incomplete = Something is missing.
author-state-holds = In the beginning it holds; { $after }
author-state-does-not = In the beginning it does not hold; { $after }
author-after-holds = after the solution it holds.
author-after-does-not = after the solution it does not: { $why }
author-after-none = there is no solution yet.
author-hints = The hints
author-hints-lead = A hint is offered while its condition holds, so that it fits where the learner is. Ask a question rather than give the answer.
author-hint-number = Hint { NUMBER($number) }
author-hint-text = What the hint says
author-hint-own = Add a hint…
author-check = Whether it works
author-works = It works: the solution reaches every goal, and nothing easier does.
author-share = Pass it on
author-try = Try it
author-save = Save as a file
author-open = Open a file…
author-link = Copy link
author-link-too-long = The link has { NUMBER($length) } characters, more than many programs let through. Save it as a file instead.
author-link-length = The link has { NUMBER($length) } characters.
author-not-opened = This is no lesson: { $why }
author-too-large = This file is larger than any lesson.
author-variants = How many learners
author-variants-lead = Every learner gets another variant: other names, accounts and ids, so that a neighbor’s answer does not fit. The same solution solves all of them.
author-variants-copy = Copy one link for each
author-variants-save = Save the links as a file
author-variants-do-not-hold = The solution does not solve every variant. Give everybody the same link.
author-not-kept = This browser does not keep it. Save it as a file before you leave.

### What a condition is made of, in the author's kit.

pick-kind = What
pick-sense = Is it so?
pick-is = it is so
pick-is-not = it is not so
pick-who = Who
pick-members = the members of { $group }
pick-product = Product
pick-any-product = any product
pick-plan = Service plan
pick-mailbox = any with a mailbox
pick-choose = choose…
pick-group = Group
pick-via = By which path
pick-any-path = any
pick-error = Error
pick-any-error = any
pick-least = At least
pick-most = At most
pick-country = Country
pick-any-country = any
pick-address = Address
pick-primary = As
pick-primary-yes = mail
pick-primary-no = any of the addresses
pick-rules = Rules
pick-holds = has a product in force
pick-gets-plan = is given a service plan
pick-clear = is in no license error
pick-failed = is in a license error
pick-member = is a member of a group
pick-located = has a usage location
pick-holds-address = holds an address
pick-seats = seats in use
pick-units = units of a product
pick-carries = a group assigns a product
pick-there = a group is there
pick-idle = nothing waits in the queue
pick-rule-set = the rules are these

### What is wrong with a lesson.

fault-beginning = The beginning does not open: { $what }
fault-no-goal = There is no goal yet.
fault-no-solution = There is no solution yet: do it, and press “What I did is the solution”.
fault-not-solved = { $way } does not reach: { $goals }
fault-solution = The solution
fault-other = The other solution { NUMBER($number) }
fault-wrong = The wrong way { NUMBER($number) }
fault-quoted = “{ $goal }”
fault-queue = an empty queue (run it to its end before you record)
fault-forbidden = only what is allowed
fault-refused = { $way } has a command that is refused.
fault-not-wrong = { $way } reaches “{ $goal }”, which it should not reach.
fault-no-hint = No way ever calls for this hint: “{ $hint }”
fault-too-easy = It is solved by { $by } already.
fault-by-nothing = doing nothing
fault-by-licenses = taking all licenses away
fault-by-members = taking everybody out of all groups
fault-by-users = deleting everybody
fault-by-groups = deleting all groups
fault-by-all = deleting everything
fault-texts = Words are missing ({ $language }): { $keys }
fault-title = title
fault-summary = what it is about
fault-story = story
fault-goal = goal { NUMBER($number) }
fault-hint = hint { NUMBER($number) }
fault-stray = nothing calls for “{ $id }”
fault-not-the-same = What is saved would not be read as the same.
