// The bar's menu on small screens. Everything else of the frame works without scripts.
(() => {
  // What was typed and never sent goes with whoever signs out; choices of keys stay.
  document.querySelector("form[action='/dang-xuat']")?.addEventListener("submit", () => {
    Object.keys(localStorage)
      .filter((key) => key.startsWith("directive.") && !key.endsWith(".off"))
      .forEach((key) => localStorage.removeItem(key));
    // So do the copies of forms; what waits to be sent stays.
    window.caches?.delete("dondoc-rural");
  });
  // What a commune sent while the line was cut goes on from whichever page is open next.
  const entry = "/js/rural-entry.js";
  if (Number(localStorage.getItem("rural.waiting")) > 0 && !document.querySelector(`script[src="${entry}"]`)) {
    const script = document.createElement("script");
    script.src = entry;
    document.head.append(script);
  }
  // What takes long says so, and is not sent a second time.
  document.querySelectorAll("form[data-working]").forEach((form) => {
    const send = form.querySelector("[type=submit]");
    const told = form.querySelector("[role=status]");
    form.addEventListener("submit", () => {
      told.textContent = form.dataset.working;
      setTimeout(() => (send.disabled = true));
    });
    window.addEventListener("pageshow", () => {
      told.textContent = "";
      send.disabled = false;
    });
  });
  const button = document.querySelector(".bar-b.menu");
  const menu = document.getElementById("trinh-don");
  if (!button || !menu) return;
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("open", open);
  });
})();
