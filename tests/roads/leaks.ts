import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a secret was found, told without the secret itself. */
export type Leak = { place: string; secret: number };

/**
 * Looks for every secret in bytes or texts by name of their place, as written and as a computer may re-encode it.
 * A short number counts only where it stands alone: among thousands of times in milliseconds some hold any six digits.
 */
export function findLeaks(
  secrets: readonly string[],
  places: Readonly<Record<string, string | Buffer>>,
): Leak[] {
  const needles = secrets.map((value) =>
    spellings(value).map((spelling) => ({ ...spelling, alone: /^\d{1,8}$/.test(value) })),
  );
  return Object.entries(places).flatMap(([place, content]) => {
    const bytes = Buffer.from(content);
    return needles.flatMap((some, secret) =>
      some.some((it) => holds(bytes, it)) ? [{ place, secret }] : [],
    );
  });
}

/** The raw files in which the browser keeps the extension's stores. */
export async function storeFiles(profile: string, extensionId: string): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {};
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
      if (bytes) files[`${folder}/${name}`] = bytes;
    }
  }
  return files;
}

/** The bytes of a value in one spelling, and how many of them make a letter. */
type Spelling = { bytes: Buffer; width: 1 | 2 };

function holds(content: Buffer, { bytes, width, alone }: Spelling & { alone: boolean }): boolean {
  for (let at = content.indexOf(bytes); at >= 0; at = content.indexOf(bytes, at + 1)) {
    const beside = [content[at - width], content[at + bytes.length]];
    if (!alone || !beside.some(isLetterOrDigit)) return true;
  }
  return false;
}

const isLetterOrDigit = (byte = 0) => /[0-9a-z]/i.test(String.fromCharCode(byte));

/** One- and two-byte text, composed and not, and the escapes of JSON and addresses. */
function spellings(value: string): Spelling[] {
  const texts = new Set([
    value,
    value.normalize('NFD'),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
  ]);
  return [...texts].flatMap((text) => [
    { bytes: Buffer.from(text, 'utf8'), width: 1 },
    { bytes: Buffer.from(text, 'utf16le'), width: 2 },
  ]);
}
