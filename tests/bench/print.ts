import type { Table } from './report.ts';
import type { Verdict } from './verdicts.ts';

const READING =
  'Every cell is the median (lowest–highest). "extra" is the difference to the page alone of the same round, × the ratio of the medians; ~ says that the range includes zero, so that it cannot be told from nothing.';

type Report = {
  head: string[];
  tables: readonly Table[];
  verdicts: readonly Verdict[];
  faults: readonly string[];
};

/** For a terminal: columns of equal width. */
export function asText({ head, tables, verdicts, faults }: Report): string {
  const blocks = tables.map((table) => `${table.title}\n${grid(table)}`);
  const end = verdicts.map((one) => `${word(one).padEnd(8)} ${one.text}`);
  return [
    ...head,
    '',
    READING,
    '',
    blocks.join('\n\n'),
    '',
    ...end,
    ...faults.map((one) => `FAULT    ${one}`),
  ].join('\n');
}

/** For `out/bench.md`. */
export function asMarkdown({ head, tables, verdicts, faults }: Report): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const blocks = tables.map(({ title, note, head: names, rows }) =>
    [`## ${title}`, '', note, '', line(names), line(names.map(() => '---')), ...rows.map(line)].join('\n'),
  );
  const end = verdicts.map((one) => `- **${word(one)}** ${one.text}`);
  const broken = faults.length > 0 ? ['', '## Faults', '', ...faults.map((one) => `- ${one}`)] : [];
  return [
    '# What it costs the page',
    '',
    head.join(' '),
    '',
    READING,
    '',
    blocks.join('\n\n'),
    '',
    '## Aims',
    '',
    ...end,
    ...broken,
    '',
  ].join('\n');
}

const word = ({ met }: Verdict) => (met ? 'met' : 'not met');

function grid({ head, rows }: Table): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
