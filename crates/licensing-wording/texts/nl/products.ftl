### Producten, plaatsen en eenheden.

products-lead = Elke gebruiker neemt één plaats van een product in, hoeveel groepen het ook geven.
products-table = Tabel met producten
part-number = Artikelnummer
assigned = Toegewezen
available = Beschikbaar
licensed-groups = Gelicentieerde groepen
plans-of-today = plannen van nu
plans-of-today-why = De plannen van 2019 zijn voor dit product niet bekend.
buy-product = Product kopen…
buy-title = Product kopen
buy = Kopen
product-filter = Producten filteren
product-filter-example = Naam of artikelnummer
not-offered = niet verkrijgbaar
more-products = Meer producten
loading = Laden…
loading-failed = Dit kon niet worden geladen.
retry = Opnieuw proberen
units-lead = Ook met minder eenheden dan er zijn toegewezen, verliest niemand een licentie.
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
    Zoals wanneer Microsoft een plan aan een product toevoegt: het staat meteen aan overal waar het product is
    toegewezen, zonder run.
add-plan-now = Plan toevoegen
