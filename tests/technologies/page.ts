import { escapeHtml } from '../portal/http.ts';
import type { Declaration, Decoy } from './form.ts';

/** The page that a declaration stands on: the portal's header, decoys around the form, and the form's own place. */
export function formPage(declaration: Declaration): string {
  return page(
    declaration,
    `${twins(declaration)}<div id="form"></div>`,
    `<script src="/__form/declaration.js?id=${encodeURIComponent(declaration.id)}"></script>
<script src="/__form/app.js?id=${encodeURIComponent(declaration.id)}"></script>`,
  );
}

/** The ministry's page around a declaration that lives in a frame of another host. */
export function parentPage(declaration: Declaration, frameAddress: string): string {
  const frame = `<iframe title="Tờ khai điện tử" src="${escapeHtml(frameAddress)}"></iframe>`;
  return page({ ...declaration, decoys: [] }, frame, '');
}

/** The declaration alone, as a frame holds it: its own decoys under it. */
export function barePage(declaration: Declaration): string {
  const id = encodeURIComponent(declaration.id);
  return `${head(declaration)}<body><main>${twins(declaration)}<div id="form"></div></main>
<aside>${(declaration.decoys ?? []).map(decoyHtml).join('\n')}</aside>
<script src="/__form/declaration.js?id=${id}"></script><script src="/__form/app.js?id=${id}"></script></body></html>`;
}

function head({ id, procedure }: Declaration): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(procedure.name)}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/__form/app.css?id=${encodeURIComponent(id)}">
<style>${style}</style></head>`;
}

/**
 * Around the form stand decoys of two kinds: the portal's own, in parts of the page that say what they are, and the
 * declaration's, in places that say nothing.
 */
function page(declaration: Declaration, main: string, scripts: string): string {
  const { procedure, decoys = [] } = declaration;
  const at = (...widgets: string[]) =>
    decoys
      .flatMap((decoy, index) => (widgets.includes(decoy.widget) ? [decoyHtml(decoy, index)] : []))
      .join('\n');
  const known = ['search', 'captcha', 'lookup'];
  const others = decoys.map(({ widget }) => widget).filter((widget) => !known.includes(widget));
  return `${head(declaration)}<body><div class="top">
<a href="/">Cổng Dịch vụ công</a> <div>${at('search')}</div>
<form role="search" onsubmit="return false"><input name="keyword" type="search" placeholder="Nhập từ khóa tìm kiếm thủ tục" aria-label="Tìm kiếm"></form>
<div class="user-dropdown">Lò Thị Quỳnh Sao Mai <button type="button">Đăng xuất</button></div></div>
<main><h1>${escapeHtml(procedure.name)}</h1>${at('lookup')}${main}
<div class="row-end">${at('captcha')}</div>
<section class="captcha"><label for="captcha">Mã xác nhận (*)</label><input id="captcha" name="captcha" autocomplete="off"></section>
<div class="buttons"><button type="button">Lưu hồ sơ</button> <button type="button">Lưu và nộp hồ sơ</button></div></main>
<aside class="feedback"><h2>Phản ánh kiến nghị</h2>
<label for="fb-name">Họ và tên</label><input id="fb-name" name="feedbackName">
<label for="fb-phone">Số điện thoại</label><input id="fb-phone" name="feedbackPhone" type="tel">
<label for="fb-text">Nội dung góp ý</label><textarea id="fb-text" name="feedbackText"></textarea></aside>
<div class="aside">${at(...new Set(others))}</div>
<footer><form onsubmit="return false"><label for="newsletter">Nhận bản tin dịch vụ công</label>
<input id="newsletter" type="email" placeholder="Địa chỉ thư điện tử"><button>Đăng ký</button></form></footer>
<div class="chat"><input placeholder="Nhập câu hỏi…" aria-label="Câu hỏi cho trợ lý ảo"></div>${scripts}</body></html>`;
}

function decoyHtml({ label, name, widget }: Decoy, index: number): string {
  const id = `decoy-${index}`;
  const attributes = `id="${id}" name="${escapeHtml(name)}"`;
  const text = escapeHtml(label);
  if (widget === 'select' || widget === 'dropdown') {
    return `<label for="${id}">${text}</label><select ${attributes}><option>Tất cả</option><option>Khác</option></select>`;
  }
  if (widget === 'textarea') return `<label for="${id}">${text}</label><textarea ${attributes}></textarea>`;
  if (widget === 'captcha')
    return `<img alt="" width="90" height="30"><input ${attributes} placeholder="${text}" autocomplete="off">`;
  if (widget === 'lookup')
    return `<form onsubmit="return false"><label for="${id}">${text}</label><input ${attributes}><button>Tra cứu</button></form>`;
  if (widget === 'newsletter') return `<input type="email" ${attributes} placeholder="${text}">`;
  if (widget === 'checkbox' || widget === 'radio') {
    return `<label><input type="${widget}" ${attributes}> ${text}</label>`;
  }
  const known = ['search', 'email', 'tel', 'number', 'date', 'password'].includes(widget) ? widget : 'text';
  return `<label for="${id}">${text}</label><input type="${known}" ${attributes}>`;
}

/**
 * Hidden copies of the first questions of each section, first in the document and always empty. On SurveyJS they carry
 * the same `data-name`, elsewhere the same `name`.
 */
function twins(declaration: Declaration): string {
  if (!declaration.mobileTwin) return '';
  const copies = declaration.sections
    .flatMap((section) => section.fields.slice(0, 3))
    .map((field) => {
      const name = escapeHtml(field.name);
      const input = `<input id="m_${name}" class="sd-input sd-text" type="text" aria-required="${field.required}"`;
      const label = `<label class="floating-label" for="m_${name}">${escapeHtml(field.label)}</label>`;
      return declaration.tech === 'surveyjs'
        ? `<div class="sd-element sd-question" data-name="${name}">${label}${input}></div>`
        : `<div>${label}${input} name="${name}"></div>`;
    });
  return `<div class="mobile-layout" style="display:none">${copies.join('')}</div>`;
}

const style = `
body { margin: 0; font: 15px/1.5 Arial, sans-serif; color: #1f2937; background: #f3f4f6; }
.top { display: flex; gap: 24px; align-items: center; padding: 10px 24px; background: #ce7a58; color: #fff; }
.top a { color: #fff; font-weight: bold; }
.top form { flex: 1; }
main { max-width: 1000px; margin: 16px auto; padding: 16px 24px; background: #fff; }
h1 { font-size: 20px; }
iframe { width: 100%; height: 2600px; border: 0; }
.captcha, .buttons { margin-top: 16px; }
.feedback, .aside { max-width: 1000px; margin: 16px auto; padding: 16px 24px; background: #fff; }
.feedback label, .aside label { display: block; margin-top: 8px; }
footer { padding: 16px 24px; }
.chat { position: absolute; right: 12px; top: 60px; }
`;
