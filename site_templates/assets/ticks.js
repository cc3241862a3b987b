/* Keeps ticks and their hour, apart for each page and each version of the plan, and notes them in the log. */
(function () {
  "use strict";

  var store = window.planbuilder.store;
  var hours = window.planbuilder.hours;
  var foot = document.querySelector(".pb-foot");
  var boxes = document.querySelectorAll("[data-tick]");
  if (!foot || !boxes.length) {
    return;
  }
  var name = store.ticksOf(foot.dataset.page);

  function progress() {
    document.querySelectorAll("[data-progress]").forEach(function (bar) {
      var mine = document.querySelectorAll('[data-tick^="' + bar.dataset.progress.replace(/s$/, "") + '-"]');
      var done = Array.prototype.filter.call(mine, function (box) { return box.checked; }).length;
      bar.querySelector(".pb-done").textContent =
        bar.dataset.done.replace("{done}", done).replace("{all}", mine.length);
      bar.hidden = false;
      bar.querySelector("button").hidden = !done;
      bar.querySelector("button").onclick = function () {
        var ticks = store.read(name, {});
        mine.forEach(function (box) { delete ticks[box.dataset.tick]; });
        store.write(name, ticks);
        show();
        mine[0].focus();
      };
    });
  }

  function stampOf(line) {
    var stamp = line.querySelector(".pb-stamp");
    if (!stamp) {
      stamp = document.createElement("time");
      stamp.className = "pb-stamp";
      line.append(stamp);
    }
    return stamp;
  }

  function show() {
    var ticks = store.read(name, {});
    boxes.forEach(function (box) {
      var at = ticks[box.dataset.tick];
      var stamp = stampOf(box.closest(".pb-tick"));
      box.checked = Boolean(at);
      stamp.hidden = !at;
      stamp.textContent = at ? hours.when(new Date(at)) : "";
      if (at) {
        stamp.dateTime = at;
      }
    });
    progress();
  }

  boxes.forEach(function (box) {
    box.addEventListener("change", function () {
      var ticks = store.read(name, {});
      if (box.checked) {
        ticks[box.dataset.tick] = new Date().toISOString();
      } else {
        delete ticks[box.dataset.tick];
      }
      store.write(name, ticks);
      store.record(box.checked ? "tick" : "untick", box.closest(".pb-tick").querySelector(".pb-what").textContent);
      show();
    });
  });

  document.addEventListener("pb-changed", show);
  show();
})();
