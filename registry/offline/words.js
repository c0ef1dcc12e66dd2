// Each word of a question as a word that the catalogue knows, if there is one: joined with its
// other half, spelt with Danish letters, taken apart, or freed of a slip
// (registry/search/readwords.py).
"use strict";

function isLight(token) {
  const { exact } = token;
  const inflected = exact.length - token.stem.length <= numbers.longestInflection;
  return (
    light.has(exact) ||
    (lightStems.has(token.stem) && inflected) ||
    (exact.length < 2 && !isDigits(exact))
  );
}

// Whether the word never is a part of a compound that was written apart.
function isBare(token) {
  const short = token.exact.length < numbers.shortestHalf && !isDigits(token.exact);
  return bareWords.has(token.exact) || short;
}

function saysLittle(item) {
  return item.light || isLight(item.token) || asking.has(item.token.exact);
}

// Each token as a known word.
function understand(tokens) {
  const read = [];
  const left = withDuration(tokens);
  while (left.length) {
    const token = left.shift();
    let whole = ofThree(token, left);
    if (whole) {
      left.splice(0, 2);
    } else {
      const half = otherHalf(token, left);
      if (half) {
        left.splice(half.at, 1);
        whole = half.whole;
      }
    }
    read.push(...(whole ? [readWord(whole)] : readToken(token)));
  }
  return read;
}

function readWord(token, more = {}) {
  const plain = { known: true, sureness: 1, misspelt: null, paragraph: false, light: false };
  return { token, ...plain, ...more };
}

// The known compound that three tokens in a row make («pleje forløbs plan»).
function ofThree(token, following) {
  if (following.length < 2 || [token, following[0], following[1]].some(isBare)) {
    return null;
  }
  const half = { ...token, exact: token.exact + following[0].exact, end: following[0].end };
  return joined(half, following[1]);
}

// The token that with this one makes a known compound: the next, or any where a linking s is.
function otherHalf(token, others) {
  if (isBare(token)) {
    return null;
  }
  for (const [at, other] of others.entries()) {
    if (isBare(other)) {
      continue;
    }
    const forwards = at === 0 || token.exact.endsWith("s") ? joined(token, other) : null;
    const whole = forwards ?? (other.exact.endsWith("s") ? joined(other, token) : null);
    if (whole) {
      return { at, whole };
    }
  }
  return null;
}

// A lone number and a lone unit of time that stand apart are one duration.
function withDuration(tokens) {
  const figures = tokens.filter((token) => isDigits(token.exact));
  const units = tokens.filter((token) => unitWords.has(token.exact));
  const stated = tokens.some((token) => token.exact.startsWith("="));
  if (figures.length !== 1 || units.length !== 1 || stated) {
    return Array.from(tokens);
  }
  const name = duration(`${figures[0].exact} ${unitWords.get(units[0].exact)}`);
  return tokens
    .filter((token) => token !== figures[0])
    .map((token) => (token === units[0] ? { ...token, exact: name, stem: name } : token));
}

function readToken(token) {
  const { exact } = token;
  if (isDigits(exact)) {
    return [readWord(token, { paragraph: frequencies.has(`x:§${exact}`) })];
  }
  if (exact.startsWith("=")) {
    return [readWord(token, { light: !frequencies.has(`x:${exact}`) })];
  }
  const clear = isLight(token) || asking.has(exact) || knows(token);
  return clear ? [readWord(token)] : readUnknown(token);
}

// Missing Danish letters, a known misspelling, a compound of known words, a slip, or nothing.
function readUnknown(token) {
  const again = respelt(token);
  if (again || lightSkeletons.has(skeleton(token.exact))) {
    return again ? [readWord(again)] : [];
  }
  const [wrong] = findPhrases(misspelt, [token.stem]);
  if (wrong) {
    return [readWord(token, { misspelt: wrong })];
  }
  const parts = cover(token.exact, 4);
  if (parts.length > 1) {
    return parts.map((part) => readWord({ ...token, exact: part, stem: stem(part), plain: "" }));
  }
  const right = corrected(token);
  return right
    ? [readWord(right, { sureness: numbers.corrected })]
    : [readWord(token, { known: false })];
}

// The words of a phrase that stand apart, brought together where the first of them stands.
function gathered(read) {
  const words = read.map((item) => item.token.stem);
  const inside = new Set();
  for (const phrase of findPhrases(phrases, words)) {
    for (let at = phrase.first; phrase.last - phrase.first > 1 && at < phrase.last; at += 1) {
      inside.add(at);
    }
  }
  for (const parts of scatteredPhrases(words)) {
    const places = parts.map((part) => words.findIndex((w, at) => w === part && !inside.has(at)));
    const apart = !places.includes(-1) && new Set(places).size === places.length;
    const naming = places.filter((at) => at >= 0 && !saysLittle(read[at]));
    if (apart && naming.length > 1) {
      const first = Math.min(...places);
      const after = read.filter((_, at) => at > first && !places.includes(at));
      return [...read.slice(0, first), ...places.map((at) => read[at]), ...after];
    }
  }
  return read;
}
