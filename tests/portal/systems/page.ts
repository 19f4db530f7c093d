import { escapeHtml } from '../http.ts';
import { buttonHtml, partHtml } from './parts.ts';
import type { Site, SitePage } from './spec.ts';

/** The page of a site, with all that the script needs to go on. */
export function siteHtml(site: Site, page: SitePage, message = ''): string {
  const body = { wizard: wizardBody, tabs: tabsBody, pages: pagesBody }[site.shape](page, message);
  const script = site.shape === 'wizard' ? 'wizard' : 'plain';
  return `${head(site)}
<body>${header(site, page)}<main><h1>${escapeHtml(page.procedure)}</h1>
${page.result && site.shape !== 'wizard' ? resultHtml(page.result) : body}</main>${footer}
${state(page)}${declares(page) ? formScripts(site) : ''}<script src="/assets/${script}.js"></script></body></html>`;
}

/** Whether the declaration stands in this very document. */
function declares({ frame, result, shape, steps, step }: SitePage): boolean {
  if (frame || result) return false;
  return shape !== 'pages' || (steps[step]?.parts.includes('declaration') ?? false);
}

/** The declaration alone, for a frame. */
export function frameHtml(site: Site, page: SitePage): string {
  return `${head(site)}<body><main><div id="form"></div><p class="asking" role="status"></p></main>
${state(page)}<script src="/assets/plain.js"></script>${formScripts(site)}</body></html>`;
}

/** A list of dossiers like any other: no words of a result. */
export function listHtml(site: Site, page: SitePage): string {
  return `${head(site)}<body>${header(site, page)}<main><h1>Danh sách hồ sơ</h1>
<table><tr><th>Thủ tục</th><th>Tình trạng</th></tr><tr><td>${escapeHtml(page.procedure)}</td><td>Đang xử lý</td></tr></table>
</main>${footer}${state(page)}<script src="/assets/plain.js"></script></body></html>`;
}

function head({ title, declaration }: Site): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/site.css">
<link rel="stylesheet" href="/__form/app.css?thuTuc=${declaration.procedure.code}"></head>`;
}

function header({ title }: Site, { account, name }: SitePage): string {
  const out = '<a class="logout" href="/dang-xuat">Đăng xuất</a>';
  const shown = {
    'user-dropdown': `<div class="user-dropdown">${escapeHtml(name)} ${out}</div>`,
    'account-name': `<span id="account_name">${escapeHtml(name)}</span> ${out}`,
    logout: `<span>${escapeHtml(name)}</span> ${out}`,
  };
  // What the portal was years ago is still in the page, hidden, and shows an account to nobody.
  const old = account === 'account-name' ? '<div class="user-dropdown">Tài khoản</div>' : '';
  return `<header class="site-header"><div style="display:none">${old}</div><a href="/">${escapeHtml(title)}</a>
<nav><a href="https://dichvucong.gov.vn/">Trang chủ</a> <a href="https://dichvucong.gov.vn/tra-cuu-ho-so">Tra cứu hồ sơ</a></nav>
<form role="search" onsubmit="return false"><input type="search" name="tuKhoa" aria-label="Tìm kiếm thủ tục"></form>
${name ? shown[account] : ''}</header>`;
}

const footer = `<aside class="feedback"><h2>Phản ánh kiến nghị</h2>
<textarea aria-label="Nội dung phản ánh, kiến nghị"></textarea>
<button type="button" data-does="feedback">Gửi Phản ánh kiến nghị</button></aside>
<footer><label for="newsletter">Nhận bản tin dịch vụ công</label> <input id="newsletter" type="email"></footer>`;

function state(page: SitePage): string {
  return `<script>globalThis.practiceSite = ${JSON.stringify(page).replaceAll('<', '\\u003c')};</script>`;
}

function formScripts({ declaration }: Site): string {
  const query = `thuTuc=${declaration.procedure.code}`;
  return `<script src="/__form/declaration.js?${query}"></script><script src="/__form/app.js?${query}"></script>`;
}

/** The page's own script draws the steps; the declaration waits in a drawer until it is moved to its place. */
function wizardBody({ toastMs, frame }: SitePage): string {
  const drawer = frame ? '' : '<div id="drawer" hidden><div id="form"></div></div>';
  return `<div id="root" data-toast-ms="${toastMs}"></div>${drawer}`;
}

function tabsBody(page: SitePage): string {
  const tabs = page.steps.map(
    ({ title }, index) =>
      `<li${index === page.step ? ' class="active"' : ''}><a href="#tab-${index}" data-does="tab" data-index="${index}">${index + 1}. ${title}</a></li>`,
  );
  const panes = page.steps.map(
    ({ parts, buttons }, index) =>
      `<div class="tab-pane" data-step="${index}"${index === page.step ? '' : ' style="display:none"'}>
${parts.map((part) => partHtml(part, page)).join('')}
<div class="buttons">${buttons.map((one) => buttonHtml({ ...one, attributes: { ...one.attributes, type: 'button' } }, '?', false)).join(' ')}</div></div>`,
  );
  return `<ul class="nav-tabs">${tabs.join('')}</ul>${panes.join('')}<div id="toasts"></div>`;
}

function pagesBody(page: SitePage, message: string): string {
  const step = page.steps[page.step];
  if (!step) return '';
  const address = `${step.path}?hoSo=${page.dossier}`;
  const isWebForms = page.system === 'business';
  const [before, after] = [
    step.parts.filter(isDeclaration),
    step.parts.filter((part) => !isDeclaration(part)),
  ];
  const hidden = isWebForms ? viewState : '';
  const alert = message
    ? `<div class="alert alert-danger" role="alert" id="loi">${escapeHtml(message)}</div>`
    : '';
  return `<ol class="stepper">${page.steps.map(({ title }, index) => `<li${index === page.step ? ' class="active"' : ''}>${title}</li>`).join('')}</ol>
<div id="toasts">${alert}</div>${before.map((part) => partHtml(part, page)).join('')}
<form id="buoc" method="post" action="${escapeHtml(address)}">${hidden}${after.map((part) => partHtml(part, page)).join('')}
<div class="buttons">${step.buttons.map((button) => buttonHtml(button, address, isWebForms)).join(' ')}</div></form>`;
}

/** A declaration brings a form of its own; forms do not nest. */
const isDeclaration = (part: string) => part === 'declaration';

const viewState = `<input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTY0MjM4NzA4Nw9kFgJmD2QW">`;

function resultHtml(lines: readonly string[]): string {
  const [heading, ...rest] = lines;
  return `<section class="card result"><h2>${heading}</h2>${rest.map((line) => `<p>${line}</p>`).join('')}</section>`;
}
