import { answersTo, finderOf, READERS } from '../../lib/fields/index.ts';
import { type Judging, judging, Learnt } from '../../lib/fields/judging/index.ts';
import { askedAbout } from '../eval/asked.ts';

// Runs in the page: a bare walk and our first scan over one and the same form.

declare global {
  interface Window {
    benchScan?: {
      walk(): number;
      scan(): number;
      scanAndJudge(): number;
      /** Takes in what was learnt, in base64. */
      take(file: string): void;
    };
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
  return look().fields.filter(({ label, root }) => label !== '' && root.checkVisibility()).length;
}

/** The same, and the judgement, which the background makes out of sight of the page. */
function scanAndJudge(): number {
  const { fields: seen, around } = look();
  const shown = seen.map((field) => ({
    ...{ label: field.label, name: field.name, trail: field.section.trail },
    ...answersTo(field, around),
  }));
  const judged = judgeAll(askedAbout(shown));
  return judged.filter(({ kind }, place) => kind && seen[place]?.root.checkVisibility()).length;
}

function look() {
  const found = finderOf(READERS).discover(document);
  if (!found) throw new Error('the walk did not end');
  const { fields, around } = found;
  const labelOf = (field: (typeof fields)[number]) => field.reader.read(field.root, around).label;
  return { fields: fields.map((field) => ({ ...field, label: labelOf(field) })), around };
}

let judgeAll: Judging = judging(null);

function take(file: string): void {
  judgeAll = judging(new Learnt(Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0)).buffer));
}

window.benchScan = { walk, scan, scanAndJudge, take };
