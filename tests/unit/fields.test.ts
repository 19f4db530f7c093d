import { describe, expect, it } from 'vitest';
import {
  carryOver,
  digestOf,
  focused,
  handActed,
  judge,
  left,
  newTrack,
  read,
  tally,
  withFlags,
} from '../../lib/fields/index.ts';
import { cleanLabel, fold } from '../../lib/text/index.ts';
import { field } from '../fixtures/field.ts';
import { declarations } from '../portal/catalog.ts';

describe('text', () => {
  it.each([
    ['Họ, chữ đệm, tên', 'ho, chu dem, ten'],
    ['ĐĂNG KÝ  khai\n tử', 'dang ky khai tu'],
    ['Đường'.normalize('NFD'), 'duong'],
  ])('folds %j to %j', (text, folded) => expect(fold(text)).toBe(folded));

  it.each([
    ['(2) Số định danh cá nhân:', 'Số định danh cá nhân'],
    ['(10)Quốc tịch: *', 'Quốc tịch'],
    ['3. Nơi cấp (*)', 'Nơi cấp'],
    [', cơ quan cấp:', 'cơ quan cấp'],
    ['Cơ quan cấp (nếu có)', 'Cơ quan cấp (nếu có)'],
  ])('cleans %j to %j', (label, clean) => expect(cleanLabel(label)).toBe(clean));
});

describe('the judgement of a labelled field', () => {
  const labelled = declarations.flatMap(({ id, sections }) =>
    sections.flatMap(({ title, subject, fields }) =>
      fields.map(({ label, kind, expect }) => ({ id, title, subject, label, kind, expectation: expect })),
    ),
  );

  it.each(labelled)('$id: $title / $label', ({ title, label, ...truth }) => {
    const { kind, subject, expectation } = judge({
      label: cleanLabel(label),
      trail: [title],
      name: '',
      before: null,
    });
    expect({ kind, subject, expectation }).toEqual({
      kind: truth.kind,
      subject: truth.subject,
      expectation: truth.expectation,
    });
  });

  it('says other where it knows no word, and expects nothing', () => {
    const clues = { label: 'Màu sơn', trail: ['Thông tin về người nộp'], name: 'mauSon', before: null };
    expect(judge(clues)).toMatchObject({ kind: 'other', expectation: 'none' });
  });

  it('carries the words that led there', () => {
    const clues = { label: 'Số định danh cá nhân', trail: ['Người mẹ'], name: '', before: null };
    expect(judge(clues).evidence).toEqual({ label: 'so dinh danh', section: 'nguoi me', name: null });
  });
});

describe('who filled a field', () => {
  const shown = (value: string | null) => ({ value, autofilled: false, error: false });
  const nobody = { firstActAt: null, lookupKeyAt: null };

  it('the portal, before anyone acted', () => {
    const track = newTrack(1_000);
    read(track, shown('a'), 60_000, nobody);
    expect(track.state).toBe('portal-on-load');
  });

  it('the portal, within five seconds of the field appearing', () => {
    const around = { firstActAt: 500, lookupKeyAt: null };
    const [soon, late] = [newTrack(1_000), newTrack(1_000)];
    read(soon, shown('a'), 6_000, around);
    read(late, shown('a'), 6_001, around);
    expect([soon.state, late.state]).toEqual(['portal-on-load', 'portal-late']);
  });

  it('the look-up, within ten seconds of the last key, also in a field that it made appear', () => {
    const around = { firstActAt: 500, lookupKeyAt: 20_000 };
    const [old, appeared, late] = [newTrack(1_000), newTrack(21_000), newTrack(1_000)];
    read(old, shown('a'), 30_000, around);
    read(appeared, shown('a'), 21_000, around);
    read(late, shown('a'), 30_001, around);
    expect([old.state, appeared.state, late.state]).toEqual([
      'portal-on-lookup',
      'portal-on-lookup',
      'portal-late',
    ]);
  });

  it('a hand, when the value changed after its act', () => {
    const track = newTrack(0);
    handActed(track, 'typed', 10_000);
    read(track, shown('a'), 10_050, nobody);
    expect(track.state).toBe('typed');
  });

  it('not a hand, when a list was merely touched long before', () => {
    const track = newTrack(0);
    handActed(track, 'chosen', 10_000);
    read(track, shown(null), 10_050, nobody);
    read(track, shown(null), 11_500, nobody);
    read(track, shown('a'), 11_600, { firstActAt: 1, lookupKeyAt: null });
    expect(track.state).toBe('portal-late');
  });

  it('the portal late, when it overwrote what a person typed', () => {
    const track = newTrack(0);
    handActed(track, 'typed', 10_000);
    read(track, shown('a'), 10_050, nobody);
    read(track, shown('b'), 12_000, { firstActAt: 1, lookupKeyAt: 11_000 });
    expect(track.state).toBe('portal-late');
  });

  it('the browser, where it says so', () => {
    const track = newTrack(0);
    handActed(track, 'typed', 10_000);
    read(track, { ...shown('a'), autofilled: true }, 10_050, nobody);
    expect(track.state).toBe('browser');
  });

  it('nobody, after the value is gone', () => {
    const track = newTrack(0);
    read(track, shown('a'), 10, nobody);
    read(track, shown(null), 20, nobody);
    expect(track.state).toBe('empty');
  });
});

describe('corrections', () => {
  const type = (track: ReturnType<typeof newTrack>, value: string | null, at: number) => {
    handActed(track, 'typed', at);
    read(track, { value, autofilled: false, error: false }, at, { firstActAt: 0, lookupKeyAt: null });
  };

  it('count coming back and changing, not rewriting within one visit', () => {
    const track = newTrack(0);
    focused(track);
    // An input method writes "a", takes it back and writes "â".
    type(track, 'a', 1);
    type(track, null, 2);
    type(track, 'â', 3);
    left(track);
    expect(track.corrections).toBe(0);
    focused(track);
    left(track);
    expect(track.corrections).toBe(0);
    focused(track);
    type(track, 'b', 10);
    left(track);
    expect(track).toMatchObject({ corrections: 1, focusCount: 3 });
  });

  it('are not made by coming back and leaving the same value', () => {
    const track = newTrack(0);
    for (const at of [1, 10]) {
      focused(track);
      type(track, null, at);
      type(track, 'a', at + 1);
      left(track);
    }
    expect(track.corrections).toBe(0);
  });
});

describe('digests', () => {
  it('are equal for what a portal merely tidies up', () => {
    expect(digestOf(' lò thị  hoa ')).toBe(digestOf('LÒ THỊ HOA'));
    expect(digestOf('20/05/1999')).toBe(digestOf('20-05-1999'));
  });
  it('differ for another value, and hold nothing of it', () => {
    expect(digestOf('Tày')).not.toBe(digestOf('Táy'));
    expect(digestOf('012345678901')).not.toContain('012');
  });
  it('are null for nothing', () => expect(digestOf('   ')).toBeNull());
  it('tell a lone sign from nothing', () => expect(digestOf('-')).not.toBeNull());
});

describe('flags and the share of autofill', () => {
  it('flags what should have been filled and ended typed, chosen or empty', () => {
    const states = ['typed', 'chosen', 'empty', 'browser', 'portal-on-load', 'portal-late'] as const;
    const flagged = withFlags(states.map((state, order) => field({ state, order, subject: 'other' })));
    expect(flagged.map(({ flags }) => flags.length)).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it('flags the second asking of the same kind of the same person, among visible fields', () => {
    const id = { kind: 'personal-id', expectation: 'none' } as const;
    const flagged = withFlags([
      field({ ...id, order: 1, subject: 'mother', visible: false }),
      field({ ...id, order: 2, subject: 'mother' }),
      field({ ...id, order: 3, subject: 'father' }),
      field({ ...id, order: 4, subject: 'mother' }),
      field({ kind: 'death-time', order: 5 }),
      field({ kind: 'death-time', order: 6 }),
    ]);
    expect(flagged.map(({ flags }) => flags.includes('asked-again'))).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('counts only visible fields that should have been filled', () => {
    const fields = withFlags([
      field({ order: 1, kind: 'gender', state: 'portal-on-lookup' }),
      field({ order: 2, kind: 'ethnicity', state: 'chosen' }),
      field({ order: 3, kind: 'nationality', state: 'empty' }),
      field({ order: 4, kind: 'residence', state: 'empty', visible: false }),
      field({ order: 5, kind: 'reason', expectation: 'none', state: 'typed' }),
    ]);
    expect(tally(fields)).toEqual({ expected: 3, byPortal: 1, byHand: 1, empty: 1, askedAgain: 0 });
  });
});

describe('a return to the declaration', () => {
  const earlier = { state: 'typed', corrections: 1, focusCount: 2, activeMs: 500, errorsShown: 0 } as const;

  it('keeps who entered what the portal brings back, and goes on counting', () => {
    const now = field({ state: 'portal-on-load', focusCount: 1 });
    expect(carryOver(now, earlier)).toMatchObject({
      state: 'typed',
      corrections: 1,
      focusCount: 3,
      activeMs: 500,
    });
  });
  it('takes what happens anew as it is', () => {
    expect(carryOver(field({ state: 'empty' }), earlier).state).toBe('empty');
    expect(carryOver(field({ state: 'chosen' }), earlier).state).toBe('chosen');
    expect(carryOver(field({ state: 'portal-on-load' }), { ...earlier, state: 'empty' }).state).toBe(
      'portal-on-load',
    );
  });
});
