/* Moments as the plan's people say them: in the plan's time zone, whatever the zone of the device, and in the form in
   which the pages write days and hours. */
(function () {
  "use strict";

  var zone = window.planbuilder.plan.zone;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch (unknown) {
    zone = undefined;
  }
  var french = /^fr/i.test(document.documentElement.lang);
  var joint = french ? " à " : " ";
  var elsewhere = zone && zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;

  function said(moment, options) {
    return new Intl.DateTimeFormat(french ? "fr" : "en-GB", Object.assign({ timeZone: zone }, options)).format(moment);
  }

  function two(n) {
    return String(n).padStart(2, "0");
  }

  /* Year, month, day, hour and minute there, as numbers. */
  function parts(moment) {
    var found = {};
    new Intl.DateTimeFormat("en", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
    }).formatToParts(moment).forEach(function (part) { found[part.type] = Number(part.value); });
    return found;
  }

  /* `2026-11-21` there. */
  function day(moment) {
    var found = parts(moment);
    return [found.year, two(found.month), two(found.day)].join("-");
  }

  /* `03:15` there, for programs and fields. */
  function hour(moment) {
    var found = parts(moment);
    return two(found.hour) + ":" + two(found.minute);
  }

  /* The moment that a clock there shows as this day and hour; the earlier one of the two when clocks go back, and the
     moment of the change where they go forward: a legal clock is never late. */
  function moment(days, hours) {
    var wanted = Date.parse(days + "T" + hours + ":00Z");
    var shift = function (at) {
      var found = parts(new Date(at));
      return Date.UTC(found.year, found.month - 1, found.day, found.hour, found.minute) - at;
    };
    var before = shift(wanted - 864e5), after = shift(wanted + 864e5);
    var early = wanted - Math.max(before, after), late = wanted - Math.min(before, after);
    if (early + shift(early) === wanted) return new Date(early);
    while (late + shift(late) !== wanted && late - early > 6e4) {
      var middle = early + 6e4 * Math.floor((late - early) / 12e4);
      if (shift(middle) === before) early = middle; else late = middle;
    }
    return new Date(late);
  }

  /* The day of the calendar so many days before `2026-11-21`; where clocks change, a day is not 24 hours long. */
  function earlier(iso, days) {
    return new Date(Date.parse(iso + "T00:00Z") - 86400000 * days).toISOString().slice(0, 10);
  }

  /* `03:15`, `3 h 15`. */
  function clock(at) {
    var found = parts(at);
    return french ? found.hour + "\u00a0h" + (found.minute ? "\u00a0" + two(found.minute) : "") : hour(at);
  }

  /* `23 November`, `lundi 1er décembre 2026`: with the weekday in a form of its own, and the year where it is asked. */
  function date(at, weekday, year) {
    var found = parts(at);
    var number = french && found.day === 1 ? "1er" : found.day;
    return (weekday ? said(at, { weekday: weekday }) + " " : "") +
      number + "\u00a0" + said(at, { month: "long" }) + (year ? "\u00a0" + found.year : "");
  }

  /* `3 February 2026 04:05`, `3 février 2026 à 4 h 05`. */
  function stamp(at) {
    return date(at, "", true) + joint + clock(at);
  }

  /* The hour; with its day where that is another one; `placed`, with its place where the device lives elsewhere. */
  function when(at, placed) {
    var text = (day(at) === day(new Date()) ? "" : date(at, "short") + joint) + clock(at);
    return elsewhere && placed ? text + " (" + window.planbuilder.words.place + ")" : text;
  }

  /* `71 h 20 min`: whole minutes, days from four on. */
  function span(minutes) {
    var days = Math.floor(minutes / 1440);
    var hours = Math.floor(minutes / 60) % 24;
    var rest = minutes % 60;
    if (days >= 4) {
      return window.planbuilder.words.days.replace("{count}", days);
    }
    hours += 24 * days;
    return [hours ? hours + "\u00a0h" : "", rest || !hours ? rest + "\u00a0min" : ""].join(" ").trim();
  }

  window.planbuilder.hours = { elsewhere: elsewhere, date: date, clock: clock, day: day, hour: hour, earlier: earlier, moment: moment, stamp: stamp, when: when, span: span };
})();
