// On a touch screen: digits from the screen's own keypad, and a row of signs above it, since that keypad has no minus everywhere.
export function offerKeypad(form) {
  const pad = form.querySelector(".keypad");
  if (!pad || !matchMedia("(pointer: coarse)").matches) return;
  let input;
  for (const field of form.querySelectorAll(".cells input")) field.inputMode = "decimal";
  form.addEventListener("focusin", (event) => {
    input = event.target.closest("[data-kind=numbers]") && event.target.matches("input") ? event.target : pad.contains(event.target) ? input : undefined;
    pad.hidden = !input;
    place();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) pad.hidden = true;
  });
  pad.addEventListener("pointerdown", (event) => event.preventDefault()); // the cell keeps the focus
  pad.addEventListener("click", (event) => {
    const sign = event.target.dataset.key;
    if (!sign || !input) return;
    input.setRangeText(sign, input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });

  const place = () => {
    const view = window.visualViewport;
    pad.style.bottom = view ? `${Math.max(0, innerHeight - view.height - view.offsetTop)}px` : "0";
  };
  window.visualViewport?.addEventListener("resize", place);
  window.visualViewport?.addEventListener("scroll", place);
}
