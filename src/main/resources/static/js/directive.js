// The review screen: keys, acts without a page load, and drafts that survive a dropped line.
// Every form works without this script.
(() => {
  const OFF = "directive.keys.off";
  const root = () => document.getElementById("duyet");
  const keysAreOff = () => localStorage.getItem(OFF) === "1";

  // ---- drafts: what is typed stays on this machine until the server has it ----
  const keep = (form) => {
    const values = {};
    for (const [name, value] of new FormData(form)) {
      if (name !== "_csrf") (values[name] ||= []).push(value);
    }
    localStorage.setItem(form.dataset.keep, JSON.stringify(values));
  };
  const restore = (form) => {
    const kept = localStorage.getItem(form.dataset.keep);
    if (!kept) return;
    let changed = false;
    for (const [name, values] of Object.entries(JSON.parse(kept))) {
      const fields = form.querySelectorAll(`[name="${name}"]:not([type=hidden])`);
      values.forEach((value, i) => {
        if (!fields[i]) return;
        const box = fields[i].type === "checkbox";
        changed ||= box ? !fields[i].checked : fields[i].value !== value;
        if (box) fields[i].checked = true;
        else fields[i].value = value;
      });
    }
    // What the page shows anyhow was not brought back from this machine.
    if (changed) say("kept");
  };
  const say = (what) => {
    const note = document.getElementById("mat-mang");
    if (!note) return;
    note.hidden = false;
    for (const said of note.querySelectorAll("[data-said]")) said.hidden = said.dataset.said !== what;
  };

  // ---- acts ----
  let waiting = null;
  // One act at a time: a key pressed meanwhile is for the page that comes back.
  let busy = false;
  let nextKey = null;
  const send = async (form, address) => {
    busy = true;
    try {
      await exchange(form, address);
    } finally {
      busy = false;
    }
    const key = nextKey;
    nextKey = null;
    if (key && !waiting) acts[key]();
  };
  const exchange = async (form, address) => {
    const body = new URLSearchParams(new FormData(form));
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    } catch {
      if (form.dataset.keep) keep(form);
      waiting = { form, address };
      say("offline");
      return;
    }
    waiting = null;
    if (new URL(answer.url).pathname === "/dang-nhap") {
      // The session ended: the draft is kept, signing in leads back here.
      if (form.dataset.keep) keep(form);
      location.assign(answer.url);
      return;
    }
    await show(answer, form);
  };
  // Puts the page that came back in the place of this one.
  const show = async (answer, form) => {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("duyet");
    if (!fresh) {
      location.assign(answer.url);
      return;
    }
    if (form?.dataset.keep && !page.querySelector("[role=alert]")) localStorage.removeItem(form.dataset.keep);
    const top = document.querySelector("#van-ban")?.scrollTop ?? 0;
    root().replaceWith(document.adoptNode(fresh));
    history.replaceState(null, "", answer.url);
    const text = document.querySelector("#van-ban");
    if (text) text.scrollTop = top;
    ready();
    // On a narrow screen text and proposals stand one below the other: stay with the proposals.
    if (matchMedia("(max-width: 1000px)").matches) {
      // Once the new list is laid out: before that its height is not known.
      requestAnimationFrame(() =>
        document.querySelector("#duyet [role=alert], .tk.cur")?.scrollIntoView({ block: "start" }));
    }
  };
  window.addEventListener("online", () => {
    if (waiting) send(waiting.form, waiting.address);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!root()?.contains(form) || form.method !== "post") return;
    event.preventDefault();
    if (busy) return;
    if (form.elements.caretAt) form.elements.caretAt.value = caret(form);
    send(form, event.submitter?.getAttribute("formaction") || form.getAttribute("action"));
  });
  const caret = (form) => {
    const words = form.querySelector("#viec");
    return words && words.dataset.touched ? words.selectionStart : 0;
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-keep]");
    if (form) keep(form);
  });
  document.addEventListener("keyup", (event) => {
    if (event.target.id === "viec") event.target.dataset.touched = "1";
  });
  document.addEventListener("click", (event) => {
    if (event.target.id === "viec") event.target.dataset.touched = "1";
    const chip = event.target.closest("button[data-lead]");
    if (!chip) return;
    const fields = [...document.querySelectorAll("#de-xuat input[name=lead]")];
    const free = fields.find((field) => field.value === "") ?? fields.at(-1);
    free.value = chip.dataset.lead;
    // As if typed: the draft keeps it.
    free.dispatchEvent(new Event("input", { bubbles: true }));
    free.focus();
  });

  // ---- words chosen in the source ----
  document.addEventListener("selectionchange", () => {
    const field = document.getElementById("them");
    const chosen = getSelection();
    if (!field || chosen.isCollapsed || !document.getElementById("van-ban")?.contains(chosen.anchorNode)) return;
    const range = chosen.getRangeAt(0);
    const piece = range.startContainer.parentElement?.closest("[data-start]");
    // Labels of the marks are not words of the text.
    const copy = range.cloneContents();
    copy.querySelectorAll("sup, .lk2").forEach((label) => label.remove());
    field.value = copy.textContent;
    field.form.elements.start.value = piece ? Number(piece.dataset.start) + range.startOffset : -1;
  });

  // ---- keys ----
  const press = (key) => document.querySelector(`#duyet [data-key="${key}"]`);
  // Without a line the screen stays, with what was typed in it.
  const open = async (address) => {
    try {
      const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
      if (answer.redirected) location.assign(answer.url);
      else await show(answer);
    } catch {
      say("offline");
    }
  };
  const move = (which) => {
    const id = document.querySelector(".tk.cur")?.dataset[which];
    if (id && id !== "0") open(`?viec=${id}`);
  };
  const acts = {
    j: () => move("next"),
    k: () => move("previous"),
    e: () => document.getElementById("viec")?.focus(),
    a: () => press("a")?.click(),
    s: () => {
      const words = document.getElementById("viec");
      // Without a place to cut, the key leads to where one is chosen.
      if (words && !words.dataset.touched && !words.value.includes(";")) {
        const hint = document.getElementById("cho-tach");
        if (hint) hint.hidden = false;
        words.focus();
        words.setSelectionRange(0, 0);
        return;
      }
      press("s")?.click();
    },
    m: () => press("m")?.click(),
    z: () => press("z")?.requestSubmit(),
    r: () => {
      const why = document.getElementById("ly-do");
      if (!why) return;
      const reason = why.querySelector("input");
      if (why.open && reason.value.trim()) {
        press("r")?.click();
        return;
      }
      why.open = true;
      reason.focus();
    },
    "?": () => document.getElementById("phim")?.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]")) {
      if (event.key === "Escape") event.target.blur();
      // Enter in a line of the form must not accept: a reason rejects, anything else is saved.
      if (event.key === "Enter" && event.target.matches("#de-xuat input")) {
        event.preventDefault();
        press(event.target.name === "reason" ? "r" : "l")?.click();
      }
      return;
    }
    const act = acts[event.key.toLowerCase()];
    if (!act || (keysAreOff() && event.key !== "?")) return;
    event.preventDefault();
    if (busy) nextKey = event.key.toLowerCase();
    else act();
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "tat-phim") localStorage.setItem(OFF, event.target.checked ? "1" : "0");
  });

  const ready = () => {
    document.querySelectorAll("form[data-keep]").forEach(restore);
    const off = document.getElementById("tat-phim");
    if (off) off.checked = keysAreOff();
    for (const box of [".tks ul", "#van-ban"]) {
      const list = document.querySelector(box);
      const open = list?.querySelector(".cur");
      if (list && open && list.scrollHeight > list.clientHeight) {
        list.scrollTop += open.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
      }
    }
  };
  ready();
})();
