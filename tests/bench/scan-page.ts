import { finderOf, type Judgement, judge, READERS } from '../../lib/fields/index.ts';

// Runs in the page: a bare walk and our first scan over one and the same form.

declare global {
  interface Window {
    benchScan?: { walk(): number; scan(): number };
  }
}

/** The least that any scan does: one pass over controls and labels, reading name, id, value, label. */
function walk(): number {
  const labels = new Map<string, string | null>();
  for (const label of document.querySelectorAll('label[for]'))
    labels.set(label.getAttribute('for') ?? '', label.textContent);
  const seen = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].map(
    ({ name, id, value }) => ({ name, id, value, label: labels.get(id) ?? '' }),
  );
  return seen.filter(({ label }) => label !== '').length;
}

/** What the watcher does at first sight of a form: discovery, label, section, state, judgement, visibility. */
function scan(): number {
  const { fields, around } = finderOf(READERS).discover(document);
  let before: { judgement: Judgement; section: unknown } | null = null;
  let read = 0;
  for (const { root, reader, name, section } of fields) {
    const { label } = reader.read(root, around);
    const previous = before?.section === section ? (before?.judgement ?? null) : null;
    const judgement = judge({ label, trail: section.trail, name, before: previous });
    before = { judgement, section };
    read += Number(label !== '' && root.checkVisibility());
  }
  return read;
}

window.benchScan = { walk, scan };
