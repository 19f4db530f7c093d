import { resultMethods } from '../choices.ts';
import { escapeHtml } from '../http.ts';
import { feeWords } from './fees.ts';
import type { Button, Part, SitePage } from './spec.ts';

/** A part of a step as a server writes it. The page's own script gives life to rows and buttons. */
export function partHtml(part: Part, page: SitePage): string {
  return parts[part](page);
}

const parts: Record<Part, (page: SitePage) => string> = {
  terms: () => `<p>Vui lòng đọc kỹ hướng dẫn trước khi nộp hồ sơ.</p>
<label><input type="radio" name="truongHop" checked> Trường hợp thông thường</label>`,
  declaration: () => '<div id="form"></div><p class="asking" role="status"></p>',
  documents: ({ documents }) =>
    `<section class="card documents"><h3>Thành phần hồ sơ</h3>${documents
      .map(
        ({ id, title, copies }) => `<div class="document-row" data-row="${id}"><div>
<strong>${escapeHtml(title)}</strong> <small>Số lượng: ${copies} bản</small> <span class="state"></span></div>
<button type="button" data-does="upload">Chọn tệp</button>
<input type="file" hidden aria-label="${escapeHtml(title)}"></div>`,
      )
      .join('')}</section>`,
  fee: ({ fee, paid }) =>
    `<section class="card fees"><h3>Lệ phí</h3><p>${feeWords[fee]}</p>${payHtml(fee, paid)}</section>`,
  method: ({ method }) =>
    `<fieldset class="card methods"><legend>Hình thức nhận kết quả</legend>${resultMethods
      .map(
        (label) =>
          `<label><input type="radio" name="method" value="${label}"${label === method ? ' checked' : ''}> ${label}</label>`,
      )
      .join('')}</fieldset>`,
  captcha: () => '',
  summary: ({ procedure }) => `<p>Kiểm tra lại hồ sơ: ${escapeHtml(procedure)}</p>`,
};

function payHtml(fee: SitePage['fee'], paid: boolean): string {
  if (fee === 'free') return '';
  return paid
    ? '<p class="good">Đã thanh toán</p>'
    : '<button type="button" data-does="pay">Thanh toán lệ phí</button>';
}

/** `asInput`: as WebForms writes its buttons, with the words in `value`. */
export function buttonHtml(button: Button, address: string, asInput: boolean): string {
  const { text, does, attributes = {} } = button;
  const all = Object.entries({ type: 'submit', ...attributes, 'data-does': does })
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  const action = ` formaction="${escapeHtml(`${address}&act=${does}`)}"`;
  return asInput
    ? `<input value="${escapeHtml(text)}"${all}${action}>`
    : `<button${all}${action}>${escapeHtml(text)}</button>`;
}
