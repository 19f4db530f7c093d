import { describe, expect, it } from 'vitest';
import { EXPECTATIONS, FILL_STATES, KINDS, SUBJECTS } from '../../lib/fields/index.ts';
import { MILESTONES } from '../../lib/flow/index.ts';
import { adviceFor, reasonFor, type Situation } from '../../lib/guide/index.ts';
import { NATIONAL } from '../../lib/guide/national.ts';
import en from '../../lib/i18n/messages/en/companion.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/vi/companion.json' with { type: 'json' };

type Road = NonNullable<Situation['road']>;
type Field = Situation['fields'][number];

const road = (passed: Road['passed'], more: Partial<Road> = {}): Road => ({
  startedBy: 'login',
  outcome: 'open',
  passed,
  rejections: 0,
  ...more,
});
const field = (more: Partial<Field> = {}): Field => ({
  kind: 'full-name',
  required: true,
  visible: true,
  state: 'empty',
  ...more,
});
const at = (
  step: string | null,
  passed: Road['passed'] = [],
  fields: Field[] = [],
  more: Partial<Road> = {},
) => adviceFor({ step, road: road(passed, more), fields });

describe('advice on the national portal', () => {
  it('sends to the login first, and says what someone already logged in does', () => {
    expect(adviceFor({ step: 'national/home', road: null, fields: [] })).toEqual({
      now: 'now.login',
      next: 'next.search',
      count: 0,
    });
    expect(vi['now.login']).toMatch(/Đã đăng nhập thì/);
    expect(at('national/home', ['login-started']).now).toBe('now.finish-login');
    expect(at('national/home', ['login-started', 'login-completed']).now).toBe('now.search');
    expect(at('national/home', [], [], { startedBy: 'next-dossier' }).now).toBe('now.search');
  });

  it('asks for the agency before the button that follows it', () => {
    expect(at('national/search').now).toBe('now.pick-procedure');
    expect(at('national/procedure')).toMatchObject({ now: 'now.agency', next: 'next.open-service' });
    expect(at('national/procedure', ['agency-chosen']).now).toBe('now.open-service');
  });

  it('leads through the declaration: fill, documents, result, submit', () => {
    const filled = [field({ state: 'typed' })];
    const method = field({ kind: 'result-method', required: true });
    expect(at('national/declare').now).toBe('now.wait-form');
    expect(at('national/declare', [], [field(), field({ state: 'portal-on-load' })])).toMatchObject({
      now: 'now.review-prefilled',
      count: 1,
    });
    expect(at('national/declare', ['first-input'], [field(), field(), method])).toEqual({
      now: 'now.fill',
      next: 'next.documents',
      count: 2,
    });
    expect(at('national/declare', ['first-input'], filled)).toMatchObject({
      now: 'now.documents',
      next: 'next.result-method-submit',
    });
    expect(at('national/declare', ['documents-opened'], [...filled, method]).now).toBe('now.result-method');
    expect(at('national/declare', ['documents-opened'], filled).next).toBe('next.submit');
  });

  it('does not count what is hidden or may stay empty', () => {
    const fields = [field({ visible: false }), field({ required: false }), field({ state: 'chosen' })];
    expect(at('national/declare', ['first-input'], fields).count).toBe(0);
  });

  it('after a submit waits, or says what stopped it', () => {
    const filled = [field({ state: 'typed' })];
    expect(at('national/declare', ['submit-clicked'], filled).now).toBe('now.wait-result');
    expect(at('national/declare', ['submit-clicked'], [field()]).now).toBe('now.clicked-blanks');
    const rejected = ['submit-clicked', 'submit-rejected'] as const;
    expect(at('national/declare', rejected, filled, { rejections: 1 }).now).toBe('now.mend');
    expect(at('national/declare', rejected, [field()], { rejections: 1 }).now).toBe('now.mend-blanks');
  });

  it('knows the ends of the road', () => {
    for (const step of ['national/declare', 'national/result', null]) {
      expect(at(step, ['submitted'], [], { outcome: 'submitted' }).now).toBe('now.note-number');
      expect(at(step, [], [], { outcome: 'submitted-unconfirmed' }).now).toBe('now.check-dossier');
    }
    // The next dossier begins where every dossier begins.
    expect(at('national/home', ['login-completed'], [], { outcome: 'submitted' }).now).toBe('now.search');
  });

  it('says so where it does not know, and names no button there', () => {
    expect(at(null).now).toBe('now.unknown');
    expect(at('igate/documents').now).toBe('now.unknown');
    expect(at('interlinked/declare', [], [field()])).toEqual({
      now: 'now.fill',
      next: 'next.follow-page',
      count: 1,
    });
    for (const [step, passed] of [null, 'x/y'].flatMap((step) => MILESTONES.map((m) => [step, m] as const))) {
      const { now, next } = at(step, [passed]);
      expect(vi[now] + (next ? vi[next] : '')).not.toContain('«');
    }
  });

  it('names only labels that the real portal has', () => {
    const known = [
      'Đăng nhập',
      'Chọn cơ quan thực hiện',
      'Nộp hồ sơ',
      'Đồng ý',
      'Nộp trực tuyến',
      'Lưu và nộp hồ sơ',
    ];
    for (const text of Object.values(vi))
      for (const [, label] of text.matchAll(/«([^»]+)»/g)) expect(known).toContain(label);
  });
});

describe('why a field is marked', () => {
  const flagged = (more: object) =>
    reasonFor({
      kind: 'other',
      subject: 'other',
      expectation: 'from-database',
      state: 'empty',
      flags: ['should-have-been-filled'],
      ...more,
    });

  it('names the register', () => {
    expect(flagged({ expectation: 'on-load', kind: 'phone' })?.source).toBe('source.account');
    expect(flagged({ expectation: 'on-lookup', kind: 'birth-date' })?.source).toBe('source.population');
    const byKind = {
      'civil-record-number': 'source.civil-status',
      'death-date': 'source.civil-status',
      'birth-place': 'source.civil-status',
      'death-notice': 'source.death-notice',
      'birth-notice': 'source.birth-notice',
      'insurance-number': 'source.insurance',
      'land-parcel': 'source.land',
      'business-name': 'source.business',
      'tax-code': 'source.business',
      gender: 'source.population',
      other: 'source.other',
    };
    for (const [kind, source] of Object.entries(byKind)) expect(flagged({ kind })?.source).toBe(source);
    expect(flagged({ subject: 'land' })?.source).toBe('source.land');
  });

  it('tells what to do meanwhile', () => {
    expect(flagged({})).toMatchObject({ state: 'state.empty', advice: 'do.fill' });
    expect(flagged({ expectation: 'on-lookup' })).toMatchObject({ advice: 'do.lookup-first' });
    expect(flagged({ state: 'typed' })).toMatchObject({ state: 'state.typed', advice: 'do.done' });
  });

  it('keeps the two flags apart', () => {
    expect(flagged({ flags: [] })).toBeNull();
    expect(flagged({ flags: ['asked-again'], state: 'portal-late' })).toMatchObject({
      source: null,
      again: true,
      state: null,
    });
  });

  it('has a message for every field there can be', () => {
    for (const kind of KINDS)
      for (const subject of SUBJECTS)
        for (const expectation of EXPECTATIONS)
          for (const state of FILL_STATES) {
            const reason = flagged({ kind, subject, expectation, state });
            for (const key of [reason?.source, reason?.state, reason?.advice])
              if (key) expect(vi[key]).toBeTruthy();
          }
  });
});

describe('messages', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  it('stand in both languages with the same places for values', () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi));
    for (const [key, text] of Object.entries(vi)) {
      expect(places(en[key as keyof typeof en]), key).toEqual(places(text));
    }
  });

  it('cover every rule, and none is left over', () => {
    const used = new Set(NATIONAL.flatMap(({ now, next }) => (next ? [now, next] : [now])).map(String));
    expect(
      Object.keys(vi)
        .filter((key) => /^(now|next)\./.test(key))
        .sort(),
    ).toEqual([...used].sort());
  });

  it('give advice in sentences of at most fifteen syllables', () => {
    for (const [key, text] of Object.entries(vi).filter(([key]) => /^(now|next)\./.test(key)))
      for (const sentence of text.split(/(?<=[.!?]) /))
        expect(sentence.split(/\s+/).length, key).toBeLessThanOrEqual(15);
  });
});
