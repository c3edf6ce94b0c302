// Crossing out on the pictures. The list of boxes holds what is crossed out; the pictures show it and change it.
import { draw, makeReachable, partsOf, placeOf } from "./pictures.js";

export function crossOutOnPictures(form, isOpen) {
  const blank = form.querySelector("[data-kind=crossedOut]");
  if (!blank) return;
  const boxes = new Map([...blank.querySelectorAll("input")].map((box) => [box.value, box]));
  const implies = (box) => (box.dataset.implies ?? box.value).split(" ");
  const parts = [];
  for (const picture of document.querySelectorAll("svg.rnn-diagram")) {
    const own = partsOf(picture, boxes);
    parts.push(...own);
    if (!isOpen) continue;
    makeReachable(picture, own, (part) => {
      const box = boxes.get(part.dataset.id);
      box.checked = !box.checked;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
    for (const part of own) {
      part.setAttribute("role", "checkbox");
      part.setAttribute("aria-label", boxes.get(part.dataset.id).closest("label").textContent.trim());
    }
  }

  // A part is crossed out by itself, or where everything that it consists of is.
  const show = () => {
    const gone = new Set([...boxes.values()].filter((box) => box.checked).flatMap(implies));
    for (const part of parts) {
      const box = boxes.get(part.dataset.id);
      const isGone = box.checked || (isDrawn(part) && implies(box).every((atom) => gone.has(atom)));
      if (isOpen) part.setAttribute("aria-checked", isGone);
      if (part.classList.toggle("crossed", isGone) && !part.querySelector(".cross")) cross(part);
    }
  };
  form.addEventListener("change", show);
  show();
}

// A letter or a number at the margin stands for others, and is crossed out only by itself.
const isDrawn = (part) => part.querySelector("circle, path.line, rect[stroke]") !== null;

function cross(part) {
  const { x, y, size } = placeOf(part);
  const half = Math.max(5, Math.min(size / 2, 11));
  draw(part, "path", { class: "cross", d: `M${x - half} ${y - half}L${x + half} ${y + half}M${x + half} ${y - half}L${x - half} ${y + half}` });
}
