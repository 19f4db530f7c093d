import { fold } from '../text/index.ts';
import { atPath, blockUnder, isShown, type Searched } from './match.ts';
import type { PortalProfile } from './profile.ts';
import { uploadSaid } from './uploads.ts';

/** A row for one document that has no file yet. */
export interface OpenRow {
  row: Element;
  /** What a person acts on: the row's one button, or the row itself. */
  control: Element;
  /** Its first words on the page. */
  label: string;
  /** Which of the rows of that label it is, from 0; those with a file are counted too. */
  nth: number;
}

/** A row stands at most so many elements above its file box. */
const HIGHEST = 4;
/** A row that says so needs no file. Not folded: « nếu con » and « nếu cơ sở » fold to what begins like « nếu có ». */
const OPTIONAL = /(nếu có|không bắt buộc)(?!\p{L})/u;

/** The visible rows of the documents' block without a file. Papers that are asked for only "nếu có" are left out. */
export function openRows(profile: PortalProfile, page: Searched): OpenRow[] {
  const { documents, uploads } = profile;
  if (!documents || !uploads || !atPath(documents.path)) return [];
  const block = blockUnder(documents.heading, page);
  if (!block || !isShown(block)) return [];
  const known = new Map<string, number>();
  return [...block.querySelectorAll<HTMLInputElement>('input[type=file]')].flatMap((box) => {
    const row = rowOf(box, uploads.row);
    const label = firstWords(row);
    const nth = known.get(label) ?? 0;
    known.set(label, nth + 1);
    const words = row.textContent;
    const given = (box.files?.length ?? 0) > 0 || uploadSaid(uploads, words);
    if (given || isOptional(words) || !isShown(row)) return [];
    return [{ row, control: controlIn(row, box), label, nth }];
  });
}

/** Whether a document's row says that it may stay without a file. */
export function isOptional(row: string): boolean {
  return OPTIONAL.test(row.normalize('NFC').toLowerCase().replace(/\s+/g, ' '));
}

function rowOf(box: Element, selector: string | undefined): Element {
  const named = selector && box.closest(selector);
  if (named) return named;
  let row = box;
  for (let height = 0; height < HIGHEST; height++) {
    const { parentElement } = row;
    if (!parentElement || parentElement.matches('body, main, form')) break;
    if (parentElement.querySelectorAll('input[type=file]').length > 1) break;
    row = parentElement;
  }
  return row;
}

function controlIn(row: Element, box: Element): Element {
  if (isShown(box) && box.getBoundingClientRect().width > 1) return box;
  const buttons = [...row.querySelectorAll('button, [role=button], label')].filter(isShown);
  return (buttons.length === 1 && buttons[0]) || row;
}

/** The first text of an element, as long as a name may be. */
function firstWords(element: Element): string {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = node.textContent?.replace(/\s+/g, ' ').trim();
    if (text) return text.slice(0, 120);
  }
  return '';
}

/** The choice of how to receive the result, where the page asks for it and nothing is chosen; null otherwise. */
export function openMethod({ resultMethods }: PortalProfile, page: Searched): Element | null {
  const groups = new Map<string, HTMLInputElement[]>();
  for (const radio of page.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
    const text = fold(radio.closest('label')?.textContent ?? radio.parentElement?.textContent ?? '');
    if (!isShown(radio) || !resultMethods.some(({ phrase }) => text.includes(phrase))) continue;
    groups.set(radio.name, [...(groups.get(radio.name) ?? []), radio]);
  }
  for (const radios of groups.values()) {
    if (radios.length < 2 || radios.some(({ checked }) => checked)) continue;
    let holder: Element | null = radios[0]?.parentElement ?? null;
    while (holder && !radios.every((radio) => holder?.contains(radio))) holder = holder.parentElement;
    return holder;
  }
  return null;
}
