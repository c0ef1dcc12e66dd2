// A table of rows: what stands in its cells, what was changed since it was opened, and the way
// back. It knows nothing of the page. The other grid scripts build on it, in their order.
(function () {
  "use strict";

  var grid = (window.registryGrid = {});

  // The rows of a table, from the description that the page holds.
  grid.Rows = function (table) {
    var rows = [];
    var done = [];
    var undone = [];
    var count = 0;

    function made(key, base, cells) {
      count += 1;
      var row = { name: "#" + count, key: key, base: base, cells: Object.assign({}, cells) };
      row.saved = Object.assign({}, cells);
      row.notes = {};
      row.followed = {};
      row.first = null;
      row.removed = row.marked = false;
      row.sent = null;
      return row;
    }

    // The rows that stand in the table. Of blank ones, only the last.
    function live() {
      return rows.filter(function (row, at) {
        return !row.removed && (at === rows.length - 1 || !isBlank(row));
      });
    }

    // A row begun here in which nothing stands but what it began with.
    function isBlank(row) {
      return row.first !== null && !row.base && same(row.first, row.cells);
    }

    // The last row is always one to write in, and begins as the row above it says.
    function keepOneBlank() {
      var last = rows[rows.length - 1];
      if (!last || last.removed || !isBlank(last)) {
        last = made("", "", {});
        rows.push(last);
      }
      begin(last);
    }

    function begin(row) {
      var standing = live();
      var above = standing[standing.length - 2];
      row.first = Object.assign({}, table.new);
      if (above) {
        table.kept.forEach(function (name) {
          row.first[name] = above.cells[name];
        });
      }
      row.cells = Object.assign({}, row.first);
    }

    // As many blank rows as are about to be written in, the last one among them.
    function fresh(number) {
      for (var at = 1; at < number; at += 1) {
        var row = made("", "", {});
        row.first = row.cells;
        rows.push(row);
        row.first = Object.assign({}, rows[rows.length - 2].first);
        row.cells = Object.assign({}, row.first);
      }
      return rows.slice(rows.length - number);
    }

    // One step: changes of cells ({row, field, to}) and of rows ({row, removed}).
    function apply(changes) {
      var step = changes
        .map(function (change) {
          var from = "field" in change ? change.row.cells[change.field] : change.row.removed;
          return Object.assign({ from: from }, change);
        })
        .filter(function (change) {
          return change.from !== ("field" in change ? change.to : change.removed);
        });
      if (!step.length) {
        return [];
      }
      step.forEach(function (change) {
        put(change, "field" in change ? change.to : change.removed);
      });
      done.push(step);
      undone = [];
      keepOneBlank();
      return step;
    }

    // What follows of a step by itself belongs to it: one way back for both.
    function join(step, changes) {
      if (done.indexOf(step) < 0) {
        return;
      }
      changes.forEach(function (change) {
        step.push(Object.assign({ from: change.row.cells[change.field] }, change));
        put(change, change.to);
      });
      keepOneBlank();
    }

    function put(change, value) {
      if (!("field" in change)) {
        change.row.removed = value;
        return;
      }
      change.row.cells[change.field] = value;
      delete change.row.notes[change.field];
    }

    function back() {
      return turn(done, undone, function (change) {
        return change.from;
      });
    }

    function forth() {
      return turn(undone, done, function (change) {
        return "field" in change ? change.to : change.removed;
      });
    }

    function turn(from, to, value) {
      var step = from.pop();
      if (!step) {
        return [];
      }
      // The last change of a cell was made last, and is taken back first.
      var order = from === done ? step.slice().reverse() : step;
      order.forEach(function (change) {
        put(change, value(change));
      });
      to.push(step);
      keepOneBlank();
      return step;
    }

    function changed(row) {
      return Object.keys(row.cells).filter(function (name) {
        return row.cells[name] !== (row.saved[name] || "");
      });
    }

    // What is sent, kept in each row: what is written while it is under way is known by it.
    // `later(row, name)`: whether a cell is not to go along yet.
    function send(later) {
      rows.forEach(function (row) {
        row.sent = pick(row.cells, going(row, Object.keys(row.cells), later));
      });
      return unsaved(later);
    }

    function going(row, names, later) {
      return names.filter(function (name) {
        return !later || !later(row, name);
      });
    }

    // All that the server does not have, as it is sent.
    function unsaved(later) {
      var standing = live().filter(function (row) {
        return !isUndone(row) && !isBlank(row);
      });
      var sent = standing.map(function (row, at) {
        var above = standing[at - 1];
        return {
          name: row.name,
          key: row.key,
          base: row.base,
          after: above ? (above.base ? above.key : above.name) : "",
          number: at + 1,
          task: row.cells.task,
          cells: pick(row.cells, going(row, row.base ? changed(row) : Object.keys(row.cells), later)),
        };
      });
      var removed = rows.filter(function (row) {
        return row.base && (row.removed || isUndone(row));
      });
      return {
        rows: sent.filter(function (row) {
          return !row.base || Object.keys(row.cells).length;
        }),
        removed: removed.map(function (row) {
          return { name: row.name, key: row.key, base: row.base };
        }),
      };
    }

    // A row begun here, saved, and undone again.
    function isUndone(row) {
      return row.first !== null && row.base !== "" && same(row.first, row.cells);
    }

    // What the server has now. New rows are known again by their task, in their order.
    function settle(stored) {
      var known = {};
      rows.forEach(function (row) {
        if (row.key) {
          known[row.key] = row;
        }
      });
      var waiting = live().filter(function (row) {
        return !row.key && !isBlank(row);
      });
      var keys = stored.map(function (one) {
        take(known[one.key] || awaited(waiting, one) || added(one), one);
        return one.key;
      });
      // A row that is taken out keeps its name, under which it can come back.
      rows.forEach(function (row) {
        if (row.key && keys.indexOf(row.key) < 0) {
          row.removed = row.removed || !isUndone(row);
          row.base = "";
        }
      });
      keepOneBlank();
    }

    function awaited(waiting, one) {
      var at = waiting.findIndex(function (row) {
        return row.sent && row.sent.task.trim() === one.cells.task;
      });
      return at < 0 ? null : waiting.splice(at, 1)[0];
    }

    function added(one) {
      var row = made(one.key, one.base, one.cells);
      rows.splice(rows.length - 1, 0, row);
      return row;
    }

    function take(row, one) {
      var sent = row.sent || row.saved;
      Object.keys(one.cells).forEach(function (name) {
        if (row.cells[name] === sent[name] || row.cells[name] === row.saved[name]) {
          row.cells[name] = one.cells[name];
          delete row.notes[name];
        }
      });
      row.key = one.key;
      row.base = one.base;
      row.saved = Object.assign({}, one.cells);
      row.sent = null;
    }

    table.rows.forEach(function (one) {
      rows.push(made(one.key, one.base, one.cells));
    });
    keepOneBlank();

    return {
      all: rows,
      live: live,
      fresh: fresh,
      isBlank: isBlank,
      changed: changed,
      apply: apply,
      join: join,
      back: back,
      forth: forth,
      unsaved: unsaved,
      send: send,
      settle: settle,
      keepOneBlank: keepOneBlank,
      canGoBack: function () {
        return done.length > 0;
      },
      canGoForth: function () {
        return undone.length > 0;
      },
    };
  };

  function same(one, other) {
    return Object.keys(one).every(function (name) {
      return one[name] === other[name];
    });
  }

  function pick(cells, names) {
    var picked = {};
    names.forEach(function (name) {
      picked[name] = cells[name];
    });
    return picked;
  }
})();
