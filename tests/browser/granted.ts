import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Manifest = {
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
};

/**
 * A copy of a built extension whose optional hosts are granted from the start, as after a person's "Cho phép": no
 * browser without a window asks anybody. The copy also keeps a build that is made meanwhile from changing what is
 * walked. Resolves to its folder, which is the caller's to remove.
 */
export async function grantedCopy(built: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dong-hanh-granted-'));
  await cp(built, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  const hosts = manifest.optional_host_permissions ?? [];
  delete manifest.optional_host_permissions;
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...hosts];
  for (const script of manifest.content_scripts ?? []) {
    script.matches = [...new Set([...script.matches, ...hosts])];
  }
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}
