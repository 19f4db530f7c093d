/**
 * HMAC-SHA-256 of a dossier's number in hexadecimal: the same number gives the same
 * mark on this machine, and nothing anywhere else. `key` is hexadecimal.
 */
export async function sealWith(key: string, number: string): Promise<string> {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  // A look-up page may print the same number with other blanks or in small letters.
  const text = number.replace(/\s+/g, '').toUpperCase();
  const mark = await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(text));
  return [...new Uint8Array(mark)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
