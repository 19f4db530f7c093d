import { useLayoutEffect, useRef } from 'react';
import { feeWords } from '../../systems/fees.ts';
import type { Part, SitePage } from '../../systems/spec.ts';
import { Documents } from '../Documents.tsx';
import { ResultMethod } from '../ResultMethod.tsx';
import { tell } from '../tell.ts';
import { leaveToPay } from './calls.ts';

type Props = {
  part: Part;
  site: SitePage;
  method: string;
  onMethod: (label: string) => void;
  onSubmit: () => void;
};

/** A part of a step, but for the declaration, which is kept while the steps come and go. */
export function StepPart({ part, site, method, onMethod, onSubmit }: Props) {
  switch (part) {
    case 'documents':
      return <Papers site={site} />;
    case 'fee':
      return <Fees site={site} />;
    case 'method':
      return <ResultMethod value={method} missing={false} onChange={onMethod} />;
    case 'captcha':
      return <Captcha onSubmit={onSubmit} />;
    case 'summary':
      return <p>Kiểm tra lại hồ sơ: {site.procedure}</p>;
    case 'terms':
      return (
        <label>
          <input type="radio" name="truongHop" defaultChecked /> Nộp cho bản thân
        </label>
      );
    case 'declaration':
      return null;
  }
}

function Papers({ site }: { site: SitePage }) {
  useLayoutEffect(() => tell({ type: 'documents-shown' }), []);
  return <Documents rows={[...site.documents]} />;
}

function Fees({ site: { fee, paid } }: { site: SitePage }) {
  useLayoutEffect(() => tell({ type: 'fee-shown', fee }), [fee]);
  const owes = fee !== 'free' && !paid;
  return (
    <section className="card fees">
      <h3>Lệ phí</h3>
      <p>{feeWords[fee]}</p>
      {paid && <p className="good">Đã thanh toán</p>}
      {owes && (
        <button type="button" data-does="pay" onClick={() => void leaveToPay()}>
          Thanh toán lệ phí
        </button>
      )}
    </section>
  );
}

/** The form that the submit button of another place belongs to. */
function Captcha({ onSubmit }: { onSubmit: () => void }) {
  return (
    <form
      id="captchaForm"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <label>
        Mã xác nhận <input name="captcha" autoComplete="off" />
      </label>
    </form>
  );
}

/** Where the declaration stands: in a frame of its own host, or moved here out of its drawer. */
export function DeclarationPlace({ frame, shown }: { frame: string | undefined; shown: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const form = document.getElementById('form');
    if (!form || !place.current || frame) return;
    place.current.append(form);
    // Back into the drawer before this place goes, with all that it holds.
    return () => document.getElementById('drawer')?.append(form);
  }, [frame]);
  return (
    <div style={shown ? undefined : { display: 'none' }}>
      {frame ? (
        <iframe title="Tờ khai điện tử" src={frame} />
      ) : (
        <>
          <div ref={place} />
          <p className="asking" role="status" />
        </>
      )}
    </div>
  );
}
