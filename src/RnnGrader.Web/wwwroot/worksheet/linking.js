// Adding links on the graph: drag from unit to unit, or choose two. The list of pairs holds them; the graph shows and changes it.
import { addPair, freeRow, pairsOf } from "./answers.js";
import { draw, makeReachable, partsOf, placeOf } from "./pictures.js";

export function linkOnGraph(form, isOpen) {
  const blank = form.querySelector("[data-kind=links]");
  if (!blank?.querySelector("select")) return; // where it is only read, perhaps nothing was linked
  const names = new Set([...blank.querySelector("select").options].map((option) => option.value).filter(Boolean));
  const graph = document.querySelectorAll("svg.rnn-diagram")[1];
  const units = partsOf(graph, names);
  const byName = new Map(units.map((unit) => [unit.dataset.id, unit]));
  const layer = draw(graph, "g", { class: "links" });
  const status = form.querySelector(".draft");
  let chosen;

  const choose = (unit) => {
    chosen = chosen === unit ? undefined : unit;
    units.forEach((other) => other.setAttribute("aria-pressed", other === chosen));
  };

  // The same link again takes it away.
  const link = (from, to) => {
    const same = [...blank.querySelectorAll(".pair")].find((row) => {
      const [start, end] = [...row.querySelectorAll("select")].map((select) => select.value);
      return start === from && end === to;
    });
    if (same) same.querySelectorAll("select").forEach((select) => (select.value = ""));
    else addPair(blank, [from, to]);
    choose(undefined);
    blank.dispatchEvent(new Event("change", { bubbles: true }));
    status.textContent = (same ? form.dataset.unlinked : form.dataset.linked).replace("{0}", `${from} → ${to}`);
  };

  let dragged = false;
  if (isOpen) makeReachable(graph, units, (unit) => {
    if (dragged) dragged = false;
    else if (!chosen || chosen === unit) choose(unit);
    else link(chosen.dataset.id, unit.dataset.id);
  });
  for (const unit of isOpen ? units : []) {
    unit.setAttribute("role", "button");
    unit.setAttribute("aria-pressed", "false");
    unit.setAttribute("aria-label", unit.dataset.id);
    unit.addEventListener("pointerdown", (event) => {
      if (event.button === 0) drag(unit, event);
    });
  }

  function drag(from, down) {
    down.preventDefault(); // no text is selected on the way
    from.focus();
    const start = placeOf(from);
    const toPicture = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(graph.getScreenCTM().inverse());
    let line;
    const move = (event) => {
      const { x, y } = toPicture(event);
      if (!line && Math.hypot(x - start.x, y - start.y) < start.size / 2) return;
      line ??= draw(graph, "line", { class: "added", x1: start.x, y1: start.y });
      line.setAttribute("x2", x);
      line.setAttribute("y2", y);
    };
    const up = (event) => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", up);
      line?.remove();
      const to = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-id]");
      dragged = !!line && to === from;
      if (line && event.type === "pointerup" && to && to !== from && units.includes(to)) link(from.dataset.id, to.dataset.id);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", up);
  }

  if (isOpen) blank.querySelector("button[value=more]").hidden = true; // there is always a free row
  const show = () => {
    if (isOpen) freeRow(blank);
    layer.replaceChildren();
    for (const [from, to] of pairsOf(blank)) {
      if (!byName.has(from) || !byName.has(to) || from === to) continue;
      const [a, b] = [placeOf(byName.get(from)), placeOf(byName.get(to))];
      const [dx, dy] = [b.x - a.x, b.y - a.y].map((side) => side / Math.hypot(b.x - a.x, b.y - a.y));
      draw(layer, "line", { class: "added", x1: a.x + (dx * a.size) / 2, y1: a.y + (dy * a.size) / 2, x2: b.x - (dx * b.size) / 2, y2: b.y - (dy * b.size) / 2 });
    }
  };
  form.addEventListener("change", show);
  show();
}
