/* The search box suggests names while somebody types: a combobox with a list of names below.
   Pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (list autocomplete, manual choice).
   Without this file the box is a plain form. */

const WAIT = 120;

function made(kind, attributes = {}) {
  const element = document.createElement(kind);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

class Suggestions {
  constructor(form, input) {
    this.form = form;
    this.input = input;
    this.lines = [];
    this.at = -1;
    this.list = made("ul", { id: "suggestions", role: "listbox", "aria-label": form.dataset.label, hidden: "" });
    this.said = made("p", { class: "unseen", role: "status" });
    form.append(this.list, this.said);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions" };
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  typed() {
    clearTimeout(this.timer);
    this.request?.abort();
    const typed = this.input.value.trim();
    if (typed) this.timer = setTimeout(() => this.ask(typed), WAIT);
    else this.close();
  }

  async ask(typed) {
    const request = (this.request = new AbortController());
    const address = new URL(this.form.dataset.suggest, document.baseURI);
    address.searchParams.set("q", typed);
    try {
      const answer = await fetch(address, { signal: request.signal });
      if (!answer.ok) return this.close();
      const { suggestions } = await answer.json();
      if (document.activeElement === this.input && request === this.request) this.show(suggestions);
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    }
  }

  show(suggestions) {
    this.point(-1);
    this.lines = suggestions.map((one, number) => this.line(one, number));
    this.list.replaceChildren(...this.lines);
    this.open(this.lines.length > 0);
    const { count, none } = this.form.dataset;
    this.said.textContent = this.lines.length ? count.replace("{n}", this.lines.length) : none;
  }

  line({ suggestion, address }, number) {
    const line = made("li", { id: `suggestion-${number}`, role: "option", "aria-selected": "false" });
    const name = made("span", { lang: "vi" });
    const what = made("small");
    name.textContent = suggestion.name;
    what.textContent = suggestion.what;
    line.append(name, " ", what);
    line.addEventListener("click", () => location.assign(address));
    return line;
  }

  open(shown) {
    this.list.hidden = !shown;
    this.input.setAttribute("aria-expanded", String(shown));
    if (!shown) this.point(-1);
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.open(false);
    this.said.textContent = "";
  }

  point(at) {
    this.lines[this.at]?.setAttribute("aria-selected", "false");
    this.at = at;
    const line = this.lines[at];
    line?.setAttribute("aria-selected", "true");
    line?.scrollIntoView({ block: "nearest" });
    if (line) this.input.setAttribute("aria-activedescendant", line.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  pressed(event) {
    if (event.isComposing) return;
    const shown = !this.list.hidden;
    const last = this.lines.length - 1;
    if (event.key === "ArrowDown" && !shown) this.typed();
    else if (event.key === "ArrowDown") this.point(this.at === last ? -1 : this.at + 1);
    else if (event.key === "ArrowUp" && shown) this.point(this.at === -1 ? last : this.at - 1);
    else if (event.key === "Escape" && shown) this.close();
    else if (event.key === "Enter" && this.at >= 0) this.lines[this.at].click();
    else return;
    event.preventDefault();
  }
}

for (const form of document.querySelectorAll("form[data-suggest]")) {
  new Suggestions(form, form.querySelector("input[type=search]"));
}
