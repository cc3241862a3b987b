/* The drawer closes when the reader has chosen a place on this page; an older browser has its menu below the text, and
   is led there. The browser does the rest. */
(function () {
  "use strict";

  var menu = document.getElementById("pb-menu");

  menu.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (link && link.hash && link.pathname === window.location.pathname && menu.hidePopover) {
      menu.hidePopover();
    }
  });

  /* In the other language the reader stays at the same place of the page. */
  document.querySelectorAll(".pb-languages a").forEach(function (link) {
    link.addEventListener("click", function () { link.hash = window.location.hash; });
  });

  if (!menu.showPopover) {
    document.querySelector(".pb-menu-open").addEventListener("click", function () {
      menu.querySelector("a").focus();
    });
  }
})();
