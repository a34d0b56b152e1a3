import "./frame.js";
import { enhance } from "./postings-names.js";

// An address says what is asked for, and nothing of what is not.
const filters = document.getElementById("filters");

function dropEmpty(asked) {
  for (const [name, value] of [...asked.entries()]) {
    if (value === "") {
      asked.delete(name);
    }
  }
}
filters?.addEventListener("htmx:configRequest", event => dropEmpty(event.detail.parameters));
filters?.addEventListener("formdata", event => dropEmpty(event.formData));

const posting = document.getElementById("posting");
if (posting) {
  const fields = [...posting.querySelectorAll(".names")].map(enhance);
  posting.addEventListener("submit", () => fields.forEach(field => field.commit()));

  // What the server proposes stands in the field until somebody writes an id of their own.
  const id = posting.querySelector("input[type=text][name=id]");
  let own = id !== null && id.value !== "";
  id?.addEventListener("input", () => {
    own = id.value !== "";
  });
  document.getElementById("preview").addEventListener("htmx:afterSwap", () => {
    const proposed = document.getElementById("proposed")?.dataset.id;
    const title = document.getElementById("title").value;
    if (id && !own && document.activeElement !== id) {
      id.value = title === "" || !proposed ? "" : proposed;
    }
  });

  const wrong = document.querySelector("[aria-invalid=true]") ?? document.querySelector("#wrong, #stale");
  wrong?.focus();
}
