/** Made anew in every document and never sent: a digest means nothing outside the page's visit. */
const salt = crypto.getRandomValues(new Uint32Array(2));

/** Signs, blanks and marks of all kinds. A class of all letters (`\p{L}`), compiled, would weigh on the page's heap. */
const SEPARATORS = /[\0-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/g;

/**
 * A short-lived digest of a shown value, for telling whether it changed. Spelling that a portal tidies up after a
 * person (case, blanks, separators of a date) does not change it. Returns null for an empty value.
 */
export function digestOf(value: string): string | null {
  const trimmed = value.trim();
  if (trimmed === '') return null;
  const text = trimmed.normalize('NFC').toLowerCase().replace(SEPARATORS, '') || trimmed;
  // cyrb53 by bryc (public domain): two multiplicative lanes, enough to tell two values of one field apart.
  let [h1, h2] = [0xdeadbeef ^ (salt[0] ?? 0), 0x41c6ce57 ^ (salt[1] ?? 0)];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  return `${(h1 >>> 0).toString(36)}.${(h2 >>> 0).toString(36)}`;
}
