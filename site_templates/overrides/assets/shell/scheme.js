/* Dark or light, before anything is drawn: what the reader chose here, else what the system asks for. */
(function () {
  "use strict";

  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  var key = "planbuilder scheme";
  var chosen = null;

  try {
    chosen = window.localStorage.getItem(key);
  } catch (refused) {
    chosen = null;
  }

  function isDark() {
    return chosen ? chosen === "slate" : dark.matches;
  }

  function show() {
    root.dataset.mdColorScheme = isDark() ? "slate" : "default";
    var button = document.querySelector(".pb-scheme");
    if (button) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(isDark()));
    }
  }

  show();
  dark.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".pb-scheme");
    show();
    if (!button) {
      return;
    }
    button.addEventListener("click", function () {
      chosen = isDark() ? "default" : "slate";
      show();
      try {
        window.localStorage.setItem(key, chosen);
      } catch (refused) {
        /* the choice then lasts as long as the page */
      }
    });
  });
})();
