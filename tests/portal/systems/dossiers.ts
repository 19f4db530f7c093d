import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Session } from '../sessions.ts';
import type { Fee, Received } from '../wire.ts';
import type { Site } from './spec.ts';

/** One dossier under way on a host of its own. */
export type Dossier = {
  /** Digits, as in the justice portal's addresses. */
  id: string;
  hex: string;
  uuid: string;
  number: string;
  site: Site;
  host: string;
  session: Session;
  values: Record<string, string>;
  locked: string[];
  accountDone: boolean;
  step: number;
  method: string;
  fee: Fee;
  paid: boolean;
  taken: boolean;
};

/** All dossiers in memory: of the sites, and the numbers that the portal itself gave. */
export class Dossiers {
  readonly #byId = new Map<string, Dossier>();
  readonly #received = new Map<string, Received & { session: string }>();

  begin(site: Site, host: string, session: Session, fee: Fee): Dossier {
    const dossier: Dossier = {
      id: String(randomInt(100_000, 999_999)),
      hex: randomBytes(12).toString('hex'),
      uuid: randomUUID(),
      number: dossierNumber(),
      ...{ site, host, session, fee },
      ...{ values: {}, locked: [], accountDone: false, step: 0, method: '', paid: false, taken: false },
    };
    this.#byId.set(dossier.id, dossier);
    this.#byId.set(dossier.hex, dossier);
    this.#byId.set(dossier.uuid, dossier);
    return dossier;
  }

  /** By any of its three ids. */
  find(id: string): Dossier | undefined {
    return this.#byId.get(id);
  }

  receive(number: string, session: string): Received {
    const days = (count: number) => new Date(Date.now() + count * 86_400_000).toLocaleDateString('en-GB');
    const received: Received = {
      number,
      received: days(0),
      due: days(5),
      result: days(3),
      state: 'Đã trả kết quả',
    };
    this.#received.set(number, { ...received, session });
    return received;
  }

  receivedAs(number: string): Received | undefined {
    return this.#received.get(number);
  }

  receivedOf(session: string): Received[] {
    return [...this.#received.values()].filter((one) => one.session === session);
  }
}

/** A dossier number in the portal's shape, of a place and a unit that do not exist. */
export function dossierNumber(): string {
  const day = new Date().toISOString().slice(2, 10).replaceAll('-', '');
  return `G22.99.08-${day}-${randomInt(1000, 9999)}`;
}

/** Where the dossier stands now. */
export function addressOf(dossier: Dossier): string {
  const { site, host, id, accountDone } = dossier;
  const path = site.steps[dossier.step]?.path;
  const url = new URL(path ?? site.entry({ ...dossier, begun: accountDone }), `https://${host}`);
  url.searchParams.set('hoSo', id);
  return url.href;
}

/** The lines of the result screen. */
export function resultOf({ site, number }: Dossier): string[] | undefined {
  const due = new Date(Date.now() + 5 * 86_400_000).toLocaleDateString('en-GB');
  return site.result?.map((line) => line.replace('{so}', number).replace('{hen}', due));
}
