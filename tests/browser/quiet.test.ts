import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, setStage, until } from './stage.ts';

/** A page on which nothing else changes: what is not looked at then never is. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
});
afterAll(() => stage.close());

const milestones = async () => (await stage.extension.submissions())[0]?.milestones;

it('the answer to a submit counts where the page only writes other words into a text that stands there', async () => {
  const page = await stage.openDeclaration();
  await until(milestones, (it) => it?.['form-opened'] !== undefined);
  await page.evaluate(() => {
    const words = document.createTextNode('Xin chờ');
    const toast = document.createElement('div');
    toast.className = 'Toastify__toast';
    toast.append(words);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Lưu và nộp hồ sơ';
    // Longer after the click than it is looked at by itself.
    button.onclick = () =>
      setTimeout(() => {
        words.data = 'Nộp hồ sơ thành công';
      }, 3_000);
    document.body.prepend(button, toast);
  });
  await page.getByRole('button', { name: 'Lưu và nộp hồ sơ' }).first().click();
  const told = await until(milestones, (it) => it?.submitted !== undefined);
  expect(told?.submitted?.evidence).toBe('national/result/toast');
});
