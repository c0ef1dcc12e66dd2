// A toolbar by the ARIA pattern: one stop for Tab, arrows between its buttons.
import { button, make } from "./making.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

export function toolbar(label, controls, tools) {
  const buttons = tools.map(({ text, name, keys, run, pressed }, at) =>
    button(text, run, {
      class: "editor-tool",
      "data-tool": name,
      tabindex: at ? "-1" : "0",
      title: keys ? `${text} (${keys})` : null,
      "aria-keyshortcuts": keys ? keys.replace("Ctrl", "Control") : null,
      "aria-pressed": pressed === undefined ? null : String(pressed),
    }),
  );
  const bar = make(
    "div",
    { class: "editor-tools", role: "toolbar", "aria-label": label, "aria-controls": controls },
    ...buttons,
  );

  function stop(at) {
    buttons.forEach((one, other) => one.setAttribute("tabindex", other === at ? "0" : "-1"));
  }
  bar.addEventListener("focusin", (event) => stop(buttons.indexOf(event.target)));
  bar.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const last = buttons.length - 1;
    const at = buttons.indexOf(document.activeElement) + step;
    const next = Math.abs(step) > 1 ? Math.min(Math.max(at, 0), last) : (at + last + 1) % (last + 1);
    buttons[next].focus();
  });
  return bar;
}
