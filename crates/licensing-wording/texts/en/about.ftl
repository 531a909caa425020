### What this is, what it rests on, and how to report that it is wrong.

about-lead =
    Licensing Lab simulates group-based licensing in Microsoft Entra ID. It shows what would happen to licenses before
    it happens to real users.
about-no-product = Not a Microsoft product
about-not-affiliated =
    This is a simulation. It is not made, endorsed or supported by Microsoft, and it is in no way connected to Microsoft's
    services. Microsoft, Microsoft 365, Office 365, Entra, Exchange, SharePoint and Teams are trademarks of the
    Microsoft group of companies; they are named here to say what is simulated.
about-private = Nothing leaves the browser
about-nothing-leaves =
    The page does all its work in your browser. It loads only its own files, from the site it came from: no account,
    no cookies, no tracking. Its security policy makes the browser refuse anything else.
about-data = Where the data is kept
about-tenant-kept =
    Your tenant is stored in this browser only. It goes elsewhere only when you save it as a file or share a link.
about-choices-kept =
    Language, theme, speed and the choice of shortcuts are kept in this browser's local storage, under names that
    begin with licensing-lab. So that it opens without a network, the browser keeps the page as well; the settings remove
    it. Clearing the site's data removes everything.
about-dates = Dates and figures
about-catalog-list = Microsoft's list of products
about-catalog-revision = Revision of the catalog
about-catalog-holds = The catalog contains
about-catalog-figures = { $products }, { $plans }, { $pairs }, { $prerequisites }, { $locations }
about-rules-hold = The rules
about-clock-starts = The simulated clock starts
about-sources = Sources of the rules
about-sources-lead = Each rule, pair, prerequisite and location names its own source. The rules rest on these pages:
about-catalog-sources = Sources of the catalog
about-source-reference =
    Microsoft: the product and plan reference of the Entra documentation, editions of 2020, 2021, 2025 and 2026. Only
    ids, names and numbers were taken over. Microsoft says of its tables of conflicts that they are the most common ones
    and are not kept up to date.
about-source-articles =
    Microsoft: the article on resolving problems of group-based licensing, editions of 2019, 2022 and 2025, and the Teams
    pages by country of 2022 and 2023.
about-source-sku2name =
    sku2name at fdecfe1, by Olav Helland, MIT license: joins Microsoft's CSV file and its page by id; the base of the
    list of products.
about-source-licensing-db =
    Azure-AD-Licensing-DB of 2019-12-12, by Julian Pawlowski, MIT license: the plans of 2019 and some prerequisites.
about-source-cipp = CIPP-API: its copy of Microsoft's CSV file, for comparison only.
about-weakest =
    The locations are the least certain: Microsoft's list of restricted services by country could not be read, so the
    five countries where nothing is licensed come from third-party code that cites it.
about-not-simulated = What is not simulated
about-no-sign-in = Sign-in, roles and permissions: whoever opens the page may do everything.
about-no-services = The services themselves: mailboxes, sites and files. Only licenses and mail addresses are computed.
about-no-dynamic = Directory synchronization: addresses are set by hand.
about-no-duration =
    How long real background processing takes. Here each step processes one user, and the clock moves only when
    something is done.
about-no-billing = Prices, invoices and contracts: buying seats costs nothing here.
about-report = Report a wrong rule
about-report-lead =
    If the simulator does something that the real product does not, that is a bug. Report it to the project that
    publishes this page, and say:
about-report-what =
    What Microsoft's product did: the exact message or state, word for word, without names of real people.
about-report-how =
    What was done before, step by step; a file or link of the tenant, or the transcript of the Graph console, shows it
    best.
about-report-when = When, and in what kind of tenant: rules and texts differ by date.
about-report-where = Where it is documented, if it is, with the date of the page.
about-report-rule =
    Which rule here says otherwise: its id stands beside every outcome and refusal, and on the Rules screen.
about-licenses = Licenses
about-own-license =
    Licensing Lab is free software under the MIT license or the Apache License, version 2.0, as you choose. The texts of
    both are in the source code.
about-third-party = Notices of others whose work is part of this page
about-checked = How it is checked
about-checked-lead =
    Every rule has its tests, and the page is used by tests in three browsers. Two reports say more, in English.
about-accessibility = Accessibility conformance report (WCAG 2.2, levels A and AA)
about-trust = What was tried at random to find faults, and how often
about-data-license =
    The names and ids of products and plans are Microsoft's. sku2name and Azure-AD-Licensing-DB are under the MIT
    license.
