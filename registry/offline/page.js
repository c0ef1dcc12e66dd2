// The page: the search box, the cards of an answer, and a warning when the copy is old.
"use strict";

const SHOWN_GROUPS = 5;
const ABSTAINED =
  "Spørg din egen leder eller det sekretariat, der har aftalen. Er det akut, så følg den lokale " +
  "instruks.";
const REFUSED =
  "Spørgsmålet ser ud til at indeholde et CPR-nummer. Stil det igen uden personoplysninger.";
const page = data.page;
// An underscore keeps the page's own ids apart from those of agreements and rows.
const byId = (id) => document.getElementById(id);

function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) {
    made.className = className;
  }
  return made;
}

// How many days old the copy is by this machine's own date.
function daysOld(today) {
  const [year, month, day] = page.day.split("-").map(Number);
  const now = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((now - Date.UTC(year, month - 1, day)) / 864e5);
}

function warnIfOld() {
  const days = daysOld(new Date());
  if (days > page.daysFresh) {
    byId("copy_too_old").textContent =
      `Kopien er ${days} dage gammel. Aftaler kan være ændret siden. Hent en ny, så snart du kan.`;
    byId("copy_too_old").hidden = false;
  }
}

// A row as it stands further down, with the field that the question asks for set apart.
function card(id, stressed) {
  const copy = byId(id).cloneNode(true);
  copy.removeAttribute("id");
  copy.removeAttribute("tabindex");
  copy.dataset.row = id;
  if (stressed) {
    stress(copy, stressed);
  }
  return copy;
}

function stress(copy, name) {
  let asked = copy.querySelector(`[data-fact="${name}"]`);
  if (!asked) {
    asked = element("div", "", "not-stated");
    asked.append(element("dt", page.labels[name]), element("dd"));
    copy.querySelector("dl").append(asked);
  }
  asked.classList.add("asked");
  if (asked.classList.contains("not-stated")) {
    asked.querySelector("dd").textContent = "Fremgår ikke af aftalen";
  }
}

function groupOf({ task, rows }, stressed) {
  const group = element("section", "", "group");
  group.append(element("h3", page.tasks[task] ?? task));
  if (rows.length > 1) {
    group.append(element("p", "Svaret afhænger af målgruppe og situation.", "note"));
  }
  group.append(...rows.map((id) => card(id, stressed)));
  return group;
}

function answerGroups(answer) {
  const made = answer.groups.map((group) => groupOf(group, answer.stressed));
  if (made.length <= SHOWN_GROUPS) {
    return made;
  }
  const more = element("details");
  more.append(element("summary", `Vis ${made.length - SHOWN_GROUPS} svar mere`));
  more.append(...made.slice(SHOWN_GROUPS));
  return [...made.slice(0, SHOWN_GROUPS), more];
}

function abstention(answer) {
  const made = [element("p", ABSTAINED)];
  if (answer.notFound.length) {
    made.unshift(element("p", `Intet fundet om: ${answer.notFound.join(", ")}.`));
  }
  if (answer.nearest.length) {
    const nearest = element("section", "", "nearest");
    nearest.append(element("h3", "Nærmeste – ikke et svar"));
    nearest.append(element("p", "Det her ligner, men svarer ikke på det hele.", "note"));
    const rows = answer.nearest.flatMap((group) => group.rows);
    nearest.append(...rows.map((id) => card(id, answer.stressed)));
    made.push(nearest);
  }
  return made;
}

function agreementList(answer) {
  if (!answer.agreements.length) {
    return [];
  }
  const list = element("ul");
  for (const { agreement, section } of answer.agreements) {
    const item = element("li");
    const heading = byId(section) ?? byId(agreement);
    const link = element("a", byId(`${agreement}_titel`).textContent);
    link.href = `#${heading.id}`;
    item.append(link);
    if (heading.id !== agreement) {
      item.append(element("span", ` ${heading.textContent}`, "note"));
    }
    list.append(item);
  }
  return [element("h3", "Aftaler"), list];
}

function summaryOf(answer) {
  const understood = answer.respelt ? `Forstået som «${answer.respelt}». ` : "";
  if (answer.listing) {
    return `${understood}${answer.agreements.length} aftaler.`;
  }
  const rows = answer.groups.reduce((sum, group) => sum + group.rows.length, 0);
  const counted = rows === 1 ? "1 snitflade" : `${rows} snitflader`;
  return understood + (rows ? `${counted} i kopien.` : "Ingen aftale i kopien besvarer det.");
}

function show(text) {
  const question = text.trim().replace(/\s+/g, " ");
  byId("copy_answers").hidden = false;
  if (CPR.test(question)) {
    byId("copy_q").value = "";
    byId("copy_summary").textContent = REFUSED;
    byId("copy_found").replaceChildren();
    return;
  }
  const answer = ask(question);
  const abstained = !answer.groups.length && !answer.listing;
  byId("copy_summary").textContent = summaryOf(answer);
  byId("copy_found").replaceChildren(
    ...(abstained ? abstention(answer) : answerGroups(answer)),
    ...agreementList(answer),
  );
}

byId("copy_search").addEventListener("submit", (event) => {
  event.preventDefault();
  show(byId("copy_q").value);
});
byId("copy_search").hidden = false;
byId("copy_no_script").hidden = true;
warnIfOld();
