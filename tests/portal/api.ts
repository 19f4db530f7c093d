import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { filingCase, fold, procedures, searchProcedures } from './catalog.ts';
import { bodyOf, jsonOf, sendJson } from './http.ts';
import type { WritableLog } from './log.ts';
import { personAt } from './people.ts';
import type { Scenario } from './scenario.ts';
import type { Session } from './sessions.ts';
import { receiveOwn, siteRoutes } from './systems/api.ts';
import type { Dossiers } from './systems/dossiers.ts';
import { accountValues, lookupValues } from './values.ts';
import type { Agency, Draft, LookupAnswer, LookupKeys, Me, PostedEntry, SubmitAnswer } from './wire.ts';

/** One request to the portal's own interface. */
export type Call = {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  session: Session;
  scenario: Scenario;
  log: WritableLog;
  dossiers: Dossiers;
};

const routes: Record<string, (call: Call) => Promise<unknown>> = {
  'GET /api/me': me,
  'POST /api/logout': logout,
  'GET /api/procedures': async ({ url }) => searchProcedures(url.searchParams.get('keyword') ?? ''),
  'GET /api/procedure': async ({ url }) => procedures.find((one) => one.id === url.searchParams.get('id')),
  'GET /api/featured': async ({ scenario }) => procedures.find((one) => one.code === scenario.procedure),
  'POST /api/agency': agency,
  'GET /api/filing': filing,
  'GET /api/account': account,
  'POST /api/draft': draft,
  'POST /api/lookup': lookup,
  'POST /api/upload': upload,
  'POST /api/submit': submit,
  'POST /api/feedback': async () => ({ ok: true }),
  ...siteRoutes,
  'GET /__portal/log': async ({ log }) => log.entries(),
  'POST /__portal/log': posted,
};

/** Answers a call to `/api/…` or `/__portal/…`; false when the path is neither. */
export async function answerApi(call: Call): Promise<boolean> {
  const { request, response, url } = call;
  const route = routes[`${request.method} ${url.pathname}`];
  if (!route) return false;
  sendJson(response, (await route(call)) ?? null);
  return true;
}

async function me({ session, scenario }: Call): Promise<Me> {
  await sleep(scenario.meDelayMs);
  return session.loggedIn ? { loggedIn: true, name: personAt(scenario.account).name } : { loggedIn: false };
}

async function logout({ session }: Call) {
  session.loggedIn = false;
  session.drafts.clear();
  return { ok: true };
}

async function agency({ request, session }: Call) {
  session.agency = (await jsonOf(request)) as Agency;
  return { ok: true };
}

async function filing({ url, session }: Call) {
  const id = url.searchParams.get('case') ?? '';
  const found = filingCase(id);
  return found && { ...found, agency: session.agency, draft: session.drafts.get(id) ?? null };
}

async function account({ url, session, scenario }: Call) {
  const found = filingCase(url.searchParams.get('case') ?? '');
  const requester = found?.declaration.sections.find((section) => section.subject === 'requester');
  await sleep(scenario.accountDelayMs);
  return requester ? accountValues(requester, personAt(scenario.account), session.agency) : {};
}

async function draft({ url, request, session }: Call) {
  session.drafts.set(url.searchParams.get('case') ?? '', (await jsonOf(request)) as Draft);
  return { ok: true };
}

async function lookup({ request, scenario }: Call): Promise<LookupAnswer> {
  const keys = (await jsonOf(request)) as LookupKeys;
  await sleep(scenario.lookupDelayMs);
  const section = filingCase(keys.case)?.declaration.sections.find((one) => one.subject === keys.subject);
  const person = personAt(scenario.subjectPerson);
  const known = keys.id === person.id && keys.birth === person.birth && fold(keys.name) === fold(person.name);
  if (!section || !known || scenario.lookup === 'silent') return { found: false, values: {} };
  return { found: true, values: lookupValues(section, person) };
}

async function upload({ request, response, scenario }: Call) {
  await bodyOf(request);
  await sleep(scenario.uploadDelayMs);
  if (scenario.failUploads <= 0) return { ok: true };
  scenario.failUploads--;
  response.statusCode = 500;
  return { ok: false };
}

async function submit(call: Call): Promise<SubmitAnswer> {
  const { url, request, session, scenario } = call;
  await bodyOf(request);
  await sleep(scenario.submitDelayMs);
  if (scenario.rejectSubmits > 0) {
    scenario.rejectSubmits--;
    return { accepted: false };
  }
  session.drafts.delete(url.searchParams.get('case') ?? '');
  return { accepted: true, dossier: receiveOwn(call) };
}

async function posted({ request, session, log }: Call) {
  log.posted((await jsonOf(request)) as PostedEntry[], session.id);
  return { ok: true };
}
