/* Dark or light, before anything is drawn: what the reader chose here, else what the system asks for. */
(function () {
  "use strict";

  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  var key = "planbuilder scheme";
  var chosen = null;
  var button = null;

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
    if (button) {
      button.setAttribute("aria-pressed", String(isDark()));
    }
  }

  show();
  dark.addEventListener("change", show);
  /* The button stands before the first picture; its words come with the other scripts. */
  document.addEventListener("readystatechange", function () {
    if (button) {
      return;
    }
    button = document.createElement("button");
    button.type = "button";
    button.className = "pb-icon pb-scheme";
    document.querySelector(".pb-bar").append(button);
    show();
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
  document.addEventListener("DOMContentLoaded", function () {
    button.setAttribute("aria-label", window.planbuilder.words.dark);
  });
})();
