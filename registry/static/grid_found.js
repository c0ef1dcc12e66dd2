// A finding of the gates leads to its cell: «#phase:KEY» is the cell of a field in a row.
(function () {
  "use strict";

  var grid = window.registryGrid;
  // What places.js keeps of the finding that was followed.
  var FOUND = "registry-found";

  // There the finding is said, and the words that it is about are selected to be written over.
  grid.goToFound = function (view, rows, editor, say) {
    var named = decodeURIComponent(location.hash.slice(1)).split(":");
    var row = rows.live().find(function (one) {
      return one.key && one.key === named[1];
    });
    if (!row || !(named[0] in row.cells)) {
      return;
    }
    editor.close(true);
    view.goTo(row, named[0]);
    var found = followed();
    say(found.text);
    var at = (row.cells[named[0]] || "").indexOf(found.words);
    if (found.words && at >= 0) {
      editor.open();
      editor.input.setSelectionRange(at, at + found.words.length);
    }
  };

  function followed() {
    try {
      var found = JSON.parse(sessionStorage.getItem(FOUND)) || {};
      return found.href === location.href ? found : { text: "", words: "" };
    } catch {
      return { text: "", words: "" };
    }
  }
})();
