### De lijst van gebruikers, en één gebruiker.

users-lead = Een gebruiker heeft een product direct, via groepen of allebei, en gebruikt er één plaats van.
new-user-title = Nieuwe gebruiker
no-users = Nog geen gebruikers.
no-user-matches = Geen gebruiker voldoet aan het filter.
no-such-user = Deze gebruiker bestaat niet
filter-users = Gebruikers filteren op naam
principal-name = User principal name
delete-user = Gebruiker verwijderen
paths = Toewijzingspaden
paths-table = Tabel met toewijzingspaden
path = Pad
direct = Direct
inherited = Overgenomen
state = Status
plans-on = Plannen aan
seat = Plaats
last-change = Laatste wijziging
no-paths = Geen licenties, en geen groep die er een wil geven.
effective-plans = Effectieve plannen
effective = Effectief
matrix-table = Effectieve plannen per pad
no-plans = Geen plannen.
change-location = Gebruikslocatie wijzigen
addresses = E-mail- en proxyadressen
change-addresses = Adressen wijzigen
primary = primair
no-addresses = Nog geen. Ze worden berekend zodra een licentie een postvakplan geeft.
add-to-group = Toevoegen aan een groep
in-no-group = Van geen enkele groep lid.
display-name = Weergavenaam
display-name-example = Femke Bos
create-user = Gebruiker maken
location-example = NL
location-help =
    Twee letters. Directe licenties vereisen een locatie; bij groepslicenties telt anders het land van de tenant.
location-change-help = Twee letters, of niets. Er wordt niets afgenomen en niets gestart: verwerk daarna opnieuw.
addresses-lead =
    Zoals Exchange of adreslijstsynchronisatie ze zou instellen. Dubbele adressen zijn hier toegestaan: zo ontstaat de
    fout.
addresses-help = Eén per regel. SMTP: in hoofdletters is het primaire adres.
addresses-hint = Zet niets in de wachtrij: verwerk daarna opnieuw.
mail-example = noor.visser@contoso.onmicrosoft.com
location-of-tenant = { $country } (tenant)
count-paths = { $number ->
    [one] { $number } pad
   *[other] { $number } paden
}
count-seats = { $number ->
    [one] { $number } plaats
   *[other] { $number } plaatsen
}
paths-of-deleted = { $paths }, bewaard voor herstel; er wordt geen plaats gebruikt
paths-of-user = { $paths }, { NUMBER($number) } van kracht, { $seats }
deleted-until = Verwijderd; kan worden hersteld tot { $moment }
guest = Gast
member = Lid
location-set = ingesteld bij de gebruiker
location-inherited = het land van de tenant; er is geen locatie ingesteld
plans-of-path = { NUMBER($on) } van { NUMBER($all) }
cell-absent = Niet in dit product
cell-on = Aan, van kracht
cell-wanted = Gewenst, niet van kracht
cell-clash = Conflicteert
cell-off = Uit op dit pad
off-on-one-path = uit op het ene pad, aan via een ander: aan
clashes-with = conflicteert met { $plan }
blocked = Geblokkeerd
remove-from = Verwijderen uit { $group }
location-means =
    Directe licenties vereisen een locatie. Bij groepslicenties telt anders het land van de tenant, { $country }. Een
    wijziging telt vanaf de volgende run.
not-a-country = “{ $text }” is geen land. Een gebruikslocatie bestaat uit twee letters, zoals NL.
edit-user = Gebruiker wijzigen
guest-help = Niets hangt ervan af: gasten krijgen licenties zoals iedereen.
sign-in = Aanmelden toegestaan
sign-in-help = Blokkeren neemt geen licentie weg en maakt geen plaats vrij.
sign-in-blocked = Aanmelden geblokkeerd
nickname-help = Met een postvakplan wordt het adres ervan in het oorspronkelijke domein berekend.
new-contact-title = Nieuwe contactpersoon
contact-lead =
    Een contactpersoon heeft adressen en geen licenties. Dubbele adressen mogen hier: een adres dat een gebruiker nodig
    heeft, is de fout uit het artikel.
contact-name-example = Receptie
create-contact = Contactpersoon maken
also-held-by = staat ook op
no-other-holds = Geen ander object heeft deze adressen
what-happened = Wat er gebeurde
