import { personAt } from '../portal/people.ts';
import { arrive, type Citizen, type } from './citizen.ts';
import { procedureName } from './plan.ts';

const home = 'https://dichvucong.gov.vn/';

/** From the first page to the open declaration: home, login, search, agency, "Nộp trực tuyến". */
export async function walkToForm(citizen: Citizen): Promise<void> {
  const { page, plan } = citizen;
  if (plan.lookUpPage === 'before') await visitLookUp(citizen);
  await page.goto(home);
  await arrive(citizen, 'home');
  if (plan.startedBy === 'login-at-home') {
    await page.locator('.header-bar .login').click();
    await logIn(citizen);
  }
  if (plan.startedBy !== 'login-on-demand') await seenAsLoggedIn(citizen);
  await findProcedure(citizen);
  await chooseAgency(citizen);
  await page.getByRole('button', { name: 'Nộp trực tuyến', exact: true }).click();
  if (plan.startedBy === 'login-on-demand') {
    await logIn(citizen);
    await seenAsLoggedIn(citizen);
  }
  await page.locator('.sd-root-modern [data-name]').first().waitFor();
}

/** Looks a dossier up: the page shows the words of a result screen and is none. */
export async function visitLookUp(citizen: Citizen): Promise<void> {
  const { page } = citizen;
  await page.goto(`${home}tra-cuu-ho-so`);
  await page.locator('main input[name=dossier]').click();
  await type(citizen, 'G22.99.08-261001-4471');
  await page.keyboard.press('Enter');
  await page.getByText('Nộp hồ sơ thành công').waitFor();
}

async function seenAsLoggedIn(citizen: Citizen): Promise<void> {
  await citizen.page.locator('.header-bar .user-dropdown').waitFor();
  await arrive(citizen, 'logged-in');
}

/** The four screens of the login host. */
async function logIn(citizen: Citizen): Promise<void> {
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
  await type(citizen, plan.procedure === '1.000656' ? 'khai tu' : 'trich luc');
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
  for (const choice of [plan.agency.province, plan.agency.ward]) {
    // Each chosen box is no button any more, so the first that is left is the next one.
    await page.locator('button[aria-haspopup=listbox]').first().click();
    await type(citizen, choice.split(' ').at(-1) ?? choice);
    await page.locator('.agency-list li').getByText(choice, { exact: true }).click();
  }
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
}
