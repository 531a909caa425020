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
do-rules-2019 = switch to the rules of 2019
do-rules-today = switch to today's rules
do-advance = { $number ->
    [one] let { $number } day pass
   *[other] let { $number } days pass
}
do-step = step { NUMBER($number) }
