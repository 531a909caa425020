### Producten, plaatsen en eenheden.

assigned = Toegewezen
available = Beschikbaar
buy-product = Product kopen…
loading = Laden…
loading-failed = Dit kon niet worden geladen.
retry = Opnieuw proberen
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
