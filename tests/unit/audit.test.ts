import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeAudit } from '../../entrypoints/companion/audit.ts';
import { askAudit, onCorrections, sendCorrections } from '../../entrypoints/companion/audit-wire.ts';
import type { Host } from '../../entrypoints/companion/host.ts';
import { formsOf } from '../../lib/fields/corrections.ts';
import type { AuditAnswer, Bus, RoadView, WatcherView } from '../../lib/messages/index.ts';
import { field } from '../fixtures/field.ts';

vi.mock('../../entrypoints/companion/audit-wire.ts', () => ({
  askAudit: vi.fn(),
  sendCorrections: vi.fn(async () => true),
  readCorrectionsNow: async () => [],
  onCorrections: vi.fn(),
}));
vi.stubGlobal('window', { addEventListener: () => {} });
const WINDOW = { documentElement: { clientWidth: 1_280, clientHeight: 720 } };
vi.stubGlobal('document', { ...WINDOW, querySelectorAll: () => [] });
vi.stubGlobal('requestAnimationFrame', () => {});

const road: RoadView = {
  submissionId: 'one',
  startedAt: 0,
  startedBy: 'login',
  declared: true,
  outcome: 'open',
  elapsedMs: null,
  passed: [],
  rejections: 0,
  submitStands: false,
  notSeen: false,
  procedure: '1.000656',
};
const told = (keys: string[]): AuditAnswer => ({
  fields: keys.map((key) => ({ ...field({ key }), submissionId: 'one' })),
  evidence: {},
  words: { kind_other: 'x' },
});
const settle = () => new Promise((resolve) => setTimeout(resolve));

const view: WatcherView = { road, step: null, fields: [] };
const nowhere: Bus = {
  settle: async () => {},
  view: () => view,
  anchor: () => null,
  evidence: () => null,
  forms: () => [],
  subscribe: () => {},
};
const HOST = { element: {}, container: {} } as Host;

/** The audit of a page whose declaration is a frame of another host. */
function aroundAFrame() {
  const nothing = { fields: [], flagged: [] };
  const audit = makeAudit(nowhere, HOST, () => {}, new AbortController().signal);
  const model = () => audit.model(nothing, { language: 'vi', road, targetMs: 1, awake: true });
  return { audit, model };
}

beforeEach(() => {
  vi.mocked(askAudit).mockReset();
  vi.mocked(sendCorrections).mockClear();
});

describe('the audit', () => {
  it('keeps a correction of a field in a frame under the form that the frame looks under', async () => {
    vi.mocked(askAudit).mockResolvedValue(told(['justice.1/2/HoTen']));
    const { audit, model } = aroundAFrame();
    audit.heard(view);
    audit.open('vi');
    await settle();
    model();
    audit.act.choose('justice.1/2/HoTen');
    audit.act.correct({ kind: 'other', subject: 'other', expectation: 'none' });
    const added = vi.mocked(sendCorrections).mock.calls[0]?.[0];
    expect(added?.map(({ form, field }) => [form, field])).toEqual([
      [formsOf({ id: 'justice', form: { id: 'justice/form/e-form' } }, '1.000656')[0], 'HoTen'],
    ]);
  });

  it('opens its list though the first word to the background was lost', async () => {
    vi.useFakeTimers();
    vi.mocked(askAudit).mockResolvedValueOnce(null).mockResolvedValue(told([]));
    const { audit, model } = aroundAFrame();
    audit.open('vi');
    await vi.advanceTimersByTimeAsync(10);
    expect(model().words).toBeNull();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(model().words).not.toBeNull();
    vi.useRealTimers();
  });

  it('goes on asking what a frame tells the background alone, and only draws what is new', async () => {
    vi.useFakeTimers();
    const typed = told(['justice.1/2/HoTen']);
    vi.mocked(askAudit)
      .mockResolvedValueOnce(told(['justice.1/2/HoTen']))
      .mockResolvedValueOnce(told(['justice.1/2/HoTen']))
      .mockResolvedValue({ ...typed, fields: typed.fields.map((it) => ({ ...it, state: 'typed' })) });
    const { audit, model } = aroundAFrame();
    audit.open('vi');
    await vi.advanceTimersByTimeAsync(10);
    const first = model();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(model()).toBe(first);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(model().rows).toMatchObject([{ state: 'typed' }]);
    audit.close();
    const asked = vi.mocked(askAudit).mock.calls.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(askAudit).toHaveBeenCalledTimes(asked);
    vi.useRealTimers();
  });

  it('does not go on asking where all of the declaration is on the page', async () => {
    vi.useFakeTimers();
    vi.mocked(askAudit).mockResolvedValue(told(['national/1/HoTen']));
    const { audit } = aroundAFrame();
    audit.open('vi');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(askAudit).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('has its words in the language that was chosen while it is open', async () => {
    vi.useFakeTimers();
    vi.mocked(askAudit).mockImplementation(async (language) => ({
      fields: [],
      evidence: {},
      words: { kind_other: language },
    }));
    const { audit, model } = aroundAFrame();
    audit.open('vi');
    await vi.advanceTimersByTimeAsync(10);
    expect(model().words).toEqual({ kind_other: 'vi' });
    audit.open('vi');
    audit.open('en');
    await vi.advanceTimersByTimeAsync(2_500);
    expect(model().words).toEqual({ kind_other: 'en' });
    expect(askAudit).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('frames the field where it stands now, though the page has drawn it anew', () => {
    const drawn = () =>
      ({
        isConnected: true,
        checkVisibility: () => true,
        scrollIntoView: () => {},
        getBoundingClientRect: () => ({ width: 300, height: 300 }),
      }) as unknown as Element;
    let root: Element | null = drawn();
    const audit = makeAudit(
      { ...nowhere, anchor: () => root && { root, label: null, control: null } },
      HOST,
      () => {},
      new AbortController().signal,
    );
    audit.act.choose('national/1/GioiTinh');
    expect(audit.spot()?.element).toBe(root);
    Object.assign(root, { isConnected: false });
    root = null;
    expect(audit.spot()).toBeNull();
    root = drawn();
    expect(audit.spot()?.element).toBe(root);
  });
});

describe('a field of a page that was left', () => {
  const drawn = (about: string) =>
    ({
      about,
      isConnected: true,
      checkVisibility: () => true,
      scrollIntoView: () => {},
      getBoundingClientRect: () => ({ width: 300, height: 300 }),
    }) as unknown as Element;
  const WIDE = 'business/form/asp-net';

  /** A page of a portal, beside an earlier one, with a frame that has nothing of the declaration. */
  async function secondPage(key: string, present: Parameters<typeof field>[0][]) {
    vi.stubGlobal('document', { ...WINDOW, querySelectorAll: () => [drawn('advertisement')] });
    vi.mocked(askAudit).mockResolvedValue({
      fields: [{ ...field({ key, label: 'Điện thoại chủ hộ' }), submissionId: 'one' }],
      evidence: {},
      words: {},
    });
    const fields = present.map(field);
    const bus: Bus = {
      ...nowhere,
      view: () => ({ ...view, road: null, fields }),
      anchor: () => (fields.length > 0 ? { root: drawn('another'), label: null, control: null } : null),
      evidence: () =>
        fields.length > 0
          ? { words: { label: 'dien thoai', section: null, name: null, offer: null }, trail: [] }
          : null,
      forms: () => [WIDE],
    };
    const audit = makeAudit(bus, HOST, () => {}, new AbortController().signal);
    audit.open('vi');
    await settle();
    const model = () =>
      audit.model({ fields, flagged: [] }, { language: 'vi', road: null, targetMs: 1, awake: true });
    const row = model().rows.at(-1);
    audit.act.choose(row?.key ?? '');
    vi.stubGlobal('document', { ...WINDOW, querySelectorAll: () => [] });
    return { audit, chosen: () => model().chosen };
  }

  it('is not looked for in whatever frame stands on this one', async () => {
    const { audit, chosen } = await secondPage('business/1/TxtPhone', []);
    expect(chosen()?.found).toBe('elsewhere');
    expect(audit.spot()).toBeNull();
  });

  it('is not taken for the one that has its name here', async () => {
    const { audit, chosen } = await secondPage('business/1/TxtPhone', [
      { key: 'business/1/TxtPhone', label: 'Điện thoại cửa hàng' },
    ]);
    expect(chosen()).toMatchObject({
      found: 'elsewhere',
      evidence: null,
      row: { label: 'Điện thoại chủ hộ' },
    });
    expect(audit.spot()).toBeNull();
  });

  it('is corrected under the form of its portal, also where the procedure is not known', async () => {
    const { audit, chosen } = await secondPage('business/1/TxtPhone', []);
    expect(chosen()?.scope).toBe('form');
    audit.act.correct({ kind: 'other', subject: 'other', expectation: 'none' });
    const made = vi.mocked(sendCorrections).mock.calls[0]?.[0] ?? [];
    expect(made).toMatchObject([{ form: WIDE, field: 'TxtPhone' }]);
    // Nobody can judge it anew before its page is open again.
    expect(chosen()?.waits).toBe(false);
    vi.mocked(onCorrections).mock.lastCall?.[0](made);
    expect(chosen()).toMatchObject({ waits: true, row: { corrected: true } });
  });
});
