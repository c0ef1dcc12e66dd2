// Comforts of reading: a row copied or shared, one's municipality remembered. Every page works
// without them.
(function () {
  "use strict";

  // A row is copied as text with its address; its address is shared, or copied where a browser
  // has nothing to share by. Without a clipboard to use, the buttons stay hidden.
  function tools(place) {
    var address = new URL(place.dataset.address, location.href).href;
    var done = place.querySelector("[data-done]");

    function copy(text, said) {
      navigator.clipboard.writeText(text).then(
        function () {
          done.textContent = said;
        },
        function () {
          done.textContent = "Browseren tillader ikke at kopiere.";
        },
      );
    }

    place.querySelector("[data-copy]").addEventListener("click", function (event) {
      copy(event.currentTarget.dataset.copy + "\n" + address, "Kopieret.");
    });
    place.querySelector("[data-share]").addEventListener("click", function () {
      if (!navigator.share) {
        copy(address, "Adressen er kopieret.");
        return;
      }
      navigator.share({ title: document.title, url: address }).catch(function (refused) {
        if (refused.name !== "AbortError") {
          copy(address, "Adressen er kopieret.");
        }
      });
    });
    place.hidden = false;
  }
  if (navigator.clipboard) {
    document.querySelectorAll("[data-row-tools]").forEach(tools);
  }

  // One's municipality stands in the address. Who says so has it kept on this device too, and
  // then it is put into the address of the first page of a visit; later pages carry it along.
  var KEPT = "kommune";

  function stored(storage) {
    try {
      return window[storage];
    } catch (refused) {
      return null; // The browser keeps nothing: then nothing is offered.
    }
  }
  var device = stored("localStorage");
  var visit = stored("sessionStorage");

  function remember(form) {
    var box = form.querySelector("[data-remember]");
    var chosen = form.elements.kommune;
    var tick = box.querySelector("input");
    tick.checked = Boolean(device.getItem(KEPT));
    box.hidden = false;
    form.addEventListener("submit", function () {
      if (tick.checked && chosen.value) {
        visit.setItem(KEPT, "");
        device.setItem(KEPT, chosen.value);
      } else {
        visit.removeItem(KEPT);
        device.removeItem(KEPT);
      }
    });
  }

  function recall(form) {
    var kept = device.getItem(KEPT);
    if (!kept) {
      return; // Nothing is stored about a reader who has not asked for it.
    }
    var address = new URL(location.href);
    var is_known = Array.from(form.elements.kommune.options).some(function (option) {
      return option.value === kept;
    });
    var is_new = visit.getItem(KEPT) === null && !address.searchParams.has(KEPT);
    visit.setItem(KEPT, "");
    if (is_known && is_new) {
      address.searchParams.set(KEPT, kept);
      location.replace(address);
    }
  }
  document.querySelectorAll("form[data-place]").forEach(function (form) {
    if (device && visit) {
      remember(form);
      recall(form);
    }
  });
})();
