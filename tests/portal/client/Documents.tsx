import { useRef, useState } from 'react';
import type { DocumentRow } from '../wire.ts';
import { tell, waitFor } from './tell.ts';

export function Documents({ rows }: { rows: DocumentRow[] }) {
  return (
    <section className="card documents">
      <h3>Thành phần hồ sơ</h3>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </section>
  );
}

type State = { step: 'none' | 'busy' | 'done' | 'failed'; file: string };

function Row({ row }: { row: DocumentRow }) {
  const [state, setState] = useState<State>({ step: 'none', file: '' });
  const input = useRef<HTMLInputElement>(null);
  const send = async (file: File) => {
    setState({ step: 'busy', file: file.name });
    tell({ type: 'upload-started', row: row.id });
    const answered = waitFor('upload');
    const response = await fetch('/api/upload', { method: 'POST', body: file }).catch(() => null);
    setState({ step: response?.ok ? 'done' : 'failed', file: file.name });
    tell({ type: response?.ok ? 'upload-done' : 'upload-failed', row: row.id });
    answered(!response?.ok);
  };
  return (
    <div className="document-row" data-row={row.id}>
      <div>
        <strong>{row.title}</strong>
        <small>Số lượng: {row.copies} bản</small>
        {state.step === 'busy' && <progress aria-label="Đang tải lên" />}
        {state.step === 'done' && <small className="good">Đã tải lên: {state.file}</small>}
        {state.step === 'failed' && (
          <small className="bad" role="alert">
            Tải tệp lên không thành công, vui lòng chọn lại
          </small>
        )}
      </div>
      <button
        type="button"
        disabled={state.step === 'busy'}
        onClick={() => {
          tell({ type: 'documents-acted' });
          input.current?.click();
        }}
      >
        Chọn tệp
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={row.title}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
    </div>
  );
}
