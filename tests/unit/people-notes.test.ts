import { expect, it, vi } from 'vitest';
import type { AuditModel } from '../../components/companion/audit-model.ts';
import { makeNotes } from '../../entrypoints/companion/people-notes.ts';
import { say } from '../../entrypoints/companion/people-wire.ts';
import type { RoadView, WatcherView } from '../../lib/messages/index.ts';

vi.mock('../../entrypoints/companion/people-wire.ts', () => ({ say: vi.fn(async () => ({ notes: [] })) }));

const KEY = 'national/1/citizenNDK_HoVaTen';
const chosen = { chosen: { row: { key: 'national/4/x', record: KEY, label: 'Họ tên' } } } as AuditModel;
const nothing = { chosen: null } as AuditModel;

function setUp() {
  let road = { submissionId: 'one', declared: true } as RoadView;
  const attempt = async (_what: string, work: () => Promise<boolean>) => void (await work());
  const notes = makeNotes(
    () => road,
    attempt,
    () => {},
  );
  const at = (audit: AuditModel | null, step: string | null = 'national/declare') => {
    const view: WatcherView = { road, step, fields: [] };
    return notes.model(view, audit);
  };
  const next = (submissionId: string) => {
    road = { ...road, submissionId };
  };
  return { notes, at, next };
}

it('a note that is being written stays as it is and about its field, whatever is chosen meanwhile', async () => {
  const { notes, at } = setUp();
  at(chosen);
  notes.act.write(true);
  notes.act.keepDraft('Nhãn khó');
  // Collapsed: nothing of the list is there any more, nor is anything chosen when it is opened again.
  at(null);
  expect(notes.writing()).toBe(true);
  expect(at(nothing, null)).toMatchObject({ about: { field: KEY }, label: 'Họ tên', draft: 'Nhãn khó' });
  await notes.act.saveNote('Nhãn khó hiểu', false);
  expect(vi.mocked(say).mock.lastCall?.[0]).toMatchObject({ note: { about: { field: KEY } } });
});

it('the next note is about what is chosen then, and begins empty', () => {
  const { notes, at } = setUp();
  at(chosen);
  notes.act.write(true);
  notes.act.keepDraft('x');
  notes.act.write(false);
  expect(at(nothing)).toMatchObject({ about: { step: 'national/declare' }, label: '', draft: '' });
});

it('no note goes over to the next dossier', () => {
  const { notes, at, next } = setUp();
  at(chosen);
  notes.act.write(true);
  notes.act.keepDraft('x');
  next('two');
  expect(at(nothing)).toMatchObject({ about: { step: 'national/declare' } });
  expect(notes.writing()).toBe(false);
});

it('what is written, deleted and brought back is of the dossier it was opened for, though another has begun', async () => {
  const { notes, at, next } = setUp();
  const note = { id: 'n', submissionId: 'one', at: 1, about: { field: KEY }, text: 'Nhãn khó' };
  const told = () => JSON.stringify(vi.mocked(say).mock.lastCall?.[0]);
  vi.mocked(say).mockResolvedValueOnce({ notes: [note] });
  at(chosen);
  notes.act.write(true);
  await Promise.resolve();
  // Nothing has been drawn since.
  next('two');
  await notes.act.saveNote('Nhãn khó hiểu', false);
  expect(told()).toContain('"submissionId":"one"');
  vi.mocked(say).mockResolvedValueOnce({ notes: [note] });
  await notes.act.saveNote('Nhãn khó', false);
  await notes.act.dropNote('n');
  expect(told()).toContain('"submissionId":"one"');
  await notes.act.restoreNote();
  expect(told()).toContain('"name":"note","note":{"submissionId":"one"');
});

it('a note that was deleted can be brought back', async () => {
  const { notes, at } = setUp();
  const note = { id: 'n', submissionId: 'one', at: 1, about: { field: KEY }, text: 'Nhãn khó' };
  vi.mocked(say).mockResolvedValueOnce({ notes: [note] });
  at(chosen);
  notes.act.write(true);
  await Promise.resolve();
  await notes.act.dropNote('n');
  expect(at(chosen)).toMatchObject({ notes: [], dropped: true });
  vi.mocked(say).mockResolvedValueOnce({ notes: [note] });
  await notes.act.restoreNote();
  expect(vi.mocked(say).mock.lastCall?.[0]).toMatchObject({
    name: 'note',
    note: { about: { field: KEY }, text: 'Nhãn khó' },
  });
  expect(at(chosen)).toMatchObject({ notes: [note], dropped: false });
});
