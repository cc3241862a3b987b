/* The crisis log on its page: start and end, notes, and the way out of the device. */
(function () {
  "use strict";

  var page = document.querySelector(".pb-log");
  if (!page) {
    return;
  }
  var store = window.planbuilder.store;
  var hours = window.planbuilder.hours;
  var exported = window.planbuilder.exported;
  var data = Object.assign(JSON.parse(page.dataset.log), {
    columns: page.dataset.columns.split("|"), hint: page.dataset.hint, title: document.querySelector("h1").textContent.trim(),
    zone: window.planbuilder.plan.zone,
  });
  var find = function (selector) { return page.querySelector(selector); };
  var crisisForm = find(".pb-crisis");
  var noteForm = find(".pb-note-form");
  var editing = null;

  function lines() {
    return store.read("log", []).sort(function (a, b) { return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id; });
  }

  function crisis() {
    return store.read("crisis", {});
  }

  function change(edit) {
    var found = crisis();
    edit(found);
    store.write("crisis", found);
  }

  function button(label, line, act) {
    var made = document.createElement("button");
    var of = document.createElement("span");
    made.type = "button";
    made.className = "pb-button pb-quiet";
    made.textContent = label;
    of.className = "pb-hidden";
    of.textContent = " " + line.text;
    made.append(of);
    made.addEventListener("click", act);
    return made;
  }

  function item(line) {
    var made = document.createElement("li");
    var time = document.createElement("time");
    var kind = document.createElement("span");
    var text = document.createElement("span");
    time.dateTime = line.at;
    time.textContent = hours.when(new Date(line.at));
    kind.className = "pb-chip pb-kind-" + line.kind;
    kind.textContent = data.kinds[line.kind] || line.kind;
    text.className = "pb-line-text";
    text.textContent = line.text;
    made.append(time, kind, text);
    if (data.written.indexOf(line.kind) >= 0) {
      made.append(
        button(page.dataset.edit, line, function () { edit(line); }),
        button(page.dataset.delete, line, function () { remove(line); })
      );
    }
    return made;
  }

  function show() {
    var found = lines();
    var now = crisis();
    var list = find(".pb-lines");
    list.textContent = "";
    found.forEach(function (line) { list.append(item(line)); });
    find(".pb-empty").hidden = found.length > 0;
    page.querySelectorAll("[data-when]").forEach(function (part) {
      var state = now.start ? (now.stop ? "over" : "on") : "before";
      part.hidden = part.dataset.when.split(" ").indexOf(state) < 0;
    });
    /* On paper the hour alone would say nothing tomorrow. */
    var dated = function (at) {
      return at && hours.date(new Date(at), "", true) + " " + hours.clock(new Date(at));
    };
    find(".pb-state").textContent = now.start
      ? page.dataset[now.stop ? "over" : "on"].replace("{start}", dated(now.start)).replace("{end}", dated(now.stop))
      : "";
    if (now.start && now.name) {
      find(".pb-state").prepend(now.name + " · ");
    }
  }

  /* --- start and end --- */

  crisisForm.elements.name.value = crisis().name || "";
  crisisForm.elements.scenario.value = crisis().scenario || "";
  ["name", "scenario"].forEach(function (name) {
    crisisForm.elements[name].addEventListener("change", function () {
      change(function (found) { found[name] = crisisForm.elements[name].value.trim(); });
      show();
    });
  });
  crisisForm.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!crisis().start) {
      store.begin(new Date());
      noteForm.elements.text.focus();
    }
  });
  find("[data-act=stop]").addEventListener("click", function () {
    change(function (found) { found.stop = new Date().toISOString(); });
    store.record("stop", "");
    show();
    find("[data-act=on]").focus();
  });
  find("[data-act=on]").addEventListener("click", function () {
    change(function (found) { delete found.stop; });
    show();
    find("[data-act=stop]").focus();
  });

  /* --- notes --- */

  /* The hour that was typed, today or, where that is still to come, yesterday; the moment itself where none was typed. */
  function momentOf(typed, before) {
    var read = /^\s*([01]?\d|2[0-3])\s*[:hH.]\s*([0-5]\d)?\s*$/.exec(typed);
    if (!typed.trim()) {
      return before || new Date();
    }
    if (!read) {
      return null;
    }
    var hour = read[1].padStart(2, "0") + ":" + (read[2] || "00");
    if (before && hour === hours.hour(before)) {
      return before;
    }
    var moment = hours.moment(hours.day(before || new Date()), hour);
    return moment > new Date() ? hours.moment(hours.day(new Date(moment - 86400000)), hour) : moment;
  }

  function edit(line) {
    editing = line.id;
    noteForm.elements.kind.value = line.kind;
    noteForm.elements.hour.value = hours.hour(new Date(line.at));
    noteForm.elements.text.value = line.text;
    noteForm.querySelector("[type=submit]").textContent = page.dataset.save;
    noteForm.elements.text.focus();
  }

  function remove(line) {
    store.write("log", lines().filter(function (other) { return other.id !== line.id; }));
    if (editing === line.id) {
      leave();
    }
    show();
    window.planbuilder.tell(find(".pb-told"), page.dataset.deleted);
    noteForm.elements.text.focus();
  }

  function leave() {
    editing = null;
    noteForm.reset();
    noteForm.querySelector("[type=submit]").textContent = page.dataset.add;
  }

  noteForm.addEventListener("submit", function (event) {
    event.preventDefault();
    var text = noteForm.elements.text.value.replace(/[ \t\r\n]+/g, " ").trim();
    var all = lines();
    var old = all.find(function (line) { return line.id === editing; });
    var moment = momentOf(noteForm.elements.hour.value, old && new Date(old.at));
    var wrong = find(".pb-wrong");
    wrong.hidden = Boolean(text && moment);
    wrong.textContent = text ? page.dataset.wrongHour : page.dataset.wrongText;
    noteForm.elements.text.setAttribute("aria-invalid", String(!text));
    noteForm.elements.hour.setAttribute("aria-invalid", String(!moment));
    if (!wrong.hidden) {
      noteForm.elements[text ? "hour" : "text"].focus();
      return;
    }
    if (old) {
      old.text = text;
      old.kind = noteForm.elements.kind.value;
      old.at = moment.toISOString();
      store.write("log", all);
    } else {
      store.record(noteForm.elements.kind.value, text, moment);
    }
    leave();
    show();
    window.planbuilder.tell(find(".pb-told"), page.dataset.kept);
    noteForm.elements.text.focus();
  });

  /* --- out of the device, and off it --- */

  var makers = { md: "markdown", csv: "csv", yaml: "review" };
  var types = { md: "text/markdown", csv: "text/csv", yaml: "application/yaml" };

  page.querySelectorAll("[data-export]").forEach(function (maker) {
    maker.addEventListener("click", function () {
      var ending = maker.dataset.export;
      var text = exported[makers[ending]](lines(), crisis(), data, new Date());
      exported.save(maker.dataset.name + "-" + hours.day(new Date()) + "." + ending, types[ending], text);
      window.planbuilder.tell(find(".pb-exported"), page.dataset.saved);
    });
  });
  find("[data-act=copy]").addEventListener("click", function () {
    window.planbuilder.copyFrom(this, exported.markdown(lines(), crisis(), data), "");
  });
  find("[data-act=print]").addEventListener("click", function () { window.print(); });

  var sure = find(".pb-sure");
  find("[data-act=erase]").addEventListener("click", function () {
    sure.hidden = false;
    find("[data-act=keep]").focus();
  });
  find("[data-act=keep]").addEventListener("click", function () {
    sure.hidden = true;
    find("[data-act=erase]").focus();
  });
  find("[data-act=really]").addEventListener("click", function () {
    store.erase();
    sure.hidden = true;
    crisisForm.reset();
    crisisForm.elements.name.value = "";
    crisisForm.elements.scenario.value = "";
    leave();
    store.changed();
    find("[data-act=erase]").focus();
    window.planbuilder.tell(find(".pb-exported"), page.dataset.erased);
  });

  document.addEventListener("pb-changed", show);
  page.hidden = false;
  document.querySelector(".pb-paper").hidden = true;
  store.write("crisis", crisis());
  show();
})();
