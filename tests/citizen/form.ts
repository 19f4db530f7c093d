import { declarations } from '../portal/catalog.ts';
import type { Field } from '../portal/wire.ts';
import { arrive, type Citizen } from './citizen.ts';
import { correct, enter, question } from './hands.ts';
import { bareName } from './names.ts';
import { valueFor, wrongBirth } from './values.ts';

type Place = { field: Field; subject: string };

/** Goes through the declaration once, then back to what is to be corrected. */
export async function fillForm(citizen: Citizen): Promise<void> {
  const { page, plan } = citizen;
  const places = placesOf(plan.procedure);
  for (const { field } of places) citizen.walked.fields[bareName(field.name)] = 'untouched';
  await arrive(citizen, 'form-shown');
  await page.mouse.wheel(0, 200);
  const middle = Math.floor(places.length / 2);
  const keys = places.filter(({ field }) => field.expect === 'lookup-key');
  for (const [index, place] of places.entries()) {
    if (index === middle) await passMiddle(citizen);
    if (await isForCitizen(citizen, place.field)) await fillPlace(citizen, place);
    if (place === keys.at(-1)) await arrive(citizen, 'lookup-settled');
  }
  for (const { field, subject } of places) {
    if (!plan.corrects.includes(field.name) || field.name === plan.forgets) continue;
    if (citizen.walked.fields[bareName(field.name)] === 'untouched') continue;
    await correct(citizen, field, valueFor(field, subject, plan, true));
  }
}

/** Fills the field that was forgotten at the first submit. */
export async function fillForgotten(citizen: Citizen): Promise<void> {
  const place = placesOf(citizen.plan.procedure).find(({ field }) => field.name === citizen.plan.forgets);
  if (place) await enter(citizen, place.field, valueFor(place.field, place.subject, citizen.plan));
}

function placesOf(procedure: string): Place[] {
  const declaration = declarations.find((one) => one.procedure.code === procedure);
  const sections = declaration?.sections ?? [];
  return sections.flatMap(({ fields, subject }) => fields.map((field) => ({ field, subject })));
}

async function passMiddle(citizen: Citizen): Promise<void> {
  await arrive(citizen, 'mid-form');
  if (!citizen.plan.reloads) return;
  // The draft is saved right after each change; what is under way arrives before the page's own request.
  await citizen.page.waitForTimeout(200);
  await citizen.page.reload();
  await citizen.page.locator('.sd-root-modern [data-name]').first().waitFor();
  await lookupSettled(citizen);
}

/** What the account fills is left alone even before it stands there; the rest by what the page shows. */
async function isForCitizen(citizen: Citizen, field: Field): Promise<boolean> {
  const { plan } = citizen;
  if (field.hasValue || plan.leaves.includes(field.name) || field.name === plan.forgets) return false;
  const root = question(citizen, field.name);
  if (!(await root.isVisible())) return false;
  return !(await root.evaluate((element) => element.classList.contains('sd-question--readonly')));
}

async function fillPlace(citizen: Citizen, { field, subject }: Place): Promise<void> {
  const { plan } = citizen;
  const value = valueFor(field, subject, plan);
  const isBirthKey = field.expect === 'lookup-key' && field.kind === 'birth-date';
  if (isBirthKey && plan.wrongKeyFirst) {
    await enter(citizen, field, wrongBirth(plan));
    await lookupSettled(citizen);
    await correct(citizen, field, value);
  } else {
    await enter(citizen, field, value);
  }
  // In both declarations the birth date is the last of the three keys.
  if (isBirthKey) await lookupSettled(citizen);
}

/** Waits as a person does: while the page says that it is looking the other person up. */
async function lookupSettled({ page }: Citizen): Promise<void> {
  const asking = page.locator('.asking', { hasText: 'Đang tra cứu' });
  await asking.waitFor({ timeout: 400 }).catch(() => undefined);
  await asking.waitFor({ state: 'hidden' });
}
