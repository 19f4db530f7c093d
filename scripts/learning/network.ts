import { read, type Step } from '../../lib/fields/judging/gru.ts';
import { added } from '../../lib/fields/judging/vectors.ts';
import type { Random } from '../../tests/citizen/random.ts';
import { asGru, type GruParameters, newGru, readBack } from './gru.ts';
import { Parameter } from './parameter.ts';
import { addBack } from './slopes.ts';

/** A form to learn from. */
export interface Form {
  fields: readonly {
    /** Numbers of its signs. */
    signs: readonly number[];
    /** Number of the section it stands in, counted from nought. */
    section: number;
    /** For each question the number of the right answer. */
    is: readonly number[];
  }[];
}

/** How it is learnt. */
export interface Manner {
  epochs: number;
  /** So many forms are learnt from at once. */
  batch: number;
  rate: number;
  /** Shares of signs, and of what they add up to, that are left out by chance: nothing is to hang on a few alone. */
  signsOut: number;
  partsOut: number;
  /** From this share of all epochs on, what is learnt is the mean of the weights as they were. */
  settledFrom: number;
}

/** The parts that a field is made of, what is kept of those before and of those after, and the hidden units of each question. */
const WIDTH = 192;
const KEPT = 48;
const HIDDEN = 96;

/** The weights of one question, as `Head` of lib/fields/judging/network.ts reads them. */
export interface Head {
  field: Parameter;
  before: Parameter;
  after: Parameter;
  section: Parameter;
  form: Parameter;
  bias: Parameter;
  out: Parameter;
  outBias: Parameter;
}

/** What was learnt: a row of weights for each sign, what reads the fields either way, and the heads of the questions. */
export interface Network {
  rows: Parameter;
  before: GruParameters;
  after: GruParameters;
  heads: readonly Head[];
}

/**
 * Learns to answer questions of so many classes each, by descending the slope of the cross entropy. `forms` says which
 * to learn from in an epoch. The same forms and the same random numbers give the same weights.
 */
export function learn(
  signs: number,
  questions: readonly number[],
  forms: () => readonly Form[],
  manner: Manner,
  random: Random,
): Network {
  const within = (size: number) => () => (2 * random.next() - 1) / Math.sqrt(size);
  const rows = new Parameter(signs, WIDTH, () => 0.05 * normal(random));
  const inputs = 3 * WIDTH + 2 * KEPT;
  const heads = questions.map((classes): Head => {
    const inner = (width: number) => new Parameter(HIDDEN, width, within(inputs));
    return {
      ...{ field: inner(WIDTH), before: inner(KEPT), after: inner(KEPT) },
      ...{ section: inner(WIDTH), form: inner(WIDTH), bias: new Parameter(HIDDEN, 1, within(inputs)) },
      out: new Parameter(classes, HIDDEN, within(HIDDEN)),
      outBias: new Parameter(classes, 1, within(HIDDEN)),
    };
  });
  const [before, after] = [newGru(WIDTH, KEPT, random), newGru(WIDTH, KEPT, random)];
  const network = { rows, before, after, heads };
  const dense = [before, after, ...heads].flatMap((it): Parameter[] => Object.values(it));
  let [times, settled] = [0, 0];
  for (let epoch = 0; epoch < manner.epochs; epoch++) {
    const all = shuffled(forms(), random);
    for (let from = 0; from < all.length; from += manner.batch) {
      const touched = new Set<number>();
      for (const form of all.slice(from, from + manner.batch))
        descend(network, form, touched, manner, random);
      const rate = manner.rate * (1 - (epoch + from / all.length) / manner.epochs);
      times++;
      for (const row of touched) rows.step(rate, times, row * WIDTH, (row + 1) * WIDTH);
      for (const parameter of dense) parameter.step(rate, times);
      if (epoch < manner.settledFrom * manner.epochs) continue;
      settled++;
      for (const parameter of [rows, ...dense]) parameter.average(settled);
    }
  }
  for (const parameter of [rows, ...dense]) parameter.settle();
  return network;
}

/** A form on the way forth, and on the way back the slopes of what was made of it. */
interface Pass {
  /** The signs of each field that were not left out, and how much they count. */
  kept: readonly (readonly number[])[];
  scales: readonly number[];
  states: readonly Float32Array[];
  ofStates: readonly Float32Array[];
  /** What was kept of the fields before each, and of those after. */
  before: Reading;
  after: Reading;
  /** How many fields each section has, and the mean of them. */
  sizes: readonly number[];
  means: readonly Float32Array[];
  ofMeans: readonly Float32Array[];
  /** The mean of all fields. */
  whole: Float32Array;
  ofWhole: Float32Array;
}

/** How fields were read, what of what was kept is not left out, and the slopes of that; all in the order of the form. */
interface Reading {
  steps: readonly Step[];
  masks: readonly Float32Array[];
  kept: readonly Float32Array[];
  ofKept: readonly Float32Array[];
}

/** Adds to the slopes what the fields of one form say. */
function descend(network: Network, form: Form, touched: Set<number>, manner: Manner, random: Random): void {
  const pass = forth(network, form, manner, random);
  for (const [question, head] of network.heads.entries()) ask(head, question, form, pass, manner, random);
  back(network, form, pass, manner, touched);
}

/** What signs make of the fields of a form, of those about each, of its sections, and of the whole. */
function forth({ rows, before, after }: Network, { fields }: Form, manner: Manner, random: Random): Pass {
  const kept = fields.map(({ signs }) => signs.filter(() => !random.chance(manner.signsOut)));
  const scales = fields.map(
    ({ signs }) => 1 / (Math.sqrt(Math.max(1, signs.length)) * (1 - manner.signsOut)),
  );
  const states = fields.map((_, at) => {
    const state = empty();
    for (const sign of kept[at] ?? []) addRow(state, 0, rows.value, sign * WIDTH, scales[at] ?? 0);
    return state.map((it) => Math.max(0, it) * keptPart(manner, random));
  });
  const places = [...Array(1 + Math.max(...fields.map(({ section }) => section))).keys()];
  const sizes = places.map((place) => fields.filter(({ section }) => section === place).length);
  const means = places.map(empty);
  const whole = empty();
  for (const [at, { section }] of fields.entries()) {
    const state = states[at] as Float32Array;
    addRow(means[section] as Float32Array, 0, state, 0, 1 / (sizes[section] ?? 1));
    addRow(whole, 0, state, 0, 1 / fields.length);
  }
  return {
    ...{ kept, scales, sizes, states, means, whole },
    before: readingOf(before, states, manner, random),
    after: readingOf(after, states.toReversed(), manner, random),
    ...{ ofStates: fields.map(empty), ofMeans: places.map(empty), ofWhole: empty() },
  };
}

function readingOf(
  gru: GruParameters,
  states: readonly Float32Array[],
  manner: Manner,
  random: Random,
): Reading {
  const steps = read(asGru(gru), states);
  const masks = steps.map(({ after }) => after.map(() => keptPart(manner, random)));
  const kept = steps.map(({ after }, at) => product(after, masks[at] as Float32Array));
  return { steps, masks, kept, ofKept: steps.map(({ after }) => new Float32Array(after.length)) };
}

/** Has a question answered of each field, and adds how far the answers are from the truth to all slopes. */
function ask(
  head: Head,
  question: number,
  { fields }: Form,
  pass: Pass,
  manner: Manner,
  random: Random,
): void {
  const { states, ofStates, before, after, means, ofMeans, whole, ofWhole } = pass;
  const ofForm = added(head.bias.value, head.form.value, whole);
  const above = means.map((mean) => added(ofForm, head.section.value, mean));
  const ofAbove = means.map(noUnits);
  for (const [at, { section, is }] of fields.entries()) {
    const state = states[at] as Float32Array;
    const last = fields.length - 1 - at;
    const [early, late] = [before.kept[at] as Float32Array, after.kept[last] as Float32Array];
    const ofEarly = added(above[section] as Float32Array, head.before.value, early);
    const units = added(added(ofEarly, head.after.value, late), head.field.value, state);
    const masks = units.map((it) => (it > 0 ? keptPart(manner, random) : 0));
    const hidden = product(units, masks);
    const errors = added(head.outBias.value, head.out.value, hidden);
    errorsOf(errors, is[question] ?? 0);
    const ofHidden = noUnits();
    addBack(head.out, head.outBias.slope, errors, hidden, ofHidden);
    const ofUnits = product(ofHidden, masks);
    addBack(head.before, noUnits(), ofUnits, early, before.ofKept[at] as Float32Array);
    addBack(head.after, noUnits(), ofUnits, late, after.ofKept[last] as Float32Array);
    addBack(head.field, ofAbove[section] as Float32Array, ofUnits, state, ofStates[at] as Float32Array);
  }
  const ofFormUnits = noUnits();
  for (const [section, units] of ofAbove.entries())
    addBack(
      head.section,
      ofFormUnits,
      units,
      means[section] as Float32Array,
      ofMeans[section] as Float32Array,
    );
  addBack(head.form, head.bias.slope, ofFormUnits, whole, ofWhole);
}

/** Adds what the answers say of the fields to the slopes of their signs. */
function back(network: Network, { fields }: Form, pass: Pass, manner: Manner, touched: Set<number>): void {
  const { rows, before, after } = network;
  const { kept, scales, states, ofStates, sizes, ofMeans, ofWhole } = pass;
  backOf(before, pass.before, states, ofStates);
  backOf(after, pass.after, states.toReversed(), ofStates.toReversed());
  for (const [at, { section }] of fields.entries()) {
    const slope = ofStates[at] as Float32Array;
    addRow(slope, 0, ofMeans[section] as Float32Array, 0, 1 / (sizes[section] ?? 1));
    addRow(slope, 0, ofWhole, 0, 1 / fields.length);
    const state = states[at] as Float32Array;
    // What was negative, or left out, has no say; what was kept counts more for it.
    for (let part = 0; part < WIDTH; part++)
      slope[part] = (state[part] ?? 0) > 0 ? (slope[part] ?? 0) / (1 - manner.partsOut) : 0;
    for (const sign of kept[at] ?? []) {
      addRow(rows.slope, sign * WIDTH, slope, 0, scales[at] ?? 0);
      touched.add(sign);
    }
  }
}

function backOf(
  gru: GruParameters,
  { steps, masks, ofKept }: Reading,
  states: readonly Float32Array[],
  ofStates: readonly Float32Array[],
): void {
  const ofAfter = ofKept.map((slope, at) => product(slope, masks[at] as Float32Array));
  readBack(gru, steps, ofAfter, states, ofStates);
}

const empty = () => new Float32Array(WIDTH);
const noUnits = () => new Float32Array(HIDDEN);

const product = (numbers: Float32Array, by: Float32Array) => numbers.map((it, at) => it * (by[at] ?? 0));

/** Nought for what is left out by chance; what is kept counts more for it. */
const keptPart = ({ partsOut }: Manner, random: Random) => (random.chance(partsOut) ? 0 : 1 / (1 - partsOut));

/** Turns what is said for each answer into how far that is from the truth. */
function errorsOf(says: Float32Array, truth: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const it of says) most = Math.max(most, it);
  let total = 0;
  for (let at = 0; at < says.length; at++) {
    says[at] = Math.exp((says[at] ?? 0) - most);
    total += says[at] ?? 0;
  }
  for (let at = 0; at < says.length; at++) says[at] = (says[at] ?? 0) / total - Number(at === truth);
}

/** Adds as many numbers as a field is made of, so many times. */
function addRow(to: Float32Array, at: number, from: Float32Array, start: number, times: number): void {
  for (let part = 0; part < WIDTH; part++)
    to[at + part] = (to[at + part] ?? 0) + times * (from[start + part] ?? 0);
}

/** The same things in another order. */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last--) {
    const other = random.between(0, last);
    [all[last], all[other]] = [all[other] as Item, all[last] as Item];
  }
  return all;
}

/** A number about nought, mostly no further from it than 1. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
