// What this device keeps. A browser keeps nothing for a frame in another site's page, and throws where it is asked: there it is kept as long as the page is open.
const page = new Map();
const inPage = { getItem: (key) => page.get(key) ?? null, setItem: (key, value) => page.set(key, value), removeItem: (key) => page.delete(key) };

function find() {
  try {
    return localStorage;
  } catch {
    return inPage;
  }
}

export const device = find();
