import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { common } from '../common.ts';
import { useFocus } from '../focus.ts';
import { useTexts } from '../language.ts';

interface Removed {
  key: string;
  words: string;
  undo: () => Promise<void>;
}

interface Removals {
  /** Takes one away; `work` resolves to the way back. */
  remove: (key: string, words: string, work: () => Promise<() => Promise<void>>) => void;
  /** Says what else was done to the list, with its own way back. */
  tell: (words: string, undo: () => Promise<void>) => void;
  /** Whether the last removal or undoing could not be kept. */
  failed: boolean;
  /** A line for each that was taken away. */
  lines: ComponentChildren[];
}

/**
 * Takes things out of a list at one press, each with a way back that stays as long as the list does.
 * @param there The keys of those in the list: what has come back by itself is not to be brought back over it.
 * @param undone Called after something was brought back.
 */
export function useRemovals(there: readonly string[], undone: () => void): Removals {
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  const [failed, setFailed] = useState(false);
  const settle = (work: Promise<void>) =>
    work.then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const goBack = async (it: Removed) => {
    await it.undo();
    setRemoved((all) => all.filter((other) => other !== it));
    undone();
  };
  return {
    remove(key, words, work) {
      const take = async () => {
        const undo = await work();
        setRemoved((all) => [...all.filter((it) => it.key !== key), { key, words, undo }]);
      };
      void settle(take());
    },
    tell(words, undo) {
      setFailed(false);
      setRemoved((all) => [...all, { key: crypto.randomUUID(), words, undo }]);
    },
    failed,
    lines: removed
      .filter(({ key }) => !there.includes(key))
      .map((it) => <RemovedLine key={it.key} words={it.words} onUndo={() => void settle(goBack(it))} />),
  };
}

/** What was taken away, and the way back. It has the focus: the button that was pressed has gone with what it stood at. */
function RemovedLine({ words, onUndo }: { words: string; onUndo: () => void }) {
  const t = useTexts(common);
  const button = useFocus<HTMLButtonElement>(true);
  const said = useId();
  return (
    <p class="removed">
      <span id={said}>{words}</span>{' '}
      <button type="button" ref={button} aria-describedby={said} onClick={onUndo}>
        {t('erase_undo')}
      </button>
    </p>
  );
}
