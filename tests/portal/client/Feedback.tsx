import { useState } from 'react';
import { ask } from './api.ts';
import { showToast } from './Toasts.tsx';
import { tell } from './tell.ts';

/** A second form on the same page, with a button and a toast that are not the dossier's. */
export function Feedback() {
  const [text, setText] = useState('');
  const send = async () => {
    await ask('/api/feedback', { body: { length: text.length } });
    setText('');
    showToast('success', 'Gửi thành công', () => tell({ type: 'feedback-sent' }));
  };
  return (
    <section className="card feedback">
      <h3>Phản ánh kiến nghị</h3>
      <textarea
        aria-label="Nội dung phản ánh, kiến nghị"
        placeholder="Nội dung phản ánh, kiến nghị"
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="button" onClick={send} disabled={!text.trim()}>
        Gửi Phản ánh kiến nghị
      </button>
    </section>
  );
}
