import { defineConfig } from 'wxt';
import { PACKS } from './lib/guide/index.ts';
import { guideSchema, profileSchema } from './lib/packs/index.ts';
import { allHosts } from './lib/portal/hosts.ts';
import { PROFILES } from './lib/portal/profiles/index.ts';
import { smallest } from './scripts/lib/smallest.ts';

/** Portal pages that Đồng hành may see from the start; every other portal is asked for when a dossier reaches it. */
const NATIONAL_PORTAL = ['https://dichvucong.gov.vn/*', 'https://*.dichvucong.gov.vn/*'];

/** Hosts of the other systems: none is looked at before a person allows it. */
const elsewhere = () =>
  allHosts()
    .filter((host) => host !== 'dichvucong.gov.vn' && !host.endsWith('.dichvucong.gov.vn'))
    .map((host) => `https://${host}/*`);

export default defineConfig({
  // Imports that come from nowhere hide where a name lives.
  imports: false,
  manifestVersion: 3,
  hooks: {
    // A profile or guidance of a wrong shape is refused here, before it can reach a page. Selectors are tried in a
    // browser's test.
    'build:before': () => {
      for (const profile of PROFILES) profileSchema(() => true).parse(profile);
      for (const pack of PACKS) guideSchema(() => true).parse(pack);
    },
    // What runs in every page of a portal is made as small as can be; for the rest, seconds matter more.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ name }) => name === 'watcher')) return;
      config.plugins = [config.plugins, smallest];
    },
  },
  // The preloading of modules is old browsers' business, and its stand-in would fetch.
  vite: () => ({ build: { modulePreload: false } }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'vi',
    // activeTab: which portal the person looks at when opening the popup, to ask for that one.
    permissions: ['activeTab', 'storage', 'alarms', 'scripting'],
    host_permissions: NATIONAL_PORTAL,
    optional_host_permissions: elsewhere(),
    // From the start of each page, so that no early click is missed; nothing is looked at before the page is parsed.
    content_scripts: [
      { matches: NATIONAL_PORTAL, js: ['watcher.js'], run_at: 'document_start', all_frames: true },
    ],
    action: { default_title: '__MSG_extName__' },
    // No network request of our own, ever: the browser itself holds our pages and the worker to the files of the package,
    // of which the worker reads what was learnt. (WXT's dev server needs one.)
    ...(command === 'build' && {
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'",
      },
    }),
    options_ui: { page: 'dashboard.html', open_in_tab: true },
    // What a browser of an older make lacks: light-dark() colours and adopted style sheets of content scripts.
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dong-hanh@donghanh.vn',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
