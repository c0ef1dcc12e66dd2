// Danish words: from text to tokens, folded and stemmed as the catalogue's own search does it
// (registry/search/danish.py). The lists come with the data.
"use strict";

const data = JSON.parse(document.getElementById("copy_data").textContent);
const language = data.language;
const numbers = data.rules.numbers;

const IRREGULAR = new Map(Object.entries(language.irregular));
const UNITS = new Map(Object.entries(language.units));
const NUMBER_WORDS = new Map(Object.entries(language.numberWords));
const FOLDS = { "æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss" };
const PLAIN = { "æ": "a", "ø": "o", "å": "a" };

const TOKEN = tokenPattern();
const DURATION = new RegExp(`^(?:${aHalf()})?(${amount()})\\s*-?\\s*(.+)$`, "u");

function longestFirst(words) {
  return Array.from(words).sort((a, b) => b.length - a.length);
}

function amount() {
  return `½|1/2|\\d+(?:[.,]\\d+)?|${longestFirst(NUMBER_WORDS.keys()).join("|")}`;
}

function aHalf() {
  return "e[nt]\\s+(?=½|1/2|halv)";
}

function tokenPattern() {
  const end = "(?![\\p{L}\\p{N}])";
  const word = "[\\p{L}\\p{Nl}\\p{No}]";
  const wordOrDigit = "[\\p{L}\\p{N}_]";
  const letter = `(?:\\s?[a-h]${end})`;
  const paragraph = `\\d+${letter}?`;
  const units = longestFirst(UNITS.keys()).join("|");
  const months = language.months.join("|");
  const kinds = {
    paragraphs: `§§\\s*${paragraph}(?:\\s*(?:,|-|–|og)\\s*(?:${paragraph}|[a-h]${end}))*`,
    paragraph: `(?:§\\s*|(?<!${wordOrDigit})paragraf\\s+)${paragraph}`,
    duration:
      `(?<![\\p{L}\\p{N}_.,])(?:${aHalf()})?(?:${amount()})\\s*-?\\s*(?:${units})${end}`,
    date:
      "(?<!\\d)\\d{1,2}(?:[.\\-/]\\s?\\d{1,2}[.\\-/]\\s?|\\.?\\s" +
      `(?:${months})\\s?)(?=(?:19|20)\\d\\d)`,
    clock: `(?<!${wordOrDigit})kl\\.?\\s*\\d{1,2}(?:[.:]\\d\\d)?|(?<!\\d)\\d{1,2}:\\d\\d(?!\\d)`,
    bare: `(?<!${wordOrDigit})\\d{2,3}${letter}`,
    code: `${word}+\\d+(?!${wordOrDigit})`,
    number: "\\d+(?:\\.\\d{3})*(?:,\\d+)?",
    word: `${word}+`,
  };
  const named = Object.entries(kinds).map(([name, pattern]) => `(?<${name}>${pattern})`);
  return new RegExp(named.join("|"), "giu");
}

// The tokens of a text, each with its place, its folded form, its stem, and its letters as a, o, a.
function tokenize(text) {
  const tokens = [];
  for (const found of text.matchAll(TOKEN)) {
    const kind = Object.keys(found.groups).find((name) => found.groups[name] !== undefined);
    const piece = found[0].toLowerCase();
    const place = { start: found.index, end: found.index + found[0].length, plain: "" };
    if (kind === "paragraphs" || kind === "paragraph" || kind === "bare") {
      for (const name of paragraphs(piece)) {
        tokens.push({ ...place, exact: name, stem: name });
      }
    } else if (kind === "duration") {
      const name = duration(piece);
      tokens.push({ ...place, exact: name, stem: name });
    } else if (kind === "number") {
      const name = piece.replaceAll(".", "");
      tokens.push({ ...place, exact: name, stem: name });
    } else if (kind === "word" || kind === "code") {
      const plain = fold(piece.replace(/[æøå]/g, (letter) => PLAIN[letter]));
      tokens.push({ ...place, exact: fold(piece), stem: stem(piece), plain });
    }
  }
  return tokens;
}

// Lower case, æ/ø/å as ae/oe/aa, other accents dropped.
function fold(word) {
  const plain = word.toLowerCase().normalize("NFC").replace(/[æøåäöß]/g, (c) => FOLDS[c]);
  return plain.normalize("NFD").replace(/\p{M}/gu, "");
}

// One form for ae/a, oe/o, aa/a: how a word without Danish letters may be written.
function skeleton(folded) {
  return folded.replaceAll("ae", "a").replaceAll("oe", "o").replaceAll("aa", "a");
}

// A duration in one form: hours (=72t), months (=6m) or working days (=8h).
function duration(text) {
  const found = DURATION.exec(text);
  const many = NUMBER_WORDS.get(found[1]) ?? Number(found[1].replace(",", "."));
  const [factor, unit] = UNITS.get(found[2]);
  return `=${Number((many * factor).toPrecision(6))}${unit}`;
}

// Each paragraph named: «§§ 13 a-c» is §13a, §13b and §13c; «§§ 203-205» is three.
function paragraphs(piece) {
  const names = [];
  const parts = /\d+|(?<!\p{L})[a-h](?![\p{L}\p{N}])|[-–]/gu;
  let number = "";
  let pending = false;
  for (const [part] of piece.replace(/^paragraf/, "").matchAll(parts)) {
    if (part === "-" || part === "–") {
      pending = true;
      continue;
    }
    if (pending && names.length) {
      names.push(...through(names[names.length - 1], part));
    }
    pending = false;
    if (/\d/.test(part)) {
      number = part;
      names.push(`§${part}`);
    } else if (names.length && names[names.length - 1] === `§${number}`) {
      names[names.length - 1] += part;
    } else {
      names.push(`§${number}${part}`);
    }
  }
  return Array.from(new Set(names));
}

// The names strictly between the ends of a range of paragraphs or letters.
function through(first, last) {
  const between = (from, to, name) =>
    Array.from({ length: Math.max(0, to - from - 1) }, (_, at) => name(from + at + 1));
  const start = first.slice(1);
  if (/^\d+$/.test(last) && /^\d+$/.test(start)) {
    const near = last - start > 0 && last - start < 30;
    return near ? between(Number(start), Number(last), (number) => `§${number}`) : [];
  }
  if (/^[a-h]$/.test(last) && /[a-h]$/.test(first)) {
    const code = (letter) => letter.codePointAt(0);
    const name = (letter) => first.slice(0, -1) + String.fromCodePoint(letter);
    return between(code(first.slice(-1)), code(last), name);
  }
  return [];
}

// The folded stem: Snowball's, less -ning/-else, irregular forms brought together.
function stem(word) {
  const lower = regular(word.toLowerCase());
  const base = snowball(lower);
  const known = IRREGULAR.get(lower) ?? IRREGULAR.get(base);
  if (known !== undefined) {
    return fold(known);
  }
  const plain = underived(base);
  return fold(IRREGULAR.get(plain) ?? plain);
}

// A compound whose last part is inflected irregularly, with that part's plain form.
function regular(word) {
  const found = language.irregularEndings.find(([ending]) => word.endsWith(ending));
  return found ? word.slice(0, -found[0].length) + found[1] : word;
}

// The stem of the verb that a noun comes from: vurdering as vurdere.
function underived(base) {
  const shortest = numbers.shortestDerived;
  const ending = language.derivedEndings.find(
    (last) => base.endsWith(last) && base.length - last.length >= shortest,
  );
  if (ending === undefined) {
    return base;
  }
  const verb = base.slice(0, -ending.length);
  return verb.length > shortest && verb.endsWith("er") ? verb.slice(0, -2) : verb;
}
