import type { PeopleModel } from '../../components/companion/people-model.ts';

/** What can fail, as the panel names it. */
export type Failing = NonNullable<PeopleModel['failed']>;

/** Does something that may fail, and has the panel say so where it does. */
export type Attempt = (what: Failing, work: () => Promise<boolean>) => Promise<void>;
