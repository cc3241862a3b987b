/* Finds the level by questions, the gravest first: the first yes decides. What is not known counts as yes. */
(function () {
  "use strict";

  var finder = document.querySelector(".pb-finder");
  if (!finder) {
    return;
  }
  var questions = Array.from(finder.querySelectorAll("[data-level]"));
  var results = finder.querySelectorAll("[data-result]");
  var back = finder.querySelector(".pb-finder-back");
  var at = 0;

  /* `found` is the level that was decided, empty where none is reached, null while questions are left. */
  function show(found, moved) {
    questions.forEach(function (question, place) { question.hidden = found !== null || place !== at; });
    results.forEach(function (result) { result.hidden = result.dataset.result !== found; });
    back.hidden = found === null && at === 0;
    if (moved) {
      finder.querySelector(":is([data-level], [data-result]):not([hidden]) h3").focus();
    }
  }

  questions.forEach(function (question, place) {
    question.addEventListener("click", function (event) {
      var answer = event.target.dataset.answer;
      if (answer === "yes") {
        show(question.dataset.level, true);
      } else if (answer === "no") {
        at = place + 1;
        show(at < questions.length ? null : "", true);
      }
    });
  });

  finder.querySelector("[data-act=back]").addEventListener("click", function () {
    var decided = Array.prototype.some.call(results, function (result) { return !result.hidden && result.dataset.result; });
    at = Math.max(0, decided ? at : at - 1);
    show(null, true);
  });
  finder.querySelector("[data-act=again]").addEventListener("click", function () {
    at = 0;
    show(null, true);
  });

  document.querySelector(".pb-to-finder").hidden = false;
  finder.hidden = false;
  show(null, false);
})();
