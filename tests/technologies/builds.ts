/** How one build of a technology is bundled. */
export type Build = {
  /** The module with `mount`, inside the folder of the technologies. */
  mount: string;
  /** npm packages whose versions make the bundle. */
  packages: readonly string[];
  /** Module names that mean another package in this build. */
  alias?: Readonly<Record<string, string>>;
};

const surveyReact = (core: string, ui: string, style = 'survey-core.fontless.min.css'): Build => ({
  mount: 'surveyjs/mount.tsx',
  packages: [core, ui, 'react-dom'],
  // The style first: the longer name must not be taken by the shorter one.
  alias: { 'survey-core/style.css': `${core}/${style}`, 'survey-core': core, 'survey-react-ui': ui },
});

const formio: Build = { mount: 'formio/mount.ts', packages: ['@formio/js', 'bootstrap'] };

const angular: Build = {
  mount: 'angular-material/mount.ts',
  packages: ['@angular/core', '@angular/material', '@ng-select/ng-select', 'zone.js'],
};

const plain: Build = { mount: 'plain/mount.ts', packages: [] };

const builds: Record<string, Record<string, Build>> = {
  surveyjs: {
    '2.5': surveyReact('survey-core', 'survey-react-ui'),
    '1.12': surveyReact('survey-core-1', 'survey-react-ui-1', 'defaultV2.fontless.min.css'),
    '2.3': surveyReact('survey-core-23', 'survey-react-ui-23'),
    '3.0': surveyReact('survey-core-3', 'survey-react-ui-3'),
    preact: {
      ...surveyReact('survey-core-js', 'survey-js-ui'),
      mount: 'surveyjs/mount-preact.ts',
      packages: ['survey-core-js', 'survey-js-ui'],
    },
  },
  formio: { page: formio, wizard: formio },
  'angular-material': { mixed: angular, material: angular, loose: angular },
  'x-elements': { paragraphs: { mount: 'x-elements/mount.ts', packages: [] } },
  plain: { turns: plain, labels: plain, table: plain, wrapped: plain, placeholders: plain },
  webforms: { tables: { mount: 'webforms/mount.ts', packages: [] } },
  shadow: { open: { mount: 'shadow/mount.ts', packages: [] } },
  antd: { latest: { mount: 'antd/mount.tsx', packages: ['antd', 'react-dom', 'dayjs'] } },
  'react-select': { latest: { mount: 'react-select/mount.tsx', packages: ['react-select', 'react-dom'] } },
};

/** Every technology with its builds; the first one is the default. */
export const technologies: readonly { tech: string; builds: readonly string[] }[] = Object.entries(
  builds,
).map(([tech, ones]) => ({ tech, builds: Object.keys(ones) }));

/** The build that a declaration asks for, or the technology's default where it asks for none or for an unknown one. */
export function buildOf(declaration: { tech: string; build?: string }): { key: string; build: Build } {
  const ones = builds[declaration.tech];
  if (!ones) throw new Error(`no technology is called ${declaration.tech}`);
  const name = declaration.build && ones[declaration.build] ? declaration.build : Object.keys(ones)[0];
  const build = name && ones[name];
  if (!build) throw new Error(`${declaration.tech} has no build`);
  return { key: `${declaration.tech}-${name}`, build };
}
