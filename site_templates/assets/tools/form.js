/* Fills in a text of the plan for a channel: its blanks, how it will read, how long it is, who releases it. */
(function () {
  "use strict";

  var form = document.querySelector(".pb-write");
  if (!form) {
    return;
  }
  var count = window.planbuilder.count;
  var data = JSON.parse(form.dataset.texts);
  var field = { text: form.elements.text, language: form.elements.language, channel: form.elements.channel, own: form.elements.own };
  var typedIn = {};
  var find = function (selector) { return form.querySelector(selector); };

  function words(name, found) {
    return form.dataset[name].replace(/\{(\w+)\}/g, function (whole, key) { return key in found ? found[key] : whole; });
  }

  function create(name, text, className) {
    var made = document.createElement(name);
    if (text) {
      made.textContent = text;
    }
    if (className) {
      made.className = className;
    }
    return made;
  }

  function fillSelect(select, choices, wanted) {
    select.textContent = "";
    choices.forEach(function (choice) {
      var option = create("option", choice[1]);
      option.value = choice[0];
      select.append(option);
    });
    if (choices.some(function (choice) { return choice[0] === wanted; })) {
      select.value = wanted;
    }
  }

  function chosen() {
    return data.texts[field.text.value] || null;
  }

  /* What the plan says of a blank of the text. */
  function blank(name) {
    return data.blanks[chosen().blanks[name]];
  }

  /* What was typed into the blanks, apart for each language: "ce matin" is no word of an English text. */
  function values() {
    return (typedIn[field.language.value] = typedIn[field.language.value] || {});
  }

  /* --- the text that a channel publishes --- */

  function isOver(channel, text) {
    return channel.counts === "gsm" ? count.sms(text).parts > 1 : channel.limit !== null && count.length(text, channel.counts) > channel.limit;
  }

  /* What stands for a blank that is still empty: its example, made as long as the blank may be. */
  function standIn(about) {
    var example = about.examples[field.language.value] || "";
    return example + "n".repeat(Math.max(0, (about.max || 0) - Array.from(example).length));
  }

  /* What a blank counts as: what was typed into it, else what stands for it. */
  function counting(name) {
    return values()[name] || standIn(blank(name));
  }

  function expected(pattern) {
    var found = {};
    Object.keys(chosen().blanks).forEach(function (name) {
      if (counting(name)) {
        found[name] = counting(name);
      }
    });
    return count.fill(pattern, found);
  }

  function typed() {
    var found = Object.assign({}, values());
    Object.keys(found).forEach(function (name) {
      if (!found[name]) {
        delete found[name];
      }
    });
    return found;
  }

  /* The short text where there is one and the other does not fit. */
  function published(channel) {
    var one = chosen();
    if (!one) {
      var own = field.own.value.trim();
      return { pattern: own, text: own, counted: own, short: false };
    }
    var tag = field.language.value;
    var short = one.short[tag];
    var isShort = short !== undefined && (!one.text[tag] || isOver(channel, expected(one.text[tag])));
    var pattern = (isShort ? short : one.text[tag]) || "";
    return { pattern: pattern, text: count.fill(pattern, typed()), counted: expected(pattern), short: isShort };
  }

  function blanksOf(pattern) {
    var one = chosen();
    return Object.keys(one ? one.blanks : {}).filter(function (name) { return pattern.indexOf("{" + name + "}") >= 0; });
  }

  function empty(pattern) {
    return blanksOf(pattern).filter(function (name) { return !values()[name]; });
  }

  /* --- what the reader sees --- */

  function showBlanks() {
    var place = find(".pb-blanks");
    var one = chosen();
    var tag = field.language.value;
    place.textContent = "";
    blanksOf(one ? (one.text[tag] || "") + (one.short[tag] || "") : "").forEach(function (name) {
      var about = blank(name);
      var label = create("label");
      var input = create("input");
      var hint = [];
      if (about.examples[tag]) {
        hint.push(words("example", { example: about.examples[tag] }));
      }
      if (about.max) {
        hint.push(words("most", { count: about.max }));
      }
      label.append(create("span", about.means + " "), create("mark", "{" + name + "}"));
      label.append(create("small", hint.join(" · ")));
      input.type = "text";
      input.name = "blank-" + name;
      input.autocomplete = "off";
      input.value = values()[name] || "";
      input.addEventListener("input", function () {
        var value = values()[name] = input.value.trim();
        input.setAttribute("aria-invalid", String(Boolean(about.max && Array.from(value).length > about.max)));
        show();
      });
      label.append(input);
      place.append(label);
    });
  }

  function showPreview(out) {
    var place = find(".pb-preview");
    place.textContent = "";
    place.lang = field.language.value;
    var missing = chosen() ? empty(out.pattern) : [];
    out.text.split(/(\{[a-z0-9_-]+\})/).forEach(function (piece) {
      var name = piece.slice(1, -1);
      var isBlank = piece[0] === "{" && missing.indexOf(name) >= 0;
      place.append(isBlank ? create("mark", piece) : document.createTextNode(piece));
    });
    find(".pb-short").hidden = !out.short;
    find(".pb-short").textContent = form.dataset.short;
  }

  /* A letter that costs; a space that does not break, by its name, what nobody sees by its code. */
  function shown(letter) {
    if (/[\u00a0\u202f]/.test(letter)) {
      return form.dataset.space;
    }
    var code = letter.codePointAt(0).toString(16).toUpperCase();
    return /[\p{C}\p{M}\p{Z}\p{DI}]/u.test(letter) ? words("unseen", { code: "U+" + code.padStart(4, "0") }) : letter;
  }

  /* A letter that costs, with the blanks that it comes from where the text itself has none. */
  function traced(letter, pattern) {
    var names = blanksOf(pattern);
    var bare = {};
    names.forEach(function (name) { bare[name] = ""; });
    if (count.fill(pattern, bare).normalize("NFC").indexOf(letter) >= 0) {
      return shown(letter);
    }
    var from = names.filter(function (name) { return counting(name).normalize("NFC").indexOf(letter) >= 0; });
    return shown(letter) + (from.length ? " (" + from.map(function (name) { return "{" + name + "}"; }).join(", ") + ")" : "");
  }

  /* How long a text is as text messages: in how many parts, and where these are several, because of which letters. */
  function inParts(out) {
    var read = count.sms(out.counted);
    var said = read.parts === 1 ? form.dataset.part : words("parts", { count: read.parts });
    if (read.parts > 1 && read.costly.length) {
      said += ", " + words("costly", { letters: read.costly.map(function (one) { return traced(one, out.pattern); }).join(", ") });
    }
    return { said: "SMS " + read.units + "/" + read.limit + " · " + said, over: read.parts > 1 };
  }

  /* How long a text is in characters, and by how many it is too long. */
  function inSigns(channel, out) {
    var size = count.length(out.counted, channel.counts);
    var over = size - channel.limit;
    if (channel.limit === null) {
      return { said: channel.platform + " · " + words("signs", { count: size }), over: false };
    }
    return {
      said: channel.platform + " " + size + "/" + channel.limit + " · " + (over > 0 ? words("over", { count: over }) : form.dataset.fits),
      over: over > 0,
    };
  }

  /* How long what a channel publishes is there, be it the short text: a sentence, and whether it is too much. */
  function measured(channel) {
    var out = published(channel);
    var found = channel.counts === "gsm" ? inParts(out) : inSigns(channel, out);
    found.said += out.short ? " · " + form.dataset.brief : "";
    return found;
  }

  function showCounts() {
    var place = find(".pb-counts");
    var seen = {};
    var first = data.channels[field.channel.value];
    place.textContent = "";
    find(".pb-assumed").hidden = !first || !empty(published(first).pattern).length;
    [first].concat(channels().map(function (name) { return data.channels[name]; })).forEach(function (channel) {
      if (!channel || seen[channel.platform] || (channel !== first && channel.limit === null)) {
        return;
      }
      seen[channel.platform] = true;
      var found = measured(channel);
      var item = create("li", found.said, found.over ? "pb-over" : "pb-fits");
      if (channel === first) {
        item.classList.add("pb-chosen");
        var spoken = find(".pb-length");
        if (found.over !== (spoken.dataset.over === "true")) {
          spoken.dataset.over = String(found.over);
          spoken.textContent = found.said;
        }
      }
      place.append(item);
    });
  }

  function show() {
    var channel = data.channels[field.channel.value] || { limit: null, counts: "characters", platform: "" };
    showPreview(published(channel));
    showCounts();
    find(".pb-wrong").hidden = true;
    find(".pb-told").textContent = ""; /* it was said of the text before */
  }

  /* --- what the reader chooses --- */

  function channels() {
    var one = chosen();
    var all = Object.keys(data.channels);
    return one && one.channels.length ? one.channels : all;
  }

  function chooseText() {
    var one = chosen();
    var tags = Object.keys(data.languages).filter(function (tag) { return !one || tag in one.text; });
    var names = { };
    (tags.length ? tags : Object.keys(one.text)).forEach(function (tag) { names[tag] = data.languages[tag] || tag; });
    var wanted = field.language.value || Object.keys(names).find(function (tag) { return tag.split("-")[0] === data.language.split("-")[0]; });
    fillSelect(field.language, Object.entries(names), wanted);
    fillSelect(field.channel, channels().map(function (name) { return [name, data.channels[name].name]; }), field.channel.value);
    find(".pb-own").hidden = Boolean(one);
    form.querySelectorAll("[data-of]").forEach(function (part) {
      part.hidden = part.dataset.of.split(" ").indexOf(field.text.value) < 0;
    });
    find(".pb-all").hidden = !one;
    if (one) {
      find(".pb-all a").href = document.getElementById("write-" + field.text.value).querySelector("a").href;
    }
    showBlanks();
    show();
  }

  function fromAddress() {
    var name = window.location.hash.replace(/^#write-/, "");
    if (name in data.texts && name !== field.text.value) {
      field.text.value = name;
      chooseText();
    }
  }

  /* A text of one's own starts from what was on the screen. */
  field.text.addEventListener("change", function () {
    if (!chosen() && !field.own.value) {
      field.own.value = find(".pb-preview").textContent;
    }
    try {
      window.history.replaceState(null, "", chosen() ? "#write-" + field.text.value : "#pb-top");
    } catch (refused) {
      /* the address stays */
    }
    chooseText();
  });
  field.language.addEventListener("change", function () { showBlanks(); show(); });
  field.channel.addEventListener("change", show);
  field.own.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });

  /* --- copy and log --- */

  function whole() {
    var out = published(data.channels[field.channel.value] || { limit: null, counts: "characters" });
    var missing = empty(out.pattern);
    var wrong = find(".pb-wrong");
    if (!missing.length && out.text) {
      wrong.hidden = true;
      return out.text;
    }
    wrong.textContent = missing.length
      ? words("empty", { blanks: missing.map(function (name) { return blank(name).means; }).join(", ") })
      : form.dataset.nothing;
    wrong.hidden = false;
    missing.forEach(function (name) { form.elements["blank-" + name].setAttribute("aria-invalid", "true"); });
    (missing.length ? form.elements["blank-" + missing[0]] : field.own).focus();
    return null;
  }

  function where() {
    var channel = data.channels[field.channel.value];
    return (channel ? channel.platform + " · " : "") + (field.text.value || field.text.selectedOptions[0].textContent);
  }

  find("[data-act=copy]").addEventListener("click", function () {
    var text = whole();
    if (text !== null) {
      window.planbuilder.copyFrom(this, text, where());
    }
  });

  find("[data-act=log]").addEventListener("click", function () {
    var text = whole();
    if (text !== null) {
      window.planbuilder.store.record("said", where() + ": " + text);
      window.planbuilder.tell(find(".pb-told"), form.dataset.logged);
    }
  });

  document.querySelector(".pb-library").hidden = true;
  form.hidden = false;
  chooseText();
  fromAddress();
  window.addEventListener("hashchange", fromAddress);
})();
