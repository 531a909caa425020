// Compiled by a test, never run: what the declarations have to allow, and what they must not.

import { type Difference, Lab, type Repair, type Trace } from "licensing-lab";

new Lab();
const lab = new Lab({ rules: "today", countryLetterCode: "NL", domain: "a.example", domains: ["b.example"], workers: 2 });

const answer = lab.graph({ method: "POST", url: "/users", headers: { a: "b" }, body: { displayName: "Anna" } });
const parts: { status: number; headers: Record<string, string>; body: unknown } = answer;

const skuId: string = lab.setUnits("ENTERPRISEPACK", 5);
lab.setUnits(skuId, { enabled: 1, warning: 2, suspended: 3, lockedOut: 4 });
lab.setUnits(skuId, {});

const step: { user: string; run: "group" | "members" | "user"; changed: boolean } | null = lab.step();
const steps: number = lab.settle().steps;
const contact: string = lab.addContact("Contact", ["a@b.example"]);
lab.updateContact(contact, { displayName: "Desk", addresses: [] });
lab.deleteContact(contact);
lab.reprocessGroup("id");
lab.setRules("2019");
lab.setAddresses("id", { mail: null, proxyAddresses: [] });
lab.setAddresses("id", { mail: "a@b.example" });
lab.addServicePlan(skuId, "id");
lab.advance(1);

const trace: Trace | null = lab.explain("id", skuId, null);
const texts = (link: Trace): string[] => [link.text, link.rule, link.confidence, ...link.causes.flatMap(texts)];
const both: boolean = lab.undo() && lab.redo();

const foreseen: { status: number; difference: Difference; scenario: object } = lab.preview({ method: "GET", url: "/users" });
const repairs: Repair[] | null = lab.repairs("id", skuId, null);
const unlike: boolean = !lab.diff(lab).same && !lab.diff(foreseen.scenario).same;

const document: object = lab.scenario();
const fragment: string = lab.link();
const others: Lab[] = [Lab.fromScenario(document), Lab.fromLink(fragment)];

// @ts-expect-error: there is no such rule set
lab.setRules("2020");
// @ts-expect-error: the group is asked for, null for the direct path
lab.explain("id", skuId);
// @ts-expect-error: other methods are not simulated
lab.graph({ method: "PUT", url: "/users" });
// @ts-expect-error: what is counted is named
lab.setUnits(skuId, { enabld: 1 });
// @ts-expect-error: a body is looked into before it is used
answer.body.value;

export { both, contact, others, parts, step, steps, texts, trace };
