"use strict";
// Charts, keys, and the marks of a report. Every page works without it; nothing here comes from the page's text.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // Charts: stacked bars by class, or cooperation above and conflict below the line. The data is the chart's JSON twin.
  const stacked = (rows) => {
    const sums = rows.map(() => 0);
    return [1, 2, 3, 4].map((n) => rows.map((row, i) => (sums[i] += row["quad_" + n]))).reverse();
  };
  const balanced = (rows) => [
    rows.map((row) => row.quad_1 + row.quad_2),
    rows.map((row) => -(row.quad_3 + row.quad_4)),
  ];
  const monthEnd = (month) => new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7), 0)).toISOString().slice(0, 10);

  // A few deeds of long ago, told as background, must not press the rest into a corner.
  const told = (row) => row.quad_1 + row.quad_2 + row.quad_3 + row.quad_4;
  const trimmed = (rows) => {
    if (rows.length < 60) return rows;
    const few = rows.reduce((sum, row) => sum + told(row), 0) * 0.02;
    let sum = 0;
    const first = rows.findIndex((row) => (sum += told(row)) > few);
    return rows.slice(first);
  };

  const MONTHS = [1, 2, 3, 6].map((n) => n * 30 * 86400).concat([1, 2, 5, 10, 25, 50].map((n) => n * 365 * 86400)); // no less: bars are months

  const plot = (box, all) => {
    const rows = trimmed(all);
    const balance = box.dataset.balance;
    const names = box.dataset.names.split("|");
    const colors = balance ? ["--q2", "--q4"] : ["--q4", "--q3", "--q2", "--q1"];
    const times = rows.map((row) => Date.UTC(+row.month.slice(0, 4), +row.month.slice(5, 7) - 1, 1) / 1000);
    const columns = balance ? balanced(rows) : stacked(rows);
    const bars = uPlot.paths.bars({ size: [0.82, 26, 1], align: 1 });
    const axis = { stroke: color("--muted"), grid: { stroke: color("--hair"), width: 1 }, ticks: { show: false }, font: "11px Plex Sans" };
    const tip = document.createElement("div");
    tip.className = "tip";
    tip.hidden = true;
    box.replaceChildren(tip);
    const show = (u) => {
      const i = u.cursor.idx;
      tip.hidden = i == null || u.cursor.left < 0;
      if (tip.hidden) return;
      const row = rows[i];
      const counts = balance
        ? [row.quad_1 + row.quad_2, row.quad_3 + row.quad_4]
        : [row.quad_1, row.quad_2, row.quad_3, row.quad_4];
      tip.textContent = row.month + "  " + counts.map((n, at) => (n ? names[at] + " " + n : "")).filter(Boolean).join(", ");
      const left = Math.min(u.cursor.left + 48, box.clientWidth - tip.offsetWidth - 4);
      tip.style.left = Math.max(0, left) + "px";
      tip.style.top = "2px";
    };
    const go = (since, until) => {
      const at = new URL(box.dataset.filter, location.href);
      at.searchParams.set("since", since);
      at.searchParams.set("until", until);
      location.assign(at.pathname + at.search);
    };
    const options = {
      width: box.clientWidth,
      height: box.clientHeight,
      padding: [8, 24, 0, 0],
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
      scales: { x: { time: true, range: () => [times[0], times[times.length - 1] + 2678400] }, y: { range: (u, low, high) => [balance ? Math.min(low, -1) : 0, Math.max(high, 1)] } },
      axes: [{ ...axis, size: 24, incrs: MONTHS, values: (u, splits) => splits.map((s) => new Date(s * 1000)).map((d) => (d.getUTCMonth() ? d.toISOString().slice(0, 7) : String(d.getUTCFullYear()))) }, { ...axis, size: 40, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000], values: (u, splits) => splits.map((v) => Math.abs(v).toLocaleString(document.documentElement.lang)) }],
      tzDate: (ts) => uPlot.tzDate(new Date(ts * 1000), "UTC"),
      series: [{}, ...columns.map((_, n) => ({ fill: color(colors[n]), stroke: "transparent", width: 0, paths: bars, points: { show: false } }))],
      hooks: {
        setCursor: [show],
        setSelect: [(u) => {
          if (u.select.width < 4) return;
          const first = u.valToIdx(u.posToVal(u.select.left, "x"));
          const last = u.valToIdx(u.posToVal(u.select.left + u.select.width, "x"));
          go(rows[first].month + "-01", monthEnd(rows[last].month));
        }],
      },
    };
    if (rows.length < all.length) {
      const earlier = document.createElement("span");
      earlier.className = "earlier";
      earlier.textContent = "← " + all.slice(0, all.length - rows.length).reduce((sum, row) => sum + told(row), 0);
      box.append(earlier);
    }
    const made = new uPlot(options, [times, ...columns], box);
    made.over.addEventListener("dblclick", () => {
      const i = made.cursor.idx;
      if (i != null) go(rows[i].month + "-01", monthEnd(rows[i].month));
    });
    new ResizeObserver(() => made.setSize({ width: box.clientWidth, height: box.clientHeight })).observe(box);
  };

  const say = (box, text) => {
    const line = document.createElement("div");
    line.className = "say";
    line.textContent = text;
    box.replaceChildren(line);
  };
  const charts = (root) => all("[data-series]", root).forEach(async (box) => {
    if (box.dataset.drawn) return;
    box.dataset.drawn = "1";
    const answer = await fetch(box.dataset.series);
    const rows = answer.ok ? await answer.json() : [];
    await document.fonts.ready;
    rows.length ? plot(box, rows) : say(box, box.dataset.empty);
  });

  // A report: a click on a mark opens its claim, and all words of the claim are lit.
  const light = (tag) => {
    all(".text .lit").forEach((piece) => piece.classList.remove("lit"));
    if (!tag) return;
    all(".text [data-tags]").forEach((piece) => {
      const own = piece.dataset.tags.split(" ").some((held) => held === tag || held.startsWith(tag + "."));
      piece.classList.toggle("lit", own);
    });
  };
  const open = (tag, scrollText) => {
    const claim = document.getElementById(tag);
    if (!claim) return;
    all(".claim[open]").forEach((other) => { if (other !== claim) other.open = false; });
    claim.open = true;
    claim.scrollIntoView({ block: "nearest" });
    light(tag);
    if (scrollText) all(".text a.mark").find((mark) => mark.getAttribute("href") === "#" + tag)?.scrollIntoView({ block: "center" });
  };
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".text a.mark");
    if (mark) {
      event.preventDefault();
      history.replaceState(null, "", mark.getAttribute("href"));
      open(mark.getAttribute("href").slice(1), false);
      return;
    }
    const row = event.target.closest("[data-open]");
    if (row && !event.target.closest("a,button,input,label,select,summary") && !String(getSelection())) location.assign(row.dataset.open);
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.(".claim") && event.target.open) light(event.target.dataset.claim);
  }, true);
  document.addEventListener("change", (event) => {
    const layer = event.target.dataset?.layer;
    if (layer) document.getElementById("text").classList.toggle("hide-" + layer, !event.target.checked);
  });

  // Words that are marked in the text go into the form for a missing event.
  document.addEventListener("selectionchange", () => {
    const field = document.getElementById("missing-words");
    const chosen = getSelection();
    if (!field || !chosen.rangeCount || !document.getElementById("text").contains(chosen.anchorNode)) return;
    const piece = chosen.getRangeAt(0).cloneContents();
    piece.querySelectorAll(".tag, ins").forEach((part) => part.remove());
    const told = piece.textContent.trim();
    if (told && told.length <= 400) field.value = told;
  });

  // Keys.
  const views = { t: "/", m: "/area", e: "/events", a: "/actors", p: "/planned", s: "/signs", w: "/warnings" };
  let leader = 0;
  const step = (by) => {
    const marks = all(".text a.mark:not([tabindex])");
    if (marks.length) {
      const at = marks.indexOf(document.activeElement);
      const next = marks[Math.min(Math.max(at + by, 0), marks.length - 1)];
      next.focus();
      open(next.getAttribute("href").slice(1), true);
      return;
    }
    const rows = all("[data-open]");
    const next = rows[Math.min(Math.max(rows.findIndex((row) => row.classList.contains("at")) + by, 0), rows.length - 1)];
    rows.forEach((row) => row.classList.toggle("at", row === next));
    next?.scrollIntoView({ block: "nearest" });
  };
  const keys = {
    "/": () => document.getElementById("find").focus(),
    "?": () => document.getElementById("keys").showModal(),
    j: () => step(1),
    k: () => step(-1),
    y: () => document.querySelector(".claim[open] [data-key=y], .judging [data-key=y]")?.click(),
    n: () => document.querySelector(".claim[open] [data-key=n], .judging [data-key=n]")?.click(),
    r: () => document.querySelector(".switch a:not([aria-current])")?.click(),
    Enter: () => { const row = document.querySelector("[data-open].at"); if (row) location.assign(row.dataset.open); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,textarea,select,dialog")) return;
    if (event.key === "Enter" && event.target.closest("a,button,summary")) return;
    if (Date.now() - leader < 1200 && views[event.key]) {
      leader = 0;
      location.assign(views[event.key]);
    } else if (event.key === "g") {
      leader = Date.now();
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  const begin = (root) => {
    charts(root);
    const chosen = document.querySelector(".claim[open]");
    if (chosen) open(chosen.id, true);
    else if (location.hash) open(location.hash.slice(1), true);
  };
  document.addEventListener("DOMContentLoaded", () => {
    begin(document);
    all("[data-submit]").forEach((field) => {
      field.form.querySelector("button").hidden = true;
      field.addEventListener("change", () => field.form.requestSubmit());
    });
    all("[data-print]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => print());
    });
    all("[data-reload]").forEach((box) => setTimeout(() => location.reload(), 1000 * box.dataset.reload));
    // On a narrow screen the views stand in a strip: the one that is open must be seen.
    const strip = document.querySelector(".nav");
    const own = strip.querySelector("[aria-current]");
    if (own) strip.scrollLeft = own.offsetLeft - strip.offsetLeft - (strip.clientWidth - own.offsetWidth) / 2;
  });
  document.addEventListener("htmx:afterSettle", (event) => charts(event.target.parentElement || document));
})();
