import { FoldButton } from './FoldButton.tsx';
import type { GuideActions, PrepareModel } from './guide-model.ts';
import type { Words } from './words.ts';

interface PrepareProps {
  prepare: PrepareModel;
  open: boolean;
  t: Words;
  act: GuideActions;
}

/** The checklist before the login: what to have at hand, the page's own papers, and what people stumble over. */
export function Prepare({ prepare, open, t, act }: PrepareProps) {
  const { have, papers, traps, ticked } = prepare;
  const all = [...have, ...papers];
  const done = all.filter((item) => ticked.includes(item)).length;
  const tick = (item: string, words: string) => (
    <li key={item}>
      <label class="tick">
        <input
          type="checkbox"
          data-act={`tick-${all.indexOf(item)}`}
          checked={ticked.includes(item)}
          onChange={() => act.tick(item)}
        />
        <span>{words}</span>
      </label>
    </li>
  );
  return (
    <div class="part">
      <FoldButton part="prepare" open={open} fold={act.fold}>
        {t('prepare.title', { done, of: all.length })}
      </FoldButton>
      {open && (
        <>
          <p class="soft">{t('prepare.why')}</p>
          <p class="head-line">{t('prepare.have')}</p>
          <ul class="items">{have.map((key) => tick(key, t(key)))}</ul>
          {papers.length > 0 && <p class="head-line">{t('prepare.papers')}</p>}
          <ul class="items">{papers.map((name) => tick(name, name))}</ul>
          <p class="head-line">{t('prepare.traps')}</p>
          <ul class="items dots">
            {traps.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
