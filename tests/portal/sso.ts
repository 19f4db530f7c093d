import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, escapeHtml, redirect, send } from './http.ts';

type Screen = { title: string; hint: string; fields: string; button: string };

const screens: readonly Screen[] = [
  {
    title: 'Đăng nhập VNeID',
    hint: 'Nhập số định danh cá nhân và mật khẩu. Ở cổng luyện tập, gõ gì cũng được.',
    fields: `<label>Số định danh cá nhân<input name="account" autocomplete="off" required autofocus></label>
      <label>Mật khẩu<input name="password" type="password" autocomplete="off" required></label>`,
    button: 'Đăng nhập',
  },
  {
    title: 'Nhập mã xác nhận đăng nhập',
    hint: 'Mã gồm 6 chữ số đã được gửi tới ứng dụng VNeID. Khi luyện tập, gõ sáu chữ số bất kỳ.',
    fields: `<label>Mã xác nhận<input name="otp" inputmode="numeric" pattern="[0-9]{6}" autocomplete="off" required autofocus></label>`,
    button: 'Xác nhận',
  },
  {
    title: 'Xác nhận chia sẻ',
    hint: 'Cổng Dịch vụ công quốc gia xin được dùng: họ tên, số định danh, ngày sinh, nơi cư trú.',
    fields: `<label class="check"><input type="checkbox" name="agree" required> Tôi đồng ý chia sẻ các thông tin trên</label>`,
    button: 'Xác nhận chia sẻ',
  },
  {
    title: 'Nhập passcode',
    hint: 'Passcode của ứng dụng VNeID, 6 chữ số.',
    fields: `<label>Passcode<input name="passcode" type="password" inputmode="numeric" pattern="[0-9]{6}" autocomplete="off" required autofocus></label>`,
    button: 'Hoàn tất',
  },
];

/** Plays the Ministry's login: four screens, one form each, then back to where the citizen came from. */
export async function answerSso(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const back = safeReturn(url.searchParams.get('redirect_uri'));
  const step = Number(url.searchParams.get('step') ?? 0);
  if (request.method !== 'POST') return show(response, step, back);
  await bodyOf(request);
  if (step + 1 >= screens.length) return redirect(response, back);
  redirect(response, `/oauth2/authorize?step=${step + 1}&redirect_uri=${encodeURIComponent(back)}`);
}

function safeReturn(asked: string | null): string {
  return asked?.startsWith('https://dichvucong.gov.vn/') ? asked : 'https://dichvucong.gov.vn/';
}

function show(response: ServerResponse, step: number, back: string): void {
  const screen = screens[step] ?? screens[0];
  if (!screen) return;
  const action = `/oauth2/authorize?step=${step}&redirect_uri=${encodeURIComponent(back)}`;
  send(
    response,
    200,
    'text/html; charset=utf-8',
    `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${screen.title}</title><style>${style}</style>
<main><p class="brand">VN<b>eID</b></p><h1>${screen.title}</h1><p>${screen.hint}</p>
<form method="post" action="${escapeHtml(action)}">${screen.fields}
<button type="submit">${screen.button}</button></form>
<p class="foot">Bước ${step + 1}/${screens.length} · Cổng luyện tập, không phải VNeID thật</p></main></html>`,
  );
}

const style = `
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f3efe9;font:16px/1.5 system-ui,sans-serif;color:#222}
main{background:#fff;border-radius:12px;box-shadow:0 4px 24px #0002;padding:32px;width:min(400px,calc(100vw - 32px));box-sizing:border-box}
.brand{font-size:28px;font-weight:700;color:#a3131b;margin:0;text-align:center}.brand b{color:#c8941b}
h1{font-size:20px;text-align:center;margin:8px 0}label{display:block;margin:16px 0;font-weight:600}
label.check{font-weight:400}input:not([type=checkbox]){display:block;width:100%;box-sizing:border-box;padding:10px;font:inherit;border:1px solid #bbb;border-radius:6px;margin-top:4px}
button{width:100%;padding:12px;font:inherit;font-weight:600;border:0;border-radius:6px;background:#a3131b;color:#fff;cursor:pointer}
.foot{font-size:13px;color:#666;text-align:center;margin-bottom:0}`;
