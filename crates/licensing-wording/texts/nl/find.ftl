### Alles vinden, en de toetsen.

find-hint = Naam, adres, plan, regel, fout, begrip, instelling of opdracht
find-none = Niets gevonden. Probeer een deel van een naam, een adres of een opdracht.
find-count = { $number ->
    [one] { $number } resultaat
   *[other] { $number } resultaten
}
find-screen = Scherm
find-action = Actie
find-contact = Contactpersoon
find-run-or-pause = Alles verwerken of pauzeren
holds-the-address = heeft { $address }
members-counted = { $number ->
    [one] { $number } lid
   *[other] { $number } leden
}
keys = Sneltoetsen
keys-lead = Sneltoetsen van één letter doen niets terwijl u in een veld typt.
keys-off = Sneltoetsen van één letter staan uit. U kunt ze aanzetten in de instellingen.
keys-find = Zoeken
keys-undo = Ongedaan maken
keys-redo = Opnieuw
keys-step = Eén stap zetten
keys-run = Alles verwerken of pauzeren
keys-back = Eén actie terug in de geschiedenis
keys-forward = Eén actie vooruit in de geschiedenis
keys-go = Naar een scherm: { $screens }
keys-why = ‘Waarom?’ vragen in een tabelrij
keys-list = Deze lijst tonen
keys-close = Het bovenste venster sluiten
keys-region = Naar het volgende deel van de pagina
keys-send = Verzenden, in de Graph-console
find-more = { $number ->
    [one] Nog { $number } resultaat. Typ meer om te verfijnen.
   *[other] Nog { $number } resultaten. Typ meer om te verfijnen.
}
