// The forms of a month through a lost line: once their list was opened, each opens from a copy on this
// machine while the server cannot be reached. Only copies are kept here; what is typed and sent stays
// with the page's own script.
const CACHE = "dondoc-rural";
const FORMS = /^\/nong-thon-moi\/tu-danh-gia(\/\d+\/[^/]+)?$/;
const PARTS = /^\/(css|js|img|fonts|webjars)\//;
const OWNER = "/nong-thon-moi/tu-danh-gia/cua-ai";
const KEPT_AT = "X-Kept-At";
const MOST = 60;
const OLDEST_MS = 7 * 24 * 3600_000;
const FRESH_MS = 5 * 60_000;
const PATIENCE_MS = 8_000;

// Pages that were answered with a copy, and from when it is.
const copies = new Map();

// That something was sent is said once; it is the same form.
const plain = (address) => {
  const url = new URL(address, location.origin);
  url.searchParams.delete("da-gui");
  url.hash = "";
  return url.href;
};
const keptAt = (answer) => Number(answer.headers.get(KEPT_AT));
const isForm = (answer) =>
  answer.ok && answer.type === "basic" && !answer.redirected
  && (answer.headers.get("Content-Type") || "").startsWith("text/html");

const find = async (address) => {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(plain(address));
  if (kept && Date.now() - keptAt(kept) > OLDEST_MS) {
    await cache.delete(plain(address));
    return undefined;
  }
  return kept;
};
const put = async (address, answer) => {
  const cache = await caches.open(CACHE);
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, String(Date.now()));
  await cache.put(plain(address), new Response(await answer.blob(), { headers }));
  const pages = (await cache.keys()).filter((one) => FORMS.test(new URL(one.url).pathname));
  for (const old of pages.slice(0, Math.max(0, pages.length - MOST))) await cache.delete(old);
};
const owner = async () => (await (await caches.open(CACHE)).match(OWNER))?.text();

// Copies are of one account: another finds none.
const belongs = async (account) => {
  if ((await owner()) === account) return;
  await caches.delete(CACHE);
  await (await caches.open(CACHE)).put(OWNER, new Response(account));
};

const keep = async ({ pages, parts, fresh }) => {
  const cache = await caches.open(CACHE);
  for (const part of parts) {
    if (PARTS.test(new URL(part).pathname) && !(await cache.match(part))) {
      await cache.add(part).catch(() => {});
    }
  }
  let count = 0;
  for (const page of pages.slice(0, MOST)) {
    const kept = await find(page);
    if (!kept || fresh || Date.now() - keptAt(kept) > FRESH_MS) {
      // One after the other: nobody waits for these.
      const answer = await fetch(page, { credentials: "same-origin", redirect: "manual" }).catch(() => null);
      if (answer && isForm(answer)) await put(page, answer);
    }
    if (await find(page)) count += 1;
  }
  return count;
};

const soon = (answer, after) =>
  Promise.race([
    answer,
    new Promise((resolve, reject) => setTimeout(() => reject(new Error("no answer")), after)),
  ]);
const open = async (event) => {
  const kept = await find(event.request.url);
  try {
    const asked = fetch(event.request);
    const answer = await (kept ? soon(asked, PATIENCE_MS) : asked);
    if (kept && answer.status >= 502) throw new Error("nobody behind the proxy");
    if (isForm(answer) && (await owner())) {
      const sent = plain(event.request.url) !== new URL(event.request.url).href;
      event.waitUntil(sent
        ? keep({ pages: [plain(event.request.url)], parts: [], fresh: true })
        : put(event.request.url, answer.clone()));
    }
    return answer;
  } catch (lost) {
    if (!kept) throw lost;
    copies.set(event.resultingClientId, keptAt(kept));
    return kept;
  }
};
const part = async (request) => {
  try {
    return await fetch(request);
  } catch (lost) {
    const kept = await (await caches.open(CACHE)).match(request.url);
    if (!kept) throw lost;
    return kept;
  }
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate") {
    if (FORMS.test(url.pathname)) event.respondWith(open(event));
  } else if (PARTS.test(url.pathname)) {
    event.respondWith(part(event.request));
  }
});
self.addEventListener("message", (event) => {
  event.waitUntil((async () => {
    const { account, pages, parts, fresh } = event.data;
    const copy = copies.get(event.source.id);
    if (copy) event.source.postMessage({ copy });
    await belongs(account);
    if (pages) event.source.postMessage({ kept: await keep({ pages, parts, fresh }), fresh });
  })());
});
