// The verdicts of a set, on the pictures too, until something is changed.
export function showVerdicts(form) {
  const said = [...document.querySelectorAll("[data-component][data-verdict]")];
  if (said.length === 0) return;
  const mark = (isOn) => {
    for (const { dataset } of said) {
      for (const part of document.querySelectorAll(`.rnn-diagram [data-id="${CSS.escape(dataset.component)}"]`)) part.classList.toggle(`is-${dataset.verdict}`, isOn);
    }
  };
  mark(true);
  form.addEventListener("change", () => mark(false), { once: true });
}
