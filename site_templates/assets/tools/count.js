/* How long a text is for a platform, exactly as the plan's checks count it, and from the same tables. */
(function () {
  "use strict";

  var tables = window.planbuilder.tables;
  var x = tables.x;

  /* --- X: a port of language/x.py; JavaScript's texts are in UTF-16 already --- */

  var HEAVY = /[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/;
  var LINK = 23;

  function sticky(pattern, flags) {
    return new RegExp(pattern, "y" + (flags || ""));
  }

  function at(pattern, text, position) {
    pattern.lastIndex = position;
    return pattern.exec(text);
  }

  var anyPath = "[" + x.path + "]";
  var nested = "\\((?:" + anyPath + "+|" + anyPath + "*\\(" + anyPath + "+\\)" + anyPath + "*)\\)";
  var path =
    "(?:(?:" + anyPath + "*(?:" + nested + anyPath + "*)*(?:[" + x.path_end + "]|" + nested + "))|(?:@" + anyPath + "+/))";
  var rules = {
    emoji: new RegExp(x.emoji, "g"),
    before: sticky("[" + x.before + "]"),
    subdomain: sticky("[" + x.domain + "]+(?:[_-]+[" + x.domain + "]+)*\\."),
    name: new RegExp("^[" + x.domain + "]+(?:-+[" + x.domain + "]+)*\\.$"),
    asciiLabel: sticky("[" + x.ascii_domain + "]+\\."),
    tail: sticky("(?::[0-9]+)?(/" + path + "*)?(?:\\?[" + x.query + "]*[" + x.query_end + "])?"),
    protocol: sticky("https?://", "i"),
    asciiTld: sticky("[a-z]+(?=[^0-9a-zA-Z@+-]|$)", "i"),
    otherTlds: sticky("(?:" + x.other_tlds.split(" ").join("|") + ")(?=[^0-9a-zA-Z@+-]|$)", "i"),
    punycode: sticky("xn--[-0-9a-z]+", "i"),
    tco: sticky("https?://t\\.co/([a-z0-9]+)(?:\\?[a-z0-9!?*'@();:&=+$/%#\\[\\]\\-_.,~|]*[a-z0-9\\-_&=#/])?", "i"),
  };
  var asciiTlds = new Set(x.ascii_tlds.split(" "));

  function tldEnd(text, position) {
    var latin = at(rules.asciiTld, text, position);
    if (latin && asciiTlds.has(latin[0].toLowerCase())) {
      return position + latin[0].length;
    }
    var found = at(rules.otherTlds, text, position) || at(rules.punycode, text, position);
    return found ? position + found[0].length : null;
  }

  function labelEnds(text, position, label) {
    var ends = [];
    for (var found; (found = at(label, text, position)); ends.push(position)) {
      position += found[0].length;
    }
    return ends;
  }

  function lastTld(text, ends) {
    for (var place = ends.length - 1; place >= 0; place--) {
      var end = tldEnd(text, ends[place]);
      if (end !== null) {
        return end;
      }
    }
    return null;
  }

  /* Where the longest domain that starts here ends: labels, then a top-level domain that exists. */
  function domainEnd(text, start) {
    var ends = labelEnds(text, start, rules.subdomain);
    return lastTld(text, ends.filter(function (end, place) {
      return rules.name.test(text.slice(place ? ends[place - 1] : start, end));
    }));
  }

  function asciiDomains(domain) {
    var found = [];
    for (var position = 0; position < domain.length; ) {
      var end = lastTld(domain, labelEnds(domain, position, rules.asciiLabel));
      if (end === null) {
        position += 1;
      } else {
        found.push([position, end]);
        position = end;
      }
    }
    return found;
  }

  /* The length of a label in punycode (RFC 3492), which is all that is asked of it. */
  function punycodeLength(label) {
    var points = Array.from(label, function (sign) { return sign.codePointAt(0); });
    var basic = points.filter(function (point) { return point < 128; }).length;
    var length = basic + (basic ? 1 : 0);
    var n = 128, delta = 0, bias = 72, done = basic;
    while (done < points.length) {
      var next = Math.min.apply(null, points.filter(function (point) { return point >= n; }));
      delta += (next - n) * (done + 1);
      n = next;
      points.forEach(function (point) {
        if (point < n) {
          delta += 1;
        } else if (point === n) {
          var q = delta;
          for (var k = 36, t; ; k += 36) {
            t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
            length += 1;
            if (q < t) {
              break;
            }
            q = Math.floor((q - t) / (36 - t));
          }
          delta = done === basic ? Math.floor(delta / 700) : delta >> 1;
          delta += Math.floor(delta / (done + 1));
          for (bias = 0; delta > 455; bias += 36) {
            delta = Math.floor(delta / 35);
          }
          bias += Math.floor((36 * delta) / (delta + 38));
          delta = 0;
          done += 1;
        }
      });
      delta += 1;
      n += 1;
    }
    return length;
  }

  function isSound(domain) {
    if (domain.indexOf("xn--") === 0 && !asciiDomains(domain).length) {
      return false;
    }
    return domain.split(".").every(function (label) {
      var parts = label.split(/[\u3002\uff0e\uff61]/);
      var length = parts.length - 1 + parts.reduce(function (sum, part) {
        return sum + (/^[\x00-\x7f]*$/.test(part) ? part.length : 4 + punycodeLength(part));
      }, 0);
      return length >= 1 && length <= 63;
    });
  }

  /* Of a domain without protocol only what is written in Latin letters is a link; the path belongs to the last. */
  function withoutProtocol(start, domain, tail) {
    var after = 0;
    var found = asciiDomains(domain).map(function (place) {
      var begin = domain.indexOf(domain.slice(place[0], place[1]), after);
      after = begin + place[1] - place[0];
      return [start + begin, place[1] - place[0]];
    });
    if (found.length && tail[1]) {
      found[found.length - 1][1] += tail[0].length;
    }
    return found;
  }

  /* The links in what looks like one. */
  function judged(text, start, host, end, tail) {
    var protocol = text.slice(start, host);
    var domain = text.slice(host, end);
    var tailEnd = end + tail[0].length;
    if (!isSound(domain) || (protocol.length || 8) + tailEnd - start > 4096) {
      return [];
    }
    if (!protocol) {
      return start && "-_./".indexOf(text[start - 1]) >= 0 ? [] : withoutProtocol(start, domain, tail);
    }
    var tco = at(rules.tco, text.slice(0, tailEnd), start);
    if (tco) {
      return tco[1].length <= 40 ? [[start, tco[0].length]] : [];
    }
    return [[start, tailEnd - start]];
  }

  /* Where links start, and how many units each takes. */
  function links(text) {
    var found = new Map();
    var dotted = false;
    for (var dot = text.indexOf("."); dot >= 0 && !dotted; dot = text.indexOf(".", dot + 1)) {
      dotted = tldEnd(text, dot + 1) !== null;
    }
    for (var position = dotted ? 0 : text.length; position < text.length; ) {
      var starts = at(rules.before, text, position) ? [position + 1] : [];
      if (position === 0) {
        starts.push(0);
      }
      var link = null;
      for (var place = 0; place < starts.length && !link; place++) {
        var protocol = at(rules.protocol, text, starts[place]);
        var host = starts[place] + (protocol ? protocol[0].length : 0);
        var end = domainEnd(text, host);
        link = end === null ? null : { start: starts[place], host: host, end: end };
      }
      if (!link) {
        position += 1;
        continue;
      }
      var tail = at(rules.tail, text, link.end);
      judged(text, link.start, link.host, link.end, tail).forEach(function (one) { found.set(one[0], one[1]); });
      position = link.end + tail[0].length;
    }
    return found;
  }

  function xLength(typed) {
    var text = typed.normalize("NFC");
    var linked = text.indexOf(".") >= 0 ? links(text) : new Map();
    var pictures = new Map();
    text.replace(rules.emoji, function (picture) {
      pictures.set(arguments[arguments.length - 2], picture.length);
      return picture;
    });
    var length = 0;
    for (var position = 0; position < text.length; ) {
      if (linked.has(position)) {
        length += LINK;
        position += linked.get(position);
      } else if (pictures.has(position)) {
        length += 2;
        position += pictures.get(position);
      } else if (text.codePointAt(position) > 0xffff) {
        length += 2;
        position += 2;
      } else {
        length += HEAVY.test(text[position]) ? 2 : 1;
        position += 1;
      }
    }
    return length;
  }

  /* --- text messages: a port of language/sms.py --- */

  function parts(sizes, alone, each) {
    var sum = sizes.reduce(function (a, b) { return a + b; }, 0);
    if (sum <= alone) {
      return 1;
    }
    var found = 1;
    var left = each;
    sizes.forEach(function (size) {
      if (size > left) {
        found += 1;
        left = each;
      }
      left -= size;
    });
    return found;
  }

  function sms(typed) {
    var signs = Array.from(typed.normalize("NFC"));
    var costly = signs.filter(function (sign) { return tables.gsm.indexOf(sign) < 0 && tables.extended.indexOf(sign) < 0; });
    var sizes = signs.map(function (sign) {
      return costly.length ? sign.length : tables.extended.indexOf(sign) >= 0 ? 2 : 1;
    });
    var each = costly.length ? [70, 67] : [160, 153];
    return {
      units: sizes.reduce(function (a, b) { return a + b; }, 0),
      parts: parts(sizes, each[0], each[1]),
      costly: Array.from(new Set(costly)),
      limit: each[0],
    };
  }

  /* --- the rest --- */

  function graphemes(text) {
    if (!window.Intl || !Intl.Segmenter) {
      return Array.from(text).length;
    }
    return Array.from(new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)).length;
  }

  function length(text, counts) {
    switch (counts) {
      case "x":
        return xLength(text);
      case "graphemes":
        return graphemes(text);
      case "gsm":
        return sms(text).units;
      default:
        return Array.from(text.normalize("NFC")).length;
    }
  }

  /* The text as published: blanks replaced, literal braces single; a blank without value stays. See language/blanks.py. */
  var TOKEN =
    /(\{\{(?!\s+(?:and|et|or|ou)\s)\s*[\p{L}\p{Nl}_][\p{L}\p{N}_.-]*\s*\}\})|(\{\{)|(\}\})|\{([^{}\n]{1,64})\}|([{}])/gu;

  function fill(text, values) {
    return text.replace(TOKEN, function (token, left, open, close, name) {
      if (open || close) {
        return token[0];
      }
      return name !== undefined && Object.prototype.hasOwnProperty.call(values, name) ? values[name] : token;
    });
  }

  window.planbuilder.count = { length: length, sms: sms, fill: fill };
})();
