### De kaart: wie wat krijgt via wie.

map-lead =
    Wie welk product krijgt, en via welke groep. Wijs iets aan of gebruik de pijltoetsen om de paden ervan te
    markeren; klik op een lijn om het pad gemarkeerd te houden en te lezen waarom.
map-whole = Hele kaart
map-shown-as = Tonen als
map-table = Tabel
map-inherited = Overgenomen
map-key-waiting = Wacht
map-key-error = Fout
map-empty = Voeg een gebruiker, een groep en een product toe.
map-empty-why = De kaart laat zien wie welk product krijgt, en via welke groep.
map-by-group =
    Bij meer dan { NUMBER($most) } gebruikers, of als te veel lijnen elkaar zouden kruisen, toont de kaart groepen en
    telt de gebruikers ervan samen.
map-names = { $number ->
    [one] Kaart van gebruikers, groepen en producten, { $number } lijn in foutstatus. De tabel zegt hetzelfde.
   *[other] Kaart van gebruikers, groepen en producten, { $number } lijnen in foutstatus. De tabel zegt hetzelfde.
}
map-follow = Markeren en uitleggen: { $path }
map-search = Zoeken op de kaart
map-errors-only = Alleen fouten
map-more-people = Dikker: meer mensen
map-lines-shown = { $number ->
    [one] { $number } lijn getoond
   *[other] { $number } lijnen getoond
}
map-no-match = Niets op de kaart voldoet hieraan.
map-show-all = Alles tonen
map-facts = Wie welk product krijgt, en hoe
map-who = Wie
map-gets = Krijgt
map-nobody = Niemand
map-through = Via
map-license-of-group = licentie van de groep
map-nested = Groep in een groep: krijgt niets
map-nested-in = als lid van { $group }: een groep in een groep krijgt niets
map-more-users = { $number ->
    [one] Nog { $number } gebruiker
   *[other] Nog { $number } gebruikers
}
map-more-groups = { $number ->
    [one] Nog { $number } groep
   *[other] Nog { $number } groepen
}
map-more-products = { $number ->
    [one] Nog { $number } product
   *[other] Nog { $number } producten
}
map-direct-users = { $number ->
    [one] { $number } met directe licentie
   *[other] { $number } met directe licentie
}
map-users-with-nothing = { $number ->
    [one] { $number } zonder iets
   *[other] { $number } zonder iets
}
map-other-members = Overige leden
map-other-members-in-error = Leden in foutstatus
map-in-error = in foutstatus
map-users-in-error = { NUMBER($number) } met fout
map-memberships-in-error = { $number ->
    [one] { $number } lidmaatschap in foutstatus
   *[other] { $number } lidmaatschappen in foutstatus
}
map-waiting = { $number ->
    [one] { $number } wacht
   *[other] { $number } wachten
}
map-seats = { $all ->
    [one] { NUMBER($assigned) } van { $all } plaats
   *[other] { NUMBER($assigned) } van { $all } plaatsen
}
map-seats-full = { $seats }, vol
map-not-bought = Niet gekocht
map-deleted = { $name } (verwijderd)
map-left = { $group } (verlaten)
map-license-ended = van de groep verwijderd
map-count-licenses = { $number ->
    [one] { $number } licentie
   *[other] { $number } licenties
}
