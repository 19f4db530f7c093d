import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../lib/guide/index.ts';
import { originalOf } from '../../lib/text/index.ts';
import { judge } from '../eval/learnt.ts';

describe('the words of a text that a phrase was met in', () => {
  it.each([
    ['Số định danh cá nhân', 'so dinh danh', 'Số định danh'],
    ['III. Thông tin về (NGƯỜI MẸ), nếu có', 'nguoi me', 'NGƯỜI MẸ'],
    ['Địa  chỉ: đường', 'dia chi', 'Địa chỉ'],
    ['  Địa chỉ'.normalize('NFD'), 'dia chi', 'Địa chỉ'],
    ['Họ tên', 'gioi tinh', null],
    ['Họ', 'ho ten khai sinh', null],
  ])('%s, %s', (text, phrase, found) => expect(originalOf(text, phrase)).toBe(found));
});

const evidence = (label: string, trail: string[], name: string) =>
  evidenceOf({ label, trail, name, words: judge({ label, trail, name }).evidence });

describe('why a field is judged as it is', () => {
  it('is said in the page’s own words', () => {
    expect(evidence('Số định danh cá nhân', ['Thông tin về người mẹ'], 'o12')).toEqual({
      label: 'Số định danh',
      section: 'người mẹ',
      name: null,
      offer: null,
    });
  });

  it('names the page’s name of the field where that told whose it is', () => {
    expect(evidence('Dân tộc', ['Tờ khai đăng ký khai sinh'], 'DanTocMe')).toEqual({
      label: 'Dân tộc',
      section: null,
      name: 'DanTocMe',
      offer: null,
    });
  });

  it('is said by the nearest heading, and in our words where the page has none', () => {
    const words = { label: 'dan toc', section: 'nguoi me', name: null, offer: null };
    const said = (label: string, ...trail: string[]) => evidenceOf({ label, trail, name: 'o1', words });
    expect(said('Dân tộc', 'Người mẹ', 'Về NGƯỜI MẸ', 'Khác')).toMatchObject({ section: 'NGƯỜI MẸ' });
    expect(said('D.tộc', 'Khác')).toEqual({ label: 'dan toc', section: 'nguoi me', name: null, offer: null });
  });

  it('says the heading to its end where the word that was met only begins to say whose it is', () => {
    expect(evidence('Giới tính', ['THÔNG TIN NGƯỜI ĐƯỢC ĐĂNG KÝ KHAI TỬ'], 'o1')).toMatchObject({
      section: 'NGƯỜI ĐƯỢC ĐĂNG KÝ KHAI TỬ',
    });
    expect(evidence('Giới tính', ['II. Người bị mất giấy tờ (nếu có)'], 'o1')).toMatchObject({
      section: 'Người bị mất giấy tờ (nếu có)',
    });
  });

  it('names it where the label says nothing', () => {
    expect(evidence('', ['Thông tin về người cha'], 'txtNgaySinh')).toEqual({
      label: null,
      section: 'người cha',
      name: 'txtNgaySinh',
      offer: null,
    });
  });

  it('is empty where no word is known', () => {
    expect(evidence('Xyz', [], 'o1')).toEqual({ label: null, section: null, name: null, offer: null });
  });

  it('names what is offered where nothing else says it', () => {
    const { evidence: words } = judge({
      label: 'Xyz',
      trail: [],
      name: 'o1',
      widget: 'choice',
      offer: 'sexes',
    });
    expect(evidenceOf({ label: 'Xyz', trail: [], name: 'o1', words })).toMatchObject({ offer: 'sexes' });
  });
});
