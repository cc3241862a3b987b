/* Copies a text as the channel will publish it, says whether it worked, and notes it in the log. Runs from a folder. */
(function () {
  "use strict";

  var words = window.planbuilder.words;

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

  /* Empty first, so that the same words are read out again. */
  function tell(place, words) {
    place.textContent = "";
    window.setTimeout(function () { place.textContent = words; }, 50);
  }

  /* `what` is the line of the log; without it nothing is noted. `open` says which blanks the text still has. */
  function copyFrom(button, text, what, open) {
    return copy(text).then(function (done) {
      var told = button.parentElement.querySelector("[aria-live]");
      button.focus();
      told.classList.toggle("pb-warning", Boolean(done && open));
      tell(told, !done ? words.notCopied : open ? words.copiedOpen.replace("{blanks}", function () { return open; }) : words.copied);
      if (done && what) {
        window.planbuilder.store.record("copy", what);
      }
      return done;
    });
  }

  /* A text of the plan as it was typed: on the page its lines end with a `br`. */
  function textOf(place) {
    return Array.from(place.childNodes, function (node) { return node.nodeName === "BR" ? "\n" : node.textContent; }).join("");
  }

  /* The blanks of a text by what they mean, as the button says, or the table of the page. */
  function openIn(button, text) {
    var found = [];
    text.querySelectorAll("mark").forEach(function (blank) {
      document.querySelectorAll("th > mark").forEach(function (head) {
        var means = head.parentElement.nextElementSibling;
        if (head.textContent === blank.textContent) {
          found.push(means.querySelector(".pb-bad") ? head.textContent : means.firstChild.textContent.trim());
        }
      });
    });
    return button.dataset.open || Array.from(new Set(found)).join(" · ");
  }

  /* Moves the link to the form, which stands once below the texts of a statement, to where it is needed. */
  function bringForm(told) {
    var form = told.closest("article").querySelector('a[href*="#write-"]');
    var from = form && form.parentElement;
    if (form && from !== told.parentElement) {
      told.after(" ", form);
      from.hidden = !from.textContent.trim();
    }
  }

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var text = button.closest(".pb-version").querySelector(".pb-text");
    var told = document.createElement("span");
    told.className = "pb-told";
    told.setAttribute("role", "status");
    told.setAttribute("aria-live", "polite");
    button.after(" ", told);
    button.hidden = false;
    button.addEventListener("click", function () {
      var open = openIn(button, text);
      copyFrom(button, textOf(text), button.dataset.copy || document.querySelector("h1").textContent, open);
      if (open) {
        bringForm(told);
      }
    });
  });

  window.planbuilder.copyFrom = copyFrom;
  window.planbuilder.tell = tell;
})();
