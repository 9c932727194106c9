// What is handier with a script; everything works without it. No library, no other server, nothing kept.
(() => {
  "use strict";

  // "Load more": the next part is put below this one, and the reader is led to its first item. The address stays.
  const more = async (link) => {
    const list = document.querySelector("[data-more]");
    const line = link.closest(".more");
    if (!list || !line) return location.assign(link.href);
    line.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(link.href, { credentials: "omit" });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const items = [...page.querySelectorAll("[data-more] > *")].map((item) => document.importNode(item, true));
      list.append(...items);
      const next = page.querySelector(".more a[rel=next]");
      if (next) link.href = next.getAttribute("href");
      else line.remove();
      line.removeAttribute("aria-busy");
      const first = items[0];
      if (first) {
        first.tabIndex = -1;
        first.focus();
      }
    } catch {
      location.assign(link.href);
    }
  };

  // A paragraph with where it stands, for those who quote it.
  const copy = async (button) => {
    const paragraph = button.closest("p");
    const own = paragraph.cloneNode(true);
    own.querySelectorAll("a.anchor, button, sup.note").forEach((part) => part.remove());
    const cited = document.querySelector("[data-cite]").dataset;
    const words = own.textContent.trim().replace(/\s+/g, " ");
    const address = location.href.split("#")[0] + "#" + paragraph.id;
    await navigator.clipboard.writeText(cited.quote.replace("…", words) + "\n" + cited.cite + "\n" + address);
    button.textContent = cited.copied;
    setTimeout(() => (button.textContent = cited.copy), 2000);
  };

  // A time leads into the recording that stands on the page.
  const seek = (link) => {
    const [file, seconds] = link.href.split("#t=");
    const player = [...document.querySelectorAll("audio, video")].find((one) => one.src === file);
    if (!player) return false;
    player.currentTime = Number(seconds);
    player.play().catch(() => {});
    player.focus();
    return true;
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest(".more a[rel=next]");
    if (link) {
      event.preventDefault();
      more(link);
    }
    const time = event.target.closest("a[href*='#t=']");
    if (time && seek(time)) event.preventDefault();
    const button = event.target.closest("button.copy");
    if (button) copy(button);
  });

  const cited = document.querySelector("[data-cite]");
  if (cited && navigator.clipboard) {
    document.querySelectorAll("p > a.anchor").forEach((anchor) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = cited.dataset.copy;
      button.setAttribute("aria-describedby", anchor.parentElement.id);
      anchor.parentElement.append(" ", button);
    });
  }
})();
