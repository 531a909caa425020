// Tenants that are too large for the browser's storage, as somebody has them.

/** Numbers that look random. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

/** A file with a tenant of so many users, whose names are in no list, so that each takes room. */
export function fileOf(users, title = "A large one") {
  const random = numbers(7);
  const letters = () => random.next().value.toString(36).padStart(7, "x");
  const person = (_, at) => ({ name: letters() + letters(), principal_name: `${at.toString(36)}@x.nl` });
  const people = Array.from({ length: users }, person);
  const settings = { seed: 1, rules: "2019", country: "NL", initial_domain: "x.onmicrosoft.com", domains: ["x.nl"], workers: 1 };
  const state = { settings, products: [{ sku: "ENTERPRISEPACK", enabled: 5 }], groups: [{ name: "Sales" }], users: people };
  const text = JSON.stringify({ scenario: 1, title, catalog: 1, base: { state } });
  return { name: "large.lab.json", mimeType: "application/json", buffer: Buffer.from(text) };
}

/** Opens a file. */
export async function open(keeping, page, file) {
  const chooser = page.waitForEvent("filechooser");
  await keeping.choose("open-file");
  await (await chooser).setFiles(file);
  await keeping.notices.getByText("a copy that is not saved").waitFor({ timeout: 120_000 });
}

/** Keeps a copy of what is shown. */
export async function keepCopy(keeping) {
  await keeping.answer("keep-a-copy");
  await keeping.saved();
}

/** How many scenarios lie in the database. */
export const beside = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("licensing-lab");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const count = opening.result.transaction("scenarios").objectStore("scenarios").count();
          count.onsuccess = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      }),
  );

/** How many units are stored. */
export const units = (page) =>
  page.evaluate(() => Object.entries(localStorage).reduce((all, [key, text]) => all + key.length + text.length, 0));

/** Comes back to what was worked on last. */
export async function reload(keeping, lab, page) {
  await page.reload();
  await lab.complete();
  await keeping.saved();
}
