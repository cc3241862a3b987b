/* The start that the reader sets, and what it means by the clock: when a step is due, how long a duty still has.
   Elements with `data-after-minutes` get the moment written into them; `data-after-days`, `-months` and
   `-business-days` add calendar units; `data-left` asks for what is left as well. */
(function () {
  "use strict";

  var store = window.planbuilder.store;
  var hours = window.planbuilder.hours;
  var words = window.planbuilder.words;
  var foot = document.querySelector(".pb-foot");
  var setter = document.querySelector(".pb-start");

  function amount(place, unit) {
    return Number(place.dataset["after" + unit]) || 0;
  }

  /* Minutes are elapsed; days and months are the calendar's, at the same hour; a month ends on its last day at most. */
  function due(start, place) {
    var day = new Date(hours.day(start) + "T00:00Z");
    var months = amount(place, "Months");
    if (months) {
      var last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0));
      var wanted = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, day.getUTCDate()));
      day = wanted < last ? wanted : last;
    }
    day.setUTCDate(day.getUTCDate() + amount(place, "Days"));
    for (var left = amount(place, "BusinessDays"); left > 0; left--) {
      day.setUTCDate(day.getUTCDate() + ({ 5: 3, 6: 2 }[day.getUTCDay()] || 1));
    }
    var iso = day.toISOString().slice(0, 10);
    var from = iso === hours.day(start) ? start : hours.moment(iso, hours.hour(start));
    return new Date(from.getTime() + 60000 * amount(place, "Minutes"));
  }

  function left(moment) {
    var minutes = Math.floor((moment - Date.now()) / 60000);
    return minutes < 0
      ? words.late.replace("{time}", hours.span(-minutes))
      : words.left.replace("{time}", hours.span(minutes));
  }

  /* The days that may be chosen; once more after midnight. Whoever chose another than the newest keeps it. */
  function offer(list) {
    var today = hours.day(new Date());
    var chosen = list.selectedIndex > 0 ? list.value : today;
    if (list.length && list.options[0].value === today) {
      return;
    }
    list.textContent = "";
    for (var back = 0; back < 15; back++) {
      var option = document.createElement("option");
      option.value = hours.earlier(today, back);
      option.textContent = hours.date(hours.moment(option.value, "12:00"), "long");
      option.selected = option.value === chosen;
      list.append(option);
    }
  }

  function show() {
    var start = store.start();
    document.querySelectorAll("[data-after-minutes]").forEach(function (place) {
      if (place.pbBefore === undefined) {
        place.pbBefore = place.textContent;
      }
      if (!start) {
        place.textContent = place.pbBefore;
        place.classList.remove("pb-due", "pb-overdue");
        return;
      }
      var moment = due(start, place);
      var counts = "left" in place.dataset;
      place.textContent = hours.when(moment) + (counts ? " · " + left(moment) : "");
      place.classList.add("pb-due");
      place.classList.toggle("pb-overdue", counts && moment < Date.now());
    });
    if (setter) {
      offer(setter.querySelector("select"));
      setter.querySelector(".pb-started").textContent =
        start ? setter.dataset.since.replace("{time}", hours.when(start, true)) : setter.dataset.none;
    }
  }

  function ready() {
    var hour = setter.querySelector("input");
    var day = setter.querySelector("select");
    var wrong = setter.querySelector(".pb-wrong");
    setter.querySelector("details").addEventListener("toggle", show);
    setter.querySelector("[data-start-now]").addEventListener("click", function () {
      wrong.hidden = true;
      store.begin(new Date());
    });
    setter.querySelector("form").addEventListener("submit", function (event) {
      event.preventDefault();
      var typed = /^\s*([01]?\d|2[0-3])\s*[:hH.]\s*([0-5]\d)?\s*$/.exec(hour.value);
      var moment = typed && hours.moment(day.value, typed[1].padStart(2, "0") + ":" + (typed[2] || "00"));
      wrong.hidden = Boolean(moment && moment <= new Date());
      hour.setAttribute("aria-invalid", String(!wrong.hidden));
      if (wrong.hidden) {
        store.begin(moment);
      } else {
        wrong.textContent = moment ? setter.dataset.future : setter.dataset.wrong;
        hour.focus();
      }
    });
    setter.hidden = false;
  }

  if (!foot) {
    return;
  }
  if (setter) {
    ready();
  }
  document.addEventListener("pb-changed", show);
  show();
  window.setInterval(show, 30000);
})();
