// The rows of a draft as a table to write in: its buttons and its doubts.
// What is written is saved by itself, and nothing that is written is lost till then.
(function () {
  "use strict";

  var grid = window.registryGrid;
  var place = document.querySelector("[data-grid]");
  var bar = document.querySelector("[data-grid-bar]");
  var form = document.querySelector("[data-grid-form]");
  if (!place || !form || !grid) {
    return;
  }
  var description = JSON.parse(place.dataset.grid);
  var rows = grid.Rows(description);
  var view = grid.Table(place, description, rows);
  var state = form.querySelector("[data-grid-state]");
  var byName = {};
  description.columns.forEach(function (column) {
    byName[column.name] = column;
  });

  var understanding = grid.Understanding(place.dataset.readAt, form, view, rows, {
    byName: byName,
    redraw: redraw,
    say: say,
    remark: function (remarks) {
      doubts.remarks = remarks;
      saving.later();
    },
  });

  var doubts = grid.Doubts(document.querySelector("[data-grid-problems]"), rows, {
    byName: byName,
    show: show,
    changed: changed,
  });

  function say(words) {
    state.textContent = words;
  }

  // Steps: what is changed is drawn, and what names something is read.
  function changed(step) {
    redraw();
    if (step.length) {
      say("Ikke gemt endnu");
      understanding.look(step, true);
      saving.later();
    }
  }

  function redraw() {
    doubts.tell();
    // What is being written in stays; the rest is drawn when it is done.
    if (editor && editor.input) {
      return;
    }
    var isInside = view.table.contains(document.activeElement);
    view.draw();
    if (isInside) {
      view.focus();
    }
    bar.querySelector("[data-command=back]").disabled = !rows.canGoBack();
    bar.querySelector("[data-command=forth]").disabled = !rows.canGoForth();
  }

  function show(row, name) {
    if (rows.live().indexOf(row) >= 0) {
      view.goTo(row, name);
    }
  }

  function cellsOf(text) {
    return rows.apply(
      cells().map(function (cell) {
        return { row: cell.row, field: cell.field, to: text(cell) };
      })
    );
  }

  function cells() {
    var range = view.range();
    var columns = view.columns().slice(range.left - 1, range.right);
    var found = [];
    view
      .lines()
      .slice(range.top, range.bottom + 1)
      .forEach(function (row, at) {
        columns.forEach(function (column) {
          found.push({ row: row, field: column.name, line: range.top + at });
        });
      });
    return found;
  }

  var commands = {
    changed: changed,
    back: function () {
      turned(rows.back(), "Fortrudt", "Der er ikke mere at fortryde.");
    },
    forth: function () {
      turned(rows.forth(), "Gjort igen", "Der er ikke mere at gentage.");
    },
    // Into the range from its first line; into one cell from the one above it.
    down: function () {
      var lines = view.lines();
      var range = view.range();
      var from = range.top === range.bottom ? range.top - 1 : range.top;
      if (from < 0 || view.at.line < 0) {
        return;
      }
      changed(
        cellsOf(function (cell) {
          return lines[from].cells[cell.field];
        })
      );
    },
    empty: function () {
      changed(
        cellsOf(function () {
          return "";
        })
      );
    },
    remove: function () {
      var marked = view.marked();
      if (!marked.length) {
        say("Markér først de rækker, der skal fjernes.");
        return;
      }
      changed(
        rows.apply(
          marked.map(function (row) {
            return { row: row, removed: true };
          })
        )
      );
      say(grid.counted(marked.length) + " er fjernet, når du gemmer. Fortryd henter dem igen.");
    },
    set: function () {
      var marked = view.marked();
      var name = bar.querySelector("[data-set-field]").value;
      var text = bar.querySelector("[data-set-text]").value.trim();
      if (!marked.length) {
        say("Markér først de rækker, det gælder: i feltet foran rækken.");
        return;
      }
      var step = rows.apply(
        marked.map(function (row) {
          return { row: row, field: name, to: text };
        })
      );
      changed(step);
      say(byName[name].label + " er sat for " + grid.counted(marked.length) + ". Ikke gemt endnu.");
    },
    leave: function () {
      form.querySelector("button[type=submit]").focus();
    },
    save: function () {
      saving.save();
    },
    later: function () {
      saving.later();
    },
    put: understanding.put,
  };

  function turned(step, done, nothing) {
    redraw();
    if (step.length) {
      saving.later();
      understanding.look(step, false);
      show(step[0].row, step[0].field || view.columns()[0].name);
    }
    say(step.length ? done + "." : nothing);
  }

  // The page's own controls.
  var editor = grid.Editor(view, description, rows, commands);
  var saving = grid.Saving(form, rows, understanding, editor, {
    byName: byName,
    doubts: doubts,
    redraw: redraw,
    say: say,
  });
  grid.Clipboard(view, editor, commands);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    saving.save();
  });
  bar.addEventListener("click", function (event) {
    var button = event.target.closest("[data-command]");
    if (button) {
      commands[button.dataset.command]();
    }
  });
  document.addEventListener("keydown", function (event) {
    var isElsewhere = !event.target.matches("input, textarea, select") && !view.table.contains(event.target);
    var command = { s: "save", z: event.shiftKey ? "forth" : "back", y: "forth" }[event.key.toLowerCase()];
    if (command && (event.ctrlKey || event.metaKey) && (isElsewhere || command === "save") && !event.defaultPrevented) {
      event.preventDefault();
      commands[command]();
    }
  });
  grid.controls(bar, view, editor.lists, commands);
  window.addEventListener("beforeunload", function (event) {
    var sent = rows.unsaved();
    if (!saving.isLeaving && (editor.isWriting() || sent.rows.length || sent.removed.length)) {
      event.preventDefault();
    }
  });

  bar.hidden = false;
  document.querySelectorAll("[data-grid-hint]").forEach(function (hint) {
    hint.hidden = false;
  });
  document.querySelector("[data-grid-plain]").hidden = true;
  if (description.sent) {
    grid.takeUp(rows, description.sent);
    saving.refused(description.sent);
  } else {
    redraw();
    bar.scrollIntoView();
    view.at.line = location.hash === "#ny" ? view.lines().length - 1 : 0;
    view.go(view.at.line, 1);
    grid.goToFound(view, rows, editor, say);
  }
  window.addEventListener("hashchange", function () {
    grid.goToFound(view, rows, editor, say);
  });
})();
