// What X counts: the rules of the npm package twitter-text 3.1.0 as data, and a table of its answers for the tests,
// and the grapheme clusters that Intl.Segmenter sees in the texts of tests/language/graphemes.json.
//
//   cd $(mktemp -d) && npm install twitter-text@3.1.0 && node <repository>/scripts/x-counting.mjs <repository>
//
// Writes src/planbuilder/language/x.json, tests/language/twitter_text.json and tests/language/graphemes.json.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

const root = process.argv[2];
const require = createRequire(process.cwd() + "/");
const here = process.cwd() + "/node_modules/";
const part = (name) => require(here + "twitter-text/dist/regexp/" + name + ".js");
const { parseTweet } = require("twitter-text");

// --- the rules ---

const ranges = (test) => {
  const found = [];
  for (let unit = 0; unit <= 0xffff; unit++) {
    if (!test(String.fromCharCode(unit))) continue;
    const last = found.at(-1);
    if (last && last[1] === unit - 1) last[1] = unit;
    else found.push([unit, unit]);
  }
  const hex = (n) => "\\u" + n.toString(16).padStart(4, "0");
  return found.map(([a, b]) => (a === b ? hex(a) : hex(a) + "-" + hex(b))).join("");
};
const one = (pattern) => {
  const whole = new RegExp("^" + pattern.source + "$", "i");
  return ranges((unit) => whole.test(unit));
};
const pathEnd = part("validUrlPathEndingChars").source.split("]|(?:")[0] + "]";
const names = (name) => part(name).source.match(/\(\?:\(\?:([^)]*)\)/)[1].split("|");
const tlds = [...names("validGTLD"), ...names("validCCTLD")];
const emoji = require(here + "twemoji-parser/dist/lib/regex.js").default.source;
const pictographs = [];
for (let point = 0; point <= 0x1ffff; point++) {
  if (!/\p{Extended_Pictographic}/u.test(String.fromCodePoint(point))) continue;
  const last = pictographs.at(-1);
  if (last && last[1] === point - 1) last[1] = point;
  else pictographs.push([point, point]);
}
const escaped = (value) => JSON.stringify(value, null, 1).replace(/[^\x00-\x7e]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
writeFileSync(root + "/src/planbuilder/language/x.json", escaped({
  source: "npm twitter-text 3.1.0 (Apache-2.0) and twemoji-parser 11.0.2 (MIT), both Copyright Twitter, Inc.; Unicode emoji data",
  ascii_tlds: tlds.filter((name) => /^[a-z]+$/.test(name)).sort().join(" "),
  other_tlds: tlds.filter((name) => !/^[a-z]+$/.test(name)).join(" "),
  domain: one(part("validDomainChars")),
  ascii_domain: ranges((unit) => new RegExp("^[\\-a-z0-9" + part("latinAccentChars").source + "]$", "i").test(unit)),
  before: ranges((unit) => new RegExp("^(?:" + part("validUrlPrecedingChars").source.replace("|^", "") + ")$", "i").test(unit)),
  path: one(part("validGeneralUrlPathChars")),
  path_end: ranges((unit) => new RegExp("^" + pathEnd + "$", "i").test(unit)),
  query: one(part("validUrlQueryChars")),
  query_end: one(part("validUrlQueryEndingChars")),
  emoji,
  pictographs: pictographs.flat(),
}) + "\n");

// --- its answers ---

const cases = readFileSync(root + "/tests/language/texts_to_count.txt", "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
let seed = 20261121;
const random = (n) => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return Math.floor((seed / 4294967296) * n); };
const pieces = ["a", "É", "ê", " ", "\u00a0", "\u202f", "\u2009", "…", "’", "«", "»", "€", "→", "—", "–", "œ", "e\u0301", "c\u0327", ".", ". ", ",", "-", "_", "/", ":", "?", "!", "(", ")", "@", "#", "$", "&", "=",
  "lumen", "example", "fr", "com", "info.lumen.example", "lumen.fr", "www.gouv.fr", "http://", "https://", "HTTPS://", "t.co/abc", "https://t.co/", "xn--p1ai", "мон", "рф", "中国", "한국", "müller.de", "straße", "vermögensberatung",
  "😀", "👍🏽", "👨‍👩‍👧‍👦", "🇫🇷", "🇨🇦", "🇫", "1️⃣", "#️⃣", "❤️", "❤", "☎️", "☎", "©", "™️", "🏳️‍🌈", "🏴‍☠️", "👩‍⚕️", "🧑🏿‍🚒", "\u200d", "\ufe0f", "\u20e3", "🏽", "漢", "字", "かな", "ｱ", "ﾞ", "한", "السلام", "שלום", "ไทย", "नि", "ண", "\u0300", "\u0345", "\u212a", "ſ", "ß", "ﬁ", "𝒳", "\ud83d", "\ude00", "1", "28", "\n", "\t", "\u200e", "\ufeff", "\u2028"];
for (let n = 0; n < 600; n++) {
  let text = "";
  for (let k = 1 + random(9); k > 0; k--) text += pieces[random(pieces.length)];
  cases.push(text);
}
const rows = [...new Set(cases)].map((text) => escaped([text, parseTweet(text).weightedLength]).replace(/\n ?/g, ""));
writeFileSync(root + "/tests/language/twitter_text.json", "[\n" + rows.join(",\n") + "\n]\n");
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const clusters = JSON.parse(readFileSync(root + "/tests/language/graphemes.json", "utf8"));
const counted = clusters.map(([text]) => escaped([text, [...segmenter.segment(text)].length]).replace(/\n ?/g, ""));
writeFileSync(root + "/tests/language/graphemes.json", "[\n" + counted.join(",\n") + "\n]\n");
console.log(rows.length + " cases, " + tlds.length + " top-level domains");
