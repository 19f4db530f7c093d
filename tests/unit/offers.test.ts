import { describe, expect, it } from 'vitest';
import { OFFERS, offerOf } from '../../lib/fields/index.ts';
import { judging } from '../../lib/fields/judging/index.ts';
import vi from '../../lib/i18n/messages/vi/companion.json' with { type: 'json' };
import { askedAbout } from '../eval/asked.ts';

describe('what a field offers to choose from', () => {
  it.each([
    ['-- Chọn --; Nam; Nữ', 'sexes'],
    ['Chưa kết hôn; Đã kết hôn; Ly hôn', 'marriages'],
    ['Khai sinh; Kết hôn; Khai tử', 'records'],
    ['Cha/mẹ; Con; Khác', 'relatives'],
    ['Kinh; Tày; Thái; Nùng', 'ethnicities'],
    ['Việt Nam; Lào', 'countries'],
    ['Không; Phật giáo; Công giáo', 'religions'],
    ['Không; Có', 'answers'],
    ['Tỉnh Sơn La; Thành phố Hà Nội', 'provinces'],
    ['UBND xã Chiềng Thử; UBND phường Tô Thử', 'agencies'],
    ['Căn cước công dân; Hộ chiếu', 'papers'],
    ['Nhận trực tiếp; Qua dịch vụ bưu chính', 'deliveries'],
    ['Cấp mới; Cấp lại; Cấp đổi', 'variants'],
    ['Nguyễn Thử An; Trần Thử Bình', undefined],
    ['-- Chọn --', undefined],
    ['', undefined],
  ])('%s', (choices, sort) => expect(offerOf(choices.split('; '))).toBe(sort));

  it('can be said in words', () => {
    for (const offer of OFFERS) expect(vi).toHaveProperty([`offer.${offer}`]);
  });
});

describe('the rules', () => {
  const judged = (label: string, offer: (typeof OFFERS)[number]) =>
    judging(null)(askedAbout([{ label, name: '', trail: ['Người mẹ'], widget: 'choice', offer }]))[0];

  it('go by what is offered where no word is known', () => {
    expect(judged('Xyz', 'ethnicities')).toMatchObject({ kind: 'ethnicity', subject: 'mother' });
    expect(judged('Xyz', 'answers')).toMatchObject({ kind: 'other', evidence: { offer: null } });
  });

  it('go by the words where some are', () => {
    const judgement = judged('Tình trạng hôn nhân', 'papers');
    expect(judgement).toMatchObject({ kind: 'marital-status', evidence: { offer: null } });
  });
});
