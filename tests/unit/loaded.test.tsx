import { beforeEach, expect, it } from 'vitest';
import { useLoaded } from '../../components/loaded.ts';
import { openView, type View } from '../fixtures/view.tsx';

let view: View;
let reads: number;
let tellOfChange = () => {};
const load = async () => {
  reads += 1;
  return reads;
};
const subscribe = (again: () => void) => {
  tellOfChange = again;
  return () => {};
};
function Counter() {
  const [loaded] = useLoaded(load, subscribe);
  return loaded.state === 'ready' ? <p>{loaded.value}</p> : null;
}
const hide = (hidden: boolean) =>
  view.settle(() => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new window.Event('visibilitychange'));
  });

beforeEach(async () => {
  view = openView();
  reads = 0;
  await view.show(<Counter />);
});

it('reads anew after each change while the page is seen', async () => {
  await view.settle(() => tellOfChange());
  await view.settle(() => tellOfChange());
  expect(view.root.textContent).toBe('3');
});

it('reads once, and not before it is seen again, after many changes that came while nobody saw it', async () => {
  await hide(true);
  for (let change = 0; change < 5; change++) await view.settle(() => tellOfChange());
  expect(reads).toBe(1);
  await hide(false);
  expect(view.root.textContent).toBe('2');
  await hide(true);
  await hide(false);
  expect(reads).toBe(2);
});
