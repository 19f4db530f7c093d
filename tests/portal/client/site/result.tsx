import { useLayoutEffect } from 'react';
import { tell } from '../tell.ts';

/** The result screen: a heading, and what the citizen is to keep. */
export function Result({ lines }: { lines: readonly string[] }) {
  const [heading, ...rest] = lines;
  useLayoutEffect(() => {
    tell({ type: 'result-shown' });
    scrollTo(0, 0);
  }, []);
  return (
    <section className="card result">
      <h2>{heading}</h2>
      {rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}
