import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportSchema } from '../../lib/messages/schema.ts';
import { isOptional } from '../../lib/portal/asked.ts';
import { paymentAt, profileOf } from '../../lib/portal/hosts.ts';
import { atPath, dossierNumber, dossiersIn, feeIsFree, toastVerdict } from '../../lib/portal/index.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';
import { type Pair, timeOf } from '../../lib/portal/progress.ts';

const profile = (id: string) => {
  const found = PROFILES.find((it) => it.id === id);
  if (!found) throw new Error(id);
  return found;
};
const at = (url: string) => new URL(url, 'https://x.vn');

describe('a host', () => {
  it('has at most one profile, and the login’s host has none', () => {
    const hosts = PROFILES.flatMap(({ hosts, frames = [] }) => [...hosts, ...frames]);
    expect(new Set(hosts).size).toBe(hosts.length);
    for (const { login } of PROFILES) for (const host of login.hosts) expect(profileOf(host)).toBeNull();
  });

  it.each([
    ['dichvucong.gov.vn', 'national'],
    ['dichvucong.quangninh.gov.vn', 'justice'],
    ['tokhaidientu.moj.gov.vn', 'justice'],
    ['lienthong.dichvucong.gov.vn', 'interlinked'],
    ['dvc.moet.gov.vn', 'igate'],
    ['dichvucong.laichau.gov.vn', 'laichau'],
    ['dichvucong.bacninh.gov.vn', 'bacninh'],
    ['hokinhdoanh.dkkd.gov.vn', 'business'],
    ['dichvucong.bvhttdl.gov.vn', 'culture'],
    ['gov.vn', undefined],
  ])('%s is of %s', (host, id) => expect(profileOf(host)?.id).toBe(id));

  it('is of an imported profile before a built-in one of the same id', () => {
    const mended = { ...profile('laichau'), name: 'mended' };
    expect(profileOf('dichvucong.laichau.gov.vn', [mended])?.name).toBe('mended');
    expect(profileOf('dichvucong.bacninh.gov.vn', [mended])?.id).toBe('bacninh');
  });

  it('may be one that is paid on', () => {
    expect(paymentAt('thanhtoan.dichvucong.gov.vn')).toBe('portal');
    expect(paymentAt('dichvucong.gov.vn')).toBeNull();
  });
});

describe('the page of the submit', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each([
    ['national', '/nop-ho-so', '/nop-ho-so/12'],
    ['justice', '/nop-ho-so/8123', '/nop-ho-so'],
    ['interlinked', '/#/ke-khai/2.000986', '/ke-khai/2.000986'],
    ['igate', '/vi/padsvc/apply-online/64b1f0c2a9d3e4f5061728ab', '/vi/padsvc/apply-online/12'],
    [
      'laichau',
      '/dich-vu-cong/tiep-nhan-online/nhap-le-phi-ho-so',
      '/dich-vu-cong/tiep-nhan-online/nhap-thong-tin-ho-so',
    ],
    ['bacninh', '/web/guest/eform', '/web/guest/home'],
    ['business', '/HkdOnline/Forms/APP/ConfirmPrepare.aspx', '/HkdOnline/Forms/APP/Capital.aspx'],
    ['culture', '/nop-ho-so', '/nop-ho-so/1'],
  ])('of %s is %s and not %s', (id, page, other) => {
    for (const { path } of profile(id).submit) {
      vi.stubGlobal('location', at(page));
      expect(atPath(path)).toBe(true);
      vi.stubGlobal('location', at(other));
      expect(atPath(path)).toBe(false);
    }
  });
});

describe('what a result screen says', () => {
  const { dossier: own } = profile('interlinked');
  const { dossier } = profile('national');
  if (!own || !dossier) throw new Error('no rule');

  it('has the number beside its label or below it', () => {
    expect(dossierNumber(own, 'Vui lòng ghi nhớ\nSố hồ sơ: G22.99.08-251124-0007\nNgày')).toBe(
      'G22.99.08-251124-0007',
    );
    const number = '000.00.12.H42-251103-0007';
    expect(dossierNumber(dossier, `Mã hồ sơ\n\n \n\n${number}`)).toBe(number);
    expect(dossierNumber(dossier, `Mã hồ sơ\n \n\nMã vạch\n \n${number}`)).toBe(number);
  });

  it('has none where no label stands, or none of that shape', () => {
    expect(dossierNumber(own, 'G22.99.08-251124-0007')).toBeNull();
    expect(dossierNumber(own, 'Số hồ sơ: đang cấp')).toBeNull();
    expect(dossierNumber(own, 'Số hồ sơ\nNgày nộp\nHồ sơ cũ\nG22.99.08-251124-0007')).toBeNull();
  });
});

describe('a message after a click on submit', () => {
  const { toasts } = profile('national');
  if (!toasts) throw new Error('no rule');
  const said = (textContent: string) =>
    toastVerdict({ textContent, closest: () => null } as unknown as Element, toasts)?.submitted ?? null;

  it.each(['Thành công', 'Nộp hồ sơ thành công', 'Lưu và nộp hồ sơ Đăng ký khai tử thành công'])(
    '"%s" says that the dossier was filed',
    (text) => expect(said(text)).toBe(true),
  );

  it.each([
    'Tải lên thành công',
    'Tải tệp lên thành công',
    'Tải giấy tờ lên thành công',
    'Đính kèm thành công',
    'Xóa tệp thành công',
    'Lưu thành công',
    'Lưu nháp thành công',
    'Cập nhật thành công',
    'Đăng nhập thành công',
    'Đăng ký nhận bản tin thành công',
    'Gửi thành công',
  ])('"%s" speaks of something else', (text) => expect(said(text)).toBe(null));

  it('may say that it was turned down', () => expect(said('Nộp hồ sơ không thành công')).toBe(false));

  it('is an error where the portal draws it as one, whatever its words', () => {
    const drawn = {
      textContent: 'Nộp hồ sơ thành công',
      closest: (it: string) => (it.includes('error') ? {} : null),
    };
    expect(toastVerdict(drawn as unknown as Element, toasts)?.submitted).toBe(false);
  });
});

describe('a fee', () => {
  const { fee } = profile('national');
  if (!fee) throw new Error('no rule');
  it.each([
    ['Lệ phí: Miễn phí', true],
    ['Lệ phí 0 đồng', true],
    ['Tổng: 0đ', true],
    ['Lệ phí: 50.000 đồng', false],
    ['Lệ phí: 8.000đ, miễn phí cho trẻ em', false],
    ['Lệ phí', false],
  ])('"%s" is free: %s', (text, free) => expect(feeIsFree(fee, text)).toBe(free));
});

describe('a document', () => {
  it.each([
    ['Văn bản ủy quyền (nếu có)', true],
    ['GIẤY TỜ KHÁC (NẾU CÓ)', true],
    ['Giấy ra viện (ne\u0302\u0301u co\u0301)', true],
    ['Ảnh chụp, không bắt buộc', true],
    ['Giấy chứng sinh', false],
    ['Giấy cam đoan về việc sinh nếu con sinh ngoài cơ sở y tế', false],
    ['Giấy tờ chứng minh cư trú nếu cơ sở dữ liệu chưa có thông tin', false],
    ['Bản sao quyết định nếu công dân thường trú ở nơi khác', false],
  ])('%s: may be left out: %s', (row, optional) => expect(isOptional(row)).toBe(optional));
});

describe('a look-up page', () => {
  const { progress } = profile('national');
  if (!progress) throw new Error('no rules');

  it('tells each dossier’s dates and state, and leaves alone what stands before the first number', () => {
    const found = dossiersIn(progress, [
      ['Trạng thái', 'Đang xử lý'],
      ['Mã hồ sơ:', 'G1.2.3-1'],
      ['Ngày tiếp nhận:', '03/11/2026 08:15'],
      ['Ngày hẹn trả', '10/11/2026'],
      ['Trạng thái', 'Đã tiếp nhận'],
      ['Mã hồ sơ', 'G1.2.3-2'],
      ['Ngày trả kết quả', 'chưa có'],
      ['Ghi chú', '05/11/2026'],
      ['Mã hồ sơ', 'G1.2.3-3'],
      ['Ngày trả kết quả', '09/11/2026'],
      // A second one is of something else.
      ['Ngày trả kết quả', '12/11/2026'],
    ]);
    expect(found).toEqual([
      {
        number: 'G1.2.3-1',
        receivedAt: Date.UTC(2026, 10, 3, 1, 15),
        dueAt: Date.UTC(2026, 10, 9, 17),
        resultAt: null,
        state: 'received',
      },
      { number: 'G1.2.3-2', receivedAt: null, dueAt: null, resultAt: null, state: null },
      { number: 'G1.2.3-3', receivedAt: null, dueAt: null, resultAt: Date.UTC(2026, 10, 8, 17), state: null },
    ]);
  });

  it('tells of each row of a list what stands in it, in whatever column its number is', () => {
    const row = (at: number, ...[received, number, state]: [string, string, string]): Pair[] => [
      ['Ngày tiếp nhận', received, at],
      ['Mã hồ sơ', number, at],
      ['Trạng thái', state, at],
    ];
    const found = dossiersIn(progress, [
      ...row(1, '', 'G1.2.3-1', 'Đang xử lý'),
      ...row(2, '09/11/2026', 'G1.2.3-2', 'Đã trả kết quả'),
      ...row(3, '10/11/2026', '', 'Đã tiếp nhận'),
    ]);
    expect(found).toMatchObject([
      { number: 'G1.2.3-1', receivedAt: null, state: 'processing' },
      { number: 'G1.2.3-2', receivedAt: Date.UTC(2026, 10, 8, 17), state: 'returned' },
    ]);
    expect(found).toHaveLength(2);
  });

  it('tells of one dossier what a list without a column of numbers says below its number', () => {
    const found = dossiersIn(progress, [
      ['Mã hồ sơ', 'G1.2.3-1'],
      ['Ngày tiếp nhận', '09/11/2026', 1],
    ]);
    expect(found).toMatchObject([{ number: 'G1.2.3-1', receivedAt: Date.UTC(2026, 10, 8, 17) }]);
  });

  it.each(['31/02/2026', '12/13/2026', 'hôm nay', '', '1/1/20266', '10/11/2026 9:75'])(
    '"%s" is no day',
    (text) => expect(timeOf(text)).toBeNull(),
  );

  it.each(['12/05/2019', '31/12/2019', '01/01/2020', '31/12/2099', '01/06/2100', '12/11/2126'])(
    'never tells what a report may not: neither of the dossier of %s nor of those beside it',
    (day) => {
      const dossiers = dossiersIn(progress, [
        ['Mã hồ sơ', 'G1.2.3-1'],
        ['Ngày tiếp nhận', day],
        ['Mã hồ sơ', 'G1.2.3-2'],
        ['Ngày tiếp nhận', '12/11/2026'],
      ]);
      const facts = dossiers.map(({ number: _, ...told }, index) => ({
        n: index + 1,
        fact: { type: 'progress', at: Date.UTC(2026, 10, 22), mark: 'a'.repeat(64), ...told },
      }));
      const report = { name: 'report', document: crypto.randomUUID(), arrival: 'opened', facts };
      expect(reportSchema.parse(report).facts).toHaveLength(2);
    },
  );
});
