/* The drawer closes when the reader has chosen a place on this page. The browser does the rest. */
(function () {
  "use strict";

  var menu = document.getElementById("pb-menu");

  menu.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (link && link.hash && link.pathname === window.location.pathname && menu.hidePopover) {
      menu.hidePopover();
    }
  });
})();
