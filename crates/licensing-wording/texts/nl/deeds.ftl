### Opdrachten in de gebiedende wijs die niemand op het eerste scherm geeft.

do-add-plan = { $plan } toevoegen aan { $product }
do-set-addresses = adressen van { $user } instellen
do-create-contact = contactpersoon { $name } maken
do-rename-contact = naam van contactpersoon { $old } wijzigen in { $name }
do-change-contact = contactpersoon { $name } wijzigen
do-delete-contact = contactpersoon { $name } verwijderen
do-add-domain = het domein { $domain } toevoegen
do-delete-domain = het domein { $domain } verwijderen
do-set-property = { $property } van { $name } instellen op { $value }
do-set-rule = een regel over de leden van { $group } laten beslissen
do-pause-rule = de lidmaatschapsregel van { $group } onderbreken
do-assign-members = beheerders over de leden van { $group } laten beslissen
do-clear-property = { $property } van { $name } wissen
do-let-exclude = { $a } en { $b } als conflict behandelen
do-not-let-exclude = { $a } en { $b } niet meer als conflict behandelen
do-enforce = de vereiste van { $plan } afdwingen
do-not-enforce = de vereiste van { $plan } niet meer afdwingen
do-set-country = het land van de tenant instellen op { $country }
do-set-workers = het aantal gelijktijdige processen instellen op { NUMBER($number) }
do-draft-add = aan het concept toevoegen: { $command }
do-draft-take-out = uit het concept halen: { $command }
do-draft-reorder = het concept in een andere volgorde zetten
do-draft-in-fewer = wijzigingen van het concept samenvoegen
do-draft-clear = het concept leegmaken
do-draft-apply = { $changes ->
    [one] het concept van { $changes } wijziging toepassen
   *[other] het concept van { $changes } wijzigingen toepassen
}
