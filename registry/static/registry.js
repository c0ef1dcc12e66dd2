// Small comforts; every page works without them.
(function () {
  "use strict";

  // On a wide screen there is room for the facets beside the answers.
  if (window.matchMedia("(min-width: 62em)").matches) {
    document.querySelectorAll("details[data-open-wide]").forEach(function (details) {
      details.open = true;
    });
  }

  // An address that names a row inside a closed part opens that part.
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var closed = target && target.closest("details:not([open])");
    if (closed) {
      closed.open = true;
      target.scrollIntoView();
    }
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  // "/" goes to the question box, as long as one is not writing elsewhere.
  document.addEventListener("keydown", function (event) {
    var box = document.querySelector("input[type=search]");
    var writing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && box && !writing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      box.focus();
    }
  });
})();
