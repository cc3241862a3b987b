/* Counts the minutes since the start that the reader gave. The start stays on this device. */
(function () {
  "use strict";

  var timer = document.querySelector(".pb-timer");
  var foot = document.querySelector(".pb-foot");
  if (!timer || !foot) {
    return;
  }
  var key = ["planbuilder", foot.dataset.plan, "start"].join(" ");
  var button = timer.querySelector("button");
  var clock = timer.querySelector(".pb-clock");
  var start = null;

  function stored(value) {
    try {
      if (value === undefined) {
        return Number(window.localStorage.getItem(key)) || null;
      }
      if (value === null) {
        window.localStorage.removeItem(key);
      } else {
        window.localStorage.setItem(key, String(value));
      }
    } catch (refused) {
      return null;
    }
    return value;
  }

  function two(n) {
    return String(n).padStart(2, "0");
  }

  function show() {
    var seconds = start ? Math.max(0, Math.floor((Date.now() - start) / 1000)) : 0;
    var hours = Math.floor(seconds / 3600);
    clock.textContent =
      (hours ? hours + ":" : "") + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
    button.textContent = start ? timer.dataset.stop : timer.dataset.start;
  }

  button.addEventListener("click", function () {
    start = start ? null : Date.now();
    stored(start);
    show();
  });

  start = stored();
  timer.hidden = false;
  show();
  window.setInterval(show, 1000);
})();
