import { FoldButton } from './FoldButton.tsx';
import type { GuideActions, GuideModel, MissingItem } from './guide-model.ts';
import type { Words } from './words.ts';

interface MissingProps {
  guide: GuideModel;
  t: Words;
  act: GuideActions;
}

/** What is asked for and not there; a press on one of them leads to it. */
export function Missing({ guide, t, act }: MissingProps) {
  const { missing, missingCount } = guide;
  const open = guide.unfolded.includes('missing');
  const more = missingCount - missing.length;
  return (
    <div class="part">
      <FoldButton part="missing" open={open} fold={act.fold}>
        {t('panel.missing', { count: missingCount })}
      </FoldButton>
      {open && (
        <ul class="items">
          {missing.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                class="link"
                data-act={`go-${item.id}`}
                aria-label={t('panel.go-to', { label: nameOf(item, t) })}
                onClick={() => act.show(item.id)}
              >
                {nameOf(item, t)}
              </button>
            </li>
          ))}
          {more > 0 && <li class="soft">{t('panel.more', { count: more })}</li>}
        </ul>
      )}
    </div>
  );
}

/** What a missing thing is called: in the page's own words where it has some. */
export function nameOf({ kind, label }: MissingItem, t: Words): string {
  if (kind === 'method') return t('panel.method');
  if (kind === 'row') return t('panel.row', { label: label || t('panel.unnamed-row') });
  return label || t('panel.unnamed');
}
