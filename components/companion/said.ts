import { PEOPLE } from '../people/texts.ts';
import { rateKey } from './After.tsx';
import { correctedKey } from './AuditDetailView.tsx';
import type { AuditModel } from './audit-model.ts';
import type { PanelModel } from './model.ts';
import { pointingWords } from './Now.tsx';
import type { PeopleModel } from './people-model.ts';
import { WORDS } from './words.ts';

/**
 * What the panel says beside the present step, for those who hear it: each under its name, empty while it says nothing.
 * It has its own lasting elements, since a line that comes with its text, or is made anew, is not read aloud.
 */
export function saidIn(
  { language, guide: { pointing, errors } }: Pick<PanelModel, 'language' | 'guide'>,
  chosen: AuditModel['chosen'],
  { ready, leftover, after }: Pick<PeopleModel, 'ready' | 'leftover' | 'after'>,
) {
  const t = WORDS[language];
  const people = PEOPLE[language];
  const score = after?.satisfaction ?? null;
  return {
    pointing: pointing ? pointingWords(pointing, t) : '',
    errors: errors.length > 0 ? [t('panel.errors'), ...errors].join('. ') : '',
    found: chosen && chosen.found !== 'here' ? t(`found.${chosen.found}`) : '',
    corrected: chosen?.row.corrected ? t(correctedKey(chosen)) : '',
    ready: ready ? `${people('ready.title')} ${people('ready.how')}` : '',
    leftover: leftover ? people(`logout.${leftover}`) : '',
    rated: score === null ? '' : people('rate.thanks', { words: people(rateKey(score)) }),
  };
}
