# Where something is done in Microsoft's portals. Names of pages and buttons are Microsoft's.
portal-assign-2019 = Azure portal: Azure Active Directory > Licenses > All products > the product > Assign; or the group > Licenses > Assignments
portal-assign-today = Microsoft 365 admin center: Billing > Licenses > the product > Groups > Assign licenses, 20 groups at once
portal-errors-2019 = Azure portal: Azure Active Directory > Licenses > Overview; or the group > Licenses
portal-errors-today = Microsoft 365 admin center: Billing > Licenses > the product > Groups > the group > Actions needed
portal-reprocess-2019 = Azure portal: the user or the group > Licenses > Reprocess
portal-reprocess-today = Microsoft 365 admin center: Billing > Licenses > the product > Groups > the group > Actions needed > Reprocess, 20 users at once
portal-who-2019 = Global, User and License Administrator, and Groups Administrator for groups
portal-who-today = Global, User and License Administrator, and since August 2025 Groups Administrator for groups
differs-assign-place = Where licenses are assigned to groups
differs-errors-place = Where errors of a group are shown
differs-reprocess-place = Where users are reprocessed
differs-who = Who may assign licenses
