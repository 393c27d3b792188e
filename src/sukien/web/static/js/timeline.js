// The timeline moves in place: a window is fetched alone and put where the old one was.
// Without this, every window is an address of its own and the page is asked for again.
"use strict";

const DAY = 86400000;
const MOVED = 8;
const KEYS = { "+": "nearer", "=": "nearer", "-": "wider", ArrowLeft: "earlier", ArrowRight: "later", Home: "whole" };

const place = () => document.getElementById("chronology");

async function show(first, last, address) {
  const asked = new URL(place().dataset.fragment, location.href);
  asked.searchParams.set("from", first);
  asked.searchParams.set("to", last);
  const since = new URL(location.href).searchParams.get("since");
  if (since) asked.searchParams.set("since", since);
  place().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(asked, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("chronology");
    if (!found) throw new Error("no timeline");
    place().replaceWith(document.adoptNode(found));
    history.replaceState(null, "", address);
  } catch {
    location.assign(address);
  }
}

function addressOf(first, last) {
  const address = new URL(location.href);
  address.searchParams.set("from", first);
  address.searchParams.set("to", last);
  address.hash = "timeline";
  return address;
}

async function go(link) {
  const name = [...link.classList].find((one) => one !== "step" && link.classList.contains("step"));
  await show(link.dataset.first, link.dataset.last, addressOf(link.dataset.first, link.dataset.last));
  const next = name && place()?.querySelector(`a.step.${name}`);
  (next || place()?.querySelector("a.step"))?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("#chronology a[data-first]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link);
});

document.addEventListener("keydown", (event) => {
  const inside = event.target.closest?.("#chronology");
  const name = KEYS[event.key];
  if (!inside || !name || event.ctrlKey || event.metaKey || event.altKey) return;
  const link = inside.querySelector(`a.step.${name}`);
  if (!link) return;
  event.preventDefault();
  go(link);
});

let turning = false;
document.addEventListener("wheel", async (event) => {
  const inside = event.target.closest?.("#chronology .drawing");
  if (!inside || !event.ctrlKey) return;
  event.preventDefault();
  const link = place().querySelector(event.deltaY < 0 ? "a.step.nearer" : "a.step.wider");
  if (turning || !link) return;
  turning = true;
  await show(link.dataset.first, link.dataset.last, addressOf(link.dataset.first, link.dataset.last));
  turning = false;
}, { passive: false });

let held = null;
document.addEventListener("pointerdown", (event) => {
  const drawing = event.target.closest?.("#chronology .drawing.across");
  if (drawing && event.button === 0 && event.pointerType === "mouse") held = { x: event.clientX, drawing };
});
document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("#chronology")) event.preventDefault();
});
document.addEventListener("pointerup", (event) => {
  if (!held) return;
  const far = event.clientX - held.x;
  const wide = held.drawing.getBoundingClientRect().width;
  held = null;
  if (Math.abs(far) < MOVED || !wide) return;
  window.addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
  setTimeout(() => shift(-far / wide), 0);
});

function shift(share) {
  const { first, last } = place().dataset;
  const start = Date.parse(first), end = Date.parse(last);
  const days = Math.round(share * ((end - start) / DAY + 1));
  if (!days || Number.isNaN(start)) return;
  const moved = [start, end].map((moment) => new Date(moment + days * DAY).toISOString().slice(0, 10));
  if (moved.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))) show(moved[0], moved[1], addressOf(...moved));
}
