// Each student begins on a new sheet: where pages are printed on both sides and a student's are odd in number, an empty one follows. Browsers do not do it for
// `break-before: recto`. Pages are counted as columns of a page's size, which are broken by the same rules.
const run = document.querySelector(".print-run.fresh");
for (const student of run?.querySelectorAll(".student") ?? []) {
  run.classList.add("counting");
  student.classList.add("counted");
  const pages = Math.round(run.scrollWidth / run.clientWidth);
  run.classList.remove("counting");
  student.classList.remove("counted");
  student.classList.toggle("odd-pages", pages % 2 === 1);
}
