// ONNX Runtime counts and reports how it is used, unless it is told not to before it is loaded. Nothing leaves this machine.

/** Its own switch: without it the library asks for its maker's host, and keeps a device number and a queue of events in the home folder. */
export const NO_TELEMETRY = { ORT_DISABLE_TELEMETRY: '1' } as const;

/** For every process that loads the library itself. */
export function forbidTelemetry(): void {
  Object.assign(process.env, NO_TELEMETRY);
}
