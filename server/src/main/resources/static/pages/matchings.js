import "./explanation.js";
import "./frame.js";
// The list of a posting and the page of a matching: keys, several candidates at once, a reason asked in a dialog.

const lists = [...document.querySelectorAll(".candidates")];
const announced = document.getElementById("announced");
const reject = document.getElementById("reject");
const keys = document.getElementById("keys");
const bulk = document.getElementById("bulk");
const selected = new Set();
const moved = []; // ids of rows, the one that was moved last at the end
const awaited = new Map(); // by row whose answer is awaited, what is to be done then, if anything

const rowOf = element => element.closest(".candidates > li");
const rows = () => [...document.querySelectorAll(".candidates > li")].filter(row => row.checkVisibility());
const boxes = () => [...document.querySelectorAll(".pick input")];
const shownBoxes = () => boxes().filter(box => box.checkVisibility());

function announce(text) {
  if (announced) {
    announced.textContent = "";
    setTimeout(() => (announced.textContent = text), 50);
  }
}

// One row at a time is reached with the tab key: the one that had the focus last.
function rove(row) {
  for (const other of document.querySelectorAll('.candidates > li[tabindex="0"]')) {
    other.tabIndex = -1;
  }
  row.tabIndex = 0;
}

function focus(row) {
  if (row) {
    rove(row);
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  }
}

function prepare(row) {
  row.tabIndex = -1;
  const box = row.querySelector(".pick input");
  box.checked = selected.has(row.id);
}

function count() {
  selected.clear();
  boxes().filter(box => box.checked).forEach(box => selected.add(rowOf(box).id));
  if (!bulk) {
    return;
  }
  const number = selected.size;
  const words = bulk.querySelector(".count");
  words.textContent = number === 1 ? words.dataset.one : words.dataset.many.replace("{0}", number);
  bulk.toggleAttribute("data-none", number === 0);
  bulk.toggleAttribute("data-some", number > 0);
  bulk.querySelector("[data-compare]").disabled = number < 2 || number > 4;
  const all = bulk.querySelector("[data-all]");
  const shown = shownBoxes();
  all.checked = shown.length > 0 && shown.every(box => box.checked);
  all.indeterminate = !all.checked && number > 0;
}

// Rejecting asks why; the form then goes where it belongs.
function ask(link, following = "") {
  const row = rowOf(link);
  const form = reject.querySelector("form");
  const own = link.closest("form");
  form.reset();
  form.querySelectorAll("[data-many]").forEach(field => field.remove());
  form.action = own.action;
  form.elements.expected.value = own.elements.expected.value;
  reject.querySelector(".whom").textContent = link.dataset.name;
  reject.dataset.row = row ? row.id : "";
  reject.dataset.next = following;
  need(form);
  reject.showModal();
}

function askForAll() {
  const form = reject.querySelector("form");
  form.reset();
  form.querySelectorAll("[data-many]").forEach(field => field.remove());
  form.action = bulk.action;
  for (const box of boxes().filter(one => one.checked)) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "m";
    field.value = box.value;
    field.dataset.many = "";
    form.append(field);
  }
  reject.querySelector(".whom").textContent = bulk.querySelector(".count").textContent;
  reject.dataset.row = "";
  need(form);
  reject.showModal();
}

function need(form) {
  const chosen = form.querySelector("input[name=usual]:checked");
  const reason = form.elements.reason;
  reason.required = chosen?.value === "";
  reason.setCustomValidity(reason.required && reason.value && !reason.value.trim() ? reason.dataset.need : "");
}

for (const kind of ["change", "input"]) {
  reject?.addEventListener(kind, () => need(reject.querySelector("form")));
}
reject?.querySelector("form").addEventListener("submit", event => {
  const row = document.getElementById(reject.dataset.row || "-");
  if (event.submitter?.formMethod === "dialog" || !row) {
    return;
  }
  event.preventDefault();
  const form = event.target;
  const values = Object.fromEntries(new FormData(form, event.submitter));
  reject.dataset.row = "";
  reject.close();
  focus(document.getElementById(reject.dataset.next || "-"));
  htmx.ajax("POST", form.getAttribute("action"), { source: row, target: row, swap: "outerHTML", values });
});
reject?.addEventListener("close", () => {
  const row = document.getElementById(reject.dataset.row || "-");
  row?.focus();
});

document.addEventListener("click", event => {
  const link = event.target.closest("[data-reject]");
  if (link && reject) {
    event.preventDefault();
    ask(link);
  }
  if (event.target.closest("[data-keys]")) {
    keys.showModal();
  }
  if (event.target.closest("[data-reject-all]")) {
    askForAll();
  }
});
document.addEventListener("change", event => {
  if (event.target.matches("[data-all]")) {
    shownBoxes().forEach(box => (box.checked = event.target.checked));
  }
  if (event.target.matches("[data-all], .pick input")) {
    count();
  }
});
document.addEventListener("focusin", event => {
  const row = rowOf(event.target);
  if (row) {
    rove(row);
  }
});

function forget(id) {
  if (moved.includes(id)) {
    moved.splice(moved.indexOf(id), 1);
  }
}

const undoForm = row => row.querySelector("form.undo");

// No key waits for an answer: what it does would depend on which is quicker. What is to be done with a row whose answer
// is awaited is done when that is here, for its forms are old until then; of several such keys the last one counts.
function act(row, action) {
  if (awaited.has(row.id)) {
    awaited.set(row.id, action);
  } else {
    action(row);
  }
}

document.addEventListener("htmx:beforeRequest", event => {
  const source = event.detail.elt;
  const row = rowOf(source);
  if (row) {
    awaited.set(row.id, null);
    forget(row.id);
    if (!source.matches(".undo")) {
      moved.push(row.id);
    }
  }
});

// Whoever has gone on meanwhile stays where they are.
const isFree = part => document.activeElement === document.body || part.contains(document.activeElement);

// The page of a matching: what was moved there.
document.addEventListener("htmx:load", event => {
  const verdict = event.target;
  if (!verdict.matches?.(".verdict")) {
    return;
  }
  announce(verdict.querySelector(".said")?.textContent ?? "");
  if (isFree(verdict)) {
    verdict.querySelector(".control button")?.focus();
  }
});

function settle(row) {
  const action = awaited.get(row.id);
  awaited.delete(row.id);
  if (!undoForm(row)) {
    forget(row.id);
  }
  action?.(row);
}

// A line comes back as it is now.
document.addEventListener("htmx:load", event => {
  const row = event.target;
  if (!row.matches?.(".candidates > li")) {
    return;
  }
  prepare(row);
  const said = row.querySelector(".said");
  if (said) {
    announce(said.textContent);
  }
  settle(row);
  if (isFree(row)) {
    focus(row);
  } else if (!document.querySelector('.candidates > li[tabindex="0"]')) {
    rove(row);
  }
  count();
});
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, event => {
    const row = rowOf(event.detail.elt);
    if (row) {
      settle(row);
    }
  });
}

function step(row, by) {
  const all = rows();
  return all[all.indexOf(row) + by];
}

function move(row, status) {
  const find = one => one.querySelector(`form.move button[value=${status}]`);
  if (find(row) || awaited.has(row.id)) {
    act(row, one => find(one)?.click()); // htmx sends the button that was clicked
    focus(step(row, 1));
  }
}

function askAbout(row) {
  const link = row.querySelector("[data-reject]");
  if (link) {
    ask(link, (step(row, 1) ?? row).id);
  }
}

function undo() {
  const row = document.getElementById(moved.pop() ?? "-");
  if (row) {
    act(row, one => undoForm(one)?.requestSubmit());
  }
}

const actions = {
  j: row => focus(step(row, 1)),
  k: row => focus(step(row, -1)),
  ArrowDown: row => focus(step(row, 1)),
  ArrowUp: row => focus(step(row, -1)),
  v: row => move(row, "VIEWED"),
  c: row => move(row, "CONTACTED"),
  r: row => act(row, askAbout),
  u: undo,
  x: row => {
    const box = row.querySelector(".pick input");
    box.checked = !box.checked;
    count();
    announce(bulk.querySelector(".count").textContent);
  },
  "?": () => keys.showModal(),
};

document.addEventListener("keydown", event => {
  // Enter in a check box would press the first button of the form, which moves all that are selected.
  if (event.key === "Enter" && event.target.matches(".pick input, [data-all]")) {
    event.preventDefault();
  }
  const row = rowOf(event.target);
  const isField = event.target.closest("input, textarea, select, dialog, [contenteditable]");
  if (!row || isField || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }
  if (event.key === "Enter" && event.target === row) {
    location.assign(row.dataset.href);
  } else if (actions[event.key]) {
    event.preventDefault();
    actions[event.key](row);
  }
});

if (lists.length > 0) {
  document.querySelectorAll(".candidates > li").forEach(row => (row.tabIndex = -1));
  document.querySelectorAll(".candidates > li:has(form.undo)").forEach(row => moved.push(row.id));
  const first = rows()[0];
  if (first) {
    first.tabIndex = 0;
  }
  document.querySelectorAll("[data-keys], [data-reject-all]").forEach(button => (button.hidden = false));
  count();
}
// What has just been confirmed is no part of the page: whoever opens its address later did nothing.
const said = ["flagged", "moved", "undone", "overtaken", "refused", "idle", "rejecting", "saved"];
const query = location.search.slice(1).split("&").filter(part => part && !said.includes(part.split("=")[0]));
history.replaceState(history.state, "", location.pathname + (query.length ? "?" : "") + query.join("&") + location.hash);
// What was asked for without a script is a dialog like any other with one.
if (reject?.open) {
  reject.close();
  reject.showModal();
}
