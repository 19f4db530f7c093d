import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Declaration, Field } from '../technologies/form.ts';
import { choose, typeInto } from '../technologies/hands.ts';
import { type OpenForm, openForm } from '../technologies/open.ts';
import type { FormServer } from '../technologies/server.ts';

/** design.md: a look-up answers within this time, and what a script writes after it is late. */
const LOOK_UP_MS = 10_000;

type Placed = { field: Field; subject: string };

/** What could not be done by hand, by the field's name. */
export type Undone = Map<string, string>;

/**
 * Plays the labelled filling of a declaration where the extension watches: the portal's writing through the
 * library's model, a person's by real keys and clicks. The browser's own filling is not played; such fields are left.
 */
export async function playFilling(page: Page, server: FormServer, declaration: Declaration): Promise<Undone> {
  const watched = {
    ...declaration,
    host: 'dichvucong.gov.vn',
    path: '/nop-ho-so?formalityCaseId=1',
  };
  const form = await openForm(page, server, watched, { direct: true });
  const placed = declaration.sections.flatMap((section) =>
    section.fields.map((field) => ({ field, subject: field.subject ?? section.subject })),
  );
  const undone: Undone = new Map();
  const attempt = async (field: Field, act: () => Promise<void>) => {
    await act().catch((error: unknown) => undone.set(field.name, String(error).split('\n')[0] ?? ''));
  };
  await onLoad(form, placed, attempt);
  await sleep(700);
  let lastKeyAt = 0;
  for (const [index, { field, subject }] of placed.entries()) {
    const { by, value } = field.fill ?? { by: 'empty', value: '' };
    if (by !== 'typed' && by !== 'chosen') continue;
    const act = by === 'typed' ? typeInto : choose;
    await attempt(field, () => act(form.frame, watched, field.name, value));
    const isKey = (it: Placed) =>
      it.subject === subject &&
      it.field.expect === 'lookup-key' &&
      /typed|chosen/.test(it.field.fill?.by ?? '');
    if (!isKey({ field, subject })) continue;
    lastKeyAt = Date.now();
    if (placed.slice(index + 1).some(isKey)) continue;
    await sleep(800);
    for (const other of placed) {
      if (other.subject === subject && other.field.fill?.by === 'portal-on-lookup')
        await attempt(other.field, () => form.set(other.field.name, other.field.fill?.value ?? ''));
    }
  }
  const late = placed.filter(({ field }) => field.fill?.by === 'portal-late');
  if (late.length > 0) {
    await sleep(Math.max(5_000, lastKeyAt + LOOK_UP_MS + 500 - Date.now()));
    for (const { field } of late) await attempt(field, () => form.set(field.name, field.fill?.value ?? ''));
  }
  await sleep(1_500);
  return undone;
}

async function onLoad(
  form: OpenForm,
  placed: readonly Placed[],
  attempt: (field: Field, act: () => Promise<void>) => Promise<void>,
): Promise<void> {
  for (const { field } of placed) {
    const value = field.fill?.by === 'portal-on-load' ? field.fill.value : field.fill?.before;
    if (value === undefined) continue;
    await attempt(field, async () => {
      await form.set(field.name, value);
      if (field.locked) await form.lock(field.name);
    });
  }
}
