// What the copy knows of words: the catalogue's own, phrases, compounds, spelling
// (registry/search/lexicon.py and phrases.py).
"use strict";

const frequencies = new Map(data.tokens);
const wordFrequency = (word) => frequencies.get(`x:${word}`) ?? 0;
const known = new Set(data.lexicon.words);
for (const token of frequencies.keys()) {
  if (token.startsWith("x:")) {
    known.add(token.slice(2));
  }
}
const stems = new Set(data.lexicon.stems);
const ownStems = new Set(data.lexicon.ownStems);
const asking = new Map(Object.entries(language.asking));
const light = new Set(language.light);
const lightStems = new Set(language.lightStems);
const bareWords = new Set(language.bare);
const unitWords = new Map(Object.entries(language.unitWords));
const lightSkeletons = new Set([...light, ...asking.keys()].map(skeleton));

const phrases = phraseTable(data.lexicon.phrases);
const misspelt = phraseTable(data.lexicon.misspelt);

// The likeliest known word of each spelling without Danish letters.
const byFrequency = (a, b) => wordFrequency(b) - wordFrequency(a) || (a < b ? -1 : 1);
const spelt = new Map();
const speltStems = new Map();
for (const word of Array.from(known).sort(byFrequency)) {
  keepFirst(spelt, skeleton(word), word);
  keepFirst(speltStems, skeleton(stem(word)), word);
}
let slips = null;

function keepFirst(map, key, value) {
  if (!map.has(key)) {
    map.set(key, value);
  }
}

function phraseTable(listed) {
  const table = { entries: new Map(), longest: 1 };
  for (const [words, tokens, facets, terms, narrower] of listed) {
    table.entries.set(words, { tokens, facets, terms, narrower });
    table.longest = Math.max(table.longest, words.split(" ").length);
  }
  return table;
}

// The phrases in a sequence of stems: longest first, none over another.
function findPhrases(table, words) {
  const found = [];
  let at = 0;
  while (at < words.length) {
    let length = Math.min(table.longest, words.length - at);
    while (length && !table.entries.has(words.slice(at, at + length).join(" "))) {
      length -= 1;
    }
    if (length) {
      const meaning = table.entries.get(words.slice(at, at + length).join(" "));
      found.push({ first: at, last: at + length, meaning });
    }
    at += length || 1;
  }
  return found;
}

// The phrases of two words or more whose words all stand somewhere, longest first.
function scatteredPhrases(words) {
  const present = new Set(words);
  return Array.from(phrases.entries.keys(), (key) => key.split(" "))
    .filter((parts) => parts.length > 1 && parts.every((part) => present.has(part)))
    .sort((a, b) => b.length - a.length || (a.join("\0") < b.join("\0") ? -1 : 1));
}

function knows(token) {
  return known.has(token.exact) || stems.has(token.stem);
}

const isDigits = (text) => /^\d+$/.test(text);
const isLetters = (text) => /^\p{L}+$/u.test(text);

// The one known word that two tokens make together («udskrivnings koordinator»).
function joined(first, second) {
  for (const link of language.links) {
    const whole = first.exact + link + second.exact;
    if (whole.length < numbers.shortestJoined) {
      continue;
    }
    const apart = knows(first) && knows(second) && !first.exact.endsWith("s");
    const isKnown = known.has(whole) || (apart ? ownStems : stems).has(stem(whole));
    const found = isKnown ? whole : spelt.get(skeleton(whole));
    if (found) {
      const start = Math.min(first.start, second.start);
      const end = Math.max(first.end, second.end);
      return { start, end, exact: found, stem: stem(found), plain: "" };
    }
  }
  return null;
}

function respelt(token) {
  const found = spelt.get(skeleton(token.exact)) ?? speltStems.get(skeleton(token.stem));
  const tooShort = token.exact.length < numbers.shortestMisspelt;
  if (!found || (tooShort && wordFrequency(found) < numbers.often)) {
    return null;
  }
  return { ...token, exact: found, stem: stem(found), plain: "" };
}

// The known words, each of a subject of its own, that an unknown word is made of.
function cover(word, most) {
  for (let at = word.length; most > 0 && at > 2; at -= 1) {
    const part = knownPart(word.slice(0, at));
    if (part && at === word.length) {
      return [part];
    }
    const rest = part ? cover(word.slice(at), most - 1) : [];
    if (rest.length) {
      return [part, ...rest];
    }
  }
  return [];
}

function knownPart(text) {
  const longEnough = (part) =>
    part.length >= numbers.shortestPart || language.shortWords.includes(part);
  if (!longEnough(text)) {
    return null;
  }
  const linked = !known.has(text) && /[se]$/.test(text) && known.has(text.slice(0, -1));
  const bare = linked ? text.slice(0, -1) : text;
  if (known.has(bare) && longEnough(bare)) {
    return bare;
  }
  if (text.length >= numbers.shortestLightPart && (light.has(text) || asking.has(text))) {
    return text;
  }
  return spelt.get(skeleton(text)) ?? null;
}

// The known word one slip of the finger away, with the same first letter.
function corrected(token) {
  if (token.exact.length < numbers.shortestMisspelt || !isLetters(token.exact)) {
    return null;
  }
  slips ??= slipTable();
  const plain = token.plain || token.exact;
  for (const form of [plain, uninflected(plain)]) {
    for (const near of [form, ...withoutOne(form)]) {
      const found = (slips.get(near) ?? []).find(
        (word) => word[0] === form[0] && isNear(form, skeleton(word)),
      );
      if (found) {
        return { ...token, exact: found, stem: stem(found) };
      }
    }
  }
  return null;
}

// Known words by what is left of them, uninflected, when one letter is taken out.
function slipTable() {
  const table = new Map();
  for (const word of Array.from(new Set([...known, ...light, ...asking.keys()])).sort(byFrequency)) {
    if (word.length < numbers.shortestMisspelt - 1 || !isLetters(word)) {
      continue;
    }
    const plain = skeleton(word);
    const forms = new Set([plain, uninflected(plain)].flatMap((form) => [form, ...withoutOne(form)]));
    for (const form of forms) {
      if (!table.has(form)) {
        table.set(form, []);
      }
      table.get(form).push(word);
    }
  }
  return table;
}

// A word without its article or plural ending, if five letters are left.
function uninflected(word) {
  const ending = language.inflections.find(
    (last) => word.endsWith(last) && word.length - last.length >= numbers.shortestMisspelt,
  );
  return ending ? word.slice(0, -ending.length) : word;
}

function withoutOne(word) {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

function isNear(word, other) {
  return isOneSlip(word, other) || isOneSlip(word, uninflected(other));
}

// One letter too many, too few, wrong, or two that changed places.
function isOneSlip(word, other) {
  if (Math.abs(word.length - other.length) > 1) {
    return false;
  }
  let at = 0;
  while (at < word.length && at < other.length && word[at] === other[at]) {
    at += 1;
  }
  const rest = (text, from) => text.slice(at + from);
  const swapped =
    word.slice(at, at + 2) === Array.from(other.slice(at, at + 2)).reverse().join("") &&
    rest(word, 2) === rest(other, 2);
  return (
    rest(word, 1) === rest(other, 1) ||
    rest(word, 0) === rest(other, 1) ||
    rest(word, 1) === rest(other, 0) ||
    swapped
  );
}
