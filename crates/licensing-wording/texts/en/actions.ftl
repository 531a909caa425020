### Commands as orders: what Undo takes back, what was just done.

do-create-user = create user { $name }
do-set-location = set usage location of { $user } to { $country }
do-clear-location = clear usage location of { $user }
do-change-user = change user { $user }
do-delete-user = delete user { $user }
do-restore-user = restore user { $user }
do-create-group = create group { $name }
do-rename-group = rename { $group } to { $name }
do-delete-group = delete group { $group }
do-restore-group = restore group { $group }
do-add-member = add { $member } to { $group }
do-remove-member = remove { $member } from { $group }
do-assign = assign { $products } to { $whose }
do-change-plans = change the plans of { $products } on { $whose }
do-remove = remove { $products } from { $whose }
do-change-nothing = change nothing on { $whose }
do-reprocess-user = reprocess { $user }
do-reprocess-group = reprocess group { $group }
do-buy = { $seats ->
    [one] buy { $seats } seat of { $product }
   *[other] buy { $seats } seats of { $product }
}
do-change-units = change units of { $product }
do-add-plan = add { $plan } to { $product }
do-set-addresses = set addresses of { $user }
do-create-contact = create contact { $name }
do-rename-contact = rename the contact { $old } to { $name }
do-change-contact = change the contact { $name }
do-delete-contact = delete the contact { $name }
do-add-domain = add the domain { $domain }
do-delete-domain = delete the domain { $domain }
do-set-property = set { $property } of { $name } to { $value }
do-set-rule = let a rule decide on the members of { $group }
do-pause-rule = pause the membership rule of { $group }
do-assign-members = let administrators decide on the members of { $group }
do-clear-property = clear { $property } of { $name }
do-rules-2019 = switch to the rules of 2019
do-rules-today = switch to today's rules
do-let-exclude = treat { $a } and { $b } as a conflict
do-not-let-exclude = no longer treat { $a } and { $b } as a conflict
do-enforce = enforce the prerequisite of { $plan }
do-not-enforce = stop enforcing the prerequisite of { $plan }
do-set-country = set the tenant's country to { $country }
do-set-workers = set the number of workers to { NUMBER($number) }
do-advance = { $number ->
    [one] let { $number } day pass
   *[other] let { $number } days pass
}
do-step = step { NUMBER($number) }
do-draft-add = add to the draft: { $command }
do-draft-take-out = take out of the draft: { $command }
do-draft-reorder = put the draft into another order
do-draft-in-fewer = put changes of the draft together
do-draft-clear = clear the draft
do-draft-apply = { $changes ->
    [one] apply the draft of { $changes } change
   *[other] apply the draft of { $changes } changes
}
