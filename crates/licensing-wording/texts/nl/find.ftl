### Alles vinden, en de toetsen.

find-hint = Een naam, een product, een scherm, een actie of een mailadres
find-none = Niets heeft deze naam of dit adres.
find-count = { $number ->
    [one] { $number } gevonden
   *[other] { $number } gevonden
}
find-screen = Scherm
find-action = Actie
find-contact = Contactpersoon
find-run-or-pause = Uitvoeren of pauzeren
holds-the-address = heeft { $address }
members-counted = { $number ->
    [one] { $number } lid
   *[other] { $number } leden
}
keys = Sneltoetsen
keys-lead = Toetsen van één letter doen niets zolang u in een veld typt.
keys-off = Toetsen van één letter staan uit in de instellingen.
keys-find = Alles vinden
keys-undo = Ongedaan maken
keys-redo = Opnieuw
keys-step = Eén stap van de achtergrond
keys-run = Uitvoeren of pauzeren
keys-back = Eén actie terug in de geschiedenis
keys-forward = Eén actie vooruit in de geschiedenis
keys-go = Naar een scherm: { $screens }
keys-why = Waarom, in een rij van een tabel
keys-list = Deze lijst
keys-close = Het bovenste sluiten
keys-region = Volgende deel van de pagina
keys-send = Verzenden, in de Graph-console
