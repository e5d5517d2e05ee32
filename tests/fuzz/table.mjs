// What did the fuzzers do? node tests/fuzz/table.mjs BUILD_FOLDER TARGET... reads their logs and prints a table.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns what one log says: the last status line and the final statistics.
 * @param {string} log
 */
export function figuresOf(log) {
  const last = (/** @type {RegExp} */ pattern) => [...log.matchAll(pattern)].at(-1)?.[1] ?? '';
  return {
    executions: Number(last(/stat::number_of_executed_units:\s+(\d+)/g) || last(/^#(\d+)\s/gm)),
    coverage: Number(last(/cov: (\d+)/g)),
    features: Number(last(/ft: (\d+)/g)),
    slowest: Number(last(/stat::slowest_unit_time_sec:\s+(\d+)/g)),
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
  console.log('| target | executions | cov | ft | smallest corpus | slowest unit | peak memory | fault |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const target of targets) {
    const { executions, coverage, features, slowest, peakMegabytes, fault } = figuresOf(readFileSync(join(build, `${target}.log`), 'utf8'));
    const cells = [
      target,
      executions.toLocaleString('en'),
      coverage,
      features,
      sizeOf(join(build, 'merged', target)),
      `${slowest} s`,
      `${peakMegabytes} MB`,
      fault || 'none',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
