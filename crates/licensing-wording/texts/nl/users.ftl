### De lijst van gebruikers, en één gebruiker.

users-lead = Een gebruiker heeft een product direct, via groepen of allebei, en gebruikt er één plaats van.
new-user-title = Nieuwe gebruiker
no-users = Nog geen gebruikers.
no-user-matches = Geen gebruiker voldoet aan het filter.
no-such-user = Deze gebruiker bestaat niet
filter-users = Gebruikers filteren op naam
principal-name = User principal name
domain-of-user = Domein
delete-user = Gebruiker verwijderen
paths = Toewijzingspaden
paths-table = Tabel met toewijzingspaden
direct = Direct
inherited = Overgenomen
state = Status
plans-on = Plannen aan
no-paths = Geen licenties, en geen groep die er een geeft.
path-awaited = { $group } wijst { $products } toe; de gebruiker is daarvoor nog niet verwerkt.
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
in-no-group = Geen lid van een groep.
display-name = Weergavenaam
display-name-example = Femke Bos
create-user = Gebruiker maken
create-so-many = { $number ->
    [one] { NUMBER($number) } gebruiker maken
   *[other] { NUMBER($number) } gebruikers maken
}
contacts = Contactpersonen
contacts-lead =
    Contactpersonen hebben adressen, maar geen licenties. Een adres dat een van hen heeft, kan niet naar een gebruiker.
no-contacts = Nog geen contactpersonen.
filter-contacts = Contactpersonen filteren
no-contact-matches = Geen contactpersoon voldoet aan het filter.
count-contacts = { $number ->
    [one] { $number } contactpersoon
   *[other] { $number } contactpersonen
}
new-users = Meerdere gebruikers…
new-users-title = Meerdere nieuwe gebruikers
new-users-lines = Eén gebruiker per regel
new-users-example =
    Noor Visser
    Zoë Öztürk; zoe.ozturk; België
new-users-help =
    Een naam, of een naam, een account en een gebruikslocatie met komma's, puntkomma's of tabs ertussen, zoals in een
    tabel.
too-many-people = Dat is te veel in één keer: er worden hoogstens { NUMBER($most) } regels gelezen.
line-refused = Regel { NUMBER($line) }: { $reason }
no-account = er zijn een naam en een account nodig.
add-selected-to-group = Toevoegen aan een groep…
choose-all-found = Iedereen selecteren die is gevonden
first-of-found = De eerste { NUMBER($listed) } van { NUMBER($all) } staan in de lijst.
location-help = Directe licenties vereisen een locatie; bij groepslicenties telt anders het land van de tenant.
location-change-help =
    Laat het veld leeg om te wissen. Er wordt nog niets verwerkt. Verwerk de gebruiker opnieuw om het toe te passen.
addresses-lead =
    Stel ze in zoals Exchange of adreslijstsynchronisatie dat zou doen. Dubbele adressen zijn hier toegestaan, zodat u
    kunt zien welke fout ze geven.
addresses-help = Eén per regel. SMTP: in hoofdletters is het primaire adres.
addresses-hint = Er wordt nog niets verwerkt. Verwerk de gebruiker opnieuw om het toe te passen.
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
not-a-country = ‘{ $text }’ is geen land. Kies er een uit de lijst, of typ de naam of code.
edit-user = Gebruiker wijzigen
guest-help = Maakt hier geen verschil: gasten krijgen licenties zoals iedereen.
sign-in = Aanmelden toegestaan
sign-in-help = Blokkeren neemt geen licentie weg en maakt geen plaats vrij.
sign-in-blocked = Aanmelden geblokkeerd
nickname-help = Met een postvakplan krijgt de gebruiker een adres met deze naam in het oorspronkelijke domein.
new-contact-title = Nieuwe contactpersoon
contact-lead =
    Een contactpersoon heeft adressen en geen licenties. Geef die een adres dat een gebruiker nodig heeft, en de
    licentie van die gebruiker mislukt.
contact-name-example = Receptie
create-contact = Contactpersoon maken
edit-contact = Contactpersoon wijzigen
change-what = { $name } wijzigen
delete-what = { $name } verwijderen
contact-change-lead =
    Fouten door een adres van de contactpersoon blijven staan totdat de gebruikers opnieuw worden verwerkt.
also-held-by = wordt ook gebruikt door
holders = Ook gebruikt door
no-other-holds = Geen ander object heeft deze adressen
what-happened = Wat er gebeurde
since-word = sinds
plans-without-conflict = { $number ->
    [one] { $number } plan zonder conflict
   *[other] { $number } plannen zonder conflict
}
happened-created = Gemaakt
happened-changed = Gegevens gewijzigd
happened-deleted = Verwijderd
happened-restored = Hersteld
happened-blocked = Aanmelden geblokkeerd
happened-unblocked = Aanmelden weer toegestaan
happened-joined = Lid geworden van
happened-new-member = Nieuw lid:
happened-left = Niet langer lid van
happened-lost-member = Niet langer lid:
happened-direct-changed = Directe licenties gewijzigd
happened-licenses-changed = Licenties van de groep gewijzigd
happened-processed = Licenties verwerkt
happened-processed-through = Licenties verwerkt via
happened-processed-member = Licenties verwerkt voor
happened-reprocess = Opnieuw verwerken aangevraagd
happened-run-began = Verwerking van de leden begonnen
happened-run-ended = Verwerking van de leden beëindigd
happened-rule-began = Toepassen van de lidmaatschapsregel begonnen
happened-rule-ended = Lidmaatschapsregel toegepast
happened-newest = Gezocht in de nieuwste { NUMBER($number) } gebeurtenissen. Oudere staan in het auditlogboek.
group-by-service = Per service groeperen
service-mail = E-mail en agenda's
service-files = Bestanden en sites
service-meetings = Teams en telefonie
service-apps = Office en apps
service-security = Beveiliging en apparaten
service-platform = Power Platform en Dynamics
service-other = Overige diensten
domain-of-users = Domein als er geen is ingevuld
