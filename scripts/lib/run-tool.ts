import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** What a tool said and how it ended. */
export interface ToolRun {
  ok: boolean;
  output: string;
}

/** Runs a program of `node_modules/.bin` and resolves to everything it printed. Never rejects for a bad exit code. */
export function runTool(name: string, args: readonly string[]): Promise<ToolRun> {
  const program = join(root, 'node_modules', '.bin', name);
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(String(part)));
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output: parts.join('') }));
  });
}

/** Builds the extension for one browser into `.output/`. Throws with the tool's words when it cannot. */
export async function build(browser: 'chrome' | 'firefox'): Promise<string> {
  const { ok, output } = await runTool('wxt', ['build', '--browser', browser]);
  if (!ok) throw new Error(`wxt build --browser ${browser}\n${output}`);
  return join(root, '.output', browser === 'chrome' ? 'chrome-mv3' : 'firefox-mv3');
}
