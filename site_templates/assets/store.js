/* What this device keeps of a crisis: ticks, the start, the log. Nothing of it ever leaves the device. */
(function () {
  "use strict";

  var planbuilder = window.planbuilder;
  var foot = document.querySelector(".pb-foot");
  var memory = {};
  var refused = false;

  /* The folder of the site, without language and page: the same marks in every language, others for another site. */
  function site() {
    var depth = foot ? foot.dataset.page.split("/").length + 1 : 2;
    return window.location.pathname.split("/").slice(0, -depth).join("/");
  }

  var prefix = ["planbuilder", site(), planbuilder.plan.name].join(" ");

  /* A tab that may keep nothing for good may still keep something until it is closed. */
  function shelves() {
    return ["localStorage", "sessionStorage"].map(function (name) {
      try {
        return window[name];
      } catch (forbidden) {
        return null;
      }
    });
  }

  function complain() {
    if (refused || !foot) {
      return;
    }
    refused = true;
    var note = document.createElement("p");
    note.className = "pb-refused";
    note.setAttribute("role", "status");
    note.textContent = planbuilder.words.keepsNothing;
    (document.querySelector("[data-keeps]") || foot).before(note);
  }

  function read(name, otherwise) {
    var kept = shelves().map(function (shelf) {
      try {
        return shelf.getItem(prefix + " " + name);
      } catch (forbidden) {
        return null;
      }
    });
    var found = kept[0] || kept[1] || memory[name];
    try {
      return found ? JSON.parse(found) : otherwise;
    } catch (damaged) {
      return otherwise;
    }
  }

  function write(name, value) {
    var text = JSON.stringify(value);
    memory[name] = text;
    var done = shelves().map(function (shelf) {
      try {
        shelf.setItem(prefix + " " + name, text);
        return true;
      } catch (forbidden) {
        return false;
      }
    });
    if (!done[0]) {
      complain();
    }
    return done[0];
  }

  /* Marks of one version of the plan say nothing about another; the log outlives both. */
  function ticksOf(page) {
    return ["ticks", planbuilder.plan.version, page].join(" ");
  }

  /* A line of the log: now, or at the moment given. */
  function record(kind, text, at) {
    var log = read("log", []);
    var number = log.reduce(function (most, line) { return Math.max(most, line.id); }, 0) + 1;
    var moment = (at || new Date()).toISOString();
    log.push({ id: number, at: moment, kind: kind, text: text.replace(/[ \t\r\n]+/g, " ").trim() });
    write("log", log);
  }

  /* What is kept below names that begin so. */
  function names(beginning) {
    var found = Object.keys(memory);
    shelves().forEach(function (shelf) {
      try {
        Object.keys(shelf)
          .filter(function (key) { return key.indexOf(prefix + " ") === 0; })
          .forEach(function (key) { found.push(key.slice(prefix.length + 1)); });
      } catch (forbidden) {
        /* nothing was kept there */
      }
    });
    return found.filter(function (name) { return name.indexOf(beginning) === 0; });
  }

  function erase() {
    names("").forEach(function (name) {
      shelves().forEach(function (shelf) {
        try {
          shelf.removeItem(prefix + " " + name);
        } catch (forbidden) {
          /* nothing was kept there */
        }
      });
    });
    memory = {};
  }

  /* The start of the crisis that goes on, as a moment; null where none does. */
  function start() {
    var crisis = read("crisis", {});
    return crisis.start && !crisis.stop ? new Date(crisis.start) : null;
  }

  /* Lines and ticks of a crisis that is over make room for one that began at `moment`: its own stay. */
  function putAway(crisis, moment) {
    var from = [moment.toISOString(), crisis.stop].sort()[1];
    var log = read("log", []);
    var past = { crisis: crisis, log: log.filter(function (line) { return line.at <= from; }) };
    write("past", read("past", []).concat(past));
    write("log", log.filter(function (line) { return line.at > from; }));
    names("ticks ").forEach(function (name) {
      var ticks = read(name, {});
      Object.keys(ticks).forEach(function (tick) {
        if (ticks[tick] <= from) {
          delete ticks[tick];
        }
      });
      write(name, ticks);
    });
  }

  /* A start that is set once more while the crisis goes on is corrected: the log has one. */
  function begin(moment) {
    var crisis = read("crisis", {});
    if (crisis.stop) {
      putAway(crisis, moment);
      crisis = {};
    }
    var log = read("log", []);
    var corrected = crisis.start ? log.map(function (line) { return line.kind; }).lastIndexOf("start") : -1;
    write("log", log.filter(function (line, place) { return place !== corrected; }));
    crisis.start = moment.toISOString();
    write("crisis", crisis);
    record("start", crisis.name || "", moment);
    changed();
  }

  function changed() {
    document.dispatchEvent(new CustomEvent("pb-changed"));
  }

  window.addEventListener("storage", changed);

  planbuilder.store = {
    read: read, write: write, erase: erase, record: record, ticksOf: ticksOf, start: start, begin: begin, changed: changed,
  };

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="tel:"], a[href^="sms:"]');
    if (link) {
      var named = link.closest("[data-called]");
      var row = link.closest(".pb-people > li, tr, .pb-card");
      var who = named ? named.dataset.called : row && (row.querySelector("strong, th, h2, h3") || {}).textContent;
      record("call", who || link.textContent);
      changed();
    }
  });
})();
