/* The dialog of the search. The index and what finds in it are loaded when somebody searches for the first time. */
(function () {
  "use strict";

  var words = window.planbuilder.words;
  var root = new URL("../", document.currentScript.src).href;
  var foot = document.querySelector(".pb-foot");
  var dialog = document.createElement("dialog");
  if (!dialog.showModal || !foot) {
    return;
  }
  var head = element("div", dialog, "pb-search-head");
  var label = element("label", head, "pb-hidden", words.searchFor);
  var input = element("input", head);
  var close = element("button", head, "pb-search-close", words.close);
  var said = element("p", dialog, "pb-search-said");
  var found = element("div", dialog, "pb-search-found");
  var otherwise = element("p", dialog, "pb-search-else");
  var engine = null;
  var loading = false;

  function element(name, parent, kind, text) {
    var made = document.createElement(name);
    made.className = kind || "";
    made.textContent = text || "";
    parent.append(made);
    return made;
  }

  function set(made, attributes) {
    Object.keys(attributes).forEach(function (name) { made.setAttribute(name, attributes[name]); });
  }

  set(dialog, { class: "pb-search", "aria-label": words.search });
  set(label, { for: "pb-search-words" });
  set(input, {
    id: "pb-search-words", type: "search", placeholder: words.searchHint, maxlength: 200, enterkeyhint: "go",
    autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false",
  });
  set(close, { type: "button" });
  set(said, { role: "status" });
  ["level", "call"].forEach(function (page) {
    element("a", otherwise, "", words[page]).href = root + page + ".html";
    otherwise.append(" ");
  });
  foot.parentNode.append(dialog);

  /* A line of a result with the words that were found marked; whether there are any. */
  function line(name, link, text, marks) {
    var pieces = window.planbuilderSearch.pieces(text || "", marks);
    var made = element(name, link);
    pieces.forEach(function (piece) {
      (piece[1] ? element("mark", made) : made).append(piece[0]);
    });
    return pieces.length > 1;
  }

  function result(entry, list, marks) {
    var link = element("a", element("li", list));
    var head = element("span", link);
    var seen = [line("strong", head, entry.t, marks)];
    head.append(" ");
    seen.push(line("small", head, entry.c, marks), line("span", link, entry.l, marks));
    link.href = root + entry.u;
    var place = seen.indexOf(true) < 0 && window.planbuilderSearch.place(entry, marks);
    if (place) {
      line("small", link, place.text, marks);
      link.lastChild.lang = place.tag || document.documentElement.lang;
      link.href = root + (place.anchor ? entry.u.split("#")[0] + "#" + place.anchor : entry.u);
    }
  }

  function show() {
    var query = input.value.trim();
    var answer = engine.find(query);
    var lists = {};
    found.textContent = "";
    answer.list.forEach(function (entry) {
      if (!lists[entry.k]) {
        element("h2", found, "", engine.kinds[entry.k]);
        lists[entry.k] = element("ul", found);
      }
      result(entry, lists[entry.k], answer.marks);
    });
    found.scrollTop = 0;
    var count = answer.list.length;
    var sentence = query ? engine.sentences[count > 1 ? "many" : count ? "one" : "none"] : "";
    said.textContent = sentence.replace("{count}", count).replace("{words}", function () { return query; });
  }

  function load(name, then) {
    var script = element("script", document.head);
    script.src = root + "assets/search/" + name + ".js";
    script.onload = then;
    script.onerror = function () {
      script.remove();
      loading = false;
      found.removeAttribute("aria-busy");
      said.textContent = words.searchFailed;
    };
  }

  function ready() {
    engine = new window.planbuilderSearch.Engine(window.planbuilderSearch.index);
    found.removeAttribute("aria-busy");
    show();
  }

  function open() {
    if (!dialog.open) {
      dialog.showModal();
    }
    input.focus();
    input.select();
    if (!engine && !loading) {
      loading = true;
      found.setAttribute("aria-busy", "true");
      load("match", function () { load("index", ready); });
    }
  }

  function move(step) {
    var links = Array.from(dialog.querySelectorAll("a"));
    var next = links.indexOf(document.activeElement) + step;
    (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
  }

  input.addEventListener("input", function () {
    if (engine) {
      show();
    }
  });
  dialog.addEventListener("keydown", function (event) {
    var first = found.querySelector("a");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && event.target === input && first && !event.isComposing) {
      event.preventDefault();
      first.click();
    } else if (event.key === "Escape") {
      event.preventDefault(); /* some browsers would only empty the field */
      dialog.close();
    }
  });
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog || event.target.closest("a, button")) {
      dialog.close();
    }
  });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest("input, textarea, select, [contenteditable]");
    var command = event.ctrlKey || event.metaKey;
    var key = (event.key || "").toLowerCase(); /* a field that fills itself in sends none */
    if (!event.altKey && (key === "/" ? !typing && !command : key === "k" && command)) {
      event.preventDefault();
      open();
    }
  });

  var bar = document.querySelector(".pb-bar");
  var opener = document.createElement("button");
  set(opener, { type: "button", "aria-haspopup": "dialog", "aria-keyshortcuts": "/ Control+K" });
  if (bar) {
    opener.className = "pb-icon pb-search-open";
    element("span", opener, "", words.openSearch);
    bar.insertBefore(opener, bar.querySelector(".pb-scheme"));
  } else { /* a frame that is not ours */
    opener.className = "pb-button pb-search-open";
    opener.textContent = words.search;
    (foot.closest("article") || document.body).prepend(opener);
  }
  opener.addEventListener("click", open);
})();
