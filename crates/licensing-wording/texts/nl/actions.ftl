### Opdrachten als handelingen: wat Ongedaan maken terugneemt, wat zojuist is gedaan.

do-create-user = gebruiker { $name } maken
do-set-location = gebruikslocatie van { $user } instellen op { $country }
do-clear-location = gebruikslocatie van { $user } wissen
do-change-user = gebruiker { $user } wijzigen
do-delete-user = gebruiker { $user } verwijderen
do-restore-user = gebruiker { $user } herstellen
do-create-group = groep { $name } maken
do-rename-group = naam van { $group } wijzigen in { $name }
do-delete-group = groep { $group } verwijderen
do-restore-group = groep { $group } herstellen
do-add-member = { $member } toevoegen aan { $group }
do-remove-member = { $member } verwijderen uit { $group }
do-assign = { $products } toewijzen aan { $whose }
do-change-plans = plannen van { $products } bij { $whose } wijzigen
do-remove = { $products } verwijderen bij { $whose }
do-change-nothing = niets wijzigen bij { $whose }
do-reprocess-user = { $user } opnieuw verwerken
do-reprocess-group = groep { $group } opnieuw verwerken
do-buy = { $seats ->
    [one] { $seats } plaats van { $product } kopen
   *[other] { $seats } plaatsen van { $product } kopen
}
do-change-units = eenheden van { $product } wijzigen
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
do-rules-2019 = overschakelen naar de regels van 2019
do-rules-today = overschakelen naar de regels van vandaag
do-let-exclude = { $a } en { $b } als conflict behandelen
do-not-let-exclude = { $a } en { $b } niet meer als conflict behandelen
do-enforce = de vereiste van { $plan } afdwingen
do-not-enforce = de vereiste van { $plan } niet meer afdwingen
do-set-country = het land van de tenant instellen op { $country }
do-set-workers = het aantal gelijktijdige processen instellen op { NUMBER($number) }
do-advance = { $number ->
    [one] { $number } dag laten verstrijken
   *[other] { $number } dagen laten verstrijken
}
do-step = stap { NUMBER($number) }
do-draft-add = aan het concept toevoegen: { $command }
do-draft-take-out = uit het concept halen: { $command }
do-draft-reorder = het concept in een andere volgorde zetten
do-draft-in-fewer = wijzigingen van het concept samenvoegen
do-draft-clear = het concept leegmaken
do-draft-apply = { $changes ->
    [one] het concept van { $changes } wijziging toepassen
   *[other] het concept van { $changes } wijzigingen toepassen
}
