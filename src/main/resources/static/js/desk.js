// Keys of the desk: J and K choose a line, Enter opens it, B reports. All of it is links without this.
(() => {
  const OFF = "desk.keys.off";
  const lines = [...document.querySelectorAll(".iv")];
  const button = document.getElementById("tat-phim");
  const areOff = () => localStorage.getItem(OFF) === "1";
  const tell = () => button?.setAttribute("aria-pressed", String(areOff()));

  const choose = (step) => {
    const at = lines.findIndex((line) => line.classList.contains("sel"));
    const next = Math.min(Math.max(at + step, 0), lines.length - 1);
    lines[at]?.classList.remove("sel");
    const line = lines[next];
    if (!line) return;
    line.classList.add("sel");
    line.querySelector("a").focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
  };
  const acts = {
    j: () => choose(1),
    k: () => choose(-1),
    b: () => document.querySelector(".iv.sel [data-act]")?.click(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || areOff()) return;
    if (event.target.matches("input, textarea, select, [contenteditable]")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const act = acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  // A line reached with the Tab key is the chosen one as well.
  document.addEventListener("focusin", (event) => {
    const line = event.target.closest(".iv");
    if (!line) return;
    lines.forEach((other) => other.classList.toggle("sel", other === line));
  });
  button?.addEventListener("click", () => {
    localStorage.setItem(OFF, areOff() ? "0" : "1");
    tell();
  });
  document.querySelector(".keys")?.removeAttribute("hidden");
  tell();
})();
