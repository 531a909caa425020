### De lijst van groepen, en één groep.

groups-lead = Directe leden van een groep krijgen de licenties ervan op de achtergrond.
new-group-title = Nieuwe groep
no-groups = Nog geen groepen.
no-such-group = Deze groep bestaat niet
object-id = Object-id
group-actions = Acties voor de groep
add-members = Leden toevoegen…
rename = Naam wijzigen…
rename-group = Naam van de groep wijzigen
delete-group = Groep verwijderen
notification = Melding
none-of-the-products = Voor een gebruiker in foutstatus wordt geen van de licentiewijzigingen van de groep toegepast.
show-users-in-error = Gebruikers in foutstatus tonen
filter-members-by-name = Leden filteren op naam
joined = Lid nr.
left = vertrokken
not-yet = Nog niet
no-members = Nog geen leden. Voeg er enkele toe: zij krijgen de licenties van de groep.
no-member-matches = Geen lid voldoet aan het filter.
licenses = Licenties
off-plans = Uit:
no-licenses-on-group = Deze groep heeft geen licenties.
complete-means = “Voltooid” betekent dat de run is afgelopen, niet dat alles is gelukt.
nested = De geneste groep
nested-ignored = wordt genegeerd: alleen directe leden die gebruiker zijn, krijgen licenties.
create-group = Groep maken
group-name-example = Support E3
kind-help = Beveiligingsgroepen kunnen onder beide regelsets licenties krijgen.
add-members-title = Leden toevoegen
add-members-hint = Nieuwe leden van een gelicentieerde groep worden op de achtergrond verwerkt.
nobody-to-add = Er is niemand om toe te voegen.
no-group-to-join = Er is geen andere groep om lid van te worden.
count-direct-members = { $number ->
    [one] { $number } direct lid
   *[other] { $number } directe leden
}
remove-from-group = { $name } verwijderen uit de groep
add-no-members = Toevoegen
add-so-many = { $number ->
    [one] { $number } lid toevoegen
   *[other] { $number } leden toevoegen
}
kind-security = Beveiligingsgroep
kind-microsoft-365-security = Microsoft 365-groep, met beveiliging ingeschakeld
kind-microsoft-365 = Microsoft 365-groep
kind-distribution = Distributielijst
plans-on-in-template = { $all ->
    [one] { NUMBER($on) } van { $all } plan aan
   *[other] { NUMBER($on) } van { $all } plannen aan
}
users-of-group-in-error = { $number ->
    [one] { $number } gebruiker is in foutstatus.
   *[other] { $number } gebruikers zijn in foutstatus.
}
users-of-all-in-error = { NUMBER($number) } van { NUMBER($all) } gebruikers zijn in foutstatus.
users-keep = { $number ->
    [one] { NUMBER($number) } van hen behoudt { $product } zoals het was.
   *[other] { NUMBER($number) } van hen behouden { $product } zoals het was.
}
other-means =
    ‘{ $heading }’ staat bij een product dat alleen is mislukt omdat een ander product van de groep mislukte (R4.5).
never-licensed = Nooit gelicentieerd
never-processed = Deze groep heeft nooit een licentie gehad.
group-run-waits = De groep staat in de wachtrij.
group-run-goes-on = De groep wordt verwerkt.
group-run-complete = De meest recente licentiewijzigingen zijn op alle gebruikers toegepast.
a-nested-group = Een groep; groepen in een groep krijgen er geen licenties door (R13).
no-licenses = Geen licenties
