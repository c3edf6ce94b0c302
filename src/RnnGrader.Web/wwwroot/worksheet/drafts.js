// Every keystroke is safe: kept on this device at once, sent to the service in a moment, and sent again until it has arrived.
import { answersOf, fill } from "./answers.js";
import { device } from "./device.js";

const Pause = 600;
const LongestWait = 8_000;

export function keepDrafts(form) {
  const { instance, saving, saved, offline, conflict, reload, keep } = form.dataset;
  const address = `/api/v1/instances/${instance}/draft`;
  const key = `draft-${instance}`;
  const status = form.querySelector(".draft");
  let version = Number(form.dataset.version);
  let stored = JSON.stringify(answersOf(form)); // what the service has
  const sending = new AbortController();
  let timer, wait = 1000, isSending = false, isStopped = false;

  const say = (text, ...more) => status.replaceChildren(text, ...more);
  const forget = () => device.removeItem(key);
  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
  };
  const put = (answers, keepalive) => fetch(address, {
    method: "PUT",
    keepalive,
    signal: sending.signal,
    headers: { "Content-Type": "application/json" },
    body: `{"answers": ${answers}, "version": ${version}}`,
  });

  async function send() {
    const answers = JSON.stringify(answersOf(form));
    if (isSending || isStopped || answers === stored) return;
    isSending = true;
    try {
      const response = await put(answers, false);
      const body = await response.json().catch(() => ({}));
      if (response.status === 409 && body.stored) return ask(body.stored);
      if (response.status >= 500 || response.status === 429) throw new Error(`${response.status}`);
      if (!response.ok) return say(body.detail ?? "");
      version = body.version;
      stored = answers;
      wait = 1000;
      if (answers === JSON.stringify(answersOf(form))) {
        forget();
        say(saved);
      }
    } catch {
      if (sending.signal.aborted) return;
      say(offline);
      later(wait);
      wait = Math.min(2 * wait, LongestWait);
    } finally {
      isSending = false;
    }
    if (JSON.stringify(answersOf(form)) !== stored) later(Math.max(Pause, wait > 1000 ? wait : 0));
  }

  // Another tab has saved since: whoever types decides which of the two stays.
  function ask(other) {
    const show = button(reload, () => {
      forget();
      isStopped = true;
      location.reload();
    });
    const stay = button(keep, () => {
      version = other.version;
      isStopped = false;
      say(saving);
      later(0);
    });
    isStopped = true;
    say(`${conflict} `, show, " ", stay);
  }

  const changed = () => {
    const answers = JSON.stringify(answersOf(form));
    if (answers === stored) return forget();
    device.setItem(key, JSON.stringify({ answers, version }));
    if (isStopped) return;
    say(saving);
    later(Pause);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  addEventListener("online", () => later(0));
  addEventListener("pagehide", () => {
    const answers = JSON.stringify(answersOf(form));
    if (!isStopped && answers !== stored) put(answers, true).catch(() => {});
  });
  form.addEventListener("submit", () => {
    isStopped = true; // What is handed in needs no draft; this device keeps it until the next page shows it.
    clearTimeout(timer);
    sending.abort(); // The form has the same answers and comes after.
  });

  // What this device kept and the service never got.
  const kept = JSON.parse(device.getItem(key) ?? "null");
  if (kept && kept.answers !== stored) {
    version = Math.min(version, kept.version);
    fill(form, JSON.parse(kept.answers));
    later(0);
  } else {
    forget();
  }
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
