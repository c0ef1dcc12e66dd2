// What is typed and pasted, understood: by the names for actors, phases and the rest that the
// catalogue knows. The cell says how it was understood, or that it is in doubt.
(function () {
  "use strict";

  var grid = window.registryGrid;

  grid.Understanding = function (address, form, view, rows, page) {
    var byName = page.byName;
    var redraw = page.redraw;
    var say = page.say;
    // What is to be read, what is under way, and who waits till all is read.
    var queue = [];
    var underWay = 0;
    var waiting = [];

    function look(step, mayWrite) {
      var wishes = {};
      step.forEach(function (change) {
        var column = byName[change.field];
        if (column && (column.read || (column.follows && mayWrite))) {
          var name = change.row.name;
          wishes[name] = wishes[name] || { step: step, mayWrite: mayWrite, row: change.row, texts: {} };
          wishes[name].texts[change.field] = change.row.cells[change.field];
        }
      });
      queue = queue.concat(Object.values(wishes));
      send();
    }

    // One question at a time: whoever writes fast asks about all of it in the next.
    function send() {
      if (underWay || !queue.length) {
        return;
      }
      var asked = queue;
      var texts = asked.map(function (wish) {
        return wish.texts;
      });
      queue = [];
      ask({ rows: texts }, false).then(function (answer) {
        answer.lines.forEach(function (line, at) {
          understood(asked[at], line);
        });
        redraw();
      }, unread).then(done);
    }

    function done() {
      underWay -= 1;
      send();
      if (!underWay) {
        waiting.splice(0).forEach(function (go) {
          go();
        });
      }
    }

    // What follows of a cell is saved with it: wait till all is read.
    function quiet() {
      return new Promise(function (go) {
        if (underWay) {
          waiting.push(go);
        } else {
          go();
        }
      });
    }

    function understood(wish, line) {
      var row = wish.row;
      var changes = [];
      Object.keys(line).forEach(function (field) {
        var isAsked = field in wish.texts;
        var stands = isAsked
          ? row.cells[field] === wish.texts[field]
          : wish.mayWrite && grid.mayFollow(row, field);
        if (!stands) {
          delete line[field];
          return;
        }
        if (wish.mayWrite && row.cells[field] !== line[field].text) {
          changes.push({ row: row, field: field, to: line[field].text });
        }
        if (!isAsked) {
          row.followed[field] = line[field].text;
        }
      });
      rows.join(wish.step, changes);
      note(row, line);
    }

    function note(row, line) {
      Object.keys(line).forEach(function (field) {
        var cell = line[field];
        delete row.notes[field];
        if (cell.doubt || cell.remark) {
          row.notes[field] = {
            kind: cell.doubt ? "doubt" : "remark",
            text: cell.doubt || cell.remark,
          };
        }
      });
    }

    function ask(cells, isPasted) {
      var data = new FormData();
      data.append("csrf_token", form.elements.csrf_token.value);
      data.append("celler", JSON.stringify(cells));
      data.append("indsat", isPasted ? "1" : "");
      underWay += 1;
      return fetch(address, {
        method: "POST",
        body: data,
        headers: { Accept: "application/json" },
        redirect: "error",
      }).then(function (answer) {
        return answer.ok ? answer.json() : Promise.reject(answer);
      });
    }

    function unread() {
      say("Navnene kunne ikke slås op lige nu. Det, du skrev, står her; de slås op, når du gemmer.");
    }

    // Pasting: from the cell one is in; a head of its own says which columns are meant.
    function put(lines) {
      var range = view.range();
      var top = range.top;
      var names = view
        .columns()
        .slice(range.left - 1)
        .map(function (column) {
          return column.name;
        });
      if (lines.length === 1 && lines[0].length === 1 && view.isRange()) {
        lines = grid.filled(lines[0][0], range);
      }
      say("Læser det, du indsatte …");
      ask({ fields: names, lines: lines }, true).then(
        function (pasted) {
          took(pasted, top);
        },
        function () {
          say("Det kunne ikke læses lige nu, og intet er indsat. Prøv igen om lidt.");
        }
      ).then(done);
    }

    function took(pasted, top) {
      var number = pasted.lines.length;
      var targets = view.lines().slice(top, top + number);
      var last = rows.all[rows.all.length - 1];
      var missing = number - targets.length + (targets.indexOf(last) >= 0 ? 1 : 0);
      targets = targets.filter(function (row) {
        return row !== last;
      });
      targets = targets.concat(missing > 0 ? rows.fresh(missing) : []);
      var step = rows.apply(grid.pastedInto(targets, pasted, byName));
      pasted.lines.forEach(function (line, at) {
        note(targets[at], line);
      });
      page.remark(pasted.remarks);
      redraw();
      var doubts = grid.doubtsOf(rows).length;
      say(
        step.length
          ? grid.counted(number) + " er indsat" + grid.doubtful(doubts) + ". Ikke gemt endnu."
          : "Det, du indsatte, stod der i forvejen."
      );
    }

    return { look: look, put: put, quiet: quiet };
  };

  grid.doubtful = function (number) {
    return number ? ", " + (number === 1 ? "1 celle" : number + " celler") + " er i tvivl" : "";
  };

  grid.counted = function (number) {
    return number === 1 ? "1 række" : number + " rækker";
  };
})();
