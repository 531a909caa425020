// A tenant that is made by requests, and words for what the tests do to it.

import assert from "node:assert/strict";
import { Lab } from "./package.mjs";

export const ROOT = "https://graph.microsoft.com/v1.0";
export const E1 = "18181a46-0d4e-45cd-891e-60aabd171b4e";
export const E3 = "6fd2c87f-b296-42f0-b197-1e91e994b900";

/** A lab with words for requests; each fails the test unless the answer has the status that was expected. */
export class Tenant {
  constructor(options) {
    this.lab = new Lab(options);
  }

  request(method, url, body, expected) {
    const answer = this.lab.graph({ method, url, body });
    assert.equal(answer.status, expected, `${method} ${url}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  get(url) {
    return this.request("GET", url, undefined, 200);
  }

  user(name, more = {}) {
    const userPrincipalName = `${name.toLowerCase()}@contoso.onmicrosoft.com`;
    return this.request("POST", "/users", { displayName: name, userPrincipalName, usageLocation: "NL", ...more }, 201).id;
  }

  group(name, members = []) {
    const { id } = this.request("POST", "/groups", { displayName: name, mailEnabled: false, mailNickname: name.replace(/[^A-Za-z0-9]/g, "") || "group", securityEnabled: true }, 201);
    for (const member of members) this.join(id, member);
    return id;
  }

  join(group, member) {
    this.request("POST", `/groups/${group}/members/$ref`, { "@odata.id": `${ROOT}/directoryObjects/${member}` }, 204);
  }

  license(group, add, remove = []) {
    const addLicenses = add.map((skuId) => ({ skuId, disabledPlans: [] }));
    this.request("POST", `/groups/${group}/assignLicense`, { addLicenses, removeLicenses: remove }, 202);
  }

  /** The user's paths, each as its state and its error. */
  states(user) {
    const { licenseAssignmentStates } = this.get(`/users/${user}?$select=licenseAssignmentStates`);
    return licenseAssignmentStates.map(({ state, error }) => `${state} ${error}`);
  }

  /** Everything that can be read, to compare one moment with another. The answers' own ids are not in it. */
  everything() {
    const select = {
      organization: "",
      subscribedSkus: "",
      users: "?$select=id,displayName,userPrincipalName,mail,proxyAddresses,usageLocation,licenseAssignmentStates",
      groups: "?$select=id,displayName,assignedLicenses,licenseProcessingState",
      contacts: "",
      "directory/deletedItems/microsoft.graph.user": "",
      "auditLogs/directoryAudits": "?$top=999",
    };
    return Object.entries(select).map(([resource, query]) => this.get(`/${resource}${query}`));
  }
}

/** A group of two with one seat of E3, settled: the first has it, the second does not. */
export function shortOfSeats(options) {
  const tenant = new Tenant(options);
  tenant.lab.setUnits("ENTERPRISEPACK", 1);
  const [anna, bob] = [tenant.user("Anna"), tenant.user("Bob")];
  const sales = tenant.group("Sales", [anna, bob]);
  tenant.license(sales, [E3]);
  tenant.lab.settle();
  return { tenant, lab: tenant.lab, anna, bob, sales };
}
