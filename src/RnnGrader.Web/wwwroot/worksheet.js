// What a worksheet does beyond a plain form. Each part finds what it works on, and is silent where there is none of it.
import { moveBetweenCells } from "./worksheet/cells.js";
import { sayWhatIsUnderstood } from "./worksheet/echo.js";
import { keepDrafts } from "./worksheet/drafts.js";
import { crossOutOnPictures } from "./worksheet/crossing.js";
import { linkOnGraph } from "./worksheet/linking.js";
import { showVerdicts } from "./worksheet/verdicts.js";
import { offerKeypad } from "./worksheet/keypad.js";

const form = document.getElementById("work");
document.documentElement.classList.add("scripted");
const isOpen = !("closed" in form.dataset); // else it is there to be read
if (isOpen) keepDrafts(form); // first, since it may put back what was typed
moveBetweenCells(form);
if (isOpen) sayWhatIsUnderstood(form);
crossOutOnPictures(form, isOpen);
linkOnGraph(form, isOpen);
showVerdicts(form);
if (isOpen) offerKeypad(form);
if (location.hash === "#report") document.getElementById("report")?.focus();
