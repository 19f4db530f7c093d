import { useEffect, useLayoutEffect, useState } from 'react';

type Toast = { id: number; tone: 'success' | 'error'; text: string; onShown?: () => void };

let toasts: Toast[] = [];
let nextId = 1;
let changed: () => void = () => undefined;

function set(next: Toast[]): void {
  toasts = next;
  changed();
}

/** Shows a toast that goes away by itself. `onShown` runs when it stands on the screen. */
export function showToast(tone: Toast['tone'], text: string, onShown?: () => void): void {
  const toast: Toast = { id: nextId++, tone, text, ...(onShown && { onShown }) };
  set([...toasts, toast]);
  const ms = Number(document.getElementById('root')?.dataset.toastMs ?? 3_000);
  setTimeout(() => set(toasts.filter((one) => one.id !== toast.id)), ms);
}

export function Toasts() {
  const [shown, setShown] = useState(toasts);
  useEffect(() => {
    changed = () => setShown(toasts);
    changed();
  }, []);
  return (
    <section className="Toastify" aria-live="polite">
      <div className="Toastify__toast-container">
        {shown.map((toast) => (
          <ToastBox key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}

function ToastBox({ toast }: { toast: Toast }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the box first stands there
  useLayoutEffect(() => toast.onShown?.(), []);
  return (
    <div className={`Toastify__toast Toastify__toast--${toast.tone}`} role="alert">
      <div className="Toastify__toast-body">{toast.text}</div>
    </div>
  );
}
