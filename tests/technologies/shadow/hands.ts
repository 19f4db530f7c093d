import { nativeHands } from '../native/hands.ts';

export const { type, choose } = nativeHands((name, part) => (part ? `${name}-${part}` : name));
