// The list under the table: what is in doubt or met another's text, each with the way to its cell.
(function () {
  "use strict";

  var grid = window.registryGrid;

  grid.Doubts = function (place, rows, page) {
    // `remarks`: what belongs to no cell.
    var doubts = { remarks: [] };
    var shown = "";

    doubts.tell = function () {
      var lines = grid.doubtsOf(rows).map(lineOf).concat(doubts.remarks.map(plain));
      var now = lines
        .map(function (line) {
          return line.textContent;
        })
        .join("\n");
      // Whoever stands in the list is not moved out of it by the same list again.
      if (now === shown) {
        return;
      }
      shown = now;
      place.hidden = !lines.length;
      var list = grid.element("ul", {});
      list.append.apply(list, lines);
      place.replaceChildren(grid.element("h2", {}, "Se efter (" + lines.length + ")"), list);
    };

    doubts.focus = function () {
      var first = place.querySelector("button, li[tabindex]");
      if (first) {
        first.focus();
      }
    };

    function plain(words) {
      return grid.element("li", { tabindex: "-1" }, words);
    }

    function lineOf(doubt) {
      var way = grid.element("button", { type: "button", class: "grid-way" });
      way.append(grid.where(rows, doubt.row, page.byName[doubt.field]) + ": " + doubt.text);
      way.addEventListener("click", function () {
        page.show(doubt.row, doubt.field);
      });
      var line = grid.element("li", {}, way);
      if (doubt.theirs !== undefined) {
        line.append(" ", take(doubt));
      }
      return line;
    }

    function take(doubt) {
      var button = grid.element("button", { type: "button", class: "button button-tertiary" });
      button.append("Brug den gemte");
      button.addEventListener("click", function () {
        page.changed(rows.apply([{ row: doubt.row, field: doubt.field, to: doubt.theirs }]));
        page.show(doubt.row, doubt.field);
      });
      return button;
    }

    return doubts;
  };
})();
