// Tells how far a large file has come. Without this the form is sent as any other.
(() => {
  const form = document.querySelector("form[data-upload]");
  const shown = form?.querySelector("[data-upload-progress]");
  if (!form || !shown || !window.FormData) return;
  const words = shown.querySelector("p");
  const bar = shown.querySelector("progress");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    const request = new XMLHttpRequest();
    const back = () => {
      shown.hidden = true;
      button.disabled = false;
    };
    shown.hidden = false;
    button.disabled = true;
    words.textContent = words.dataset.sending;
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total;
    });
    request.upload.addEventListener("load", () => {
      words.textContent = words.dataset.checking;
      bar.removeAttribute("value");
    });
    request.addEventListener("load", () => {
      if (request.status === 200 && request.responseURL !== location.href) {
        location.assign(request.responseURL);
        return;
      }
      // Refused: the answer is this page again, with the reasons.
      const answer = new DOMParser().parseFromString(request.responseText, "text/html");
      const main = answer.querySelector("main");
      if (!main) {
        location.reload();
        return;
      }
      document.querySelector("main").replaceWith(main);
      main.querySelector("[role=alert]")?.scrollIntoView();
    });
    request.addEventListener("error", () => {
      back();
      form.submit();
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
})();
