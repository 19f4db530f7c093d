import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../api.ts';
import { fold } from '../catalog.ts';
import { jsonOf } from '../http.ts';
import { personAt } from '../people.ts';
import { personValue } from '../values.ts';
import { type Dossier, dossierNumber, resultOf } from './dossiers.ts';
import { paymentHosts } from './index.ts';

/** What a site's submit comes to. */
export type SiteAnswer = { accepted: false } | { accepted: true; pay?: string; result?: readonly string[] };

type Draft = Pick<Dossier, 'values' | 'locked' | 'accountDone'>;
type SiteRoute = (call: Call, dossier: Dossier) => Promise<unknown>;

/** Calls of the pages on hosts of their own; each names its dossier by `d`. */
export const siteRoutes: Record<string, (call: Call) => Promise<unknown>> = {
  'POST /api/site/account': of(account),
  'POST /api/site/draft': of(draft),
  'POST /api/site/lookup': of(lookup),
  'POST /api/site/method': of(method),
  'POST /api/site/step': of(step),
  'POST /api/site/submit': of(submit),
  'GET /api/received': async ({ url, dossiers }) => dossiers.receivedAs(url.searchParams.get('number') ?? ''),
  'GET /api/mine': async ({ session, dossiers }) => dossiers.receivedOf(session.id),
};

function of(route: SiteRoute) {
  return async (call: Call) => {
    const dossier = call.dossiers.find(call.url.searchParams.get('d') ?? '');
    if (dossier) return route(call, dossier);
    call.response.statusCode = 404;
    return null;
  };
}

/** What the account holds, field by field. */
async function account({ scenario }: Call, dossier: Dossier) {
  await sleep(scenario.accountDelayMs);
  const person = personAt(scenario.account);
  const fields = dossier.site.declaration.sections.flatMap((section) => section.fields);
  const held = fields.filter((field) => field.hasValue);
  return Object.fromEntries(held.map((field) => [field.name, personValue(field, person) ?? '']));
}

async function draft({ request }: Call, dossier: Dossier) {
  const { values, locked, accountDone } = (await jsonOf(request)) as Draft;
  Object.assign(dossier, { values, locked, accountDone });
  return { ok: true };
}

async function lookup({ request, scenario }: Call, { site }: Dossier) {
  const keys = (await jsonOf(request)) as { subject: string; name: string; id: string; birth: string };
  await sleep(scenario.lookupDelayMs);
  const person = personAt(scenario.subjectPerson);
  const known = keys.id === person.id && keys.birth === person.birth && fold(keys.name) === fold(person.name);
  const section = site.declaration.sections.find(({ subject }) => subject === keys.subject);
  if (!section || !known || scenario.lookup === 'silent') return { found: false, values: {} };
  const fields = section.fields.filter(({ expect }) => expect === 'on-lookup');
  const values = fields.map((field) => [field.name, personValue(field, person) ?? '']);
  return { found: true, values: Object.fromEntries(values) };
}

async function method({ request }: Call, dossier: Dossier) {
  dossier.method = String(await jsonOf(request));
  return { ok: true };
}

async function step({ request, scenario, session, log }: Call, dossier: Dossier) {
  const wanted = Number(await jsonOf(request));
  await sleep(scenario.stepDelayMs);
  if (scenario.expireSteps > 0) {
    scenario.expireSteps--;
    dossier.session.loggedIn = false;
    log.told({ type: 'session-expired' }, session.id);
    return { expired: true };
  }
  dossier.step = wanted;
  return { expired: false };
}

async function submit(call: Call, dossier: Dossier): Promise<SiteAnswer> {
  await sleep(call.scenario.submitDelayMs);
  return judge(call, dossier);
}

/** Rejects, asks for the payment first, or takes the dossier. */
export function judge({ scenario, log, dossiers }: Call, dossier: Dossier): SiteAnswer {
  if (scenario.rejectSubmits > 0) {
    scenario.rejectSubmits--;
    return { accepted: false };
  }
  if (dossier.site.submitPays && dossier.fee !== 'free' && !dossier.paid) {
    return { accepted: true, pay: payAddress(dossier) };
  }
  if (!dossier.taken) {
    dossier.taken = true;
    dossiers.receive(dossier.number, dossier.session.id);
    log.told({ type: 'dossier-received', system: dossier.site.system }, dossier.session.id);
  }
  const result = resultOf(dossier);
  return { accepted: true, ...(result && { result }) };
}

/** Where the fee of this dossier is paid. */
export function payAddress({ fee, id }: Dossier): string {
  const host = paymentHosts[fee === 'elsewhere' ? 'elsewhere' : 'portal'];
  return `https://${host}/thanh-toan?giaoDich=${id}`;
}

/** The portal's own dossiers are received as well. */
export function receiveOwn({ dossiers, session, log }: Call): string {
  const number = dossierNumber();
  dossiers.receive(number, session.id);
  log.told({ type: 'dossier-received', system: 'national' }, session.id);
  return number;
}
