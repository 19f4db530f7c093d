import type { Mount } from './form.ts';

/** What a technology's bundle does in the page: mounts the page's declaration and says when it stands. */
export async function start(mount: Mount): Promise<void> {
  const root = document.getElementById('form');
  const declaration = globalThis.evalDeclaration;
  if (!root || !declaration) throw new Error('the page brings no declaration');
  globalThis.evalForm = await mount(root, declaration);
  document.documentElement.dataset.ready = '';
}
