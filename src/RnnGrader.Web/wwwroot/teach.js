// Times that are stored are shown, and typed, on the reader's own clock; the zone's name goes with the form. Without a script they are in UTC.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const pad = (number) => String(number).padStart(2, "0");
for (const name of document.querySelectorAll("input[data-zone]")) {
  name.value = zone;
  for (const field of name.form.querySelectorAll("input[data-utc]")) {
    if (field.value) {
      const at = new Date(`${field.value}Z`);
      field.value = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
    }
  }
}

// What is picked shows how it counts.
for (const tick of document.querySelectorAll(".pick .tick input")) {
  tick.addEventListener("change", () => (tick.closest(".pick").querySelector("details").open = tick.checked));
}
