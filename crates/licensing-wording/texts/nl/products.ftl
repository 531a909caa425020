### Producten, plaatsen en eenheden.

products-lead = Eén plaats per gebruiker en product, hoeveel paden er ook naartoe leiden.
products-table = Tabel met producten
part-number = Onderdeelnummer
assigned = Toegewezen
available = Beschikbaar
licensed-users = Gelicentieerde gebruikers
licensed-groups = Gelicentieerde groepen
plans-of-today = plannen van nu
plans-of-today-why = De plannen van 2019 zijn voor dit product niet bekend.
buy-product = Product kopen…
buy-title = Product kopen
buy = Kopen
product-filter = Producten filteren
product-filter-example = Naam of onderdeelnummer
not-offered = niet verkrijgbaar
more-products = Meer producten
loading = Laden…
loading-failed = Het laden is mislukt.
retry = Opnieuw proberen
units-lead = Minder eenheden dan er zijn toegewezen, neemt niets af.
enabled-help = Plaatsen van actieve abonnementen.
warning-help = Verlopen, in de respijtperiode, nog bruikbaar.
suspended-help = Opgezegd; kan opnieuw worden geactiveerd.
locked-out-help = Geblokkeerd na opzegging door de klant.
change-units = Eenheden van { $name }…
units-of = Eenheden van { $name }
seats-used = { $number ->
    [one] { $number } plaats is in gebruik.
   *[other] { $number } plaatsen zijn in gebruik.
}
seats-too-few = { NUMBER($number) } te weinig
none-free = Geen vrij
seats-available = { NUMBER($number) } vrij
seats-assigned = { $all ->
    [one] { NUMBER($assigned) } van { $all } plaats toegewezen
   *[other] { NUMBER($assigned) } van { $all } plaatsen toegewezen
}
add-plan = Plan toevoegen…
add-plan-title = Serviceplan toevoegen
add-plan-lead =
    Zoals wanneer Microsoft een plan aan een product toevoegt: het staat meteen aan op elk pad dat het niet uitzet,
    zonder run.
add-plan-now = Plan toevoegen
