/* Who is on duty by the reader's clock: the answer of `planbuilder who`, from the table that the plan was built with.
   `data-calls` names the line or the role that a list of people stands for, `data-after` the minutes until it is
   called; `data-duty` the role whose acting member a name is. Where the copy is too old to know, all stays as written. */
(function () {
  "use strict";

  var table = window.planbuilder.duty;
  var words = window.planbuilder.words;
  var hours = window.planbuilder.hours;
  [table.lines, table.roles, table.ends].forEach(function (ids) { Object.setPrototypeOf(ids, null); });

  function number(who) {
    return table.people.findIndex(function (person) { return person[0] === who; });
  }

  function isAway(person, minute) {
    var spells = table.away[person] || [];
    for (var at = 0; at < spells.length; at += 2) {
      if (spells[at] <= minute && minute < spells[at + 1]) {
        return true;
      }
    }
    return false;
  }

  /* The turns of a line: from, up to, whose. */
  function turns(line) {
    var found = [];
    for (var at = 1; at < table.lines[line].length; at += 3) {
      var start = table.lines[line][at];
      found.push({ start: start, end: start + table.lines[line][at + 1], who: table.lines[line][at + 2] });
    }
    return found;
  }

  /* The turn that holds; of several the one that began last. */
  function turn(line, minute) {
    var begun = turns(line).filter(function (one) { return one.start <= minute; }).pop();
    return begun && minute < begun.end ? begun : null;
  }

  function member(role, minute) {
    return table.roles[role].find(function (person) { return !isAway(person, minute); });
  }

  /* Who answers for a line, a role or a person at a minute; undefined where nobody does. */
  function answers(name, minute) {
    if (name in table.lines) {
      var now = turn(name, minute);
      return now && !isAway(now.who, minute) ? now.who : undefined;
    }
    if (name in table.roles) {
      return member(name, minute);
    }
    var person = number(name);
    return person >= 0 && !isAway(person, minute) ? person : undefined;
  }

  function linesOf(role) {
    return Object.keys(table.lines).filter(function (name) { return table.lines[name][0] === role; });
  }

  /* Who acts for a role: whoever is on call for it, else its holder, else the first who stands in. */
  function acting(role, minute) {
    var called = linesOf(role).map(function (name) { return answers(name, minute); });
    var found = called.find(function (person) { return person !== undefined; });
    return found === undefined ? member(role, minute) : found;
  }

  function said(pattern, minute) {
    return pattern.replace("{time}", hours.when(new Date((table.from + minute) * 60000)));
  }

  /* An hour of today is said otherwise than a day with its hour: `jusqu'à 9 h`, `jusqu'au 23 novembre 9 h`. */
  function isToday(minute) {
    return hours.day(new Date((table.from + minute) * 60000)) === hours.day(new Date());
  }

  function until(minute) {
    return said(isToday(minute) ? words.untilHour : words.until, minute);
  }

  function since(minute) {
    return said(isToday(minute) ? words.sinceHour : words.since, minute);
  }

  function create(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  /* Where somebody stands in a list, and when their turn is: until when now, else from when on. */
  function rank(name, person, minute, place) {
    if (isAway(person, minute) || !(name in table.lines)) {
      return { order: isAway(person, minute) ? Infinity : place, text: "", chip: isAway(person, minute) && words.away };
    }
    var now = turn(name, minute);
    if (now && now.who === person) {
      return { order: -1, text: until(now.end), chip: words.onCall };
    }
    var next = turns(name).find(function (one) { return one.who === person && one.start > minute; });
    return next ? { order: next.start, text: since(next.start) } : { order: Infinity, text: "" };
  }

  /* Says before a place that the turns of its line have ended, `of` whose line it is; whether they have. */
  function tellEnded(place, line, minute, of) {
    var ended = table.ends[line] <= minute;
    var before = place.previousElementSibling;
    if (ended && !(before && before.classList.contains("pb-ended"))) {
      before = create("p", "pb-bad pb-ended", "");
      place.before(before);
    }
    if (ended) {
      before.textContent = of + said(words.ended, table.ends[line]);
    }
    return ended;
  }

  /* Says before a table whose turns, all that a page has room for, are over whose turn it is now. */
  function tellNow(whole, now) {
    whole.pbNow = whole.pbNow || create("p", "pb-is-now", "");
    whole.pbNow.textContent = "";
    if (now) {
      whole.pbNow.append(
        create("strong", "", table.people[now.who][1]), " ",
        create("span", "pb-now-chip", words.onCall), " " + until(now.end)
      );
      whole.before(whole.pbNow);
    }
  }

  /* Whoever is on duty first, then in the order of their turns; those who are away last. */
  function sort(list, name, minute) {
    var places = table.roles[name] || [];
    var items = Array.from(list.children);
    items.forEach(function (item) {
      var person = number(item.dataset.who);
      var found = item.pbDuty = rank(name, person, minute, places.indexOf(person));
      var about = item.querySelector(".pb-when");
      about.textContent = found.text;
      item.classList.toggle("pb-is-now", found.order === -1);
      if (found.chip) {
        about.prepend(create("span", found.order === -1 ? "pb-now-chip" : "pb-chip", found.chip), " ");
      }
    });
    var sorted = items.slice().sort(function (a, b) { return a.pbDuty.order < b.pbDuty.order ? -1 : Number(a.pbDuty.order > b.pbDuty.order); });
    if (sorted.some(function (item, place) { return item !== items[place]; })) {
      list.append.apply(list, sorted);
    }
  }

  /* Whether the number of a line stands beside a place, and somebody answers it. */
  function isRung(place, line, minute) {
    return turn(line, minute) && place.parentNode.querySelector('[data-rings][data-calls="' + line + '"]');
  }

  /* Of the buttons of a line or a role only the one to touch now, and no call that is offered already; of a shared
     number whether somebody answers it. */
  function choose(place, name, minute, shown, isFirst) {
    var acts = "acts" in place.dataset;
    var lines = acts ? linesOf(name) : name in table.lines ? [name] : [];
    var begun = lines.map(function (line) { return turn(line, minute); }).filter(Boolean);
    var others = (table.roles[name] || []).filter(function (one) { return shown.indexOf(one) < 0 && !isAway(one, minute); });
    var isRole = !acts && !lines.length && !isFirst && others.length;
    var rung = acts && lines.some(function (line) { return isRung(place, line, minute); });
    var wanted = rung ? undefined : acts ? acting(name, minute) : isRole ? others[0] : answers(name, minute);
    var chosen = null;
    place.querySelectorAll("[data-who]").forEach(function (button) {
      button.hidden = number(button.dataset.who) !== wanted;
      chosen = button.hidden ? chosen : button;
    });
    var call = chosen && chosen.dataset.who + " " + chosen.getAttribute("href");
    if (chosen && !acts && shown.indexOf(call) >= 0) {
      chosen.hidden = true;
      chosen = null;
    }
    if (chosen) {
      var now = begun.find(function (one) { return one.who === wanted; });
      chosen.querySelector("span").textContent = place.dataset.now + (now ? " · " + until(now.end) : "");
      shown.push(wanted, call);
    }
    place.hidden = !chosen && !("rings" in place.dataset && begun.length);
    return !place.hidden;
  }

  /* The calls that are offered as buttons: the first two steps at which somebody answers, the first of them bare. */
  function offer(calls, minute) {
    var shown = [];
    var steps = 0;
    calls.querySelectorAll(".pb-rung").forEach(function (rung) {
      var isFirst = steps === 0;
      var answered = rung.querySelector(".pb-line:not([data-calls])") !== null;
      var ended = false;
      rung.hidden = false;
      rung.querySelectorAll("[data-calls]").forEach(function (place) {
        place.pbThen = place.pbThen || place.dataset.now;
        place.dataset.now = (isFirst || answered) && place.dataset.first || place.pbThen;
        var after = isFirst ? 0 : Number(place.dataset.after || 0);
        answered = choose(place, place.dataset.calls, minute + after, shown, isFirst) || answered;
        if (!place.classList.contains("pb-direct")) {
          var of = "rings" in place.dataset ? place.querySelector("span").textContent : place.dataset.now;
          ended = tellEnded(place, place.dataset.calls, minute, of + " \u2013 ") || ended;
        }
      });
      steps += answered ? 1 : 0;
      rung.hidden = answered ? steps > Number(calls.dataset.steps) : !ended || steps >= Number(calls.dataset.steps);
      rung.classList.toggle("pb-rung-first", isFirst && answered);
    });
    return steps > 0;
  }

  /* Of several paths the gravest at which somebody answers. */
  function offerAll(minute) {
    document.querySelectorAll(".pb-calls").forEach(function (paths) {
      var found = false;
      paths.querySelectorAll(".pb-offer").forEach(function (calls) {
        var answered = offer(calls, minute);
        calls.hidden = found || !answered;
        found = found || answered;
      });
      paths.querySelectorAll(".pb-nobody").forEach(function (said) { said.hidden = found; });
    });
  }

  function show() {
    var minute = Math.floor(Date.now() / 60000) - table.from;
    if (minute < 0 || minute >= table.to - table.from) {
      return;
    }
    if (hours.elsewhere && !document.querySelector(".pb-zone")) {
      document.querySelectorAll(".pb-calls, .pb-path").forEach(function (calls) {
        calls.before(create("p", "pb-note pb-zone", words.zone));
      });
    }
    offerAll(minute);
    document.querySelectorAll("ul[data-calls]").forEach(function (list) {
      if (list.dataset.calls in table.lines || list.dataset.calls in table.roles) {
        sort(list, list.dataset.calls, minute + Number(list.dataset.after || 0));
      }
      tellEnded(list, list.dataset.calls, minute, "");
    });
    document.querySelectorAll("[data-duty]").forEach(function (place) {
      var role = place.dataset.duty;
      if (table.sure || linesOf(role).length) {
        var person = acting(role, minute);
        place.textContent = person === undefined ? words.nobody : table.people[person][1];
      }
    });
    document.querySelectorAll("tr[data-turns]").forEach(function (row) {
      var line = row.parentNode.dataset.line;
      var ends = row.dataset.turns.split("/").map(function (end) { return Date.parse(end) / 60000 - table.from; });
      var now = line in table.lines && turn(line, minute);
      row.hidden = ends[1] <= minute;
      row.querySelector(".pb-when").textContent = "";
      if (now && ends[0] <= minute && minute < ends[1]) {
        row.querySelector(".pb-when").append(create("span", "pb-now-chip", words.onCall));
      }
    });
    document.querySelectorAll("tbody[data-line]").forEach(function (body) {
      var line = body.dataset.line;
      var whole = body.closest(".pb-table");
      whole.hidden = !body.querySelector("tr:not([hidden])");
      if (!document.querySelector('ul[data-calls="' + line + '"]')) {
        tellEnded(whole, line, minute, "");
        tellNow(whole, line in table.lines && whole.hidden && turn(line, minute));
      }
    });
  }

  window.planbuilder.onDuty = { answers: answers, acting: acting };
  show();
  window.setInterval(show, 30000);
})();
