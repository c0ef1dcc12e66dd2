// The question box offers what the catalogue has while one types; it also asks without.
// The pattern is WAI-ARIA's editable combobox with a listbox: the focus stays in the box.
(function () {
  "use strict";

  // More digits than a paragraph or a number of hours has may be of a CPR number, which the
  // address of a request must not hold, not even the half of it.
  var MOST_DIGITS = 4;
  var QUIET = 120;
  var OFFER_LABELS = { task: "Opgave", term: "Begreb", agreement: "Aftale", organisation: "Organisation" };

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (attribute) {
      made.setAttribute(attribute, attributes[attribute]);
    });
    made.textContent = text || "";
    return made;
  }

  function value(form, name) {
    return form.elements[name] ? form.elements[name].value : "";
  }

  function address(form, typed) {
    var asked = { q: typed, as_of: value(form, "pr"), recorded_at: value(form, "vist") };
    return form.dataset.suggest + "?" + new URLSearchParams(asked);
  }

  function isToBeAsked(form, typed) {
    return typed.length >= Number(form.dataset.fewest) && typed.replace(/\D/g, "").length <= MOST_DIGITS;
  }

  function option(item, number) {
    var made = element("li", { role: "option", id: "q-option-" + number, "aria-selected": "false" });
    made.append(
      element("span", { class: "option-label" }, item.label),
      " ",
      element("span", { class: "option-about" }, OFFER_LABELS[item.kind] + " · " + item.meaning)
    );
    return made;
  }

  function combobox(form) {
    var box = form.elements.q;
    var list = element("ul", {
      role: "listbox",
      id: "q-options",
      "aria-label": "Forslag",
      class: "options no-max-width",
    });
    var status = element("p", { role: "status", class: "sr-only" });
    var items = [];
    var active = -1;
    var asked = 0;
    var timer = null;

    function isOpen() {
      return !list.hidden;
    }

    function activate(at) {
      active = at;
      Array.prototype.forEach.call(list.children, function (shown, number) {
        shown.setAttribute("aria-selected", String(number === at));
      });
      if (at < 0) {
        box.removeAttribute("aria-activedescendant");
        return;
      }
      box.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }

    function open(isShown) {
      list.hidden = !isShown;
      box.setAttribute("aria-expanded", String(isShown));
      activate(-1);
    }

    // What is on its way to a box that was left, or typed in again, is too late.
    function close() {
      asked += 1;
      clearTimeout(timer);
      status.textContent = "";
      open(false);
    }

    function show(offered) {
      items = offered;
      list.replaceChildren.apply(list, items.map(option));
      open(items.length > 0);
      var many = items.length + " forslag. Vælg med pil ned.";
      status.textContent = items.length ? many : "Ingen forslag.";
    }

    function go(item) {
      var target = new URL(item.url, location.href);
      if (value(form, "kommune")) {
        target.searchParams.set("kommune", value(form, "kommune"));
      }
      location.assign(target);
    }

    function ask() {
      var number = (asked += 1);
      fetch(address(form, box.value.trim()), { redirect: "error" })
        .then(function (answer) {
          return answer.ok ? answer.json() : Promise.reject(answer);
        })
        .then(function (answer) {
          if (number === asked) {
            show(answer.items);
          }
        })
        .catch(function () {
          // The button still asks, and then the page says what is wrong.
          if (number === asked) {
            close();
          }
        });
    }

    function typed() {
      clearTimeout(timer);
      if (isToBeAsked(form, box.value.trim())) {
        timer = setTimeout(ask, QUIET);
      } else {
        close();
      }
    }

    function step(by) {
      var many = items.length;
      if (!isOpen()) {
        typed();
      } else if (active < 0) {
        activate(by > 0 ? 0 : many - 1);
      } else {
        activate((active + by + many) % many);
      }
      return true;
    }

    // A key that says false, or is none of these, does what it always does in a box.
    var KEYS = {
      ArrowDown: function () { return step(1); },
      ArrowUp: function () { return step(-1); },
      Enter: function () {
        var chosen = isOpen() && items[active];
        if (chosen) {
          go(chosen);
        }
        return Boolean(chosen);
      },
      Escape: function () {
        var wasOpen = isOpen();
        close();
        return wasOpen;
      },
      Home: function () { activate(-1); return false; },
      End: function () { activate(-1); return false; },
    };

    box.addEventListener("input", typed);
    box.addEventListener("blur", close);
    box.addEventListener("keydown", function (event) {
      if (!event.isComposing && KEYS[event.key] && KEYS[event.key]()) {
        event.preventDefault();
      }
    });
    list.addEventListener("mousedown", function (event) {
      event.preventDefault();
    });
    list.addEventListener("click", function (event) {
      var chosen = event.target.closest("[role=option]");
      if (chosen) {
        go(items[Array.prototype.indexOf.call(list.children, chosen)]);
      }
    });

    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);
    box.parentNode.append(list, status);
    open(false);
  }

  document.querySelectorAll("form[data-suggest]").forEach(combobox);
})();
