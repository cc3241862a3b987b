/* What depends on the reader's clock: whether the plan is overdue, what is late. */
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
})();
