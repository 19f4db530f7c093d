import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildOf } from '../../technologies/builds.ts';
import { bundleOf } from '../../technologies/bundle.ts';
import { vendorFile } from '../../technologies/server.ts';
import { answerApi, type Call } from '../api.ts';
import { documentsOf } from '../catalog.ts';
import { bodyOf, redirect, send, sendAsset } from '../http.ts';
import { personAt } from '../people.ts';
import { setSessionCookie } from '../sessions.ts';
import { judge, payAddress } from './api.ts';
import { businessList } from './business.ts';
import { addressOf, type Dossier, resultOf } from './dossiers.ts';
import { eFormHost, paymentHosts, type SitePage, siteAt, siteOf } from './index.ts';
import { frameHtml, listHtml, siteHtml } from './page.ts';
import { answerPayment, comeBack } from './payment.ts';

const national = 'https://dichvucong.gov.vn';
const css = new URL('../client/site/site.css', import.meta.url);

/** Answers for every host but the portal's own and the login's. */
export async function answerSite(call: Call): Promise<void> {
  const { url, response, request, dossiers } = call;
  const asked = url.searchParams.get('d') ?? url.searchParams.get('hoSo') ?? url.searchParams.get('giaoDich');
  const dossier = dossiers.find(asked ?? url.pathname.split('/').at(-1) ?? '');
  if ((Object.values(paymentHosts) as string[]).includes(url.hostname)) return answerPayment(call, dossier);
  const vendor = await vendorFile(url.pathname);
  if (vendor) return sendAsset(response, vendor.type, vendor.body);
  if (url.pathname === '/assets/site.css')
    return sendAsset(response, 'text/css; charset=utf-8', await readFile(css));
  if (url.pathname.startsWith('/__form/')) return answerForm(call);
  if (await answerApi(call)) return;
  if (url.pathname === '/dang-xuat') return logOut(call);
  if (!dossier) return redirect(response, `${national}/`);
  if (url.pathname === '/vao') {
    setSessionCookie(response, dossier.session);
    return redirect(response, addressOf(dossier));
  }
  if (!dossier.session.loggedIn && url.hostname !== eFormHost) {
    const back = encodeURIComponent(addressOf(dossier));
    return redirect(response, `${national}/auth/login?back=${back}`);
  }
  if (url.pathname === '/ve-tu-thanh-toan') return comeBack(call, dossier);
  if (request.method === 'POST') return postBack(call, dossier);
  await sleep(call.scenario.pageDelayMs);
  show(call, dossier);
}

/** The labelled declaration of a host, and the bundle of its technology: the same for every dossier. */
async function answerForm({ url, response }: Call): Promise<void> {
  const declaration = siteOf(url.searchParams.get('thuTuc') ?? '')?.declaration;
  if (!declaration) return send(response, 404, 'text/plain; charset=utf-8', 'Không có');
  if (url.pathname.endsWith('declaration.js')) {
    const script = `globalThis.evalDeclaration = ${JSON.stringify(declaration)};`;
    return sendAsset(response, 'text/javascript; charset=utf-8', script);
  }
  const { key, build } = buildOf(declaration);
  const bundle = await bundleOf(key, build);
  if (url.pathname.endsWith('.css')) return sendAsset(response, 'text/css; charset=utf-8', bundle.style);
  sendAsset(response, 'text/javascript; charset=utf-8', bundle.script);
}

function show({ url, response, scenario }: Call, dossier: Dossier, message = ''): void {
  const { site } = dossier;
  const path = site.steps.findIndex((step) => step.path === url.pathname);
  if (path >= 0) dossier.step = path;
  const page = pageOf(dossier, scenario);
  const isFrame = url.hostname === eFormHost;
  const html = isFrame
    ? frameHtml(site, page)
    : url.pathname === businessList
      ? listHtml(site, page)
      : siteHtml(site, page, message);
  send(response, 200, 'text/html; charset=utf-8', html);
}

/** A form of a page was sent: the next page, the same one with what is wrong, or what comes after. */
async function postBack(call: Call, dossier: Dossier): Promise<void> {
  const { request, response, url, scenario } = call;
  const sent = new URLSearchParams((await bodyOf(request)).toString('utf8'));
  dossier.method = sent.get('method') ?? dossier.method;
  const act = url.searchParams.get('act');
  await sleep(act === 'submit' ? scenario.submitDelayMs : scenario.stepDelayMs);
  if (act === 'next' || act === 'back') {
    dossier.step += act === 'next' ? 1 : -1;
    return redirect(response, addressOf(dossier));
  }
  if (act !== 'submit') return show(call, dossier);
  const answer = judge(call, dossier);
  if (!answer.accepted) return show(call, dossier, 'Có lỗi xảy ra, vui lòng thử lại');
  if (answer.pay) return redirect(response, answer.pay);
  const after = dossier.site.result ? 'ket-qua-nop-ho-so' : businessList;
  redirect(response, new URL(`${after}?hoSo=${dossier.id}`, addressOf(dossier)).href);
}

function logOut({ session, log, response }: Call): void {
  session.loggedIn = false;
  log.told({ type: 'logged-out' }, session.id);
  redirect(response, `${national}/`);
}

function pageOf(dossier: Dossier, scenario: Call['scenario']): SitePage {
  const { site, id, uuid, session, taken } = dossier;
  const result = taken ? resultOf(dossier) : undefined;
  const isFramed = site.declaration.host !== '' && siteAt(site.declaration.host) === undefined;
  return {
    ...{ system: site.system, dossier: id, shape: site.shape, tag: site.tag, account: site.account },
    name: session.loggedIn ? personAt(scenario.account).name : '',
    procedure: site.declaration.procedure.name,
    ...{
      steps: site.steps,
      step: dossier.step,
      fee: dossier.fee,
      paid: dossier.paid,
      method: dossier.method,
    },
    ...(site.resultStep && { resultStep: site.resultStep }),
    ...(site.confirms && { confirms: site.confirms }),
    ...(isFramed && { frame: `https://${eFormHost}/e-form/${uuid}` }),
    documents: documentsOf(site.declaration.procedure.code),
    payAddress: payAddress(dossier),
    ...{ values: dossier.values, locked: dossier.locked, accountDone: dossier.accountDone },
    toastMs: scenario.toastMs,
    ...(result && { result }),
  };
}
