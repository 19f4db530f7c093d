import { atPath, dossiersIn, isAmong, pairsOf } from '../../portal/index.ts';
import type { Context } from './context.ts';

/** Reads how far dossiers have come from pages on which a person looks them up. Each state is told once. */
export function watchProgress({ profile, tell, seal }: Context): (at: number) => void {
  const told = new Set<string>();
  let lastText = '';

  return (at) => {
    const rules = profile.progress;
    if (!rules || !atPath(rules.path)) return;
    const text = document.body.textContent;
    if (text === lastText) return;
    lastText = text;
    const labels = [...rules.number, ...rules.received, ...rules.due, ...rules.result, ...rules.state];
    const pairs = pairsOf(document, (words) => isAmong(labels, words));
    for (const { number, ...progress } of dossiersIn(rules, pairs)) {
      const seen = `${number} ${JSON.stringify(progress)}`;
      if (told.has(seen)) continue;
      told.add(seen);
      void seal(number).then((mark) => mark && tell({ type: 'progress', at, mark, ...progress }));
    }
  };
}
