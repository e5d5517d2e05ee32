// What did the fuzzers do? node tests/fuzz/table.mjs BUILD_FOLDER TARGET... reads their logs and prints a table.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns what one log says: the last status line, the final statistics and what run.sh's `time` added. The slowest unit is that
 * in processor time (libfuzzer_entry.cpp).
 * @param {string} log
 */
export function figuresOf(log) {
  const last = (/** @type {RegExp} */ pattern) => [...log.matchAll(pattern)].at(-1)?.[1] ?? '';
  return {
    executions: Number(last(/stat::number_of_executed_units:\s+(\d+)/g) || last(/^#(\d+)\s/gm)),
    coverage: Number(last(/cov: (\d+)/g)),
    features: Number(last(/ft: (\d+)/g)),
    wallSeconds: Number(last(/stat::wall_seconds: (\d+)/g)),
    processorSeconds: Number(last(/stat::user_seconds: (\d+)/g)) + Number(last(/stat::system_seconds: (\d+)/g)),
    slowestMilliseconds: Number(last(/stat::slowest_processor_ms: (\d+)/g)),
    peakMegabytes: Number(last(/stat::peak_rss_mb:\s+(\d+)/g) || last(/rss: (\d+)Mb/g)),
    fault: last(/^(?:SUMMARY|complaint): (.*)/gm),
  };
}

/** @param {string} folder */
function sizeOf(folder) {
  const files = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return `${files.length} inputs, ${Math.ceil(files.reduce((sum, size) => sum + size, 0) / 1024)} kB`;
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [build, ...targets] = process.argv.slice(2);
  console.log('| target | wall | processor | executions | cov | ft | smallest corpus | slowest unit | peak memory | fault |');
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const target of targets) {
    const figures = figuresOf(readFileSync(join(build, `${target}.log`), 'utf8'));
    const cells = [
      target,
      `${Math.round(figures.wallSeconds / 60)} min`,
      `${figures.processorSeconds} s`,
      figures.executions.toLocaleString('en'),
      figures.coverage.toLocaleString('en'),
      figures.features.toLocaleString('en'),
      sizeOf(join(build, 'merged', target)),
      `${figures.slowestMilliseconds} ms`,
      `${figures.peakMegabytes} MB`,
      figures.fault || 'none',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
