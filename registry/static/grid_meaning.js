// What answers of the server mean for the rows: doubts, conflicts, pasted lines.
(function () {
  "use strict";

  var grid = window.registryGrid;
  var DANISH = new Intl.Collator("da", { numeric: true });
  var LINE_BREAKS = /\s*\n\s*/g;

  // Whether what follows of other cells may stand in a cell: nobody has written there.
  grid.mayFollow = function (row, field) {
    var now = row.cells[field] || "";
    return now === "" || now === row.followed[field];
  };

  grid.pastedInto = function (targets, pasted, byName) {
    var changes = [];
    pasted.lines.forEach(function (line, at) {
      var row = targets[at];
      Object.keys(line).forEach(function (field) {
        var isWritten = pasted.fields.indexOf(field) >= 0;
        if (!isWritten && !grid.mayFollow(row, field)) {
          delete line[field];
          return;
        }
        if (!isWritten) {
          row.followed[field] = line[field].text;
        }
        var column = byName[field];
        var isOneLine = !column.long && !column.read;
        var text = line[field].text;
        changes.push({
          row: row,
          field: field,
          to: isOneLine ? text.replace(LINE_BREAKS, " ") : text,
        });
      });
    });
    return changes;
  };

  grid.filled = function (text, range) {
    return Array.from({ length: range.bottom - range.top + 1 }, function () {
      return Array.from({ length: range.right - range.left + 1 }, function () {
        return text;
      });
    });
  };

  grid.doubtsOf = function (rows) {
    var found = [];
    rows.live().forEach(function (row) {
      Object.keys(row.notes).forEach(function (field) {
        if (row.notes[field].kind !== "remark") {
          found.push(Object.assign({ row: row, field: field }, row.notes[field]));
        }
      });
    });
    return found;
  };

  grid.where = function (rows, row, column) {
    var task = row.cells.task;
    var number = rows.live().indexOf(row) + 1;
    return "Række " + number + (task ? " («" + task + "»)" : "") + ", " + column.label;
  };

  // Why nothing was saved, put into the rows. Returns what belongs to no cell.
  grid.refusal = function (rows, why) {
    var named = {};
    rows.all.forEach(function (row) {
      named[row.name] = row;
    });
    why.met.forEach(function (met) {
      meet(named[met.name], met);
    });
    why.gone.forEach(function (name) {
      named[name].base = "";
    });
    var rest = [];
    why.problems.forEach(function (problem) {
      var row = named[problem.row];
      if (row && problem.field) {
        var words = problem.message.slice(problem.message.indexOf(": ") + 2);
        row.notes[problem.field] = { kind: "doubt", text: problem.doubt || words };
      } else {
        rest.push(problem.message);
      }
    });
    return rest;
  };

  // Another has saved the row: what only they changed is theirs, what both did is shown.
  function meet(row, met) {
    Object.keys(met.cells).forEach(function (field) {
      var theirs = met.cells[field];
      var mine = row.cells[field];
      if (mine === row.saved[field]) {
        row.cells[field] = theirs;
      } else if (mine !== theirs && theirs !== row.saved[field]) {
        row.notes[field] = {
          kind: "met",
          text: "En anden har gemt «" + theirs + "». Gem igen for at bruge din tekst.",
          theirs: theirs,
        };
      }
      row.saved[field] = theirs;
    });
    row.base = met.base;
    row.removed = false;
  }

  // A table that was sent and came back with the page: what was written stands in it again.
  grid.takeUp = function (rows, sent) {
    var byKey = {};
    rows.all.forEach(function (row) {
      byKey[row.key] = row;
    });
    sent.rows.forEach(function (one) {
      var row = (one.base && byKey[one.key]) || rows.fresh(1)[0];
      rows.apply(
        Object.keys(one.cells).map(function (field) {
          return { row: row, field: field, to: one.cells[field] };
        })
      );
      row.name = one.name;
      row.key = one.key;
    });
    sent.removed.forEach(function (one) {
      if (byKey[one.key]) {
        rows.apply([{ row: byKey[one.key], removed: true }]);
        byKey[one.key].name = one.name;
      }
    });
  };

  // Another form than the one before: the same text sent again is then no repetition.
  grid.formUse = function () {
    var numbers = window.crypto.getRandomValues(new Uint32Array(4));
    return Array.from(numbers, function (number) {
      return number.toString(36);
    }).join("");
  };

  // Whether a row is shown, and which of two stands first.
  grid.fits = function (row, filter) {
    if (!filter) {
      return true;
    }
    var texts = filter.name ? [row.cells[filter.name] || ""] : Object.values(row.cells);
    return texts.some(function (text) {
      return text.toLocaleLowerCase("da").indexOf(filter.text) >= 0;
    });
  };

  grid.compare = function (one, other, sort) {
    var first = one.cells[sort.name] || "";
    var second = other.cells[sort.name] || "";
    // What is empty stands last, whichever way.
    if (!first || !second) {
      return (first ? 0 : 1) - (second ? 0 : 1);
    }
    var found = DANISH.compare(first, second);
    return sort.way === "ascending" ? found : -found;
  };

  // The fields above the table: what to set, and which rows to show.
  grid.controls = function (bar, view, lists, commands) {
    var field = bar.querySelector("[data-set-field]");
    var text = bar.querySelector("[data-set-text]");
    var only = bar.querySelector("[data-filter-text]");
    var where = bar.querySelector("[data-filter-field]");

    function offer() {
      var column = view.columnOf(field.value);
      if (column.list) {
        text.setAttribute("list", lists[column.list].id);
      } else {
        text.removeAttribute("list");
      }
    }
    field.addEventListener("change", offer);
    offer();
    text.addEventListener("keydown", function (event) {
      if (event.key === "Enter") {
        event.preventDefault();
        commands.set();
      }
    });

    function narrow() {
      var words = only.value.trim().toLocaleLowerCase("da");
      view.filter = words ? { text: words, name: where.value } : null;
      view.arrange();
    }
    view.unfiltered = function () {
      only.value = "";
    };
    only.addEventListener("input", narrow);
    where.addEventListener("change", narrow);
    only.addEventListener("keydown", function (event) {
      if (event.key === "Enter") {
        event.preventDefault();
        view.focus();
      }
    });
    bar.querySelector("[data-all-fields]").addEventListener("change", function (event) {
      view.all = event.target.checked;
      view.draw();
    });
  };
})();
