### What a refusal means. Microsoft's own text stands beside it.

refusal-documented = Microsoft's text, documented
refusal-community = Microsoft's text, as its users report it
refusal-ours = our words; Microsoft's text is not known
unknown-user = There is no such user, or it is deleted.
unknown-group = There is no such group, or it is deleted.
unknown-contact = There is no such contact, or it is deleted.
unknown-product = The catalog has no product at position { $number }, or it is not loaded yet.
unknown-plan = The catalog has no service plan { $id }.
product-twice = { $product } is named twice in one list.
no-license-changes = There is nothing to add and nothing to remove.
product-not-in-tenant = This tenant has never bought { $product }.
product-in-both-lists = { $product } cannot be added and removed in one change.
plan-not-in-product = The service plan { $plan } ({ $id }) is not part of { $product }.
group-not-licensable = { $group } is not a kind of group that can carry licenses under these rules.
license-not-held = { $product } is not assigned here, so it cannot be removed.
license-inherited = { $product } comes from a group; remove it there.
prerequisite-missing = { $plan } needs one of these enabled: { $plans }.
prerequisite-missing-in-group =
    { $plan } needs one of these enabled: { $plans }. It has to be in the same group: what members hold elsewhere does
    not count.
plans-are-exclusive = { $a } and { $b } exclude each other; turn one of them off.
invalid-usage-location = A direct license needs a usage location on the user, one where the product is allowed.
no-available-licenses = No seat of { $product } is free.
address-taken = Another object holds a mail address that the user would get by this change.
group-licensed = Remove all licenses from { $group } before deleting it.
not-deleted = It is not deleted, or was deleted more than 30 days ago.
group-not-restorable = { $group } cannot be restored: under these rules its kind of group is gone once deleted.
already-member = This is already a member.
not-member = It is not a direct member of this group.
member-of-itself = A group cannot be a member of itself.
no-group-reprocess = Groups cannot be reprocessed under these rules; reprocess users, at most 20 at a time.
product-not-offered = { $product } was not offered under these rules.
plan-in-product = { $product } already contains { $plan }.
no-prerequisite-row = { $plan } has no known prerequisite.
pair-of-one-plan = A plan never clashes with itself.
name-empty = A name cannot be empty.
name-too-long = A name has at most 256 characters.
value-too-long = The value of a property has at most 1,024 characters.
members-by-rule = The members of { $group } follow from its membership rule. Change the rule, or what it reads of the user.
no-rule-for-group = { $group } is a distribution list, which cannot have a membership rule.
rule-invalid = The membership rule cannot be read at character { NUMBER($at) }: { $fault }
rule-fault-too-long = it has more than 3,072 characters.
rule-fault-too-deep = too many parentheses are nested.
rule-fault-ends = it ends, and something is missing.
rule-fault-comparison = a property such as user.department, -not or a parenthesis is expected here.
rule-fault-property = no property of this name can be read here.
rule-fault-operator = an operator that the property has is expected here, such as -eq.
rule-fault-value = a value is expected here, for most properties a text in quotation marks.
rule-fault-unclosed = the text lacks its closing quotation mark.
rule-fault-pattern = the pattern cannot be read.
rule-fault-joint = -and, -or, a closing parenthesis or the end is expected here.
rule-fault-unread = the part that reads rules is not loaded yet. Try again in a moment.
principal-name-invalid = A userPrincipalName is name@domain with one of these domains: { $domains }.
principal-name-taken = Another user has this userPrincipalName.
nickname-invalid = A mailNickname has 1 to 64 characters, without spaces and without @.
address-invalid = An address is name@domain, without spaces, of at most 256 characters.
too-many-addresses = An object holds at most 200 addresses.
domain-invalid = A domain is letters, digits and hyphens with dots between, such as contoso.com.
domain-taken = The tenant has this domain already.
unknown-domain = The tenant has no such domain.
domain-initial = The initial domain cannot be deleted.
domain-in-use = { $number ->
    [one] { $name } still uses the domain, in the userPrincipalName or an address. Change that first.
   *[other] The domain is still used by { $number } objects, in the userPrincipalName or an address, { $name } among them. Change that first.
}
too-many-domains = A tenant has at most 5,000 domains.
too-many-units = A subscription has at most 100,000,000 units.
workers-out-of-range = There can be 1 to 8 workers.
clock-out-of-range = The simulated clock does not go that far.
clock-ended = The simulated clock has come to its end. No step can be taken any more.
too-many-groups = A user can be in 4,096 groups here.
tenant-full = The tenant is full.
not-allowed = This lesson has to be solved without that. What may be done is listed beside it.
