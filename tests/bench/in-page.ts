// Functions that run inside the page, in its own world, alike for every contender. They must not use anything of
// this module but types: only their text gets there.

type Keys = { seen: number; toFrame: number[] };
/** Every 100 ms, `ticks` times, `batch` new questions come and the oldest go. */
type Churn = (ticks: number, batch: number) => Promise<void>;
declare global {
  interface Window {
    benchLongTasks?: number[];
    benchKeys?: Keys;
    benchChurn?: Churn | undefined;
    benchChurnIn?: (box: Element, add: () => void) => Churn;
  }
}

/** Notes the length of every task of 50 ms and more. */
export function watchLongTasks(): void {
  const lengths: number[] = [];
  window.benchLongTasks = lengths;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) lengths.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** The longest task so far in ms, 0 when none reached 50 ms. Forgets those it has told of. */
export function takeLongest(): number {
  return Math.max(0, ...(window.benchLongTasks?.splice(0) ?? []));
}

/** Notes for every key press the time from the event to the first task after the next frame. */
export function watchKeys(): void {
  const keys: Keys = { seen: 0, toFrame: [] };
  window.benchKeys = keys;
  const heard = ({ timeStamp }: KeyboardEvent) => {
    keys.seen += 1;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => keys.toFrame.push(performance.now() - timeStamp);
      channel.port2.postMessage(0);
    });
  };
  addEventListener('keydown', heard, { capture: true });
}

export function takeKeys(): Keys {
  return window.benchKeys ?? { seen: 0, toFrame: [] };
}

/** Text fields of the declaration that take any text of any length. */
export const FREE_TEXT = '.sd-root-modern [data-name] input.sd-text[type=text]:not([readonly], [maxlength])';

/** Puts the cursor into the n-th of these fields. */
export function focusField({ selector, n }: { selector: string; n: number }): void {
  const field = document.querySelectorAll<HTMLInputElement>(selector)[n];
  if (!field?.checkVisibility()) throw new Error(`the declaration shows no text field number ${n}`);
  field.focus();
}

/** How many characters stand in these fields. */
export function typedLength(selector: string): number {
  const fields = document.querySelectorAll<HTMLInputElement>(selector);
  return [...fields].reduce((sum, { value }) => sum + value.length, 0);
}

/**
 * Fills the declaration up to `present` questions with copies of one that SurveyJS has drawn, each with a name of its
 * own, and makes `benchChurn` for them.
 */
export function addQuestions({ present, labels }: { present: number; labels: readonly string[] }): void {
  const model = document.querySelector('.sd-root-modern [data-name^="citizenmoiquanhe"]')?.closest('.sd-row');
  const panel = [...document.querySelectorAll('.sd-root-modern .sd-panel')].at(-1);
  if (!model || !panel) throw new Error('the declaration is not drawn as it was');
  const box = document.createElement('div');
  const start = document.querySelectorAll('.sd-root-modern [data-name]').length;
  // A form that grows again gets other names: a name that is there twice is one question.
  let serial = start;
  const add = () => {
    serial += 1;
    const row = model.cloneNode(true) as Element;
    const root = row.querySelector('[data-name]');
    const title = row.querySelector('[id$="_ariaTitle"]');
    const words = row.querySelector('.sv-string-viewer');
    const input = row.querySelector('input');
    if (!root || !title || !words || !input) throw new Error('a question is not drawn as it was');
    root.setAttribute('data-name', `benchField${serial}__1761724625529`);
    root.id = `sq_bench${serial}`;
    title.id = `${root.id}_ariaTitle`;
    input.id = `${root.id}i`;
    input.setAttribute('aria-labelledby', title.id);
    words.textContent = `${labels[serial % labels.length]} (mục ${serial})`;
    box.append(row);
  };
  panel.append(box);
  for (let count = start; count < present; count++) add();
  window.benchChurn = window.benchChurnIn?.(box, add);
}

/** Makes `benchChurnIn`: what comes into a box and goes from it. `add` puts one more question at its end. */
export function prepareChurns(): void {
  window.benchChurnIn = (box, add) => (ticks, batch) =>
    new Promise((done) => {
      let left = ticks;
      const timer = setInterval(() => {
        for (let i = 0; i < batch; i++) add();
        for (let i = 0; i < batch; i++) box.firstElementChild?.remove();
        left -= 1;
        if (left > 0) return;
        clearInterval(timer);
        done();
      }, 100);
    });
}

/**
 * Puts a form of the browser's own controls where the declaration stood, in groups of 25 and a box of 50, and makes
 * `benchChurn` for that box.
 */
export function drawPlainForm({ controls, labels }: { controls: number; labels: readonly string[] }): void {
  const inBox = 50;
  let serial = 0;
  const row = () => {
    const id = `benchField${serial++}`;
    const place = serial % labels.length;
    const kind = ['text', 'text', 'date', 'select', 'radio', 'radio', 'checkbox', 'textarea', 'tel', 'email'][
      place
    ];
    const drawn = document.createElement('div');
    const label = document.createElement('label');
    label.htmlFor = id;
    label.textContent = `${labels[place]} (mục ${serial})`;
    const control = document.createElement(kind === 'select' || kind === 'textarea' ? kind : 'input');
    if (control instanceof HTMLInputElement && kind) control.type = kind;
    if (control instanceof HTMLSelectElement)
      for (const text of ['-- Chọn --', 'Hà Nội', 'Đà Nẵng', 'Cần Thơ']) control.add(new Option(text));
    control.id = id;
    // Two radio buttons beside each other are one question.
    control.setAttribute('name', kind === 'radio' ? `benchField_${serial - (place % 2)}` : id);
    drawn.append(label, control);
    return drawn;
  };
  const group = (title: string, rows: number) => {
    const drawn = document.createElement('fieldset');
    const legend = document.createElement('legend');
    legend.textContent = title;
    const box = document.createElement('div');
    for (let i = 0; i < rows; i++) box.append(row());
    drawn.append(legend, box);
    form.append(drawn);
    return box;
  };
  const form = document.createElement('form');
  for (let part = 1; serial < controls - inBox; part++) group(`Phần ${part}`, 25);
  const box = group('Thành viên hộ gia đình', inBox);
  document.querySelector('.sd-root-modern')?.replaceWith(form);
  if (!form.isConnected) throw new Error('the declaration is not drawn as it was');
  window.benchChurn = window.benchChurnIn?.(box, () => box.append(row()));
}
