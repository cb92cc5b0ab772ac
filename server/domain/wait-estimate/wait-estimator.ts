// How long somebody will wait from a moment on: a tenth of such waits is shorter than `lowMs`, half than `medianMs`, nine
// tenths than `highMs`.
export type WaitEstimate = { readonly lowMs: number; readonly medianMs: number; readonly highMs: number };
