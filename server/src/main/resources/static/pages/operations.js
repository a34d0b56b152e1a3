// Functions, events, the installation: what is copied, and JSON that is looked at before it is sent.
import { say } from "./frame.js";

/** Shows the buttons that copy, and copies the text of what each names. */
function prepare(root) {
  for (const button of root.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
  }
}

/** Selects a text, which can be copied by hand where the browser lets no page do it. */
function select(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

document.addEventListener("click", async event => {
  const button = event.target.closest("button[data-copies]");
  if (!button) {
    return;
  }
  const text = document.querySelector(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(text.textContent);
    say(button.dataset.done);
  } catch {
    select(text);
    text.focus();
  }
});

document.addEventListener("htmx:load", event => prepare(event.target));
prepare(document);

/** Where a browser says that JSON breaks: the line and the column, from 1; null if it does not say. */
function place(error, text) {
  const told = /line (\d+) column (\d+)/.exec(error.message);
  if (told) {
    return [told[1], told[2]];
  }
  const position = /position (\d+)/.exec(error.message);
  if (!position) {
    return null;
  }
  const before = text.slice(0, Number(position[1])).split("\n");
  return [before.length, before.at(-1).length + 1];
}

/** What is wrong with the data of an event, in a sentence; empty if nothing is, or the server has to say. */
function problemOf(text, words) {
  if (text.length > Number(words.most)) {
    return words.long;
  }
  if (text.trim() === "") {
    return "";
  }
  try {
    const data = JSON.parse(text);
    return data !== null && typeof data === "object" && !Array.isArray(data) ? "" : words.object;
  } catch (error) {
    const at = place(error, text);
    return at ? words.broken.replace("{0}", at[0]).replace("{1}", at[1]) : "";
  }
}

const form = document.querySelector("form[data-checks]");
form?.addEventListener("submit", event => {
  const field = form.elements.data;
  const problem = problemOf(field.value, form.dataset);
  form.querySelector("#event-data-error").textContent = problem;
  if (problem) {
    event.preventDefault();
    field.ariaInvalid = "true";
    field.focus();
  }
});
