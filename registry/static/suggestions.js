// Suggested rows by keyboard: one key each to accept, mend and refuse, while one of them has the
// focus; the arrows go on to the next. Every one of them is a button or a link without it.
(function () {
  "use strict";

  var list = document.querySelector("[data-suggestions]");
  if (!list) {
    return;
  }
  var hint = document.querySelector("[data-keys-hint]");
  if (hint) {
    hint.hidden = false;
  }
  var UNDO = "f";
  var STEPS = { ArrowDown: 1, ArrowUp: -1 };

  function waiting() {
    return Array.from(list.querySelectorAll("[data-suggestion]")).filter(function (one) {
      return one.querySelector("[data-key]");
    });
  }

  function go(one) {
    one.focus();
    one.scrollIntoView({ block: "nearest" });
  }

  list.addEventListener("keydown", function (event) {
    var one = event.target.closest("[data-suggestion], [data-accepted]");
    // In a select, letters and arrows go to its options.
    var inList = event.target.matches("select");
    if (!one || inList || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    var step = STEPS[event.key];
    if (step) {
      var listed = waiting();
      var next = listed[listed.indexOf(one) + step];
      if (next) {
        event.preventDefault();
        go(next);
      }
      return;
    }
    var key = event.key.toLowerCase();
    var pressed = key === UNDO
      ? list.querySelector("[data-undo]")
      : one.querySelector('[data-key="' + CSS.escape(key) + '"]');
    if (pressed) {
      event.preventDefault();
      pressed.click();
    }
  });

  // A page that was answered begins where it left off; else the first that waits is reached by Tab.
  var named = location.hash && document.getElementById(location.hash.slice(1));
  if (named && named.matches("[data-suggestion], [data-accepted]")) {
    go(named);
  }
  waiting().forEach(function (one) {
    one.tabIndex = 0;
  });
})();
