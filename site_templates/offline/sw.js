/* Keeps this site readable without a network. The build writes below the files of the site and what each of them holds. */
(function () {
  "use strict";

  var FILES = {};
  var VERSION = "";
  /* Whether other pages of this folder are kept as well, each once it was opened. */
  var OPENED = false;

  var scope = self.registration.scope;
  var ours = "planbuilder " + scope + " ";
  var name = ours + VERSION;
  var patience = 2500;
  var pause = 10000;
  var away = 0;
  var fromCopy = new Set();

  function digest(response) {
    return response
      .clone()
      .arrayBuffer()
      .then(function (content) { return self.crypto.subtle.digest("SHA-256", content); })
      .then(function (hash) {
        return Array.from(new Uint8Array(hash).slice(0, 8))
          .map(function (byte) { return byte.toString(16).padStart(2, "0"); })
          .join("");
      });
  }

  /* Servers write one page in several ways; a page to sign in is another one. */
  function plain(address) {
    return new URL(address).pathname.replace(/(index)?(\.html)?$/, "").replace(/\/$/, "");
  }

  function fetched(address) {
    return self.fetch(address, { cache: "no-cache", credentials: "same-origin" }).then(function (response) {
      if (!response.ok || plain(response.url) !== plain(address)) {
        throw new Error(response.status + " " + address);
      }
      /* a page that was redirected may not answer another visit: keep what it says, not how it came */
      return response.blob().then(function (content) {
        return new Response(content, { headers: { "Content-Type": response.headers.get("Content-Type") || "" } });
      });
    });
  }

  /* What an older copy already holds is not asked for again. */
  function keep(cache, path) {
    var address = new URL(path, scope).href;
    return self.caches.match(address).then(function (old) {
      var same = old ? digest(old).then(function (hash) { return hash === FILES[path]; }) : Promise.resolve(false);
      return same
        .then(function (still) { return still ? old : fetched(address); })
        .then(function (response) { return cache.put(address, response); });
    });
  }

  function keepAll() {
    return self.caches.open(name).then(function (cache) {
      var waiting = Object.keys(FILES);
      function next() {
        var path = waiting.shift();
        return path === undefined ? undefined : keep(cache, path).then(next);
      }
      return Promise.all([next(), next(), next(), next()]);
    });
  }

  function dropOld() {
    return self.caches.keys().then(function (names) {
      return Promise.all(
        names
          .filter(function (other) { return other.startsWith(ours) && other !== name; })
          .map(function (other) { return self.caches.delete(other); })
      );
    });
  }

  function isListed(path) {
    return Object.prototype.hasOwnProperty.call(FILES, path);
  }

  /* The file that an address means, whatever the server makes of `index.html` and of `.html`. */
  function pathOf(request) {
    var address = new URL(request.url);
    var root = new URL(scope);
    if (request.method !== "GET" || address.origin !== root.origin || !address.pathname.startsWith(root.pathname)) {
      return undefined;
    }
    var path = decodeURIComponent(address.pathname.slice(root.pathname.length));
    var known = [path, path + "index.html", path + ".html"].find(isListed);
    return known === undefined && OPENED && request.mode === "navigate" ? path.replace(/\.html$/, "") : known;
  }

  function copyOf(path) {
    return self.caches.open(name).then(function (cache) { return cache.match(new URL(path, scope).href); });
  }

  function keepOpened(response, path) {
    var copy = response.clone();
    return self.caches.open(name).then(function (cache) { return cache.put(new URL(path, scope).href, copy); });
  }

  function answer(event, path) {
    function copy() {
      return copyOf(path).then(function (found) {
        if (found && event.request.mode === "navigate") {
          fromCopy.add(event.resultingClientId);
        }
        return found;
      });
    }
    if (Date.now() < away) {
      return copy().then(function (found) { return found || self.fetch(event.request); });
    }
    var network = self.fetch(event.request);
    return new Promise(function (resolve, reject) {
      function useCopy() {
        copy().then(function (found) {
          if (found) {
            away = Date.now() + pause;
            resolve(found);
          } else {
            network.then(resolve, reject);
          }
        }, reject);
      }
      var timer = self.setTimeout(useCopy, patience);
      network.then(
        function (response) {
          self.clearTimeout(timer);
          if (response.status >= 500) {
            useCopy();
          } else {
            if (response.ok && !isListed(path)) {
              event.waitUntil(keepOpened(response, path));
            }
            resolve(response);
          }
        },
        function () {
          self.clearTimeout(timer);
          useCopy();
        }
      );
    });
  }

  self.addEventListener("install", function (event) {
    event.waitUntil(keepAll().then(function () { return self.skipWaiting(); }));
  });

  self.addEventListener("activate", function (event) {
    event.waitUntil(dropOld().then(function () { return self.clients.claim(); }));
  });

  self.addEventListener("fetch", function (event) {
    var path = pathOf(event.request);
    if (path !== undefined) {
      event.respondWith(answer(event, path));
    }
  });

  self.addEventListener("message", function (event) {
    if (event.data === "is this the copy?" && event.source && fromCopy.has(event.source.id)) {
      event.source.postMessage("this is the copy");
    }
  });
})();
