import { procedures } from '../portal/catalog.ts';
import { personAt } from '../portal/people.ts';
import { arrive, type Citizen, type } from './citizen.ts';
import { procedureName } from './plan.ts';

const home = 'https://dichvucong.gov.vn/';

/** What people search for; other procedures are found by their code. */
const searchWords: Record<string, string> = { '1.000656': 'khai tu', '2.000635': 'trich luc' };

/** From the first page to the open declaration on the portal itself. */
export async function walkToForm(citizen: Citizen): Promise<void> {
  await walkToCard(citizen);
  await openCard(citizen);
  await citizen.page.locator('.sd-root-modern [data-name]').first().waitFor();
}

/** From the first page to the card of the procedure: home, login, search, agency. */
export async function walkToCard(citizen: Citizen): Promise<void> {
  const { page, plan } = citizen;
  if (plan.lookUpPage === 'before') await visitLookUp(citizen);
  // What of a page never ends to load keeps no person from it.
  await page.goto(home, { waitUntil: 'commit' });
  await arrive(citizen, 'home');
  if (plan.startedBy === 'login-at-home') {
    await page.locator('.header-bar .login').click();
    await logIn(citizen);
  }
  if (plan.startedBy !== 'login-on-demand') await seenAsLoggedIn(citizen);
  await findProcedure(citizen);
  await chooseAgency(citizen);
}

/** "Nộp trực tuyến", with the login where it comes only now. `isElsewhere`: it leads away from the portal. */
export async function openCard(citizen: Citizen, isElsewhere = false): Promise<void> {
  const { page, plan } = citizen;
  await page.getByRole('button', { name: 'Nộp trực tuyến', exact: true }).click();
  const agree = page.locator('.general').getByRole('button', { name: 'Xác nhận', exact: true });
  if (isElsewhere && (await agree.isVisible())) await agree.click();
  if (plan.startedBy !== 'login-on-demand') return;
  await logIn(citizen);
  if (!isElsewhere) await seenAsLoggedIn(citizen);
}

/** Looks a dossier up: the page shows the words of a result screen and is none. */
export async function visitLookUp(citizen: Citizen, number = 'G22.99.08-261001-4471'): Promise<void> {
  const { page } = citizen;
  await page.goto(`${home}tra-cuu-ho-so`, { waitUntil: 'commit' });
  await page.locator('main input[name=dossier]').click();
  await type(citizen, number);
  await page.keyboard.press('Enter');
  await page.locator('.results .facts').waitFor();
}

async function seenAsLoggedIn(citizen: Citizen): Promise<void> {
  await citizen.page.locator('.header-bar .user-dropdown').waitFor();
  await arrive(citizen, 'logged-in');
}

/** The four screens of the login host. */
export async function logIn(citizen: Citizen): Promise<void> {
  const { page, plan } = citizen;
  const next = () => page.locator('button[type=submit]').click();
  await page.locator('input[name=account]').click();
  await type(citizen, personAt(plan.account).id);
  await page.locator('input[name=password]').click();
  await type(citizen, 'mat-khau-thu-nghiem-8830');
  await next();
  await page.locator('input[name=otp]').click();
  await type(citizen, '493817');
  await next();
  await page.locator('input[name=agree]').click();
  await next();
  await page.locator('input[name=passcode]').click();
  await type(citizen, '264051');
  await next();
}

async function findProcedure(citizen: Citizen): Promise<void> {
  const { page, plan } = citizen;
  await page.locator('main input[name=keyword]').click();
  await type(citizen, searchWords[plan.procedure] ?? plan.procedure);
  await page.keyboard.press('Enter');
  await page
    .locator('.results')
    .getByRole('link', { name: procedureName(plan.procedure), exact: true })
    .click();
  await page.getByRole('heading', { level: 1, name: procedureName(plan.procedure) }).waitFor();
  await page.mouse.wheel(0, 120);
  await arrive(citizen, 'procedure');
}

async function chooseAgency(citizen: Citizen): Promise<void> {
  const { page, plan } = citizen;
  const { province, ward } = plan.agency;
  const byProvince = procedures.find(({ code }) => code === plan.procedure)?.byProvince;
  for (const choice of byProvince ? [province] : [province, ward]) {
    // Each chosen box is no button any more, so the first that is left is the next one.
    await page.locator('button[aria-haspopup=listbox]').first().click();
    await type(citizen, choice.split(' ').at(-1) ?? choice);
    await page.locator('.agency-list li').getByText(choice, { exact: true }).click();
  }
  const agree = byProvince ? 'Nộp hồ sơ' : 'Đồng ý';
  await page.locator('.agency').getByRole('button', { name: agree, exact: true }).click();
}
