import { nativeHands } from '../native/hands.ts';

const capital = (part: string) => part.charAt(0).toUpperCase() + part.slice(1);

export const { type, choose } = nativeHands((name, part) =>
  (part ? `${name}_${capital(part)}` : name).replaceAll('_', '$'),
);
