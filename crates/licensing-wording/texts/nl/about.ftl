### Wat dit is, waar het op rust, en hoe te melden dat het niet klopt.

about-lead =
    Licensing Lab simuleert licenties op groepen in Microsoft Entra ID. Het laat zien wat er met licenties gebeurt
    voordat het echte gebruikers treft.
about-no-product = Geen product van Microsoft
about-not-affiliated =
    Dit is een simulatie. Die is niet door Microsoft gemaakt, goedgekeurd of ondersteund en staat op geen enkele manier in
    verbinding met de diensten van Microsoft. Microsoft, Microsoft 365, Office 365, Entra, Exchange, SharePoint en Teams
    zijn handelsmerken van de Microsoft-groep; ze worden hier genoemd om te zeggen wat er wordt gesimuleerd.
about-private = Niets verlaat de browser
about-nothing-leaves =
    De pagina doet al het werk in uw browser. Ze laadt alleen haar eigen bestanden, van de site waar ze vandaan komt:
    geen account, geen cookies, geen meting van bezoekers. Het beveiligingsbeleid van de pagina laat de browser al het
    andere weigeren.
about-data = Waar de gegevens staan
about-tenant-kept =
    Uw tenant staat alleen in deze browser. Die gaat pas ergens anders heen als u hem als bestand opslaat of een link
    deelt.
about-choices-kept =
    Taal, thema, snelheid en de keuze van sneltoetsen staan in de lokale opslag van deze browser, onder namen die
    beginnen met licensing-lab. Om ook zonder netwerk te openen, bewaart de browser ook de pagina zelf; bij de instellingen
    kunt u die verwijderen. De gegevens van de site wissen verwijdert alles.
about-dates = Datums en cijfers
about-catalog-list = Microsofts lijst van producten
about-catalog-revision = Revisie van de catalogus
about-catalog-holds = De catalogus bevat
about-catalog-figures = { $products }, { $plans }, { $pairs }, { $prerequisites }, { $locations }
about-rules-hold = De regels
about-clock-starts = De gesimuleerde klok begint op
about-sources = Bronnen van de regels
about-sources-lead =
    Elke regel, elk paar, elke vereiste en elke locatie noemt de eigen bron. De regels rusten op deze pagina's:
about-catalog-sources = Bronnen van de catalogus
about-source-reference =
    Microsoft: het overzicht van producten en plannen in de Entra-documentatie, uitgaven van 2020, 2021, 2025 en 2026.
    Alleen id's, namen en aantallen zijn overgenomen. Microsoft zegt van zijn tabellen van conflicten dat ze de meest
    voorkomende noemen en niet worden bijgehouden.
about-source-articles =
    Microsoft: het artikel over problemen met licenties op groepen, uitgaven van 2019, 2022 en 2025, en de Teams-pagina's
    per land van 2022 en 2023.
about-source-sku2name =
    sku2name op fdecfe1, door Olav Helland, MIT-licentie: voegt Microsofts CSV-bestand en de pagina op id samen; de basis
    van de lijst van producten.
about-source-licensing-db =
    Azure-AD-Licensing-DB van 2019-12-12, door Julian Pawlowski, MIT-licentie: de plannen van 2019 en enkele vereisten.
about-source-cipp = CIPP-API: de kopie van Microsofts CSV-bestand, alleen ter vergelijking.
about-weakest =
    Het minst zeker zijn de locaties: Microsofts lijst van beperkte diensten per land was niet te lezen, dus de vijf
    landen waar niets een licentie krijgt, komen uit code van anderen die ernaar verwijst.
about-not-simulated = Wat niet wordt gesimuleerd
about-no-sign-in = Aanmelden, rollen en rechten: wie de pagina opent, mag alles.
about-no-services =
    De diensten zelf: postvakken, sites en bestanden. Alleen licenties en e-mailadressen worden berekend.
about-no-dynamic = Adreslijstsynchronisatie: adressen worden met de hand ingesteld.
about-no-duration =
    Hoe lang de echte verwerking op de achtergrond duurt. Hier verwerkt elke stap één gebruiker, en de klok loopt
    alleen als er iets gebeurt.
about-no-billing = Prijzen, facturen en contracten: plaatsen kopen kost hier niets.
about-report = Een onjuiste regel melden
about-report-lead =
    Doet de simulator iets wat het echte product niet doet, dan is dat een fout. Meld die bij het project dat deze pagina
    uitgeeft, en zeg:
about-report-what =
    Wat het product van Microsoft deed: de exacte melding of status, woord voor woord, zonder namen van echte
    mensen.
about-report-how =
    Wat er daarvoor is gedaan, stap voor stap; een bestand of link van de tenant, of het verslag in de Graph-console,
    laat dat het best zien.
about-report-when = Wanneer, en in wat voor tenant: regels en teksten verschillen per datum.
about-report-where = Waar het is gedocumenteerd, als dat zo is, met de datum van de pagina.
about-report-rule =
    Welke regel hier iets anders zegt: de id staat bij elk resultaat en elke weigering, en op het scherm Regels.
about-licenses = Licenties van de software
about-own-license =
    Licensing Lab is vrije software onder de MIT-licentie of de Apache License, versie 2.0, naar keuze. De teksten van
    beide staan bij de broncode.
about-third-party = Vermeldingen van anderen van wie werk in deze pagina is opgenomen
about-checked = Hoe dit wordt gecontroleerd
about-checked-lead =
    Elke regel heeft tests, en tests gebruiken de pagina in drie browsers. Twee rapporten zeggen meer, in het Engels.
about-accessibility = Rapport over toegankelijkheid (WCAG 2.2, niveaus A en AA)
about-trust = Wat willekeurig is geprobeerd om fouten te vinden, en hoe vaak
about-data-license =
    De namen en id's van producten en plannen zijn van Microsoft. sku2name en Azure-AD-Licensing-DB vallen onder de
    MIT-licentie.
