import { MILESTONES, type Submission } from '../../lib/flow/index.ts';
import { formatClock, formatTime } from '../../lib/i18n/index.ts';
import { common, stepName } from '../common.ts';
import { useLanguage, useTexts } from '../language.ts';
import { texts } from './texts.ts';

/** A time relative to the start of the clock; what came before it carries a minus. */
function relative(at: number, startedAt: number): string {
  return `${at < startedAt ? '−' : '+'}${formatClock(Math.abs(at - startedAt))}`;
}

/** The milestones in the order in which they were passed, with the rule that saw each. */
export function Timeline({ submission: { milestones, startedAt } }: { submission: Submission }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const language = useLanguage();
  const passed = MILESTONES.flatMap((name) => {
    const moment = milestones[name];
    return moment ? [{ name, ...moment }] : [];
  }).sort((a, b) => a.at - b.at);
  if (passed.length === 0) return <p>{t('timeline_none')}</p>;
  return (
    <>
      <p class="soft">{t('timeline_hint')}</p>
      <table class="facts timeline">
        <thead>
          <tr>
            <th scope="col">{t('timeline_milestone')}</th>
            <th scope="col">{t('timeline_after')}</th>
            <th scope="col">{t('timeline_at')}</th>
            <th scope="col">{t('timeline_evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {passed.map(({ name, at, evidence }) => (
            <tr key={name} data-milestone={name}>
              <th scope="row">{words(`milestone_${name}`)}</th>
              <td class="num">{relative(at, startedAt)}</td>
              <td class="num soft">{formatTime(at, language)}</td>
              <td>
                <code>{evidence}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The part of a step in which neither the person nor the portal did anything; null where it is not known. */
function idleOf({ steps, startedAt, elapsedMs }: Submission, index: number): number | null {
  const [step, next] = [steps[index], steps[index + 1]];
  const end = elapsedMs === null ? null : startedAt + elapsedMs;
  const until = next?.enteredAt ?? end;
  if (!step || until === null || step.actingMs === null || step.waitingMs === null) return null;
  const whole = Math.max(0, Math.min(until, end ?? until) - Math.max(step.enteredAt, startedAt));
  return Math.max(0, whole - step.actingMs - step.waitingMs);
}

/** The steps with the active time spent in each, as numbers and as bars against the longest. */
export function Steps({ submission }: { submission: Submission }) {
  const { steps, startedAt } = submission;
  const t = useTexts(texts);
  const words = useTexts(common);
  const language = useLanguage();
  const clock = (ms: number | null) => (ms === null ? words('none') : formatClock(ms));
  const time = (label: string, text: string) => (
    <td class="num" data-label={label}>
      {text}
    </td>
  );
  const longest = Math.max(1, ...steps.map((it) => it.activeMs));
  if (steps.length === 0) return <p>{t('steps_none')}</p>;
  return (
    <table class="facts steps">
      <thead>
        <tr>
          <th scope="col">{t('steps_step')}</th>
          <th scope="col">{t('steps_entered')}</th>
          <th scope="col">{words('active')}</th>
          <th scope="col">{words('acting')}</th>
          <th scope="col">{words('waiting')}</th>
          <th scope="col">{words('idle')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {steps.map((it, index) => (
          <tr key={`${it.id} ${it.enteredAt}`} data-step={it.id}>
            <th scope="row">{stepName(it, words, language)}</th>
            {time(t('steps_entered'), relative(it.enteredAt, startedAt))}
            {time(words('active'), clock(it.activeMs))}
            {time(words('acting'), clock(it.actingMs))}
            {time(words('waiting'), clock(it.waitingMs))}
            {time(words('idle'), clock(idleOf(submission, index)))}
            <td class="bar-cell" aria-hidden="true">
              <div class="bar" style={{ width: `${(it.activeMs / longest) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
