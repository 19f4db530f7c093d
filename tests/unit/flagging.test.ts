import { describe, expect, it } from 'vitest';
import { flagging } from '../../entrypoints/companion/flagging.ts';
import type { Bus, WatcherView } from '../../lib/messages/index.ts';
import { field } from '../fixtures/field.ts';

/** A bus of which only the view is asked. */
const busOf = (view: () => WatcherView) => flagging({ view } as Bus);

it('the panel hears the fields with their flags, in the order of the form', () => {
  const asked = { kind: 'personal-id', subject: 'mother', expectation: 'none' } as const;
  const again = field({ ...asked, key: 'national/2/b', order: 2 });
  const first = field({ ...asked, key: 'national/1/a', order: 1 });
  const { fields } = busOf(() => ({ road: null, step: null, fields: [again, first] })).view();
  expect(fields.map(({ key, flags }) => [key, flags])).toEqual([
    [first.key, []],
    [again.key, ['asked-again']],
  ]);
});

it('as long as the fields are the same array, so are the flagged ones', () => {
  let fields = [field({})];
  const bus = busOf(() => ({ road: null, step: null, fields }));
  const heard = bus.view().fields;
  expect(bus.view().fields).toBe(heard);
  fields = [...fields];
  expect(bus.view().fields).not.toBe(heard);
});

describe('a question that an earlier step of the page had asked', () => {
  const asked = { kind: 'personal-id', subject: 'mother', expectation: 'none' } as const;
  const first = field({ ...asked, key: 'national/1/a', order: 1 });
  const beside = field({ kind: 'other', expectation: 'none', key: 'national/1/c', order: 2 });
  const again = field({ ...asked, key: 'national/2/b', order: 3 });
  const gone = { visible: false };
  /** The flags of the last field after each of these was heard. */
  const flagsAfter = (...heard: (typeof first)[][]) => {
    let fields: WatcherView['fields'] = [];
    const bus = busOf(() => ({ road: null, step: null, fields }));
    for (const next of heard) {
      fields = next;
      bus.view();
    }
    return bus.view().fields.map(({ visible, flags }) => [visible, flags]);
  };

  it('is marked, though nothing of that step is on the page any more', () => {
    const left = [
      { ...first, ...gone },
      { ...beside, ...gone },
    ];
    const flags = [
      [false, []],
      [false, []],
      [true, ['asked-again']],
    ];
    expect(flagsAfter([first, beside], [...left, again])).toEqual(flags);
    expect(flagsAfter([first, beside], left, [...left, again])).toEqual(flags);
  });

  it('is none where the form took the first question back, or never showed it', () => {
    const back = { ...first, ...gone };
    expect(flagsAfter([first, beside], [back, beside, again]).at(-1)).toEqual([true, []]);
    expect(flagsAfter([back, beside], [back, { ...beside, ...gone }, again]).at(-1)).toEqual([true, []]);
  });

  it('stays where it was when one goes back to that step', () => {
    const left = [
      { ...first, ...gone },
      { ...beside, ...gone },
    ];
    const back = [first, beside, { ...again, ...gone }];
    expect(flagsAfter([first, beside], [...left, again], back).at(0)).toEqual([true, []]);
  });
});
