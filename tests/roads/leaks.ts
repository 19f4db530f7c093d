import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a secret was found, told without the secret itself. */
export type Leak = { place: string; secret: number };

/** Looks for every secret in texts by name of their place, as written and as a computer may have re-encoded it. */
export function findLeaks(secrets: readonly string[], texts: Readonly<Record<string, string>>): Leak[] {
  return Object.entries(texts).flatMap(([place, text]) =>
    secrets.flatMap((value, secret) =>
      spellings(value).some((spelling) => text.includes(spelling)) ? [{ place, secret }] : [],
    ),
  );
}

/** The raw files in which the browser keeps the extension's stores, as bytes and as two-byte text. */
export async function storeFiles(profile: string, extensionId: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const folder of [
    'IndexedDB',
    'Local Extension Settings',
    'Sync Extension Settings',
    'Session Storage',
  ]) {
    const root = join(profile, 'Default', folder);
    const names = await readdir(root, { recursive: true }).catch(() => []);
    for (const name of names.filter((it) => folder === 'Session Storage' || it.includes(extensionId))) {
      const bytes = await readFile(join(root, name)).catch(() => null);
      if (!bytes) continue;
      texts[`${folder}/${name} (utf-8)`] = bytes.toString('utf8');
      texts[`${folder}/${name} (utf-16)`] = bytes.toString('utf16le');
      texts[`${folder}/${name} (utf-16, shifted)`] = bytes.subarray(1).toString('utf16le');
    }
  }
  return texts;
}

function spellings(value: string): string[] {
  return [
    ...new Set([
      value,
      value.normalize('NFD'),
      JSON.stringify(value).slice(1, -1),
      encodeURIComponent(value),
      btoa(unescape(encodeURIComponent(value))).replace(/=+$/, ''),
    ]),
  ];
}
