import { describe, expect, it } from 'vitest';
import { isRefused, personalIn } from '../../lib/text/index.ts';

describe('what a note may not hold', () => {
  it.each([
    ['a phone', 'gọi 0912 345 678'],
    ['a phone with a country code', 'gọi +84 912.345.678'],
    ['an identity number of 12 digits', 'số 014200001234 bị báo sai'],
    ['an identity number of 9 digits', '050123456'],
    ['a number in full-width digits', '０９１２３４５６７８'],
    ['a number cut by signs that nobody sees', '0912\u200b345\u200b678'],
    ['a dossier’s number', 'hồ sơ G22.99.08-251103-0007'],
    ['an address', 'gửi về hoa.lo@example.vn'],
    ['an address with blanks', 'hoa.lo @ example.vn'],
  ])('%s is refused', (_what, text) => {
    expect(isRefused(personalIn(text))).toBe(true);
  });

  it.each([
    ['a date of birth', 'sinh ngày 05/08/1984', 'date'],
    ['a date in words', 'Ngày 5 tháng 8 năm 1984', 'date'],
    ['a name', 'ô này của Lò Thị Hoa', 'name'],
    ['a name in capitals', 'NGUYỄN VĂN A', 'name'],
    ['a name without its signs', 'Nguyen Van A', 'name'],
    ['a name in small letters', 'bà nguyễn thị hoa nói vậy', 'name'],
    ['a decomposed name', 'Nguyễn Văn A'.normalize('NFD'), 'name'],
  ])('%s is warned of, and not refused', (_what, text, kind) => {
    expect(personalIn(text)).toEqual([kind]);
    expect(isRefused(personalIn(text))).toBe(false);
  });

  it.each([
    'Ô ngày cấp không tự điền dù tài khoản đã có.',
    'Thủ tục 1.000656, theo 1428/QĐ-UBND, mất 12 phút 30 giây.',
    'Nút «Lưu và nộp hồ sơ» nằm dưới, phải cuộn 3 lần.',
    'Label is cut at 360 px; error vanishes in 3 s.',
  ])('a plain remark is neither: %s', (text) => {
    expect(personalIn(text)).toEqual([]);
  });
});
