/* What depends on the reader's clock: whether the plan is overdue, what is late, whose turn it is. */
(function () {
  "use strict";

  var words = window.planbuilder.words;
  var plan = window.planbuilder.plan;
  var now = new Date();
  var today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(function (part) { return String(part).padStart(2, "0"); })
    .join("-");

  document.querySelectorAll(".pb-fresh").forEach(function (line) {
    var late = plan.next < today ? words.overdue : !plan.approved && words.unapproved;
    var state = document.createElement("strong");
    line.dataset.state = late ? "late" : "fresh";
    state.className = "pb-fresh-state";
    state.textContent = late || words.fresh;
    line.prepend(state, " ");
  });

  document.querySelectorAll("[data-due]").forEach(function (when) {
    if (when.dataset.due < today) {
      var late = document.createElement("span");
      late.className = "pb-chip pb-error";
      late.textContent = when.dataset.late;
      when.append(" ", late);
    }
  });

  function isNow(element) {
    return element.dataset.turns.split(" ").some(function (turn) {
      var ends = turn.split("/");
      return ends.length === 2 && new Date(ends[0]) <= now && now < new Date(ends[1]);
    });
  }

  document.querySelectorAll("[data-turns]").forEach(function (element) {
    if (isNow(element)) {
      element.classList.add("pb-is-now");
      element.querySelectorAll(".pb-now-chip").forEach(function (chip) { chip.hidden = false; });
    }
  });

  /* Home: only the person whose turn it is; all of them where no turn holds any more. */
  document.querySelectorAll(".pb-line").forEach(function (line) {
    var current = line.querySelector(".pb-is-now");
    if (!current) {
      return;
    }
    line.prepend(current);
    line.querySelectorAll("[data-turns]").forEach(function (other) { other.hidden = other !== current; });
    current.querySelector("span").textContent = line.dataset.now;
  });
})();
