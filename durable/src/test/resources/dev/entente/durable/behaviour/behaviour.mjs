// The functions of BehaviourFunctions.java, written with the official SDK. Prints the port of its
// endpoint, and ends with its input.
import http from "node:http";
import { Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { serve } from "inngest/node";

const silent = { info() {}, warn() {}, error() {}, debug() {} };
const client = new Inngest({ id: "behaviour", isDev: false, logger: silent });
const functions = [];

const define = (id, handler, options = {}) => {
  const made = client.createFunction({ id, triggers: [{ event: `behaviour/${id}` }], ...options }, handler);
  functions.push(made);
  return made;
};

const fail = (error) => {
  throw error;
};
const later = (message) => fail(new RetryAfterError(message, "1s"));

define("values", async ({ step }) => [
  await step.run("null", () => null),
  await step.run("boolean", () => true),
  await step.run("integer", () => 42),
  await step.run("fraction", () => 0.5),
  await step.run("text", () => "text"),
  await step.run("array", () => [1, "two", null]),
  await step.run("object", () => ({ a: { b: [] } })),
]);
define("two-steps", async ({ step }) => {
  const one = await step.run("one", () => 1);
  return step.run("two", () => one + 1);
});
define("step-retries", async ({ step, attempt }) =>
  step.run("flaky", () => (attempt < 2 ? later("not yet") : attempt))
);
define("step-fails", async ({ step }) => step.run("broken", () => later("broken")), { retries: 1 });
define(
  "step-caught",
  async ({ step }) => {
    try {
      return await step.run("broken", () => fail(new Error("broken")));
    } catch (error) {
      return step.run("undo", () => `undone: ${error.message}`);
    }
  },
  { retries: 0 }
);
define("step-fails-for-good", async ({ step }) => step.run("broken", () => fail(new NonRetriableError("no"))));
define("body-fails-for-good", async () => fail(new NonRetriableError("no")));
define("body-retries", async ({ attempt }) => (attempt < 1 ? later("not yet") : attempt));
define("body-fails", async () => later("broken"), { retries: 1 });
define("no-retries", async () => fail(new Error("broken")), { retries: 0 });
define("sleeps", async ({ step }) => {
  await step.sleep("nap", "1s");
  return "awake";
});
define("sleeps-until-past", async ({ step }) => {
  await step.sleepUntil("past", "2020-01-01T00:00:00Z");
  return "awake";
});
const nobody = (event) => event?.data.by ?? "nobody";
define("waits", async ({ step }) =>
  nobody(await step.waitForEvent("approval", { event: "behaviour/approved", timeout: "1m", match: "data.id" }))
);
define("wait-times-out", async ({ step }) =>
  nobody(await step.waitForEvent("approval", { event: "behaviour/approved", timeout: "1s", match: "data.id" }))
);
const doubles = define("doubles", async ({ event }) => event.data.n * 2);
const failsAtOnce = define("fails-at-once", async () => fail(new NonRetriableError("no")));
const sleepsLong = define("sleeps-long", async ({ step }) => {
  await step.sleep("long", "1h");
});
define("invokes", async ({ step }) => step.invoke("call", { function: doubles, data: { n: 21 } }));
define("invokes-failing", async ({ step }) => {
  try {
    return await step.invoke("call", { function: failsAtOnce });
  } catch (error) {
    return `caught: ${error.message}`;
  }
});
define("invoke-times-out", async ({ step }) => {
  try {
    return await step.invoke("call", { function: sleepsLong, timeout: "1s" });
  } catch (error) {
    return error.name;
  }
});
define("sends", async ({ step }) =>
  (await step.sendEvent("tell", { name: "behaviour/doubles", data: { n: 1 } })).ids.length
);
define("parallel-runs", async ({ step }) =>
  Promise.all(["a", "b", "c"].map((id) => step.run(id, () => id.toUpperCase())))
);
define("parallel-mixed", async ({ step }) =>
  Promise.all([
    step.run("run", () => "ran"),
    step.sleep("sleep", "1s").then(() => "slept"),
    step.waitForEvent("wait", { event: "behaviour/approved", timeout: "1s", match: "data.id" }).then(nobody),
  ])
);
define("branches", async ({ step }) =>
  Promise.all(
    ["x", "y"].map(async (name) => {
      const one = await step.run(`${name} 1`, () => 1);
      return step.run(`${name} 2`, () => one + 10);
    })
  )
);
define("loop", async ({ step }) => {
  const all = [];
  for (let i = 0; i < 3; i++) all.push(await step.run("load", () => i));
  return all;
});
define("on-failure", async () => fail(new Error("broken")), {
  retries: 0,
  onFailure: async ({ error, step }) => {
    await step.sendEvent("record", { name: "behaviour/recorded", data: { message: error.message } });
  },
});
const sleepLong = async ({ step }) => {
  await step.sleep("long", "1h");
};
define("cancelled", sleepLong, { cancelOn: [{ event: "behaviour/stop", match: "data.id" }] });
define("times-out", sleepLong, { timeouts: { finish: "2s" } });
define(
  "singleton",
  async ({ step }) => {
    await step.sleep("nap", "2s");
    return "done";
  },
  { singleton: { mode: "skip", key: "event.data.id" } }
);
define(
  "one-at-a-time",
  async ({ step }) =>
    step.run("work", async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return "done";
    }),
  { concurrency: { limit: 1, key: "event.data.id" } }
);
define("idempotent", async () => "done", { idempotency: "event.data.id" });
define("step-input", async ({ step }) => step.run("double", (input) => input.n * 2, { n: 21 }));
define("large-output", async ({ step }) => (await step.run("large", () => "x".repeat(1 << 20))).length);
define("unicode", async ({ event, step }) => step.run("é€😀 \\ \"'", () => `${event.data.text} — é€😀\n\\"`));

const server = http.createServer(serve({ client, functions }));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.resume().on("end", () => process.exit(0)); // lives no longer than the test
