### Wat naar producten en hun plannen vraagt.

assign-title = Licentie toewijzen
assign-now = Toewijzen
nothing-to-assign = Alle producten van de tenant zijn al toegewezen. Koop eerst een ander product.
direct-hint = Meteen, of geweigerd met de reden.
group-hint = De leden volgen op de achtergrond.
plan-filter = Serviceplannen filteren
plan-filter-example = Exchange
no-plan-matches = Geen plan voldoet aan het filter.
all-on = Alles aan
all-off = Alles uit
remove-license = { $name } verwijderen
change-plans = Plannen van { $name }…
plans-of = Plannen van { $name }
