// Cells as in a spreadsheet: arrows, Enter, and pasting a block.

/** All cells of the sheet, as rows of inputs from top to bottom. */
function rowsOf(form) {
  return [...form.querySelectorAll(".cells")].flatMap((grid) => {
    const inputs = [...grid.querySelectorAll("input")];
    const columns = Number(grid.dataset.columns);
    return inputs.flatMap((_, i) => (i % columns === 0 ? [inputs.slice(i, i + columns)] : []));
  });
}

export function moveBetweenCells(form) {
  const rows = rowsOf(form);
  const flat = rows.flat();
  const hint = form.elements.hint;

  const go = (input) => {
    input?.focus();
    input?.select();
  };
  const vertically = (input, by) => {
    const at = rows.findIndex((row) => row.includes(input));
    const next = rows[at + by];
    return next?.[Math.min(rows[at].indexOf(input), next.length - 1)];
  };

  form.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!flat.includes(input) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const atStart = input.selectionEnd === 0;
    const atEnd = input.selectionStart === input.value.length;
    const isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    let next;
    if (event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey)) next = vertically(input, -1);
    else if (event.key === "ArrowDown") next = vertically(input, 1);
    else if (event.key === "Enter") next = vertically(input, 1) ?? form.querySelector(".deed button");
    else if (event.key === "ArrowLeft" && (atStart || isWhole)) next = flat[flat.indexOf(input) - 1];
    else if (event.key === "ArrowRight" && (atEnd || isWhole)) next = flat[flat.indexOf(input) + 1];
    else return;
    event.preventDefault();
    if (next instanceof HTMLInputElement) go(next);
    else next?.focus();
  });

  form.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!flat.includes(event.target) || event.target.readOnly || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    pasteBlock(event.target, text.split(/\r?\n/).map((line) => line.split("\t")));
  });

  form.addEventListener("input", (event) => {
    splitSize(event.target);
    touch(event.target);
  });
  form.addEventListener("focusin", (event) => {
    if (hint && flat.includes(event.target)) chooseHint(hint, event.target);
  });
}

// A block goes where it fits; a row of values into a column of cells goes down it.
function pasteBlock(start, block) {
  const grid = start.closest(".cells");
  const inputs = [...grid.querySelectorAll("input")];
  const columns = Number(grid.dataset.columns);
  const at = inputs.indexOf(start);
  const turned = columns === 1 && block.length === 1 ? block[0].map((value) => [value]) : block;
  turned.forEach((line, row) => line.forEach((value, column) => {
    const input = (at % columns) + column < columns ? inputs[at + row * columns + column] : undefined;
    if (!input) return;
    input.value = value.trim();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }));
}

// 4x3 typed into the first field of a size goes into both.
function splitSize(input) {
  const grid = input.closest("[data-kind=size]");
  const [rows, columns] = grid?.querySelectorAll("input") ?? [];
  const sides = input === rows && /^(.*?)\s*(?:[x×*✕]|\bby\b)\s*(.*)$/i.exec(input.value);
  if (!sides || !sides[1]) return;
  rows.value = sides[1];
  if (sides[2]) columns.value = sides[2];
  columns.focus();
}

// A verdict is on what was handed in, not on what is typed since.
function touch(input) {
  const cell = input.closest(".cell");
  if (!cell) return;
  const isTouched = [...cell.querySelectorAll("input")].some((field) => field.value !== field.defaultValue);
  cell.classList.toggle("touched", isTouched);
  if (isTouched) input.removeAttribute("aria-invalid");
}

function chooseHint(hint, input) {
  const grid = input.closest(".cells");
  const columns = Number(grid.dataset.columns);
  const at = [...grid.querySelectorAll("input")].indexOf(input);
  const cell = grid.dataset.kind === "size" ? "0,0" : `${Math.floor(at / columns)},${at % columns}`;
  hint.value = `${grid.dataset.blank},${cell}`;
}
