// The keyboard as somebody uses it who has nothing else.

/** What has the focus, in words. */
export function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const named = element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText;
    return element === document.body ? "nothing" : named.replace(/\s+/g, " ").trim();
  });
}

/** The part of the page in which the focus is. */
export function regionOfFocus(page) {
  return page.evaluate(() => {
    // Cards have heads and feet of their own, and the breadcrumb is a navigation within the header.
    const parts = ["dialog", "main", "aside", "header", "nav", "footer"];
    return parts.find((part) => document.activeElement.closest(part));
  });
}

/** Presses Tab until the focus is on what is called so. */
export async function tabTo(page, name, key = "Tab") {
  const matches = (text) => (typeof name === "string" ? text.startsWith(name) : name.test(text));
  if (matches(await focused(page))) return;
  const seen = [];
  for (let tabs = 0; tabs < 120; tabs += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (matches(now)) return;
    seen.push(now);
  }
  throw new Error(`Tab does not reach ${name}; it went by ${seen.join(" | ")}`);
}

/** Goes to a button or link with Tab and presses Enter. */
export async function enter(page, name) {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Finds with Ctrl K and takes the first finding. */
export async function take(lab, text) {
  const found = await lab.find(text);
  await found.first().waitFor();
  await lab.page.keyboard.press("Enter");
}
