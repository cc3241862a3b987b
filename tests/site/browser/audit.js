/* What no rule of axe looks for. Each function returns its complaints as sentences; an empty list is well. */
(() => {
  "use strict";

  const FINGER = 43.9;
  const shown = one => one.checkVisibility({visibilityProperty: true});
  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
  const source = one => one.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const box = one => one.getBoundingClientRect();
  const drawn = one => box(one).width > 1 && box(one).height > 1;
  const texts = ids => ids.split(" ").filter(Boolean).map(id => (document.getElementById(id) || {textContent: ""}).textContent.trim());

  function headings() {
    const levels = all("h1,h2,h3,h4,h5,h6").filter(shown).map(one => [Number(one.tagName[1]), one]);
    const jumps = levels.filter(([level], at) => level > (at ? levels[at - 1][0] : 0) + 1);
    return jumps.map(([level, one]) => `a heading of level ${level} too deep: ${source(one)}`);
  }

  function landmarks() {
    const nameless = all("nav").filter(one => !one.getAttribute("aria-label") && !one.getAttribute("aria-labelledby"));
    const found = nameless.map(one => `a menu without a name: ${source(one)}`);
    ["h1", "main"].filter(name => all(name).length !== 1).forEach(name => found.push(`not one ${name}`));
    if (document.querySelector(".md-typeset") && !document.querySelector(".md-typeset > footer")) {
      found.push("no foot");
    }
    return found;
  }

  function pictures() {
    const named = one => {
      const names = texts(one.getAttribute("aria-labelledby") || "");
      return one.getAttribute("role") === "img" && (one.getAttribute("aria-label") || (names.length && names.every(Boolean)));
    };
    return all("svg").filter(shown)
      .filter(one => one.getAttribute("aria-hidden") !== "true" && !named(one))
      .map(one => `a picture without a name: ${source(one)}`);
  }

  function references() {
    const ids = all("[id]").map(one => one.id);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `two places are called ${id}`);
    const lost = ["aria-labelledby", "aria-describedby", "aria-controls", "for"].flatMap(key =>
      all(`[${key}]`).filter(one => texts(one.getAttribute(key)).length && one.getAttribute(key).split(" ").some(id => !document.getElementById(id)))
        .map(one => `${key} leads nowhere: ${source(one)}`));
    const jumping = all("[tabindex]").filter(one => one.tabIndex > 0).map(one => `out of the order of the page: ${source(one)}`);
    return [...twice, ...lost, ...jumping];
  }

  /* A link in a sentence is as high as its line; one that stands by itself is not excused. */
  function inSentence(link) {
    if (getComputedStyle(link).display !== "inline") {
      return false;
    }
    let block = link.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) {
      block = block.parentElement;
    }
    const rest = block.cloneNode(true);
    all("a,button,summary,ul,ol,dl,table,.pb-hidden", rest).forEach(one => one.remove());
    return /\p{L}{2,}/u.test(rest.textContent);
  }

  function targets() {
    return all("a[href],button,summary,input,select,textarea,[tabindex='0']")
      .filter(one => shown(one) && drawn(one) && !one.matches(".pb-skip") && !inSentence(one))
      .map(one => [one, box(one.matches("[type=checkbox],[type=radio]") ? one.closest("label") || one : one)])
      .filter(([, size]) => size.width < FINGER || size.height < FINGER)
      .map(([one, size]) => `${Math.round(size.width)} × ${Math.round(size.height)}: ${source(one)}`);
  }

  /* In a box that scrolls by itself, or in one that only those hear who have the page read to them. */
  function apart(one) {
    for (let at = one.parentElement; at && at !== document.body; at = at.parentElement) {
      if (!drawn(at) || /auto|scroll/.test(getComputedStyle(at).overflowX)) {
        return true;
      }
    }
    return false;
  }

  const sideways = () => document.documentElement.scrollWidth - innerWidth;

  /* Nothing beyond the edge, nothing cut off, no text outside its picture. */
  function room() {
    const found = [];
    if (sideways() > 0) {
      found.push(`scrolls sideways by ${sideways()}`);
    }
    all("body *").filter(one => drawn(one) && shown(one) && !one.matches("svg *, option, optgroup")).forEach(one => {
      const style = getComputedStyle(one);
      if ((box(one).right > innerWidth + 1 || box(one).left < -1) && !apart(one)) {
        found.push(`beyond the edge: ${source(one)}`);
      }
      const wide = one.scrollWidth > one.clientWidth + 1, high = one.scrollHeight > one.clientHeight + 1;
      const clamped = style.webkitLineClamp !== "none"; // it ends in "…"
      if (!clamped && ((wide && /hidden|clip/.test(style.overflowX)) || (high && /hidden|clip/.test(style.overflowY)))) {
        found.push(`cut off: ${source(one)}`);
      }
    });
    all("svg").filter(shown).forEach(svg => {
      const view = svg.viewBox.baseVal;
      all("text", svg).filter(text => {
        const edge = text.getBBox();
        return edge.x < view.x - 1 || edge.x + edge.width > view.x + view.width + 1;
      }).forEach(text => found.push(`leaves its picture: ${text.textContent}`));
    });
    return found;
  }

  /* WCAG 1.4.12: the spacing that a reader may ask for. */
  function spaced() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
    document.adoptedStyleSheets = [sheet];
    const found = room();
    document.adoptedStyleSheets = [];
    return found;
  }

  function motion() {
    return all("*").flatMap(one => [null, "::before", "::after", "::backdrop"].filter(part => {
      const style = getComputedStyle(one, part);
      return /[1-9]/.test(style.transitionDuration) || (style.animationName !== "none" && /[1-9]/.test(style.animationDuration));
    }).map(part => `moves: ${source(one)} ${part || ""}`));
  }

  /* Where the system forces its colours only borders and outlines are left of a look; a ground may hide its text. */
  function borders() {
    const ground = getComputedStyle(document.body).backgroundColor;
    const hiding = all("mark").filter(one => shown(one) && getComputedStyle(one).backgroundColor !== ground);
    return hiding.map(one => `hides its text: ${source(one)}`).concat(all("button:not(.pb-icon),a.pb-button-link,a.pb-call,a.pb-link-card,input:not([type=checkbox]),select,textarea").filter(shown)
      .filter(one => {
        const style = getComputedStyle(one);
        return parseFloat(style.borderTopWidth) < 1 || style.borderTopStyle === "none" || style.borderTopColor === style.backgroundColor;
      })
      .map(one => `no border: ${source(one)}`));
  }

  /* What the page says by itself in a few words: names, labels, heads of columns. */
  function words() {
    const attributes = ["aria-label", "title", "alt", "placeholder", "data-label"];
    const said = all("body *").flatMap(one => attributes.map(key => one.getAttribute(key)));
    all("button,summary,label,th,dt,figcaption,title,desc,option,h1,h2,h3,.pb-button-link,.pb-more,.pb-edit,.pb-chip,.pb-note,.pb-lead")
      .filter(one => !one.closest("[lang]:not(html)"))
      .forEach(one => [one, ...one.childNodes].forEach(part => said.push(part.textContent)));
    return [...new Set(said.filter(Boolean).map(text => text.replace(/[^\S\u00a0]+/g, " ").trim()))];
  }

  /* What makes the colours of a text: its own, its size, and the grounds that it stands on. */
  function colouring(one) {
    const {color, fontSize, fontWeight} = getComputedStyle(one);
    const around = getComputedStyle(one.parentElement).color;
    const grounds = [];
    for (let at = one; at; at = at.parentElement) {
      const {backgroundColor, backgroundImage, opacity, position, textShadow} = getComputedStyle(at);
      const ground = [backgroundColor, backgroundImage, opacity, position, textShadow].join(" ");
      if (ground !== grounds.at(-1)) {
        grounds.push(ground);
      }
    }
    return [color, fontSize, fontWeight, around, ...grounds].join("; ");
  }

  const legible = one => one.matches("input,select,textarea") ||
    [...one.childNodes].some(part => part.nodeType === Node.TEXT_NODE && part.data.trim());
  const ABOUT_COLOURS = ["color-contrast", "link-in-text-block"];

  async function axeSays(where, rules) {
    const {violations} = await axe.run(where, {preload: false, resultTypes: ["violations"], ...rules});
    return violations.flatMap(one => one.nodes.map(node => `${one.id} ${node.target.join(" ")}`));
  }

  /* What axe says of the colours that were not seen before; and which they are. */
  async function colours(before) {
    const seen = new Set(before), fresh = new Map();
    for (const one of all("body *").filter(one => legible(one) && shown(one))) {
      const look = colouring(one);
      if (!seen.has(look)) {
        seen.add(look);
        fresh.set(look, one);
      }
    }
    const violations = fresh.size ? await axeSays([...fresh.values()], {runOnly: ABOUT_COLOURS}) : [];
    return {looks: [...fresh.keys()], violations};
  }

  /* What axe says of all else. */
  const rules = () => axeSays(document, {rules: Object.fromEntries(ABOUT_COLOURS.map(rule => [rule, {enabled: false}]))});

  const structure = () => [...headings(), ...landmarks(), ...pictures(), ...references()];
  window.audit = {structure, targets, room, spaced, motion, borders, words, colours, rules, sideways};
})();
