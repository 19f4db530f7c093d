import { flush, startTelling, tell } from '../tell.ts';
import { showAlert } from './alerts.ts';
import { chooseMethod, goTo, handIn, leaveToPay, sendFile } from './calls.ts';
import { watchForm } from './form.ts';
import { wakeHeader } from './header.ts';
import { siteState } from './state.ts';

// Pages that a server writes: the script only adds what moves.

startTelling();
const site = siteState();
wakeHeader((text) => showAlert('success', text));
if (site.result) tell({ type: 'result-shown' });
else watchForm();

/** Parts of a page that is there whole are shown as their pane is. */
function tellParts(root: ParentNode): void {
  if (root.querySelector('.documents')) tell({ type: 'documents-shown' });
  if (root.querySelector('.fees')) tell({ type: 'fee-shown', fee: site.fee });
}

async function showTab(index: number): Promise<void> {
  const gone = await goTo(index);
  if (!gone) return;
  for (const pane of document.querySelectorAll<HTMLElement>('.tab-pane')) {
    const isIt = pane.dataset.step === String(index);
    pane.style.display = isIt ? '' : 'none';
    if (isIt) tellParts(pane);
  }
  for (const [place, tab] of document.querySelectorAll('.nav-tabs > li').entries())
    tab.classList.toggle('active', place === index);
  gone.shown();
}

async function submitTab(button: HTMLButtonElement): Promise<void> {
  tell({ type: 'submit-clicked' });
  button.disabled = true;
  const { answer, answered } = await handIn();
  button.disabled = false;
  if (!answer.accepted) {
    showAlert('error', 'Có lỗi xảy ra, vui lòng thử lại');
    tell({ type: 'submit-rejected' });
    answered(true);
    return;
  }
  const [heading, ...rest] = answer.result ?? [];
  const lines = rest.map((line) => Object.assign(document.createElement('p'), { textContent: line }));
  const title = Object.assign(document.createElement('h2'), { textContent: heading });
  document.querySelector('main')?.replaceChildren(title, ...lines);
  tell({ type: 'result-shown' });
  answered();
}

/** The page is about to be sent: a submit may be asked back first. */
function sendPage(event: Event, does: string): void {
  if (does !== 'submit') return;
  tell({ type: 'submit-clicked' });
  if (site.confirms && !confirm(site.confirms)) {
    event.preventDefault();
    tell({ type: 'submit-withdrawn' });
  }
  // What goes off as the page goes may be lost.
  void flush();
}

document.addEventListener('click', (event) => {
  const control = (event.target as Element).closest<HTMLElement>('[data-does]');
  const does = control?.dataset.does;
  if (!control || !does) return;
  const pane = Number(control.closest<HTMLElement>('.tab-pane')?.dataset.step ?? -1);
  if (does === 'pay') void leaveToPay();
  else if (does === 'tab') {
    event.preventDefault();
    void showTab(Number(control.dataset.index));
  } else if (does === 'upload') {
    tell({ type: 'documents-acted' });
    control.parentElement?.querySelector<HTMLInputElement>('input[type=file]')?.click();
  } else if (site.shape === 'pages') sendPage(event, does);
  else if (does === 'next') void showTab(pane + 1);
  else if (does === 'submit') void submitTab(control as HTMLButtonElement);
  else if (does === 'draft') {
    showAlert('success', 'Lưu hồ sơ thành công');
    tell({ type: 'draft-saved' });
  }
});

document.addEventListener('change', (event) => {
  const input = event.target as HTMLInputElement;
  if (input.name === 'method') chooseMethod(input.value);
  const file = input.files?.[0];
  const row = input.closest<HTMLElement>('.document-row');
  const state = row?.querySelector('.state');
  if (!file || !row || !state) return;
  input.value = '';
  state.className = 'state';
  state.innerHTML = '<progress aria-label="Đang tải lên"></progress>';
  void sendFile(file, row.dataset.row ?? '').then((ok) => {
    state.className = ok ? 'state good' : 'state bad';
    state.textContent = ok ? `Đã tải lên: ${file.name}` : 'Tải tệp lên không thành công, vui lòng chọn lại';
  });
});

if (site.shape === 'pages') tellParts(document);
if (document.getElementById('loi')) tell({ type: 'submit-rejected' });

// WebForms post back when a list changes that others could hang on.
if (site.system === 'business') {
  document.getElementById('form')?.addEventListener('change', (event) => {
    if (!event.isTrusted || !(event.target instanceof HTMLSelectElement)) return;
    const form = document.getElementById('buoc');
    if (!(form instanceof HTMLFormElement)) return;
    form.action += '&act=postback';
    // The draft is on its way first: the server answers in the order it is asked.
    setTimeout(() => form.submit(), 30);
  });
}
