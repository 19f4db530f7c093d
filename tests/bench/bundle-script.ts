import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A module with all that it imports, as one minified script for a page. */
export async function bundleScript(entry: URL): Promise<string> {
  const result = await build({
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    build: {
      write: false,
      rolldownOptions: { input: fileURLToPath(entry), output: { format: 'iife' } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs.flatMap((one) => ('output' in one ? one.output : []));
  return chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
}
