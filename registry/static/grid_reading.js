// Reading what is typed and pasted: by the names for actors, phases and the rest that the
// catalogue knows. The cell says how it was understood, or that it is in doubt.
(function () {
  "use strict";

  var grid = window.registryGrid;

  grid.Reading = function (address, form, view, rows, page) {
    var byName = page.byName;
    var redraw = page.redraw;
    var say = page.say;

    function look(step, mayWrite) {
      var sorted = {};
      step.forEach(function (change) {
        var column = byName[change.field];
        if (column && (column.read || (column.follows && mayWrite))) {
          var name = change.row.name;
          sorted[name] = sorted[name] || { row: change.row, fields: [] };
          if (sorted[name].fields.indexOf(change.field) < 0) {
            sorted[name].fields.push(change.field);
          }
        }
      });
      var groups = {};
      Object.values(sorted).forEach(function (one) {
        var fields = one.fields.sort();
        var group = groups[fields.join()] || { fields: fields, rows: [], lines: [] };
        groups[fields.join()] = group;
        group.rows.push(one.row);
        group.lines.push(
          fields.map(function (field) {
            return one.row.cells[field];
          })
        );
      });
      Object.values(groups).forEach(function (group) {
        ask({ fields: group.fields, lines: group.lines }, false).then(function (answer) {
          answer.lines.forEach(function (line, at) {
            understood(step, group, at, line, mayWrite);
          });
          redraw();
        }, unread);
      });
    }

    function understood(step, group, at, line, mayWrite) {
      var row = group.rows[at];
      var changes = [];
      Object.keys(line).forEach(function (field) {
        var asked = group.fields.indexOf(field);
        var isAsWritten = asked >= 0 && row.cells[field] === group.lines[at][asked];
        if (isAsWritten || (asked < 0 && mayWrite && grid.mayFollow(row, field))) {
          if (mayWrite && row.cells[field] !== line[field].text) {
            changes.push({ row: row, field: field, to: line[field].text });
          }
          if (asked < 0) {
            row.followed[field] = line[field].text;
          }
        } else {
          delete line[field];
        }
      });
      rows.join(step, changes);
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
      );
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
      page.told(pasted.remarks);
      redraw();
      var doubts = grid.doubtsOf(rows).length;
      say(
        step.length
          ? grid.counted(number) + " er indsat" + (doubts ? ", " + doubts + " celler er i tvivl" : "") + ". Ikke gemt endnu."
          : "Det, du indsatte, stod der i forvejen."
      );
    }

    return { look: look, put: put };
  };

  grid.counted = function (number) {
    return number === 1 ? "1 række" : number + " rækker";
  };
})();
