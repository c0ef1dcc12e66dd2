// The table as it is seen: drawn, gone about in, sorted and narrowed (the ARIA grid pattern).
(function () {
  "use strict";

  var grid = window.registryGrid;
  var HEAD = -1;
  var SIGNS = { ascending: " ▲", descending: " ▼", none: "" };
  var NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  grid.Table = function (place, description, rows) {
    var view = { at: { line: 0, column: 1 }, from: null, sort: null, filter: null, all: false };
    view.unfiltered = function () {};
    var arranged = null;
    var lines = [];
    var columns = [];
    var drawn = new Map();
    var table = grid.element("table", {
      class: "grid-table",
      role: "grid",
      "aria-label": "Kladdens snitflader",
      "aria-multiselectable": "true",
      "aria-describedby": "taster",
    });
    var head = table.createTHead();
    var body = table.createTBody();
    place.replaceChildren(table);
    view.table = table;

    view.columns = function () {
      return columns;
    };
    view.lines = function () {
      return lines;
    };
    view.row = function () {
      return lines[view.at.line];
    };
    view.column = function () {
      return columns[view.at.column - 1];
    };

    view.columnOf = function (name) {
      return description.columns.find(function (column) {
        return column.name === name;
      });
    };

    // The order is found when it is asked for, not while one writes.
    view.arrange = function () {
      arranged = null;
      if (view.sort || view.filter) {
        arranged = rows.live().filter(function (row) {
          return rows.isBlank(row) || grid.fits(row, view.filter);
        });
        if (view.sort) {
          arranged.sort(function (one, other) {
            return rows.isBlank(one) - rows.isBlank(other) || grid.compare(one, other, view.sort);
          });
        }
        // What comes later stands last.
        arranged.seen = rows.all.slice();
      }
      view.draw();
    };

    function standing() {
      var live = rows.live();
      if (!arranged) {
        return live;
      }
      var kept = arranged.filter(function (row) {
        return live.indexOf(row) >= 0;
      });
      var later = live.filter(function (row) {
        return kept.indexOf(row) < 0 && (arranged.seen.indexOf(row) < 0 || rows.isBlank(row));
      });
      return kept.concat(later);
    }

    view.draw = function () {
      lines = standing();
      columns = description.columns.filter(function (column) {
        return view.all || !column.more;
      });
      head.replaceChildren(headLine());
      put(lines.map(lineOf));
      table.setAttribute("aria-rowcount", String(lines.length + 1));
      view.at.line = Math.min(view.at.line, lines.length - 1);
      view.at.column = Math.min(view.at.column, columns.length);
      show();
    };

    // Of many lines, only those are made again that say something else.
    function lineOf(row, at) {
      var said = [view.all, row.cells, row.notes, row.saved, row.marked];
      var sign = JSON.stringify(said);
      var kept = drawn.get(row);
      if (!kept || kept.sign !== sign) {
        kept = { sign: sign, line: bodyLine(row) };
        drawn.set(row, kept);
      }
      kept.line.querySelector(".grid-mark").setAttribute("aria-label", "Markér række " + (at + 1));
      kept.line.querySelector(".grid-number").textContent = at + 1;
      return kept.line;
    }
    view.forget = function (row) {
      drawn.delete(row);
    };

    function put(shown) {
      shown.forEach(function (line, at) {
        if (body.rows[at] !== line) {
          body.insertBefore(line, body.rows[at] || null);
        }
      });
      while (body.rows.length > shown.length) {
        body.lastElementChild.remove();
      }
    }

    function headLine() {
      var line = grid.element("tr", { role: "row" });
      var every = grid.element("input", {
        type: "checkbox",
        class: "grid-mark",
        tabindex: "-1",
        "aria-label": "Markér alle rækker",
        "data-every": "",
      });
      line.append(grid.element("th", { role: "columnheader", scope: "col" }, every));
      columns.forEach(function (column) {
        var way = view.sort && view.sort.name === column.name ? view.sort.way : "none";
        var button = grid.element("button", { type: "button", tabindex: "-1", class: "grid-sort" });
        button.dataset.sort = column.name;
        button.append(column.label, grid.element("span", { "aria-hidden": "true" }, SIGNS[way]));
        var at = { role: "columnheader", scope: "col", "aria-sort": way };
        line.append(grid.element("th", at, button));
      });
      return line;
    }

    function bodyLine(row) {
      var line = grid.element("tr", { role: "row" });
      var mark = grid.element("input", { type: "checkbox", class: "grid-mark", tabindex: "-1" });
      mark.checked = row.marked;
      var number = grid.element("span", { "aria-hidden": "true", class: "grid-number" });
      line.append(grid.element("th", { role: "rowheader", scope: "row" }, mark, number));
      columns.forEach(function (column) {
        var cell = grid.element("td", { role: "gridcell", tabindex: "-1" });
        cell.className = "grid-" + column.name + (column.long ? " grid-long" : "");
        line.append(cell);
        fill(cell, row, column);
      });
      return line;
    }

    function fill(cell, row, column) {
      var note = row.notes[column.name];
      var text = row.cells[column.name] || "";
      var isNew = text !== (row.saved[column.name] || "");
      cell.replaceChildren(grid.element("span", { class: "grid-text" }, text));
      cell.classList.toggle("grid-changed", isNew && !rows.isBlank(row));
      cell.classList.toggle("grid-doubt", Boolean(note && note.kind !== "remark"));
      cell.classList.toggle("grid-remark", Boolean(note && note.kind === "remark"));
      cell.toggleAttribute("aria-invalid", false);
      if (note) {
        cell.append(grid.element("span", { class: "grid-note" }, note.text));
      }
      if (note && note.kind !== "remark") {
        cell.setAttribute("aria-invalid", "true");
      }
    }

    view.cell = function (line, column) {
      var found = (line === HEAD ? head.rows[0] : body.rows[line]).cells[column];
      return found.querySelector(".grid-mark, .grid-sort") || found;
    };

    // The cells that are chosen, the one that has the focus among them.
    view.range = function () {
      var from = view.from || view.at;
      return {
        top: Math.max(0, Math.min(from.line, view.at.line)),
        bottom: Math.max(from.line, view.at.line),
        left: Math.max(1, Math.min(from.column, view.at.column)),
        right: Math.max(1, from.column, view.at.column),
      };
    };
    view.isRange = function () {
      var range = view.range();
      return range.top !== range.bottom || range.left !== range.right;
    };

    view.go = function (line, column, extend) {
      if (extend) {
        view.from = view.from || { line: view.at.line, column: view.at.column };
      } else {
        view.from = null;
      }
      var least = extend ? 0 : HEAD;
      view.at.line = Math.max(least, Math.min(line, lines.length - 1));
      view.at.column = Math.max(extend ? 1 : 0, Math.min(column, columns.length));
      show();
      view.focus();
    };

    view.focus = function () {
      var cell = view.cell(view.at.line, view.at.column);
      cell.focus();
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    };

    view.goTo = function (row, name) {
      view.all = view.all || columns.every(function (column) {
        return column.name !== name;
      });
      if (lines.indexOf(row) < 0) {
        view.filter = arranged = null;
        view.unfiltered();
      }
      view.draw();
      var at = columns.findIndex(function (column) {
        return column.name === name;
      });
      view.go(lines.indexOf(row), at + 1);
    };

    // One cell can be reached by Tab: the one where one is.
    function show() {
      table.querySelectorAll("[tabindex='0']").forEach(function (cell) {
        cell.tabIndex = -1;
      });
      table.querySelectorAll("[aria-selected]").forEach(function (cell) {
        cell.removeAttribute("aria-selected");
      });
      view.cell(view.at.line, view.at.column).tabIndex = 0;
      var range = view.range();
      for (var line = range.top; view.isRange() && line <= range.bottom; line += 1) {
        for (var column = range.left; column <= range.right; column += 1) {
          body.rows[line].cells[column].setAttribute("aria-selected", "true");
        }
      }
    }

    view.marked = function () {
      return lines.filter(function (row) {
        return row.marked && !rows.isBlank(row);
      });
    };
    view.mark = function (row, on) {
      row.marked = on;
      view.cell(lines.indexOf(row), 0).checked = on;
    };

    function placeOf(target) {
      var cell = target.closest("td, th");
      if (!cell || !table.contains(cell)) {
        return null;
      }
      return { line: cell.parentNode.rowIndex - 1, column: cell.cellIndex };
    }
    view.placeOf = placeOf;

    table.addEventListener("click", function (event) {
      var name = event.target.closest("[data-sort]") && event.target.closest("[data-sort]").dataset.sort;
      if (name) {
        var way = NEXT[view.sort && view.sort.name === name ? view.sort.way : "none"];
        view.sort = way === "none" ? null : { name: name, way: way };
        view.arrange();
        view.focus();
      }
    });
    table.addEventListener("change", function (event) {
      if (event.target.matches("[data-every]")) {
        lines.forEach(function (row) {
          view.mark(row, event.target.checked);
        });
      } else if (event.target.matches(".grid-mark")) {
        lines[placeOf(event.target).line].marked = event.target.checked;
      }
    });

    view.draw();
    return view;
  };

  grid.element = function (name, attributes) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      made.setAttribute(key, attributes[key]);
    });
    made.append.apply(made, Array.prototype.slice.call(arguments, 2));
    return made;
  };
})();
