import { ask } from '../api.ts';
import { tell, waitFor } from '../tell.ts';
import { formHandle, siteState } from './state.ts';

const FIELDS = 'input, select, textarea';

/** Follows the declaration of this page: its appearing, the account's data, look-ups, drafts. */
export function watchForm(): void {
  const root = document.getElementById('form');
  if (!root) return;
  const seen = () => {
    const field = root.querySelector<HTMLElement>(FIELDS);
    if (!field || root.getClientRects().length === 0) return;
    observer.disconnect();
    sizes.disconnect();
    tell({ type: 'form-shown' });
  };
  const observer = new MutationObserver(seen);
  // A frame is shown by the page around it: nothing changes inside but that there is room now.
  const sizes = new ResizeObserver(seen);
  sizes.observe(document.documentElement);
  observer.observe(document.documentElement, { childList: true, subtree: true, attributes: true });
  seen();
  watchFirstInput(root);
  const goOn = () => {
    if (!('ready' in document.documentElement.dataset)) return;
    ready.disconnect();
    void begin(root);
  };
  const ready = new MutationObserver(goOn);
  ready.observe(document.documentElement, { attributes: true });
  // The declaration's own script comes first in the page, and may have been quick.
  goOn();
}

function watchFirstInput(root: HTMLElement): void {
  const stop = new AbortController();
  const note = (event: Event) => {
    if (!event.isTrusted) return;
    stop.abort();
    tell({ type: 'first-input' });
  };
  root.addEventListener('input', note, { capture: true, signal: stop.signal });
}

async function begin(root: HTMLElement): Promise<void> {
  const { values, locked, accountDone } = siteState();
  write(values);
  lock(locked);
  const known = new Set(locked);
  if (Object.keys(values).length > 0) tell({ type: 'restored', names: Object.keys(values) });
  let done = accountDone;
  let saved = JSON.stringify(current());
  const save = async () => {
    const now = JSON.stringify(current());
    if (now === saved) return;
    saved = now;
    await ask(`/api/site/draft?d=${siteState().dossier}`, {
      body: { values: current(), locked: [...known], accountDone: done },
    }).catch(() => undefined);
  };
  const lookUp = watchLookup(known, save);
  const later = () =>
    setTimeout(() => {
      void save();
      void lookUp();
    }, 0);
  // Leaving a box takes its value into the model, in some libraries a moment later.
  for (const type of ['change', 'focusout', 'click']) root.addEventListener(type, later);
  document.addEventListener('click', later);
  if (accountDone) return;
  const account = await ask<Record<string, string>>(`/api/site/account?d=${siteState().dossier}`, {
    body: {},
  });
  write(account);
  const names = fields().flatMap((field) => (field.locked && field.hasValue ? [field.name] : []));
  lock(names);
  for (const name of names) known.add(name);
  done = true;
  setTimeout(() => tell({ type: 'prefilled', names: Object.keys(account) }), 0);
  await save();
}

function fields() {
  return globalThis.evalDeclaration?.sections.flatMap((section) => section.fields) ?? [];
}

function write(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) if (value) formHandle()?.set(name, value);
}

function lock(names: readonly string[]): void {
  for (const name of names) formHandle()?.lock(name);
}

function current(): Record<string, string> {
  const form = formHandle();
  return Object.fromEntries((form?.filled() ?? []).map((name) => [name, form?.get(name) ?? '']));
}

/** Nobody waits for what a step looks up that is not shown, or not any more. */
function waitWhileShown(status: Element | null): (failed: boolean) => void {
  const isHidden = () => status?.checkVisibility() === false;
  if (isHidden()) return () => {};
  const answered = waitFor('lookup');
  let ended = false;
  const end = (failed: boolean) => {
    clearInterval(looking);
    if (!ended) answered(failed);
    ended = true;
  };
  const looking = setInterval(() => isHidden() && end(false), 20);
  return end;
}

/** Asks who the other person is whenever the three keys of a section stand complete. */
function watchLookup(known: Set<string>, save: () => Promise<void>): () => Promise<void> {
  const sections = globalThis.evalDeclaration?.sections ?? [];
  const asked = new Map<string, string>();
  const keyOf = (section: (typeof sections)[number], kind: string) => {
    const field = section.fields.find((one) => one.kind === kind && one.expect === 'lookup-key');
    return field ? (formHandle()?.get(field.name) ?? '').trim() : '';
  };
  return async () => {
    for (const section of sections) {
      const { subject } = section;
      const keys = {
        subject,
        name: keyOf(section, 'full-name'),
        id: keyOf(section, 'personal-id'),
        birth: keyOf(section, 'birth-date'),
      };
      const question = JSON.stringify(keys);
      if (!keys.name || !/^\d{12}$/.test(keys.id) || !keys.birth || asked.get(subject) === question) continue;
      const first = !asked.has(subject);
      asked.set(subject, question);
      // After a reload the answer is there already, locked.
      if (first && section.fields.some(({ name, expect }) => expect === 'on-lookup' && known.has(name)))
        continue;
      const status = document.querySelector('.asking');
      if (status) status.textContent = 'Đang tra cứu cơ sở dữ liệu quốc gia về dân cư…';
      tell({ type: 'lookup-asked', subject });
      const answered = waitWhileShown(status);
      const answer = await ask<{ found: boolean; values: Record<string, string> }>(
        `/api/site/lookup?d=${siteState().dossier}`,
        { body: keys },
      );
      const names = Object.keys(answer.values);
      write(answer.values);
      lock(names);
      for (const name of names) known.add(name);
      if (status) status.textContent = '';
      setTimeout(() => {
        tell(answer.found ? { type: 'lookup-answered', subject, names } : { type: 'lookup-silent', subject });
        answered(!answer.found);
      }, 0);
      await save();
    }
  };
}
