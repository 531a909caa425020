// A reporter of Node's test runner: the files in which a test failed, a line each, and `all` when every test was heard of.
// It writes by itself, since the runner ends with its last test and not with what is still to be written.

import { appendFileSync } from "node:fs";

export default async function* failed(events) {
  const say = (line) => appendFileSync(process.env.FAILED, `${line}\n`);
  const files = new Set();
  for await (const { type, data } of events) {
    const file = data?.file ?? data?.name;
    if (type === "test:fail" && !files.has(file)) {
      files.add(file);
      say(file);
    }
    // The sums come behind all tests.
    if (type === "test:diagnostic" && data.nesting === 0 && /^fail \d+$/.test(data.message)) say("all");
  }
}
