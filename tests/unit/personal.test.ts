import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { cleanLabel, isRefused, personalIn, toldText } from '../../lib/text/index.ts';
import { readSheets } from '../eval/sheets.ts';
import type { Declaration } from '../technologies/form.ts';

describe('what a note may not hold', () => {
  it.each([
    ['a phone', 'gọi 0912 345 678'],
    ['a phone with a country code', 'gọi +84 912.345.678'],
    ['an identity number of 12 digits', 'số 014200001234 bị báo sai'],
    ['an identity number of 9 digits', '050123456'],
    ['a number in full-width digits', '０９１２３４５６７８'],
    ['a number cut by signs that nobody sees', '0912\u200b345\u200b678'],
    ['a phone set apart by dashes with blanks', 'gọi 0912 - 345 - 678'],
    ['a phone set apart by long dashes', 'gọi 0912 – 345 – 678'],
    ['a phone set apart by strokes', 'gọi 0912/345/678'],
    ['a phone set apart by commas', 'gọi 0912, 345, 678'],
    ['a phone in pairs', 'gọi 09 - 12 - 34 - 56 - 78'],
    ['a phone in pairs with colons', 'gọi 09:12:34:56:78'],
    ['a phone in pairs with strokes', 'gọi 09/12/34/56/78'],
    ['a phone with its country code in front', 'gọi (+84) / 912 / 345 / 678'],
    ['a phone with every digit by itself', 'gọi 0 9 1 2 3 4 5 6 7 8'],
    ['an identity number set apart by strokes', 'CCCD 014 / 090 / 001234'],
    ['an identity number over several lines', 'số 014\n200\r\n001234'],
    ['a phone after a date', 'sinh 05/08/1984, 0912 345 678'],
    ['a phone after a decision', 'theo 1428/QĐ-UBND 0912/345/678'],
    ['a dossier’s number', 'hồ sơ G22.99.08-251103-0007'],
    ['a dossier’s number of few digits', 'hồ sơ G12.H01.K08-2511-07'],
    ['an address', 'gửi về hoa.lo@example.vn'],
    ['an address with blanks', 'hoa.lo @ example.vn'],
  ])('%s is refused', (_what, text) => {
    expect(isRefused(personalIn(text))).toBe(true);
  });

  it.each([
    ['a date of birth', 'sinh ngày 05/08/1984', 'date'],
    ['a date cut by a sign that nobody sees', 'sinh ngày 05/\u200b08/1984', 'date'],
    ['a date in words', 'Ngày 5 tháng 8 năm 1984', 'date'],
    ['a name', 'ô này của Lò Thị Hoa', 'name'],
    ['a name of two words', 'ô này của Lò Mai', 'name'],
    ['a name in capitals', 'NGUYỄN VĂN A', 'name'],
    ['a name without its signs', 'Nguyen Van A', 'name'],
    ['a name in small letters', 'bà nguyễn thị hoa nói vậy', 'name'],
    ['a name in small letters and nothing else', 'nguyễn thị hoa', 'name'],
    ['a name cut by a sign that nobody sees', 'của Ngu\u00adyễn Văn A', 'name'],
    ['a decomposed name', 'Nguyễn Văn A'.normalize('NFD'), 'name'],
  ])('%s is warned of, and not refused', (_what, text, kind) => {
    expect(personalIn(text)).toEqual([kind]);
    expect(isRefused(personalIn(text))).toBe(false);
  });

  it.each([
    'Ô ngày cấp không tự điền dù tài khoản đã có.',
    'Thủ tục 1.000656, theo 1428/QĐ-UBND, mất 12 phút 30 giây.',
    'Nút «Lưu và nộp hồ sơ» nằm dưới, phải cuộn 3 lần.',
    'Mất 12 phút 30 giây, đến 5/2025 vẫn vậy, từ 08:00 - 08:30 và 13:00 - 17:00.',
    'Lệ phí 10.000 - 20.000 đồng, hạn 3 - 5 ngày, ghi (1), (2), (3), (4) rồi 5, 6.',
    'Theo 1428/QĐ-UBND, 1565/QĐ-TTg, 61/2018/NĐ-CP và 107/2021/NĐ-CP, mục 1.1, 1.2.',
    'Khung rộng 360, 480, 720 px, màn hình 1366×768, 1920×1080, năm 2019, 2020, 2021.',
    'Từ 05/2025 - 08/2025, 3/2025, 360 px; 8:00 – 17:00, 1428/QĐ-TTg.',
    'Phí 10.000, 20.000 hoặc 1.500.000 - 2.000.000 đồng.',
    'Thủ tục 1.000656, 2.000635 và 1.001193 đều hỏi lại.',
    'Label is cut at 360 px; error vanishes in 3 s.',
    'Nút hồ Sơ quá nhỏ, chữ không cao thì…',
  ])('a plain remark is neither: %s', (text) => {
    expect(personalIn(text)).toEqual([]);
  });
});

describe('what headings and labels lose before they leave a page', () => {
  it.each([
    ['Hồ sơ 000.00.12.H42-251103-0007 của Nguyễn Văn A', 'Hồ sơ của'],
    ['Hồ sơ G22.99.08-251103-0007', 'Hồ sơ'],
    ['Số CCCD: 0142 0000 1234', 'Số CCCD'],
    ['Số CCCD: 0142\u200b\u200b\u200b0000\u20601234', 'Số CCCD'],
    ['Số CCCD: 0142 \n   0000   1234', 'Số CCCD'],
    ['Mã hồ sơ 123456', 'Mã hồ sơ'],
    ['Điện thoại 0912–345–678', 'Điện thoại'],
    ['Tài khoản ０９１２３４５', 'Tài khoản'],
    ['Gửi về hoa.lo @ example.vn', 'Gửi về'],
    ['Sinh ngày 05/08/1984', 'Sinh ngày'],
    ['Cấp ngày 5 tháng 8 năm 2004 tại', 'Cấp tại'],
    ['Xin chào NGUYỄN VĂN A', 'Xin chào'],
    ['Xin chào, Y Hoa Niê', 'Xin chào'],
    ['LÒ THỊ HOA', ''],
    ['Con: Giàng A Páo', 'Con'],
    ['Con: Lò Mai', 'Con'],
    ['Con: Cầm Văn Minh', 'Con'],
    ['Con: Vừ A Dính', 'Con'],
    ['Người kê khai Tạ Thị Hoa', 'Người kê khai'],
    ['Người được giám hộ: Lý Minh Anh', 'Người được giám hộ'],
    ['Tôi là Trần Quốc Bảo Anh, quan hệ', 'Tôi là , quan hệ'],
    ['Người được giám hộ: Lê Hoàng Nam', 'Người được giám hộ'],
    ['Trần Lê Minh Anh', ''],
    // The name before it ends like "phường".
    ['Con: Trần Thị Hường, Lý Minh Anh', 'Con'],
    ['Trần Lê Minh Anh Giấy Khai Sinh', 'Giấy Khai Sinh'],
    ['Xin chào Hoa', 'Xin chào Hoa'],
    ['Của ông Nguyễn Văn A sống tại', 'Của ông sống tại'],
    ['Nguyen Van A', ''],
    ['Của ông Nguyễn Văn A'.normalize('NFD'), 'Của ông'],
  ])('%s', (text, told) => {
    expect(toldText(text)).toBe(told);
  });

  it.each([
    'THÔNG TIN NGƯỜI YÊU CẦU',
    'HỒ SƠ ĐĂNG KÝ CAO ĐẲNG, ĐÀO TẠO LÁI XE HẠNG B',
    'Mẫu số 15 ban hành kèm theo Nghị định 118/2025/NĐ-CP',
    'Thủ tục 1.000656',
    'Giai đoạn 2021-2025',
    'Vốn từ 1.000.000.000 đồng',
    'Thành phố Hồ Chí Minh',
    'Đoàn TNCS Hồ Chí Minh',
    'Ủy ban nhân dân xã Hoàng Văn Thụ',
    'Trường THPT Chu Văn An',
    'Công an tỉnh Hà Giang, Cao Bằng, Thái Nguyên',
    'LƯU VĂN BẢN',
    'Hồ Sơ Đính Kèm',
    'Lý Do Đăng Ký Muộn',
    'Đào Tạo Nghề Nghiệp',
    'Mai Táng Phí Đề Nghị',
    'Lý Lịch Tư Pháp Số',
    'Hà Nội Và Các Tỉnh',
    'Đoàn Thanh Niên Cơ Sở',
    'Lâm Nghiệp Cộng Đồng Dân Cư',
    'Khu Di tích của Hoàng gia',
    'Danh Sách Đoàn A',
    'KINH DOANH VŨ TRƯỜNG KARAOKE',
    'Cổng Dịch vụ xin chào Hoa',
    'Họ, chữ đệm, tên của cha',
  ])('nothing: %s', (text) => {
    expect(toldText(text)).toBe(text);
  });

  it('of all labels and titles that we know, only dates that a rule names and names that are an example', async () => {
    const losing = new Set((await knownTexts()).filter((it) => toldText(it) !== cleanLabel(it)));
    expect([...losing].filter((it) => !/\d\/\d{4}|ví dụ: [A-Z]/.test(it))).toEqual([]);
    expect(losing.size).toBeLessThan(20);
  });
});

/** Headings and labels of the labelled forms. */
async function knownTexts(): Promise<string[]> {
  const forms: Pick<Declaration, 'procedure' | 'sections'>[] = [];
  for (const name of ['../eval/declarations/tuning/', '../portal/declarations/']) {
    const folder = new URL(name, import.meta.url);
    for (const file of await readdir(folder))
      if (file.endsWith('.json')) forms.push(JSON.parse(await readFile(new URL(file, folder), 'utf8')));
  }
  return [...forms, ...(await readSheets())].flatMap(({ procedure, sections }) => [
    procedure?.name ?? '',
    ...sections.flatMap(({ title, fields }) => [title, ...fields.map(({ label }) => label)]),
  ]);
}
