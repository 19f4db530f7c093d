import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/flow/index.ts';
import { type Stage, setStage, until } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
});
afterAll(() => stage.close());

const present = async () => (await stage.extension.stores()).submissions.at(-1) as Submission | undefined;

describe('a page that plays tricks', () => {
  it('cannot make a submit: neither by clicks of a script, nor by words, nor by a toast', async () => {
    const page = await stage.openDeclaration();
    await until(present, (it) => it?.milestones['form-opened'] !== undefined);
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Lưu và nộp hồ sơ';
      document.body.append(button);
      button.click();
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      // The very control that the profile knows, pressed by a script.
      document.querySelector<HTMLElement>('.actions button.primary')?.click();
      const toast = document.createElement('div');
      toast.className = 'Toastify__toast';
      toast.setAttribute('role', 'alert');
      toast.textContent = 'Nộp hồ sơ thành công';
      document.body.append(toast);
      window.postMessage({ name: 'report', facts: [] }, '*');
      for (const type of ['input', 'change', 'keydown', 'focusin']) {
        document.querySelector('.sd-root-modern input')?.dispatchEvent(new Event(type, { bubbles: true }));
      }
    });
    await page.waitForTimeout(1_000);
    const it = await present();
    expect(it?.outcome).toBe('open');
    expect(Object.keys(it?.milestones ?? {})).not.toContain('submit-clicked');
    expect(Object.keys(it?.milestones ?? {})).not.toContain('first-input');
    await page.close();
    await stage.extension.settled();
  });

  it('cannot stop the record by texts without end', async () => {
    const page = await stage.openDeclaration();
    await until(present, (it) => it?.milestones['form-opened'] !== undefined);
    await page.evaluate(() => {
      const title = document.querySelector('.sd-root-modern .sd-question__title');
      if (!title) throw new Error('there is no question');
      title.textContent = 'Lời cam đoan dài '.repeat(200);
    });
    const labels = async () =>
      ((await stage.extension.stores()).fields as { label: string }[]).map(({ label }) => label);
    const told = await until(labels, (all) => all.some((label) => label.startsWith('Lời cam đoan')));
    expect(told.find((label) => label.startsWith('Lời cam đoan'))).toHaveLength(400);
    expect(told.length).toBeGreaterThan(20);
    await page.close();
    await stage.extension.settled();
  });

  it('cannot add fields or acts through a frame of a stranger', async () => {
    const page = await stage.openDeclaration();
    await until(present, (it) => it?.milestones['form-opened'] !== undefined);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = `data:text/html,<form><label>Ho va ten <input name="citizenNDK_HoVaTen"></label>
        <button>Luu va nop ho so</button></form><script>parent.postMessage({ name: 'report' }, '*')</script>`;
      document.body.prepend(frame);
    });
    const stranger = page.frameLocator('iframe');
    await stranger.locator('input').click();
    await page.keyboard.type('abc');
    await stranger.locator('button').click();
    await page.waitForTimeout(1_000);
    const { fields } = await stage.extension.stores();
    const labels = (fields as { label: string }[]).map(({ label }) => label);
    expect(labels).not.toContain('Ho va ten');
    expect(labels.length).toBeGreaterThan(20);
    const it = await present();
    expect(Object.keys(it?.milestones ?? {})).not.toContain('first-input');
    expect(Object.keys(it?.milestones ?? {})).not.toContain('submit-clicked');
    await page.close();
    await stage.extension.settled();
  });

  it('cannot hand a value to the portal’s field as if a person had typed it', async () => {
    const page = await stage.openDeclaration();
    const box = page.locator('.sd-root-modern [data-name^="citizenNguyennhanchet"] input');
    await box.waitFor();
    // A person acts elsewhere first and the form has long been open: then a script writes.
    await page.locator('.sd-root-modern [data-name^="citizenmoiquanhe"] input').click();
    await page.keyboard.type('con');
    await page.waitForTimeout(5_500);
    await box.evaluate((input: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'by a script');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.locator('.sd-root-modern [data-name^="citizenSogiaybaotu"] input').click();
    const states = async () => {
      const fields = (await stage.extension.stores()).fields as { key: string; state: string }[];
      return fields.filter(({ key }) => key.includes('Nguyennhanchet')).map(({ state }) => state);
    };
    // The dossier of the test before has this field too, and it is empty.
    const seen = await until(states, (all) => all.some((state) => state !== 'empty'));
    expect(seen.filter((state) => state !== 'empty')).toEqual(['portal-late']);
    await page.close();
  });

  it('cannot reach our bus, our host’s inside, or our storage', async () => {
    const page = await stage.openDeclaration();
    await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
    const seen = await page.evaluate(() => ({
      bus: Symbol.for('dong-hanh.bus') in globalThis,
      shadow: document.querySelector('dong-hanh-companion')?.shadowRoot ?? null,
      text: document.querySelector('dong-hanh-companion')?.textContent,
      stored: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie].join(),
    }));
    expect(seen).toMatchObject({ bus: false, shadow: null, text: '' });
    expect(seen.stored).not.toMatch(/dong|hanh/i);
    await page.close();
  });
});
