// Parts of other pages, as themes fetch them and put them in.

/** @returns a document of what the shop answers. @throws where it answers none */
export async function rendered(url, signal) {
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok) throw new Error(`The shop answered ${response.status}.`);
  return new window.DOMParser().parseFromString(await response.text(), 'text/html');
}

/** The section as the shop knows it: a quick view bears another id, so that the page has each id once. */
export const sectionOf = ({ dataset }) => encodeURIComponent(dataset.originalSection ?? dataset.section);

/** Scripts that came as text don't run; Dawn and Horizon make them anew. */
export function startScripts(root) {
  for (const script of root.querySelectorAll('script')) {
    const again = document.createElement('script');
    for (const { name, value } of script.attributes) again.setAttribute(name, value);
    script.replaceWith(again);
  }
}
