/** A simulated Microsoft Entra tenant with group-based licensing. `scripting.md` explains its use. */
export class Lab {
  constructor(options?: {
    rules?: "2019" | "today";          // default "2019"
    countryLetterCode?: string;        // the tenant's country, default "NL"
    domain?: string;                   // initial domain, default "contoso.onmicrosoft.com"
    domains?: string[];                // further verified domains
    workers?: number;                  // background workers, default 1
  });

  /** One Graph request, answered at once. Never throws for a bad request: the answer has the status. */
  graph(request: { method: "GET" | "POST" | "PATCH" | "DELETE"; url: string; headers?: Record<string, string>; body?: unknown }):
    { status: number; headers: Record<string, string>; body: unknown };   // body: plain JSON, null where Graph answers none

  /** Buys or changes a subscription by skuPartNumber or skuId; returns the skuId. Throws for an unknown product, or a part number that names two. */
  setUnits(sku: string, units: number | { enabled?: number; warning?: number; suspended?: number; lockedOut?: number }): string;

  step(): { user: string; run: "group" | "members" | "user"; changed: boolean } | null;   // one step of the background, null when idle or at the end of the clock
  settle(): { steps: number };                                               // until idle
  reprocessGroup(groupId: string): void;                                     // the portal's button; throws where the rule set has none
  setRules(rules: "2019" | "today"): void;
  addContact(displayName: string, addresses: string[]): string;              // returns its id; `smtp:` optional, duplicates allowed
  updateContact(contactId: string, to: { displayName?: string; addresses?: string[] }): void;   // what is left out stays
  deleteContact(contactId: string): void;                                    // for good: its addresses are free
  setAddresses(userId: string, to: { mail?: string | null; proxyAddresses?: string[] }): void;  // as Exchange or directory sync would; duplicates allowed
  addServicePlan(sku: string, servicePlanId: string): void;                  // Microsoft adds a plan to a product
  advance(days: number): boolean;                                            // the simulated clock; false, and nothing changes, where it does not go that far

  explain(userId: string, skuId: string, groupId: string | null): Trace | null;    // of one path; null where there is none
  preview(request: object): { status: number; body: unknown; difference: Difference; scenario: object };   // after settling; nothing changes here
  repairs(userId: string, skuId: string, groupId: string | null): Repair[] | null;   // of one path in error, best first; null where there is no such path
  diff(other: Lab | object): Difference;   // what differs from another lab, or from what `scenario` gave; same ids only
  scenario(): object;                      // the whole tenant as a scenario document: state, queue, clock, audit log, draft; without the undo history
  static fromScenario(document: object): Lab;
  link(): string;                          // the fragment of a share link: the same without the audit log
  static fromLink(fragment: string): Lab;  // throws an Error that says whether it is truncated, damaged or newer
  undo(): boolean; redo(): boolean;        // one accepted call of graph (a writing one), setUnits, reprocessGroup, setRules, addServicePlan, addContact, updateContact, deleteContact, setAddresses, advance, settle, or a step that did something
}

/** Why a path is as it is: one link of the chain, and the links that it rests on. */
export interface Trace {
  /** The state of the path that this link speaks of; null where it speaks of none. */
  state: "Active" | "ActiveWithError" | "Disabled" | "Error" | null;
  /** Its error, the string `"None"` where there is none; null where the link speaks of no path. */
  error: string | null;
  /** The id of a rule, such as `R6.1`. */
  rule: string;
  /** How sure it is that Microsoft's product follows the rule here. */
  confidence: "documented" | "community" | "inferred" | "unknown";
  /** One plain sentence; a leaf names the command (its number) or says that it is an initial fact. */
  text: string;
  /** Empty in a leaf. */
  causes: Trace[];
}

/** One way to mend an error: tried on a copy, and no part of it alone would do. */
export interface Repair {
  /** Nobody loses anything; with side effects; or it decides what only the administrator can know. */
  level: "cures" | "sideEffects" | "needsChoice";
  /** In order: the words of each, and the request or the method of `Lab` that does it. */
  commands: {
    text: string;
    request?: { method: string; url: string; body: unknown };
    call?: { method: string; arguments: unknown[] };
  }[];
  /** Whether the path is in force afterwards, or has become direct; else the license itself is given up. */
  inForce: boolean;
  unitsBought: number;
  stepsWithoutMailbox: number;
  /** Plans of the user, more and fewer. */
  plansGained: number;
  plansLost: number;
  usersNewlyInError: number;
}

/** What differs between two tenants. */
export interface Difference {
  same: boolean;
  users: {
    id: string;
    displayName: string;
    paths: { skuId: string; assignedByGroup: string | null; before: PathValue | null; after: PathValue | null }[];
    plansGained: string[];
    plansLost: string[];
  }[];
  seats: { skuId: string; before: Seats; after: Seats }[];
  addresses: { id: string; before: Addresses; after: Addresses }[];
}

/** What a path says. */
export interface PathValue { state: string; error: string; disabledPlans: string[] }
/** Seats of a product. */
export interface Seats { consumedUnits: number; assignable: number }
/** Mail attributes of a user. */
export interface Addresses { mail: string | null; proxyAddresses: string[] }
