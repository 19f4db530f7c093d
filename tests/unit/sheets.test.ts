import { describe, expect, it } from 'vitest';
import { readSheets, sheetsOf } from '../eval/sheets.ts';

const SHEET = `# Cấp lại giấy phép
@requester Người đề nghị
Họ và tên|hoTen|full-name|on-load
Chủ hộ||full-name|lookup-key|other
@business
Tên cơ sở||business-name|from-database
`;

describe('sheets', () => {
  it('are read with their sections, and fields that are somebody else’s', () => {
    const [sheet] = sheetsOf(SHEET, 'a.txt');
    expect(sheet?.procedure.name).toBe('Cấp lại giấy phép');
    expect(sheet?.sections.map(({ title, subject }) => [title, subject])).toEqual([
      ['Người đề nghị', 'requester'],
      ['', 'business'],
    ]);
    expect(sheet?.sections[0]?.fields[1]).toMatchObject({ kind: 'full-name', subject: 'other' });
  });

  it('say how a field is answered, where they do', () => {
    const [sheet] = sheetsOf(
      `${SHEET}Giới tính||gender|on-load||radio Nam; Nữ\nNgày||other|none||date\n`,
      'a.txt',
    );
    expect(sheet?.sections[1]?.fields.map(({ widget, options }) => [widget, options])).toEqual([
      [undefined, undefined],
      ['radio', ['Nam', 'Nữ']],
      ['date', undefined],
    ]);
    expect(() => sheetsOf(`${SHEET}Giới tính||gender|on-load||choice Nam; Nữ\n`, 'a.txt')).toThrow(/choice/);
  });

  it('are refused with a word that no label has', () => {
    expect(() => sheetsOf(SHEET.replace('business-name', 'shop-name'), 'a.txt')).toThrow(/shop-name/);
  });

  it('are all in order', async () => expect((await readSheets()).length).toBeGreaterThan(1_000));
});
