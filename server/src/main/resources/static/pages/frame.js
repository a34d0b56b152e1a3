// What all pages do: instants in the reader's zone, menus that close, errors that are said.

const language = document.documentElement.lang;
const formats = {
  minute: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  second: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  day: { day: "numeric", month: "short", year: "numeric" },
};

/** Shows every `time` of a part of the page in the reader's zone; what the server wrote, in UTC, is its title. */
export function localise(root) {
  for (const time of root.querySelectorAll("time[datetime]:not([title])")) {
    const instant = new Date(time.dateTime);
    if (!isNaN(instant)) {
      time.title = time.textContent;
      time.textContent = new Intl.DateTimeFormat(language, formats[time.dataset.to ?? "minute"]).format(instant);
    }
  }
}

const toasts = document.getElementById("toasts");

/** Says something in a corner until it is dismissed, or for eight seconds if it is no error. */
export function say(text, isError = false) {
  const toast = document.createElement("div");
  toast.className = isError ? "toast show error" : "toast show";
  const words = document.createElement("p");
  words.textContent = text;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn-close";
  button.ariaLabel = toasts.dataset.dismiss;
  button.addEventListener("click", () => toast.remove());
  toast.append(words, button);
  toasts.append(toast);
  if (!isError) {
    setTimeout(() => toast.remove(), 8000);
  }
}

/** What an answer that is no success says of itself, in the reader's language. */
export function problem(text) {
  try {
    const answer = JSON.parse(text);
    return [answer.title, answer.detail].filter(Boolean).join(" – ") || toasts.dataset.failed;
  } catch {
    return toasts.dataset.failed;
  }
}

/** Leads to the sign-in page and back, if nobody is signed in any more. */
export function signInAgain(status) {
  if (status === 401) {
    location.assign("/sign-in?to=" + encodeURIComponent(location.pathname + location.search));
  }
  return status === 401;
}

document.addEventListener("htmx:responseError", event => {
  const answer = event.detail.xhr;
  if (!signInAgain(answer.status)) {
    say(problem(answer.responseText), true);
  }
});
document.addEventListener("htmx:sendError", () => say(toasts.dataset.gone, true));
document.addEventListener("htmx:load", event => localise(event.target));

const menu = document.querySelector("header .menu");
menu?.addEventListener("click", () => {
  menu.ariaExpanded = menu.ariaExpanded === "true" ? "false" : "true";
});

const person = document.querySelector("header .person");
document.addEventListener("click", event => {
  if (person && !person.contains(event.target)) {
    person.open = false;
  }
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && menu?.ariaExpanded === "true") {
    menu.ariaExpanded = "false";
    menu.focus();
  }
  if (event.key === "Escape" && person?.open) {
    person.open = false;
    person.querySelector("summary").focus();
  }
});

localise(document);
