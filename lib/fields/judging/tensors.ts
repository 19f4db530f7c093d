/** Numbers of one kind, as a file of tensors holds them. */
export type Numbers = Uint8Array | Int8Array | Float32Array;

const KINDS = { U8: Uint8Array, I8: Int8Array, F32: Float32Array } as const;
const LENGTH_BYTES = 8;

/**
 * Reads tensors by their names from bytes in the format safetensors (a length, a header in JSON, then the numbers, all
 * little-endian). The numbers are not copied. Throws where the bytes are no such file.
 */
export function readTensors(bytes: ArrayBuffer): {
  tensor(name: string): Numbers;
  about: Record<string, string>;
} {
  const header = Number(new DataView(bytes).getBigUint64(0, true));
  const told = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, LENGTH_BYTES, header)));
  const start = LENGTH_BYTES + header;
  return {
    about: told.__metadata__ ?? {},
    tensor(name) {
      const { dtype, data_offsets: offsets } = told[name] ?? {};
      const Kind = KINDS[dtype as keyof typeof KINDS];
      if (!Kind) throw new Error(`no tensor ${name} of a known kind`);
      const [from, to] = offsets;
      return new Kind(bytes, start + from, (to - from) / Kind.BYTES_PER_ELEMENT);
    },
  };
}

/** Writes tensors as {@link readTensors} reads them; those of larger numbers first, so that each begins where it may. */
export function writeTensors(tensors: Record<string, Numbers>, about: Record<string, string>): Uint8Array {
  const inOrder = Object.entries(tensors).sort(([, a], [, b]) => b.BYTES_PER_ELEMENT - a.BYTES_PER_ELEMENT);
  let end = 0;
  const described = inOrder.map(([name, numbers]) => {
    const from = end;
    end += numbers.byteLength;
    const dtype = Object.entries(KINDS).find(([, Kind]) => numbers instanceof Kind)?.[0];
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
