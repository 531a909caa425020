// Tenants that several files of tests begin with, as `given` takes them.

/** Noor holds E1 directly and is in a group that gets E3: the two exclude each other. */
export const CONFLICT = {
  products: { STANDARDPACK: 5, ENTERPRISEPACK: 5 },
  users: { Anna: "NL", Noor: "NL" },
  direct: { Noor: { STANDARDPACK: [] } },
  groups: { Sales: { members: ["Anna", "Noor"], gives: { ENTERPRISEPACK: [] } } },
};
