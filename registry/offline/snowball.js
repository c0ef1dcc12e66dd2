// The Snowball stemmer for Danish (snowballstem.org), as the catalogue's own search uses it.
"use strict";

const STEM_ENDINGS = longestFirst(
  (
    "hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes " +
    "erendes enes ernes eres ens hedens erens ers ets erets et eret"
  ).split(" "),
);
const ENDS_BEFORE_S = /[abcdfghjklmnoprtvyzå]$/;
const DOUBLED = /[bdfgklmnprst]$/;

function snowball(word) {
  const region = /[aeiouyæøå][^aeiouyæøå]/.exec(word);
  if (!region || word.length < 3) {
    return word;
  }
  const start = Math.max(region.index + 2, 3);
  return undoubled(withoutSuffix(withoutPair(withoutEnding(word, start), start), start), start);
}

// Whether the ending stands where endings count: after the first syllable.
function hasEnding(word, ending, start) {
  return word.endsWith(ending) && word.length - ending.length >= start;
}

function withoutEnding(word, start) {
  const ending = STEM_ENDINGS.find((last) => hasEnding(word, last, start));
  if (ending) {
    return word.slice(0, -ending.length);
  }
  const mayLose = hasEnding(word, "s", start) && ENDS_BEFORE_S.test(word.slice(0, -1));
  return mayLose ? word.slice(0, -1) : word;
}

function withoutPair(word, start) {
  const pair = ["gd", "dt", "gt", "kt"].some((last) => hasEnding(word, last, start));
  return pair ? word.slice(0, -1) : word;
}

function withoutSuffix(word, start) {
  const plain = word.endsWith("igst") ? word.slice(0, -2) : word;
  if (hasEnding(plain, "løst", start)) {
    return plain.slice(0, -1);
  }
  const suffix = ["elig", "els", "lig", "ig"].find((last) => hasEnding(plain, last, start));
  return suffix ? withoutPair(plain.slice(0, -suffix.length), start) : plain;
}

function undoubled(word, start) {
  const doubled = DOUBLED.test(word) && word.length > start && word.at(-1) === word.at(-2);
  return doubled ? word.slice(0, -1) : word;
}
