import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answer } from '../../lib/background/answer.ts';
import { session } from '../../lib/background/session.ts';
import type { FieldFacts, FieldRecord } from '../../lib/fields/index.ts';
import type { AuditAnswer, Fact } from '../../lib/messages/index.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';
import { nextPerson } from '../../lib/storage/after.ts';
import { onDataChanged } from '../../lib/storage/changes.ts';
import { database, STORES } from '../../lib/storage/database.ts';
import { ensureDossierKey, markOf } from '../../lib/storage/dossier-key.ts';
import { eraseEverything } from '../../lib/storage/erasing.ts';
import { keepNote, notesOf } from '../../lib/storage/notes.ts';
import { orderDropNote } from '../../lib/storage/orders.ts';
import { exportFile } from '../../lib/storage/reading.ts';
import { closeTab, sweepRoads, tabOpened } from '../../lib/storage/recorder.ts';
import { exportSchema } from '../../lib/storage/schema.ts';
import { field } from '../fixtures/field.ts';

const disk = vi.hoisted(() => ({ local: {}, session: {} }) as Record<string, Record<string, unknown>>);
/** Lengths of the messages of our own pages; the one of that number does not arrive, or its answer does not. */
const { sent, failing } = vi.hoisted(() => ({
  sent: [] as number[],
  failing: { at: 0, answerTo: 0, disk: false },
}));
/** Hosts of which the person has taken the access away. */
const taken = vi.hoisted(() => new Set<string>());
/** Chromium's own limit (64 MiB) is put lower, so that a test need not write so much. */
const MOST = 4_000_000;
vi.mock('webextension-polyfill', () => {
  const area = (name: string) => ({
    get: async (key: string) => ({ [key]: structuredClone(disk[name]?.[key]) }),
    set: async (items: object) => {
      if (failing.disk) throw new DOMException('no room', 'QuotaExceededError');
      Object.assign(disk[name] ?? {}, structuredClone(items));
    },
    remove: async (key: string) => void delete disk[name]?.[key],
  });
  const runtime = {
    id: 'us',
    getURL: (path: string) => `chrome-extension://us${path}`,
    sendMessage: async (message: object) => {
      const { length } = JSON.stringify(message);
      sent.push(length);
      if (length > MOST || sent.length === failing.at) throw new Error('Message length exceeded');
      const answered = await say(structuredClone(message), OWN);
      if (sent.length === failing.answerTo) throw new Error('the worker was ended');
      return answered;
    },
  };
  const permissions = {
    contains: async ({ origins }: { origins: string[] }) => origins.every((it) => !taken.has(it)),
  };
  return { default: { runtime, permissions, storage: { local: area('local'), session: area('session') } } };
});

const T0 = Date.parse('2026-11-22T10:00:00+07:00');
const OWN = { url: 'chrome-extension://us/popup.html' };
const PORTAL = 'https://dichvucong.gov.vn/';

beforeEach(async () => {
  sent.length = 0;
  Object.assign(failing, { at: 0, answerTo: 0, disk: false });
  taken.clear();
  disk.local = { settings: { consentAt: T0, companion: { on: false } } };
  const db = await database();
  for (const store of STORES) await db.clear(store);
});

/** What the worker answers to a page or a frame of this address, in a tab that shows `around`. */
const say = (
  message: object,
  {
    url = PORTAL,
    tabId = 7,
    frameId = 0,
    around,
    documentLifecycle,
  }: Partial<Record<'url' | 'around' | 'documentLifecycle', string>> &
    Partial<Record<'tabId' | 'frameId', number>> = {},
) =>
  answer(message, {
    id: 'us',
    url,
    frameId,
    // What the polyfill's own description of a sender lacks.
    ...{ documentLifecycle },
    tab: { id: tabId, url: around ?? url } as never,
  }) as Promise<unknown>;
const report = (facts: Fact[], from = 1, document: string = crypto.randomUUID()) => ({
  name: 'report',
  document,
  arrival: 'opened',
  facts: facts.map((fact, index) => ({ n: from + index, fact })),
});
const milestone = (name: 'first-input' | 'submit-clicked' | 'submitted', at: number): Fact => ({
  type: 'milestone',
  at,
  name,
  evidence: 'national/test',
});
const page: Fact = { type: 'page', at: T0, portal: 'national', hidden: false };
const declared = (...labels: string[]): Fact[] => [
  { ...page, at: T0 + 1_000 },
  { type: 'milestone', at: T0 + 2_000, name: 'form-opened', evidence: 'national/test' },
  { type: 'fields', at: T0 + 3_000, form: 1, fields: labels.map((label, order) => field({ label, order })) },
];

describe('a host that only a loaded pack knows', () => {
  const url = 'https://lienthong2.dichvucong.gov.vn/nop';
  const framed = 'https://khung2.dichvucong.gov.vn/to-khai';

  it('is heard in its pages and in its frames, and only once the pack is loaded', async () => {
    expect(await say(report([page]), { url })).toEqual({ refused: 'sender' });
    const packs = PROFILES.filter(({ id }) => id === 'interlinked').map((it) => ({
      ...it,
      hosts: [...it.hosts, 'lienthong2.dichvucong.gov.vn'],
      frames: [...(it.frames ?? []), 'khung2.dichvucong.gov.vn'],
    }));
    Object.assign(disk.local ?? {}, { packs });
    expect(await say(report([page]), { url })).toMatchObject({ acked: 1 });
    expect(await say(report([page]), { url: framed, frameId: 3 })).toMatchObject({ acked: 1 });
    expect(await say(report([page]), { url: framed })).toEqual({ refused: 'sender' });
    expect(await say({ name: 'audit', language: 'vi' }, { url })).toMatchObject({ fields: [] });
    expect(await say({ name: 'audit', language: 'vi' }, { url: framed, frameId: 3 })).toBeUndefined();
    expect(await say({ name: 'judge' }, { url: 'https://example.com/' })).toBeUndefined();
  });
});

it('a page that is loaded on the off chance has no answer until it is shown', async () => {
  const told = report(declared('Giới tính'));
  expect(await say(told, { documentLifecycle: 'prerender' })).toBeUndefined();
  expect(await (await database()).count('submissions')).toBe(0);
  expect(await say(told, { documentLifecycle: 'active' })).toMatchObject({ acked: 3 });
});

describe('a frame of a portal', () => {
  const framed = { url: 'https://tokhaidientu.moj.gov.vn/to-khai', frameId: 3 };

  it('is heard in a page of a portal, and not where a stranger has put it into its own', async () => {
    const page = 'https://dichvucong.quangninh.gov.vn/nop-ho-so/8123';
    const strangers = 'https://example.com/';
    expect(await say(report(declared('Giới tính')), { ...framed, around: strangers })).toEqual({
      refused: 'sender',
    });
    expect(await say(report(declared('Giới tính')), { frameId: 3, around: strangers })).toEqual({
      refused: 'sender',
    });
    // What the browser does not tell is a page that we may not see.
    expect(await say({ name: 'judge' }, { ...framed, around: '' })).toBeUndefined();
    expect(await (await database()).count('submissions')).toBe(0);
    expect(await say(report(declared('Giới tính')), { ...framed, around: page })).toMatchObject({ acked: 3 });
  });
});

describe('frames of a page that hold declarations', () => {
  const around = 'https://dichvucong.quangninh.gov.vn/nop-ho-so/8123';
  const forms = { url: 'https://tokhaidientu.moj.gov.vn/e-form/1', around };
  const own = { url: 'https://dichvucong.quangninh.gov.vn/nop-ho-so/8124', around };
  /** What the first frame of its host tells of its first field, which is called as it is in the other one. */
  const inFrame = (number: number, at: number, facts: Partial<FieldFacts> = {}) => {
    const one = field({ key: `justice.${number}/1/ten`, order: number * 10_000 + 1, ...facts });
    return report([{ type: 'fields', at, form: 1, fields: [one] }]);
  };
  const open = (tabId: number) => say(report(declared('Giới tính')), { url: around, tabId });
  const stored = async () =>
    ((await (await database()).getAll('fields')) as FieldRecord[])
      .filter(({ key }) => key.startsWith('justice.'))
      .map(({ key, order, focusCount }) => [key, order, focusCount]);

  it('of different hosts have numbers of their own, and keep them when they are drawn anew', async () => {
    await open(7);
    await say(inFrame(1, T0 + 4_000), { ...forms, frameId: 3 });
    await say(inFrame(1, T0 + 5_000, { focusCount: 1 }), { ...own, frameId: 4 });
    await say(inFrame(2, T0 + 6_000, { focusCount: 5 }), { ...forms, frameId: 5 });
    const both = [
      ['justice.1/1/ten', 10_001, 0],
      ['justice.2/1/ten', 20_001, 1],
      ['justice.3/1/ten', 30_001, 5],
    ];
    expect(await stored()).toEqual(both);
    await say(inFrame(1, T0 + 7_000), { ...own, frameId: 6 });
    await say(inFrame(1, T0 + 8_000), { ...forms, frameId: 7 });
    expect(await stored()).toEqual(both);
  });

  it.each([
    ['of another host', 1, forms],
    ['of its own host', 1, own],
    ['that is the second of its host', 2, forms],
  ])('has the number that it gave itself where it is the only one, %s', async (_which, number, frame) => {
    await open(7);
    await say(inFrame(number, T0 + 4_000), { ...frame, frameId: 3 });
    expect(await stored()).toEqual([[`justice.${number}/1/ten`, number * 10_000 + 1, 0]]);
  });
});

describe('a page whose host may not be seen any more', () => {
  const url = 'https://dichvucong.laichau.gov.vn/dich-vu-cong';

  it('is not heard, though it stands open still, until it may be seen again', async () => {
    expect(await say(report(declared('Giới tính')), { url })).toMatchObject({ acked: 3 });
    taken.add('https://dichvucong.laichau.gov.vn/*');
    expect(await say(report([page]), { url })).toEqual({ refused: 'sender' });
    expect(await say({ name: 'audit', language: 'vi' }, { url })).toBeUndefined();
    expect(await say(report([page]), { tabId: 8 })).toMatchObject({ acked: 1 });
    taken.clear();
    expect(await say(report([page]), { url })).toMatchObject({ acked: 1 });
  });
});

describe('a fact that no page may tell', () => {
  const procedure = (code: string): Fact => ({ type: 'procedure', at: T0 + 500, code, name: '' });

  it('is passed over, once, and what stands beside it is written', async () => {
    const facts = [page, procedure('1.000656.000.00.00.h42'), ...declared('Giới tính'), procedure('x')];
    expect(await say(report(facts))).toMatchObject({ acked: facts.length, road: { declared: true } });
    const db = await database();
    expect(await db.getAll('submissions')).toMatchObject([{ procedure: { code: '' } }]);
    expect(await db.count('fields')).toBe(1);
  });

  it('may be of the shape but for a control’s role, which is left out of it', async () => {
    const controls = [
      { tag: 'a', role: 'menu-item 2', label: 'tiep tuc' },
      { tag: 'button', role: 'button', label: '' },
    ];
    await say(report([page, { type: 'drift', at: T0 + 500, rule: 'national/submit/text', controls }]));
    expect(await (await database()).get('meta', 'health/national/submit/text')).toMatchObject({
      value: { controls: [{ tag: 'a', role: '', label: 'tiep tuc' }, controls[1]] },
    });
  });
});

describe('the audit', () => {
  const audited = async (tabId: number) => {
    const { fields } = (await say({ name: 'audit', language: 'vi' }, { tabId })) as { fields: FieldRecord[] };
    return fields.map(({ label }) => label);
  };

  it('reads the fields of a form in a tab that a page opened', async () => {
    await say(report([page]));
    await tabOpened(await database(), 8, 7, (await session()).id);
    await say(report(declared('Giới tính', 'Dân tộc')), { tabId: 8 });
    expect(await audited(8)).toEqual(['Giới tính', 'Dân tộc']);
    expect(await audited(9)).toEqual([]);
  });

  it('takes no dossier of before a restart for that of a tab with the same number', async () => {
    await say(report(declared('Giới tính')));
    const db = await database();
    for (const it of await db.getAll('meta')) {
      if ('road' in it.value) await db.put('meta', { ...it, value: { ...it.value, session: 'before' } });
    }
    expect(await audited(7)).toEqual([]);
  });
});

describe('why a frame’s field is judged as it is', () => {
  const framed = {
    url: 'https://tokhaidientu.moj.gov.vn/',
    frameId: 3,
    around: 'https://dichvucongnganhtuphap.moj.gov.vn/',
  };
  const asked = (label: string) => ({
    name: 'judge',
    trails: [['Thông tin người mẹ']],
    fields: [{ label, name: 'hoTenMe', trail: 0, before: null }],
  });
  const told = async (tabId = 7) => {
    const heard = await say({ name: 'audit', language: 'vi' }, { url: framed.around, tabId });
    return Object.values((heard as AuditAnswer).evidence);
  };
  beforeEach(async () => {
    const learnt = await readFile(new URL('../../public/learnt.safetensors', import.meta.url));
    vi.stubGlobal('fetch', async () => new Response(learnt));
    disk.session = {};
    Object.assign(disk.local ?? {}, { settings: { consentAt: T0, role: 'reviewer' } });
    const fields = [field({ key: 'justice.1/1/hoTenMe', label: 'Họ và tên', section: 'Thông tin người mẹ' })];
    await say(
      report([page, ...declared().slice(0, 2), { type: 'fields', at: T0 + 3_000, form: 1, fields }]),
      {
        url: framed.around,
      },
    );
  });

  it('is told to the audit of the page around it, in the words of the frame', async () => {
    expect(await told()).toEqual([null]);
    await say(asked('Họ và tên'), framed);
    await vi.waitFor(async () => {
      expect(await told()).toEqual([{ label: 'Họ và tên', section: 'mẹ', name: null, offer: null }]);
    });
  });

  it('is told of that field alone, and in its own tab', async () => {
    await say(asked('Họ và tên khai sinh'), framed);
    await say(asked('Họ và tên'), { ...framed, tabId: 9 });
    await vi.waitFor(() => expect(Object.keys(disk.session?.evidence ?? {})).toEqual(['7', '9']));
    expect(await told()).toEqual([null]);
  });

  it.each([
    { consentAt: null, role: 'reviewer' },
    { consentAt: T0, role: 'helper' },
  ])(
    'is remembered for a reviewer alone, and as long as recording is allowed: not with %o',
    async (settings) => {
      Object.assign(disk.local ?? {}, { settings });
      await say(asked('Họ và tên'), framed);
      await new Promise((done) => setTimeout(done, 20));
      expect(disk.session).toEqual({});
    },
  );
});

describe('what one may order', () => {
  const round = { outreach: 'Đợt sáng', commune: '', team: '' };
  const orders = async () => {
    await say(report(declared('Giới tính')));
    const [it] = await (await database()).getAll('submissions');
    const submissionId = it?.id ?? '';
    const note = { submissionId, about: { field: 'national/1/x' }, text: 'Ô này trống' };
    return {
      told: { name: 'tell', submissionId, told: { satisfaction: 4 } },
      note: { name: 'note', note, sure: false },
      notes: { name: 'notes', submissionId },
    };
  };

  it('a page of a portal: of its own tab’s dossier alone, and no frame in it of any', async () => {
    const { told, note, notes } = await orders();
    expect(await say(note)).toMatchObject({ notes: [{ text: 'Ô này trống' }] });
    expect(await say(told)).toMatchObject({ satisfaction: 4 });
    for (const order of [told, note, notes]) {
      expect(await say(order, { tabId: 8 })).toEqual({ refused: 'sender' });
      expect(await say(order, { frameId: 3 })).toBeUndefined();
      expect(await say(order, { url: 'https://example.com/' })).toBeUndefined();
    }
    expect(await say(notes, OWN)).toMatchObject({ notes: [{ text: 'Ô này trống' }] });
  });

  it('a page of a portal: neither that a deletion is undone nor how the day is called', async () => {
    expect(await say({ name: 'restore', data: {} })).toBeUndefined();
    expect(await say({ name: 'set-round', round })).toBeUndefined();
    expect(await say({ name: 'day' }, OWN)).toMatchObject({ round: null });
  });

  it('another extension: nothing', () => {
    expect(answer({ name: 'day' }, { id: 'them', url: OWN.url } as never)).toBeUndefined();
  });

  it('our own page: how the day is called, but by nobody’s number and not before consent', async () => {
    const call = (outreach: string) => say({ name: 'set-round', round: { ...round, outreach } }, OWN);
    expect(await call('Gọi 000 111 222 333')).toEqual({ refused: 'personal' });
    expect(await call('Đợt sáng')).toMatchObject({ round: { outreach: 'Đợt sáng' } });
    disk.local = { settings: { consentAt: null } };
    expect(await call('Đợt chiều')).toEqual({ refused: 'consent' });
    disk.local = { settings: { consentAt: T0 } };
    expect(await say({ name: 'day' }, OWN)).toMatchObject({ round: { outreach: 'Đợt sáng' } });
  });
});

it.each([
  ['without consent', { consentAt: null }],
  ['while recording is paused', { consentAt: T0, paused: true }],
])('nothing that a page tells is written %s', async (_when, settings) => {
  disk.local = { settings: { ...settings, companion: { on: false } } };
  expect(await say(report(declared('Họ tên')))).toEqual({ refused: 'consent' });
  const db = await database();
  expect(await Promise.all(STORES.map((store) => db.count(store)))).toEqual(STORES.map(() => 0));
});

it('a note can be deleted by whoever withdrew consent, and none be written', async () => {
  await say(report(declared('Giới tính')));
  const [it] = await (await database()).getAll('submissions');
  const note = { submissionId: it?.id ?? '', about: { field: 'national/1/x' }, text: 'Ô này trống' };
  const { notes } = (await say({ name: 'note', note, sure: false }, OWN)) as { notes: { id: string }[] };
  disk.local = { settings: { consentAt: null } };
  expect(await say({ name: 'note', note, sure: false }, OWN)).toEqual({ refused: 'consent' });
  const drop = { name: 'drop-note', submissionId: note.submissionId, id: notes[0]?.id };
  expect(await say(drop, { tabId: 9 })).toEqual({ refused: 'sender' });
  expect(await say(drop, OWN)).toEqual({ notes: [] });
});

it('a note with somebody’s number is kept for nobody, and one with what may be a name for whoever is sure', async () => {
  await say(report(declared('Giới tính')));
  const [it] = await (await database()).getAll('submissions');
  const submissionId = it?.id ?? '';
  const write = (text: string, sure: boolean) =>
    say({ name: 'note', note: { submissionId, about: { field: 'national/1/x' }, text }, sure }, OWN);
  const number = { personal: ['number'], certain: true };
  expect(await write('Số 000 111 222 333 báo lỗi', false)).toEqual(number);
  expect(await write('Số 000 111 222 333 báo lỗi', true)).toEqual(number);
  const asks = 'Hỏi lại Nguyễn Văn A';
  expect(await write(asks, false)).toEqual({ personal: ['name'], certain: false });
  expect(await notesOf(submissionId)).toEqual([]);
  expect(await write(asks, true)).toEqual({ notes: [expect.objectContaining({ text: asks })] });
});

it('a correction is kept while recording is paused, and none without consent', async () => {
  const one = { form: 'national/1.000656', field: 'hoTen', kind: 'full-name' };
  const correct = {
    name: 'correct',
    add: [{ ...one, subject: 'child', expectation: 'none' }],
    remove: [],
  };
  disk.local = { settings: { consentAt: T0, paused: true } };
  expect(await say(correct, { url: OWN.url })).toEqual({ corrections: [expect.objectContaining(one)] });
  disk.local = { settings: { consentAt: null } };
  expect(await say(correct, { url: OWN.url })).toEqual({ refused: 'consent' });
});

describe('a deletion that stumbles', () => {
  const count = async () => (await database()).count('submissions');

  it('after which the disk takes no new key has deleted everything, and can be undone', async () => {
    await ensureDossierKey();
    await say(report(declared('Giới tính')));
    failing.disk = true;
    const undo = await eraseEverything();
    expect(await count()).toBe(0);
    failing.disk = false;
    expect(Object.values(await undo()).every((lost) => lost === 0)).toBe(true);
    expect(await count()).toBe(1);
  });

  it('in the middle has deleted nothing, and says that it failed', async () => {
    await say(report(declared('Giới tính')));
    const { clear } = IDBObjectStore.prototype;
    const stumble = vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (
      this: IDBObjectStore,
    ) {
      const request = clear.call(this);
      if (this.name === STORES.at(-1)) this.transaction.abort();
      return request;
    });
    await expect(eraseEverything()).rejects.toThrow();
    stumble.mockRestore();
    expect(await count()).toBe(1);
  });
});

describe('undoing a deletion', () => {
  const all = async () => (await database()).getAllFromIndex('submissions', 'startedAt');
  const filed = [milestone('submit-clicked', T0 + 60_000), milestone('submitted', T0 + 61_000)];

  it('while a portal page is open: the dossier goes on in its tab and is filed', async () => {
    await say(report(declared('Giới tính')));
    const undo = await eraseEverything();
    await say(report([{ type: 'active', from: T0 + 5_000, to: T0 + 6_000 }]));
    await undo();
    await say(report(filed));
    expect(await all()).toMatchObject([{ startedAt: T0 + 1_000, outcome: 'submitted' }]);
  });

  describe('of a dossier whose page went on telling meanwhile', () => {
    const document = crypto.randomUUID();
    const later = T0 + 50_000;
    const acted: Fact = { type: 'active', from: later, to: later + 1_000 };
    const chosen = (at: number): Fact => ({
      ...{ type: 'fields', at, form: 1 },
      fields: [field({ label: 'Giới tính', order: 0, state: 'chosen', focusCount: 1 })],
    });
    const states = async () => (await (await database()).getAll('fields')).map(({ state }) => state);
    let undo: () => Promise<unknown>;
    beforeEach(async () => {
      await say(report(declared('Giới tính'), 1, document));
      undo = await eraseEverything();
    });

    it('has its fields and its submit, and each once', async () => {
      await say(report([acted, chosen(later), milestone('submit-clicked', later + 5_000)], 4, document));
      await undo();
      expect(await states()).toEqual(['chosen']);
      expect((await all())[0]?.milestones['submit-clicked']?.at).toBe(later + 5_000);
      // What was answered while the page was going away is told once more.
      await say(report([chosen(later), milestone('submit-clicked', later + 5_000)], 5, document));
      await say(report([{ ...page, at: later + 6_000 }, milestone('submitted', later + 7_000)]));
      expect(await all()).toMatchObject([
        {
          ...{ startedAt: T0 + 1_000, outcome: 'submitted', elapsedMs: 56_000 },
          autofill: { byHand: 1, empty: 0 },
        },
      ]);
      const events = await (await database()).getAll('events');
      expect(events.map(({ seq, event }) => [seq, event.type])).toEqual([
        [1, 'page'],
        [2, 'milestone'],
        [3, 'active'],
        [4, 'milestone'],
        [5, 'page'],
        [6, 'milestone'],
      ]);
    });

    it('has its result, and the next dossier of its tab is another one', async () => {
      await say(report([chosen(later), milestone('submit-clicked', later + 5_000)], 4, document));
      await say(report([{ ...page, at: later + 6_000 }, milestone('submitted', later + 7_000)]));
      await say(report([{ ...page, at: later + 20_000 }]));
      await undo();
      const another = [...declared('Dân tộc'), milestone('first-input', 0)];
      await say(report(another.map((it) => ({ ...it, at: later + 30_000 }))));
      expect(await all()).toMatchObject([
        { outcome: 'submitted', elapsedMs: 56_000 },
        { outcome: 'open', startedBy: 'next-dossier', startedAt: later + 20_000 },
      ]);
    });

    it('counts once what it told of a rule that did not match', async () => {
      await say(report([acted, { type: 'drift', at: later, rule: 'national/submit/text' }], 4, document));
      await undo();
      expect(await (await database()).get('meta', 'health/national/submit/text')).toMatchObject({
        value: { days: { '2026-11-22': 1 } },
      });
    });

    it('ends with its tab, which was closed meanwhile', async () => {
      await say(report([chosen(later), milestone('submit-clicked', later + 5_000)], 4, document));
      await closeTab(await database(), 7, later + 9_000, (await session()).id);
      await undo();
      expect(await all()).toMatchObject([{ outcome: 'submitted-unconfirmed', elapsedMs: 54_000 }]);
    });

    it('ends where it was said meanwhile that its person has gone', async () => {
      await say(report([acted], 4, document));
      await nextPerson(await database(), 7, later + 2_000, (await session()).id);
      await undo();
      expect(await all()).toMatchObject([{ outcome: 'abandoned' }]);
      await say(report(declared('Dân tộc').map((it) => ({ ...it, at: later + 30_000 }))));
      expect(await all()).toMatchObject([{}, { startedBy: 'first-page' }]);
    });

    it('leaves nothing of it where nobody undoes the deletion', async () => {
      await say(report([acted, chosen(later), milestone('submitted', later + 5_000)], 4, document));
      expect(await all()).toEqual([]);
      await closeTab(await database(), 7, later + 9_000, (await session()).id);
      await sweepRoads(
        await database(),
        later + 90_000,
        { id: (await session()).id, at: T0 },
        new Set<string>(),
      );
      for (const store of STORES) expect(await (await database()).count(store)).toBe(0);
    });

    it('is not set back by a portion that had come, though its answer was lost', async () => {
      failing.answerTo = 1;
      await expect(undo()).rejects.toThrow('the worker was ended');
      await say(report([chosen(later), ...filed], 4, document));
      await undo();
      expect(await all()).toMatchObject([{ outcome: 'submitted', elapsedMs: 60_000 }]);
      expect(await states()).toEqual(['chosen']);
      expect(await (await database()).getAll('days')).toMatchObject([{ submitted: 1 }]);
      await say(report([{ ...page, at: later + 60_000 }]));
      expect(await all()).toMatchObject([{ outcome: 'submitted' }]);
    });
  });

  it('brings back what a page told while all there was was still being read', async () => {
    await say(report(declared('Giới tính')));
    const { getAll } = IDBObjectStore.prototype;
    const read = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const told = new Promise((resolve) => {
      read.mockImplementationOnce(function (this: IDBObjectStore, ...of) {
        resolve(say(report([...declared('Dân tộc'), ...filed]), { tabId: 8 }));
        return getAll.apply(this, of);
      });
    });
    const [undo] = await Promise.all([eraseEverything(), told]);
    read.mockRestore();
    await undo();
    expect((await all()).map(({ outcome }) => outcome).sort()).toEqual(['open', 'submitted']);
  });

  it('leaves a tab to the dossier that was begun there meanwhile, and a day to all that was filed on it', async () => {
    await say(report([...declared('Giới tính'), ...filed]), { tabId: 9 });
    await say(report(declared('Giới tính')));
    const undo = await eraseEverything();
    await say(report(declared('Dân tộc').map((it) => ({ ...it, at: T0 + 30_000 }))));
    await undo();
    await say(report(filed));
    expect((await all()).map(({ outcome }) => outcome).sort()).toEqual([
      'abandoned',
      'submitted',
      'submitted',
    ]);
    expect(await (await database()).getAll('days')).toMatchObject([
      { submissions: 3, submitted: 2, abandoned: 1 },
    ]);
  });

  it('brings the key back by which a look-up finds its dossier again', async () => {
    await ensureDossierKey();
    const mark = () => markOf('H42.1-261122-0001');
    const dossier = async (): Promise<Fact> => ({
      type: 'dossier',
      at: T0 + 62_000,
      mark: (await mark()) ?? '',
    });
    await say(report([...declared('Giới tính'), ...filed, await dossier()]));
    const before = await mark();
    const undo = await eraseEverything();
    expect(await mark()).not.toBe(before);
    await undo();
    const progress = { type: 'progress', at: T0 + 90_000, mark: (await mark()) ?? '', state: null } as const;
    await say(report([page, { ...progress, receivedAt: T0 + 80_000, dueAt: null, resultAt: null }]));
    expect((await all())[0]?.processing.receivedAt).toBe(T0 + 80_000);
  });

  it('comes in portions, and those that failed come at the next try', async () => {
    const db = await database();
    await say(report([...declared('Giới tính'), ...filed]));
    const [one] = await all();
    if (!one) throw new Error('nothing was recorded');
    const ids = Array.from({ length: 1_500 }, () => crypto.randomUUID());
    const label = 'x'.repeat(300);
    const tx = db.transaction([...STORES], 'readwrite');
    for (const id of ids) {
      tx.objectStore('submissions').put({ ...one, id });
      for (let order = 0; order < 5; order++)
        tx.objectStore('fields').put({ ...field({ order, label }), submissionId: id });
    }
    await tx.done;
    const count = () => Promise.all(STORES.map((it) => db.count(it)));
    const before = await count();
    const undo = await eraseEverything();
    failing.at = 2;
    await expect(undo()).rejects.toThrow('Message length exceeded');
    const tried = sent.length;
    // What came back meanwhile goes on: the next try must not write an earlier state over it.
    const [back] = await all();
    if (!back) throw new Error('nothing came back');
    await db.put('submissions', { ...back, satisfaction: 5 });
    const changed = vi.fn();
    const stop = onDataChanged(changed);
    const progress = vi.fn();
    await undo(progress);
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    stop();
    expect(changed).toHaveBeenCalledOnce();
    const [done, total] = progress.mock.lastCall ?? [];
    expect([done, progress.mock.calls.length > 3]).toEqual([total, true]);
    expect(await count()).toEqual(before);
    expect((await db.get('submissions', back.id))?.satisfaction).toBe(5);
    expect(sent.length - tried).toBeGreaterThan(3);
    expect((await db.getAll('days')).map(({ submissions }) => submissions)).toEqual([1_501]);
  }, 60_000);

  it('brings back all but a record that is refused, which holds nothing else up', async () => {
    const db = await database();
    await say(report(declared('Giới tính')));
    await say(report([...declared('Giới tính'), ...filed]), { tabId: 8 });
    const [one] = await all();
    if (!one) throw new Error('nothing was recorded');
    // As an earlier version may have left it.
    const bad = { ...one, id: crypto.randomUUID(), startedAt: T0 - 9e7, elapsedMs: -1 };
    await db.put('submissions', bad);
    await db.put('fields', { ...field({}), submissionId: bad.id });
    await db.put('fields', { ...field({ key: 'bad', order: -1 }), submissionId: one.id });
    const [day] = await db.getAll('days');
    if (!day) throw new Error('no day was summed up');
    await db.put('days', { ...day, day: '2026-11-21', elapsedSumMs: -1 });
    await ensureDossierKey();
    const mark = await markOf('H42.1-261122-0001');
    const undo = await eraseEverything();
    // What is refused for good is told, and is not for another try.
    const lost = { submissions: 1, fields: 2, days: 1, notes: 0, rounds: 0, health: 0 };
    expect(await undo()).toEqual(lost);
    expect(await markOf('H42.1-261122-0001')).toBe(mark);
    expect((await all()).map(({ outcome }) => outcome).sort()).toEqual(['open', 'submitted']);
    expect(await db.count('fields')).toBe(2);
    expect(await db.getAll('days')).toEqual([day]);
    await say(report(filed));
    expect((await all()).map(({ outcome }) => outcome)).toEqual(['submitted', 'submitted']);
  });

  it('counts no day as lost whose sums are made anew from its dossiers', async () => {
    await say(report([...declared('Giới tính'), ...filed]));
    const db = await database();
    const [day] = await db.getAll('days');
    if (!day) throw new Error('no day was summed up');
    await db.put('days', { ...day, activeSumMs: -1 });
    const undo = await eraseEverything();
    expect(await undo()).toMatchObject({ days: 0 });
    expect(await db.getAll('days')).toEqual([day]);
  });

  it('takes nothing from what was told of a portal or a day meanwhile', async () => {
    const drift = (at: number): Fact => ({ type: 'drift', at, rule: 'national/submit/text' });
    const health = async () => (await (await database()).get('meta', 'health/national/submit/text'))?.value;
    const round = (outreach: string) => ({ outreach, commune: '', team: '' });
    const own = { url: OWN.url };
    await say(report([page, drift(T0 + 1_000), drift(T0 + 2_000)]));
    await say({ name: 'set-round', round: round('Đợt sáng') }, own);
    const undo = await eraseEverything();
    await say(report([page, drift(T0 + 86_400_000)]));
    await say({ name: 'set-round', round: round('Đợt chiều') }, own);
    await undo();
    expect(await health()).toMatchObject({
      days: { '2026-11-22': 2, '2026-11-23': 1 },
      since: T0 + 1_000,
    });
    expect(await say({ name: 'day' }, own)).toMatchObject({ round: round('Đợt chiều') });
  });

  it('keeps in its sums what was filed meanwhile', async () => {
    await say(report([...declared('Giới tính'), ...filed]));
    const undo = await eraseEverything();
    await say(report([...declared('Giới tính'), ...filed]), { tabId: 8 });
    await undo();
    expect(await (await database()).getAll('days')).toMatchObject([{ submissions: 2, submitted: 2 }]);
  });
});

it('a note that was deleted on our page comes back as it was, with its own time', async () => {
  await say(report(declared('Giới tính')));
  const db = await database();
  const [submission] = await db.getAll('submissions');
  const submissionId = submission?.id ?? '';
  const id = crypto.randomUUID();
  const note = { id, submissionId, at: T0, about: { field: 'national/1/GioiTinh' }, text: 'hỏi hai lần' };
  await keepNote(db, note);
  const undo = await orderDropNote(note);
  expect(await notesOf(submissionId)).toEqual([]);
  await undo();
  expect(await notesOf(submissionId)).toEqual([note]);
});

it('the file of exchange is made without reading events, by far the most of what there is', async () => {
  await say(report(declared('Giới tính')));
  expect(await (await database()).count('events')).toBeGreaterThan(0);
  const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const file = await exportFile();
  const names = reads.mock.contexts.map((store) => (store as IDBObjectStore).name);
  reads.mockRestore();
  expect(names.toSorted()).toEqual(['days', 'fields', 'meta', 'submissions']);
  expect(exportSchema.safeParse(file).error?.issues ?? []).toEqual([]);
  expect(file.fields).toHaveLength(1);
});
