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
do-rules-2019 = overschakelen naar de regels van 2019
do-rules-today = overschakelen naar de regels van vandaag
do-advance = { $number ->
    [one] { $number } dag laten verstrijken
   *[other] { $number } dagen laten verstrijken
}
do-step = stap { NUMBER($number) }
