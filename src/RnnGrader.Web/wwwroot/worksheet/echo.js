// How a cell's working is understood, as the server reads it. Without a connection nothing is said.

const Pause = 250;

export function sayWhatIsUnderstood(form) {
  const inputs = [...form.querySelectorAll("[data-kind=numbers] input")];
  if (inputs.length === 0) return;
  const known = new Map();
  let timer;

  const show = () => {
    for (const input of inputs) {
      const reading = known.get(input.value);
      if (reading) say(input, reading);
    }
    for (const place of form.ownerDocument.querySelectorAll("[data-repeats]")) repeat(form, place, known);
  };

  const ask = async () => {
    const cells = [...new Set(inputs.map((input) => input.value))].filter((text) => !known.has(text));
    if (cells.length > 0) {
      try {
        const response = await fetch("/api/v1/readings", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ kind: "numbers", cells }),
        });
        if (!response.ok) return;
        (await response.json()).cells.forEach((reading, i) => known.set(cells[i], reading));
      } catch {
        return;
      }
    }
    show();
  };

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, Pause);
  };
  form.addEventListener("input", soon);
  form.addEventListener("focusout", show);
  soon();
}

const minus = (value) => String(value).replace("-", "−");

// A number says itself; and what is still being typed is not yet wrong.
function say(input, reading) {
  const echo = input.closest(".entry").querySelector(".echo");
  const isOpen = input.ownerDocument.activeElement === input;
  const says = reading.value === undefined ? "" : minus(reading.value) === minus(input.value.trim()) ? "" : `= ${minus(reading.value)}`;
  echo.textContent = says || (isOpen ? "" : reading.problem ?? "");
  echo.classList.toggle("problem", !isOpen && !!reading.problem);
  input.classList.toggle("long", input.value.length > 9);
}

function repeat(form, place, known) {
  const input = form.querySelector(`[data-blank="${CSS.escape(place.dataset.repeats)}"]`)?.querySelectorAll("input")[place.dataset.cell];
  const value = input && known.get(input.value)?.value;
  place.textContent = value === undefined ? "□" : minus(value);
}
