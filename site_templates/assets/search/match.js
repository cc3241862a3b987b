/* The search itself: what a reader typed, and the entries of the index that answer it. Loaded when somebody searches. */
(function () {
  "use strict";

  /* --- words --- */

  var WORD = /[0-9]+|[a-z\u00aa-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\u0300-\u036f]+/gi;
  var STOP = " a ai an as at au aux avec be by ce ces cette c d dans de des do du elle en est et for from got how i il ils in is je"
    + " l la le les leur lui m ma me mes mon my n ne nous of on our ou page par pas pour qu que qui s sa se ses si son sur t te the to"
    + " un une vous was what when where which who whom will with y ";
  var ENDINGS = ("issements issement ements ement ations ation itions ition ments ment ances ance ences ence ings ing euses euse"
    + " eurs eur rices rice iques ique ables able ages age aient ait ants ant ions ion ives ive ites ite eds ed ees ee er ez"
    + " ers ies ie es e s t y i").split(" ");

  /* Lower case, no accents, ligatures apart, double letters single, ph as f: what people hear rather than what they write. */
  function fold(word) {
    return word.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
      .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ph/g, "f").replace(/([a-z])\1+/g, "$1");
  }

  function stem(word) {
    if (/^[0-9]/.test(word)) {
      return word;
    }
    word = word.replace(/eaux$/, "eau").replace(/aux$/, "al");
    for (var i = 0; i < ENDINGS.length; i += 1) {
      var kept = word.length - ENDINGS[i].length;
      if (kept >= 4 && word.endsWith(ENDINGS[i])) {
        return stem(word.slice(0, kept));
      }
    }
    return word;
  }

  function words(text) {
    return (text.match(WORD) || []).map(fold).filter(Boolean);
  }

  function digits(text) {
    return text.replace(/[^0-9]/g, "").replace(/^0+/, "");
  }

  /* Whether one letter is missing, too many, another one, or swapped with its neighbour. */
  function near(a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) {
      return a === b;
    }
    var i = 0;
    while (i < a.length && a[i] === b[i]) {
      i += 1;
    }
    return a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i + 1)
      || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  }

  /* --- the index, made ready once --- */

  var WEIGHTS = { t: 10, n: 9, w: 7, p: 6, l: 3, b: 2, o: 2 };
  var KINDS = {
    scenario: 1.4, page: 1.2, person: 1.1, channel: 1, duty: 1, question: 0.9, statement: 0.9, part: 0.9, review: 0.6, check: 0.4,
  };

  function texts(entry, field) {
    var value = entry[field] || [];
    if (field === "o") {
      return Object.keys(value).reduce(function (all, tag) { return all.concat(value[tag]); }, []);
    }
    return typeof value === "string" ? [value] : field === "p" ? [].concat.apply([], value) : value;
  }

  function Engine(index) {
    this.entries = index.entries;
    this.kinds = index.kinds;
    this.places = new Map(); /* word → entry → weight */
    this.stems = new Map(); /* stem → words */
    this.numbers = [];
    this.synonyms = new Map(); /* first stem → [stems, group] */
    index.entries.forEach(this.read, this);
    index.synonyms.forEach(this.learn, this);
    this.vocabulary = Array.from(this.places.keys());
  }

  Engine.prototype.read = function (entry, number) {
    Object.keys(WEIGHTS).forEach(function (field) {
      texts(entry, field).forEach(function (text) {
        var all = words(text);
        (text.match(/[a-z]+(?:-[a-z]+)+/gi) || []).forEach(function (joined) {
          all.push(fold(joined.replace(/-/g, "")));
        });
        all.forEach(function (word, at) { this.put(word, number, WEIGHTS[field] + (at || field !== "t" ? 0 : 2)); }, this);
        (text.match(/\+?[0-9][0-9 .()\u00a0\u202f-]{4,}[0-9]/g) || []).forEach(function (run) {
          this.numbers.push([digits(run), number]);
        }, this);
      }, this);
    }, this);
  };

  Engine.prototype.put = function (word, number, weight) {
    var there = this.places.get(word);
    if (!there) {
      there = new Map();
      this.places.set(word, there);
      var key = stem(word);
      this.stems.set(key, (this.stems.get(key) || []).concat(word));
    }
    there.set(number, Math.max(weight, there.get(number) || 0));
  };

  Engine.prototype.learn = function (group) {
    var phrases = group.map(function (phrase) { return meant(words(phrase)).map(stem); });
    phrases.forEach(function (phrase) {
      this.synonyms.set(phrase[0], (this.synonyms.get(phrase[0]) || []).concat([[phrase, phrases]]));
    }, this);
  };

  function meant(all) {
    var kept = all.filter(function (word) { return STOP.indexOf(" " + word + " ") < 0; });
    return kept.length ? kept : all;
  }

  /* --- finding --- */

  /* The words of the index that a typed word may mean, each with how surely. */
  Engine.prototype.resolve = function (word, last) {
    var sure = new Map();
    (this.stems.get(stem(word)) || []).forEach(function (one) { sure.set(one, one === word ? 1 : 0.9); });
    if (last && word.length > 1) {
      this.vocabulary.forEach(function (one) {
        if (!sure.has(one) && one.startsWith(word)) {
          sure.set(one, 0.7);
        }
      });
    }
    return sure;
  };

  Engine.prototype.corrected = function (word) {
    var known = this.synonyms;
    if (word.length < 4 || /[0-9]/.test(word) || known.has(stem(word))) {
      return [stem(word)];
    }
    var near_words = this.vocabulary.filter(function (one) { return one.length > 3 && near(word, one); }).map(stem);
    known.forEach(function (_, key) {
      if (key.length > 3 && near(stem(word), key)) {
        near_words.push(key);
      }
    });
    return Array.from(new Set(near_words));
  };

  Engine.prototype.hits = function (sure, factor, hits, marks) {
    var places = this.places;
    sure.forEach(function (quality, word) {
      marks.add(word);
      places.get(word).forEach(function (weight, entry) {
        hits.set(entry, Math.max(hits.get(entry) || 0, weight * quality * factor));
      });
    });
    return hits;
  };

  /* Entries that hold every word of a phrase. */
  Engine.prototype.phrase = function (stems, factor, hits, marks) {
    var each = stems.map(function (one) {
      var sure = new Map();
      (this.stems.get(one) || []).forEach(function (word) { sure.set(word, 1); });
      return this.hits(sure, factor, new Map(), marks);
    }, this);
    each[0].forEach(function (_, entry) {
      var weights = each.map(function (one) { return one.get(entry) || 0; });
      var weakest = Math.min.apply(null, weights);
      if (weakest) {
        hits.set(entry, Math.max(hits.get(entry) || 0, weakest));
      }
    });
  };

  /* What was typed as concepts: a word or a known phrase, with the entries that speak of it. */
  Engine.prototype.concepts = function (typed, marks) {
    var self = this;
    var list = [];
    var all = typed.map(function (word, at) {
      var last = at === typed.length - 1;
      var sure = self.resolve(word, last);
      return { sure: sure, stems: sure.size ? [stem(word)] : self.corrected(word), fixed: !sure.size };
    });
    for (var at = 0; at < all.length; ) {
      var span = 1;
      var groups = [];
      all[at].stems.forEach(function (first) {
        (self.synonyms.get(first) || []).forEach(function (known) {
          var fits = known[0].every(function (one, n) { return all[at + n] && all[at + n].stems.indexOf(one) >= 0; });
          if (fits && known[0].length > span) {
            span = known[0].length;
            groups = [];
          }
          if (fits && known[0].length === span) {
            groups.push(known[1]);
          }
        });
      });
      list.push(self.concept(all.slice(at, at + span), groups, marks));
      at += span;
    }
    return list;
  };

  Engine.prototype.concept = function (parts, groups, marks) {
    var hits = new Map();
    var self = this;
    parts.forEach(function (part) {
      var sure = part.sure;
      if (part.fixed) {
        part.stems.forEach(function (one) {
          (self.stems.get(one) || []).forEach(function (word) { sure.set(word, 0.7); });
        });
      }
      self.hits(sure, 1, new Map(), marks).forEach(function (weight, entry) {
        hits.set(entry, (hits.get(entry) || 0) + weight / parts.length);
      });
    });
    groups.forEach(function (group) {
      group.forEach(function (stems) { self.phrase(stems, 0.75, hits, marks); });
    });
    return hits;
  };

  Engine.prototype.find = function (query) {
    var marks = new Set();
    var plain = query.replace(/[\s().+\/-]/g, "");
    if (/^[0-9]{4,}$/.test(plain)) {
      return { list: this.byNumber(digits(plain)), marks: marks };
    }
    var typed = words(query.replace(/[a-z]+(?:-[a-z]+)+/gi, this.joined.bind(this)));
    var kept = meant(typed);
    if (!typed.length || kept.every(function (word) { return STOP.indexOf(" " + word + " ") >= 0; })) {
      return { list: [], marks: marks };
    }
    var entries = this.entries;
    if (typed.length === 1 && typed[0].length === 1) {
      return { list: entries.filter(function (entry) { return fold(entry.t) === typed[0]; }), marks: new Set(typed) };
    }
    var count = entries.length;
    var scores = new Map();
    var concepts = this.concepts(kept, marks).filter(function (hits) { return hits.size; });
    concepts.forEach(function (hits) {
      var rare = Math.log(1 + count / hits.size);
      hits.forEach(function (weight, entry) {
        var score = scores.get(entry) || { sum: 0, n: 0, least: 10 };
        scores.set(entry, { sum: score.sum + weight * rare, n: score.n + 1, least: Math.min(score.least, weight) });
      });
    });
    var list = Array.from(scores, function (pair) {
      var named = kept.indexOf(fold(entries[pair[0]].t)) >= 0;
      var least = pair[1].n === concepts.length ? pair[1].least : named ? 3 : 0.2;
      return [pair[1].sum * (concepts.length > 1 ? Math.sqrt(least) : 1) * KINDS[entries[pair[0]].k], pair[0]];
    });
    return { list: best(list, 0.3).map(function (number) { return entries[number]; }), marks: marks };
  };

  /* A word with hyphens as one word, where the index knows it so: ids and names. */
  Engine.prototype.joined = function (text) {
    var joined = text.replace(/-/g, "");
    return this.places.has(fold(joined)) ? joined : text;
  };

  Engine.prototype.byNumber = function (wanted) {
    var entries = this.entries;
    var tail = wanted.slice(-9);
    var hit = new Map();
    this.numbers.forEach(function (pair) {
      if (pair[0].indexOf(tail) >= 0) {
        hit.set(pair[1], KINDS[entries[pair[1]].k] * (pair[0].endsWith(tail) ? 2 : 1));
      }
    });
    return best(Array.from(hit, function (pair) { return [pair[1], pair[0]]; }), 0)
      .map(function (number) { return entries[number]; });
  };

  /* At most nine, those far below the best left out. */
  function best(list, least) {
    list.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
    return list.filter(function (one) { return one[0] >= least * list[0][0]; }).slice(0, 9)
      .map(function (one) { return one[1]; });
  }

  /* A text in pieces, each with whether it is one of the words that were found. */
  function pieces(text, marks) {
    var list = [];
    var at = 0;
    text.replace(WORD, function (word, from) {
      if (marks.has(fold(word))) {
        list.push([text.slice(at, from), false], [word, true]);
        at = from + word.length;
      }
      return word;
    });
    return list.concat([[text.slice(at), false]]);
  }

  /* Why an entry was found, where neither its title nor its line says it: a heading with its anchor, or a passage. */
  function place(entry, marks) {
    function speaks(text) {
      return words(text).some(function (word) { return marks.has(word); });
    }
    var heading = (entry.p || []).find(function (one) { return one.slice(1).some(speaks); });
    if (heading) {
      return heading;
    }
    var passage = texts(entry, "b").concat(texts(entry, "w"), texts(entry, "o"), texts(entry, "n")).find(speaks);
    return passage && ["", passage];
  }

  window.planbuilderSearch = { Engine: Engine, pieces: pieces, place: place };
})();
