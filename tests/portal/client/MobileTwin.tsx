import type { Declaration } from '../wire.ts';

/**
 * The real page repeats questions for its mobile layout and hides the copy. The twins carry the same `data-name`,
 * stand first in the document and hold nothing: whoever takes the first match is wrong.
 */
export function MobileTwin({ declaration }: { declaration: Declaration }) {
  const twins = declaration.sections.flatMap((section) => section.fields.slice(0, 3));
  return (
    <div className="mobile-layout" style={{ display: 'none' }}>
      {twins.map((field) => (
        <div key={field.name} className="sd-element sd-question" data-name={field.name}>
          <label className="floating-label" htmlFor={`m_${field.name}`}>
            {field.label}
          </label>
          <input
            id={`m_${field.name}`}
            className="sd-input sd-text"
            type="text"
            aria-required={field.required}
          />
        </div>
      ))}
    </div>
  );
}
