// Parts of the pictures as things that can be pointed at and reached with the keyboard.

const Svg = "http://www.w3.org/2000/svg";

/**
 * Makes parts into controls: one stop of Tab a picture, arrows to the nearest part that way, Space, Enter or a click to act.
 * @param picture The svg.
 * @param parts Its parts.
 * @param act What is done with one.
 */
export function makeReachable(picture, parts, act) {
  if (parts.length === 0) return;
  const rove = (part) => parts.forEach((other) => other.setAttribute("tabindex", other === part ? "0" : "-1"));
  rove(parts[0]);
  picture.classList.add("live");
  for (const part of parts) {
    part.addEventListener("click", () => act(part));
    part.addEventListener("focus", () => rove(part));
    part.addEventListener("keydown", (event) => {
      const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (direction) nearest(part, parts, direction)?.focus();
      else if (event.key === " " || event.key === "Enter") act(part);
      else return;
      event.preventDefault();
    });
  }
}

const middle = (part) => {
  const box = part.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
};

// Ahead counts once, aside three times, so that a row or column is followed.
function nearest(from, parts, [dx, dy]) {
  const [x, y] = middle(from);
  let best, least = Infinity;
  for (const part of parts) {
    const [px, py] = middle(part);
    const ahead = (px - x) * dx + (py - y) * dy;
    const aside = Math.abs((px - x) * dy) + Math.abs((py - y) * dx);
    if (part !== from && ahead > 1 && ahead + 3 * aside < least) {
      least = ahead + 3 * aside;
      best = part;
    }
  }
  return best;
}

/** Where a part is in its picture: the middle of its line or box, and how large it is. */
export function placeOf(part) {
  const line = part.querySelector("path.line");
  if (line) {
    const point = line.getPointAtLength(line.getTotalLength() / 2);
    return { x: point.x, y: point.y, size: 12 };
  }
  const box = (part.querySelector("rect, circle") ?? part).getBBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, size: Math.min(box.width, box.height) };
}

/** Draws an element into a picture. */
export function draw(into, name, attributes) {
  const element = document.createElementNS(Svg, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  into.append(element);
  return element;
}

export const partsOf = (picture, ids) => [...picture.querySelectorAll("[data-id]")].filter((part) => ids.has(part.dataset.id));
