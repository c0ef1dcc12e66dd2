// Cells to and from the clipboard: as Excel, Word, LibreOffice and web pages put tables there.
(function () {
  "use strict";

  var grid = window.registryGrid;

  // The table in what was copied, line by line; null where it holds none.
  grid.tableIn = function (data) {
    return inMarkup(data.getData("text/html")) || inText(data.getData("text/plain"));
  };

  function inMarkup(html) {
    var found = html && new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr");
    if (!found || !found.length) {
      return null;
    }
    var lines = [];
    Array.from(found).forEach(function (line, at) {
      lines[at] = lines[at] || [];
      var column = 0;
      Array.from(line.cells).forEach(function (cell) {
        while (lines[at][column] !== undefined) {
          column += 1;
        }
        spread(lines, at, column, cell);
      });
    });
    return evened(lines.slice(0, found.length));
  }

  // What holds for several lines is said in each of them; beside it, cells are left empty.
  function spread(lines, at, column, cell) {
    var text = textOf(cell);
    for (var down = 0; down < Math.min(cell.rowSpan, 1000); down += 1) {
      lines[at + down] = lines[at + down] || [];
      for (var aside = 0; aside < Math.min(cell.colSpan, 100); aside += 1) {
        lines[at + down][column + aside] = aside ? "" : text;
      }
    }
  }

  // The words of a cell: a line for each paragraph, no other blanks than single ones.
  function textOf(cell) {
    cell.querySelectorAll("br").forEach(function (one) {
      one.replaceWith("\u2028");
    });
    cell.querySelectorAll("p, div, li").forEach(function (one) {
      one.append("\u2028");
    });
    return cell.textContent
      .replace(/[^\S\u2028]+/g, " ")
      .split("\u2028")
      .map(function (part) {
        return part.trim();
      })
      .filter(Boolean)
      .join("\n");
  }

  // Tabs between cells, and quotes around those that hold a line break, as Excel writes it.
  function inText(text) {
    var lines = [[]];
    var cell = "";
    var quoted = false;
    var all = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    for (var at = 0; at < all.length; at += 1) {
      var sign = all[at];
      if (quoted && sign === '"' && all[at + 1] === '"') {
        cell += sign;
        at += 1;
      } else if (sign === '"' && (quoted || (!cell && closes(all, at)))) {
        quoted = !quoted;
      } else if (!quoted && (sign === "\t" || sign === "\n")) {
        lines[lines.length - 1].push(cell);
        cell = "";
        if (sign === "\n") {
          lines.push([]);
        }
      } else {
        cell += sign;
      }
    }
    lines[lines.length - 1].push(cell);
    return text ? evened(lines) : null;
  }

  // Whether a quote opens a cell: it is closed at the cell's end.
  function closes(text, at) {
    return /^"(?:[^"]|"")*"(?=[\t\n]|$)/.test(text.slice(at));
  }

  function evened(lines) {
    var width = Math.max.apply(
      null,
      lines.map(function (line) {
        return line.length;
      })
    );
    return lines.map(function (line) {
      return Array.from({ length: width }, function (_, at) {
        return line[at] || "";
      });
    });
  }

  grid.asText = function (lines) {
    return lines
      .map(function (line) {
        return line
          .map(function (text) {
            return /[\t\n"]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
          })
          .join("\t");
      })
      .join("\n");
  };

  // `commands.put(lines)` takes what is pasted, `commands.empty` what is cut.
  grid.Clipboard = function (view, editor, commands) {
    function chosen() {
      var range = view.range();
      var columns = view.columns().slice(range.left - 1, range.right);
      return view
        .lines()
        .slice(range.top, range.bottom + 1)
        .map(function (row) {
          return columns.map(function (column) {
            return row.cells[column.name] || "";
          });
        });
    }

    function isHere() {
      return !editor.input && view.at.line >= 0 && view.table.contains(document.activeElement);
    }

    function copy(event) {
      if (isHere()) {
        event.preventDefault();
        event.clipboardData.setData("text/plain", grid.asText(chosen()));
        if (event.type === "cut") {
          commands.empty();
        }
      }
    }
    document.addEventListener("copy", copy);
    document.addEventListener("cut", copy);

    document.addEventListener("paste", function (event) {
      var isWriting = editor.input !== null && event.target === editor.input;
      var lines = (isWriting || isHere()) && grid.tableIn(event.clipboardData);
      var isTable = lines && (lines.length > 1 || lines[0].length > 1);
      // A piece of text goes into what one is writing, several cells into the table.
      if (!lines || (isWriting && !isTable)) {
        return;
      }
      event.preventDefault();
      if (isWriting) {
        editor.close(true);
      }
      commands.put(lines);
    });
  };
})();
