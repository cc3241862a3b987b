/* The search itself: what a reader typed, and the entries of the index that answer it. Loaded when somebody searches. */
(function () {
  "use strict";

  /* --- words --- */

  const WORD = /[0-9]+|[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff]+/gi;
  const HYPHENS = /[a-z\u00c0-\u024f]+(?:-[a-z\u00c0-\u024f]+)+/gi;
  const NUMBERS = /\+?[0-9][0-9 .()\u00a0\u202f-]{4,}[0-9]/g;
  const ENDINGS = ("issements issement ements ement ations ation itions ition ments ment ances ance ences ence ings ing euses"
    + " euse eurs eur rices rice iques ique ables able ages age aient ait ants ant ions ion ives ive ites ite eds ed ees ee er"
    + " ez ers ies ie es e s t y i").split(" ");
  const SMALL = new Set(("a after ai an apres are as at au aux avec avez avons be been by can ce ces cette combien c d dans de des"
    + " dire do du elle en est et faire for from got has have how i il ils in is je l la le les leur lui m ma may me mes mon my n"
    + " ne nos not notre nous of on our ou page par pas pour qu quand que qui quoi s sa se ses should si somebody someone son sont sur"
    + " t te tell the to trop un une vos votre vous was what when where which who whom will with y your").split(" ").map(fold));
  const known = new Map();

  /* What people hear rather than what they write: no accents, ligatures apart, double letters single, ph as f. */
  function fold(word) {
    return word.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
      .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ph/g, "f").replace(/([a-z])\1+/g, "$1");
  }

  function folded(word) {
    if (!known.has(word)) {
      known.set(word, fold(word));
    }
    return known.get(word);
  }

  const words = (text) => (text.match(WORD) || []).map(folded).filter(Boolean);

  function stem(word) {
    const single = word.replace(/eaux$/, "eau").replace(/aux$/, "al");
    const ending = /^[0-9]/.test(word) ? null
      : ENDINGS.find((one) => single.length - one.length >= (one === "s" ? 3 : 4) && single.endsWith(one));
    return ending ? stem(single.slice(0, -ending.length)) : single;
  }

  const digits = (text) => text.replace(/[^0-9]/g, "").replace(/^0+/, "");

  /* Without the small words, unless there are no others. */
  function meant(all) {
    const kept = all.filter((word) => !SMALL.has(word));
    return kept.length ? kept : all;
  }

  /* Whether one letter is missing, too many, another one, or swapped with its neighbour. */
  function near(a, b) {
    let i = 0;
    while (i < a.length && a[i] === b[i]) {
      i += 1;
    }
    return Math.abs(a.length - b.length) < 2 && (
      a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i + 1)
      || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2))
    );
  }

  /* --- weights --- */

  /* Title, other names, words never shown, signs, what stands beside the title, headings, first line, text. */
  const WEIGHTS = { t: 10, n: 9, x: 8, w: 7, c: 7, p: 6, l: 3, b: 2, o: 2 };
  const FIRST = 2; /* more for the first word of a title */
  const KINDS = { scenario: 1.4, page: 1.2, person: 1.1, channel: 1, duty: 1, review: 0.6, check: 0.25 };
  const ENDING = 0.9; /* another ending of the word */
  const MEANING = 0.75; /* another word for it */
  const BEGINNING = 0.7; /* not typed to the end */
  const MISTAKE = 0.7;
  const MOST = 9; /* results */
  const LEAST = 0.15; /* of the best score */
  const SHOWN = 100; /* letters of a passage */

  const kind = (entry) => KINDS[entry.k] || 0.9;

  function texts(entry, field) {
    const value = entry[field] || [];
    const lists = field === "o" ? Object.keys(value).map((tag) => value[tag]) : field === "p" ? value : [value];
    return [].concat(...lists);
  }

  function best(scores, least) {
    const list = Array.from(scores).sort((a, b) => b[1] - a[1]);
    return list.filter((one) => one[1] >= least * list[0][1]).slice(0, MOST).map((one) => one[0]);
  }

  /* Entries that hold every part of a phrase, as well as they hold the weakest. */
  function together(parts, hits) {
    parts[0].forEach((_, entry) => {
      const weakest = Math.min(...parts.map((part) => part.get(entry) || 0));
      if (weakest > (hits.get(entry) || 0)) {
        hits.set(entry, weakest);
      }
    });
  }

  /* The rows of the index as entries. A number stands for what several rows say, a star for the title in an address. */
  function entries(index) {
    function said(value) {
      if (typeof value !== "object") {
        return typeof value === "number" ? index.said[value] : value;
      }
      return Array.isArray(value) ? value.map(said) : named(Object.keys(value), (tag) => said(value[tag]));
    }
    function named(names, value) {
      return names.reduce((made, name, at) => Object.assign(made, { [name]: value(name, at) }), {});
    }
    return index.rows.map((row) => {
      const entry = named(index.fields, (_, at) => said(row[at] || 0));
      return Object.assign(entry, { u: entry.u.replace("*", entry.t) });
    });
  }

  class Engine {
    constructor(index) {
      this.entries = entries(index);
      this.kinds = index.kinds;
      this.sentences = index.sentences;
      this.places = new Map(); /* word → entry → weight */
      this.stems = new Map(); /* stem → words */
      this.numbers = []; /* digits, entry */
      this.spellings = new Set();
      this.synonyms = new Map(); /* first stem → phrase, phrases that mean the same */
      this.entries.forEach((entry) => Object.keys(WEIGHTS).forEach((field) => {
        texts(entry, field).forEach((text) => this.read(text, field, entry));
      }));
      index.synonyms.forEach((group) => {
        const phrases = group.map((phrase) => meant(words(phrase)));
        phrases.forEach((phrase) => phrase.forEach((word) => this.spellings.add(word)));
        const stems = phrases.map((phrase) => phrase.map(stem));
        stems.forEach((phrase) => this.add(this.synonyms, phrase[0], [phrase, stems]));
      });
      this.vocabulary = Array.from(this.places.keys());
      this.vocabulary.forEach((word) => this.spellings.add(word));
    }

    add(map, key, value) {
      map.set(key, (map.get(key) || []).concat([value]));
    }

    read(text, field, entry) {
      const joined = (text.match(HYPHENS) || []).map((one) => folded(one.replace(/-/g, "")));
      words(text).concat(joined).forEach((word, at) => {
        if (!this.places.has(word)) {
          this.places.set(word, new Map());
          this.add(this.stems, stem(word), word);
        }
        const there = this.places.get(word);
        const weight = WEIGHTS[field] + (field === "t" && !at ? FIRST : 0);
        there.set(entry, Math.max(weight, there.get(entry) || 0));
      });
      (text.match(NUMBERS) || []).forEach((run) => this.numbers.push([digits(run), entry]));
    }

    /* What is found for what was typed: entries, the best first, and the words to mark. */
    find(asked) {
      const query = asked.normalize("NFKC");
      const marks = new Set();
      const plain = query.replace(/[\s().+/-]/g, "");
      if (/^[0-9]{4,}$/.test(plain)) {
        return { list: this.byNumber(digits(plain).slice(-9)), marks };
      }
      const whole = query.replace(HYPHENS, (one) => {
        const joined = one.replace(/-/g, "");
        return this.places.has(folded(joined)) ? joined : one;
      });
      const typed = words(whole);
      const kept = meant(typed);
      if (typed.join("").length === 1) {
        return { list: this.entries.filter((entry) => fold(entry.t) === typed[0]), marks: new Set(typed) };
      }
      const says = kept.some((word) => word.length > 3 || !SMALL.has(word));
      return { list: says ? this.ranked(kept, this.concepts(kept, marks)) : [], marks };
    }

    byNumber(wanted) {
      const scores = new Map();
      this.numbers.filter((one) => wanted.length > 2 && one[0].includes(wanted)).forEach((one) => {
        scores.set(one[1], kind(one[1]) * (one[0].endsWith(wanted) ? 2 : 1));
      });
      return best(scores, 0);
    }

    /* The rarer a concept and the better its place, the more it counts; who lacks one that others have falls far back. */
    ranked(typed, all) {
      const concepts = all.filter((hits) => hits.size);
      const seen = new Map();
      concepts.forEach((hits) => hits.forEach((weight, entry) => {
        const score = seen.get(entry) || { sum: 0, n: 0, weakest: 10 };
        score.sum += weight * Math.log(1 + this.entries.length / hits.size);
        score.n += 1;
        score.weakest = Math.min(score.weakest, weight);
        seen.set(entry, score);
      }));
      const most = Math.max(...Array.from(seen.values(), (score) => score.n));
      return best(Array.from(seen, ([entry, score]) => {
        const lacking = typed.includes(fold(entry.t)) ? 1.5 : 0.1;
        const weakest = score.n === most ? score.weakest : lacking;
        return [entry, score.sum * kind(entry) * (concepts.length > 1 ? Math.sqrt(weakest) : 1)];
      }), LEAST);
    }

    /* What was typed, word by word or phrase by known phrase: for each the entries that speak of it. */
    concepts(typed, marks) {
      const all = typed.map((word, at) => this.meaning(word, at === typed.length - 1));
      const list = [];
      for (let at = 0; at < all.length; at += list[list.length - 1].span) {
        const fits = ([phrase]) => phrase.every((one, n) => all[at + n] && all[at + n].stems.includes(one));
        const groups = [].concat(...all[at].stems.map((one) => this.synonyms.get(one) || [])).filter(fits);
        const span = Math.max(1, ...groups.map(([phrase]) => phrase.length));
        const hits = new Map();
        together(all.slice(at, at + span).map((part) => this.hits(part.sure, 1, marks)), hits);
        groups.filter(([phrase]) => phrase.length === span).forEach(([, phrases]) => phrases.forEach((phrase) => {
          together(phrase.map((one) => this.hits(this.spelt([one], 1), MEANING, marks)), hits);
        }));
        list.push({ hits, span });
      }
      return list.map((one) => one.hits);
    }

    /* The words of the index that a typed word may mean, each with how surely. Mistakes only where nothing else fits. */
    meaning(word, last) {
      const sure = this.spelt([stem(word)], ENDING);
      if (sure.has(word)) {
        sure.set(word, 1);
      }
      if (last && word.length > 1) {
        this.vocabulary.filter((one) => one.startsWith(word) && !sure.has(one)).forEach((one) => sure.set(one, BEGINNING));
      }
      const stems = sure.size || this.synonyms.has(stem(word)) ? [stem(word)] : this.corrected(word);
      return { stems, sure: sure.size ? sure : this.spelt(stems, MISTAKE) };
    }

    spelt(stems, quality) {
      return new Map([].concat(...stems.map((one) => this.stems.get(one) || [])).map((word) => [word, quality]));
    }

    corrected(word) {
      if (word.length < 4 || /[0-9]/.test(word)) {
        return [];
      }
      const all = Array.from(this.spellings).filter((one) => one.length > 3 && near(word, one));
      const likely = all.filter((one) => one[0] === word[0]);
      return Array.from(new Set((likely.length ? likely : all).map(stem)));
    }

    hits(sure, factor, marks) {
      const hits = new Map();
      sure.forEach((quality, word) => {
        marks.add(word);
        this.places.get(word).forEach((weight, entry) => {
          hits.set(entry, Math.max(hits.get(entry) || 0, weight * quality * factor));
        });
      });
      return hits;
    }
  }

  /* --- for the eye --- */

  /* A text in pieces, each with whether it is one of the words that were found. */
  function pieces(text, marks) {
    const list = [];
    let at = 0;
    text.replace(WORD, (word, from) => {
      if (marks.has(folded(word))) {
        list.push([text.slice(at, from), false], [word, true]);
        at = from + word.length;
      }
      return word;
    });
    return list.concat([[text.slice(at), false]]);
  }

  /* Why an entry was found, where its title and lines do not say it: a heading or a passage, an anchor, a language. */
  function place(entry, marks) {
    const speaks = (text) => words(text).some((word) => marks.has(word));
    const heading = (entry.p || []).find((one) => one.slice(1).some(speaks));
    if (heading) {
      return { text: heading[1], anchor: heading[0] };
    }
    const text = texts(entry, "b").concat(texts(entry, "w"), texts(entry, "n")).find(speaks);
    const tag = Object.keys(entry.o || {}).find((one) => entry.o[one].some(speaks));
    return text ? { text: around(text, marks) } : tag && { text: around(entry.o[tag].find(speaks), marks), tag };
  }

  /* A long text cut down to what stands around the first word that was found. */
  function around(text, marks) {
    const at = pieces(text, marks)[0][0].length;
    const start = at > SHOWN / 2 ? text.indexOf(" ", at - SHOWN / 2) + 1 : 0;
    const end = text.length > start + SHOWN ? text.lastIndexOf(" ", start + SHOWN) : text.length;
    return (start ? "… " : "") + text.slice(start, Math.max(end, at + 1)) + (end < text.length ? " …" : "");
  }

  window.planbuilderSearch = { Engine, pieces, place };
})();
