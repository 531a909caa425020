### Importing a real tenant, and downloading one as a bundle. Names of Graph stay as they are.

## the screen

import-lead = What Microsoft Graph says about a real tenant becomes the tenant of this page. No file leaves the browser.
import-files = What Graph answered
import-drop = Drop files here: a bundle, or answers of Graph
import-choose = Choose files
import-paste = Or paste an answer
import-paste-example = JSON
import-pasted = Pasted text
import-remove = Remove { $file }
import-size = { NUMBER($kilobytes) } KB
import-replace = Replace names, addresses and ids
import-replace-why = The same name always becomes the same pseudonym, so that addresses that clash still do.
import-rules-of-file = As the file says
import-rules-why = A file that names no rules gets today's.
import-read = Read
import-nothing = Choose a file or paste an answer first.
import-getting = Getting the file
import-getting-script = This script writes one file with everything. It only reads, with the scope Directory.Read.All.
import-script = Download the script
import-copy = Copy { $request }
import-getting-answers = Or save the answers of these requests, page by page; each is recognized by what is in it:
import-getting-members = An answer with members does not say of which group: give its file the group's id as its name.
import-private = The file holds names and addresses. Keep it safe, and delete it when you no longer need it.
import-reading = Reading { $file }
import-building = Putting the tenant together
import-comparing = Processing everybody again on a copy
import-cancelled = Cancelled. The open tenant is as it was.
import-failed = This cannot be imported
import-unchanged = The open tenant is as it was.
import-done = { $name } was read and can be opened
import-done-why = Until you open it, the open tenant stays as it is.
import-open = Open this tenant
import-discard = Discard

## the report

report-read = What was read
report-notes = Otherwise than in the files
report-missing = Missing
report-left-out = Left out
report-changed = Changed
report-inconsistent = Inconsistent
report-as-is = Everything is in the tenant as it is in the files.
report-what = What
report-count = How often
report-ignored = { $number ->
    [one] { $number } property of Graph has no meaning here
   *[other] { $number } properties of Graph have no meaning here
}
report-property = Property
report-files = Files
report-bytes = Size in bytes
report-states = License assignment states
report-contacts = Contacts
report-events = Events of the audit log
report-differences = Where the simulator disagrees
report-differences-why =
    On a copy everybody was processed again. A difference may be a cause that was mended and never reprocessed, a fact that the files lack, or a rule that the simulator has wrong.
report-agrees = { $number ->
    [one] The simulator would leave the one path as it is.
   *[other] The simulator would leave all { $number } paths as they are.
}
report-differs = { $number ->
    [one] { $number } path of { $all } would be another.
   *[other] { $number } paths of { $all } would be others.
}
report-kinds = Differences by kind
report-each = Each difference
report-first = The first { NUMBER($shown) } of { $all } are shown.
report-before = In the file
report-after = After processing
report-plans-differ = other plans off
report-gone = Not assigned
report-gone-why = The product is not assigned { $by } any more.

## a bundle

bundle = Download the tenant
bundle-why = As a bundle, in the form that can be imported here. It holds names as they are in this tenant.
bundle-log = With the audit log
bundle-save = Download as bundle
bundle-writing = Writing the bundle

## what was expected of a value

wanted-text = a text
wanted-flag = true or false
wanted-count = a whole number from 0 on
wanted-guid = a GUID
wanted-moment = a date and time such as 2019-11-08T09:00:00Z
wanted-country = a country of two letters
wanted-list = a list
wanted-object = an object
wanted-collection = a list, or an answer of Graph with one
wanted-principal-name = a userPrincipalName such as name@contoso.com
wanted-domain = a domain such as contoso.com
wanted-state = Active, ActiveWithError, Disabled or Error
wanted-processing = QueuedForProcessing, ProcessingInProgress or ProcessingComplete
wanted-rules = 2019 or today
wanted-format = the name of the bundle's format
found-number = the number { $number }
found-text = “{ $text }”
found-list = a list
found-object = an object

## what can be there once only, and what is counted

unique-id = the id { $value }
unique-principal-name = the userPrincipalName { $value }
unique-member = the member { $value }
unique-product = the product { $value }
unique-plan = the service plan { $value }
unique-organization = the organization { $value }
unique-domain = the domain { $value }
unique-page = the page { $value }
counted-bytes = bytes
counted-files = files
counted-users = users
counted-groups = groups
counted-members = members of groups
counted-states = license assignment states
counted-contacts = contacts
counted-events = events of the audit log
counted-products = products
counted-units = units of one product

## what is wrong with a file

fault-place = { $file }, line { NUMBER($line) }
fault-syntax = this is not JSON
fault-truncated = the file ends before its JSON does
fault-csv = this is a table (CSV), which does not hold what a tenant needs; save JSON instead: run the export script, or write Graph's answer with ConvertTo-Json -Depth 10
fault-not-utf8 = the text is neither UTF-8 nor UTF-16; save the file as UTF-8
fault-expected = expected { $wanted }, found { $found }
fault-null = Graph has no null here
fault-missing = { $name } is missing
fault-repeated-property = the property { $name } stands twice in one object
fault-repeated = { $what } is there twice
fault-repeated-first = { $what } is there twice, first in { $first }
fault-cycle = the group is a member of itself
fault-too-long = the text is longer than { NUMBER($most) } characters
fault-too-many = more than { NUMBER($most) } { $what }
fault-too-deep = lists and objects stand in each other more than { NUMBER($most) } deep
fault-too-large = this object is too large
fault-unrecognized =
    nothing tells what this is a list of; expected an answer of Graph with its @odata.context, or a bundle
fault-not-imported = { $what } is not imported
fault-graph-error = this is an error that Graph answered: { $message }
fault-whose-members = nothing tells whose members these are; give the file the id of their group as its name
fault-newer = the bundle has version { NUMBER($version) }, which this program does not know yet
fault-empty = there is nothing in it
fault-unreadable = the browser cannot read the file
fault-state = the engine refused what was read: { $why }

## what is not in the tenant as it is in the files

note-next-page = The next page of this list was not given, so the rest of it is missing.
note-organization =
    The organization with its domains is not in the files. Domains were taken from the names of the users, and the country is assumed.
note-country = The organization has no country. The Netherlands are assumed where users have no usage location.
note-modern-licenses = This tenant is on Microsoft's newer licensing: the group's licenses are not in the files, and what users have through a group looks as if it were assigned directly. Group paths cannot be seen in this export.
note-states = The user has no licenseAssignmentStates in the files, and begins without licenses.
note-members = The group carries licenses and has no members in the files.
note-nickname = The user has no mailNickname that can be used; it was taken from the userPrincipalName.
note-display-name = The object has no display name; it is numbered.
note-updated = The assignment has no lastUpdatedDateTime; it counts as old.
note-unknown-product = The catalogue does not know this product.
note-unknown-plan = The catalogue does not know this service plan.
note-not-subscribed = The product is not among the subscribedSkus, so licenses of it were left out.
note-other-member = Members that are no users and no groups are never licensed.
note-unknown-member = The member is not among the users and groups of the files.
note-members-of-unknown = Members were given of a group that is not in the files.
note-direct-error = A direct license in error is not simulated: a direct license is there or refused.
note-other-address = Addresses other than SMTP are not simulated.
note-invalid-address = The address cannot be used as one.
note-too-many-addresses = An object can have 200 addresses here; the others were left out.
note-group-addresses = Groups have no addresses here, so a conflict with an address of this group does not show.
note-too-many-groups = A user can be in 4,096 groups here; the others were left out.
note-deleted-template = A deleted group carries no licenses.
note-long-event = The event is too long to be kept.
note-dynamic-group =
    The members of this group follow from a rule. Here it has the members of the moment.
note-mail-enabled-security = Mail-enabled security groups are simulated as security groups.
note-group-of-states =
    A license comes from a group that is not in the files. It is kept as coming from a deleted group.
note-state = State and error of the assignment do not go together; the state counts.
note-disabled-state =
    Whether an assignment is Disabled follows from the units of its product, and those say otherwise.
note-unknown-error = The error of the assignment is not known here; it is taken as Other.
note-direct-with-error = A direct license with an error is not simulated; it is taken as Active.
note-before-start =
    The moment lies before the simulated clock begins, on 8 November 2019; it was set to its beginning.
note-after-end = The moment lies beyond the simulated clock; it was set to its end.
note-unverified-domain = The domain of the userPrincipalName is not among the verified domains.
note-plan-not-in-file = The catalogue's product has service plans that the tenant's has not; they count as well.
note-plan-added = The tenant's product has service plans that the catalogue's has not; they were added.
note-consumed = The file counts other consumed units (first) than its users hold (second).
note-assigned-licenses = The assignedLicenses of the user are not what the licenseAssignmentStates come to.
