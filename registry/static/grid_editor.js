// The table by keyboard and mouse: going about, and writing in a cell.
(function () {
  "use strict";

  var grid = window.registryGrid;
  var STEPS = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    PageDown: [10, 0],
    PageUp: [-10, 0],
  };

  // `commands`: what the keys do besides; `changed` takes every step that is made here.
  grid.Editor = function (view, description, rows, commands) {
    var editor = { input: null };
    var runFrom = null;
    var names = lists(description, view.table);

    editor.open = function (text) {
      var row = view.row();
      var column = view.column();
      if (!row || !column || editor.input) {
        return;
      }
      var cell = view.cell(view.at.line, view.at.column);
      var now = row.cells[column.name] || "";
      var isLong = column.long || now.indexOf("\n") >= 0;
      var input = grid.element(isLong ? "textarea" : "input", {
        class: "form-input grid-input",
        autocomplete: "off",
        "aria-label": column.label + ", række " + (view.at.line + 1),
      });
      input.value = text === undefined ? now : text;
      editor.input = input;
      editor.row = row;
      editor.name = column.name;
      editor.before = now;
      if (column.list) {
        offer(input, column);
      }
      cell.replaceChildren(input);
      input.focus();
      input.addEventListener("blur", function () {
        editor.close(true);
      });
      input.addEventListener("input", commands.later);
    };

    // The lists to choose from; after a comma, for the next of several.
    function offer(input, column) {
      input.setAttribute("list", names[column.list].id);
      if (!column.many) {
        return;
      }
      input.setAttribute("list", names.many.id);
      function fill() {
        var before = input.value.slice(0, input.value.lastIndexOf(",") + 1);
        var chosen = before ? before + " " : "";
        names.many.replaceChildren.apply(
          names.many,
          description.lists[column.list].map(function (label) {
            return grid.element("option", { value: chosen + label });
          })
        );
      }
      input.addEventListener("input", fill);
      fill();
    }

    editor.close = function (keep) {
      var input = editor.input;
      if (!input) {
        return;
      }
      editor.input = null;
      view.forget(editor.row);
      commands.changed(put(keep ? input.value.trim() : editor.before));
    };

    editor.isWriting = function () {
      return Boolean(editor.input) && editor.input.value.trim() !== editor.row.cells[editor.name];
    };

    // What stands in an open cell so far. Names are read when they are whole.
    editor.keep = function () {
      if (editor.input && !view.columnOf(editor.name).read) {
        commands.changed(put(editor.input.value.trim()));
      }
    };

    function put(text) {
      return rows.apply([{ row: editor.row, field: editor.name, to: text }]);
    }

    // Done with a cell: on to the next one.
    function on(lineSteps, columnSteps) {
      var line = view.at.line + lineSteps;
      var column = view.at.column + columnSteps;
      editor.close(true);
      view.go(line, column);
    }

    function tab(event) {
      var width = view.columns().length;
      var line = view.at.line;
      var column = view.at.column + (event.shiftKey ? -1 : 1);
      if (runFrom === null) {
        runFrom = view.at.column;
      }
      // What is written here may make the line after it.
      editor.close(true);
      if (column > width) {
        line += 1;
        column = 1;
        runFrom = null;
      } else if (column < 1) {
        line -= 1;
        column = width;
      }
      if (line < 0 || line >= view.lines().length) {
        // The table is left by either end.
        view.focus();
        return;
      }
      event.preventDefault();
      view.go(line, column);
    }

    function enter(event) {
      if (view.at.line < 0 || view.at.column === 0) {
        return;
      }
      event.preventDefault();
      var column = runFrom === null ? view.at.column : runFrom;
      runFrom = null;
      on(event.shiftKey ? -1 : 1, column - view.at.column);
    }

    function whileWriting(event) {
      var isArea = editor.input.tagName === "TEXTAREA";
      if (event.key === "Enter" && !(isArea && event.shiftKey)) {
        enter(event);
      } else if (event.key === "Tab") {
        tab(event);
      } else if (event.key === "Escape") {
        event.preventDefault();
        editor.close(false);
        view.focus();
      } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        editor.close(true);
        view.focus();
        commands.save();
      }
    }

    function withControl(event) {
      var key = event.key.toLowerCase();
      var command = { z: event.shiftKey ? "forth" : "back", y: "forth", d: "down", s: "save", a: "all" }[key];
      if (command === "all") {
        event.preventDefault();
        view.go(0, 1);
        view.go(view.lines().length - 1, view.columns().length, true);
      } else if (command) {
        event.preventDefault();
        commands[command]();
      } else if (event.key === "Home" || event.key === "End") {
        event.preventDefault();
        view.go(event.key === "Home" ? 0 : view.lines().length - 1, 1, event.shiftKey);
      }
    }

    function goingAbout(event) {
      var step = STEPS[event.key];
      if (event.ctrlKey || event.metaKey) {
        withControl(event);
      } else if (event.altKey) {
        return;
      } else if (step) {
        event.preventDefault();
        runFrom = null;
        view.go(view.at.line + step[0], view.at.column + step[1], event.shiftKey);
      } else if (event.key === "Tab") {
        tab(event);
      } else if (event.key === "Enter") {
        enter(event);
      } else if (event.key === "Home" || event.key === "End") {
        event.preventDefault();
        view.go(view.at.line, event.key === "Home" ? 1 : view.columns().length, event.shiftKey);
      } else if (event.key === "F2") {
        event.preventDefault();
        editor.open();
      } else if (event.key === "Escape") {
        event.preventDefault();
        commands.leave();
      } else if (event.key === " " && event.shiftKey && view.row()) {
        event.preventDefault();
        view.mark(view.row(), !view.row().marked);
      } else if (view.at.line >= 0 && view.at.column > 0) {
        write(event);
      }
    }

    function write(event) {
      if (event.key === "Delete" || event.key === "Backspace") {
        event.preventDefault();
        commands.empty();
      } else if (event.key.length === 1 || event.key === "Dead" || event.key === "Process") {
        // The letter itself goes into what is opened.
        editor.open("");
      }
    }

    view.table.addEventListener("keydown", function (event) {
      if (editor.input) {
        whileWriting(event);
      } else {
        goingAbout(event);
      }
    });
    view.table.addEventListener("mousedown", function (event) {
      var at = view.placeOf(event.target);
      if (!at || event.target === editor.input || event.target.matches("input, button")) {
        return;
      }
      event.preventDefault();
      runFrom = null;
      editor.close(true);
      view.go(at.line, at.column, event.shiftKey);
    });
    view.table.addEventListener("mouseover", function (event) {
      var at = event.buttons === 1 && !editor.input && view.placeOf(event.target);
      if (at && at.line >= 0 && at.column > 0) {
        view.go(at.line, at.column, true);
      }
    });
    view.table.addEventListener("dblclick", function () {
      if (view.at.line >= 0) {
        editor.open();
      }
    });
    view.table.addEventListener("focusin", function (event) {
      var at = event.target.matches(".grid-mark, .grid-sort") && view.placeOf(event.target);
      if (at) {
        view.at.line = at.line;
        view.at.column = at.column;
      }
    });

    editor.lists = names;
    return editor;
  };

  function lists(description, table) {
    var made = { many: grid.element("datalist", { id: "grid-many" }) };
    Object.keys(description.lists).forEach(function (name) {
      made[name] = grid.element("datalist", { id: "grid-list-" + name });
      description.lists[name].forEach(function (label) {
        made[name].append(grid.element("option", { value: label }));
      });
    });
    Object.values(made).forEach(function (list) {
      table.after(list);
    });
    return made;
  }
})();
