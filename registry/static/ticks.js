// A folded list of boxes says how many are ticked, and which where they are few: also while one
// ticks, not only as it was when the page was opened.
(function () {
  "use strict";

  var NAMED = 3;

  function tell(list) {
    var ticked = Array.from(list.querySelectorAll("input:checked"));
    var names = ticked.map(function (box) {
      return box.labels[0].textContent.trim();
    });
    var named = names.length && names.length <= NAMED ? ": " + names.join(", ") : "";
    list.querySelector("[data-ticked]").textContent = names.length + " valgt" + named;
  }

  document.querySelectorAll("details").forEach(function (list) {
    if (!list.querySelector("[data-ticked]")) {
      return;
    }
    list.addEventListener("change", function () {
      tell(list);
    });
    // A browser that comes back to a page ticks what was ticked there, and says nothing of it.
    window.addEventListener("pageshow", function () {
      tell(list);
    });
  });
})();
