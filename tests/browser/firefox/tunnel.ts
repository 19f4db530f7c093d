import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy on loopback that leads every host name to one port, so that no page gets outside. */
export type Tunnel = { port: number; close(): void };

export async function openTunnel(portalPort: number): Promise<Tunnel> {
  const server = createServer((_, response) => response.writeHead(502).end());
  server.on('connect', (_, client, head) => {
    const portal = connect(portalPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      portal.write(head);
      portal.pipe(client).pipe(portal);
    });
    portal.on('error', () => client.destroy());
    client.on('error', () => portal.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
