import { expect, it } from 'vitest';
import type { AuditRow } from '../../components/companion/audit-model.ts';
import { CorrectionForm } from '../../components/companion/CorrectionForm.tsx';
import { Guidance } from '../../components/companion/Guidance.tsx';
import type { GuideModel } from '../../components/companion/guide-model.ts';
import type { Actions, PanelModel } from '../../components/companion/model.ts';
import { WORDS } from '../../components/companion/words.ts';
import { openView } from '../fixtures/view.tsx';

const t = WORDS.vi;

it('says of a dossier that was filed nothing that is missing', async () => {
  const view = openView();
  // The panel asks whether it stands in a shadow root, which the emulated document does not know.
  Object.assign(globalThis, { ShadowRoot: class {}, HTMLElement: class {} });
  const guide = {
    advice: { now: 'now.note-number', next: null, often: null, where: null, count: 0 },
    show: 'none',
    pointing: null,
    missing: [],
    missingCount: 2,
    errors: [],
    prepare: null,
    unfolded: [],
  } as unknown as GuideModel;
  const shown = async (outcome: string) => {
    const road = { outcome, elapsedMs: 22_000 };
    const model = { language: 'vi', role: 'helper', road, targetMs: 300_000, guide, flagged: 0 };
    const panel = model as unknown as PanelModel;
    await view.show(<Guidance model={panel} act={{ guide: {} } as Actions} t={t} />);
    return view.root.textContent;
  };
  expect(await shown('submitted')).toContain('đã nộp xong hồ sơ');
  expect(await shown('submitted')).not.toContain('còn thiếu');
  // No result was seen: what is missing may be why.
  expect(await shown('submitted-unconfirmed')).toContain('Cả trang còn thiếu (2)');
});

it('keeps no correction of a judgement that was left as it was', async () => {
  const view = openView();
  const told: string[] = [];
  const row = { kind: 'gender', subject: 'deceased', expectation: 'on-lookup' } as AuditRow;
  await view.show(
    <CorrectionForm
      row={row}
      scope="procedure"
      words={{}}
      t={t}
      save={({ kind }) => told.push(`saved ${kind}`)}
      leave={() => told.push('left')}
    />,
  );
  await view.press('Lưu');
  expect(told).toEqual(['left']);
  await view.choose('phone');
  await view.press('Lưu');
  expect(told).toEqual(['left', 'saved phone']);
});
