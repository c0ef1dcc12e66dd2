// From a question's words to concepts: what it asks about, and which field it asks for
// (registry/search/question.py).
"use strict";

const REQUIRED = "required"; // a row must cover it to answer
const FAVOURED = "favoured"; // a row that matches it stands higher
const LIGHT = "light"; // carries no subject, breaks ties
const UNKNOWN = "unknown"; // nothing in the catalogue or the word list knows it
const YEAR = /^(?:19|20)\d\d$/;
const MARK = "[\\s./\\u00ad\\u2010-\\u2015\\u2212-]{0,3}";
const CPR = new RegExp(
  `(?<!\\d)(?:[06][1-9]|[1278]\\d|[39][01])${MARK}(?:0[1-9]|1[0-2])${MARK}\\d\\d${MARK}\\d{4}(?!\\d)`,
);
const empty = new Set(language.empty);
const isPlace = (facet) => data.rules.places.includes(facet[0]);

// What a question asks, with the row field it stresses.
function parse(text) {
  const read = gathered(understand(tokenize(text)));
  const words = read.map((item) => item.token.exact);
  const concepts = alternatives(promoted(conceptsOf(text, read)));
  const stressed = words.map((word) => asking.get(word)).filter(Boolean);
  const figure = words.includes("hvor") && words.some((word) => language.figure.includes(word));
  if (figure && words.some((word) => unitWords.has(word))) {
    stressed.push("deadline");
  }
  const listing = words.some((word) => language.listing.includes(word));
  return {
    concepts,
    stressed: stressed.find((name) => name !== "responsible") ?? stressed[0] ?? null,
    listing: listing && !concepts.some(isSubject),
    figure,
    respelt: read.some((item) => item.sureness < 1) ? respeltText(text, read) : "",
  };
}

// Whether the concept names something that a list of agreements would not be asked for by.
function isSubject(concept) {
  return (
    [REQUIRED, UNKNOWN].includes(concept.role) &&
    !concept.facets.some(isPlace) &&
    !concept.terms.some((term) => data.rules.listingTerms.includes(term))
  );
}

// Mark what the question sets beside each other: the neighbours of «eller», or, where it asks for
// a difference, everything it names.
function alternatives(concepts) {
  const named = (concept) => concept.role === REQUIRED || concept.role === FAVOURED;
  const subjects = concepts.filter(named);
  const chosen = new Set();
  concepts.forEach((concept, at) => {
    if (language.choice.includes(concept.word)) {
      const before = concepts.slice(0, at).filter(named).slice(-1);
      const after = concepts.slice(at + 1).filter(named).slice(0, 1);
      [...before, ...after].forEach((one) => chosen.add(one));
    } else if (language.difference.includes(concept.word)) {
      subjects.forEach((one) => chosen.add(one));
    }
  });
  if (chosen.size < 2) {
    return concepts;
  }
  return concepts.map((concept) =>
    chosen.has(concept) ? { ...concept, role: REQUIRED, alternative: true } : concept,
  );
}

function conceptsOf(text, read) {
  const found = findPhrases(phrases, read.map((item) => item.token.stem));
  const starts = new Map(found.map((phrase) => [phrase.first, phrase]));
  const concepts = [];
  let at = 0;
  while (at < read.length) {
    const phrase = starts.get(at);
    const last = phrase ? phrase.last : at + 1;
    const meaning = (phrase ?? read[at].misspelt)?.meaning ?? null;
    concepts.push(conceptOf(text, read.slice(at, last), meaning));
    at = last;
  }
  return unique(concepts);
}

function conceptOf(text, read, meaning) {
  let tokens = new Set(meaning ? meaning.tokens : []);
  if (read.length === 1) {
    tokensOf(read[0].token).forEach((token) => tokens.add(token));
  }
  const naming = read.filter((item) => !saysLittle(item));
  const words = naming.map((item) => new Set(tokensOf(item.token)));
  if (!tokens.size && words.length === 1) {
    tokens = words[0]; // «under indlæggelse»: the one word that names something
  }
  const narrower = meaning && meaning.narrower ? numbers.narrower : 1;
  return {
    text: asWritten(text, read),
    role: roleOf(read, meaning),
    tokens,
    terms: meaning ? meaning.terms : [],
    facets: meaning ? meaning.facets : [],
    sureness: Math.min(narrower, ...read.map((item) => item.sureness)),
    words: read.length > 1 && words.length > 1 ? words : [],
    word: read.map((item) => item.token.exact).join(" "),
    alternative: false,
  };
}

// The words as the question has them; words brought together stand side by side.
function asWritten(text, read) {
  const start = read[0].token.start;
  const end = read.at(-1).token.end;
  const inOrder = read.every((item, at) => !at || read[at - 1].token.end <= item.token.start);
  return start < end && inOrder
    ? text.slice(start, end)
    : read.map((item) => text.slice(item.token.start, item.token.end)).join(" ");
}

function roleOf(read, meaning) {
  if (read.length === 1 && saysLittle(read[0])) {
    return LIGHT;
  }
  if (meaning) {
    return meaning.facets.length ? FAVOURED : REQUIRED;
  }
  if (isDigits(read[0].token.exact)) {
    return read[0].paragraph || YEAR.test(read[0].token.exact) ? REQUIRED : LIGHT;
  }
  return read[0].known ? REQUIRED : UNKNOWN;
}

function tokensOf(token) {
  const { exact } = token;
  if (exact.startsWith("=") && exact.endsWith("t")) {
    const hours = Number(exact.slice(1, -1));
    return hours % 24 ? [`x:${exact}`] : [`x:${exact}`, `x:=${hours / 24}h`];
  }
  if (isDigits(exact)) {
    return [`x:${exact}`, `x:§${exact}`]; // «serviceloven 112» names a paragraph
  }
  return [`x:${exact}`, `s:${token.stem}`, `p:${token.stem}`];
}

// The same word asked twice, or two words of one term, count once.
function unique(concepts) {
  const found = new Map();
  for (const concept of concepts) {
    const tokens = Array.from(concept.tokens).sort();
    const named = tokens.filter((token) => token.startsWith("c:"));
    keepFirst(found, (named.length ? named : tokens).join(" ") || `"${concept.text}`, concept);
  }
  return Array.from(found.values());
}

// Where nothing is required, what is favoured is, and with it the ordinary words.
function promoted(concepts) {
  if (concepts.some((concept) => [REQUIRED, UNKNOWN].includes(concept.role))) {
    return concepts;
  }
  const mayBeSubject = (concept) =>
    concept.role === FAVOURED ||
    (concept.text.length >= numbers.shortestSubject && !empty.has(concept.word));
  return concepts.map((one) => (mayBeSubject(one) ? { ...one, role: REQUIRED } : one));
}

function respeltText(text, read) {
  let written = "";
  let end = 0;
  for (const { token } of read.filter((item) => item.sureness < 1)) {
    written += text.slice(end, token.start) + token.exact;
    end = token.end;
  }
  return written + text.slice(end);
}
