import type { ServerResponse } from 'node:http';
import type { Call } from '../api.ts';
import { redirect, send } from '../http.ts';
import { judge } from './api.ts';
import { addressOf, type Dossier } from './dossiers.ts';
import { paymentHosts } from './index.ts';

/** The payment platform, or the bank: a page with one button, then back to where the dossier stands. */
export function answerPayment(call: Call, dossier: Dossier | undefined): void {
  const { request, response, url } = call;
  if (!dossier) send(response, 404, 'text/plain; charset=utf-8', 'Không có giao dịch này');
  else if (request.method === 'POST') pay(call, dossier);
  else show(response, url);
}

function pay({ response }: Call, dossier: Dossier): void {
  dossier.paid = true;
  redirect(response, `https://${dossier.host}/ve-tu-thanh-toan?hoSo=${dossier.id}`);
}

/** The citizen comes back from paying. Where the submit itself had led there, the dossier is taken now. */
export function comeBack(call: Call, dossier: Dossier): void {
  call.log.told({ type: 'payment-returned', way: dossier.fee }, dossier.session.id);
  if (dossier.site.submitPays) judge({ ...call, scenario: { ...call.scenario, rejectSubmits: 0 } }, dossier);
  redirect(call.response, addressOf(dossier));
}

function show(response: ServerResponse, { host, pathname, search }: URL): void {
  const title = host === paymentHosts.portal ? 'Nền tảng thanh toán' : 'Ngân hàng Thử nghiệm';
  send(
    response,
    200,
    'text/html; charset=utf-8',
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<main><h1>${title}</h1><p>Số tiền: 15.000 đồng. Đây là giao dịch luyện tập, không có tiền thật.</p>
<form method="post" action="${pathname}${search.replaceAll('&', '&amp;')}">
<label>Mã xác thực <input name="otp" autocomplete="off"></label>
<button type="submit" id="xac-nhan-thanh-toan">Xác nhận thanh toán</button></form></main></html>`,
  );
}
