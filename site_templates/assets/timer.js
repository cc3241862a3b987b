/* Counts the minutes since the start that the reader gave. */
(function () {
  "use strict";

  var timer = document.querySelector(".pb-timer");
  if (!timer) {
    return;
  }
  var store = window.planbuilder.store;
  var button = timer.querySelector("button");
  var clock = timer.querySelector(".pb-clock");
  var since = timer.querySelector(".pb-since");

  function two(n) {
    return String(n).padStart(2, "0");
  }

  function show() {
    var start = store.start();
    var seconds = start ? Math.max(0, Math.floor((Date.now() - start) / 1000)) : 0;
    var hours = Math.floor(seconds / 3600);
    clock.textContent =
      (hours ? hours + ":" : "") + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
    button.hidden = Boolean(start);
    since.hidden = !start;
    if (start) {
      since.querySelector("span").textContent = timer.dataset.since.replace("{time}", window.planbuilder.hours.when(start, true));
    }
  }

  button.addEventListener("click", function () {
    store.begin(new Date());
    since.querySelector("a").focus();
  });

  document.addEventListener("pb-changed", show);
  timer.hidden = false;
  show();
  window.setInterval(show, 1000);
})();
