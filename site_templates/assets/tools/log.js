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

  function sorted(log) {
    return log.sort(function (a, b) { return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id; });
  }

  function lines() {
    return sorted(store.read("log", []));
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

  function spell(of) {
    /* On paper the hour alone would say nothing tomorrow. */
    var dated = function (at) {
      return at && hours.stamp(new Date(at));
    };
    return (of.name ? of.name + " · " : "") +
      page.dataset[of.stop ? "over" : "on"].replace("{start}", dated(of.start)).replace("{end}", dated(of.stop));
  }

  /* The crises before this one: what was written of them can still be exported. */
  function showPast() {
    var past = store.read("past", []);
    find(".pb-past").hidden = !past.length;
    find(".pb-past ul").textContent = "";
    past.forEach(function (one) {
      var made = document.createElement("li");
      made.append(spell(one.crisis) + " ");
      ["md", "yaml"].forEach(function (ending) {
        var like = find("[data-export=" + ending + "]");
        made.append(button(like.textContent, { text: spell(one.crisis) }, function () {
          save(like, sorted(one.log), one.crisis, new Date(one.crisis.stop));
        }), " ");
      });
      find(".pb-past ul").append(made);
    });
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
    find(".pb-state").textContent = now.start ? spell(now) : "";
    ["name", "scenario"].forEach(function (name) {
      var field = crisisForm.elements[name];
      if (field !== document.activeElement) {
        field.value = now[name] || "";
      }
      field.disabled = Boolean(now.stop && now[name]); /* the name of the next crisis is not for this one */
    });
    showPast();
  }

  /* --- start and end --- */

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
    var now = new Date();
    change(function (found) { found.stop = now.toISOString(); });
    store.record("stop", "", now);
    show();
    find("[data-act=on]").focus();
  });
  find("[data-act=on]").addEventListener("click", function () {
    change(function (found) { delete found.stop; });
    show();
    find("[data-act=stop]").focus();
  });
  find("[data-act=new]").addEventListener("click", function () {
    leave();
    store.begin(new Date());
    crisisForm.elements.name.focus();
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
    var day = hours.day(before || new Date());
    var moment = hours.moment(day, hour);
    return moment > new Date() ? hours.moment(hours.earlier(day, 1), hour) : moment;
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

  function save(maker, log, of, at) {
    var ending = maker.dataset.export;
    exported.save(maker.dataset.name + "-" + hours.day(at) + "." + ending, types[ending], exported[makers[ending]](log, of, data, at));
    window.planbuilder.tell(find(".pb-exported"), page.dataset.saved);
  }

  page.querySelectorAll("[data-export]").forEach(function (maker) {
    maker.addEventListener("click", function () { save(maker, lines(), crisis(), new Date()); });
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
