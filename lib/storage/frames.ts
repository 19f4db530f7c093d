import { type FieldFacts, ORDERS_A_FRAME } from '../fields/index.ts';

/**
 * Whose the numbers of a road's frames are: `justice.2`, with which its fields' keys begin, by the host of the frame and
 * the number that it gave itself.
 */
export type Frames = Readonly<Record<string, string>>;

const NUMBERED = /^(.+\.)(\d+)$/;

/**
 * The fields of one frame under the number that it has on its road. A frame counts itself among those of its own host,
 * for others' tell it nothing of themselves: where another host's has its number, it goes on under the next that is
 * free, and keeps that. Fields of the page itself stay as they are.
 */
export function numbered(
  frames: Frames,
  host: string,
  fields: readonly FieldFacts[],
): { frames: Frames; told: readonly FieldFacts[] } {
  const own = fields[0]?.key.split('/', 1)[0] ?? '';
  const [, profile = '', number = ''] = NUMBERED.exec(own) ?? [];
  if (!number) return { frames, told: fields };
  const self = `${host}/${own}`;
  const known = Object.keys(frames).find((it) => frames[it] === self);
  let free = Number(number);
  while (!known && frames[profile + free]) free += 1;
  const name = known ?? profile + free;
  const further = (Number(name.slice(profile.length)) - Number(number)) * ORDERS_A_FRAME;
  const told = fields.map((it) => ({
    ...it,
    key: name + it.key.slice(own.length),
    order: it.order + further,
  }));
  return { frames: { ...frames, [name]: self }, told };
}
