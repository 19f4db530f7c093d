import { DTYPES, LENGTH_BYTES, type Numbers } from '../../lib/fields/judging/tensors.ts';

/** Writes tensors as `readTensors` reads them; those of larger numbers first, so that each begins where it may. */
export function writeTensors(tensors: Record<string, Numbers>, about: Record<string, string>): Uint8Array {
  const inOrder = Object.entries(tensors).sort(([, a], [, b]) => b.BYTES_PER_ELEMENT - a.BYTES_PER_ELEMENT);
  let end = 0;
  const described = inOrder.map(([name, numbers]) => {
    const from = end;
    end += numbers.byteLength;
    const dtype = Object.entries(DTYPES).find(([, Kind]) => numbers instanceof Kind)?.[0];
    return [name, { dtype, shape: [numbers.length], data_offsets: [from, end] }];
  });
  const told = JSON.stringify(Object.fromEntries([['__metadata__', about], ...described]));
  const header = new TextEncoder().encode(told.padEnd(Math.ceil(told.length / LENGTH_BYTES) * LENGTH_BYTES));
  const bytes = new Uint8Array(LENGTH_BYTES + header.length + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, LENGTH_BYTES);
  let at = LENGTH_BYTES + header.length;
  for (const [, numbers] of inOrder) {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at);
    at += numbers.byteLength;
  }
  return bytes;
}
