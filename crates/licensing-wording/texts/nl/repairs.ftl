### De kleinste oplossingen van een fout.

repairs = Oplossingen
repairs-ways = { $number ->
    [one] Eén manier om het op te lossen
   *[other] { $number } manieren om het op te lossen
}
repairs-none = Geen oplossing gevonden. Geprobeerd zijn: { $kinds }.
repairs-looking = Manieren zoeken om het op te lossen…
repairs-tried = Elke manier is op een kopie geprobeerd: zij lost de fout op, en geen deel ervan kan worden weggelaten.
repairs-more = { $number ->
    [one] Nog { $number } manier
   *[other] Nog { $number } manieren
}
repairs-by-itself = Er hoeft niets meer te worden gewijzigd: kies Alles verwerken, dan lossen de stappen in de wachtrij het op.
level-cures = Niemand verliest iets
level-side-effects = Met bijwerkingen
level-needs-choice = Vraagt uw keuze
repair-steps = { $number ->
    [one] { $number } wijziging
   *[other] { $number } wijzigingen
}
repair-gains-plans = { $number ->
    [one] { $user } krijgt { $number } plan.
   *[other] { $user } krijgt { $number } plannen.
}
repair-loses-plans = { $number ->
    [one] { $user } verliest { $number } plan.
   *[other] { $user } verliest { $number } plannen.
}
repair-turns-off = Schakelt { $plans } in { $product } uit.
repair-turns-on = Schakelt { $plans } in { $product } in.
repair-buys = { $number ->
    [one] Koopt { $number } plaats.
   *[other] Koopt { $number } plaatsen.
}
repair-gap = Geen postvak gedurende { $steps }.
repair-reprocesses = { $name } wordt opnieuw verwerkt.
repair-keeps-mail = E-mail zonder onderbreking.
repair-gives-up = De licentie zelf wordt opgegeven: die wordt niet via dit pad toegewezen.
repair-others-lose = { $number ->
    [one] { $number } gebruiker verliest een plan of een product.
   *[other] { $number } gebruikers verliezen een plan of een product.
}
repair-others-fail = { $number ->
    [one] { $number } gebruiker krijgt een nieuwe fout.
   *[other] { $number } gebruikers krijgen een nieuwe fout.
}
repair-others-heal = { $number ->
    [one] { $number } gebruiker is niet meer in foutstatus.
   *[other] { $number } gebruikers zijn niet meer in foutstatus.
}
repair-addresses = { $number ->
    [one] De adressen van { $number } gebruiker veranderen.
   *[other] De adressen van { $number } gebruikers veranderen.
}
kind-reprocess = opnieuw verwerken
kind-buy = plaatsen kopen
kind-remove-direct = een directe licentie verwijderen
kind-swap = een directe licentie omwisselen
kind-leave = een groep verlaten
kind-join = terugkeren in de groep
kind-turn-off = plannen uitschakelen
kind-add-prerequisite = een vereiste toevoegen
kind-locate = een andere gebruikslocatie
kind-address = andere adressen
keep-first = Eerst behouden
keep-mail = E-mail
keep-seats = Licenties
keep-money = Geld
keep-commands = Weinig wijzigingen
preview-repair = Vooruitblik: { $what }
apply-repair = Toepassen: { $what }
mend-errors = { $number ->
    [one] { $number } fout oplossen…
   *[other] { $number } fouten oplossen…
}
mending = Fouten oplossen
mending-free = Alles oplossen wat niets kost
mending-cures = { $all ->
    [one] { NUMBER($cured) } van { $all } fout opgelost
   *[other] { NUMBER($cured) } van { $all } fouten opgelost
}
mending-none = Er zijn geen wijzigingen gevonden die deze fouten oplossen. Geprobeerd zijn: { $kinds }.
mending-looking = { $number ->
    [one] Zoeken naar wat { $number } fout oplost…
   *[other] Zoeken naar wat { $number } fouten oplost…
}
mending-found = Elk voorstel is op een kopie geprobeerd, en geen deel ervan kan worden weggelaten.
mending-found-first = Elk voorstel is op een kopie geprobeerd voor de eerste { NUMBER($looked) } van { NUMBER($all) } fouten, en geen deel ervan kan worden weggelaten.
