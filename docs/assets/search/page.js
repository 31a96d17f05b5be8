// The page /search/: query and filters in the address, results below, all said to screen readers.
"use strict";
(() => {
  const root = document.getElementById("ps-search");
  if (!root || !self.Worker || !self.DecompressionStream) return;
  const form = root.querySelector("[role=search]");
  const field = (name) => form.querySelector(`[name=${name}]`);
  const list = root.querySelector("ol");
  const status = root.querySelector("[role=status]");
  const more = root.querySelector("[data-more]");
  const words = root.dataset;
  const STEP = 10;
  // Not `q`: at that name the theme opens its own box over the page.
  const QUERY = "find";
  const FILTERS = ["year", "agency", "status"];
  const worker = new Worker(new URL("worker-all.js", document.currentScript.src));
  let id = 0;
  let most = STEP;

  const values = () => {
    return Object.fromEntries([QUERY, ...FILTERS].map((name) => [name, field(name).value.trim()]));
  };

  const remember = (given) => {
    const search = new URLSearchParams(Object.entries(given).filter(([, value]) => value));
    const address = new URL(location.href);
    address.search = search;
    history.replaceState(history.state, "", address);
  };

  const restore = () => {
    const search = new URLSearchParams(location.search);
    field(QUERY).value = search.get(QUERY) ?? "";
    for (const name of FILTERS) {
      const value = search.get(name) ?? "";
      const known = [...field(name).options].some((option) => option.value === value);
      field(name).value = known ? value : "";
    }
  };

  const ask = () => {
    const { [QUERY]: query, ...filters } = values();
    remember({ [QUERY]: query, ...filters });
    id++;
    if (!query && !Object.values(filters).some(Boolean)) {
      show({ results: [], count: 0 }, words.empty);
      return;
    }
    list.setAttribute("aria-busy", "true");
    worker.postMessage({ type: "search", id, query, filters, most });
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children.filter(Boolean));
    return made;
  };

  const marked = (runs) => runs.map(([text, is]) => (is ? element("mark", "", text) : text));

  const badge = (value) => root.querySelector(`template[data-status="${CSS.escape(value)}"]`)?.content.cloneNode(true) ?? null;

  const item = (result) => {
    const link = element("a", "ps-found__name");
    link.href = new URL(result.address, new URL("../", location.href.split(/[?#]/)[0]));
    if (result.code.length) link.append(element("span", "ps-code", ...marked(result.code)), " ");
    link.append(...marked(result.name));
    const facts = [result.agency, result.year ? `${words.year} ${result.year}` : ""].filter(Boolean).join(" · ");
    const about = element("p", "ps-found__about", facts, " ", badge(result.status));
    return element("li", "ps-found", link, about, element("p", "ps-found__passage", ...marked(result.passage)));
  };

  const found = ({ results, meant, near, count }) => {
    if (!results.length) return words.none;
    if (near) return words.near;
    const number = count === 1 ? words.one : words.many.replace("#", count.toLocaleString(document.documentElement.lang));
    return meant ? `${words.meant.replace("#", () => meant)} ${number}` : number;
  };

  const show = (answer, said) => {
    const { results, more: rest } = answer;
    list.replaceChildren(...results.map(item));
    list.setAttribute("aria-busy", "false");
    more.hidden = !rest;
    status.textContent = said ?? found(answer);
  };

  worker.addEventListener("message", ({ data }) => {
    if (data.id !== id) return;
    if (data.type === "failed") show({ results: [], count: 0 }, data.offline ? words.offline : words.failed);
    else show(data);
  });
  worker.addEventListener("error", () => show({ results: [], count: 0 }, words.failed));

  const changed = () => {
    most = STEP;
    ask();
  };
  form.addEventListener("input", changed);
  more.addEventListener("click", () => {
    const shown = list.children.length;
    most += STEP;
    ask();
    const focus = new MutationObserver(() => {
      focus.disconnect();
      list.children[shown]?.querySelector("a").focus();
    });
    focus.observe(list, { childList: true });
  });
  self.addEventListener("popstate", () => {
    restore();
    changed();
  });

  restore();
  form.hidden = false;
  root.querySelector("[data-without]").hidden = true;
  if (location.search) ask();
  else field(QUERY).focus({ preventScroll: true });
})();
