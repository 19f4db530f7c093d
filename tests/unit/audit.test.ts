import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeAudit } from '../../entrypoints/companion/audit.ts';
import { askAudit, sendCorrections } from '../../entrypoints/companion/audit-wire.ts';
import type { Host } from '../../entrypoints/companion/host.ts';
import { formsOf } from '../../lib/fields/corrections.ts';
import type { AuditAnswer, Bus, RoadView, WatcherView } from '../../lib/messages/index.ts';
import { field } from '../fixtures/field.ts';

vi.mock('../../entrypoints/companion/audit-wire.ts', () => ({
  askAudit: vi.fn(),
  sendCorrections: vi.fn(async () => true),
  readCorrectionsNow: async () => [],
  onCorrections: () => {},
}));
vi.stubGlobal('window', { addEventListener: () => {} });
vi.stubGlobal('document', { querySelectorAll: () => [] });
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
  const audit = makeAudit(nowhere, HOST, () => {}, new AbortController().signal);
  const model = () =>
    audit.model({ fields: [], flagged: [] }, { language: 'vi', road, targetMs: 1, awake: true });
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

  it('has its words in the language that was chosen while it is open', async () => {
    vi.useFakeTimers();
    vi.mocked(askAudit).mockImplementation(async (language) => ({
      fields: [],
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
      ({ isConnected: true, checkVisibility: () => true, scrollIntoView: () => {} }) as unknown as Element;
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
