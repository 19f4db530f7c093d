import type { JSX } from 'preact';
import { isGivenUp, type Outcome, type Submission, wasPaused, wentUnseen } from '../lib/flow/index.ts';
import { common } from './common.ts';
import { useTexts } from './language.ts';

/** One shape per outcome, so that none is told by colour alone: tick, question, cross, arrow out of sight, clock. */
const SHAPES: Readonly<Record<Outcome | 'unseen', JSX.Element>> = {
  submitted: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="M4.8 8.2 7 10.4l4.2-4.6" stroke="var(--card)" />
    </>
  ),
  'submitted-unconfirmed': (
    <>
      <circle cx="8" cy="8" r="6.5" stroke-dasharray="2.6 1.5" />
      <path d="M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.5-.8 1.1M8 11.4v.1" />
    </>
  ),
  abandoned: (
    <>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="2.5" />
      <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" />
    </>
  ),
  unseen: (
    <>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="2.5" stroke-dasharray="2.6 1.5" />
      <path d="M5 8h6m-2.2-2.4L11.2 8l-2.4 2.4" />
    </>
  ),
  open: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 4.4V8l2.4 1.6" />
    </>
  ),
};

interface OutcomeMarkProps {
  of: Pick<Submission, 'outcome' | 'notSeen' | 'endToEnd'>;
  brief?: boolean;
}

/** The outcome of a submission as a shape with its words; `brief` keeps the words for screen readers and as a hint. */
export function OutcomeMark({ of, brief = false }: OutcomeMarkProps) {
  const ended = isGivenUp(of) ? 'abandoned' : of.outcome;
  const outcome = wentUnseen(of) ? 'unseen' : ended;
  const unseen = wasPaused(of) ? 'went_paused' : 'went_unseen';
  const words = useTexts(common)(outcome === 'unseen' ? unseen : `outcome_${outcome}`);
  return (
    <span class={`outcome outcome-${outcome}`} title={brief ? words : undefined}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <g
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-linecap="round"
          stroke-linejoin="round"
        >
          {SHAPES[outcome]}
        </g>
      </svg>
      <span class={brief ? 'unseen' : ''}>{words}</span>
    </span>
  );
}
