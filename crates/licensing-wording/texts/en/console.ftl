### What the Graph console says of requests, answers and what was done. Names of Graph and of the simulator's methods stay
### as they are.

## requests to begin with

ready-groups-in-error = Groups with members in error
ready-members-in-error = Members in error of { $group }
ready-states = The states of { $user }
ready-failures = The last failures of the audit log
ready-products = Products and their seats
ready-users = The first ten users
ready-users-elsewhere = Users outside the Netherlands
ready-licenses = What { $user } holds
ready-groups = Groups with their licenses
ready-members = Members of { $group }
ready-tenant = The tenant
ready-domains = The domains
ready-reprocess = Reprocess { $user }
ready-give = Give { $group } { $product }
ready-take = Remove { $product } from { $group }
ready-join = Add { $user } to { $group }
ready-leave = Remove { $user } from { $group }
ready-restore = Restore { $user }
ready-new-user = Create a user
ready-new-group = Create a group
ready-batch = Two requests in one

## where answers differ from Graph's on purpose

deviation-sign-in = Nobody signs in
deviation-sign-in-why = There are no permissions and no throttling; a token is ignored.
deviation-background = The background waits for you
deviation-background-why =
    The change is accepted, but users are processed only when you take a step. Microsoft processes them by itself,
    within minutes or hours.
deviation-time = Time is simulated
deviation-time-why =
    The clock starts on 8 November 2019 at 09:00 UTC; each command and each step takes a second. The ids of requests
    are computed from the request.
deviation-reprocess = reprocessLicenseAssignment answers 200
deviation-reprocess-why =
    It puts the user in the queue. The real one may answer 400 with the first error in the way, as users report; here
    you see that error after the run.
deviation-addresses = proxyAddresses cannot be written
deviation-addresses-why =
    As in Graph. lab.setAddresses() stands in for Exchange and directory synchronization, and may give two objects the same address, which is how the real conflicts come about.
deviation-password = New users need no password
deviation-password-why =
    Nor do they need a mailNickname or accountEnabled. A password that is given is not kept.
deviation-domain = A domain is verified at once
deviation-domain-why =
    A new domain counts from when it is added. In Graph it does once it is verified, by a record in its DNS.
deviation-location = usageLocation cannot be null
deviation-location-why = As Graph's reference says. A location is changed, and in the simulator's own dialog cleared.
deviation-applies-to = subscribedSku.appliesTo is User
deviation-applies-to-why = For every product: the public lists do not say which few are sold to a company as a whole.
deviation-service = assignedPlans.service is null
deviation-service-why = The public lists do not say to which service a plan belongs.
deviation-filter = $filter ignores case
deviation-filter-why = In the audit log too. A GUID may also be in quotes.
deviation-expand = $expand links to the rest
deviation-expand-why = It shows 20 objects, as Graph does, and adds a link to the others if there are more.
deviation-batch = Requests in a $batch are answered in order
deviation-batch-why = In the order given, unless dependsOn asks for another. Graph may answer in any order.
deviation-not-simulated = What is not simulated is refused by name
deviation-not-simulated-why =
    501 for a resource or an action that Graph has, 400 for a query option or a property. It is never answered wrongly.

## what was done

no-request = No Graph request: { $why }
no-request-but = No Graph request: { $why } In the simulator: { $call }
steps-of-background = { $number ->
    [one] { $number } step of the background (no Graph request; lab.step())
   *[other] { $number } steps of the background (no Graph request; lab.step() each)
}
not-in-graph-units = seats are bought in the admin center.
not-in-graph-plan = Microsoft adds plans to products.
not-in-graph-addresses = Exchange or directory synchronization sets addresses.
not-in-graph-contact = contacts are kept in Exchange.
not-in-graph-reprocess = this is a button in the 2019 portal.
not-in-graph-rules = the rule set exists only in the simulator.
not-in-graph-row =
    Microsoft decides which plans exclude or require each other; this switch exists only in the simulator.
not-in-graph-country = a tenant's country is chosen when it is created, here with new Lab().
not-in-graph-workers = workers exist only in the simulator; choose them with new Lab().
not-in-graph-days = the clock is simulated.
not-in-graph-property = only Microsoft writes this property.
not-in-graph-list = distribution lists are made in Exchange.
not-in-graph-location = Graph can set a usage location, not clear it.
id-in-simulator = id in the simulator: { $id }
file-in-words = What was done in Licensing Lab.
file-of-requests = What was done in Licensing Lab, as Microsoft Graph requests.
file-of-requests-ids =
    The ids are those of the simulated tenant. Sent with a token, these requests change the real tenant the token
    belongs to.
file-of-powershell = What was done in Licensing Lab, as Microsoft Graph PowerShell.
file-modules = It needs the modules { $modules }.
file-empty-lists =
    Their version 2.26.1 leaves empty lists out of the requests of Set-MgUserLicense, which Graph then refuses.
file-changes =
    Running this changes the tenant that you sign in to. Domains, and ids that stand here in full, are those of the simulated tenant.
file-password = First password of the users that are created

## what became of a change that was accepted

became-pending = Not processed yet
became-running = Being processed
became-nobody = Later: nobody to process
became-done = Later: { NUMBER($number) } succeeded
became-failed = Later: { NUMBER($succeeded) } succeeded, { NUMBER($failed) } failed
became-succeeded = Later: succeeded
became-same = Later: no change
became-error = Later: failed, “{ $heading }”
