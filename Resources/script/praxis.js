// Enhancement only: every page works without this file. It holds no words; they come from data attributes.
const AGAIN_MS = 1000, SAVE_AFTER_MS = 2000, BUSY_MS = 10000, COPY_DAYS = 7, KEEPALIVE_BYTES = 60000;
const PREFIX = "praxis:draft:";
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const store = {
  read(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  write(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* full or forbidden: the server has it */ } },
  drop(key) { try { localStorage.removeItem(key); } catch { /* nothing to drop */ } },
  keys() { try { return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)); } catch { return []; } },
};

// Buttons say what is being done, and a second press within a second is ignored.

const sentAt = new WeakMap();

function busy(button) {
  if (!button?.dataset.busy || button.dataset.idle) return;
  button.dataset.idle = button.textContent;
  button.textContent = button.dataset.busy;
  button.setAttribute("aria-busy", "true");
  setTimeout(() => idle(button), BUSY_MS);
}

function idle(button) {
  if (!button?.dataset.idle) return;
  button.textContent = button.dataset.idle;
  delete button.dataset.idle;
  button.removeAttribute("aria-busy");
}

document.addEventListener("submit", (event) => {
  // By button: Post right after Preview is not the same press twice.
  const form = event.target, pressed = event.submitter ?? form, now = performance.now();
  if (form.method === "get") return;
  if (now - (sentAt.get(pressed) ?? -AGAIN_MS) < AGAIN_MS) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  sentAt.set(pressed, now);
  busy(event.submitter);
  if (form.hasAttribute("data-forget")) store.keys().forEach(store.drop);
}, true);

addEventListener("pageshow", () => all("[data-idle]").forEach(idle));

// What the foot of a post has opened over the text closes when it is left, or by Escape.

const opened = (other) => all(".post-foot [open]").filter((box) => !box.contains(other));
["click", "focusin"].forEach((kind) => document.addEventListener(kind, ({ target }) => opened(target).forEach((box) => { box.open = false; })));
document.addEventListener("keydown", (event) => {
  const box = event.key === "Escape" && event.target.closest?.(".post-foot [open]");
  if (!box) return;
  box.open = false;
  box.firstChild.focus();
});

// Drafts: the server has them; this device keeps a copy until the text is sent.

function autosave(form) {
  const { body, title, place, revision, group, kind, replyTo } = form.elements;
  const status = form.querySelector("[data-draft-status]");
  const key = `${PREFIX}${form.dataset.owner ?? ""}:${place?.value ?? form.action}`;
  // What may be confidential is not kept on the device: that hangs on the group that is chosen now.
  const keeps = () => (form.dataset.keep ?? "device") !== "server";
  const typed = () => JSON.stringify([title?.value ?? "", body.value, group?.value, kind?.value, replyTo?.value]);
  const say = (text) => { if (status && text) status.textContent = text; };
  let saved = typed(), sending = null, request = null, timer = 0, sent = false, lost = false;

  // Two saves at once would carry the same revision, so a second one waits, unless the page is going away.
  async function save(leaving, last) {
    clearTimeout(timer);
    const text = typed();
    if (sent || lost || text === saved || text === sending || (request && !last)) return;
    const mine = request = new AbortController(), data = new URLSearchParams(new FormData(form)).toString();
    sending = text;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST", body: data, credentials: "same-origin", signal: mine.signal, keepalive: leaving && data.length < KEEPALIVE_BYTES,
        headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      });
      take(answer.status, await answer.json().catch(() => ({})), text);
    } catch {
      if (!sent) say(status?.dataset.failed);
    }
    if (request !== mine) return;
    request = sending = null;
    if (typed() !== text) later();
  }

  function take(code, told, text) {
    lost = code === 409;
    if (code !== 200 || told.revision === undefined) return say(told.message ?? status?.dataset.failed);
    saved = text;
    if (revision) revision.value = told.revision;
    if (place && told.place) place.value = told.place;
    if (typed() === text) store.drop(key);
    say(told.message);
  }

  function later() {
    clearTimeout(timer);
    if (!sent && !lost) timer = setTimeout(save, SAVE_AFTER_MS);
  }

  form.addEventListener("input", (event) => {
    if (![body, title, group].includes(event.target) && event.target.name !== "kind") return;
    // A draft that is in the way stands in one group: another one can be chosen.
    if (event.target === group) lost = false;
    if (!keeps()) store.drop(key);
    else if (body.value) store.write(key, { title: title?.value, body: body.value, group: group?.value, kind: kind?.value, at: Date.now() });
    later();
  });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    clearTimeout(timer);
    sent = true;
    request?.abort();
    if (navigator.onLine) store.drop(key);
  });
  addEventListener("pageshow", (event) => { if (event.persisted) sent = false; });
  addEventListener("pagehide", () => save(true, true));
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(true); });
  if (keeps()) once(form, () => offer(form, key, { body, title, group, kind }));
}

// Once the form is about to be seen: the first look at what a device keeps can hold a slow phone up for 60 ms, which is not for loading.
function once(form, look) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    look();
  }, { rootMargin: "50%" });
  watch.observe(form);
}

function offer(form, key, { body, title, group, kind }) {
  const box = form.querySelector("[data-draft-offer]"), copy = store.read(key);
  if (!copy || Date.now() - copy.at > COPY_DAYS * 864e5) return store.drop(key);
  if (!box || body.value.trim() || !copy.body) return;
  box.hidden = false;
  box.querySelector("[data-draft-take]")?.addEventListener("click", () => {
    box.hidden = true;
    if (title && !title.value) title.value = copy.title ?? "";
    if (kind && copy.kind) kind.value = copy.kind;
    if (group?.options && [...group.options].some(({ value }) => value === copy.group)) {
      group.value = copy.group;
      group.dispatchEvent(new Event("input", { bubbles: true }));
    }
    body.value = copy.body;
    body.focus();
    body.dispatchEvent(new Event("input", { bubbles: true }));
  });
  box.querySelector("[data-draft-drop]")?.addEventListener("click", () => {
    box.hidden = true;
    store.drop(key);
    body.focus();
  });
}

// Who can read it follows the group that is chosen, at once.

function readers(list) {
  const form = list.closest("form"), { group } = form.elements;
  const show = () => {
    const chosen = list.querySelector(`[data-group="${CSS.escape(group.value)}"]`);
    if (!chosen) return;
    form.dataset.keep = chosen.dataset.keep ?? "device";
    all("[data-readers]").forEach((box) => {
      const now = chosen.querySelector(".strip").cloneNode(true);
      if (now.textContent !== box.textContent) box.replaceChildren(now);
    });
  };
  group.addEventListener("input", show, true);
  show();
}

// The number of characters left, once three quarters are used. Counted as the server counts: Unicode scalars.

function count(area) {
  const line = area.closest("form").querySelector(`[data-count="${area.id}"], [data-count=""]`);
  if (!line) return;
  const limit = Number(area.dataset.limit);
  let timer = 0;
  const show = () => {
    const left = limit - [...area.value].length;
    line.hidden = left > limit / 4;
    // The first number that is put into words costs a slow phone 60 ms: not while a page is put together, for a line that nobody sees.
    if (line.hidden) return;
    line.classList.toggle("over", left < 0);
    const words = left < 0 ? line.dataset.overText : line.dataset.countText;
    line.textContent = (words ?? "{n}").replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang || undefined));
  };
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 400);
  });
  show();
}

// Formatting: the buttons put Markdown around or before what is selected.

function insert(area, start, end, text, selectFrom, selectTo) {
  area.focus();
  area.setSelectionRange(start, end);
  // The old command keeps the browser's own undo; where it is gone the text is set.
  if (!document.execCommand?.("insertText", false, text)) area.setRangeText(text, start, end, "end");
  area.setSelectionRange(selectFrom, selectTo);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function around(area, before, after, sample) {
  const { selectionStart: start, selectionEnd: end } = area;
  const text = area.value.slice(start, end) || sample;
  insert(area, start, end, before + text + after, start + before.length, start + before.length + text.length);
}

// A link is asked for, words and address, so that neither a sample nor half an address is posted.
function link(area, sample, bar) {
  const box = bar.querySelector("[data-link]"), [text, address] = all("input", box);
  const { selectionStart: start, selectionEnd: end } = area, chosen = area.value.slice(start, end).trim();
  [text.value, address.value] = /^(https?:\/\/|www\.)\S+$/i.test(chosen) ? ["", chosen] : [chosen, ""];
  Object.assign(box.dataset, { start, end });
  box.hidden = false;
  (text.value ? address : text).focus();
}

function linkBox(area, box) {
  const [text, address] = all("input", box);
  const close = () => {
    box.hidden = true;
    area.focus();
  };
  const add = () => {
    const typed = address.value.trim().replace(/[\s<>]/g, encodeURIComponent), words = text.value.trim();
    if (!typed) return address.focus();
    const start = Number(box.dataset.start), to = whole(typed);
    const marked = words || !/^https?:/i.test(to) ? markLink(words || typed, to) : to;
    close();
    insert(area, start, Number(box.dataset.end), marked, start + marked.length, start + marked.length);
  };
  box.querySelector("[data-link-add]").addEventListener("click", add);
  box.querySelector("[data-link-close]").addEventListener("click", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || !["Enter", "Escape"].includes(event.key) || event.target.matches("button")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") add(); else close();
  });
}

function whole(address) {
  if (/^(https?:\/\/|mailto:|\/(?!\/))/i.test(address)) return address;
  return (/^[^/]+@[^/]+$/.test(address) ? "mailto:" : "https://") + address;
}

const ITEM = /^(\s*)(?:([-*+•])|(\d{1,9})([.)]))\s+(\[[ xX]\]\s+)?/;

// Each line that is selected gets its mark; a list takes the marks that its lines have, and leaves empty lines out.
function lines(area, mark, isList) {
  const { value, selectionStart, selectionEnd } = area;
  const until = selectionEnd > selectionStart && value[selectionEnd - 1] === "\n" ? selectionEnd - 1 : selectionEnd;
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const next = value.indexOf("\n", until), end = next < 0 ? value.length : next;
  const taken = value.slice(start, end).split("\n").filter((line, index, all) => !isList || all.length === 1 || line.trim());
  const marked = taken.map((line, index) => mark(index) + (isList ? line.replace(ITEM, "") : line)).join("\n");
  const before = value.slice(0, Math.max(start - 1, 0)).split("\n").pop();
  const gap = before && !(isList && ITEM.test(before)) ? "\n" : "";
  const last = start + gap.length + marked.length;
  insert(area, start, end, gap + marked, last, last);
}

// Enter goes on with a list; on an item without words it ends it.
function goOn(event) {
  const area = event.target, { value, selectionStart: at } = area;
  if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (at !== area.selectionEnd) return;
  const start = value.lastIndexOf("\n", at - 1) + 1, line = value.slice(start, at), item = ITEM.exec(line);
  if (!item || item[2] === "•") return;
  event.preventDefault();
  if (line === item[0] && /^(\n|$)/.test(value.slice(at))) return insert(area, start, at, "", start, start);
  const text = `\n${item[1]}${item[3] ? Number(item[3]) + 1 + item[4] : item[2]} ${item[5] ? "[ ] " : ""}`;
  insert(area, at, at, text, at + text.length, at + text.length);
}

// An address that is pasted over words becomes their link.
function pasteLink(event) {
  const area = event.target, { selectionStart: start, selectionEnd: end } = area, words = area.value.slice(start, end);
  const address = event.clipboardData?.getData("text/plain").trim();
  if (!words.trim() || /\n|https?:\/\//i.test(words) || !/^https?:\/\/[^\s<>]+$/i.test(address)) return;
  event.preventDefault();
  const marked = markLink(words, address);
  insert(area, start, end, marked, start + marked.length, start + marked.length);
}

function markLink(words, to) {
  return `[${words.replace(/[[\]\\]/g, "\\$&")}](${/[()]/.test(to) ? `<${to}>` : to})`;
}

// Names complete behind an "@": a list that is open only while it has something to offer, so that the field is an ordinary one else.

const MENTION = /(?:^|[\s(\["'“«])@(\p{L}[\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]*){0,2})$/u, NAMES_MS = 200, NAMES = 8;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase();

function mentions(area) {
  const list = document.createElement("ul");
  let known = null, timer = 0, asked = null, chosen = -1, names = [], typed = "", picked = "";
  list.className = "names";
  list.id = `${area.id}-names`;
  list.role = "listbox";
  list.ariaLabel = area.dataset.namesLabel;
  list.hidden = true;
  area.after(list);

  const behind = () => area.selectionStart === area.selectionEnd && MENTION.exec(area.value.slice(0, area.selectionEnd))?.[1];

  function close() {
    clearTimeout(timer);
    asked?.abort();
    if (list.hidden) return;
    list.hidden = true;
    list.replaceChildren();
    ["role", "aria-expanded", "aria-autocomplete", "aria-controls", "aria-activedescendant"].forEach((name) => area.removeAttribute(name));
  }

  function mark(index) {
    chosen = (index + names.length) % names.length;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === chosen));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    area.setAttribute("aria-activedescendant", list.children[chosen].id);
  }

  function open(found) {
    names = found.filter((name) => plain(name) !== plain(typed.trim()));
    if (!names.length) return close();
    list.replaceChildren(...names.map((name, at) => {
      const option = document.createElement("li");
      option.role = "option";
      option.id = `${list.id}-${at}`;
      option.dir = "auto";
      option.textContent = name;
      return option;
    }));
    list.hidden = false;
    const [x, y] = caret(area, area.selectionEnd - typed.length - 1);
    list.style.top = `${y}px`;
    list.style.left = `${Math.max(0, Math.min(x, area.offsetLeft + area.clientWidth - list.offsetWidth))}px`;
    for (const [name, value] of [["role", "combobox"], ["aria-expanded", "true"], ["aria-autocomplete", "list"], ["aria-controls", list.id]]) area.setAttribute(name, value);
    mark(0);
  }

  // A word of the name begins so. What was told of a shorter beginning is enough if it was all that there is.
  const fits = (name) => ` ${plain(name)}`.includes(` ${plain(typed.trim())}`);

  async function look() {
    const { place, group } = area.form.elements, where = `${place.value} ${group?.value ?? ""}`;
    const knows = known?.where === where && plain(typed).startsWith(known.typed);
    if (knows && known.names.length < NAMES) return open(known.names.filter(fits));
    const mine = asked = new AbortController(), now = typed;
    const query = new URLSearchParams({ place: place.value, q: now, ...(group?.value && { group: group.value }) });
    try {
      const answer = await fetch(`${area.dataset.names}?${query}`, { credentials: "same-origin", signal: mine.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return close();
      known = { where, typed: plain(now), names: (await answer.json()).names };
      if (behind() === now) open(known.names);
    } catch { /* nothing is offered */ }
  }

  function pick(index) {
    const end = area.selectionEnd, start = end - typed.length - 1, text = `@${picked = names[index]} `;
    close();
    insert(area, start, end, text, start + text.length, start + text.length);
  }

  area.addEventListener("input", (event) => {
    if (event.isComposing) return;
    typed = behind() || "";
    clearTimeout(timer);
    asked?.abort();
    if ([...typed.trim()].length < 2 || picked && typed.startsWith(picked)) return close();
    timer = setTimeout(look, NAMES_MS);
  });
  area.addEventListener("compositionend", () => area.dispatchEvent(new Event("input", { bubbles: true })));
  area.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) mark(chosen + by);
    else if (event.key === "Enter") pick(chosen);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  document.addEventListener("selectionchange", () => { if (!list.hidden && behind() !== typed) close(); });
  area.addEventListener("blur", close);
  area.addEventListener("scroll", close);
  // The field keeps the focus.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const at = [...list.children].indexOf(event.target.closest("li"));
    if (at >= 0) pick(at);
  });
}

// Where a character of the field stands, and the line below it: measured in a copy of the field.
function caret(area, at) {
  const copy = document.createElement("div"), mark = document.createElement("span"), style = getComputedStyle(area);
  for (const name of ["font", "letterSpacing", "padding", "border", "direction", "textAlign"]) copy.style[name] = style[name];
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "anywhere", width: `${area.offsetWidth}px` });
  mark.textContent = "@";
  copy.append(area.value.slice(0, at), mark);
  area.after(copy);
  const place = [area.offsetLeft + mark.offsetLeft, area.offsetTop + mark.offsetTop + mark.offsetHeight - area.scrollTop];
  copy.remove();
  return place;
}

const format = {
  bold: (area, sample) => around(area, "**", "**", sample),
  link,
  list: (area) => lines(area, () => "- ", true),
  numbers: (area) => lines(area, (index) => `${index + 1}. `, true),
  quote: (area) => lines(area, () => "> "),
  heading: (area) => lines(area, () => "#### "),
};

// One stop for the Tab key; the arrows go from button to button.
function rove(bar) {
  const buttons = all("button", bar);
  const stop = (at) => buttons.forEach((button, index) => (button.tabIndex = index === at ? 0 : -1));
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target), count = buttons.length, by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = { Home: 0, End: count - 1 }[event.key] ?? (by && (at + by + count) % count);
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    stop(to);
    buttons[to].focus();
  });
  stop(0);
}

function toolbar(template) {
  const area = template.parentElement.querySelector("textarea");
  if (!area) return;
  const bar = template.content.cloneNode(true), [tools, box] = bar.children;
  all("[data-md]", bar).forEach((button) => button.addEventListener("click", () => {
    format[button.dataset.md]?.(area, button.dataset.sample ?? "", tools.parentElement);
  }));
  linkBox(area, box);
  if (area.dataset.names) mentions(area);
  area.addEventListener("keydown", goOn);
  area.addEventListener("paste", pasteLink);
  rove(tools);
  template.replaceWith(bar);
}

// Preview in place: the same request, and the same page of the answer, as without a script.

async function preview(form, button) {
  const data = new FormData(form);
  data.set(button.name, button.value);
  try {
    const answer = await fetch(button.formAction, { method: "POST", body: new URLSearchParams(data), credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-preview-target]:not([hidden])");
    if (!answer.ok || !fresh) throw new Error("no preview in the answer");
    form.ownerDocument.querySelector("[data-preview-target]").replaceWith(document.importNode(fresh, true));
    idle(button);
    const shown = document.querySelector("[data-preview-target]");
    shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: "nearest" });
  } catch {
    form.removeAttribute("data-preview");
    sentAt.delete(form);
    form.requestSubmit(button);
  }
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!form.hasAttribute("data-preview") || submitter?.name !== "preview" || !document.querySelector("[data-preview-target]")) return;
  event.preventDefault();
  preview(form, submitter);
}, true);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const button = event.target.closest?.("textarea, input")?.form?.querySelector("[data-send]");
  if (!button) return;
  event.preventDefault();
  button.form.requestSubmit(button);
});

// Live events: an open page says what happened meanwhile. Without them nothing is lost: every page can be loaded again.

const RETRY_MS = 5000, RETRY_MOST_MS = 600000, TOGETHER_MS = 200;

// A page that does not know since when looks once as soon as somebody tells.
function follow(community, since, heard, look) {
  if (!globalThis.EventSource) return;
  let source = null, timer = 0, wait = RETRY_MS, after = since;

  function open() {
    clearTimeout(timer);
    if (source || document.hidden) return;
    source = new EventSource(`/api/v1/events?${new URLSearchParams({ community, ...(after && { after }) })}`);
    source.onopen = () => {
      wait = RETRY_MS;
      if (!after) look();
    };
    // The browser comes again by itself, but not after a refusal.
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, RETRY_MOST_MS);
    };
    Object.entries(heard).forEach(([name, hear]) => source.addEventListener(name, (event) => {
      after = event.lastEventId || after;
      hear(JSON.parse(event.data));
    }));
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}

// The page as it is now. A look by the script itself moves no reading place; one that was asked for does.
async function asItIsNow(isAsked) {
  const answer = await fetch(location.pathname + location.search, { credentials: "same-origin", headers: isAsked ? {} : { Purpose: "prefetch" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function say(status, text, href, show) {
  const line = document.createElement("p"), link = document.createElement("a");
  [line.textContent, link.textContent, link.className, link.href] = [text, status.dataset.show, "btn alt", href];
  link.addEventListener("click", show);
  status.replaceChildren(line, link);
}

// Something is looked at once for all that happens together.
function together(look) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => look().catch(() => { /* the next event looks again */ }), TOGETHER_MS);
  };
}

function followThread(main) {
  const status = main.querySelector("[data-live-status]");
  const fresh = new Set(), stale = new Set(), shown = (post) => document.getElementById(`p${post}`);

  const renew = together(async () => {
    const page = await asItIsNow(false);
    stale.forEach((post) => {
      const [old, now] = [shown(post), page.getElementById(`p${post}`)];
      if (old && now && !old.contains(document.activeElement)) old.replaceWith(document.importNode(now, true));
    });
    stale.clear();
  });

  async function show(event) {
    event.preventDefault();
    const { href } = event.currentTarget;
    try {
      const page = await asItIsNow(true), put = [];
      let last = null;
      all(".posts > article", page).forEach((article) => {
        const known = document.getElementById(article.id);
        if (known) return void (last = known);
        const mine = document.importNode(article, true);
        if (last) last.after(mine); else document.querySelector(".posts").append(mine);
        put.push(last = mine);
      });
      if (!put.length) return void (location.href = href);
      fresh.clear();
      status.replaceChildren();
      const heading = put[0].querySelector("h3") ?? put[0];
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      put[0].scrollIntoView({ block: "nearest" });
    } catch {
      location.href = href;
    }
  }

  const changed = () => say(status, status.dataset.changed, location.pathname + location.search, show);
  follow(main.dataset.live, main.dataset.liveAfter, {
    thread({ thread, post, what }) {
      if (thread !== main.dataset.liveThread || !post) return;
      if (shown(post)) {
        if (what !== "posted") stale.add(post), renew();
      } else if (what === "posted" || what === "published") {
        fresh.add(post);
        const { one, other } = status.dataset;
        say(status, fresh.size === 1 ? one : other.replace("{count}", fresh.size), `/p/${[...fresh][0]}`, show);
      }
    },
    reset: changed,
  }, () => {});
}

// A queue, or one item of it, is shown as it is now, and what happened is said in the words of the page itself.
function followQueue(root) {
  const status = document.createElement("div");
  // The page of an item shows it at its head and beside the verbs: there it is said alone. Above a list it covers nothing.
  [status.className, status.role] = [root.dataset.item ? "vh" : "live still", "status"];
  root.before(status);
  const look = (address) => fetch(address, { credentials: "same-origin", headers: { Purpose: "prefetch" } })
    .then(async (answer) => new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html"));
  const said = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const items = (within) => new Map(all("li[data-item]", within).map((item) => [item.dataset.item, item]));

  // Why a row is here, whose it is and where; how old it is changes by itself.
  const what = (row) => [row.querySelector("h3"), ...all(".meta > :not(.age)", row)].map(said).filter(Boolean).join(", ");

  // A row that has gone was decided: its own page says how.
  async function ending(row) {
    const link = row.querySelector("h3 [href], h3 [data-href]");
    const standing = link && said((await look(link.href ?? link.dataset.href)).querySelector("[data-item]"));
    return standing && `${said(link)}: ${standing}`;
  }

  // What can be done now; what was typed is kept, in its field or below where there is none any more.
  function renewVerbs(page) {
    const old = document.getElementById("verbs"), now = document.importNode(page.getElementById("verbs") ?? old, true);
    if (said(old) === said(now)) return;
    const held = old.contains(document.activeElement);
    all("textarea, select", old).filter((field) => field.value.trim()).forEach((field) => {
      const same = now.querySelector(`#${field.id}`), kept = document.createElement("div"), why = document.createElement("p");
      if (same) return void (same.value = field.value);
      if (!field.matches("textarea")) return;
      [why.textContent, kept.textContent, kept.className] = [now.dataset.kept, field.value, "card kept"];
      now.append(why, kept);
    });
    old.replaceWith(now);
    if (held) now.querySelector("h2").focus({ preventScroll: true });
  }

  const renew = together(async () => {
    const page = await look(root.dataset.href ?? location.href);
    const old = document.getElementById(root.id), now = document.importNode(page.getElementById(root.id) ?? old, true);
    if (said(old) === said(now)) return;
    if (root.dataset.item) renewVerbs(page);
    const [before, after] = [items(old), items(now)];
    const gone = [...before].filter(([id]) => !after.has(id)).slice(0, 3).map(([, row]) => ending(row));
    // Where one has gone from a list of several pages, one of the next page has come up, which is not new.
    const moved = gone.length && old.querySelector(".more-line");
    const line = ([id, row]) => before.has(id) ? what(row) !== what(before.get(id)) && what(row)
      : !moved && root.dataset.new.replace("{what}", () => what(row));
    const lines = root.dataset.item ? [said(now)] : [...after].map(line);
    const held = old.contains(document.activeElement) && document.activeElement.id;
    old.replaceWith(now);
    if (held) document.getElementById(held)?.focus({ preventScroll: true });
    status.textContent = [...lines, ...await Promise.all(gone)].filter(Boolean).join(". ");
  });

  follow(root.dataset.liveQueue, root.dataset.liveAfter, { queue: renew, reset: renew }, renew);
}

// Single keys: in the queue alone, for those who turned them on. Each control there names its key (aria-keyshortcuts).

const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function keys(region) {
  // On lists: the link of the item before or after the one that has the focus.
  function step(by) {
    const links = all("li[data-item] h3 :is(a, button)", region), row = document.activeElement.closest("li[data-item]");
    const at = links.findIndex((link) => link.closest("li") === row);
    return links[at < 0 ? (by > 0 ? 0 : -1) : at + by];
  }

  // A decision that needs a reason or a note goes to its field first; Ctrl+Enter sends it from there.
  function asks({ form, dataset }) {
    const { text, stock, note } = form?.elements ?? {};
    if (dataset.needsNote !== undefined && !note.value.trim()) return note;
    return dataset.needsReason !== undefined && !text.value.trim() && !stock?.value && text;
  }

  function reveal(field) {
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    field.focus();
  }

  region.addEventListener("keydown", (event) => {
    const { target, repeat, timeStamp } = event, key = event.key.length > 1 ? event.key : event.key.toLowerCase();
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.keyCode === 229) return;
    if (event.shiftKey && /[a-z]/.test(key) || target.isContentEditable || target.closest("input, textarea, select")) return;
    const by = STEPS[key], control = by ? step(by) : region.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
    if (!control) return;
    event.preventDefault();
    if (by) return control.focus();
    if (control.matches("textarea")) return reveal(control);
    // Nobody has read yet what a key that is held, or pressed twice, would decide.
    if (repeat || timeStamp < AGAIN_MS) return;
    const field = asks(control);
    if (!field) return void (control.focus(), control.click());
    control.form.querySelector("[data-send]")?.removeAttribute("data-send");
    control.dataset.send = "";
    reveal(field);
  });
  if (!document.querySelector(".errors")) region.querySelector("h1").focus({ preventScroll: true });
}

// The browser's own time zone, where nobody has chosen one yet.
all("[data-zone]").forEach((field) => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (field.type === "hidden" || all("option", field).some(({ value }) => value === timeZone)) field.value = timeZone;
});

// Signing in comes back to the place on the page that a link named: the server never hears of it.
if (location.hash) {
  all('input[name="next"]').forEach((field) => { field.value += location.hash; });
  all('a[href*="?next="]').forEach((link) => { link.href += encodeURIComponent(location.hash); });
}

// A page prints itself only where there is a script; the browser's own menu needs none.
all("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});

all("[data-copy]").forEach((button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
  });
});

all("template[data-toolbar]").forEach(toolbar);
all("textarea[data-limit]").forEach(count);
all("[data-readers-of]").forEach(readers);
all("form[data-draft]").filter((form) => form.elements.body).forEach(autosave);
// In a task of its own: nothing on the page waits for it.
setTimeout(() => {
  all("[data-live-thread]").forEach(followThread);
  all("[data-live-queue]").forEach(followQueue);
});
all("[data-keys]").forEach(keys);
document.querySelector(".errors")?.focus();

// Where an address leads within the page, there the focus is, too.
function land() {
  const place = { "#new": "#new", "#done": "#done", "#reply": "#reply textarea" }[location.hash];
  const target = place && document.querySelector(place);
  target?.focus({ preventScroll: location.hash === "#reply" });
  if (target?.value) target.setSelectionRange(target.value.length, target.value.length);
}

// What a form did is said once: not again when the page is reloaded, nor by an address that was kept. Only a place that was set back
// stays so while the page is reloaded.
const here = new URL(location);
if (![null, "unread"].includes(here.searchParams.get("done"))) {
  here.searchParams.delete("done");
  history.replaceState(history.state, "", here);
}

addEventListener("hashchange", land);
// A browser takes the focus away again when it goes to a form at the end of loading, so this comes after.
requestAnimationFrame(() => setTimeout(land));
