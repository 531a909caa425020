### Importing a real tenant, and downloading one as a bundle. Names of Graph stay as they are.

## the screen

import-lead = Load a copy of your real tenant. Your files never leave the browser.
import-files = Your Graph files
import-drop = Drop files here: a bundle, or responses from Graph
import-choose = Choose files
import-paste = Or paste a response
import-paste-example = JSON
import-pasted = Pasted text
import-remove = Remove { $file }
import-size = { NUMBER($kilobytes) } KB
import-replace = Replace names, addresses and ids
import-replace-why = The same name always becomes the same pseudonym, so that addresses that clash still do.
import-rules-of-file = As the file says
import-rules-why = A file that names no rules gets today's.
import-read = Check files
import-nothing = Choose a file or paste a response first.
import-getting = How to get the file
import-getting-script = This script writes one file with everything. It only reads, with the scope Directory.Read.All.
import-script = Download the script
import-copy = Copy { $request }
import-getting-answers = Or save the responses to these requests, page by page; each is recognized by its content:
import-getting-members =
    A response with members does not say which group they belong to: name its file after the group's id.
import-private = The file holds names and addresses. Keep it safe, and delete it when you no longer need it.
import-reading = Reading { $file }
import-building = Building the tenant
import-comparing = Processing everybody again on a copy
import-canceled = Canceled. The open tenant is unchanged.
import-failed = This cannot be imported
import-unchanged = The open tenant is unchanged.
import-done = { $name } is ready to open
import-done-why = Until you open it, the open tenant stays as it is.
import-open = Open this tenant
import-discard = Discard

## the report

report-read = What was read
report-notes = Changed during import
report-missing = Missing
report-left-out = Left out
report-changed = Changed
report-inconsistent = Inconsistent
report-as-is = Everything was imported exactly as it is in the files.
report-what = What
report-count = Count
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
report-differences = Where the simulator differs
report-differences-why =
    Everybody was processed again on a copy. A difference can mean that a cause was fixed but nobody reprocessed, that
    the files lack a fact, or that the simulator has a rule wrong.
report-agrees = { $number ->
    [one] The only assignment would come out the same.
   *[other] All { $number } assignments would come out the same.
}
report-differs = { $number ->
    [one] { $number } of { $all } assignments would come out differently.
   *[other] { $number } of { $all } assignments would come out differently.
}
report-kinds = Differences by kind
report-each = Each difference
report-first = The first { NUMBER($shown) } of { $all } are shown.
report-before = In the file
report-after = After processing
report-plans-differ = other plans off
report-gone = Not assigned
report-gone-why = The product is no longer assigned { $by }.

## a bundle

bundle = Download the tenant
bundle-why = As a bundle that can be imported here. It contains the names in this tenant.
bundle-log = With the audit log
bundle-save = Download as bundle
bundle-writing = Writing the bundle

## what was expected of a value

wanted-text = a text
wanted-flag = true or false
wanted-count = a whole number, 0 or more
wanted-guid = a GUID
wanted-moment = a date and time such as 2019-11-08T09:00:00Z
wanted-country = a two-letter country code
wanted-list = a list
wanted-object = an object
wanted-collection = a list, or a Graph response with one
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
counted-paths = checks of a user's groups until all groups are processed

## what is wrong with a file

fault-place = { $file }, line { NUMBER($line) }
fault-syntax = this is not JSON
fault-truncated = the file ends before its JSON does
fault-csv = this is a table (CSV), which does not hold what a tenant needs; save JSON instead: run the export script, or write Graph's answer with ConvertTo-Json -Depth 10
fault-not-utf8 = the text is neither UTF-8 nor UTF-16; save the file as UTF-8
fault-expected = expected { $wanted }, found { $found }
fault-null = null is not allowed here
fault-missing = { $name } is missing
fault-repeated-property = the property { $name } appears twice in one object
fault-repeated = { $what } appears twice
fault-repeated-first = { $what } appears twice, first in { $first }
fault-cycle = the group is a member of itself
fault-too-long = the text is longer than { NUMBER($most) } characters
fault-too-many = more than { NUMBER($most) } { $what }
fault-too-deep = lists and objects are nested more than { NUMBER($most) } deep
fault-too-large = this object is too large
fault-unrecognized =
    it is unclear what this list contains; expected a Graph response with its @odata.context, or a bundle
fault-not-imported = { $what } is not imported
fault-graph-error = this is an error from Graph: { $message }
fault-whose-members = it is unclear whose members these are; name the file after the id of their group
fault-newer = the bundle has version { NUMBER($version) }, which this program does not know yet
fault-empty = it is empty
fault-unreadable = the browser cannot read the file
fault-state = the simulator refused what was read: { $why }

## what is not in the tenant as it is in the files

note-next-page = The next page of this list was not given, so the rest of it is missing.
note-organization =
    The organization with its domains is not in the files. The domains were taken from the users' names; the country
    is assumed.
note-country = The organization has no country. The Netherlands is assumed for users without a usage location.
note-modern-licenses = This tenant is on Microsoft's newer licensing: the group's licenses are not in the files, and what users have through a group looks as if it were assigned directly. Group paths cannot be seen in this export.
note-states = The user has no licenseAssignmentStates in the files and starts without licenses.
note-members = The group carries licenses and has no members in the files.
note-nickname = The user has no usable mailNickname; it was taken from the userPrincipalName.
note-display-name = The object has no display name; it is numbered.
note-updated = The assignment has no lastUpdatedDateTime; it is treated as old.
note-unknown-product = The catalog does not know this product, and a tenant can have 128 such products here.
note-unknown-plan = Neither the catalog nor a product in the files has this service plan, which is disabled somewhere.
note-no-room-for-plan = The catalog does not know this service plan, and a tenant can have 128 such plans here.
note-not-subscribed = The product is not among the subscribedSkus, so licenses of it were left out.
note-other-member = Members that are neither users nor groups are never licensed.
note-unknown-member = The member is not among the users and groups of the files.
note-members-of-unknown = There are members of a group that is not in the files.
note-direct-error = A direct license in error is not simulated: a direct license is assigned or refused.
note-other-address = Addresses other than SMTP are not simulated.
note-invalid-address = This is not a valid address.
note-too-many-addresses = An object can have 200 addresses here; the others were left out.
note-group-addresses = Groups have no addresses here, so a conflict with an address of this group is not shown.
note-too-many-groups = A user can be in 4,096 groups here; the others were left out.
note-deleted-template = A deleted group carries no licenses.
note-long-event = The event is too long to be kept.
note-dynamic-group = The membership rule of this group cannot be processed here. The group keeps its current members.
note-mail-enabled-security = Mail-enabled security groups are simulated as security groups.
note-group-of-states =
    A license comes from a group that is not in the files. It is kept as a license of a deleted group.
note-state = The state and the error of the assignment do not match; the state counts.
note-disabled-state =
    Whether an assignment is Disabled follows from the units of its product, and they say something else.
note-unknown-error = The error of the assignment is not known here; it is treated as Other.
note-direct-with-error = A direct license with an error is not simulated; it is treated as Active.
note-before-start = This time is before the simulated clock starts, on 8 November 2019; that start is used instead.
note-after-end = This time is beyond the end of the simulated clock; that end is used instead.
note-unverified-domain = The domain of the userPrincipalName is not one of the verified domains.
note-own-product = The catalog does not know this product. It is in the tenant with the service plans that the files list.
note-own-plan = The catalog does not know this service plan. It is in the products for which the files list it.
note-plan-taken-out = The tenant's product lacks service plans that the catalog's product has; the tenant's list counts.
note-plan-not-in-file =
    In 2019 the product had service plans that the tenant's product lacks now; under the rules of 2019 they count.
note-plan-added = The tenant's product has service plans that the catalog's product lacks; the tenant's list counts.
note-consumed = The consumed units in the file (first) differ from what its users hold (second).
note-assigned-licenses = The user's assignedLicenses do not match the licenseAssignmentStates.
