// Microsoft's article of November 2019, "Identify and resolve license assignment problems for a group", is followed in the
// interface as it tells it: what its sections share.

import { test } from "node:test";
import { visits } from "./visits.mjs";

const visitLab = visits();

export const E1 = "Office 365 E1";
export const E3 = "Office 365 E3";
export const EMS = "Enterprise Mobility + Security E3";
export const AUDIO = "Microsoft 365 Audio Conferencing";
export const ANALYTICS = "Microsoft Workplace Analytics";
export const EXCHANGE_1 = "Exchange Online (Plan 1)";
export const EXCHANGE_2 = "Exchange Online (Plan 2)";

/** In English with everything that moves, as most people see it. */
const ENGLISH = { isExample: true, reducedMotion: "no-preference" };
const DUTCH = { isExample: true, language: "nl" };

/** A section in both languages: what is read is in the language, what Microsoft says word for word is in English. */
export function inBothLanguages(title, steps) {
  inEnglish(`${title} (English)`, steps);
  test(`${title} (Dutch)`, () => visitLab(DUTCH, steps));
}

export function inEnglish(title, steps) {
  test(title, () => visitLab(ENGLISH, steps));
}

/** Anna has Audio Conferencing directly, which needs a plan that she has from Sales. */
export const AUDIO_NEEDS_E3 = {
  products: { ENTERPRISEPACK: 5, MCOMEETADV: 5 },
  users: { Anna: "NL", Bram: "NL" },
  groups: { Sales: { members: ["Anna", "Bram"], gives: { ENTERPRISEPACK: [] } } },
};

/** Assigns Audio Conferencing to Anna directly. */
export async function assignAudioToAnna(lab) {
  await lab.openUser("Anna");
  await lab.assign({ [AUDIO]: undefined });
}
