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
ready-reprocess = Process { $user } again
ready-give = Give { $group } { $product }
ready-take = Take { $product } off { $group }
ready-join = Add { $user } to { $group }
ready-leave = Remove { $user } from { $group }
ready-restore = Bring { $user } back
ready-new-user = Create a user
ready-new-group = Create a group
ready-batch = Two requests in one

## where answers differ from Graph's on purpose

deviation-sign-in = Nobody signs in
deviation-sign-in-why = There are no permissions and no throttling; a token that is sent is not looked at.
deviation-background = The background waits for you
deviation-background-why =
    The change is accepted, and nothing happens to users before the next step of the background. Graph works on it by itself, within minutes or hours.
deviation-time = Time is simulated
deviation-time-why =
    The clock begins on 8 November 2019 at 09:00 UTC; a command and a step each take a second. Ids of requests follow from what was asked.
deviation-reprocess = reprocessLicenseAssignment answers 200
deviation-reprocess-why =
    It queues the user's run. The real one may answer 400 with the first error that blocks, as field reports say; here that error is seen after the run.
deviation-addresses = proxyAddresses cannot be written
deviation-addresses-why =
    As in Graph. lab.setAddresses() stands in for Exchange and directory synchronization, and may give two objects the same address, which is how the real conflicts come about.
deviation-password = New users need no password
deviation-password-why =
    Neither a mailNickname nor accountEnabled. What is given of a password is not kept.
deviation-nickname = A new group's mailNickname is not kept
deviation-nickname-why = It is asked for, as in Graph, and so may be a description; neither is kept.
deviation-location = usageLocation cannot be null
deviation-location-why = As Graph's reference says. A location is changed, and in the simulator's own dialog cleared.
deviation-applies-to = subscribedSku.appliesTo is User
deviation-applies-to-why =
    For every product: the public lists do not tell the few that are sold to a company as a whole.
deviation-service = assignedPlans.service is null
deviation-service-why = The public lists do not say to which service a plan belongs.
deviation-filter = Texts of $filter are compared whatever their case
deviation-filter-why = In the audit log too; and a GUID may stand in quotes.
deviation-expand = $expand links to the rest
deviation-expand-why = It shows 20 objects, as Graph does, and adds a link to the others where there are more.
deviation-batch = Requests of a $batch are answered one after the other
deviation-batch-why = In their own order where dependsOn does not ask for another. Graph may answer them in any.
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
not-in-graph-contact = contacts are made in Exchange.
not-in-graph-reprocess = it is a button of the portal of 2019.
not-in-graph-rules = the rule set is the simulator's own.
not-in-graph-row = what excludes and needs what is Microsoft's to say; the switch is the simulator's own.
not-in-graph-country = the country of a tenant is chosen when it is made, here with new Lab().
not-in-graph-workers = the workers are the simulator's own, chosen with new Lab().
not-in-graph-days = the clock is simulated.
not-in-graph-list = distribution lists are made in Exchange.
not-in-graph-location = it sets a usage location and does not clear it.
id-in-simulator = id in the simulator: { $id }
file-in-words = What was done in Licensing Lab.
file-of-requests = What was done in Licensing Lab, as Microsoft Graph requests.
file-of-requests-ids =
    The ids are those of the simulated tenant. With a token, these requests change the tenant that it is for.
file-of-powershell = What was done in Licensing Lab, as Microsoft Graph PowerShell.
file-modules = It needs the modules { $modules }.
file-empty-lists =
    Their version 2.26.1 leaves empty lists out of the requests of Set-MgUserLicense, which Graph then refuses.
file-changes =
    Running this changes the tenant that you sign in to. Domains, and ids that stand here in full, are those of the simulated tenant.
file-password = First password of the users that are created
