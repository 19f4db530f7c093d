import { finderOf, type Judgement, READERS } from '../../lib/fields/index.ts';
import { judge } from '../../lib/fields/judging/index.ts';

// Runs in the page: a bare walk and our first scan over one and the same form.

declare global {
  interface Window {
    benchScan?: { walk(): number; scan(): number; scanAndJudge(): number };
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

/** What the page pays at the watcher's first sight of a form: discovery, label, section, state, visibility. */
function scan(): number {
  return look().filter(({ label, root }) => label !== '' && root.checkVisibility()).length;
}

/** The same, and the judgement, which the background makes out of sight of the page. */
function scanAndJudge(): number {
  let before = null as { judgement: Judgement; section: unknown } | null;
  let read = 0;
  for (const { label, root, name, section } of look()) {
    const previous: Judgement | null = before?.section === section ? before.judgement : null;
    before = { judgement: judge({ label, trail: section.trail, name, before: previous }), section };
    read += Number(label !== '' && root.checkVisibility());
  }
  return read;
}

function look() {
  const { fields, around } = finderOf(READERS).discover(document);
  return fields.map((field) => ({ ...field, label: field.reader.read(field.root, around).label }));
}

window.benchScan = { walk, scan, scanAndJudge };
