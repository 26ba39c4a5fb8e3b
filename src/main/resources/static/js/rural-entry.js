// Self-assessment through a line that comes and goes: what is typed stays on this machine, what is
// sent is kept until the server has it, and arrives once however often it is tried. Every form works
// without this script.
(() => {
  const note = document.getElementById("cho-gui");
  // On every other page it only sends what waits; whose it is, the server says.
  const words = note?.dataset ?? {};
  let account = words.account;
  const form = document.getElementById("bieu");
  const DRAFT = "rural.draft.";
  const RETRY_MS = 15_000;
  const FLAG = "rural.waiting";

  // ---- what waits: kept in the browser's own database, files and all ----
  const opened = new Promise((resolve, reject) => {
    const request = indexedDB.open("dondoc-rural", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("sendings", { keyPath: "key" });
      request.result.createObjectStore("files", { keyPath: "field" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const inside = async (store, mode, act) => {
    const database = await opened;
    return new Promise((resolve, reject) => {
      const work = database.transaction(store, mode, { durability: "strict" });
      const request = act(work.objectStore(store));
      work.oncomplete = () => resolve(request.result);
      work.onerror = work.onabort = () => reject(work.error);
    });
  };
  const all = (store) => inside(store, "readonly", (s) => s.getAll());
  const put = (store, value) => inside(store, "readwrite", (s) => s.put(value));
  const drop = (store, key) => inside(store, "readwrite", (s) => s.delete(key));
  const sendings = async () =>
    (await all("sendings")).sort((one, other) => one.at - other.at);
  const mine = async () => (await sendings()).filter((one) => one.account === account);
  const ofPage = async () =>
    form ? (await mine()).filter((one) => one.keep === form.dataset.keep) : [];

  // ---- what is said above the page ----
  let ended = false;
  // From when the copy is that stands in for a page nobody could reach; 0 for the page itself.
  let copyOf = 0;
  let away = false;
  const tell = async () => {
    if (!note) return;
    const every = await sendings();
    const own = every.filter((one) => one.account === account);
    const waiting = own.filter((one) => one.state === "waiting");
    const asked = own.filter((one) => one.state === "asked");
    const said = [];
    if (ended) said.push(words.ended);
    else if (away || !navigator.onLine || copyOf) said.push(words.offline);
    if (copyOf) said.push(`${words.copy} ${new Date(copyOf).toLocaleString(document.documentElement.lang)}.`);
    if (waiting.length) said.push(words.waiting.replace("#", waiting.length));
    if (words.done) said.push(words.sent);
    if (words.restored) said.push(words.draft);
    if (every.length > own.length) said.push(words.other);
    const elsewhere = asked.filter((one) => !form || one.keep !== form.dataset.keep);
    if (elsewhere.length) said.push(words.asked);
    note.querySelector(".w").textContent = said.join(" ");
    const link = note.querySelector(".in");
    link.hidden = !ended;
    link.href = `/dang-nhap?ve=${encodeURIComponent(location.pathname + location.search)}`;
    const list = note.querySelector("ul");
    list.hidden = !elsewhere.length;
    list.replaceChildren(...elsewhere.map((one) => {
      const line = document.createElement("li");
      const to = document.createElement("a");
      to.href = one.address;
      to.textContent = one.title;
      line.append(to);
      return line;
    }));
    note.dataset.count = String(waiting.length);
    note.hidden = !said.length;
  };

  // ---- sending ----
  const session = async () => {
    const answer = await fetch("/nong-thon-moi/tu-danh-gia/phien", { cache: "no-store" });
    if (answer.redirected || !answer.ok) return null;
    return answer.json();
  };
  const post = async (one, who) => {
    const body = new FormData();
    for (const [name, value, fileName] of one.fields) {
      if (value instanceof Blob) body.append(name, value, fileName);
      else body.append(name, value);
    }
    body.set(who.name, who.token);
    return fetch(one.address, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
  };
  const settle = async (one, answer) => {
    if (answer.redirected) {
      ended = true;
      return false;
    }
    if (answer.status >= 500) return false;
    const kind = answer.headers.get("Content-Type") || "";
    if (!kind.includes("json")) {
      await put("sendings", {
        ...one,
        state: "asked",
        answer: { problems: [{ indicator: 0, number: "", field: "bieu", text: answer.status === 413 ? words.large : `${words.refused} ${answer.status}` }], conflicts: [] },
      });
      return true;
    }
    const told = await answer.json();
    if (told.state !== "ok") {
      await put("sendings", { ...one, state: "asked", answer: told });
      return true;
    }
    await drop("sendings", one.key);
    // What was typed since it was sent is newer than what arrived, and stands upon it.
    if (localStorage.getItem(DRAFT + one.keep) === one.draft) await forget(one.keep);
    else localStorage.removeItem(DRAFT + one.keep + ".seen");
    words.done = "1";
    offline({ pages: [new URL(one.address, location.origin).href], parts: [], fresh: true });
    if (form && form.dataset.keep === one.keep) location.assign(told.next);
    return true;
  };
  let running = null;
  const flush = () => {
    // Two tabs would only send the same key twice, but the answer is read once.
    running ??= navigator.locks
      .request("dondoc-rural", deliver)
      .catch(() => { away = true; })
      .finally(async () => {
        running = null;
        localStorage.setItem(FLAG, String((await sendings()).length));
        await tell();
        await show();
      });
    return running;
  };
  const deliver = async () => {
    const waiting = (await sendings()).filter((one) => one.state === "waiting");
    if (!waiting.some((one) => one.account === (account ?? one.account))) return;
    const who = await session();
    away = false;
    ended = who === null;
    if (ended) return;
    account ??= String(who.account);
    if (String(who.account) !== account) return;
    for (const one of waiting.filter((sending) => sending.account === account)) {
      if (!(await settle(one, await post(one, who)))) return;
    }
  };

  // ---- copies of the forms, for when nothing can be reached ----
  const WORKER = "/nong-thon-moi/tu-danh-gia/ngoai-tuyen.js";
  const SCOPE = "/nong-thon-moi/tu-danh-gia";
  const offline = (what) => navigator.serviceWorker?.controller?.postMessage({ account, ...what });
  const listed = document.getElementById("luu-may");
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    if (data.copy) {
      copyOf = data.copy;
      tell();
    } else if (listed && data.kept && !data.fresh) {
      listed.querySelector(".w").textContent = listed.dataset.kept.replace("#", data.kept);
      listed.hidden = false;
    }
  });
  const prepare = async () => {
    if (!navigator.serviceWorker || !note) return;
    offline({});
    if (!listed) return;
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    const worker = (await navigator.serviceWorker.ready).active;
    worker.postMessage({
      account,
      pages: [...document.querySelectorAll(".crl th a")].map((link) => link.href).concat(location.href),
      parts: performance.getEntriesByType("resource").map((one) => one.name)
        .filter((name) => name.startsWith(location.origin)),
    });
  };

  // ---- drafts ----
  const typed = () => {
    const values = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && name !== "_csrf" && name !== "lan-gui" && !name.startsWith("buoc")) {
        (values[name] ||= []).push(value);
      }
    }
    return JSON.stringify(values);
  };
  const steps = () =>
    Object.fromEntries([...form.querySelectorAll("input[name^='buoc-']")].map((f) => [f.name, f.value]));
  let blank = "";
  const keep = () => {
    if (typed() === blank) localStorage.removeItem(DRAFT + form.dataset.keep);
    else {
      localStorage.setItem(DRAFT + form.dataset.keep, typed());
      localStorage.setItem(DRAFT + form.dataset.keep + ".seen", JSON.stringify(steps()));
    }
  };
  const forget = async (key) => {
    localStorage.removeItem(DRAFT + key);
    localStorage.removeItem(DRAFT + key + ".seen");
    for (const file of await all("files")) {
      if (file.keep === key) await drop("files", file.field);
    }
  };
  const fill = (values, seen) => {
    for (const field of form.elements) {
      if (!field.name || field.type === "file" || field.type === "hidden") continue;
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = (values[field.name] || []).includes(field.value);
      } else if (values[field.name]) field.value = values[field.name][0];
    }
    // What was typed upon what was seen then: the server asks when it is not so any more.
    for (const [name, value] of Object.entries(seen)) {
      const field = form.elements[name];
      if (field && !field.closest(".cfl")) field.value = value;
    }
  };
  const restore = async () => {
    blank = typed();
    const files = (await all("files")).filter((one) => one.keep === form.dataset.keep);
    const kept = localStorage.getItem(DRAFT + form.dataset.keep);
    if (kept && kept !== blank && document.getElementById("sai").hidden) {
      fill(JSON.parse(kept), JSON.parse(localStorage.getItem(DRAFT + form.dataset.keep + ".seen") || "{}"));
      words.restored = "1";
    }
    for (const one of files) {
      const field = form.elements[one.name];
      if (!field) continue;
      const chosen = new DataTransfer();
      one.files.forEach((file) => chosen.items.add(new File([file.content], file.name, { type: file.content.type })));
      field.files = chosen.files;
      words.restored = "1";
      picked(field);
    }
    form.querySelectorAll("[data-rule]").forEach(hint);
  };
  const picked = (field) => {
    const list = field.closest(".ev").querySelector(".picked");
    list.hidden = !field.files.length;
    list.replaceChildren(...[...field.files].map((file) => {
      const line = document.createElement("li");
      line.append(document.createElement("i"), document.createElement("span"));
      const large = file.size > Number(list.dataset.most);
      line.querySelector("span").textContent =
        `${file.name} · ${Math.max(1, Math.round(file.size / 1024))} KB` + (large ? ` · ${list.dataset.large}` : "");
      line.classList.toggle("large", large);
      line.classList.toggle("em", large);
      return line;
    }));
    field.closest("details.more").open ||= field.files.length > 0;
  };
  const keepFiles = async (field) => {
    const key = `${form.dataset.keep}/${field.name}`;
    if (!field.files.length) return drop("files", key);
    return put("files", {
      field: key,
      keep: form.dataset.keep,
      name: field.name,
      files: [...field.files].map((file) => ({ name: file.name, content: file })),
    });
  };

  // ---- the verdict of what is being typed; what counts is what the server says ----
  const read = (text) => {
    const bare = text.trim().replace(/\s*%$/, "");
    // A blank sets thousands apart or nothing.
    const plain = /^[+-]?[1-9]\d{0,2}(\s\d{3})+([.,]\d+)?$/.test(bare) ? bare.replace(/\s/g, "") : bare;
    return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : null;
  };
  const holds = (value, sign, bound) => ({
    ">=": value >= bound, "<=": value <= bound, ">": value > bound, "<": value < bound,
    "=": value === bound, "<>": value !== bound,
  })[sign];
  const judge = (rule, value) => {
    let open = false;
    for (const clause of rule.split("|")) {
      const terms = clause.split(" ").map((term) => {
        const [, part, sign, bound] = term.match(/^([a-z0-9_]+)(>=|<=|<>|>|<|=)(.+)$/);
        const figure = value(part);
        return figure === null ? null : holds(figure, sign, Number(bound));
      });
      if (terms.every((term) => term === true)) return "met";
      if (!terms.includes(false)) open = true;
    }
    return open ? "unknown" : "unmet";
  };
  const hint = (box) => {
    const place = box.querySelector(".hint");
    const id = box.dataset.indicator;
    const now = [...box.querySelectorAll(`[name^="so-${id}-"]`)];
    const touched = now.some((f) => (f.type === "radio" ? f.checked !== f.defaultChecked : f.value !== f.defaultValue));
    if (!box.dataset.rule || !touched) return;
    const value = (part) => {
      const field = form.elements[`so-${id}-${part}`];
      return field ? read(field.value ?? "") : null;
    };
    place.textContent = place.dataset[judge(box.dataset.rule, value)];
  };

  // ---- what the server asks about ----
  const show = async () => {
    if (!form) return;
    const [one] = (await ofPage()).filter((sending) => sending.state === "asked").slice(-1);
    if (!one || document.querySelector(`#sai[data-key="${one.key}"]`)) return;
    const summary = document.getElementById("sai");
    if (!localStorage.getItem(DRAFT + one.keep)) {
      const values = {};
      one.fields.forEach(([name, value]) => {
        if (typeof value === "string") (values[name] ||= []).push(value);
      });
      fill(values, one.seen);
    }
    form.querySelectorAll(".em, .cfl").forEach((old) => old.remove());
    form.querySelectorAll(".is-bad").forEach((old) => old.classList.remove("is-bad"));
    const lines = [];
    const line = (to, text) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${to}`;
      link.textContent = text;
      item.append(link);
      lines.push(item);
    };
    for (const problem of one.answer.problems) {
      line(problem.field, problem.told ?? problem.text);
      mark(problem);
    }
    for (const conflict of one.answer.conflicts) {
      line(`hai-${conflict.indicator}`, conflict.text);
      ask(conflict);
    }
    summary.querySelector("ul").replaceChildren(...lines);
    summary.dataset.key = one.key;
    summary.hidden = false;
    summary.focus();
    // There is nothing to come back to: told once, it does not wait any longer.
    if (one.answer.state === "nothing") {
      await drop("sendings", one.key);
      localStorage.setItem(FLAG, String((await sendings()).length));
      await tell();
    }
  };
  const box = (indicator) => document.getElementById(`ct-${indicator}`);
  const mark = (problem) => {
    const at = box(problem.indicator);
    if (!at) return;
    at.open = true;
    at.classList.add("err");
    const field = document.getElementById(problem.field);
    if (field?.matches("input")) {
      field.classList.add("is-bad");
      field.setAttribute("aria-invalid", "true");
    }
    field?.closest(".rsn")?.removeAttribute("hidden");
    if (problem.shifted) at.querySelector(".sure").hidden = false;
    const said = document.createElement("p");
    said.className = "em";
    said.textContent = problem.text;
    const inMore = field?.closest(".more > *, .whom, .rsn");
    (inMore || at.querySelector(".ems")).append(said);
    field?.closest("details.more")?.setAttribute("open", "");
  };
  const ask = (conflict) => {
    const at = box(conflict.indicator);
    if (!at) return;
    at.open = true;
    at.classList.add("err");
    const made = document.getElementById("mau-xung-dot").content.cloneNode(true).firstElementChild;
    made.id = `hai-${conflict.indicator}`;
    for (const word of ["by", "theirs", "mine"]) made.querySelector(`.${word}`).textContent = conflict[word];
    made.querySelectorAll("input").forEach((choice) => { choice.name = `chon-${conflict.indicator}`; });
    const step = document.createElement("input");
    step.type = "hidden";
    step.name = `buoc-moi-${conflict.indicator}`;
    step.value = conflict.step;
    made.append(step);
    at.querySelector(".slot").replaceChildren(made);
  };

  const uuid = () =>
    crypto.randomUUID?.() ??
    "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) =>
      (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

  const send = async () => {
    keep();
    const fields = [...new FormData(form)]
      .filter(([name, value]) => name !== "_csrf" && !(value instanceof File && !value.name))
      .map(([name, value]) => (value instanceof File ? [name, value, value.name] : [name, value]));
    const key = uuid();
    // A sending of this page that did not get through says nothing this one does not say.
    for (const old of await ofPage()) await drop("sendings", old.key);
    await put("sendings", {
      key,
      account,
      keep: form.dataset.keep,
      title: form.dataset.title,
      address: form.getAttribute("action"),
      fields: fields.map((field) => (field[0] === "lan-gui" ? ["lan-gui", key] : field)),
      seen: steps(),
      draft: localStorage.getItem(DRAFT + form.dataset.keep),
      at: Date.now(),
      state: "waiting",
    });
    delete document.getElementById("sai").dataset.key;
    document.getElementById("sai").hidden = true;
    localStorage.setItem(FLAG, "1");
    await tell();
    // One that is under way may have looked before this one was there.
    await running;
    await flush();
  };

  if (form) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      // What the server would refuse is not sent over a poor line first.
      const large = form.querySelector(".picked .large");
      if (large) {
        large.closest("details.ind").open = true;
        large.closest(".ev").querySelector("input[type=file]").focus();
        return;
      }
      // Where the browser keeps nothing, it is sent as any form.
      send().catch(() => form.submit());
    });
    form.addEventListener("input", (event) => {
      keep();
      const at = event.target.closest("[data-rule]");
      if (at) hint(at);
    });
    form.addEventListener("change", (event) => {
      keep();
      if (event.target.type === "file") {
        picked(event.target);
        keepFiles(event.target).catch(() => {});
      }
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("#sai a[href^='#']");
      if (!link) return;
      const field = document.getElementById(link.getAttribute("href").slice(1));
      field?.closest("details.ind")?.setAttribute("open", "");
      field?.focus();
    });
  }
  // What is taken back is not typed upon any more: the rest of the draft stays.
  document.getElementById("rut")?.addEventListener("submit", (event) => {
    const { submitter } = event;
    if (copyOf || away || !navigator.onLine) {
      event.preventDefault();
      submitter.closest("details").querySelector(".net").hidden = false;
      return;
    }
    const id = submitter?.value;
    for (const part of ["", ".seen"]) {
      const kept = JSON.parse(localStorage.getItem(DRAFT + form.dataset.keep + part) || "null");
      if (!kept) continue;
      for (const name of Object.keys(kept)) {
        if (name.split("-").includes(id)) delete kept[name];
      }
      localStorage.setItem(DRAFT + form.dataset.keep + part, JSON.stringify(kept));
    }
  });
  window.addEventListener("online", flush);
  window.addEventListener("offline", tell);
  setInterval(flush, RETRY_MS);
  (async () => {
    if (form) await restore();
    await tell();
    await show();
    await flush();
    await prepare();
  })().catch(() => {});
})();
