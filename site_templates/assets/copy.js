/* Copies a text as the channel will publish it, and says whether it worked. Runs from a folder as well. */
(function () {
  "use strict";

  function byHand(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.appendChild(area);
    area.select();
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (refused) {
      done = false;
    }
    area.remove();
    return done;
  }

  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).then(
        function () { return true; },
        function () { return byHand(text); }
      );
    }
    return Promise.resolve(byHand(text));
  }

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var told = button.parentElement.querySelector("[aria-live]");
    button.hidden = false;
    button.addEventListener("click", function () {
      copy(button.dataset.copy).then(function (done) {
        button.focus();
        told.textContent = "";
        window.setTimeout(function () {
          told.textContent = done ? button.dataset.done : button.dataset.failed;
        }, 50);
      });
    });
  });
})();
