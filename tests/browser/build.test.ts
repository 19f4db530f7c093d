import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { allHosts } from '../../lib/portal/hosts.ts';
import { BUILT } from './stage.ts';

const FIREFOX = join(BUILT, '..', 'firefox-mv3');
/** The portals' own hosts, for which a person is asked; and names of XML and JSON vocabularies, which nobody calls. */
const KNOWN_HOSTS = [
  'dichvucong.gov.vn',
  '*.dichvucong.gov.vn',
  ...allHosts(),
  'www.w3.org',
  'json-schema.org',
];
/** What was learnt of forms lies in the package, and is read from there, once. */
const READS_OWN_FILE = /\bfetch\([\w.]+\.runtime\.getURL\([`'"]\/learnt\.safetensors[`'"]\)\)/;
const read = (folder: string, file: string) => readFile(join(folder, file), 'utf8');
const manifestOf = async (folder: string) => JSON.parse(await read(folder, 'manifest.json'));

describe.each([
  ['Chromium', BUILT],
  ['Firefox', FIREFOX],
])('the build for %s', (_name, folder) => {
  it('asks for the national portal alone, and runs nowhere else', async () => {
    const manifest = await manifestOf(folder);
    const national = ['https://dichvucong.gov.vn/*', 'https://*.dichvucong.gov.vn/*'];
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.host_permissions).toEqual(national);
    expect(manifest.content_scripts).toHaveLength(1);
    expect(manifest.content_scripts[0].matches.toSorted()).toEqual(national.toSorted());
    expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'alarms', 'scripting', 'storage']);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  it('has nothing to call home with: no request, no address of another machine', async () => {
    const files = (await readdir(folder, { recursive: true })).filter((name) =>
      /\.(js|html|css|json)$/.test(name),
    );
    const offences: string[] = [];
    for (const name of files) {
      const whole = await read(folder, name);
      const text = name === 'background.js' ? whole.replace(READS_OWN_FILE, '') : whole;
      if (name === 'background.js') expect(text).not.toBe(whole);
      const calls =
        text.match(/\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts/g) ?? [];
      const hosts = [...text.matchAll(/https?:\/\/([\w*.-]+)/g)].map(([, host]) => host ?? '');
      for (const found of [...calls, ...hosts.filter((host) => !KNOWN_HOSTS.includes(host))]) {
        offences.push(`${name}: ${found}`);
      }
    }
    expect(offences).toEqual([]);
    const { content_security_policy: policy } = await manifestOf(folder);
    // Nothing but the extension's own package.
    expect(policy.extension_pages).toContain("default-src 'none'; ");
    expect(policy.extension_pages).toContain("connect-src 'self'; ");
  });

  it('has a watcher of at most 24 kB gzip', async () => {
    const size = gzipSync(await readFile(join(folder, 'watcher.js')), { level: 9 }).length;
    expect(size).toBeLessThanOrEqual(24 * 1024);
  });
});
