import type { Role } from '../../lib/flow/index.ts';
import type { PeopleWords } from './texts.ts';

/** Those who come to file first; the auditor, who looks for it, last. */
export const ROLE_ORDER: readonly Role[] = ['helper', 'volunteer', 'reviewer'];

interface RoleSwitchProps {
  t: PeopleWords;
  role: Role;
  change(role: Role): void;
}

/** The three roles side by side: one press changes to another. */
export function RoleSwitch({ t, role, change }: RoleSwitchProps) {
  return (
    <fieldset class="role-switch" aria-label={t('role.choose')}>
      {ROLE_ORDER.map((it) => (
        <button
          key={it}
          type="button"
          data-act={`role-${it}`}
          data-role={it}
          aria-pressed={it === role}
          onClick={() => change(it)}
        >
          {t(`role.${it}`)}
        </button>
      ))}
    </fieldset>
  );
}
