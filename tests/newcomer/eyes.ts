import type { ElementHandle, Frame, Page } from 'playwright-core';
import type { Box } from './panel.ts';

/** What one sees a control to be. */
export type Looks = 'choice' | 'file' | 'list' | 'native-list' | 'date' | 'text' | 'button';

/** What someone is led to. */
export interface Led {
  frame: Frame;
  control: ElementHandle<HTMLElement>;
}

/** The control that the arrow leads to: what can be acted on within the frame that is drawn around it. */
export async function controlIn(page: Page, box: Box): Promise<Led | null> {
  const frame = page.mainFrame();
  const handle = await frame.evaluateHandle((drawn) => {
    const isIn = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return x > drawn.left && x < drawn.left + drawn.width && y > drawn.top && y < drawn.top + drawn.height;
    };
    const all =
      'input:not([type=hidden]), textarea, select, [role=combobox], [role=listbox], button, a[href], iframe';
    return [...document.querySelectorAll<HTMLElement>(all)].find(isIn) ?? null;
  }, box);
  const control = handle.asElement() as ElementHandle<HTMLElement> | null;
  const inner = (await control?.contentFrame()) ?? null;
  return control ? { frame: inner ?? frame, control } : null;
}

/** In a frame without an arrow: the first empty box after the words that the panel names. */
export async function boxUnder(frame: Frame, label: string): Promise<ElementHandle<HTMLElement> | null> {
  const handle = await frame.evaluateHandle((words) => {
    const boxes = [
      ...document.querySelectorAll<HTMLElement>(
        'input:not([type=hidden]), select, textarea, .input-field-select',
      ),
    ];
    const isFree = (it: HTMLElement) => {
      const shown = it.checkVisibility() && it.getBoundingClientRect().height > 0;
      if (it instanceof HTMLInputElement && /radio|checkbox/.test(it.type)) return shown;
      const held = 'value' in it ? String(it.value) : (it.textContent ?? '').replace(/^--.*/, '').trim();
      return shown && held === '' && !it.matches(':disabled, :read-only:not(select, div)');
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!node.textContent?.includes(words)) continue;
      const after = boxes.find((box) => node.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (after && isFree(after)) return after;
    }
    return null;
  }, label);
  return handle.asElement() as ElementHandle<HTMLElement> | null;
}

export function looksOf(control: ElementHandle<HTMLElement>): Promise<Looks> {
  return control.evaluate((it): Looks => {
    const type = it instanceof HTMLInputElement ? it.type : '';
    if (type === 'radio' || type === 'checkbox') return 'choice';
    if (type === 'file') return 'file';
    if (type === 'date') return 'date';
    if (it instanceof HTMLSelectElement) return 'native-list';
    if (it.matches('ul[role=listbox]')) return 'list';
    if (it.matches('button, a[href], [type=submit], [type=button]')) return 'button';
    return 'text';
  });
}

const OPTIONS =
  '[role=option], .ng-option, mat-option, .ant-select-item-option, .choices__item--selectable, ' +
  '.input-field-select-options *, ul[role=listbox] li';

/** The first line of a list that stands open to the eye; null where none does. */
export async function openOption(frame: Frame): Promise<ElementHandle<HTMLElement> | null> {
  const handle = await frame.evaluateHandle((options) => {
    const isSeen = (it: HTMLElement) => {
      const { left, top, width, height } = it.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return height > 8 && hit !== null && (it === hit || it.contains(hit));
    };
    const says = (it: HTMLElement) => it.textContent?.trim() ?? '';
    const lines = [...document.querySelectorAll<HTMLElement>(options)];
    return (
      lines.find((it) => it.childElementCount < 4 && says(it) && !says(it).startsWith('--') && isSeen(it)) ??
      null
    );
  }, OPTIONS);
  return handle.asElement() as ElementHandle<HTMLElement> | null;
}
