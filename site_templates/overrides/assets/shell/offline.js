/* Keeps the site on the device where it came over a network, and says when the reader has a copy before them. */
(function () {
  "use strict";

  var script = document.currentScript;
  var root = new URL("../../", script.src);
  var note = document.querySelector(".pb-offline");
  var worker = navigator.serviceWorker;
  var web = /^https?:$/.test(window.location.protocol);
  var day = 86400000;

  function age() {
    return Math.floor((Date.now() - new Date(script.dataset.day + "T00:00:00").getTime()) / day);
  }

  function tell(words) {
    note.textContent = words;
    note.classList.toggle("pb-old", age() > 30);
    note.hidden = false;
  }

  if (!web) {
    if (age() > 0) {
      tell(note.dataset.folder);
    }
    return;
  }

  var manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = new URL("manifest.webmanifest", root).href;
  document.head.append(manifest);

  if (!worker) {
    return;
  }
  worker.addEventListener("message", function (event) {
    if (event.data === "this is the copy") {
      tell(note.dataset.device);
    }
  });
  worker.startMessages();
  if (worker.controller) {
    worker.controller.postMessage("is this the copy?");
  }
  window.addEventListener("load", function () {
    worker.register(new URL("sw.js", root).href).catch(function () {
      /* the browser refuses, as in a private window: the site then needs its network */
    });
  });
})();
