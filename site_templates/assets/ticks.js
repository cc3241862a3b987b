/* Keeps ticks and their hour on this device, apart for each page and each version of the plan. */
(function () {
  "use strict";

  var foot = document.querySelector(".pb-foot");
  var boxes = document.querySelectorAll("[data-tick]");
  if (!foot || !boxes.length) {
    return;
  }
  var key = ["planbuilder", foot.dataset.plan, foot.dataset.version, foot.dataset.page].join(" ");
  var ticks = {};

  function read() {
    try {
      ticks = JSON.parse(window.localStorage.getItem(key)) || {};
    } catch (refused) {
      ticks = {};
    }
  }

  function keep() {
    try {
      window.localStorage.setItem(key, JSON.stringify(ticks));
    } catch (refused) {
      if (!document.querySelector(".pb-refused")) {
        var note = document.createElement("p");
        note.className = "pb-refused";
        note.setAttribute("role", "status");
        note.textContent = foot.dataset.refused;
        foot.before(note);
      }
    }
  }

  function progress() {
    document.querySelectorAll("[data-progress]").forEach(function (bar) {
      var mine = document.querySelectorAll('[data-tick^="' + bar.dataset.progress.replace(/s$/, "") + '-"]');
      var done = Array.prototype.filter.call(mine, function (box) { return box.checked; }).length;
      bar.querySelector(".pb-done").textContent =
        bar.dataset.words.replace("{done}", done).replace("{all}", mine.length);
      bar.hidden = false;
      bar.querySelector("button").onclick = function () {
        mine.forEach(function (box) { delete ticks[box.dataset.tick]; });
        keep();
        show();
      };
    });
  }

  function show() {
    boxes.forEach(function (box) {
      var at = ticks[box.dataset.tick];
      var stamp = box.closest(".pb-tick").querySelector(".pb-stamp");
      box.checked = Boolean(at);
      stamp.hidden = !at;
      stamp.textContent = "";
      if (at) {
        stamp.dateTime = at;
        stamp.textContent = new Date(at).toLocaleTimeString(document.documentElement.lang, {
          hour: "2-digit",
          minute: "2-digit",
        });
      }
    });
    progress();
  }

  boxes.forEach(function (box) {
    box.addEventListener("change", function () {
      if (box.checked) {
        ticks[box.dataset.tick] = new Date().toISOString();
      } else {
        delete ticks[box.dataset.tick];
      }
      keep();
      show();
    });
  });

  read();
  show();
})();
