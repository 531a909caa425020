### Sample tenants, which are generated when they are opened.

sample-title = Open a sample
sample-lead = It takes the place of the tenant that is open now, and of its history.
sample-lead-kept = The tenant that is open now is kept: you find it under “My tenants”.
sample-example-about = Four users and one group: E1 meets E3, as in Microsoft's article of 2019.
sample-company = A company of { NUMBER($number) }
sample-company-about =
    Departments and projects with their groups, scarce seats, and errors of several kinds. Everybody has been
    processed.
sample-large-about = The same, only larger. It takes a few seconds to build.
sample-largest-about = To see how far it goes. It takes about half a minute to build.
sample-building = Building the tenant
sample-percent = { NUMBER($number) } percent
