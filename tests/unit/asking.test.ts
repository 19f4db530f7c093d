import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asked, type Judgement, MOST_ASKED, type Verdict } from '../../lib/fields/index.ts';
import { judging } from '../../lib/fields/judging/index.ts';
import { createAsking, type Judges } from '../../lib/watch/asking.ts';
import { Entry } from '../../lib/watch/entry.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const section = { title: 'Người mẹ', index: 1, trail: ['Tờ khai', 'Người mẹ'] };
// Neither is asked for anything here.
const unasked = { root: undefined as never, reader: undefined as never };
const entry = (label: string, order: number, before: Entry | null = null): Entry =>
  Object.assign(new Entry(0, { ...unasked, name: `f${order}`, section, order, afterOrders: 0, before }), {
    label,
  });

function stage(answer: Judges, correctionOf: (entry: Entry) => Verdict | undefined = () => undefined) {
  const asked: Asked[] = [];
  const judged: string[] = [];
  const again: [number, string][] = [];
  const looked: string[] = [];
  const asking = createAsking(
    (question) => {
      asked.push(question);
      return answer(question);
    },
    ({ name }) => {
      looked.push(name);
      return {};
    },
    correctionOf,
    (all) => judged.push(...all.map(({ name }) => name)),
    (ms, reason) => again.push([ms, reason]),
  );
  return { asking, asked, judged, again, looked };
}
/** What becomes of the answers is asked for here, not what they say. */
const judgeAll = judging(null);
const answers: Judges = async (question) => judgeAll(question);

describe('fields that wait for their judgement', () => {
  it('are asked about in page order, each after the one before it, with their headings once', async () => {
    const { asking, asked, judged, again } = stage(answers);
    const first = entry('Loại giấy tờ tùy thân', 1);
    const second = entry('Ngày', 2, first);
    asking.add(second);
    asking.add(first);
    asking.ask();
    await vi.runAllTimersAsync();
    expect(asked).toEqual([
      {
        trails: [section.trail],
        fields: [
          { label: 'Loại giấy tờ tùy thân', name: 'f1', trail: 0, before: null },
          { label: 'Ngày', name: 'f2', trail: 0, before: 0 },
        ],
      },
    ]);
    expect(judged).toEqual(['f1', 'f2']);
    expect(second.judgement?.kind).toBe('id-issue-date');
    expect(again).toEqual([[0, 'rest']]);
    asking.ask();
    expect(asked).toHaveLength(1);
  });

  it('are asked about with those before them, which are not judged again', async () => {
    // Whoever is asked about it once more may well find something else.
    const other = { kind: 'other', subject: 'other', expectation: 'none' } as Judgement;
    const { asking, asked, judged, looked } = stage(async (it) =>
      asked.length === 1 ? judgeAll(it) : it.fields.map(() => other),
    );
    const first = entry('Họ tên', 1);
    asking.add(first);
    asking.ask();
    await vi.runAllTimersAsync();
    const before = first.judgement;
    asking.add(entry('Số', 2, first));
    asking.ask();
    await vi.runAllTimersAsync();
    expect(asked[1]?.fields).toEqual([
      { label: 'Họ tên', name: 'f1', trail: 0, before: null },
      { label: 'Số', name: 'f2', trail: 0, before: 0 },
    ]);
    expect(judged).toEqual(['f1', 'f2']);
    // How a field is answered was found out when it was in question.
    expect(looked).toEqual(['f1', 'f2']);
    expect(first.judgement).toBe(before);
    asking.add(first);
    asking.ask();
    expect(looked).toEqual(['f1', 'f2', 'f1']);
  });

  it('follow no field of another section', async () => {
    const { asking, asked } = stage(answers);
    const last = Object.assign(entry('Họ tên', 1), { section: { ...section, index: 2 } });
    asking.add(last);
    asking.add(entry('Số', 2, last));
    asking.ask();
    expect(asked[0]?.fields.map(({ before }) => before)).toEqual([null, null]);
  });

  it('are asked about in as many questions as it takes, none longer than is answered, and share what is alike', async () => {
    const { asking, asked, judged } = stage(answers);
    const all = Array.from({ length: MOST_ASKED + 1 }, (_, order) => entry('Họ tên', order));
    for (const it of all) asking.add(it);
    for (let time = 0; time < 3; time++) {
      asking.ask();
      await vi.runAllTimersAsync();
    }
    expect(asked.map(({ fields }) => fields.length <= MOST_ASKED)).toEqual([true, true]);
    expect(judged).toEqual(all.map(({ name }) => name));
    expect(new Set(all.map(({ judgement }) => judgement)).size).toBe(1);
  });

  it('are asked about with so many before them and no more, the first of which goes on with the one before it', async () => {
    const { asking, asked } = stage(answers);
    const first = entry('Họ tên', 1);
    asking.add(first);
    asking.ask();
    await vi.runAllTimersAsync();
    let last = first;
    for (let order = 2; order <= 42; order++) last = entry('Số', order, last);
    asking.add(last);
    asking.ask();
    const befores = asked[1]?.fields.map(({ before }) => before);
    expect(befores).toEqual([first.judgement, ...Array(40).keys()]);
  });

  it('wait where they came after a moment or are gone, and are asked about once they have stood', async () => {
    const { asking, asked } = stage(answers);
    const [stands, young, gone] = [entry('Họ tên', 1), entry('Giới tính', 2), entry('Số', 3)];
    young.appearedAt = 500;
    gone.found = false;
    for (const it of [stands, young, gone]) asking.add(it);
    asking.ask(499);
    await vi.runAllTimersAsync();
    asking.ask(500);
    await vi.runAllTimersAsync();
    gone.found = true;
    asking.ask();
    const labels = asked.map(({ fields }) => fields.map(({ label }) => label));
    expect(labels).toEqual([['Họ tên'], ['Giới tính'], ['Số']]);
  });

  it('wait while a question is under way, and are asked about anew where their label has changed since', async () => {
    let reply: (all: Judgement[]) => void = () => {};
    const { asking, asked, judged } = stage(() => new Promise((done) => (reply = done)));
    const one = entry('Họ tên', 1);
    asking.add(one);
    asking.ask();
    asking.ask();
    expect(asked).toHaveLength(1);
    one.label = 'Giới tính';
    reply(judgeAll(asked[0] as Asked));
    await vi.runAllTimersAsync();
    expect(judged).toEqual([]);
    asking.ask();
    expect(asked[1]?.fields[0]?.label).toBe('Giới tính');
  });

  it('are asked about anew where a reviewer has spoken meanwhile', async () => {
    let reply: (all: Judgement[]) => void = () => {};
    const corrections = new Map<string, Verdict>();
    const { asking, asked } = stage(
      () => new Promise((done) => (reply = done)),
      ({ name }) => corrections.get(name),
    );
    const one = entry('Họ tên', 1);
    asking.add(one);
    asking.ask();
    corrections.set('f1', { kind: 'phone', subject: 'child', expectation: 'none' });
    asking.add(one);
    reply(judgeAll(asked[0] as Asked));
    await vi.runAllTimersAsync();
    expect(one.judgement).toBeNull();
    asking.ask();
    reply(judgeAll(asked[1] as Asked));
    await vi.runAllTimersAsync();
    expect(one.judgement).toMatchObject({ kind: 'phone' });
  });

  it('are asked about again, ever later, where nobody can answer', async () => {
    let isThere = false;
    const { asking, again, judged } = stage(async (it) => (isThere ? judgeAll(it) : null));
    const ask = async () => {
      asking.ask();
      await vi.runAllTimersAsync();
    };
    asking.add(entry('Họ tên', 1));
    for (let time = 0; time < 7; time++) await ask();
    expect(again.map(([ms]) => ms)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(judged).toEqual([]);
    // Once somebody has answered it begins anew.
    isThere = true;
    await ask();
    isThere = false;
    asking.add(entry('Số', 2));
    await ask();
    expect(again.slice(7)).toEqual([
      [0, 'rest'],
      [1_000, 'judge'],
    ]);
  });

  it('do not wait for an answer that never comes', () => {
    const { asking, asked } = stage(() => new Promise(() => {}));
    asking.add(entry('Họ tên', 1));
    asking.ask();
    vi.advanceTimersByTime(4_900);
    asking.ask();
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(200);
    asking.ask();
    expect(asked).toHaveLength(2);
  });
});
