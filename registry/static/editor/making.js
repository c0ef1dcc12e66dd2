// Elements by name, attributes and what stands in them.
export function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...inside);
  return element;
}

export function button(text, run, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", run);
  return made;
}

// What a form sends beside its own fields when the server is asked on the way.
export function posted(form, fields) {
  const data = new FormData();
  data.append("csrf_token", form.elements.csrf_token.value);
  Object.entries(fields).forEach(([name, value]) => data.append(name, value));
  return { method: "POST", body: data, redirect: "error" };
}
