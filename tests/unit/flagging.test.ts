import { expect, it } from 'vitest';
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
