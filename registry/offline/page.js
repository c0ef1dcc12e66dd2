// The page: the search box, what an answer shows, and a warning when the copy is old.
"use strict";

const URGENT =
  "Er det akut, så følg den lokale instruks, også når ingen leder er at få fat i.";
const NO_NUMBER = "Intet nummer i kopien: se telefonlisten";
const NOT_OF_FIELD =
  "Kataloget handler om, hvem der gør hvad for en borger: hospital, kommune eller almen praksis.";
const ABOUT_CITIZEN = "Handler det om en borger? Se, hvem du kan ringe til";
const OTHER_SIDE = "Ring til den side, du ikke selv er på:";
const NOT_A_NO =
  "Det her ligner, men svarer måske ikke på det, du spørger om. Står det ikke her, betyder det " +
  "ikke nej.";
const STARTING = "Søgningen gør sig klar. Imens kan alt læses nedenfor.";
const FAILED =
  "Søgningen kunne ikke starte i denne browser. Brug indholdslisten, eller browserens egen " +
  "søgning (Ctrl+F).";
const page = JSON.parse(document.getElementById("copy_data").textContent);
const SHOWN_GROUPS = page.shownGroups;
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

// A row as it stands further down, with the field that the question asks for set apart, and with
// the numbers of the municipality that it names.
function copyRow(id, stressed, numbers, ask) {
  const copy = byId(id).cloneNode(true);
  copy.removeAttribute("id");
  copy.removeAttribute("tabindex");
  copy.dataset.row = id;
  if (numbers) {
    copy.querySelector("[data-ring] > dd").replaceChildren(...numbers.map(number));
  } else if (ask && copy.querySelector("[data-ask]")) {
    copy.querySelector("[data-ask]").replaceChildren(...asked(ask));
  }
  if (stressed) {
    stress(copy, stressed);
  }
  return copy;
}

// Where to ring without a number, for whom, and what to say to an asker who is one of those
// who do it, and of no other.
function asked({ places, own }) {
  const named = (wanted, said) =>
    places
      .filter(([, , onlyTold]) => onlyTold === wanted)
      .flatMap(([whom, where]) => [element("strong", whom), `${where && `, ${where}`}${said}`]);
  const doing = [...named(false, ". "), own ? `${own} ` : ""];
  return [...doing, ...named(true, " (skal have besked). "), `${NO_NUMBER}.`];
}

function number(point) {
  const made = element("span", "", "number");
  const dialled = element("a", point.phone);
  dialled.href = `tel:${point.dialled}`;
  const hours = point.hours ? ` (${point.hours})` : "";
  const only = point.only_if ? `, hvis den er ${point.only_if}` : "";
  made.append(dialled, ` ${point.function}, ${point.name}${hours}${only}`);
  return made;
}

// What was asked, said of all the rows: the search put it together from them. Nothing is cut.
function firstLine(line) {
  const made = element("div", "", "first-line");
  const changing = line.changing ? [beside([page.changing, line.changing])] : [];
  const unsettled = line.unsettled ? [element("strong", line.unsettled, "part")] : [];
  made.append(...unsure(line.basis), ...unsettled, ...(line.changesFirst ? changing : []));
  if (line.verdict) {
    const said = element(line.verdictIsSure ? "strong" : "span", line.verdict, "part");
    made.append(element("p", "Ja eller nej", "note"), said);
  }
  if (line.excluded) {
    const { headline, rest, older, unconfirmed, sure } = line.excluded;
    const excluded = element("p", "", "part");
    excluded.append(...(sure ? ["✕ ", element("strong", headline)] : [headline]), rest);
    made.append(...(line.basis ? [] : unsure(older || unconfirmed)), excluded);
  }
  if (line.parts.length) {
    made.append(element("p", `${line.label}:`, "note"));
    made.append(...(line.depends ? [element("p", line.depends, "part beside")] : []));
    made.append(...line.parts.flatMap((part) => partOf(part, line.basis)));
  }
  made.append(...line.facts.map(beside));
  if (line.also.length) {
    const also = element("p", `${line.alsoLabel}: `, "part");
    also.append(...line.also.flatMap(({ name, row }) => [linkTo(row, name), " · "]).slice(0, -1));
    made.append(also);
  }
  made.append(...(line.changesFirst ? [] : changing));
  return made;
}

function capitalised(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

// Who and when, and what does not hold, beside an answer.
function beside([label, text]) {
  const made = element("p", `${label}: `, "part beside");
  made.append(element("strong", text));
  return made;
}

function partOf(given, basis) {
  const { answer, state, conditions, for_others: others, rest, long: isLong } = given;
  const part = element("p", "", "part");
  const isStated = state === "stated";
  const [only] = conditions.length === 1 ? conditions : [""];
  const shortOne = isLong ? "" : only;
  if (shortOne && !isStated && !others) {
    part.append(`${capitalised(shortOne)}: `);
  }
  part.append(others ? answer : element(isStated ? "strong" : "em", answer));
  if (shortOne && isStated) {
    part.append(` – ${shortOne}`);
  }
  const several = conditions.length > 1 ? conditions : [];
  const list = element("ul");
  list.append(...several.map((condition) => element("li", condition)));
  if (rest.length) {
    const more = element("li");
    more.append(linkTo(rest[0], `${rest.length} tilfælde til, hvor svaret er ${answer}`));
    list.append(more);
  }
  const caveats = basis ? [] : unsure(given.older || given.unconfirmed);
  const shown = list.childNodes.length ? [part, list] : [part];
  const long = isLong ? [element("p", capitalised(only), "part beside")] : [];
  const facts = given.facts.map(beside);
  return [...caveats, part, ...facts, ...long, ...shown.slice(1), ...excepted(given)];
}

// The first of what does not hold stands whole, the next leads to its row. Only what is sure
// has a cross and large letters for its no.
function excepted({ excepts, excepts_said: said, sure }) {
  const whole = excepts
    .slice(0, said)
    .map(([text]) =>
      sure
        ? beside([`✕ ${page.excluded}`, text])
        : element("p", `${page.excluded}: ${text}`, "part beside"),
    );
  return whole.concat(
    excepts.slice(said, said + 1).map(([, row]) => {
      const more = element("p", "", "part beside");
      more.append(linkTo(row, page.seeExcepted[said ? 1 : 0]));
      return more;
    }),
  );
}

// How sure it is stands on a line of its own, before what it is said of.
function unsure(what) {
  if (!what) {
    return [];
  }
  const made = element("p");
  made.append(element("span", what, "unsure"));
  return [made];
}

function linkTo(row, text) {
  const link = element("a", text);
  link.href = `#${row}`;
  return link;
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

function groupOf({ task, rows, ring, ask, line }, stressed) {
  const group = element("section", "", "group");
  group.append(element("h3", page.tasks[task] ?? task), firstLine(line));
  group.append(...rows.map((id) => copyRow(id, stressed, ring[id], ask[id])));
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

// What to do at once, where the question tells of danger.
function acute(pieces) {
  if (!pieces.length) {
    return [];
  }
  const made = element("p", "", "acute-first");
  for (const [text, isNumber] of pieces) {
    const piece = element(isNumber ? "a" : "span", text);
    if (isNumber) {
      piece.href = `tel:${text}`;
    }
    made.append(piece);
  }
  return [made];
}

// Those who may be the right one, each with its case, and its numbers where there are any.
function around({ around: { places } }) {
  const made = element("ul");
  for (const [inCase, whom, where, numbers] of places) {
    const before = inCase ? `${capitalised(inCase)}: ` : "";
    const unknown = [element("strong", whom), `${where && `, ${where}`}. ${NO_NUMBER}.`];
    for (const line of numbers.length ? numbers.map((point) => [number(point)]) : [unknown]) {
      const one = element("li", before);
      one.append(...line);
      made.append(one);
    }
  }
  return made;
}

// Whom to ring where nothing answers; folded where nothing of the question is of the field.
function ringing(answer) {
  const urgent = answer.acute.length ? [] : [element("p", URGENT)];
  const made = [element("p", answer.around.otherSide ? OTHER_SIDE : "Ring til:"), around(answer)];
  if (answer.near || answer.ofField) {
    return [...made, ...urgent];
  }
  const folded = element("details");
  folded.append(element("summary", ABOUT_CITIZEN), ...made);
  return [element("p", NOT_OF_FIELD), folded, ...urgent];
}

function abstention(answer) {
  const made = ringing(answer);
  if (answer.uncovered.length) {
    made.unshift(element("p", `Ingen række dækker: ${answer.uncovered.join(", ")}.`));
  }
  if (answer.unknown.length) {
    made.unshift(element("p", `Intet fundet om: ${answer.unknown.join(", ")}.`));
  }
  if (answer.nearest.length) {
    const [around, heading] = answer.near ? ["section", "h3"] : ["details", "summary"];
    const nearest = element(around, "", "nearest");
    nearest.append(element(heading, "Nærmeste – ikke et svar"));
    nearest.append(element("p", NOT_A_NO, "note"));
    for (const { rows, ring, ask } of answer.nearest) {
      nearest.append(...rows.map((id) => copyRow(id, answer.stressed, ring[id], ask[id])));
    }
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

// What no row carries stands nowhere else in the file, so it is made here.
function knowledge({ kind, title, facts }) {
  const made = element("section", "", "group");
  made.append(element("p", kind, "note"), element("h3", title));
  const list = element("dl");
  for (const [label, value] of facts) {
    const line = element("div");
    line.append(element("dt", label), element("dd", value));
    list.append(line);
  }
  made.append(list);
  return made;
}

function nothingOf(answer) {
  return answer.near ? `${answer.abstention}.` : "Ingen aftale i kopien besvarer det.";
}

function summaryOf(answer) {
  const understood = answer.respelt ? `Forstået som «${answer.respelt}». ` : "";
  if (answer.listing) {
    return `${understood}${answer.agreements.length} aftaler.`;
  }
  const rows = answer.groups.reduce((sum, group) => sum + group.rows.length, 0);
  if (!rows && answer.cards.length) {
    return `${understood}Svar fra kopien.`;
  }
  const counted = rows === 1 ? "1 snitflade" : `${rows} snitflader`;
  return understood + (rows ? `${counted} i kopien.` : nothingOf(answer));
}

function refuse(message) {
  byId("copy_q").value = "";
  byId("copy_summary").textContent = message;
  byId("copy_found").replaceChildren();
}

function show(answer) {
  byId("copy_answers").hidden = false;
  if (answer.refused) {
    refuse(answer.refused);
    return;
  }
  const abstained = !answer.groups.length && !answer.listing && !answer.cards.length;
  byId("copy_summary").textContent = summaryOf(answer);
  byId("copy_found").replaceChildren(
    ...acute(answer.acute),
    ...answer.remarks.map((text) => element("p", text, "note")),
    ...answer.cards.map(knowledge),
    ...(abstained ? abstention(answer) : answerGroups(answer)),
    ...agreementList(answer),
  );
}

// The state of the search, which is told where the box will stand.
function tell(text) {
  byId("copy_no_search").textContent = text;
  byId("copy_no_search").hidden = !text;
}

// The box appears when the search can answer; what is read meanwhile stays where it is.
async function offer(started) {
  tell(STARTING);
  try {
    const ask = await started;
    byId("copy_search").addEventListener("submit", (event) => {
      event.preventDefault();
      ask(byId("copy_q").value).then(show, failed);
    });
    byId("copy_search").hidden = false;
    tell("");
  } catch (error) {
    failed(error);
  }
}

function failed(error) {
  console.error(error);
  tell(FAILED);
}

warnIfOld();
const search = page.searches ? startedSearch() : null;
if (search) {
  offer(search);
}
