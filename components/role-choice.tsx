import { useId } from 'preact/hooks';
import type { Role } from '../lib/flow/index.ts';
import { common } from './common.ts';
import { useTexts } from './language.ts';
import { ROLE_ORDER } from './people/RoleSwitch.tsx';

interface RoleChoiceProps {
  legend: string;
  hint?: string;
  /** A line under each role, where the page has room for it. */
  describe?: (role: Role) => string;
  role: Role;
  onChange: (role: Role) => void;
}

/** What the person uses Đồng hành for. */
export function RoleChoice({ legend, hint, describe, role, onChange }: RoleChoiceProps) {
  const words = useTexts(common);
  const name = useId();
  return (
    <fieldset class="roles">
      <legend>
        <b>{legend}</b> {hint && <span class="soft">{hint}</span>}
      </legend>
      {ROLE_ORDER.map((it) => (
        <label key={it} class="choice">
          <input type="radio" name={name} value={it} checked={it === role} onChange={() => onChange(it)} />
          <span>
            {words(`role_${it}`)}
            {describe && <span class="soft role-more">{describe(it)}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
