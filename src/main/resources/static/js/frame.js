// The bar's menu on small screens. Everything else of the frame works without scripts.
(() => {
  const button = document.querySelector(".bar-b.menu");
  const menu = document.getElementById("trinh-don");
  if (!button || !menu) return;
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("open", open);
  });
})();
