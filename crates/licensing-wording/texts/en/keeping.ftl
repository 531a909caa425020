### What is kept: the tenant in this browser, as a file, as a link; its history.

sample-five-errors-about = 28 users in seven groups, with five kinds of errors and four steps waiting.
new-tenant = Empty tenant
new-tenant-about = It is empty. Start by buying a product.

## The tenants of this browser

tenants = My tenants
tenants-lead = They are stored in this browser and nowhere else. A tenant is stored as soon as you change it.
tenant-name = Name of the tenant
tenant-open = open
tenant-about = { $users ->
    [one] { $users } user · saved { $when }
   *[other] { $users } users · saved { $when }
}
tenant-beside = { NUMBER($kilobytes) } KB in the browser's database
no-tenants = Nothing is stored yet.
open = Open
duplicate = Duplicate
delete = Delete
erase = Remove for good
deleted-tenants = Deleted
deleted-tenants-lead = They can be brought back until you remove them for good.
copy-of = Copy of { $name }
other-version-of = { $name } (other version)
storage-help = What this browser keeps, and when it does not
storage-help-where =
    Everything is in the storage of this browser, for this address. Deleting the browser's data deletes it, and a private
    window forgets it when it is closed.
storage-help-killed =
    Each change is written when you make it. What is shown as saved survives when a tab or the whole browser crashes; if the
    computer fails, the last seconds can be lost.
storage-help-large =
    A tenant that is too large for that is in a database of this browser, for the same address. It moves there and back by
    itself, and the list says how much of it is there.
storage-ask = Ask this browser to keep it
storage-promised = This browser keeps it, even when the disk is nearly full.
storage-not-promised = This browser makes no promise: when the disk is nearly full, it may remove what is stored.
storage-help-file = What must not be lost is best saved as a file as well.


## What is told above the screen

visit = You are looking at a copy that is not saved.
visit-of = You are looking at “{ $name }”, a copy that is not saved.
visit-why = Change what you like: it stays in this tab until you close it, and your own tenant is untouched.
keep-a-copy = Keep a copy
open-own-beside = Own tenant in a new tab
back-to-the-case = Back to the case
open-by-itself = Open by itself
start-again = Start again
discard = Discard
not-saved = What you do is not saved.
not-saved-full = The storage of this browser is full. Remove a deleted tenant for good, or save this one as a file.
not-saved-denied = This browser does not let the page store anything, as in a private window. Save the tenant as a file.
not-saved-corrupt = The storage of this browser gives back something other than what was written. Save the tenant as a file.
not-saved-failed = The storage of this browser is not working. Save the tenant as a file, or try again.
not-saved-replaced =
    Another release of this page is open in this browser. Save the tenant as a file, then reload the page.
not-saved-large =
    This tenant is too large for the page to open again, usually because of its audit log. Download it as a bundle, without the audit log, and import that.
no-file = No file was saved.
try-again = Try again
apart = This tenant was also changed in another tab.
apart-why = Both versions are kept.
show-the-other = Show the other version
go-on-with-this = Continue with this one
versions = This tenant was changed in two tabs at once.
versions-why = You see the version that was worked on last. The other one is kept as well.
keep-as-own = Keep the other as a tenant of its own
not-now = Not now
unreadable = Part of this tenant's stored data cannot be read.
unreadable-why = You see what can be read. The rest stays where it is.
save-unreadable = Download what cannot be read
remove-unreadable = Remove it
not-copied-tenant = The copy could not be stored.
beside = This tenant is large: it is kept in the browser's database.
release = A new release of Licensing Lab is ready.
release-why = What you did is kept. Reload the page to go on with the new release.
other-release = Another release of this page was opened in this browser.
other-release-why = What you did so far is saved; what you do here from now on is not. Reload the page to go on.
reload = Reload
newer = A newer release of this page has worked on this tenant.
newer-why = You see a copy that is not saved. Reload the page to get the newer release.
skipped = { $number ->
    [one] { $number } action is refused by the rules of this release.
   *[other] { $number } actions are refused by the rules of this release.
}
skipped-why = So the tenant may differ from what it was then.
left-behind = The tenant that was open before is not stored.
left-behind-why = It stays here as long as this page is open.
restarted = The page had stopped and was started again.
restarted-why = You see the tenant as it was last saved.
save-stored = Save the stored data as a file
go-back = Go back to it

## What did not open

stopped = Licensing Lab has stopped twice in a row.
link-stopped = Licensing Lab has stopped while it opened this link.
link-stopped-why = So it has not opened it again. You can go on without it: what is stored in this browser is as it was.
without-link = Go on without the link
link-again = Open the link again
stopped-why = So it has opened nothing. What is stored in this browser is as it was. Under “My tenants” you can open another tenant, save the one that does not open as a file, or put it aside by deleting it; it can be restored there.
not-opened-link = This link
not-opened-file = This file
not-opened-tenant = This tenant
not-opened-truncated = { $what } is cut off
not-opened-truncated-link-why = Its end is missing. Copy the whole link again, or ask for a file: chat programs cut long links.
not-opened-truncated-file-why = Its end is missing. Download it again: a download can stop half way.
not-opened-damaged = { $what } is damaged
not-opened-damaged-link-why = Something in it changed on the way. Copy it again from where it came from.
not-opened-damaged-file-why = Something in it changed on the way. Get it again from where it came from.
not-opened-newer = { $what } was made by a newer release
not-opened-newer-why = Reload the page to get the newest release, then open it again.
not-opened-catalog = { $what } names products that this release does not know
not-opened-large = { $what } is too large to be opened
not-opened-large-why = Ask for a smaller tenant, or for the tenant as a file.
not-opened-no-link = This link leads to no tenant
not-opened-no-link-why = Copy the whole link again from where it came from.
not-opened-no-file = There is no tenant in this file
not-opened-no-file-why = Choose a file that was saved here, or one in which a link stands.
not-opened-bundle = This is an exported tenant
not-opened-bundle-why =
    It is what Microsoft Graph says about a tenant, as the export script or “Download as bundle” writes it. Import it: the
    import reads it and reports what it found.
not-opened-text = This file contains something that cannot be understood
not-opened-text-why = Fix the line named below, then open the file again.
not-opened-contradiction = { $what } contradicts itself
not-opened-contradiction-why = Ask whoever made it to save it again.
not-opened-store = The storage of this browser cannot be read
not-opened-store-why = Try again, or open a file.
not-opened-unreadable = This tenant cannot be read
not-opened-unreadable-why = Nothing of it was removed. Download what stands there before you do anything else.
not-opened-untouched = Your own tenant is unchanged.
open-own-tenant = Open own tenant
open-example-tenant = Open the example

## A link that is pasted

paste-link-title = Open a link
paste-link = Link
paste-link-help = Paste it as it came, with what stands around it: line breaks and quotation marks do no harm.
paste-link-none = No link of Licensing Lab is in this text.

## Passing it on

share-what = What the link opens
share-now = The tenant as it is now
share-now-why = Current state only, no history
share-earlier = The tenant at an earlier moment
share-earlier-why = As it was then
share-story = The full history
share-story-why = Full history that others can replay
share-form = Format
share-link = Link
share-markdown = Markdown
qr-code = QR code
qr-too-long = The link is too long for a QR code.
share-embed = Embed code
share-opens = How it opens
share-in-language = Always in this language:
share-on-screen = On this screen:
share-locked = Without access to other tenants
share-locked-why = no empty tenant, samples or lessons in the frame
share-inside = What it contains
share-inside-tenant = Tenant
share-inside-story = History
share-inside-names = Names
share-cost = { $number ->
    [one] { $number } character
   *[other] { $number } characters
}
share-inside-queue = Queue
share-queue = What waits for the background
share-no-story = None; the audit log is left out, too
share-names = Names and addresses of users, groups and contacts, as you see them
share-labels = “User 1”, “Group 1” and so on instead; invented names of a sample stay
share-replace = Replace names with labels
share-replace-why = for links that leave your company
share-length = { NUMBER($number) } characters.
share-fits = Fits everywhere: Discord cuts at 2,000 characters, Slack and mail programs at about 4,000.
share-fits-slack = Too long for Discord (2,000 characters); Slack takes about 4,000.
share-fits-nowhere = Too long for Discord (2,000) and Slack (4,000). Better send the file.
share-too-long = This is too much for a link. Save it as a file instead.
share-private = Everything is in the link itself. No server sees it.
share-file-why = A file contains everything, the audit log included.

## History

told = What was just done
history = History
history-lead =
    Every action and every step. Go back to any of them; what you do there starts a new branch, and the old one is
    kept.
history-now = now
history-undone = undone
history-earlier = Earlier
history-later = Later
branches = Other branches
branches-lead = You went back and did something else. What you had done before is here.
branch = { $actions ->
    [one] Splits off at moment { NUMBER($moment) }, { $actions } action from there
   *[other] Splits off at moment { NUMBER($moment) }, { $actions } actions from there
}
take-branch = Continue there
branch-taken = You are on the other branch now; the previous one is kept.
