import { describe, expect, it } from 'vitest';
import { missingOf } from '../../entrypoints/companion/guide/missing.ts';
import { BLIND, type Sight } from '../../entrypoints/companion/guide/sight.ts';
import { EXPECTATIONS, FILL_STATES, type FieldFacts, KINDS, SUBJECTS } from '../../lib/fields/index.ts';
import { MILESTONES } from '../../lib/flow/index.ts';
import {
  adviceFor,
  type GuideKey,
  type GuidePack,
  NOTHING_SEEN,
  namesIn,
  PACKS,
  type PageFacts,
  PREPARATIONS,
  PROFILES_OWN,
  packOf,
  preparationFor,
  reasonFor,
  type Sentence,
  type Situation,
} from '../../lib/guide/index.ts';
import enCompanion from '../../lib/i18n/messages/en/companion.json' with { type: 'json' };
import enGuide from '../../lib/i18n/messages/en/guide.json' with { type: 'json' };
import viCompanion from '../../lib/i18n/messages/vi/companion.json' with { type: 'json' };
import viGuide from '../../lib/i18n/messages/vi/guide.json' with { type: 'json' };
import { guideSchema } from '../../lib/packs/index.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';

const vi = { ...viCompanion, ...viGuide };
const en = { ...enCompanion, ...enGuide };

type Road = NonNullable<Situation['road']>;
type Field = Situation['fields'][number];

const road = (passed: Road['passed'], more: Partial<Road> = {}): Road => ({
  startedBy: 'login',
  outcome: 'open',
  passed,
  rejections: 0,
  submitStands: false,
  ...more,
});
const field = (more: Partial<Field> = {}): Field => ({
  kind: 'full-name',
  required: true,
  visible: true,
  locked: false,
  state: 'empty',
  ...more,
});
const page = (more: Partial<PageFacts>): PageFacts => ({ ...NOTHING_SEEN, ...more });
const sees = (...names: string[]) =>
  page({ controls: Object.fromEntries(names.map((name) => [name, 'sole'])) });
const situation = (more: Partial<Situation>): Situation => ({
  road: road([]),
  step: null,
  fields: [],
  page: NOTHING_SEEN,
  ...more,
});
/** The built-in packs say nothing of their own. */
function ours(sentence: Sentence): GuideKey {
  if (typeof sentence !== 'string') throw new Error(`no message says: ${sentence.vi}`);
  return sentence;
}
const portalOf = (step: string | null) => step?.split('/')[0] ?? 'national';
const at = (
  step: string | null,
  passed: Road['passed'] = [],
  fields: Field[] = [],
  more: Partial<Road> = {},
  seen: PageFacts = NOTHING_SEEN,
) => adviceFor(packOf(portalOf(step)), situation({ step, road: road(passed, more), fields, page: seen }));

describe('advice', () => {
  it('is the first rule that holds, with no control, warning or haste that the rule does not name', () => {
    const quiet = { when: { sees: 'a' }, stage: null, now: 'now.fill', next: null } as const;
    const warning = { often: 'often.mend', where: 'submit', fleeting: true } as const;
    const loud = { when: {}, stage: 'submit', now: 'now.review-submit', next: null, ...warning } as const;
    const pack: GuidePack = { portal: 'x', controls: {}, rules: [quiet, loud] };
    const rest = { often: null, where: null, fleeting: false, place: null, count: 0 };
    expect(adviceFor(pack, situation({ page: sees('a') }))).toEqual({ now: 'now.fill', next: null, ...rest });
    const { when: _, stage, ...told } = loud;
    const place = { stage, number: 7, of: 7 };
    expect(adviceFor(pack, situation({}))).toEqual({ ...told, place, count: 0 });
    expect(adviceFor({ ...pack, rules: [quiet] }, situation({})).now).toBe('now.unknown');
  });

  it('looks on the page for every control that a rule asks about or points at, once', () => {
    const rule = { stage: null, now: 'now.fill', next: null } as const;
    const rules = [
      { ...rule, when: { sees: 'a' }, where: 'b' },
      { ...rule, when: { off: 'c' }, where: 'b' },
    ];
    expect(namesIn(rules).sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('advice on the national portal', () => {
  it('sends to the login first, and says what someone already logged in does', () => {
    expect(adviceFor(packOf('national'), situation({ step: 'national/home', road: null }))).toMatchObject({
      now: 'now.login',
      next: 'next.search',
      where: 'login',
      place: { stage: 'login', number: 1, of: 7 },
    });
    expect(vi['now.login']).toMatch(/Đã đăng nhập thì/);
    expect(at('national/home', ['login-started']).now).toBe('now.finish-login');
    expect(at('national/home', ['login-started', 'login-completed']).now).toBe('now.search');
    expect(at('national/home', [], [], { startedBy: 'next-dossier' }).now).toBe('now.search');
    expect(at('national/home', [], [], {}, page({ account: true })).now).toBe('now.search');
  });

  it('leads through the agency box by box, then to the button that follows it', () => {
    const on = (...names: string[]) => at('national/procedure', [], [], {}, sees(...names));
    expect(at('national/search').now).toBe('now.pick-procedure');
    expect(on('province', 'ward')).toMatchObject({ now: 'now.province', where: 'province' });
    // It may be the list of the first of two boxes.
    const picking = { now: 'now.pick-agency', next: 'next.rest-of-agency', where: 'list' };
    expect(on('province', 'list')).toMatchObject(picking);
    expect(on('ward', 'list')).toMatchObject(picking);
    expect(on('ward')).toMatchObject({ now: 'now.ward', where: 'ward' });
    expect(on('agree', 'online')).toMatchObject({ now: 'now.online', where: 'online' });
    expect(on('online', 'general').where).toBe('general');
    expect(at('national/procedure')).toMatchObject({ now: 'now.agency', where: null });
    expect(at('national/procedure', ['agency-chosen']).now).toBe('now.open-service');
  });

  it('leads through the declaration: fill, documents, result, submit', () => {
    const filled = [field({ state: 'typed' })];
    const method = field({ kind: 'result-method', required: true });
    const rows = page({ rows: 1 });
    expect(at('national/declare').now).toBe('now.wait-form');
    const prefilled = [field(), field({ state: 'portal-on-load' })];
    const review = { now: 'now.review-prefilled', where: 'field', count: 1 };
    expect(at('national/declare', [], prefilled, {}, rows)).toMatchObject({
      ...review,
      next: 'next.documents',
    });
    // Nobody is told to upload papers where the form asks for none.
    expect(at('national/declare', [], prefilled)).toMatchObject({
      ...review,
      next: 'next.result-method-submit',
    });
    expect(at('national/declare', ['first-input'], [field(), field(), method], {}, rows)).toMatchObject({
      now: 'now.fill',
      next: 'next.documents',
      count: 2,
    });
    expect(at('national/declare', ['first-input'], filled, {}, rows)).toMatchObject({
      now: 'now.documents',
      next: 'next.result-method-submit',
      where: 'row',
    });
    expect(at('national/declare', [], [...filled, method])).toMatchObject({
      now: 'now.result-method',
      where: 'method',
    });
    expect(at('national/declare', [], filled, {}, page({ method: true })).where).toBe('method');
    // Nobody can choose what the page has locked.
    const locked = field({ kind: 'result-method', locked: true });
    expect(at('national/declare', [], [...filled, locked]).where).toBe('submit');
    expect(at('national/declare', [], [...filled, field({ required: false })]).where).toBe('submit');
    expect(at('national/declare', [], filled)).toMatchObject({ now: 'now.review-submit', where: 'submit' });
  });

  it('does not count what is hidden, locked, or may stay empty', () => {
    const fields = [
      field({ visible: false }),
      field({ required: false }),
      field({ locked: true }),
      field({ state: 'chosen' }),
    ];
    expect(at('national/declare', ['first-input'], fields).count).toBe(0);
  });

  it('after a submit waits, or says what stopped it', () => {
    const filled = [field({ state: 'typed' })];
    const stands = { submitStands: true };
    expect(at('national/declare', ['submit-clicked'], filled, stands).now).toBe('now.wait-result');
    expect(at('national/declare', ['submit-clicked'], [field()], stands).now).toBe('now.clicked-blanks');
    const noMethod = at('national/declare', ['submit-clicked'], filled, stands, page({ method: true }));
    expect(noMethod.now).toBe('now.result-method');
    const rejected = ['submit-clicked', 'submit-rejected'] as const;
    expect(at('national/declare', rejected, filled, { rejections: 1 }).now).toBe('now.mend');
    expect(at('national/declare', rejected, [field()], { rejections: 1 }).now).toBe('now.mend-blanks');
  });

  it('sends to the submit again after a click that was taken back', () => {
    const filled = [field({ state: 'typed' })];
    expect(at('national/declare', ['submit-clicked'], filled)).toMatchObject({ where: 'submit' });
  });

  it('waits for the second submit too', () => {
    const passed = ['submit-clicked', 'submit-rejected'] as const;
    const again = { rejections: 1, submitStands: true };
    expect(at('national/declare', passed, [field({ state: 'typed' })], again)).toMatchObject({
      now: 'now.wait-result',
      where: null,
    });
  });

  it('takes nothing for turned down or waited for where there is no road', () => {
    const rules = [
      { when: { rejected: true }, stage: null, now: 'now.mend', next: null },
      { when: { waits: true }, stage: null, now: 'now.wait-result', next: null },
    ] as const;
    expect(adviceFor({ ...packOf('national'), rules }, situation({ road: null })).now).toBe('now.unknown');
  });

  it('knows the ends of the road', () => {
    for (const step of ['national/declare', null]) {
      expect(at(step, ['submitted'], [], { outcome: 'submitted' }).now).toBe('now.note-number');
      expect(at(step, [], [], { outcome: 'submitted-unconfirmed' }).now).toBe('now.check-dossier');
    }
    // The next dossier begins where every dossier begins.
    expect(at('national/home', ['login-completed'], [], { outcome: 'submitted' }).now).toBe('now.search');
  });

  it('says so where it does not know, and names no button there', () => {
    expect(at(null).now).toBe('now.unknown');
    expect(at('elsewhere/documents')).toMatchObject({ now: 'now.unknown', where: null, place: null });
    expect(at('elsewhere/declare', [], [field()])).toMatchObject({
      now: 'now.fill',
      next: 'next.follow-page',
      count: 1,
    });
    for (const [step, passed] of [null, 'x/y'].flatMap((step) => MILESTONES.map((m) => [step, m] as const))) {
      const { now, next } = at(step, [passed]);
      expect(vi[ours(now)] + (next ? vi[ours(next)] : '')).not.toContain('«');
    }
  });
});

describe.each(PACKS.filter(({ portal }) => portal !== 'national'))(
  'the guidance of $portal',
  ({ portal }) => {
    const on = (
      seen: PageFacts,
      fields: Field[] = [],
      more: Partial<Road> = {},
      passed: Road['passed'] = [],
    ) => adviceFor(packOf(portal), situation({ page: seen, fields, road: road(passed, more) }));
    const filled = [field({ state: 'typed' })];

    it('asks for what is missing before it speaks of any button', () => {
      const buttons = sees('next', 'submit').controls;
      expect(on(page({ controls: buttons, rows: 1, method: true }), [field()]).where).toBe('field');
      expect(on(page({ controls: buttons, rows: 1, method: true }), filled).where).toBe('row');
      expect(on(page({ controls: buttons, method: true }), filled).where).toBe('method');
    });

    it('goes on from the way of receiving to the submit where that stands on the same page', () => {
      const asked = (...names: string[]) =>
        ours(on(page({ controls: sees(...names).controls, method: true }), filled).next ?? 'now.unknown');
      expect(asked('next')).toBe('next.go-on');
      expect(asked('submit')).toMatch(/^next\..*submit$/);
    });

    it('knows the submit before the button that goes on, for some pages give both one name', () => {
      expect(on(sees('next', 'submit'), filled)).toMatchObject({
        where: 'submit',
        place: { stage: 'submit' },
      });
      expect(on(sees('next'), filled).where).toBe('next');
    });

    it('calls no form complete that has only begun to come up', () => {
      const young = page({ controls: sees('next', 'submit').controls, settling: true });
      expect(on(young, filled)).toMatchObject({ now: 'now.wait-form', where: null });
    });

    it('sends nobody to a submit that is disabled', () => {
      const off = page({ controls: { submit: 'disabled' } });
      expect(on(off, filled)).toMatchObject({ now: 'now.submit-off', where: null });
    });

    it('waits after the submit, mends after a rejection, and knows the end', () => {
      const stands = { submitStands: true };
      expect(on(sees('submit'), filled, stands, ['submit-clicked']).where).toBeNull();
      expect(on(sees('submit'), filled, { rejections: 1 }, ['submit-clicked']).where).toBe('submit');
      const again = { rejections: 1, submitStands: true };
      expect(on(sees('submit'), filled, again, ['submit-clicked']).where).toBeNull();
      expect(on(NOTHING_SEEN, filled, { outcome: 'submitted' }).now).toBe('now.note-number');
    });

    it('after a click that was taken back asks again for what is missing', () => {
      expect(on(sees('next'), [field()], {}, ['submit-clicked']).where).toBe('field');
      expect(on(sees('submit'), filled, {}, ['submit-clicked']).where).toBe('submit');
    });
  },
);

describe('the controls of the guidance', () => {
  it('repeat none that the profile knows by itself: what mends the profile is to mend the guidance', () => {
    const ways = (rules: readonly { text?: string; selector?: string }[] = []) =>
      rules.flatMap(({ text, selector }) => [text ?? [], selector ?? []].flat());
    const repeated = PROFILES.flatMap(({ id, login, next, submit }) => {
      const known = ways([...login.start, ...(next ?? []), ...submit]);
      const own = PROFILES_OWN.flatMap((name) => ways(packOf(id).controls[name]));
      return own.filter((way) => known.includes(way)).map((way) => `${id}: ${way}`);
    });
    expect(repeated).toEqual([]);
  });
});

describe('what is missing', () => {
  it('has rows for documents of one name as so many things, each passed over by itself', () => {
    const row = (nth: number) => ({ label: 'Giấy tờ khác', nth }) as Sight['rows'][number];
    const sight: Sight = { ...BLIND, rows: [row(0), row(1)] };
    const [first, second] = missingOf([], sight, new Set());
    expect(first?.id).not.toBe(second?.id);
    expect(missingOf([], sight, new Set([first?.id ?? '']))).toEqual([second]);
    // The first has its file by now: passed over is still the first.
    expect(missingOf([], { ...BLIND, rows: [row(1)] }, new Set([first?.id ?? '']))).toEqual([second]);
  });

  it('has the way of receiving where the page lets one choose it', () => {
    const method = (more: object) =>
      ({ ...field({ kind: 'result-method', required: false, ...more }), key: 'a', label: '' }) as FieldFacts;
    const missing = (more: object) => missingOf([method(more)], BLIND, new Set()).map(({ kind }) => kind);
    expect(missing({})).toEqual(['method']);
    expect(missing({ state: 'chosen' })).toEqual([]);
    expect(missing({ visible: false })).toEqual([]);
    expect(missing({ locked: true })).toEqual([]);
  });
});

describe('guidance packs', () => {
  it('have the right shape, one for each portal', () => {
    for (const pack of PACKS) expect(() => guideSchema(() => true).parse(pack), pack.portal).not.toThrow();
    expect(PACKS.map(({ portal }) => portal)).toEqual(PROFILES.map(({ id }) => id));
  });

  it('are refused with a sentence or a control that is not there', () => {
    const [pack] = PACKS;
    if (!pack) throw new Error('no pack');
    const refuses = (change: object) =>
      expect(guideSchema(() => true).safeParse({ ...pack, ...change }).success).toBe(false);
    const always = pack.rules.at(-1);
    refuses({ rules: [{ ...always, now: 'now.nothing' }] });
    refuses({ rules: [{ ...always, where: 'nowhere' }] });
    refuses({ rules: [{ ...always, when: { form: true } }] });
    refuses({ controls: { ...pack.controls, login: [{ text: 'Đăng nhập' }] } });
  });

  it('speak on every step of every profile, and name only steps that there are', () => {
    for (const { id, steps } of PROFILES) {
      const known = [...steps.map((step) => step.id), null];
      for (const step of known) {
        // Somewhere on each step something narrower is said than that the page is unknown.
        const seen = [sees('next'), sees('submit'), page({ rows: 1 }), NOTHING_SEEN];
        const said = seen.map(
          (facts) => adviceFor(packOf(id), situation({ step, page: facts, road: road([]) })).now,
        );
        if (step !== null)
          expect(
            said.some((now) => now !== 'now.unknown'),
            step,
          ).toBe(true);
      }
      const named = PACKS.find(({ portal }) => portal === id)?.rules.flatMap(({ when }) => when.steps ?? []);
      for (const step of named ?? []) expect(known).toContain(step);
    }
  });
});

describe('preparation', () => {
  const MET = [
    '1.001193 2.000986 2.000987 1.000656 1.006714 1.000894 1.004873 2.000635 1.004859 2.000815',
    '2.000884 1.001612 1.014027 1.001699 1.001731 1.013225 1.116360 1.004837 1.001022',
  ];

  it('is there for the procedures met most at the counter', () => {
    for (const code of MET.join(' ').split(' '))
      expect(preparationFor(code).traps, code).not.toContain('trap.see-portal');
    const codes = PREPARATIONS.flatMap((one) => one.codes);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('says what all need, and after it what this one needs', () => {
    const all = preparationFor(null);
    for (const { codes, have, traps } of PREPARATIONS)
      expect(preparationFor(codes[0] ?? '')).toEqual({
        have: [...all.have, ...have],
        traps: [...all.traps, ...traps],
      });
  });

  it('says of others that it does not know, and sends to the portal', () => {
    const { traps, have } = preparationFor('9.999999');
    expect(traps.at(-1)).toBe('trap.see-portal');
    expect(have.length).toBeGreaterThan(0);
  });

  it('speaks of no procedure before there is one', () => {
    const { traps, have } = preparationFor(null);
    expect(traps).not.toContain('trap.see-portal');
    expect({ traps: [...traps, 'trap.see-portal'], have }).toEqual(preparationFor('9.999999'));
  });
});

describe('why a field is marked', () => {
  const flagged = (more: object) =>
    reasonFor({
      kind: 'other',
      subject: 'other',
      expectation: 'from-database',
      state: 'empty',
      locked: false,
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
    expect(flagged({ subject: 'business' })?.source).toBe('source.business');
  });

  it('tells what to do meanwhile', () => {
    expect(flagged({})).toMatchObject({ state: 'state.empty', advice: 'do.fill' });
    expect(flagged({ expectation: 'on-lookup' })).toMatchObject({ advice: 'do.lookup-first' });
    expect(flagged({ state: 'typed' })).toMatchObject({ state: 'state.typed', advice: 'do.done' });
  });

  it('tells nobody to fill what the page has locked', () => {
    expect(flagged({ locked: true })).toMatchObject({ state: 'state.empty', advice: 'do.locked' });
    expect(flagged({ locked: true, expectation: 'on-load' })?.advice).toBe('do.locked');
    // A look-up may still unlock it.
    expect(flagged({ locked: true, expectation: 'on-lookup' })?.advice).toBe('do.lookup-first');
    expect(flagged({ locked: true, state: 'chosen' })?.advice).toBe('do.done');
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
    const keys = new Set<string>();
    for (const kind of KINDS)
      for (const subject of SUBJECTS)
        for (const expectation of EXPECTATIONS)
          for (const state of FILL_STATES)
            for (const locked of [false, true]) {
              const reason = flagged({ kind, subject, expectation, state, locked });
              for (const key of [reason?.source, reason?.state, reason?.advice]) if (key) keys.add(key);
            }
    const messages = Object.keys(vi).filter((key) => /^(?:source|state|do)\./.test(key));
    expect([...keys].sort()).toEqual(messages.sort());
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

  it('are all used, and none is missing', () => {
    const used = new Set<string>([
      ...PACKS.flatMap(({ rules }) =>
        rules.flatMap(({ now, next, often }) => [now, next ?? now, often ?? now].map(ours)),
      ),
      ...[...PREPARATIONS, preparationFor('')].flatMap(({ have, traps }) => [...have, ...traps]),
    ]);
    expect(
      Object.keys(vi)
        .filter((key) => /^(now|next|often|have|trap)\./.test(key))
        .sort(),
    ).toEqual([...used].sort());
  });

  it('name only labels that the real portals have, each on its own', () => {
    const known: Record<string, string[]> = {
      national: [
        ...[
          'Đăng nhập',
          'Chọn cơ quan thực hiện',
          'Nộp hồ sơ',
          'Đồng ý',
          'Nộp trực tuyến',
          'Thông tin chung',
        ],
        ...[
          '-- Chọn Tỉnh/ Thành phố --',
          '-- Chọn Phường/ Xã --',
          'Xác nhận',
          'Lưu và nộp hồ sơ',
          'Lưu hồ sơ',
        ],
      ],
      justice: ['Bước tiếp theo', 'Gửi hồ sơ'],
      interlinked: ['Hoàn thành', 'thành công'],
      igate: ['Tiếp tục'],
      laichau: ['Đồng ý và tiếp tục'],
      bacninh: ['Nộp hồ sơ'],
      business: ['Nộp hồ sơ vào cơ quan ĐKKD'],
      culture: ['Lưu và nộp hồ sơ'],
    };
    const labels = (text: string) => [...text.matchAll(/«([^»]+)»/g)].map(([, label]) => label);
    for (const { portal, rules } of PACKS)
      for (const { now, next, often } of rules)
        for (const key of [now, next, often].filter((it) => it != null).map(ours))
          for (const label of [...labels(vi[key]), ...labels(en[key])])
            expect(known[portal], `${portal}: ${key}`).toContain(label);
    const others = Object.entries(vi).filter(([key]) => !/^(now|next|often)\./.test(key));
    expect(others.flatMap(([, text]) => labels(text))).toEqual([]);
  });

  it('guide in sentences of fewer than fifteen syllables', () => {
    for (const [key, text] of Object.entries(viGuide))
      for (const sentence of text.split(/(?<=[.!?]) /))
        expect(sentence.split(/\s+/).length, key).toBeLessThan(15);
  });
});
