import type { IncomingMessage, ServerResponse } from 'node:http';

/** The whole body, at most 8 MB: nobody practises with larger papers. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > 8_000_000) throw new Error('body too large');
  }
  return Buffer.concat(parts);
}

export async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const text = (await bodyOf(request)).toString('utf8');
  return text ? JSON.parse(text) : null;
}

export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

/** What never changes while the portal runs: a browser may keep it. */
export function sendAsset(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' });
  response.end(body);
}

/** JSON with the status that was set on the response, 200 where none was. */
export function sendJson(response: ServerResponse, value: unknown): void {
  send(response, response.statusCode, 'application/json; charset=utf-8', JSON.stringify(value));
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' });
  response.end();
}

/** Text made safe to stand in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
