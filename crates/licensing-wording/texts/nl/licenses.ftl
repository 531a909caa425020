### Wat naar producten en hun plannen vraagt.

assign-title = Licenties toewijzen
assign-now = Toewijzen
nothing-to-assign = Alle producten van de tenant zijn al toegewezen. Koop eerst een ander product.
direct-hint = Gaat meteen in.
group-hint = De leden krijgen de licentie op de achtergrond.
plan-filter = Serviceplannen filteren
plan-filter-example = Exchange
no-plan-matches = Geen plan voldoet aan het filter.
all-on = Alles aan
all-off = Alles uit
all-on-of = Alles aan: { $service }
all-off-of = Alles uit: { $service }
remove-license = { $name } verwijderen
change-plans = Plannen van { $name }…
plans-of = Plannen van { $name }
assign-to-users = { $number ->
    [one] Licenties toewijzen aan { $number } gebruiker
   *[other] Licenties toewijzen aan { $number } gebruikers
}
assign-to-groups = { $number ->
    [one] Licenties toewijzen aan { $number } groep
   *[other] Licenties toewijzen aan { $number } groepen
}
products-to-assign = Toe te wijzen producten
take-away-too = In dezelfde wijziging verwijderen
take-away-too-why = Een omwisseling: beide gebeuren in één stap, of geen van beide.
apply-change = Toepassen
remove-direct-license = Directe licentie verwijderen
remove-group-license = Verwijderen van de groep
all-on-shown = Aanzetten wat wordt getoond
all-off-shown = Uitzetten wat wordt getoond
no-offer =
    Niets gevonden. Probeer een deel van een naam, een artikelnummer zoals ENTERPRISEPACK, of een skuId.
