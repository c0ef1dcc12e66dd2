// Small comforts; every page works without them.
(function () {
  "use strict";

  // On a wide screen there is room for the facets beside the answers.
  if (window.matchMedia("(min-width: 62em)").matches) {
    document.querySelectorAll("details[data-open-wide]").forEach(function (details) {
      details.open = true;
    });
  }

  // "/" goes to the question box, as long as one is not writing elsewhere.
  document.addEventListener("keydown", function (event) {
    var box = document.querySelector("input[type=search]");
    var focused = document.activeElement;
    var writing = /^(INPUT|SELECT|TEXTAREA)$/.test(focused.tagName) || Boolean(focused.shadowRoot);
    if (event.key === "/" && box && !writing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      var folded = box.closest("details");
      if (folded) {
        folded.open = true;
      }
      box.focus();
    }
  });

  // Writing: whoever leaves a text that is not saved is asked first.
  function guard(form) {
    var text = { unsaved: false };
    form.addEventListener("input", function () {
      text.unsaved = true;
    });
    form.addEventListener("submit", function (event) {
      text.unsaved = event.defaultPrevented;
    });
    window.addEventListener("beforeunload", function (event) {
      if (text.unsaved) {
        event.preventDefault();
      }
    });
    return text;
  }

  // What is written is saved by itself a while after the last key.
  var QUIET = 8000;

  function autosave(form) {
    var state = form.querySelector("[data-save-state]");
    var timer = null;
    var sending = false;
    var pressed = null;

    // Whoever saves and stays keeps the field, the place in it and what is on the screen.
    var stay = form.querySelector("button[value=bliv]");
    if (stay) {
      stay.addEventListener("mousedown", function (event) {
        event.preventDefault();
      });
    }

    // A button pressed while it saves waits for it; else one would meet oneself as another.
    form.addEventListener("submit", function (event) {
      clearTimeout(timer);
      if (event.submitter && event.submitter === stay && !pressed) {
        event.preventDefault();
        if (sending) {
          pressed = stay;
        } else {
          // After the guard has seen the event.
          setTimeout(send, 0, true);
        }
        return;
      }
      if (sending && !pressed) {
        event.preventDefault();
        pressed = event.submitter;
      }
    });
    var text = guard(form);

    function say(words) {
      state.textContent = words;
    }

    // What saving itself set is shown, unless it has been changed meanwhile.
    function show(set, sent) {
      Object.keys(set).forEach(function (name) {
        var field = form.elements[name];
        if (field && field.value === sent.get(name)) {
          field.value = set[name];
        }
      });
    }

    function took(answer, sent) {
      return answer.json().then(function (data) {
        say(data.message);
        if (!answer.ok) {
          text.unsaved = true;
          return;
        }
        form.elements.base.value = data.base;
        show(data.set, sent);
        document.querySelectorAll("[data-gate-findings]").forEach(function (place) {
          place.innerHTML = data.findings;
        });
        document.querySelectorAll("[data-found]").forEach(function (place) {
          place.innerHTML = data.places[place.getAttribute("data-found")] || "";
        });
        form.querySelector("[data-found-count]").textContent = data.count;
      });
    }

    function send(stays) {
      if (sending) {
        timer = setTimeout(send, QUIET);
        return;
      }
      var sent = new FormData(form);
      if (stays === true) {
        sent.append("videre", "bliv");
      }
      sending = true;
      text.unsaved = false;
      say("Gemmer …");
      fetch(form.action, {
        method: "POST",
        body: sent,
        headers: { Accept: "application/json" },
        redirect: "error",
      })
        .then(function (answer) {
          var readable = (answer.headers.get("Content-Type") || "").indexOf("json") > 0;
          if (!readable) {
            throw new Error("no answer to read");
          }
          return took(answer, sent);
        })
        .catch(function () {
          text.unsaved = true;
          say("Ikke gemt automatisk. Tryk Gem; din tekst er her endnu.");
        })
        .then(function () {
          var button = pressed;
          sending = false;
          pressed = null;
          if (button) {
            form.requestSubmit(button);
          }
        });
    }

    form.addEventListener("input", function () {
      say("Ikke gemt endnu");
      clearTimeout(timer);
      timer = setTimeout(send, QUIET);
    });
  }
  // A field that has the focus is never under the bar, however tall it is. A browser
  // itself only brings the line with the cursor into sight.
  function clear(form, bar) {
    form.addEventListener("focusin", function (event) {
      if (bar.contains(event.target)) {
        return;
      }
      var box = event.target.getBoundingClientRect();
      var covered = box.bottom + 8 - bar.getBoundingClientRect().top;
      if (covered > 0 && box.top > 8) {
        window.scrollBy({ top: Math.min(covered, box.top - 8), behavior: "instant" });
      }
    });
  }
  document.querySelectorAll(".save-bar").forEach(function (bar) {
    clear(bar.closest("form"), bar);
  });
  document.querySelectorAll("form[data-guard]").forEach(guard);
  document.querySelectorAll("form[data-autosave]").forEach(autosave);

  // What takes a while says so as soon as it is asked for.
  document.querySelectorAll("form[data-busy]").forEach(function (form) {
    form.addEventListener("submit", function () {
      form.querySelector("[data-busy-text]").textContent = form.dataset.busy;
    });
  });

  // A list of selects grows by an empty one when its last is used.
  document.addEventListener("change", function (event) {
    var slots = event.target.closest("[data-slots]");
    var last = slots && slots.querySelector("select:last-of-type");
    if (!last || event.target !== last || !last.value) {
      return;
    }
    var next = last.cloneNode(true);
    var number = slots.querySelectorAll("select").length + 1;
    next.value = "";
    next.id = last.id.replace(/\d+$/, String(number));
    next.setAttribute("aria-label", last.getAttribute("aria-label").replace(/\d+$/, String(number)));
    slots.appendChild(next);
  });

  // A Markdown text is shown below its field as it will look.
  function preview(place) {
    var form = place.closest("form");
    var text = form.elements[place.getAttribute("data-preview")];
    var button = document.createElement("button");
    var shown = document.createElement("div");
    button.type = "button";
    button.className = "button button-tertiary";
    button.textContent = "Forhåndsvis";
    shown.className = "prose";
    shown.setAttribute("role", "status");
    place.append(button, shown);
    button.addEventListener("click", function () {
      var data = new FormData();
      data.append("csrf_token", form.elements.csrf_token.value);
      data.append("tekst", text.value);
      fetch(form.getAttribute("data-preview-at"), { method: "POST", body: data, redirect: "error" })
        .then(function (answer) {
          return answer.ok ? answer.text() : Promise.reject(answer);
        })
        .then(function (markup) {
          shown.innerHTML = markup;
        })
        .catch(function () {
          shown.textContent = "Kan ikke vises lige nu. Gem, og se kladden som side.";
        });
    });
  }
  document.querySelectorAll("[data-preview]").forEach(preview);

  // What a form would give is counted while one chooses.
  document.querySelectorAll("form[data-live]").forEach(function (form) {
    var name = form.getAttribute("data-live");
    var asked = 0;
    form.addEventListener("change", function () {
      var address = form.action + "?" + new URLSearchParams(new FormData(form));
      var number = (asked += 1);
      fetch(address)
        .then(function (answer) {
          return answer.ok ? answer.text() : Promise.reject(answer);
        })
        .then(function (text) {
          var found = new DOMParser().parseFromString(text, "text/html").getElementById(name);
          // A slow answer must not overwrite that to a later one.
          if (found && number === asked) {
            document.getElementById(name).innerHTML = found.innerHTML;
          }
        })
        .catch(function () {
          // The button still asks, and then the page says what is wrong.
          form.querySelector("button").focus();
        });
    });
  });

  // After a refused form, begin at what is to be mended.
  var wrong = document.getElementById("fejl");
  if (wrong) {
    wrong.focus();
  }
})();
