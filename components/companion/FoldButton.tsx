import type { ComponentChildren } from 'preact';
import type { Fold } from './guide-model.ts';

interface FoldButtonProps {
  part: Fold;
  open: boolean;
  fold(part: Fold): void;
  children: ComponentChildren;
}

/** The head of a part of the guidance: opens and closes it. */
export function FoldButton({ part, open, fold, children }: FoldButtonProps) {
  return (
    <button
      type="button"
      class="fold"
      data-act={`fold-${part}`}
      aria-expanded={open}
      onClick={() => fold(part)}
    >
      <span aria-hidden="true">{open ? '▾' : '▸'}</span> {children}
    </button>
  );
}
