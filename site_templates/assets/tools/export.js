/* The log as files: Markdown, CSV, and an entry of the plan's `reviews:`. They are made here and stay on the device. */
(function () {
  "use strict";

  var hours = window.planbuilder.hours;

  function stamp(at) {
    return hours.day(new Date(at)) + " " + hours.hour(new Date(at));
  }

  function marked(text) {
    return text.replace(/[\\`*_{}[\]<>()#+!|~]/g, "\\$&");
  }

  function markdown(log, crisis, data) {
    var lines = ["# " + marked(crisis.name || data.title), ""];
    lines.push(marked(data.plan) + " · " + data.zone, "");
    log.forEach(function (line) {
      lines.push("- **" + stamp(line.at) + "** " + marked(data.kinds[line.kind] || line.kind) + (line.text ? ": " + marked(line.text) : ""));
    });
    return lines.join("\n") + "\n";
  }

  /* A spreadsheet takes a cell that starts with one of these for a formula, and runs it. */
  function cell(text) {
    var safe = /^[\s]*[=+\-@\t\r|%]/.test(text) ? "'" + text : text;
    return '"' + safe.replace(/"/g, '""') + '"';
  }

  function csv(log, crisis, data) {
    var rows = log.map(function (line) {
      return [hours.day(new Date(line.at)), hours.hour(new Date(line.at)), data.zone, data.kinds[line.kind] || line.kind, line.text];
    });
    return "\ufeff" + [data.columns].concat(rows).map(function (row) {
      return row.map(cell).join(data.separator);
    }).join("\r\n") + "\r\n";
  }

  /* --- the entry of the plan --- */

  /* Signs that nobody sees, or that no file may hold: a plan refuses them. */
  var UNSEEN = new RegExp(
    "[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e" +
      "\\u2060-\\u2069\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(^|[^\\ud800-\\udbff])[\\udc00-\\udfff]",
    "g"
  );

  /* In double quotes, which YAML and JSON write alike. */
  function quoted(text) {
    return JSON.stringify(text.replace(UNSEEN, "$1 ").replace(/ +/g, " ").trim());
  }

  function inEach(data, said) {
    return "{" + data.languages.map(function (tag) { return tag + ": " + said(tag); }).join(", ") + "}";
  }

  function texts(data, lines) {
    var list = "[" + lines.map(quoted).join(", ") + "]";
    return inEach(data, function () { return list; });
  }

  function written(log, kind) {
    return log.filter(function (line) { return line.kind === kind && line.text; }).map(function (line) { return line.text; });
  }

  function later(day, days) {
    var date = new Date(day + "T00:00Z");
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
  }

  function freeId(wanted, taken) {
    for (var n = 2, id = wanted; ; n++) {
      if (taken.indexOf(id) < 0) {
        return id;
      }
      id = wanted + "-" + n;
    }
  }

  function review(log, crisis, data, now) {
    var end = crisis.stop ? new Date(crisis.stop) : now;
    var start = crisis.start ? new Date(crisis.start) : log.length ? new Date(log[0].at) : end;
    var day = hours.day(end);
    var first = log.find(function (line) { return line.kind === "said" && new Date(line.at) >= start; });
    var name = data.scenarios[crisis.scenario] || data.crisis;
    var lines = ["# " + data.hint, "reviews:", "  " + freeId("crisis-" + hours.day(start), data.reviews) + ":"];
    lines.push("    about: " + inEach(data, function (tag) { return quoted((crisis.name || name[tag]) + ", " + hours.day(start)); }));
    if (crisis.scenario in data.scenarios) {
      lines.push("    scenario: " + crisis.scenario);
    }
    if (crisis.stop) {
      lines.push("    closed: " + day);
    }
    if (first) {
      lines.push("    first_word_in: " + Math.max(1, Math.round((new Date(first.at) - start) / 60000)) + "m");
    }
    ["worked", "failed"].forEach(function (kind) {
      var found = written(log, kind);
      if (found.length) {
        lines.push("    " + kind + ": " + texts(data, found));
      }
    });
    lines.push("    actions:");
    var action = "do: " + inEach(data, function (tag) { return quoted(data.review[tag]); });
    lines.push("      - {" + action + (data.by ? ", by: " + data.by : "") + ", due: " + later(day, data.within) + "}");
    return lines.join("\n") + "\n";
  }

  function save(name, type, text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  window.planbuilder.exported = { markdown: markdown, csv: csv, review: review, save: save };
})();
