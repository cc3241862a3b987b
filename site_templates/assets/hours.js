/* Moments as the plan's people say them: in the plan's time zone, whatever the zone of the device. */
(function () {
  "use strict";

  var zone = window.planbuilder.plan.zone;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch (unknown) {
    zone = undefined;
  }
  var language = document.documentElement.lang || "en";
  var elsewhere = zone && zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;

  function said(moment, options) {
    return new Intl.DateTimeFormat(language, Object.assign({ timeZone: zone }, options)).format(moment);
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

  /* `03:15` there. */
  function hour(moment) {
    var found = parts(moment);
    return two(found.hour) + ":" + two(found.minute);
  }

  /* The moment that a clock there shows as this day and hour; the later one of the two when clocks go back. */
  function moment(days, hours) {
    var wanted = Date.parse(days + "T" + hours + ":00Z");
    var shift = function (at) {
      var found = parts(new Date(at));
      return Date.UTC(found.year, found.month - 1, found.day, found.hour, found.minute) - at;
    };
    return new Date(wanted - shift(wanted - shift(wanted)));
  }

  /* The hour; with its day where that is another one; `placed`, with its place where the device lives elsewhere. */
  function when(at, placed) {
    var text = said(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    if (day(at) !== day(new Date())) {
      text = said(at, { weekday: "short", day: "numeric", month: "short" }) + ", " + text;
    }
    return elsewhere && placed ? text + " (" + zone.split("/").pop().replace(/_/g, " ") + ")" : text;
  }

  /* `71 h 20 min`: whole minutes, days from two on. */
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

  window.planbuilder.hours = { said: said, day: day, hour: hour, moment: moment, when: when, span: span };
})();
