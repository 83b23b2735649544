"use strict";
/* Searching and filtering the index. The page says everything without this script; reports are
   loaded from files beside it when somebody first searches. Nothing is written as markup. */
(function () {
  const MOST = 200;
  const form = document.getElementById("search");
  const said = document.getElementById("search-said");
  const table = document.getElementById("search-found");
  const body = table.tBodies[0];
  const lists = document.getElementById("lists");
  const rows = [];
  const asked = new Set();
  const arrived = new Set();
  let about = null;

  function load(name) {
    if (asked.has(name)) return Promise.resolve();
    asked.add(name);
    return new Promise(function (done) {
      const script = document.createElement("script");
      script.src = "search/" + name + ".js";
      script.addEventListener("load", function () { arrived.add(name); done(); });
      script.addEventListener("error", function () { asked.delete(name); done(); });
      document.head.appendChild(script);
    });
  }

  function fill(name, values) {
    const select = form.elements.namedItem(name);
    values.forEach(function (value) {
      const option = document.createElement("option");
      option.value = option.textContent = String(value);
      select.appendChild(option);
    });
  }

  window.gongkai = {
    about: function (given) {
      about = given;
      fill("region", given.regions.map(function (one) { return one[0]; }));
      fill("year", given.years.slice().reverse());
      fill("status", given.statuses);
      fill("verdict", given.verdicts);
    },
    add: function (given) { given.forEach(function (row) { rows.push(row); }); },
  };

  function chosen(name) { return form.elements.namedItem(name).value; }

  function position(names, name) { return name ? names.indexOf(name) : null; }

  function cell(row, text, href) {
    const at = row.insertCell();
    if (href) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = text;
      at.appendChild(link);
    } else {
      at.textContent = text;
    }
  }

  function needed() {
    const only = about.regions.find(function (one) { return one[0] === chosen("region"); });
    const names = [];
    for (let at = only ? only[1] : 1; at <= (only ? only[2] : about.files); at += 1) names.push("reports-" + at);
    return names;
  }

  function show() {
    const words = chosen("words").trim().split(/\s+/).filter(Boolean);
    const region = position(about.regions.map(function (one) { return one[0]; }), chosen("region"));
    const status = position(about.statuses, chosen("status"));
    const verdict = position(about.verdicts, chosen("verdict"));
    const year = chosen("year") ? Number(chosen("year")) : null;
    body.textContent = "";
    const asks = words.length || [region, status, verdict, year].some(function (v) { return v !== null; });
    table.hidden = true;
    lists.hidden = asks;
    said.textContent = "";
    if (!asks) return;
    let count = 0;
    rows.forEach(function (row) {
      if (region !== null && row[2] !== region) return;
      if (status !== null && row[3] !== status) return;
      if (verdict !== null && row[5] !== verdict) return;
      if (year !== null && row[1] !== year) return;
      const parts = [row[0], row[1] ? row[1] + "年" : ""].concat(row.slice(6));
      const text = parts.join(" ");
      const tight = parts.join("").replace(/\s+/g, "");
      if (!words.every(function (word) { return text.includes(word) || tight.includes(word); })) return;
      count += 1;
      if (count > MOST) return;
      const line = body.insertRow();
      cell(line, row[0] + (row[1] ? "　" + row[1] + " 年" : ""), row[4] && "reports/" + row[4] + ".html");
      cell(line, about.statuses[row[3]]);
      cell(line, row[6] || "");
      cell(line, row[7] || "");
      cell(line, row[8] || "");
      cell(line, row[9] || "");
      cell(line, row[5] >= 0 ? about.verdicts[row[5]] : "");
    });
    table.hidden = count === 0;
    const more = count > MOST ? "，只列前 " + MOST + " 份，请再缩小范围" : "";
    const whole = needed().every(function (name) { return arrived.has(name); });
    said.textContent = "找到 " + count + " 份" + more + (whole ? "。" : "，还在查找……");
  }

  async function find() {
    await load("about");
    if (!about) { said.textContent = "查找用的文件不在手边（search 目录）。"; return; }
    show();
    for (const name of needed()) {
      if (asked.has(name)) continue;
      await load(name);
      show();
    }
  }

  let timer = 0;
  form.hidden = false;
  form.addEventListener("focusin", function () { load("about"); }, { once: true });
  form.addEventListener("submit", function (event) { event.preventDefault(); find(); });
  form.addEventListener("reset", function () { window.setTimeout(find); });
  form.addEventListener("input", function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(find, 150);
  });
})();
