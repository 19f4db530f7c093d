import type { Frame } from 'playwright-core';
import { personAt } from '../../portal/people.ts';
import { personValue } from '../../portal/values.ts';
import { controlOf, optionsOf, placesOf } from '../../technologies/fields.ts';
import type { Field } from '../../technologies/form.ts';
import { enter } from '../../technologies/hands.ts';
import { arrive } from '../citizen.ts';
import type { Plan } from '../plan.ts';
import type { SiteCitizen } from './citizen.ts';

const written: Record<string, string> = {
  phone: '0900417733',
  email: 'sao.mai@vi-du.vn',
  reason: 'Bổ sung hồ sơ Huổi Lạ',
  'request-content': 'Đề nghị xét duyệt Huổi Lạ',
  'death-cause': 'Tuổi cao sức yếu Huổi Lạ',
  'land-parcel': '7719',
  'land-area': '417',
  'land-certificate-number': 'BX 771942',
  'business-name': 'Hộ kinh doanh Hoa Ban Thử',
  'business-capital': '41700000',
  'business-line': 'Bán lẻ hàng thử Huổi Lạ',
};

/** Fills what is empty and not the portal's to fill; what a draft brought back is left as it is. */
export async function fillDeclaration(citizen: SiteCitizen): Promise<void> {
  const { page, plan, site, turns } = citizen;
  let frame = await readyFrame(citizen);
  await arrive(citizen, 'form-shown');
  const places = placesOf(site.declaration).filter(({ field }) => !field.hasValue);
  const middle = Math.floor(places.length / 2);
  for (const [index, { field, section }] of places.entries()) {
    if (index === middle) {
      await arrive(citizen, 'mid-form');
      if (turns.reloads && !citizen.did.has('reload')) {
        citizen.did.add('reload');
        await page.waitForTimeout(150);
        await page.reload();
        frame = await readyFrame(citizen);
      }
    }
    if (await holds(frame, field.name)) continue;
    await enter(frame, site.declaration, field.name, entryFor(field, section.subject, plan)).catch(
      async (error: unknown) => {
        // A look-up asked for earlier has answered over the last one that said nothing, and locked the field.
        if (!(await holds(frame, field.name))) throw error;
      },
    );
    citizen.walked.typedValues.push(entryFor(field, section.subject, plan));
    if (field.kind === 'birth-date' && field.expect === 'lookup-key') await lookupSettled(frame);
    // A list of WebForms posts the page back: what comes is the same form again.
    if (site.system === 'business' && field.widget === 'select') frame = await readyFrame(citizen);
  }
  await arrive(citizen, 'lookup-settled');
  // The draft is sent right after the last box was left.
  await page.waitForTimeout(120);
}

/** The frame of the declaration, once it is mounted and holds what the account knows. */
async function readyFrame({ page, site }: SiteCitizen): Promise<Frame> {
  const isFramed = site.system === 'justice';
  const element = isFramed ? await page.locator('iframe[title="Tờ khai điện tử"]').elementHandle() : null;
  const frame = (await element?.contentFrame()) ?? page.mainFrame();
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 20_000 });
  const held = placesOf(site.declaration).filter(({ field }) => field.hasValue);
  for (const { field } of held) {
    await frame.waitForFunction((name) => globalThis.evalForm?.get(name) !== '', field.name, { polling: 30 });
  }
  return frame;
}

async function holds(frame: Frame, name: string): Promise<boolean> {
  return frame.evaluate((one) => globalThis.evalForm?.get(one) !== '', name);
}

/** What the citizen enters into a field. */
function entryFor(field: Field, subject: string, plan: Plan): string {
  const control = controlOf(field);
  if (control === 'select' || control === 'radio') {
    const options = optionsOf(field).filter((option) => option !== 'Bản thân');
    return options[plan.seed % options.length] ?? '';
  }
  const person = personAt(subject === 'requester' ? plan.account : plan.subject);
  return personValue(field, person) ?? written[field.kind] ?? 'Thử nghiệm Khuổi';
}

/** Waits as a person does: while the page says that it is looking the other person up. */
async function lookupSettled(frame: Frame): Promise<void> {
  const asking = frame.locator('.asking', { hasText: 'Đang tra cứu' });
  await asking.waitFor({ timeout: 300 }).catch(() => undefined);
  await asking.waitFor({ state: 'hidden' });
}
