import type { CDPSession, Page } from 'playwright-core';

/** A box in the page's window, px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a person sees of the companion: its sentences, its buttons, and where the arrow is. */
export interface Seen {
  /** The sentence of what to do now. */
  now: string;
  /** What it says that it points at; empty while it points at nothing. */
  pointing: string;
  /** All of its words. */
  text: string;
  show: Box | null;
  expand: Box | null;
  point: Box | null;
}

/** The companion of one page. Only the debugger can look into its closed shadow root. */
export interface Panel {
  /** null while there is no companion on the page. */
  read(): Promise<Seen | null>;
  close(): Promise<void>;
}

export async function openPanel(page: Page): Promise<Panel> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  return {
    read: () => readPanel(session).catch(() => null),
    close: () => session.detach().catch(() => undefined),
  };
}

async function readPanel(session: CDPSession): Promise<Seen | null> {
  const { root } = await session.send('DOM.getDocument', { depth: 2 });
  const html = root.children?.find(({ localName }) => localName === 'html');
  const host = html?.children?.find(({ localName }) => localName === 'dong-hanh-companion');
  const inside =
    host && (await session.send('DOM.describeNode', { nodeId: host.nodeId, depth: 1, pierce: true }));
  const backendNodeId = inside?.node.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) return null;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  if (!object.objectId) return null;
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: String(lookInside),
    returnByValue: true,
  });
  return result.value as Seen | null;
}

/** Runs in the page, with the shadow root as `this`. */
function lookInside(this: ShadowRoot): Seen | null {
  const boxOf = (element: Element | null | undefined) => {
    if (!element) return null;
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  };
  const textOf = (selector: string) => this.querySelector(selector)?.textContent?.trim() ?? '';
  const shown = this.querySelector('.box');
  if (!shown) return null;
  return {
    now: textOf('.now'),
    pointing: textOf('.pointing'),
    text: shown.textContent ?? '',
    show: boxOf(this.querySelector('[data-act="show"]')),
    expand: boxOf(this.querySelector('.pill')),
    point: boxOf(this.querySelector('.point')),
  };
}
