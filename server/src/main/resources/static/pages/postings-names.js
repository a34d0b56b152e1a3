import { problem, say, signInAgain } from "./frame.js";

// A field of names as a combobox with a list box (ARIA 1.2): names that were taken stand above it as chips.

function quoted(name) {
  return /[,\n\r]|^"/.test(name) ? '"' + name.replaceAll('"', '""') + '"' : name;
}

/** Makes a field of names one that completes; `commit` takes what has been typed and not taken. */
export function enhance(field) {
  const kind = field.dataset.kind;
  const input = field.querySelector("input");
  const chips = field.querySelector(".chips");
  const options = field.querySelector("[role=listbox]");
  const status = field.querySelector("[role=status]");
  const value = document.createElement("input");
  // What each chip stands for: a name, or what was typed and the server has not read yet.
  let parts = [...chips.children].map(chip => quoted(chip.dataset.name));
  let asked;
  let reading;
  let timer;

  value.type = "hidden";
  value.name = input.name;
  value.value = input.value;
  input.removeAttribute("name");
  input.value = "";
  input.role = "combobox";
  input.ariaAutoComplete = "list";
  input.ariaExpanded = "false";
  input.setAttribute("aria-controls", options.id);
  field.append(value);
  chips.hidden = false;

  const active = () => options.querySelector("[aria-selected=true]");

  function close() {
    clearTimeout(timer);
    asked?.abort();
    options.hidden = true;
    options.replaceChildren();
    input.ariaExpanded = "false";
    input.removeAttribute("aria-activedescendant");
  }

  async function open() {
    asked?.abort();
    asked = new AbortController();
    const q = input.value;
    try {
      const answer = await fetch("/postings/names?" + new URLSearchParams({ kind, q }), { signal: asked.signal });
      if (!answer.ok) {
        return close();
      }
      options.innerHTML = await answer.text();
      [...options.children].forEach((option, i) => {
        option.id = options.id + "-" + i;
      });
      options.hidden = options.children.length === 0;
      input.ariaExpanded = String(!options.hidden);
      input.removeAttribute("aria-activedescendant");
      status.textContent = field.dataset.counted.replace("{0}", options.children.length);
    } catch (problem) {
      if (problem.name !== "AbortError") {
        close(); // names can still be typed
      }
    }
  }

  function activate(option) {
    active()?.setAttribute("aria-selected", "false");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function move(step) {
    const all = [...options.children];
    if (all.length > 0) {
      const at = all.indexOf(active());
      activate(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length]);
    }
  }

  // The server reads the list, as it does when the form is sent: there is one way to read it.
  async function read() {
    reading?.abort();
    reading = new AbortController();
    try {
      const answer = await fetch("/postings/names", {
        method: "POST",
        headers: { "HX-Request": "true" }, // who is signed out is told so, and not led elsewhere
        body: new URLSearchParams({ kind, names: value.value }),
        signal: reading.signal,
      });
      const text = await answer.text();
      if (answer.ok) {
        chips.innerHTML = text;
        parts = [...chips.children].map(chip => quoted(chip.dataset.name));
        value.value = parts.join(", ");
      } else if (!signInAgain(answer.status)) {
        say(problem(text), true);
      }
    } catch (failure) {
      if (failure.name !== "AbortError") {
        say(document.getElementById("toasts").dataset.gone, true); // the names stay as they were typed
      }
    }
  }

  function change() {
    value.value = parts.join(", ");
    field.dispatchEvent(new Event("change", { bubbles: true }));
    read();
  }

  /** A chip of what was typed, until the server has read it. */
  function unread(written) {
    const name = /^"[^]+"$/.test(written) ? written.slice(1, -1).replaceAll('""', '"') : written;
    const chip = document.createElement("li");
    chip.className = "chip";
    const words = document.createElement("span");
    words.textContent = name;
    const button = document.createElement("button");
    button.type = "button";
    button.ariaLabel = field.dataset.remove.replace("{0}", () => name);
    button.textContent = "×";
    chip.append(words, button);
    return chip;
  }

  function take(written) {
    input.value = "";
    close();
    if (written !== "") {
      parts.push(written);
      chips.append(unread(written));
      change();
    }
  }

  function drop(at) {
    parts.splice(at, 1);
    chips.children[at].remove();
    change();
  }

  function commit() {
    take(input.value.trim());
  }

  input.addEventListener("input", event => {
    event.stopPropagation(); // nothing is taken yet
    clearTimeout(timer);
    if (/[,\n]$/.test(input.value) && !input.value.startsWith('"')) {
      take(input.value.slice(0, -1).trim());
    } else if (input.value.trim() === "") {
      close();
    } else {
      timer = setTimeout(open, 120);
    }
  });
  input.addEventListener("change", event => event.stopPropagation());
  input.addEventListener("keydown", event => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && (active() || input.value.trim() !== "")) {
      event.preventDefault();
      take(active() ? quoted(active().dataset.name) : input.value.trim());
    } else if (event.key === "Escape" && (!options.hidden || input.value !== "")) {
      event.preventDefault();
      if (options.hidden) {
        input.value = "";
      }
      close();
    } else if (event.key === "Backspace" && input.value === "" && parts.length > 0) {
      drop(parts.length - 1);
    }
  });
  input.addEventListener("blur", commit);
  options.addEventListener("mousedown", event => event.preventDefault()); // the field keeps the focus
  options.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) {
      take(quoted(option.dataset.name));
    }
  });
  chips.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button) {
      drop([...chips.children].indexOf(button.closest("li")));
      input.focus();
    }
  });
  return { commit };
}
