import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../domain/x12/check/check';
import { readX12File } from '../../domain/x12/read-x12';
import { write835Pieces } from '../../domain/x12/write-835';
import { write837Pieces } from '../../domain/x12/write-837';
import { aBatch, aClaim, aLine, anEnvelope, dollars } from '../../tests/builders/x12/claims';
import { aPaidClaim, aPaidLine, aRemittance, contractual, copay } from '../../tests/builders/x12/remittances';

/**
 * `node dist/bench/edi/main.js [REMITTANCE]`: how fast files are read and written, and in how much memory, each in a
 * process of its own. Without a file it writes one of 270 000 claims, 100 MB. Exit 1: a target is missed.
 */
const remittanceClaims = 270_000;
const batchClaims = 20_000;

interface Measured {
  readonly what: string;
  readonly claims: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly peakMb: number;
  readonly held: boolean;
  readonly mostMb: number;
}

// What needs a database or the workflow engine is loaded by the process that measures it: the others' memory is their own.
const measurements: Readonly<Record<string, (file: string) => Promise<Omit<Measured, 'peakMb'>>>> = {
  postRemittance: async () => (await import('./posting.js')).postedRemittance(),
  readRemittance,
  writeBatch,
  checkBatch,
};

async function main(): Promise<void> {
  const [first = '', file = ''] = process.argv.slice(2);
  if (first === 'told') return (await import('./told.js')).toldClaims();
  const measure = measurements[first];
  if (measure) return report({ ...(await measure(file)), peakMb: Math.round(process.resourceUsage().maxRSS / 1024) });
  const folder = mkdtempSync(join(tmpdir(), 'kept-bench-'));
  try {
    const remittance = existsSync(first) ? first : await writeRemittance(join(folder, 'large.835'));
    const runs = [
      ['readRemittance', remittance],
      ['writeBatch', join(folder, 'batch.837')],
      ['checkBatch', join(folder, 'batch.837')],
      ['postRemittance', ''],
      ['told'],
    ];
    const failed = runs.filter((words) => measureApart(words) !== 0);
    process.exitCode = failed.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureApart(words: readonly string[]): number {
  const [script = ''] = process.argv.slice(1);
  return spawnSync(process.execPath, [script, ...words], { stdio: 'inherit' }).status ?? 1;
}

function report({ what, claims, bytes, seconds, peakMb, mostMb, ...rest }: Measured): void {
  const held = rest.held && peakMb <= mostMb;
  const speed = (bytes / 1e6 / seconds).toFixed(1);
  const size = (bytes / 1e6).toFixed(1);
  const { user, system } = process.cpuUsage();
  const cpu = ((user + system) / 1e6).toFixed(2);
  const figures = `${claims} claims, ${size} MB in ${seconds.toFixed(2)} s = ${speed} MB/s, peak RSS ${peakMb} MB, ${cpu} s of processor in all`;
  process.stdout.write(`${what}: ${figures}${held ? '' : '  TARGET MISSED'}\n`);
  if (!held) process.exitCode = 1;
}

/** Target: 12 MB/s in 200 MB, every claim and the payment tying to the cent. */
async function readRemittance(file: string): Promise<Omit<Measured, 'peakMb'>> {
  const since = performance.now();
  let claims = 0;
  let wrong = 0;
  for await (const event of readX12File(createReadStream(file))) {
    if (event.kind === 'remittance_claim') {
      claims += 1;
      wrong += event.imbalances.length;
    }
    if (event.kind === 'fault') wrong += 1;
    if (event.kind === 'remittance_end') wrong += event.totals.faults.length + (event.imbalance ? 1 : 0);
  }
  const seconds = (performance.now() - since) / 1000;
  const bytes = statSync(file).size;
  return {
    what: '835 read and balanced',
    claims,
    bytes,
    seconds,
    mostMb: 200,
    held: wrong === 0 && bytes / 1e6 / seconds >= 12,
  };
}

/** Target: 20 seconds in 250 MB. */
async function writeBatch(file: string): Promise<Omit<Measured, 'peakMb'>> {
  const since = performance.now();
  const out = createWriteStream(file);
  let bytes = 0;
  let claims = 0;
  for await (const piece of write837Pieces(aBatch([]), someClaims())) {
    bytes += piece.bytes.length;
    claims += piece.claim ? 1 : 0;
    if (!out.write(piece.bytes)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  const seconds = (performance.now() - since) / 1000;
  return { what: '837P written', claims, bytes, seconds, mostMb: 250, held: claims === batchClaims && seconds < 20 };
}

async function checkBatch(file: string): Promise<Omit<Measured, 'peakMb'>> {
  const since = performance.now();
  const { accepted } = await check(file, createReadStream(file));
  const seconds = (performance.now() - since) / 1000;
  return {
    what: '837P checked',
    claims: batchClaims,
    bytes: statSync(file).size,
    seconds,
    mostMb: 250,
    held: accepted,
  };
}

function* someClaims() {
  for (let n = 0; n < batchClaims; n += 1) {
    const controlNumber = `B${String(n).padStart(9, '0')}`;
    const lines = [1, 2].map((line) =>
      aLine({
        lineControlNumber: `${controlNumber}-${line}`,
        charge: dollars(150 + (n % 90)),
        from: `202610${10 + line}`,
      }),
    );
    yield aClaim({ controlNumber, lines });
  }
}

async function writeRemittance(file: string): Promise<string> {
  const claim = (n: number) =>
    aPaidClaim(
      [
        aPaidLine(175.35, [contractual(40.1), copay(25)], { lineControlNumber: `R${n}-1` }),
        aPaidLine(150, [contractual(30)], {
          lineControlNumber: `R${n}-2`,
          amounts: [{ qualifier: 'B6', amount: dollars(120) }],
        }),
      ],
      {
        controlNumber: `R${String(n).padStart(9, '0')}`,
        payerControlNumber: `ICN${String(n).padStart(10, '0')}`,
        references: [{ qualifier: 'EA', value: `MRN${n}` }],
        amounts: [{ qualifier: 'AU', amount: dollars(255.25) }],
        rendering: { entityType: '1', last: 'RIVERA', first: 'ALEX', id: { qualifier: 'XX', value: '1477000115' } },
      },
    );
  const each = claim(0).paid;
  const remittance = aRemittance([], [], { amount: dollars((each * remittanceClaims) / 100) });
  function* claims() {
    for (let n = 0; n < remittanceClaims; n += 1) yield claim(n);
  }
  const out = createWriteStream(file);
  for (const piece of write835Pieces(anEnvelope(), remittance, claims()))
    if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  return file;
}

void main();
