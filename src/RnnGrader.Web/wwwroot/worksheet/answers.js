// What stands in the form, in the form in which the API takes answers.

export function answersOf(form) {
  const answers = {};
  for (const blank of form.querySelectorAll("[data-blank]")) {
    const value = readers[blank.dataset.kind](blank);
    if (value !== undefined) answers[blank.dataset.blank] = value;
  }
  return answers;
}

const readers = {
  numbers(blank) {
    const columns = Number(blank.dataset.columns);
    const cells = [...blank.querySelectorAll("input")].map((input) => input.value.trim() || null);
    return cells.some((cell) => cell !== null)
      ? cells.flatMap((_, i) => (i % columns === 0 ? [cells.slice(i, i + columns)] : []))
      : undefined;
  },
  size(blank) {
    const [rows, columns] = [...blank.querySelectorAll("input")].map((input) => input.value.trim());
    return rows || columns ? (rows && columns ? `${rows}x${columns}` : rows || `x${columns}`) : undefined;
  },
  crossedOut(blank) {
    const ids = [...blank.querySelectorAll("input:checked")].map((box) => box.value);
    return ids.length > 0 ? ids : undefined;
  },
  links(blank) {
    const pairs = pairsOf(blank).filter(([from, to]) => from && to);
    return pairs.length > 0 ? pairs : undefined;
  },
};

/** The chosen units of each row of a list of links. */
export const pairsOf = (blank) => [...blank.querySelectorAll(".pair")].map((row) => [...row.querySelectorAll("select")].map((select) => select.value));

/** Puts answers back into the form. */
export function fill(form, answers) {
  for (const blank of form.querySelectorAll("[data-blank]")) {
    fillers[blank.dataset.kind](blank, answers[blank.dataset.blank]);
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

const fillers = {
  numbers(blank, rows) {
    const cells = (rows ?? []).flat();
    blank.querySelectorAll("input").forEach((input, i) => (input.value = cells[i] ?? ""));
  },
  size(blank, size) {
    const sides = /^(.*)x(.*)$/.exec(size ?? "");
    const [rows, columns] = blank.querySelectorAll("input");
    [rows.value, columns.value] = sides ? [sides[1], sides[2]] : [size ?? "", ""];
  },
  crossedOut(blank, ids) {
    blank.querySelectorAll("input").forEach((box) => (box.checked = (ids ?? []).includes(box.value)));
  },
  links(blank, pairs) {
    for (const row of blank.querySelectorAll(".pair")) row.querySelectorAll("select").forEach((select) => (select.value = ""));
    for (const pair of pairs ?? []) addPair(blank, pair);
  },
};

/** Puts a link into the first free row. */
export function addPair(blank, [from, to]) {
  const [start, end] = freeRow(blank).querySelectorAll("select");
  [start.value, end.value] = [from, to];
}

/** The first row in which nothing is chosen, made where there is none. */
export function freeRow(blank) {
  const rows = [...blank.querySelectorAll(".pair")];
  const free = rows.find((row) => [...row.querySelectorAll("select")].every((select) => !select.value));
  if (free) return free;
  const row = rows[0].cloneNode(true);
  for (const select of row.querySelectorAll("select")) {
    select.value = "";
    select.setAttribute("aria-label", select.getAttribute("aria-label").replace("1", rows.length + 1));
  }
  rows.at(-1).after(row);
  return row;
}
