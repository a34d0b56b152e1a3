import { localise, signInAgain } from "./frame.js";

const language = document.documentElement.lang;
const number = new Intl.NumberFormat(language);

/** Lengths of time from seconds on, as the server says them. */
function length(seconds) {
  const whole = Math.floor(seconds);
  if (whole < 120) {
    return `${whole}\u00a0s`;
  }
  return whole < 7200
    ? `${Math.floor(whole / 60)}\u00a0min\u00a0${whole % 60}\u00a0s`
    : `${Math.floor(whole / 3600)}\u00a0h\u00a0${Math.floor(whole % 3600 / 60)}\u00a0min`;
}

// A run as it goes on

/** Follows a run until it ends; a connection that is lost is opened again. */
function follow(card) {
  const words = card.dataset;
  const lost = card.querySelector(".lost");
  const status = card.querySelector("[role=status]");
  let began = performance.now() - 1000 * words.seconds;
  let source;
  let wait = 1000;
  let isOver = false;

  let seconds = 0;
  const clock = setInterval(() => {
    if (!card.isConnected) {
      close();
    } else if (lost.hidden) {
      card.querySelector(".elapsed").textContent = length((performance.now() - began) / 1000);
      if (++seconds % 3 === 0 && document.getElementById("steps")) {
        refresh();
      }
    }
  }, 1000);

  function close() {
    isOver = true;
    clearInterval(clock);
    source.close();
  }

  function phase(run) {
    if (run.status === "QUEUED") {
      return "queued";
    }
    if (run.chunks.total === 0) {
      return "opening";
    }
    return run.chunks.done + run.chunks.failed < run.chunks.total ? "ranking" : "closing";
  }

  function show(run) {
    const { total, written, failed } = run.postings;
    const now = phase(run);
    if (words.phase === "QUEUED" && now !== "queued") {
      began = performance.now();
    }
    words.phase = now.toUpperCase();
    const bar = card.querySelector("progress");
    bar.max = total || 1;
    bar.value = written;
    card.querySelector(".written").textContent =
      words.of.replace("{0}", number.format(written)).replace("{1}", number.format(total));
    card.querySelector(".phase").textContent = words[now];
    card.querySelector(".failed").textContent = number.format(failed);
  }

  function back() {
    wait = 1000;
    if (!lost.hidden) {
      lost.hidden = true;
      card.classList.remove("lost");
      status.textContent = words.back;
    }
  }

  function open() {
    source = new EventSource(`/api/runs/${words.run}/events`);
    source.addEventListener("open", back);
    source.addEventListener("progress", event => show(JSON.parse(event.data)));
    source.addEventListener("end", () => {
      close();
      status.textContent = words.ended;
      // Its last step tells others that it has ended, which goes on for a moment.
      setTimeout(renew, 600);
    });
    source.addEventListener("error", () => {
      if (isOver) {
        return;
      }
      lost.textContent = words.gone;
      lost.hidden = false;
      card.classList.add("lost");
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(again, wait);
        wait = Math.min(2 * wait, 15000);
      }
    });
  }

  // A browser tries again by itself, but not behind an answer that is none of events.
  async function again() {
    const answer = await fetch(location.href, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (answer && signInAgain(answer.status) || isOver) {
      return;
    }
    open();
  }

  open();
  addEventListener("pagehide", close, { once: true }); // what ends with the page is no loss
}

/** Shows the page as it is now, in the place where it is read. */
async function renew() {
  await htmx.ajax("GET", location.pathname + location.search, { target: "#content", select: "#content", swap: "outerHTML" })
    .catch(() => setTimeout(renew, 2000));
}

let refreshing = false;

/** Shows what has come since, one answer at a time: a slow one must not overwrite a newer one. */
async function refresh() {
  if (refreshing) {
    return;
  }
  refreshing = true;
  try {
    await showSteps();
  } catch {
    // what was lost on the way is asked for again
  } finally {
    refreshing = false;
  }
}

/** Shows the steps and lines as they are, unless somebody is busy with those that are there. */
async function showSteps() {
  const answer = await fetch(location.pathname + location.search).catch(() => null);
  if (!answer?.ok || !document.querySelector(".live")) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["steps", "lines"]) {
    const old = document.getElementById(id);
    const next = fresh.getElementById(id);
    const isBusy = old?.contains(document.activeElement) || old?.querySelector("details[open]") || old?.scrollTop > 0;
    if (old && next && !isBusy) {
      old.replaceWith(document.adoptNode(next));
      localise(next);
      htmx.process(next);
    }
  }
}

// The chart

const outcomes = ["FINE", "PARTIAL", "FAILED", "MISSED"];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name);
}

/** Draws what tells an outcome without its colour: a triangle, a cross, a ring. */
function mark(context, outcome, x, y, size) {
  context.beginPath();
  context.lineWidth = size / 3;
  context.strokeStyle = context.fillStyle = colour("--night-" + outcome.toLowerCase());
  if (outcome === "PARTIAL") {
    context.moveTo(x, y - size);
    context.lineTo(x + size, y + size);
    context.lineTo(x - size, y + size);
    context.fill();
  } else if (outcome === "FAILED") {
    context.moveTo(x - size, y - size);
    context.lineTo(x + size, y + size);
    context.moveTo(x + size, y - size);
    context.lineTo(x - size, y + size);
    context.stroke();
  } else if (outcome === "MISSED") {
    context.arc(x, y, size * .9, 0, 2 * Math.PI);
    context.stroke();
  }
}

function marks(nights) {
  return chart => {
    const size = Math.max(2.5, Math.min(5, chart.bbox.width / nights.length / 3)) * devicePixelRatio;
    nights.forEach((night, at) => {
      const x = chart.valToPos(chart.data[0][at], "x", true);
      const top = chart.valToPos(night.seconds, "y", true);
      mark(chart.ctx, night.outcome, x, Math.max(top - 2.2 * size, chart.bbox.top + size), size);
    });
  };
}

function options(place, nights, point) {
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" });
  const axis = { stroke: colour("--tblr-secondary-color"), font: "12px system-ui", ticks: { show: false } };
  return {
    width: place.clientWidth,
    height: 224,
    tzDate: seconds => uPlot.tzDate(new Date(1000 * seconds), "Etc/UTC"),
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { y: { range: (_, __, most) => [0, most > 0 ? 1.18 * most : 1] } },
    axes: [
      { ...axis, size: 30, grid: { show: false }, space: 70, values: (_, times) => times.map(time => day.format(1000 * time)) },
      { ...axis, size: 68, grid: { stroke: colour("--track"), width: 1 },
        values: (_, lengths) => lengths.map(seconds => seconds < 10 && seconds % 1 ? `${number.format(seconds)}\u00a0s` : length(seconds)) },
    ],
    series: [{}, ...outcomes.map(outcome => ({
      fill: colour("--night-" + outcome.toLowerCase()),
      width: 0,
      points: { show: false },
      paths: uPlot.paths.bars({ size: [.72, 28] }),
    }))],
    hooks: {
      draw: [marks(nights)],
      setCursor: [chart => point(chart.cursor.idx)],
    },
  };
}

async function chart(place) {
  const answer = await fetch(place.dataset.from).catch(() => null);
  if (!answer?.ok) {
    place.textContent = place.dataset.failed;
    return;
  }
  const { nights } = await answer.json();
  const line = document.getElementById("point");
  const hint = line.textContent;
  line.hidden = false;
  const data = [
    nights.map(night => Date.parse(night.date) / 1000),
    ...outcomes.map(outcome => nights.map(night => night.outcome === outcome ? night.seconds : null)),
  ];
  let pointed;
  const point = at => {
    pointed = nights[at];
    line.textContent = pointed
      ? [pointed.day, pointed.word, pointed.took, pointed.lists && `${pointed.lists} ${place.dataset.lists}`,
          pointed.failures && `${pointed.failures} ${place.dataset.failures}`].filter(Boolean).join(" · ")
      : hint;
  };
  let drawn;
  const draw = () => {
    drawn?.destroy();
    drawn = new uPlot(options(place, nights, point), data, place);
    drawn.over.addEventListener("click", () => pointed?.run && location.assign("/runs/" + pointed.run));
  };
  draw();
  new ResizeObserver(() => drawn.setSize({ width: place.clientWidth, height: 224 })).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => place.isConnected && setTimeout(draw));
}

function begin(root) {
  root.querySelectorAll(".live").forEach(follow);
  root.querySelectorAll("#chart").forEach(chart);
}

// A choice that is open is closed by what closes a menu.
document.addEventListener("keydown", event => {
  const open = document.querySelector("details.choice[open]");
  if (event.key === "Escape" && open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
document.addEventListener("click", event => {
  for (const open of document.querySelectorAll("details.choice[open]")) {
    if (!open.contains(event.target)) {
      open.open = false;
    }
  }
});

document.addEventListener("DOMContentLoaded", () => begin(document));
document.addEventListener("htmx:load", event => event.detail.elt.id === "content" && begin(event.detail.elt));
addEventListener("pageshow", event => event.persisted && document.querySelector(".live") && renew());
