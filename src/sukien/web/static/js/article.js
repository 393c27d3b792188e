// A click on marked words puts their address into the address bar, to be shared, and opens their
// line under the article. Without this script the lines themselves lead to the words.
"use strict";

document.querySelector(".paper")?.addEventListener("click", (event) => {
  if (event.target.closest("a, input, label, summary")) return;
  const mark = event.target.closest(".m[id]");
  if (!mark || !window.getSelection().isCollapsed) return;
  const line = document.querySelector(`.readings a[href="#${CSS.escape(mark.id)}"]`);
  history.replaceState(null, "", `#${mark.id}`);
  mark.scrollIntoView({ block: "nearest" });
  for (const one of document.querySelectorAll(".chosen")) one.classList.remove("chosen");
  mark.classList.add("chosen");
  if (line) {
    line.closest("details").open = true;
    line.closest("div").classList.add("chosen");
  }
});
