import { controlsOn, visibleRule } from '../../portal/index.ts';
import type { Context } from './context.ts';

/** A step may take so long to show its submit. */
const SETTLES_MS = 15_000;

/** Tells when the declaration's last step stands and nothing on it is the submit that the profile knows. */
export function watchHealth({ profile, tell, signal }: Context) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: string | null = null;
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    /** `waits` says that the declaration stands open and nothing was submitted. */
    look(step: string | null, waits: () => boolean): void {
      if (step === current) return;
      current = step;
      clearTimeout(timer);
      if (!profile.steps.some(({ id, last }) => last && id === step)) return;
      timer = setTimeout(() => {
        const rule = profile.submit[0];
        if (!rule || !waits() || document.hidden || visibleRule(profile.submit, document)) return;
        tell({ type: 'drift', at: Date.now(), rule: rule.id, controls: controlsOn(document) });
      }, SETTLES_MS);
    },
  };
}
