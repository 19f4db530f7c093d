import type { CorrectionsProps } from '../../components/dashboard/corrections.tsx';
import type { ImportAnswer } from '../../components/dashboard/pack-import.tsx';
import { type Correction, type CorrectionPlace, changesOf, wayBack } from '../../lib/fields/index.ts';
import { api, type Messages } from '../../lib/messages/index.ts';
import { MOST_CORRECTIONS } from '../../lib/messages/schema.ts';
import { loadCorrections, MOST_PACK_BYTES, packText, readPack } from '../../lib/storage/index.ts';
import { handOut } from './download.ts';

type Answer = Messages['correct']['response'];

async function correct(add: Correction[], remove: CorrectionPlace[]): Promise<Answer> {
  const request: Messages['correct']['request'] = { name: 'correct', add, remove };
  return api.runtime.sendMessage(request);
}

/** Rejects with the reason when it was refused. */
async function kept(answer: Promise<Answer>): Promise<void> {
  const given = await answer;
  if ('refused' in given) throw new Error(given.refused);
}

/** What the section of corrections asks for. */
export function actionsOn(
  corrections: readonly Correction[],
): Pick<CorrectionsProps, 'onRemove' | 'onRemoveAll' | 'onExport' | 'onImport'> {
  return {
    async onRemove(correction) {
      const { form, field } = correction;
      await kept(correct([], [{ form, field }]));
      return () => kept(correct([correction], []));
    },
    async onRemoveAll() {
      const places = corrections.map(({ form, field }) => ({ form, field }));
      await kept(correct([], places));
      return undoOf(corrections.map((before) => ({ before, after: null })));
    },
    onExport() {
      const name = 'dong-hanh-pack.json';
      handOut(name, [packText(corrections)]);
      return name;
    },
    onImport: take,
  };
}

/** The way back from these changes, as far as nothing was corrected anew by then. */
const undoOf = (changes: Parameters<typeof wayBack>[0]) => async () => {
  const { add, remove } = wayBack(changes, await loadCorrections());
  await kept(correct(add, remove));
};

async function take(file: File): Promise<ImportAnswer> {
  if (file.size > MOST_PACK_BYTES) return { fault: { reason: 'too-large' } };
  try {
    const pack = readPack(await file.text());
    if ('fault' in pack) return { fault: { ...pack.fault, most: MOST_CORRECTIONS } };
    const before = await loadCorrections();
    const answer = await correct(pack.corrections, []);
    if ('corrections' in answer) {
      const changes = changesOf(before, answer.corrections);
      return {
        taken: pack.corrections.length,
        replaced: changes.filter((it) => it.before).length,
        undo: changes.length > 0 ? undoOf(changes) : null,
      };
    }
    return { fault: { reason: answer.refused === 'too-many' ? 'full' : 'write', most: MOST_CORRECTIONS } };
  } catch {
    return { fault: { reason: 'write' } };
  }
}
