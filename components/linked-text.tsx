import type { ComponentChildren } from 'preact';

/** The portal's address: the one link that leads out of the extension. */
export const PORTAL = 'https://dichvucong.gov.vn/';

/** A message with `{link}` in it, that place taken by the given element. The message is read with no value for it. */
export function LinkedText({ text, children }: { text: string; children: ComponentChildren }) {
  const [before, after = ''] = text.split('{link}');
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}

/** A link to the National Public Service Portal, in a new tab. */
export function PortalLink() {
  return (
    <a href={PORTAL} target="_blank" rel="noreferrer">
      dichvucong.gov.vn
    </a>
  );
}
