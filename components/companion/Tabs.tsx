import type { PanelModel, Tab } from './model.ts';
import type { Words } from './words.ts';

interface TabsProps {
  model: PanelModel;
  /** How many fields the list has. */
  fields: number;
  t: Words;
  show(tab: Tab): void;
}

/** A reviewer's choice between the guidance and the fields of the form. */
export function Tabs({ model, fields, t, show }: TabsProps) {
  const tab = (name: Tab, words: string) => (
    <button type="button" class="tab" aria-pressed={model.tab === name} onClick={() => show(name)}>
      {words}
    </button>
  );
  return (
    <fieldset class="tabs" aria-label={t('tab.choose')}>
      {tab('guidance', t('tab.guidance'))}
      {tab('fields', t('tab.fields', { count: fields }))}
    </fieldset>
  );
}
