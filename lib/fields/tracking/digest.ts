/** Made anew in every document and never sent: a digest means nothing outside the page's visit. */
const [salt = 0] = crypto.getRandomValues(new Uint32Array(1));

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
  // Each step is one to one for its sign: two values that differ in one sign never have the same digest.
  let digest = salt;
  for (let i = 0; i < text.length; i++) digest = Math.imul(digest ^ text.charCodeAt(i), 2654435761);
  return digest.toString(36);
}
