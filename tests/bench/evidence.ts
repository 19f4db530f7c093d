import { setTimeout as sleep } from 'node:timers/promises';
import type { FieldRecord } from '../../lib/fields/field.ts';
import type { Submission } from '../../lib/flow/submission.ts';
import type { Extension } from '../browser/extension.ts';
import type { ContenderId } from './contenders.ts';
import type { Sample, Workload } from './samples.ts';
import type { Tab } from './tab.ts';

type Found = Pick<Sample, 'evidence' | 'faults'>;

/** Fields that the declaration shows at least; fewer would mean that it was not read. */
const LEAST_FIELDS = 20;

type Shown = 'not there' | 'collapsed' | 'open';
/** How the companion's panel has to stand. */
const WANTED: Partial<Record<ContenderId, Shown>> = { off: 'not there', pill: 'collapsed', on: 'open' };

/** What shows that the contender of this tab did its work, and what speaks against it. Asked after measuring. */
export async function evidenceOf(tab: Tab, workload: Workload): Promise<Found> {
  const { id, extension } = tab.contender;
  const faults = [...tab.errors];
  const world = tab.worlds.size > 0;
  if (world !== (id !== 'page' && id !== 'rrweb'))
    faults.push(`script worlds of extensions: ${tab.worlds.size}`);
  if (id === 'rrweb') return recorded(tab, faults);
  if (!extension) return { evidence: world ? 'its script ran' : 'no script of anybody', faults };
  const { evidence, missing } = await stored(extension, workload);
  const panel = await panelOf(tab);
  if (panel.shown !== WANTED[id]) faults.push(`the panel is ${panel.shown}`);
  if (id === 'on' && workload === 'idle' && panel.marks === 0) faults.push('no field is marked');
  const shown = panel.shown === 'not there' ? '' : `, panel ${panel.shown}, ${panel.marks} marks`;
  return { evidence: evidence + shown, faults: [...faults, ...missing] };
}

async function recorded({ page }: Tab, faults: string[]): Promise<Found> {
  const { events, bytes } = (await page.evaluate(() => window.benchRecorder)) ?? { events: 0, bytes: 0 };
  if (events === 0) faults.push('nothing was recorded');
  return { evidence: `${events} events, ${Math.round(bytes / 1_000)} kB of JSON`, faults };
}

/** What of the workload stands in the database: the tab's own submission is the one that is open. */
async function stored(
  extension: Extension,
  workload: Workload,
): Promise<{ evidence: string; missing: string[] }> {
  for (let tries = 0; ; tries++) {
    const found = await readBack(extension, workload);
    // A report waits up to 400 ms, and the worker may have to start for it.
    if (found.missing.length === 0 || tries === 20) return found;
    await sleep(100);
  }
}

async function readBack(extension: Extension, workload: Workload) {
  const stores = await extension.stores();
  const open = (stores.submissions as Submission[]).filter(({ outcome }) => outcome === 'open');
  const fields = (stores.fields as FieldRecord[]).filter(({ submissionId }) => submissionId === open[0]?.id);
  const typed = fields.filter(({ state }) => state === 'typed').length;
  const come = fields.filter(({ key }) => key.includes('/benchField')).length;
  const missing: string[] = [];
  if (open.length !== 1) missing.push(`${open.length} open submissions are stored`);
  if (fields.length < LEAST_FIELDS) missing.push(`only ${fields.length} fields are stored`);
  if (workload === 'key' && typed === 0) missing.push('no field is stored as typed');
  const grows = ['churn', 'plain-churn', 'big', 'own-churns'].includes(workload);
  if (grows && come === 0) missing.push('none of the questions that came is stored');
  const more = workload === 'key' ? `, ${typed} typed` : grows ? `, ${come} of them came` : '';
  return { evidence: `${open.length} open submission, ${fields.length} fields${more}`, missing };
}

type Node = { nodeName: string; attributes?: string[]; children?: Node[]; shadowRoots?: Node[] };

/** The panel's shadow root is closed to scripts, not to the debugger. */
async function panelOf({ cdp }: Tab): Promise<{ shown: Shown; marks: number }> {
  const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  const host = find(root, ({ nodeName }) => nodeName === 'DONG-HANH-COMPANION')[0];
  const inside = (name: string) =>
    host ? find(host, ({ attributes }) => attributes?.includes(name) ?? false) : [];
  const isCollapsed = inside('pill').length > 0;
  const shown = host ? (isCollapsed ? 'collapsed' : 'open') : 'not there';
  return { shown, marks: inside('mark').length };
}

function find(node: Node, test: (node: Node) => boolean): Node[] {
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap((child) => find(child, test));
  return test(node) ? [node, ...below] : below;
}
