import type { CDPSession, Page } from 'playwright-core';
import { until } from './stage.ts';

export type Box = { left: number; top: number; right: number; bottom: number };

/** Boxes of what stands inside our closed shadow root, which only the debugger can look into. */
export async function insideBoxes(page: Page, className: string): Promise<Box[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('DOM.getDocument', { depth: 0 });
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  const boxes: Box[] = [];
  for (const { nodeId, attributes = [] } of nodes) {
    const classes = attributes[attributes.indexOf('class') + 1] ?? '';
    if (!attributes.includes('class') || !classes.split(' ').includes(className)) continue;
    const { model } = await session.send('DOM.getBoxModel', { nodeId }).catch(() => ({ model: null }));
    const [left, top, , , right, bottom] = model?.border ?? [];
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) continue;
    boxes.push({ left, top, right, bottom });
  }
  await session.detach();
  return boxes;
}

/** Hands the page our closed shadow root, as `shadowRoot` of our host, for as long as its document lives. */
export async function openShadow(where: Page): Promise<void> {
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

export const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Something in the shadow root as a screen reader has it: what kind of thing, and its name. */
export type Wanted = { role: string; name: RegExp };

/** Finds it anew until `work` could be done with it: a list that is drawn again has other nodes. */
async function withNode(
  page: Page,
  { role, name }: Wanted,
  work: (session: CDPSession, backendNodeId: number) => Promise<unknown>,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('DOM.getDocument', { depth: 0 });
  await until(
    async () => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const found = nodes.find((it) => it.role?.value === role && name.test(String(it.name?.value ?? '')));
      if (found?.backendDOMNodeId === undefined) return `no ${role} is called ${name}`;
      return work(session, found.backendDOMNodeId).then(
        () => 'done',
        (error: Error) => error.message,
      );
    },
    (it) => it === 'done',
  );
  await session.detach();
}

/** Clicks on the middle of it with the mouse, once the panel has come to rest where it covers nothing of the page. */
export async function clickInside(page: Page, wanted: Wanted): Promise<void> {
  let at: [number, number] = [0, 0];
  let since = 0;
  await withNode(page, wanted, async (session, backendNodeId) => {
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    const now: [number, number] = [(left + right) / 2, (top + bottom) / 2];
    if (now[0] !== at[0] || now[1] !== at[1]) since = performance.now();
    at = now;
    if (performance.now() - since < 300) throw new Error('it still moves');
  });
  await page.mouse.click(...at);
}

/** Puts the focus on it, as Tab would. */
export function focusInside(page: Page, wanted: Wanted): Promise<void> {
  return withNode(page, wanted, (session, backendNodeId) => session.send('DOM.focus', { backendNodeId }));
}
