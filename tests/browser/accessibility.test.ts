import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insideBoxes } from './inside.ts';
import { type Stage, setStage, until } from './stage.ts';

const ROLES = ['helper', 'volunteer', 'reviewer'] as const;
const LANGUAGES = ['vi', 'en'] as const;
const SCHEMES = ['light', 'dark'] as const;
type Look = { role: string; language: string; scheme: (typeof SCHEMES)[number] };
const LOOKS: readonly Look[] = SCHEMES.flatMap((scheme) =>
  LANGUAGES.flatMap((language) => ROLES.map((role) => ({ role, language, scheme }))),
);

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
  page = await stage.openDeclaration();
  await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
});
afterAll(() => stage.close());

/** What axe finds below `selector`, in one line each: the rule and the elements. */
async function faults(where: Page, selector: string): Promise<string[]> {
  await where.evaluate(axe.source);
  return where.evaluate(async (wanted) => {
    const world = globalThis as unknown as { axe: { run(root: Element): Promise<Found> } };
    const root = document.querySelector(wanted);
    if (!root) throw new Error(`there is no ${wanted}`);
    const { violations } = await world.axe.run(root);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((it) => it.html.slice(0, 120)).join(' | ')}`,
    );
  }, selector);
}
type Found = { violations: { id: string; nodes: { html: string }[] }[] };

/** Lets axe into our closed shadow root, which only the debugger can look into. */
async function openShadow(where: Page): Promise<void> {
  const session = await where.context().newCDPSession(where);
  await session.send('DOM.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: 'dong-hanh-companion',
  });
  const { node } = await session.send('DOM.describeNode', { nodeId, pierce: true, depth: 1 });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) throw new Error('the companion has no shadow root');
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  await session.send('Runtime.callFunctionOn', {
    ...(object.objectId && { objectId: object.objectId }),
    functionDeclaration: `function () {
      Object.defineProperty(this.host, 'shadowRoot', { value: this, configurable: true });
    }`,
  });
  await session.detach();
}

/** Sets what a person may choose, as its pages do, and the scheme that the laptop prefers. */
async function wear(where: Page, { role, language, scheme }: Look): Promise<void> {
  await where.emulateMedia({ colorScheme: scheme });
  await stage.extension.choose({ role, language });
}

/** What is broader than the window, if anything is. */
const overhang = (where: Page) =>
  where.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the companion', () => {
  it('has no fault that axe finds: all roles, both languages, light and dark', async () => {
    await openShadow(page);
    const found: string[] = [];
    for (const look of LOOKS) {
      await wear(page, look);
      await until(
        () => page.evaluate(() => document.querySelector('dong-hanh-companion')?.shadowRoot?.innerHTML ?? ''),
        (html) =>
          html.includes(`lang="${look.language}"`) &&
          new RegExp(
            `aria-pressed="true"[^>]*data-role="${look.role}"|data-role="${look.role}"[^>]*aria-pressed="true"`,
          ).test(html),
      );
      for (const fault of await faults(page, 'dong-hanh-companion'))
        found.push(`${Object.values(look).join(' ')}: ${fault}`);
    }
    expect(found).toEqual([]);
  });

  it('has every control named, and in reach of the keyboard', async () => {
    await wear(page, { role: 'volunteer', language: 'vi', scheme: 'light' });
    const controls = await page.evaluate(() => {
      const root = document.querySelector('dong-hanh-companion')?.shadowRoot;
      return [...(root?.querySelectorAll<HTMLElement>('button, input, select, textarea') ?? [])].map(
        (it) => ({
          tab: it.tabIndex,
          text: it.ariaLabel || it.textContent || it.title,
        }),
      );
    });
    expect(controls.length).toBeGreaterThan(5);
    expect(controls.filter(({ tab, text }) => tab < 0 || !text.trim())).toEqual([]);
  });
});

describe.each(['popup', 'dashboard', 'welcome'] as const)('%s', (name) => {
  it('has no fault that axe finds, and loses nothing at 360 px and at 200 %', async () => {
    const shown = await stage.extension.open(name);
    await shown.locator('main').waitFor();
    const found: string[] = [];
    for (const look of LOOKS) {
      await wear(shown, look);
      await shown.locator(`html[lang="${look.language}"]`).waitFor({ state: 'attached' });
      for (const fault of await faults(shown, 'html'))
        found.push(`${Object.values(look).join(' ')}: ${fault}`);
      if (look.scheme === 'dark') continue;
      // 200 % of a window 720 px wide leaves 360 px to the page, and twice the size of everything.
      await shown.setViewportSize({ width: 360, height: 740 });
      if ((await overhang(shown)) > 0) found.push(`${look.role} ${look.language}: too broad at 360 px`);
      await shown.setViewportSize({ width: 1280, height: 900 });
    }
    await shown.evaluate(() => {
      document.documentElement.style.zoom = '2';
    });
    if ((await overhang(shown)) > 0) found.push('too broad at 200 %');
    expect(found).toEqual([]);
    await shown.close();
  });
});

it('the panel lies within a window of 360 px in every role', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const role of ROLES) {
    await wear(page, { role, language: 'vi', scheme: 'light' });
    await until(
      () => insideBoxes(page, 'box'),
      ([box]) => box !== undefined && box.left >= 0 && box.right <= 360 && box.bottom <= 740,
    );
  }
});
