import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium itself: branded Chrome no longer takes an unpacked extension from the command line. */
const NAMES = ['chromium', 'chromium-browser', 'ungoogled-chromium'];
const ADVICE = [
  'Không tìm thấy Chromium. Hãy cài rồi chạy lại:',
  '  Debian, Ubuntu:  sudo apt-get install chromium',
  '  Fedora:          sudo dnf install chromium',
  '  macOS:           brew install chromium',
  'Đã có sẵn ở chỗ khác? Hãy chỉ đường: CHROMIUM=/đường/dẫn/chromium npm start',
].join('\n');

/**
 * The Chromium of this machine: env CHROMIUM, one on the PATH, or Debian's package, installed where that is allowed
 * without asking. Sets env CHROMIUM for what is started from here. Throws with advice where there is none.
 */
export function ensureChromium(say: (line: string) => void): string {
  const found = process.env.CHROMIUM ?? onPath() ?? (installPackage(say) ? onPath() : undefined);
  if (!found) throw new Error(ADVICE);
  process.env.CHROMIUM = found;
  return found;
}

function onPath(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only as root, or where sudo asks for nothing: a script that stops to ask for a password has stopped. */
function installPackage(say: (line: string) => void): boolean {
  if (process.platform !== 'linux' || !isProgram('/usr/bin/apt-get')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...args: string[]) => {
    const [program = '', ...rest] = [...asRoot, ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  };
  if (asRoot.length > 0 && !run('true')) return false;
  say('Chưa có Chromium trên máy này: đang cài gói của Debian (một đến vài phút)…');
  // Recommended packages are desktop things; a font with Vietnamese letters is what the pages need.
  const wanted = ['chromium', 'fonts-noto-core'];
  return (
    run('apt-get', 'update', '-qq') &&
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...wanted)
  );
}
