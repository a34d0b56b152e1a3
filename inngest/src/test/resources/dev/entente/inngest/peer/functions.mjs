// The functions of PeerFunctions.java, written with the official SDK and served by it:
// one endpoint in dev mode, one in cloud mode. Prints their ports.
import http from "node:http";
import { Inngest, NonRetriableError, RetryAfterError, StepError } from "inngest";
import { serve } from "inngest/node";

const silent = { info() {}, warn() {}, error() {}, debug() {} };

const functions = (client) => {
  const define = (id, handler, options = {}) =>
    client.createFunction({ id, triggers: [{ event: "test/started" }], retries: 4, ...options }, handler);
  return [
    define("value", async ({ event }) => ({ n: event.data.n, half: 0.5, text: "é€😀" })),
    define("nothing", async () => {}),
    define("steps", async ({ step }) => {
      const one = await step.run("one", () => 1);
      return one + (await step.run("two", () => 2));
    }),
    define("sleeps", async ({ step }) => {
      await step.sleep("first", "90s");
      await step.sleepUntil("second", "2026-11-30T12:00:00Z");
      return "awake";
    }),
    define("waits", async ({ step }) => {
      const event = await step.waitForEvent("approval", {
        event: "order/approved",
        timeout: "8d",
        match: "data.orderId",
      });
      return event ? event.data.by : "nobody";
    }),
    define("invokes", async ({ step }) =>
      step.invoke("score", {
        function: client.createFunction({ id: "value" }, async () => {}),
        data: { id: 7 },
        timeout: "2h",
      })),
    define("sends", async ({ step }) => (await step.sendEvent("tell", { name: "a/b", data: { n: 1 }, ts: 1e12 })).ids[0]),
    define("group", async ({ step }) =>
      Promise.all([step.run("a", () => "A"), step.run("b", () => "B"), step.sleep("c", "10s").then(() => "C")])),
    define("chains", async ({ step }) =>
      Promise.all(
        ["x", "y"].map(async (name) => (await step.run(`${name} 1`, () => 1)) + (await step.run(`${name} 2`, () => 10)))
      )),
    define("loop", async ({ step }) => {
      const all = [];
      for (let i = 0; i < 3; i++) all.push(await step.run("load", () => i));
      return all;
    }),
    define("literal", async ({ step }) => {
      await step.run("a:1", () => 0);
      await step.run("a", () => 1);
      return step.run("a", () => 2);
    }),
    define("input", async ({ step }) => step.run("double", (input) => input.n * 2, { n: 21 })),
    define("fails", async () => {
      throw new Error("no network", { cause: new Error("cable") });
    }),
    define("fails-for-good", async () => {
      throw new NonRetriableError("no such order");
    }),
    define("fails-later", async () => {
      throw new RetryAfterError("busy", "90s");
    }),
    define("step-fails", async ({ step }) =>
      step.run("call", () => {
        throw new Error("no network");
      })),
    define("step-fails-for-good", async ({ step }) =>
      step.run("call", () => {
        throw new NonRetriableError("no such order");
      })),
    define("step-fails-later", async ({ step }) =>
      step.run("call", () => {
        throw new RetryAfterError("busy", "90s");
      })),
    define("catches", async ({ step }) => {
      try {
        return await step.run("call", () => "called");
      } catch (error) {
        if (!(error instanceof StepError)) throw error;
        return step.run("undo", () => `${error.stepId}: ${error.message}`);
      }
    }),
    define("configured", async () => "done", {
      name: "Générer",
      triggers: [
        { event: "a/b", if: "event.data.n > 1" },
        { cron: "TZ=Europe/Paris 0 0 * * *", jitter: "1m" },
      ],
      retries: 0,
      concurrency: [{ limit: 5 }, { limit: 9, key: "event.data.k", scope: "env" }],
      throttle: { limit: 2, period: "1m", burst: 3, key: "event.data.k" },
      rateLimit: { limit: 4, period: "1h", key: "event.data.k" },
      debounce: { period: "5s", key: "event.data.k", timeout: "10m" },
      priority: { run: "120" },
      cancelOn: [{ event: "a/stop", match: "data.id", timeout: "2d" }],
      singleton: { mode: "skip", key: "event.data.k" },
      timeouts: { start: "30s", finish: "6h" },
      onFailure: async () => {},
    }),
    define("batched", async () => "done", { batchEvents: { maxSize: 50, timeout: "60s", key: "event.data.k" } }),
  ];
};

const listen = (isDev) =>
  new Promise((resolve) => {
    const client = new Inngest({ id: "app", isDev, checkpointing: false, logger: silent });
    const server = http.createServer(serve({ client, functions: functions(client) }));
    server.listen(0, "127.0.0.1", () => resolve(server.address().port));
  });

console.log(`${await listen(true)} ${await listen(false)}`);
process.stdin.resume().on("end", () => process.exit(0)); // lives no longer than the test
