// The search of a published site. Words and entries come as scripts, since a page that was
// opened from a file may not read others; each script hands itself over to `siteSearch`.
"use strict";

const place = document.getElementById("site-search");
const root = place.dataset.root;
const shards = new Map();
const entries = new Map();
const waiting = new Map();
let facts = null;

globalThis.siteSearch = {
  index: (given) => { facts = given; },
  shard: (name, words) => { shards.set(name, words); },
  entries: (number, lines) => { entries.set(number, lines); },
};

function load(name) {
  if (!waiting.has(name)) {
    waiting.set(name, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = `${root}search/${name}.js`;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    }));
  }
  return waiting.get(name);
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC")
    .replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
}

const wordsOf = (text) => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function shardOf(word) {
  const start = [...word].slice(0, 2);
  return start.every((letter) => letter.codePointAt(0) < 128)
    ? start.join("") : start.map((letter) => letter.codePointAt(0).toString(16)).join("-");
}

// Numbers of the entries with a word, and whether the title has it.
function found(word) {
  const plain = fold(word);
  const forms = (shards.get(shardOf(plain)) ?? {})[plain] ?? {};
  const asked = word === plain ? Object.keys(forms) : [word];
  const numbers = new Map();
  for (const form of asked) {
    let at = 0;
    for (const step of (forms[form] ?? "").split(".").filter(Boolean)) {
      at += parseInt(step, 36);
      numbers.set(at >> 1, (at & 1) === 1 || numbers.get(at >> 1) === true);
    }
  }
  return numbers;
}

function ranked(words) {
  const lists = words.map(found).sort((a, b) => a.size - b.size);
  if (!lists.length) return [];
  const titled = (number) => lists.filter((list) => list.get(number)).length;
  return [...lists[0].keys()].filter((number) => lists.every((list) => list.has(number)))
    .sort((a, b) => titled(b) - titled(a) || a - b);
}

function entry(number) {
  return entries.get(Math.floor(number / facts.step))[number % facts.step];
}

function phrasesOf(query) {
  return [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].map((one) => wordsOf(one[1]).join(" "));
}

// Does what is shown of an entry have the words of a phrase one after the other?
function says(line, phrase) {
  const text = ` ${wordsOf(`${line[1]} ${line[5]}`).join(" ")} `;
  return fold(phrase) === phrase ? fold(text).includes(` ${phrase} `) : text.includes(` ${phrase} `);
}

function marked(text, words) {
  const wanted = new Set(words);
  const piece = document.createDocumentFragment();
  for (const part of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
    const word = part.normalize("NFC").toLowerCase();
    if (part && (wanted.has(word) || wanted.has(fold(word)))) {
      const mark = document.createElement("mark");
      mark.textContent = part;
      piece.append(mark);
    } else {
      piece.append(part);
    }
  }
  return piece;
}

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function line([kind, title, file, date, source, told], words) {
  const link = element("a", "", marked(title, words));
  link.href = place.dataset.pages + file;
  const heading = element("h2", "", link);
  const snippet = element("p", "snippet", marked(told, words));
  heading.lang = snippet.lang = "vi";
  const facts = [kind === "story" ? place.dataset.story : source, date].filter(Boolean);
  return element("li", "", element("p", "kicker", facts.join(" · ")), heading, snippet);
}

const AT_ONCE = 30;

function show(numbers, words, start = 0) {
  const list = place.querySelector("ol") ?? place.appendChild(element("ol", "hits"));
  const shown = numbers.slice(start, start + AT_ONCE);
  const needed = [...new Set(shown.map((number) => Math.floor(number / facts.step)))];
  return Promise.all(needed.map((number) => load(`entries-${number}`))).then(() => {
    list.append(...shown.map((number) => line(entry(number), words)));
    place.querySelector("button")?.remove();
    if (start + AT_ONCE < numbers.length) {
      const more = element("button", "", place.dataset.more);
      more.type = "button";
      more.addEventListener("click", () => {
        const first = list.children.length;
        show(numbers, words, start + AT_ONCE).then(() => list.children[first]?.querySelector("a").focus());
      });
      place.append(more);
    }
  });
}

async function withPhrases(numbers, phrases) {
  if (!phrases.length) return numbers;
  const needed = [...new Set(numbers.map((number) => Math.floor(number / facts.step)))];
  await Promise.all(needed.map((number) => load(`entries-${number}`)));
  const exact = numbers.filter((number) => phrases.every((phrase) => says(entry(number), phrase)));
  return [...exact, ...numbers.filter((number) => !exact.includes(number))];
}

async function search(query) {
  const words = [...new Set(wordsOf(query))].slice(0, 12);
  const status = document.getElementById("site-search-status");
  document.querySelectorAll("input[name=q]").forEach((input) => { input.value = query; });
  if (!words.length) return;
  await load("index");
  const names = [...new Set(words.map((word) => shardOf(fold(word))))];
  await Promise.all(names.filter((name) => facts.shards.includes(name)).map(load));
  const numbers = await withPhrases(ranked(words), phrasesOf(query));
  status.textContent = numbers.length
    ? place.dataset.found.replace("{n}", numbers.length) : place.dataset.nothing;
  await show(numbers, words);
}

const query = (new URLSearchParams(location.search).get("q") ?? "").slice(0, 300);
search(query).catch(() => {
  document.getElementById("site-search-status").textContent = place.dataset.failed;
});
