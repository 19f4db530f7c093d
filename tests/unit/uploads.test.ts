import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import type { FlowEvent } from '../../lib/flow/index.ts';
import { openRows, uploadSaid } from '../../lib/portal/index.ts';
import { national } from '../../lib/portal/profiles/national.ts';
import { UPLOADS } from '../../lib/portal/profiles/shared.ts';
import { watchUploads } from '../../lib/watch/landmarks/uploads.ts';

const PLACE = { pathname: '/nop-ho-so', hash: '' };

/** The documents' block, with a hint beside the first file box, and what says how its file does. */
function draw(hint: string): { page: Document; says(text: string): void } {
  const row = (name: string) => `<div><p>${name}</p><small>${hint}</small><input type="file"><b></b></div>`;
  const { document, Element } = parseHTML(
    `<html><body><main><section><h4>Thành phần hồ sơ</h4><div>${row('Giấy chứng sinh')}${row('Khác')}</div></section></main></body></html>`,
  );
  Element.prototype.checkVisibility = () => true;
  Element.prototype.getBoundingClientRect = () => ({ width: 10, height: 10 }) as DOMRect;
  for (const [name, it] of Object.entries({ document, NodeFilter: { SHOW_TEXT: 4 }, location: PLACE }))
    vi.stubGlobal(name, it);
  const state = document.querySelector('b');
  return {
    page: document,
    says(text) {
      if (state) state.textContent = text;
    },
  };
}

describe.each(['', 'Dung lượng không vượt quá 10MB', 'KHÔNG ĐƯỢC VƯỢT QUÁ 10MB', 'Bản có lời chứng'])(
  'beside the hint "%s"',
  (hint) => {
    it('a row whose file has come misses none', () => {
      const { page, says } = draw(hint);
      says('Đã tải lên');
      expect(openRows(national, page).map(({ label }) => label)).toEqual(['Khác']);
    });

    it('a file that came is waited for until then, and has not failed', () => {
      const { page, says } = draw(hint);
      const told: FlowEvent[] = [];
      const uploads = watchUploads({
        profile: national,
        tell: (event) => told.push(event),
        tellForm() {},
        formStands: () => true,
        seal: async () => null,
        signal: new AbortController().signal,
      });
      const box = page.querySelector('input');
      if (box) uploads.given(box, [{ name: 'a.pdf' }] as unknown as FileList, 1_000);
      says('Đang tải lên 10 %');
      uploads.look(1_100);
      says('Đã tải lên');
      uploads.look(9_000);
      expect(told.filter(({ type }) => type === 'wait')).toEqual([
        { type: 'wait', from: 1_000, to: 9_000, what: 'upload', failed: false },
      ]);
    });
  },
);

it.each(['Tệp vượt quá 10MB', 'Có lỗi, không tải được', 'Tải lên thất bại'])(
  'a row that says "%s" has failed',
  (text) => expect(uploadSaid(UPLOADS, text)).toBe(false),
);
