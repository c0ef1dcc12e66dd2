// The way of a table to the server: when asked, and by itself a while after the last change, as
// in the forms. By itself a cell in doubt waits for its writer.
(function () {
  "use strict";

  var grid = window.registryGrid;
  var QUIET = 8000;

  // `page`: its columns by name, its list of doubts, and how it is drawn and spoken on.
  grid.Saving = function (form, rows, understanding, editor, page) {
    var saving = { isLeaving: false };
    var isSending = false;
    var isWaiting = false;
    var timer = null;

    // All but the cells in doubt, which are then gone to.
    saving.save = function () {
      editor.close(true);
      clearTimeout(timer);
      transmit(isInDoubt, false);
    };

    function isInDoubt(row, name) {
      return Boolean(row.notes[name] && row.notes[name].kind === "doubt");
    }

    saving.later = function () {
      clearTimeout(timer);
      timer = setTimeout(keep, QUIET);
    };

    // Saving by itself moves nobody from where they are, and leaves out what is in doubt.
    function keep() {
      if (isSending) {
        saving.later();
        return;
      }
      editor.keep();
      clearTimeout(timer);
      transmit(function (row, name) {
        var isOpen = editor.input && editor.row === row && editor.name === name && page.byName[name].read;
        return isOpen || Boolean(row.notes[name] && row.notes[name].kind !== "remark");
      }, true);
    }

    // `waits`: whether a cell is left out; `byItself`: nobody asked for it.
    function transmit(waits, byItself) {
      if (isSending) {
        // Whoever presses while it saves by itself is saved right after.
        isWaiting = true;
        return;
      }
      isSending = true;
      page.say("Gemmer …");
      understanding
        .quiet()
        .then(function () {
          return send(waits, byItself);
        })
        .catch(function () {
          page.say("Serveren svarer ikke. Intet er gået tabt: Det, du skrev, står her. Gem igen om lidt.");
        })
        .then(function () {
          isSending = false;
          if (isWaiting) {
            isWaiting = false;
            transmit(isInDoubt, false);
          }
        });
    }

    function send(waits, byItself) {
      var sent = rows.send(waits);
      if (!sent.rows.length && !sent.removed.length) {
        page.say("Alt er gemt" + grid.doubtful(grid.doubtsOf(rows).length) + ".");
        toDoubt(byItself);
        return null;
      }
      form.elements.raekker.value = JSON.stringify(sent);
      return fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
      }).then(function (answer) {
        return answered(answer, byItself);
      });
    }

    function answered(answer, byItself) {
      var isData = (answer.headers.get("Content-Type") || "").indexOf("json") > 0;
      if (!isData && byItself) {
        page.say("Ikke gemt automatisk. Tryk Gem; det, du skrev, står her endnu.");
        return null;
      }
      if (!isData && (answer.status === 401 || answer.status === 400)) {
        // Signed out meanwhile: the page that asks to sign in takes the text along.
        saving.isLeaving = true;
        form.submit();
        return null;
      }
      if (!isData) {
        page.say("Det blev ikke gemt. Det, du skrev, står her; prøv igen om lidt.");
        return null;
      }
      return answer.json().then(function (data) {
        if (answer.ok) {
          rows.settle(data.rows);
          page.doubts.remarks = [];
          form.elements.formular.value = grid.formUse();
          page.redraw();
          page.say(data.message + waiting());
          toDoubt(byItself);
        } else {
          saving.refused(data, byItself);
        }
      });
    }

    function waiting() {
      var number = grid.doubtsOf(rows).length;
      return number ? " " + (number === 1 ? "1 celle" : number + " celler") + " i tvivl er ikke gemt." : "";
    }

    saving.refused = function (why, byItself) {
      page.doubts.remarks = grid.refusal(rows, why);
      page.redraw();
      page.say(why.message);
      toDoubt(byItself);
    };

    function toDoubt(byItself) {
      if (!byItself) {
        page.doubts.focus();
      }
    }

    return saving;
  };
})();
