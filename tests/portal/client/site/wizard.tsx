import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Button, SitePage } from '../../systems/spec.ts';
import { showToast, Toasts } from '../Toasts.tsx';
import { startTelling, tell } from '../tell.ts';
import { chooseMethod, goTo, handIn } from './calls.ts';
import { watchForm } from './form.ts';
import { Guide, useHash } from './guide.tsx';
import { wakeHeader } from './header.ts';
import { DeclarationPlace, StepPart } from './parts.tsx';
import { Result } from './result.tsx';
import { siteState } from './state.ts';

/** A site whose page draws its own steps on one address. */
function Wizard({ site }: { site: SitePage }) {
  const [step, setStep] = useState(site.step);
  const [furthest, setFurthest] = useState(site.step);
  const [method, setMethod] = useState(site.method);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState(site.result);
  const hash = useHash();
  if (hash.startsWith('#/huong-dan')) return <Guide />;
  const titles = [...site.steps.map(({ title }) => title), ...(site.resultStep ? [site.resultStep] : [])];
  if (result) {
    const last = site.resultStep ? titles.length - 1 : -1;
    return createElement(
      site.tag,
      null,
      <Stepper titles={titles} active={last} />,
      <Result lines={result} />,
    );
  }
  const current = site.steps[step];
  if (!current) return null;

  const move = async (index: number) => {
    setBusy(true);
    const gone = await goTo(index);
    if (!gone) return;
    flushSync(() => {
      setBusy(false);
      setStep(index);
      setFurthest(Math.max(furthest, index));
    });
    scrollTo(0, 0);
    gone.shown();
  };
  const submit = async () => {
    if (busy) return;
    tell({ type: 'submit-clicked' });
    setBusy(true);
    const { answer, answered } = await handIn();
    if (answer.accepted && answer.pay) return;
    if (answer.accepted) {
      flushSync(() => setResult(answer.result));
      answered();
      return;
    }
    setBusy(false);
    showToast('error', 'Có lỗi xảy ra, vui lòng thử lại', () => {
      tell({ type: 'submit-rejected' });
      answered(true);
    });
  };
  const press: Record<Button['does'], () => void> = {
    next: () => void move(step + 1),
    back: () => void move(step - 1),
    submit: () => void submit(),
    draft: () => showToast('success', 'Lưu hồ sơ thành công', () => tell({ type: 'draft-saved' })),
    preview: () => showToast('success', 'Bản xem trước đã sẵn sàng'),
    close: () => showToast('success', 'Hồ sơ được giữ lại ở bước này'),
  };
  const ready = method !== '' && (site.fee === 'free' || site.paid);
  const declares = site.steps.findIndex(({ parts }) => parts.includes('declaration'));
  return createElement(
    site.tag,
    null,
    <Stepper titles={titles} active={step} />,
    furthest >= declares && <DeclarationPlace frame={site.frame} shown={step === declares} />,
    current.parts.map((part) => (
      <StepPart
        key={part}
        part={part}
        site={site}
        method={method}
        onMethod={(label) => {
          setMethod(label);
          chooseMethod(label);
        }}
        onSubmit={() => void submit()}
      />
    )),
    <div className="buttons">
      {current.buttons.map((button) => (
        <StepButton
          key={button.text}
          button={button}
          disabled={busy || (button.whenReady === true && !ready)}
          onPress={press[button.does]}
        />
      ))}
    </div>,
  );
}

type ButtonProps = { button: Button; disabled: boolean; onPress: () => void };

function StepButton({ button: { text, attributes = {} }, disabled, onPress }: ButtonProps) {
  const { class: className, ...rest } = attributes;
  // A button that sends a form is answered by the form.
  const onClick = attributes.form ? undefined : onPress;
  return (
    <button type="button" {...rest} className={className} disabled={disabled} onClick={onClick}>
      <span>{text}</span>
    </button>
  );
}

function Stepper({ titles, active }: { titles: readonly string[]; active: number }) {
  return (
    <ol className="stepper">
      {titles.map((title, index) => (
        <li key={title} className={index === active ? 'active' : undefined}>
          {title}
        </li>
      ))}
    </ol>
  );
}

startTelling();
wakeHeader((text) => showToast('success', text));
const site = siteState();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <>
      <Wizard site={site} />
      <Toasts />
    </>,
  );
  if (!site.frame && !site.result) watchForm();
}
