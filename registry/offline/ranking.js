// From a question to its answer: groups of rows, or nothing. Rule and order are the catalogue's own
// (registry/search/ask.py and rank.py); its numbers come with the data.
"use strict";

const weights = data.rules.weights;
const levels = data.rules.levels;
const documents = data.documents.map(unpacked);

function unpacked(packed) {
  const fields = Object.entries(packed.fields).map(([name, places]) => [
    name,
    new Set(places.map((at) => data.tokens[at][0])),
  ]);
  const present = new Set(fields.flatMap(([, tokens]) => Array.from(tokens)));
  const facets = packed.facets === undefined ? {} : data.facets[packed.facets];
  return { ...packed, fields, present, facets, isRow: packed.task !== undefined };
}

// The answer: groups of rows, the nearest where none answers, and agreements that speak of it.
function ask(text) {
  const parsed = parse(text);
  const weighed = weigh(parsed.concepts);
  const found = candidates(weighed);
  const ranked = rank(found.filter((one) => one.isRow), weighed, parsed.stressed);
  const answering = ranked.filter(
    (item) => answers(item.judged) && (!parsed.figure || item.document.figure),
  );
  const places = parsed.concepts.flatMap((concept) => concept.facets).filter(isPlace);
  const listing = parsed.listing && places.length > 0;
  return {
    stressed: parsed.stressed,
    respelt: parsed.respelt,
    listing,
    groups: listing ? [] : groups(answering),
    nearest: listing || answering.length ? [] : groups(ranked).slice(0, numbers.nearestGroups),
    agreements: listing ? agreementsIn(places) : sections(found, weighed),
    notFound: answering.length || listing ? [] : notFound(parsed.concepts, ranked),
  };
}

// Each concept with its weight: the rarer, the heavier. A rare group or actor must be covered.
function weigh(concepts) {
  return concepts.map((concept) => {
    const each = Array.from(concept.tokens, (token) => frequencies.get(token) ?? 0);
    const frequency = Math.max(0, ...each);
    const narrow = concept.facets.some(([name]) => name === "target_group" || name === "actor");
    const rare = frequency <= numbers.rare * data.size;
    const counts = concept.role === FAVOURED && narrow && concept.tokens.size && rare;
    return {
      concept: counts ? { ...concept, role: REQUIRED } : concept,
      wanted: new Set([concept.tokens, ...concept.words].flatMap((set) => Array.from(set))),
      weight: Math.log(1 + (data.size + 1) / (frequency + 0.5)),
    };
  });
}

// Documents by tiers: those that hold every required concept; all but one; until there are enough.
function candidates(weighed) {
  const required = weighed.filter((item) => item.concept.role === REQUIRED && item.wanted.size);
  const held = documents.map((document) => ({
    document,
    count: required.filter((item) => meets(item.wanted, document.present)).length,
  }));
  let found = [];
  for (let size = required.length; size > 0 && found.length < numbers.enough; size -= 1) {
    found = held.filter(({ count }) => count >= size);
  }
  return found.map(({ document }) => document);
}

function meets(wanted, present) {
  return Array.from(wanted).some((token) => present.has(token));
}

function rank(rows, weighed, stressed) {
  return rows
    .map((document) => {
      const judged = judge(weighed, document);
      const bonus = document.states.includes(stressed) ? numbers.stated : 0;
      return { document, judged: { ...judged, score: judged.score + bonus } };
    })
    .filter((item) => item.judged.covered)
    .sort((a, b) => byJudgement(a.judged, b.judged) || (a.document.id < b.document.id ? -1 : 1));
}

function byJudgement(a, b) {
  const round = (value) => Math.round(value * 1e6);
  return round(b.covered) - round(a.covered) || round(b.score) - round(a.score);
}

// How a document stands to the question.
function judge(weighed, document) {
  const tally = { score: 0, covered: 0, required: 0, concepts: 0, positive: false, missing: [] };
  const alternatives = [];
  for (const item of weighed) {
    const { concept } = item;
    let level = meets(item.wanted, document.present) ? match(concept, document) : 0;
    if (concept.role === REQUIRED || concept.role === UNKNOWN) {
      level = level || numbers.facet * standsFor(concept, document.facets);
      tally.positive ||= isPositive(item, document);
      if (concept.alternative) {
        alternatives.push({ item, level });
      } else {
        require(tally, concept, item.weight, level);
      }
    } else if (concept.role === FAVOURED) {
      const favour = favourOf(concept, level, document.facets);
      tally.score += Math.max(item.weight, numbers.leastFavoured) * numbers.favour * favour;
    } else if (concept.text.length >= numbers.shortestLight) {
      tally.score += item.weight * numbers.light * level;
    }
  }
  if (alternatives.length) {
    // The question is as much about the one as the other.
    const weight = Math.max(...alternatives.map(({ item }) => item.weight));
    const best = alternatives.reduce((a, b) => (b.level > a.level ? b : a));
    require(tally, best.item.concept, weight, best.level);
  }
  return {
    covered: tally.required ? tally.covered / tally.required : 0,
    score: tally.score,
    missing: tally.missing.map((concept) => concept.text),
    concepts: tally.concepts,
    positive: tally.positive,
    unknown: tally.missing.some((one) => one.role === UNKNOWN || YEAR.test(one.word)),
  };
}

function require(tally, concept, weight, level) {
  tally.required += weight;
  tally.score += weight * level;
  if (level) {
    tally.covered += weight;
    tally.concepts += 1;
  } else {
    tally.missing.push(concept);
  }
}

// Whether the concept stands outside what the row does not apply to.
function isPositive(item, document) {
  return (
    standsFor(item.concept, document.facets) ||
    document.fields.some(
      ([name, tokens]) => name !== data.rules.negativeField && meets(item.wanted, tokens),
    )
  );
}

// How well a concept stands in a document: the best of its fields, 0 where it does not.
function match(concept, document) {
  const own = document.fields.filter(([name]) => name !== data.rules.taskLabel);
  let found = best(concept.tokens, document.fields);
  let bonus = best(concept.tokens, own);
  if (concept.words.length) {
    const everywhere = concept.words.map((word) => best(word, document.fields));
    const inOwn = concept.words.map((word) => best(word, own));
    found = Math.max(found, numbers.wordByWord * Math.min(...everywhere));
    bonus = Math.max(bonus, inOwn.reduce((sum, level) => sum + level, 0) / inOwn.length);
  }
  return found ? (found + numbers.ownWords * bonus) * concept.sureness : 0;
}

function best(wanted, fields) {
  let found = 0;
  for (const [name, tokens] of fields) {
    const where = 0.5 + (0.5 * weights[name]) / numbers.topWeight;
    for (const token of wanted) {
      if (tokens.has(token)) {
        found = Math.max(found, levels[token.slice(0, 2)] * where);
      }
    }
  }
  return found;
}

function inFacets(concept, facets) {
  return concept.facets.some(([name, value]) => (facets[name] ?? []).includes(value));
}

// Whether a row's facets cover the concept. A place alone never does: rows are for them all.
function standsFor(concept, facets) {
  return inFacets(concept, facets) && !concept.facets.some(isPlace);
}

function favourOf(concept, level, facets) {
  if (inFacets(concept, facets)) {
    return Math.max(level, 1);
  }
  if (level) {
    return level;
  }
  if (concept.facets.some(([name]) => name === "target_group")) {
    return numbers.otherGroup;
  }
  const sameSector = concept.facets.some(
    ([name, value]) =>
      name === "actor" && (facets.sector ?? []).includes(data.sectors[value] ?? null),
  );
  return sameSector ? numbers.sameSector : 0;
}

// Whether a row answers: it covers the question's concepts, or all but a small part of them.
function answers(judged) {
  const whole = judged.covered >= numbers.coveredWhole;
  const nearly =
    judged.covered >= numbers.coveredEnough && judged.concepts >= 2 && !judged.unknown;
  return judged.positive && (whole || nearly);
}

// Rows of one kind of task together, in the order of their best row.
function groups(ranked) {
  const found = new Map();
  for (const { document } of ranked) {
    keepFirst(found, document.task, []);
    found.get(document.task).push(document.id);
  }
  return Array.from(found, ([task, rows]) => ({ task, rows }));
}

// Agreements with a section that covers half the question or more, best first.
function sections(found, weighed) {
  const judged = found
    .filter((document) => !document.isRow)
    .map((document) => ({ document, judged: judge(weighed, document) }))
    .filter((item) => item.judged.covered >= numbers.coveredHalf)
    .sort((a, b) => byJudgement(a.judged, b.judged));
  const bySlug = new Map();
  for (const { document } of judged) {
    keepFirst(bySlug, document.agreement, document.id);
  }
  return Array.from(bySlug, ([agreement, section]) => ({ agreement, section })).slice(
    0,
    numbers.mostAgreements,
  );
}

// The agreements with rows that apply in the places; one without places applies everywhere.
function agreementsIn(places) {
  const last = new Map(places); // of two municipalities the last named counts
  const applies = ({ facets }) =>
    Array.from(last).every(([name, value]) => !facets[name] || facets[name].includes(value));
  const slugs = documents.filter((one) => one.isRow && applies(one)).map((one) => one.agreement);
  return Array.from(new Set(slugs), (agreement) => ({ agreement, section: agreement }));
}

// The words that no row covers; where each is covered by some row, those that the nearest lacks.
function notFound(concepts, ranked) {
  const unknown = concepts.filter((concept) => concept.role === UNKNOWN);
  if (unknown.length || !ranked.length) {
    const required = concepts.filter((concept) => concept.role === REQUIRED);
    return (unknown.length ? unknown : required).map((concept) => concept.text);
  }
  return ranked[0].judged.missing;
}
