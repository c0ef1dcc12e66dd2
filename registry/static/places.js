// An address leads to its place on the page; a finding leads to the words it is about.
(function () {
  "use strict";

  // An address that names a row inside a closed part opens that part.
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var closed = target && target.closest("details:not([open])");
    if (closed) {
      closed.open = true;
      target.scrollIntoView();
    }
    if (target && target.closest(".draft-form")) {
      goTo(target);
    }
  }
  window.addEventListener("hashchange", reveal);

  // Whoever follows a gate finding to its field writes there at once, in sight above the bar.
  // A text with a toolbar keeps its field in a shadow root.
  var WRITABLE = "input:not([type=hidden]), select, textarea, summary";
  function goTo(target) {
    var text = target.shadowRoot && target.shadowRoot.querySelector("[contenteditable]");
    var field = text || (target.matches(WRITABLE) ? target : target.querySelector(WRITABLE)) || target;
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
    var words = wordsFound();
    if (words && text) {
      target.dispatchEvent(new CustomEvent("select-words", { detail: words }));
    } else if (words && field.setSelectionRange) {
      var at = field.value.indexOf(words);
      if (at >= 0) {
        field.setSelectionRange(at, at + words.length);
      }
    }
  }

  // The words that a finding is about are selected in its field, which may be on another page.
  var FOUND = "registry-found";
  function wordsFound() {
    try {
      var found = JSON.parse(sessionStorage.getItem(FOUND)) || {};
      return found.href === location.href ? found.words : "";
    } catch {
      return "";
    }
  }
  function remember(link) {
    try {
      var found = { href: link.href, words: link.dataset.quote || "", text: link.textContent };
      sessionStorage.setItem(FOUND, JSON.stringify(found));
    } catch {
      // Where nothing may be kept, the link leads to the field.
    }
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("[data-gate-findings] a");
    // A row's finding leads to its cell in the table, but never out of the row's own form.
    if (link && link.dataset.cell && link.pathname !== location.pathname) {
      link.href = link.dataset.cell;
    }
    if (link) {
      remember(link);
    }
    if (link && link.href === location.href) {
      // Going where the address already leads would take the focus out of a shadow root.
      event.preventDefault();
      reveal();
    }
  });
  // A text gets its toolbar after this script, and then says that it is there.
  document.addEventListener("text-ready", function (event) {
    goTo(event.target);
  });
  reveal();
  // The browser goes to the place itself when all is loaded: to the frame around boxes.
  window.addEventListener("load", function () {
    setTimeout(function () {
      return location.hash === "#" + document.activeElement.id && reveal();
    });
  });
})();
