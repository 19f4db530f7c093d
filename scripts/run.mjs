/**
 * The door of every npm script: makes sure that what the lock file names is installed, then runs a TypeScript file
 * with the project's own Node, since the one on the machine may be too old to read it. Plain JavaScript without
 * imports from npm: it must work in a fresh clone with Node 20.
 *
 *   node scripts/run.mjs scripts/test.ts --any --arguments
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const ownNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

function install() {
  const mark = join(root, 'node_modules', '.installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.log('Đang cài các gói cần dùng, lần đầu mất chừng một phút…');
  // Not `npm ci`: it refuses a lock file that lacks the binaries of other platforms, and some registries carry only
  // those of one. `--no-save` keeps to the lock file and leaves it as it is.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: windows });
  if (status !== 0) {
    console.error('Không cài được các gói. Hãy xem lỗi ở trên, kiểm tra mạng rồi chạy lại.');
    process.exit(1);
  }
  writeFileSync(mark, lock);
}

function node() {
  if (existsSync(ownNode)) return ownNode;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error('Cần Node 24. Gói npm "node" chưa cài xong: hãy chạy "npm rebuild node" rồi chạy lại.');
  process.exit(1);
}

install();
const [script, ...args] = process.argv.slice(2);
const path = `${dirname(ownNode)}${windows ? ';' : ':'}${process.env.PATH}`;
const child = spawn(node(), [join(root, script ?? ''), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
});
// Ctrl-C reaches the whole group by itself; what is sent to this process alone is passed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
