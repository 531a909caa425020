### Het overzicht, en het verhaal van het openingsvoorbeeld.

overview-title =
    Zie wat Microsoft Entra ID doet met een licentie op een groep, en waarom sommige gebruikers er geen krijgen
overview-lead =
    Een kleine tenant om mee te experimenteren. Wijzig wat u wilt, doorloop de verwerking op de achtergrond stap voor
    stap en maak het weer ongedaan. Niets is echt en niets verlaat deze browser.
overview-empty =
    Deze tenant is leeg. Koop een product, maak enkele gebruikers en een groep, geef de groep een licentie en bekijk
    stap voor stap wat er gebeurt.
empty-tenant = Lege tenant
attention = Groepen die uw aandacht nodig hebben
nobody-in-error = Niemand is in foutstatus.
nobody-in-error-why = Als een groepslicentie bij iemand mislukt, ziet u dat hier.
nobody-in-error-yet = Nog niemand is in foutstatus.
nobody-in-error-yet-why = Nog niet iedereen is verwerkt. Mislukt de licentie voor iemand, dan ziet u het hier.
errors-stay =
    Een fout blijft bij de gebruiker staan totdat een run hem wist. Neem eerst de oorzaak weg; opnieuw verwerken is
    alleen een nieuwe poging.
one-step = Eén stap zetten
step-means = Elke stap verwerkt één gebruiker.
groups-need-attention = { $number ->
    [one] { $number } groep heeft uw aandacht nodig
   *[other] { $number } groepen hebben uw aandacht nodig
}
share = { NUMBER($some) } van { NUMBER($all) }
show-groups-in-error = Groepen in foutstatus tonen
more-groups = { $number ->
    [one] Nog { $number } groep
   *[other] Nog { $number } groepen
}
more-products-counted = { $number ->
    [one] Nog { $number } product
   *[other] Nog { $number } producten
}
act-title = Geef een groep een licentie en zie waarom Noor die niet krijgt
act-title-together = Geef een groep een licentie en zie wat elk lid krijgt
act-title-done = Noor heeft nu de licentie die haar groep aan de leden geeft
act-lead = Dit is een simulator van groepslicenties in Microsoft Entra ID. Niets is echt en niets verlaat deze browser.
act-waiting = { $group } geeft { $product } aan vier leden. Kijk wat { $user } krijgt.
act-failed = { $user } krijgt { $product } niet, omdat { $reason }.
reason-exclusive = serviceplannen conflicteren
act-of-2019 = De regels van 2019 zeggen dat; die van vandaag laten beide toe.
act-mended = De oorzaak is weg. { $user } hoeft alleen nog opnieuw te worden verwerkt.
act-done = { $user } heeft { $product }. Dat was een van de vijf fouten.
act-together = Volgens de regels van vandaag krijgt { $user } { $product } naast de directe licentie. Zet de regels op 2019 om de fout te zien.
act-play = Voorbeeld afspelen
act-ways = Manieren om het op te lossen
act-ways-more = Kies er een, of kijk eerst bij Waarom? wat elk ervan doet.
act-next = De andere fouten bekijken
act-next-why = In een andere tenant; deze blijft bij “Mijn tenants” staan.
way-swap = de eigen { $from } van { $user } vervangen door een directe { $to }
way-less-direct = { $plans } uitzetten in de eigen { $product } van { $user }
way-less-group = { $plans } uitzetten in de { $product } van { $group }
way-no-direct = de eigen { $product } van { $user } verwijderen
sample-example = Het voorbeeld
