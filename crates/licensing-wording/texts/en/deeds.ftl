### Commands as orders that nobody gives on the first screen.

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
do-let-exclude = treat { $a } and { $b } as a conflict
do-not-let-exclude = no longer treat { $a } and { $b } as a conflict
do-enforce = enforce the prerequisite of { $plan }
do-not-enforce = stop enforcing the prerequisite of { $plan }
do-set-country = set the tenant's country to { $country }
do-set-workers = set the number of workers to { NUMBER($number) }
do-draft-add = add to the draft: { $command }
do-draft-take-out = take out of the draft: { $command }
do-draft-reorder = put the draft into another order
do-draft-in-fewer = put changes of the draft together
do-draft-clear = clear the draft
do-draft-apply = { $changes ->
    [one] apply the draft of { $changes } change
   *[other] apply the draft of { $changes } changes
}
