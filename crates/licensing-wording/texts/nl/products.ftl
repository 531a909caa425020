### Producten, plaatsen en eenheden.

part-number = Artikelnummer
assigned = Toegewezen
available = Beschikbaar
licensed-groups = Gelicentieerde groepen
buy-product = Product kopen…
buy-title = Product kopen
buy = Kopen
product-filter = Producten filteren
not-offered = niet verkrijgbaar
more-products = Meer producten
loading = Laden…
loading-failed = Dit kon niet worden geladen.
retry = Opnieuw proberen
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
