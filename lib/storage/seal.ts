/**
 * Seals a dossier's number, or an address that can hold one: HMAC-SHA-256 in hexadecimal under a key that stays on this
 * machine, so that it is known again without being kept. Null where there is no key of 32 bytes. The watcher seals too.
 */
export async function sealWith(key: unknown, text: string): Promise<string | null> {
  if (!Array.isArray(key) || key.length !== 32) return null;
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', Uint8Array.from(key as number[]), hmac, false, [
    'sign',
  ]);
  const sealed = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text.trim()));
  return [...new Uint8Array(sealed)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
