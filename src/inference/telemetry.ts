// Stops ONNX Runtime from collecting and reporting usage. The variable must be set
// before the library is loaded. Nothing leaves this computer.

/**
 * The library's own switch. Without it the library resolves its vendor's host name, and keeps a
 * device id and a queue of events in the home folder.
 */
export const NO_TELEMETRY = { ORT_DISABLE_TELEMETRY: '1' } as const;

/** Must be called in every process that loads the library itself. */
export function forbidTelemetry(): void {
  Object.assign(process.env, NO_TELEMETRY);
}
