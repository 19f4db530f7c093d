import { type Erased, erasedSchema } from './schema.ts';

/** So many records go in one message: a browser refuses one of more than 64 MiB, of which these are a small part. */
const MOST_RECORDS = 2_000;

const empty = (): Erased => ({ submissions: [], events: [], fields: [], days: [], meta: [] });

/**
 * What was deleted and can come back, in portions that are each a message: first what belongs to no submission, then
 * submissions with all that belongs to them, the earliest first. `refused` is what the writer would refuse, for good.
 */
export function portionsOf(erased: Erased): { portions: Erased[]; refused: Erased } {
  const { submissions, events, fields, days, meta } = erased;
  const isRefused = refusalOf(erased);
  const part = (is: (record: Stored) => boolean): Erased => ({
    submissions: submissions.filter(is),
    events: events.filter(is),
    fields: fields.filter(is),
    days: days.filter(is),
    meta: meta.filter(is),
  });
  return { portions: joined(part((it) => !isRefused(it))), refused: part(isRefused) };
}

/** Tells records that are not of the contract's shape, and all that belongs to a submission or a road that is not. */
function refusalOf(erased: Erased): (record: Stored) => boolean {
  const issues = erasedSchema.safeParse(erased).error?.issues ?? [];
  const refused = new Set(issues.map(({ path: [store, at] }) => erased[store as keyof Erased][Number(at)]));
  const owners = new Set([...refused].flatMap((it) => (it && !('submissionId' in it) ? ownerOf(it) : [])));
  return (it) => refused.has(it) || ownerOf(it).some((id) => owners.has(id));
}

type Stored = Erased[keyof Erased][number];

/** The submission to which a record belongs, if it belongs to one. */
function ownerOf(record: Stored): string[] {
  if ('submissionId' in record) return [record.submissionId];
  if ('id' in record) return [record.id];
  return 'value' in record && 'road' in record.value ? [record.value.road.submission.id] : [];
}

function joined(erased: Erased): Erased[] {
  const portions: Erased[] = [];
  for (const whole of wholesOf(erased)) {
    const last = portions.at(-1);
    if (last && sizeOf(last) + sizeOf(whole) <= MOST_RECORDS) add(last, whole);
    else if (sizeOf(whole) > 0) portions.push(whole);
  }
  return portions;
}

/** What must come back at once: a submission without its road, or half of its fields, is none. */
function wholesOf({ submissions, events, fields, days, meta }: Erased): Iterable<Erased> {
  const wholes = new Map<string, Erased>([['', { ...empty(), days }]]);
  const of = (id: string): Erased => {
    const whole = wholes.get(id) ?? empty();
    wholes.set(id, whole);
    return whole;
  };
  for (const it of submissions.toSorted((a, b) => a.startedAt - b.startedAt)) of(it.id).submissions.push(it);
  for (const it of events) of(it.submissionId).events.push(it);
  for (const it of fields) of(it.submissionId).fields.push(it);
  for (const it of meta) of('road' in it.value ? it.value.road.submission.id : '').meta.push(it);
  return wholes.values();
}

function sizeOf(portion: Erased): number {
  return Object.values(portion).reduce((sum, records) => sum + records.length, 0);
}

function add(portion: Erased, { submissions, events, fields, meta }: Erased): void {
  portion.submissions.push(...submissions);
  portion.events.push(...events);
  portion.fields.push(...fields);
  portion.meta.push(...meta);
}
