/* Keeps the site on the device where it came over a network, and says when the reader has a copy before them. */
(function () {
  "use strict";

  /* The build writes here the day of the copy, the sentences, and where the checks are explained. */
  var WORDS = {};
  var root = new URL("../", document.currentScript.src);
  var worker = navigator.serviceWorker;
  var web = /^https?:$/.test(window.location.protocol);
  var day = 86400000;

  function age() {
    return Math.floor((Date.now() - new Date(WORDS.day + "T00:00:00").getTime()) / day);
  }

  function tell(words) {
    var note = document.createElement("p");
    note.className = "pb-offline" + (age() > 0 ? " pb-aged" : "") + (age() > 30 ? " pb-old" : "");
    note.setAttribute("role", "status");
    note.textContent = words;
    document.querySelector("article").before(note);
  }

  if (!web) {
    if (age() > 0) {
      tell(WORDS.folder);
    }
    return;
  }

  /* What a browser asks for when the reader puts the site among their apps; a folder has no use for it. */
  [["manifest", "manifest.webmanifest"], ["apple-touch-icon", "assets/shell/icon-192.png"]].forEach(function (one) {
    var link = document.createElement("link");
    link.rel = one[0];
    link.href = new URL(one[1], root).href;
    document.head.append(link);
  });

  if (!worker) {
    return;
  }
  worker.addEventListener("message", function (event) {
    if (event.data === "this is the copy") {
      var others = Array.from(document.querySelectorAll(".pb-languages a"));
      Promise.all(others.map(function (link) { return window.caches.match(link.href); })).then(function (kept) {
        tell(WORDS.device + (kept.every(Boolean) ? "" : " " + WORDS.elsewhere));
      });
    }
  });
  worker.startMessages();
  if (worker.controller) {
    worker.controller.postMessage("is this the copy?");
  }

  function keep(folder) {
    worker.register(new URL(folder + "sw.js", root).href).catch(function () {
      /* the browser refuses, as in a private window: the site then needs its network */
    });
  }

  window.addEventListener("load", function () {
    keep("");
    /* the choice of the language, in a folder above, has no script of its own */
    keep(WORDS.checks + "../../");
    /* the checks are explained beside the plan, by pages without scripts: what leads there keeps what is opened */
    if (document.querySelector('a[href*="' + WORDS.checks + '"]')) {
      keep(WORDS.checks);
    }
  });
})();
