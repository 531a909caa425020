### Groepen waarvan de leden uit een regel volgen.
membership-rule = Lidmaatschapsregel
membership-type = Lidmaatschapstype
membership-assigned = Toegewezen
membership-assigned-means = Beheerders bepalen wie lid is. De regel wordt onthouden.
membership-dynamic = Dynamisch
membership-dynamic-means = De regel bepaalt wie lid is. Niemand wordt met de hand toegevoegd of verwijderd.
membership-paused = Onderbroken
membership-paused-means = De regel wordt niet verwerkt: de leden blijven zoals ze zijn, en niemand wordt met de hand toegevoegd of verwijderd.
edit-rule = Regel bewerken…
rule-example = user.department -eq "Verkoop"
rule-help =
    Eigenschappen zijn user.department, jobTitle, companyName, country, state, city, usageLocation, userType en
    accountEnabled; user.assignedPlans en user.memberof krijgen -any. Vergelijk met -eq, -ne, -in, -startsWith, -contains of
    -match; verbind met -and, -or en -not.
rule-pitfall = Leden die niet aan de regel voldoen, verlaten de groep en raken kwijt wat die licentieert.
rule-cut-off =
    De regel hangt af van zijn eigen uitkomst en verplaatste { $names } daarom heen en weer. Dat is afgebroken; bij
    de volgende wijziging wordt het opnieuw geprobeerd.
member-because = { $name } is lid omdat { $facts }.
no-member-because = { $name } is volgens de regel geen lid omdat { $facts }.
fact-is = { $property } { $value } is
fact-is-not-set = { $property } niet is ingevuld
fact-enabled = het account is ingeschakeld
fact-blocked = het account is geblokkeerd
fact-in-group = { $group } de gebruiker als lid heeft
fact-not-in-group = { $group } de gebruiker niet als lid heeft
fact-has-plan = { $plan } { $status } is
fact-no-plan = geen toegewezen plan anders beslist
more-members-by-rule = { $number ->
    [one] en nog { $number }
   *[other] en nog { $number }
}
department = Afdeling
job-title = Functie
