/** Numbers of one kind, as a file of tensors holds them. */
export type Numbers = Uint8Array | Int8Array | Float32Array;

/** How such a file names them. */
export const DTYPES = { U8: Uint8Array, I8: Int8Array, F32: Float32Array } as const;
/** So long is the length of its header. */
export const LENGTH_BYTES = 8;

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
      const Kind = DTYPES[dtype as keyof typeof DTYPES];
      if (!Kind) throw new Error(`no tensor ${name} of a known kind`);
      const [from, to] = offsets;
      return new Kind(bytes, start + from, (to - from) / Kind.BYTES_PER_ELEMENT);
    },
  };
}
