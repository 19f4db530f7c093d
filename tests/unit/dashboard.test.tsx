import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { CorrectionsSection } from '../../components/dashboard/corrections.tsx';
import { Dashboard, type DashboardProps } from '../../components/dashboard/dashboard.tsx';
import { Detail } from '../../components/dashboard/detail.tsx';
import type { ExportChoice } from '../../components/dashboard/export-button.tsx';
import { Health } from '../../components/dashboard/health.tsx';
import { Notes } from '../../components/dashboard/notes.tsx';
import { OverviewTiles } from '../../components/dashboard/overview.tsx';
import { PacksCard, type UsedPack } from '../../components/dashboard/packs.tsx';
import { Submissions } from '../../components/dashboard/submissions.tsx';
import type { Correction, FieldRecord } from '../../lib/fields/index.ts';
import type { Submission } from '../../lib/flow/index.ts';
import type { Note } from '../../lib/messages/index.ts';
import { NO_RECORDS } from '../fixtures/records.ts';
import { fieldsOf, NOW, submissions } from '../fixtures/submissions.ts';
import { openView, type View } from '../fixtures/view.tsx';

const [dossier] = submissions(1) as [Submission];
const fields = fieldsOf(dossier.id);
const noteOn = (id: string, field = fields[0]?.key ?? ''): Note => ({
  id,
  submissionId: dossier.id,
  at: NOW,
  about: { field },
  text: `ghi chú ${id}`,
});

let view: View;
beforeEach(() => {
  view = openView();
});

interface ListProps<T> {
  all: readonly T[];
  children: (kept: readonly T[], drop: (one: T) => Promise<() => Promise<void>>) => ComponentChildren;
}

/** Things in a list, of which one can be taken out and put back. */
function List<T>({ all, children }: ListProps<T>) {
  const [kept, setKept] = useState(all);
  return children(kept, async (one) => {
    setKept((now) => now.filter((it) => it !== one));
    return async () => setKept((now) => [...now, one]);
  });
}

describe('what is taken out of a list at one press', () => {
  it('is a note that can be brought back, each of two', async () => {
    await view.show(
      <List all={[noteOn('1'), noteOn('2')]}>
        {(kept, drop) => <Notes notes={kept} submission={dossier} fields={fields} onDrop={drop} />}
      </List>,
    );
    // Who hears the buttons one by one is told which note each is of.
    const heard = [...view.root.querySelectorAll('[data-note] button')].map((it) =>
      it.getAttribute('aria-label'),
    );
    expect(heard).toEqual(Array(2).fill(`Xoá ghi chú. Ô: ${fields[0]?.label}`));
    await view.press('Xoá ghi chú');
    await view.press('Xoá ghi chú');
    expect(view.root.querySelectorAll('[data-note]')).toHaveLength(0);
    expect(view.buttons()).toEqual(['Hoàn tác', 'Hoàn tác']);
    expect(view.focused()?.textContent).toBe('Hoàn tác');
    await view.press('Hoàn tác');
    await view.press('Hoàn tác');
    expect(view.root.querySelectorAll('[data-note]')).toHaveLength(2);
    expect(view.focused()?.id).toBe('notes-title');
  });

  it('is a correction that can be brought back', async () => {
    const correction: Correction = {
      form: 'national/form',
      field: 'HoVaTen',
      kind: 'full-name',
      subject: 'requester',
      expectation: 'on-load',
    };
    await view.show(
      <List all={[correction]}>
        {(kept, drop) => (
          <CorrectionsSection
            corrections={kept}
            submissions={[]}
            isReviewer={true}
            onRemove={drop}
            onRemoveAll={async () => async () => {}}
            onExport={() => 'sua.json'}
            onImport={async () => ({ taken: 0, replaced: 0, undo: null })}
          />
        )}
      </List>,
    );
    await view.press('Bỏ');
    expect(view.root.querySelector('[data-correction]')).toBeNull();
    await view.press('Hoàn tác');
    expect(view.root.querySelector('[data-correction]')).not.toBeNull();
  });

  it('is a pack that can be brought back, also after another one was taken out and all was saved', async () => {
    const packs: UsedPack[] = [
      { what: 'rules', id: 'national', name: 'Cổng một' },
      { what: 'rules', id: 'igate', name: 'Cổng hai' },
    ];
    await view.show(
      <List all={packs}>
        {(kept, drop) => (
          <PacksCard
            used={kept}
            onImport={async () => ({ rules: 0, guides: 0 })}
            onRemove={drop}
            onSave={async () => 'quy-tac.json'}
          />
        )}
      </List>,
    );
    await view.press('Trở về quy tắc có sẵn');
    await view.press('Trở về quy tắc có sẵn');
    await view.press('[data-action="save-pack"]');
    expect(view.root.textContent).toContain('Đã trở về quy tắc có sẵn: Cổng một.');
    await view.press('Hoàn tác');
    await view.press('Hoàn tác');
    expect(view.buttons().filter((it) => it === 'Trở về quy tắc có sẵn')).toHaveLength(2);
  });
});

describe('the rules that were loaded', () => {
  const pack: UsedPack = { what: 'rules', id: 'national', name: 'Cổng một' };
  const open = () =>
    view.show(
      <List all={[pack]}>
        {(kept, drop) => (
          <PacksCard
            used={kept}
            onImport={async () => ({ rules: 1, guides: 0 })}
            onRemove={drop}
            onSave={async () => 'dong-hanh-quy-tac-20261201.json'}
          />
        )}
      </List>,
    );
  const load = () => {
    const input = view.root.querySelector('[data-action="import-pack"]');
    Object.assign(input ?? {}, { files: [new File([''], 'quy-tac.json')] });
    return view.settle(() => input?.dispatchEvent(new window.Event('change', { bubbles: true })));
  };

  it('are not said to be used once the built-in ones are', async () => {
    await open();
    await load();
    expect(view.root.textContent).toContain('Đã dùng tệp mới');
    await view.press('Trở về quy tắc có sẵn');
    expect(view.root.textContent).not.toContain('Đã dùng tệp mới');
    expect(view.root.textContent).toContain('Đã trở về quy tắc có sẵn: Cổng một.');
  });

  it('are said to be in a file once they are', async () => {
    await open();
    await view.press('[data-action="save-pack"]');
    expect(view.root.textContent).toContain('Đã tải về dong-hanh-quy-tac-20261201.json.');
  });
});

describe('an opened dossier', () => {
  let read: () => Promise<FieldRecord[]>;
  let tellOfChange = () => {};
  const load = () => read();
  const subscribe = (again: () => void) => {
    tellOfChange = again;
    return () => {};
  };
  const open = () =>
    view.show(
      <Detail
        corrections={[]}
        submission={dossier}
        loadFields={load}
        onChange={subscribe}
        notes={[noteOn('1')]}
        onDropNote={async () => async () => {}}
        onPrint={() => {}}
        onClose={() => {}}
      />,
    );

  it('splits its time into parts that sum to the whole beside them, and says the waiting alike in all places', async () => {
    read = async () => [];
    const submission = { ...dossier, elapsedMs: 10_100, actingMs: 4_300, waitingMs: 5_600 };
    await view.show(
      <>
        <Submissions submissions={[submission]} selectedId={null} onSelect={() => {}} />
        <Detail
          corrections={[]}
          submission={submission}
          loadFields={load}
          onChange={subscribe}
          notes={[]}
          onDropNote={async () => async () => {}}
          onPrint={() => {}}
          onClose={() => {}}
        />
      </>,
    );
    const words = 'Tự làm 4 giây, chờ cổng 6 giây, ngừng 0 giây';
    expect(view.root.querySelector('.split p')?.textContent).toBe(words);
    expect([...view.root.querySelectorAll('.times dd')].map((it) => it.textContent)).toEqual([
      '10 giây',
      expect.anything(),
      '6 giây',
    ]);
    expect(view.root.querySelector('[data-label="Chờ cổng"]')?.textContent).toBe('0:06');
  });

  it('says that the field of a note is gone only when its fields are known', async () => {
    let come = (_fields: FieldRecord[]) => {};
    read = () =>
      new Promise((resolve) => {
        come = resolve;
      });
    await open();
    expect(view.root.textContent).not.toContain('ô không còn trong sổ');
    await view.settle(() => come([]));
    expect(view.root.textContent).toContain('ô không còn trong sổ');
  });

  it('shows fields that come while it is open', async () => {
    read = async () => fields.slice(0, 3);
    await open();
    expect(view.root.querySelectorAll('[data-field]')).toHaveLength(3);
    read = async () => fields;
    await view.settle(() => tellOfChange());
    expect(view.root.querySelectorAll('[data-field]')).toHaveLength(fields.length);
  });

  it('numbers its fields as a person counts them, in a frame too, and alike whichever are shown', async () => {
    const [one, two, three] = fields.map((it, index) => ({
      ...it,
      order: 10_001 + index,
      flags: index === 1 ? (['asked-again'] as const).slice() : [],
    })) as [FieldRecord, FieldRecord, FieldRecord];
    read = async () => [one, two, three];
    await open();
    const numbers = () => [...view.root.querySelectorAll('[data-label="Số"]')].map((it) => it.textContent);
    expect(numbers()).toEqual(['1', '2', '3']);
    const again = [...view.root.querySelectorAll('.field-filter input')].at(-1);
    await view.settle(() => again?.dispatchEvent(new window.Event('change', { bubbles: true })));
    expect(numbers()).toEqual(['2']);
  });

  it('takes no hidden field for a finding, as its sums do not', async () => {
    const flagged = fields.slice(0, 3).map((it, index) => ({
      ...it,
      visible: index > 0,
      flags: (['should-have-been-filled'] as const).slice(),
    }));
    read = async () => flagged;
    await open();
    expect(view.root.textContent).toContain('Đáng lẽ được điền sẵn (2)');
    expect(view.root.querySelectorAll('tr.flagged')).toHaveLength(2);
  });

  it('names the systems it went through by their names, and one that is not known any more by its id', async () => {
    read = async () => fields;
    const portals = ['national', 'igate', 'gone'];
    await view.show(
      <Detail
        corrections={[]}
        submission={{ ...dossier, portals }}
        loadFields={load}
        onChange={subscribe}
        notes={[]}
        onDropNote={async () => async () => {}}
        onPrint={() => {}}
        onClose={() => {}}
      />,
    );
    expect(view.root.textContent).toContain(
      'Cổng Dịch vụ công quốc gia, Cổng dịch vụ công iGate của tỉnh và bộ, gone',
    );
  });

  it('offers to read its fields again when they could not be read', async () => {
    read = () => Promise.reject(new Error('UnknownError'));
    const { error } = console;
    console.error = () => {};
    await open();
    console.error = error;
    expect(view.root.textContent).toContain('Không đọc được các ô');
    read = async () => fields;
    await view.press('Thử lại');
    expect(view.root.textContent).not.toContain('Không đọc được các ô');
    expect(view.root.querySelectorAll('[data-field]')).toHaveLength(fields.length);
  });
});

describe('the corrections', () => {
  const formIn = async (form: string) => {
    const verdict = { kind: 'gender', subject: 'deceased', expectation: 'none' } as const;
    await view.show(
      <CorrectionsSection
        corrections={[{ form, field: 'GioiTinh', ...verdict }]}
        submissions={submissions(2)}
        isReviewer={true}
        onRemove={async () => async () => {}}
        onRemoveAll={async () => async () => {}}
        onExport={() => 'sua.json'}
        onImport={async () => ({ taken: 0, replaced: 0, undo: null })}
      />,
    );
    return view.root.querySelector('[data-correction] [data-label="Tờ khai"]')?.textContent;
  };

  it('name the form by its procedure and portal, as people call them', async () => {
    expect(await formIn('national/1.000656')).toBe('Đăng ký khai tử Cổng Dịch vụ công quốc gia · 1.000656');
    expect(await formIn('national/1.004873')).toBe('Thủ tục 1.004873 Cổng Dịch vụ công quốc gia');
    expect(await formIn('national/form')).toBe('Mọi tờ khai Cổng Dịch vụ công quốc gia');
    expect(await formIn('unknown/1.000656')).toBe('Đăng ký khai tử unknown · 1.000656');
  });

  it('say what their file is called, once it is downloaded', async () => {
    await formIn('national/1.000656');
    const told = () =>
      [...view.root.querySelectorAll('[role="status"]')].map((it) => it.textContent).join('');
    expect(told()).toBe('');
    await view.press('Tải về tệp phần sửa');
    expect(told()).toBe('Đã tải về sua.json.');
  });
});

describe("the portal's health", () => {
  const said = async (...since: (number | null)[]) => {
    const rules = since.map((it, index) => ({ rule: `national/${index}`, days: {}, since: it }));
    await view.show(<Health rules={rules} onReport={() => 'bao-cao.json'} />);
    return view.root.textContent;
  };

  it('asks for a report only while some rule does not match', async () => {
    expect(await said(NOW, null)).toContain('Hãy báo cho người bảo trì.');
    expect(await said(null, null)).not.toContain('Hãy báo cho người bảo trì.');
  });

  it('says what its report is called, once it is downloaded', async () => {
    await said(NOW);
    const told = () => [...view.root.querySelectorAll('[role="status"]')].map((it) => it.textContent);
    expect(told()).toEqual(['']);
    await view.press('Tải báo cáo cấu trúc');
    expect(told()).toEqual(['Đã tải về bao-cao.json.']);
  });
});

describe('the headline numbers', () => {
  const text = async (list: Submission[]) => {
    await view.show(<OverviewTiles submissions={list} now={NOW} />);
    return view.root.textContent;
  };

  it('say of the last time that no result was seen, where none was', async () => {
    expect(await text([dossier])).not.toContain('Đã bấm nộp, chưa thấy kết quả');
    expect(await text([{ ...dossier, outcome: 'submitted-unconfirmed' }])).toContain(
      'Đã bấm nộp, chưa thấy kết quả',
    );
  });

  it('say of how many dossiers each share is', async () => {
    const list = submissions(4).map(
      (it, index): Submission => ({
        ...it,
        outcome: 'submitted',
        satisfaction: index === 0 ? 5 : null,
        endToEnd: { ...it.endToEnd, 'filed-online': index < 2 ? 'no' : 'unknown' },
      }),
    );
    const said = await text(list);
    expect(said).toContain('trong 1 hồ sơ đã chấm');
    expect(said).toContain('trong 2 hồ sơ đã rõ');
  });

  it('have counts as the language writes them, and a year as a year', async () => {
    const many = Array<Submission>(1_200).fill({ ...dossier, outcome: 'submitted' });
    const said = await text(many);
    expect(said).toContain('Hồ sơ đã ghi1.2001.200 nộp xong');
    expect(said).toContain('Mục tiêu năm 2026');
    expect(view.root.querySelector('[data-metric="submissions"]')?.getAttribute('data-value')).toBe('1200');
  });

  it('tell of all recorded dossiers how they ended, so that the parts make up the whole', async () => {
    const ended = (list: Submission[], outcome: Submission['outcome'], notSeen: string[] = []) =>
      list.map((it): Submission => ({ ...it, outcome, notSeen }));
    const all = submissions(12);
    const list = [
      ...ended(all.slice(0, 5), 'submitted'),
      ...ended(all.slice(5, 9), 'abandoned', ['elsewhere']),
      ...ended(all.slice(9, 11), 'abandoned'),
    ];
    const plain = '5 nộp xong · 0 chưa thấy kết quả · 2 bỏ dở · 4 không được xem đến cuối';
    expect(await text(list)).toContain(`11${plain}`);
    expect(await text([...list, ...ended(all.slice(11), 'open')])).toContain(`12${plain} · 1 đang làm`);
    expect(await text(ended(all, 'submitted'))).toMatch(/bỏ dở$/);
  });
});

describe('the list of dossiers', () => {
  const list = (count: number) =>
    view.show(<Submissions submissions={submissions(count)} selectedId={null} onSelect={() => {}} />);
  const rows = () => [...view.root.querySelectorAll<HTMLElement>('[data-submission]')];

  it('has the focus on the first of the last rows when there are no more to show', async () => {
    await list(100);
    await view.press('Hiện thêm 40');
    expect(view.focused()?.textContent).toBe('Hiện thêm 20');
    await view.press('Hiện thêm 20');
    expect(rows()).toHaveLength(100);
    expect(view.focused()?.closest('tr')?.dataset.submission).toBe(rows()[80]?.dataset.submission);
  });

  it('says how many of how many it shows', async () => {
    await list(100);
    expect(view.root.textContent).toContain('Đang xem 40 trên 100 hồ sơ');
    await view.press('Hiện thêm 40');
    expect(view.root.textContent).toContain('Đang xem 80 trên 100 hồ sơ');
  });

  it('says of a filtered list how many match, be they shown or not', async () => {
    await list(100);
    const matching = submissions(100).filter(({ outcome }) => outcome === 'submitted').length;
    expect(matching).toBeGreaterThan(40);
    await view.choose('submitted');
    expect(view.root.textContent).toContain(`Khớp ${matching} trên 100 hồ sơ, đang xem 40`);
    await view.choose('open');
    expect(view.root.textContent).toContain('Khớp 0 trên 100 hồ sơ');
    expect(view.root.textContent).not.toContain('đang xem');
  });

  it('has the focus on the filters when they were cleared', async () => {
    await list(20);
    await view.choose('submitted');
    expect(rows().length).toBeLessThan(20);
    await view.press('Bỏ lọc');
    expect(rows()).toHaveLength(20);
    expect(view.focused()?.localName).toBe('select');
  });
});

describe('the dashboard', () => {
  const nothing = async () => {};
  const PROPS: DashboardProps = {
    now: NOW,
    submissions: [],
    recorded: true,
    written: false,
    running: false,
    health: [],
    onHealthReport: () => '',
    settings: { consented: true, paused: false, role: 'helper', language: 'vi', companionOn: true },
    corrections: {
      corrections: [],
      onRemove: async () => nothing,
      onRemoveAll: async () => async () => {},
      onExport: () => '',
      onImport: async () => ({ taken: 0, replaced: 0, undo: null }),
    },
    day: { round: null, tally: { submitted: 0, unconfirmed: 0, abandoned: 0, meanElapsedMs: null } },
    practice: null,
    onLesson: nothing,
    notes: [],
    onDropNote: async () => nothing,
    onRound: async () => 'saved',
    welcome: '',
    selectedId: null,
    onSelect: () => {},
    loadFields: async () => [],
    onChange: () => () => {},
    onExport: async () => '',
    onPrint: () => {},
    onSettings: nothing,
    count: async () => ({ ...NO_RECORDS, submissions: 45 }),
    erase: async () => async () => NO_RECORDS,
    portals: null,
  };
  const show = (props: Partial<DashboardProps>) => view.show(<Dashboard {...PROPS} {...props} />);
  const all = submissions(45);
  const [first, last] = [all[0]?.id ?? '', all.at(-1)?.id ?? ''];

  it('has the focus on a dossier that was opened, and on its row when it is closed', async () => {
    await show({ submissions: all });
    await show({ submissions: all, selectedId: first });
    expect(view.focused()?.id).toBe('detail-title');
    await view.press('Đóng');
    expect(view.focused()?.closest('tr')?.dataset.submission).toBe(first);
  });

  it('has the focus on the list when a dossier is closed of which no row is shown', async () => {
    await show({ submissions: all, selectedId: last });
    await view.press('Đóng');
    expect(view.focused()?.id).toBe('submissions-title');
  });

  it('leaves the focus on what Undo did, also where the address names a dossier', async () => {
    await show({ submissions: all, selectedId: first });
    await view.press('Xoá tất cả');
    await view.press('Xoá hết');
    await show({ selectedId: first });
    await view.press('Hoàn tác');
    await show({ submissions: all, selectedId: first });
    expect(view.root.querySelector('#detail')).not.toBeNull();
    expect(view.focused()?.textContent).toBe('Đã lấy lại đủ.');
  });
  it('says of the exported file that it has what people wrote, where they wrote anything', async () => {
    await show({ submissions: all });
    expect(view.root.textContent).toContain('không có thông tin của ai');
    await show({ submissions: all, written: true });
    expect(view.root.textContent).not.toContain('không có thông tin của ai');
    expect(view.root.textContent).toContain('cùng ghi chú và tên đợt mà bạn đã viết');
    await view.choose('csv');
    expect(view.root.textContent).toContain('Ghi chú chỉ có trong tệp JSON.');
  });

  it('exports what was chosen, and says of a table for Excel how to open it', async () => {
    const asked: ExportChoice[] = [];
    const onExport: DashboardProps['onExport'] = async (choice) => {
      asked.push(choice);
      return `dong-hanh.${choice.format}`;
    };
    await show({ submissions: all, onExport });
    await view.press('Tải về');
    expect(view.root.textContent).toContain('Đã tải về dong-hanh.json.');
    expect(view.root.textContent).not.toContain('Nếu Excel');
    await view.choose('csv');
    expect(view.root.textContent).not.toContain('Đã tải về');
    await view.choose('fields');
    await view.press('Tải về');
    expect(view.root.textContent).toContain('Đã tải về dong-hanh.csv.');
    expect(view.root.textContent).toContain('Nếu Excel');
    expect(asked.map(({ format, table }) => [format, format === 'json' || table])).toEqual([
      ['json', true],
      ['csv', 'fields'],
    ]);
  });
});

it('a dossier whose procedure nobody named is told by its code, in the list and where the list is filtered', async () => {
  const coded = { ...dossier, procedure: { code: '1.004194', name: '' } };
  const unknown = { ...dossier, id: crypto.randomUUID(), procedure: { code: '', name: '' } };
  await view.show(<Submissions submissions={[coded, unknown]} selectedId={null} onSelect={() => {}} />);
  const said = (selector: string) =>
    [...view.root.querySelectorAll(selector)].map(({ textContent }) => textContent);
  expect(said('td.procedure')).toEqual(['Thủ tục 1.004194', 'Chưa rõ thủ tục']);
  expect(said('option')).toEqual(expect.arrayContaining(['Thủ tục 1.004194', 'Chưa rõ thủ tục']));
});
