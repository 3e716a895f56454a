// For viewers of static analysis: SARIF 2.1.0, written photo by photo. Findings are results,
// problems are notifications of the one invocation.
import { sentence } from '../messages/findings.js';
import { printableJson } from '../terminal/escape.js';
import type { Finding, Severity } from '../types/finding.js';
import type { PhotoReport, ReportEvent, ReportHead } from '../types/report.js';
import type { ScanProblem } from '../types/target.js';
import { fileUri } from './file-uri.js';
import type { Reporter, ReporterOptions } from './reporter.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF knows three; the severity itself is among the properties. */
const LEVELS: Readonly<Record<Severity, string>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note' };

export const sarif: Reporter = {
  format: 'sarif',
  order: 'sorted',
  async *render(head, events, options) {
    // Nothing is written before the first event: by then all checks have passed.
    let start = opening(head, options);
    let separator = '\n';
    const notifications: object[] = [];
    for await (const event of events) {
      const results = resultsOf(event, options).map((result) => `        ${printableJson(result)}`);
      if (event.type === 'problem') notifications.push(notification(event.problem, options));
      const end = event.type === 'summary' ? closing(event, notifications) : '';
      yield start + (results.length === 0 ? '' : separator + results.join(',\n')) + end;
      if (results.length > 0) separator = ',\n';
      start = '';
    }
  },
};

function opening({ tool, rules, fast, services, roots }: ReportHead, options: ReporterOptions): string {
  const described = rules.map((id) => ({ id, rule: options.rules.find((rule) => rule.id === id) }));
  const driver = {
    name: tool.name,
    version: tool.version,
    rules: described.map(({ id, rule }) => ({
      id,
      ...(rule && { name: rule.title, fullDescription: { text: rule.meaning } }),
      ...(rule && { defaultConfiguration: { level: LEVELS[rule.severity] } }),
    })),
  };
  return [
    `{\n  "$schema": ${printableJson(SCHEMA)},\n  "version": "2.1.0",\n  "runs": [\n    {`,
    `      "tool": ${printableJson({ driver })},`,
    `      "properties": ${printableJson({ roots, fast, services })},`,
    '      "results": [',
  ].join('\n');
}

function closing(
  { summary, exitCode }: Extract<ReportEvent, { type: 'summary' }>,
  toolExecutionNotifications: readonly object[],
): string {
  const invocation = {
    // False where a file was not examined in full: its results are missing here.
    executionSuccessful: summary.complete,
    exitCode,
    toolExecutionNotifications,
    properties: { summary },
  };
  return `\n      ],\n      "invocations": [${printableJson(invocation)}]\n    }\n  ]\n}\n`;
}

function resultsOf(event: ReportEvent, options: ReporterOptions): object[] {
  if (event.type !== 'photo') return [];
  return event.photo.findings.map((finding) => resultOf(event.photo, finding, options));
}

function resultOf(photo: PhotoReport, finding: Finding, options: ReporterOptions): object {
  const { rule, severity, score, proved, accepted, known, source, region, evidence, fingerprint } = finding;
  const { verdict, examination, originalPath, takenAt, group } = photo;
  return {
    ruleId: rule,
    level: LEVELS[severity],
    // 0 to 100.
    rank: Math.round(score * 1000) / 10,
    message: { text: sentence(finding) },
    locations: [locationOf(photo.path, options)],
    fingerprints: { 'lenscap/v1': fingerprint },
    ...(known !== null && { baselineState: known ? 'unchanged' : 'new' }),
    ...(accepted !== null && {
      suppressions: [{ kind: 'external', ...(accepted.reason !== null && { justification: accepted.reason }) }],
    }),
    properties: {
      ...{ severity, score, proved, source, region, evidence, accepted },
      photo: { verdict, examination, originalPath, takenAt, group },
    },
  };
}

function notification({ path, phase, code, message }: ScanProblem, options: ReporterOptions): object {
  return {
    level: 'error',
    descriptor: { id: code },
    message: { text: message },
    locations: [locationOf(path, options)],
    properties: { phase },
  };
}

/** Also with the path as it is: a URI cannot hold every name. */
function locationOf(path: string, { shell }: ReporterOptions): object {
  return { physicalLocation: { artifactLocation: { uri: fileUri(path, shell) }, properties: { path } } };
}
