// The part of the package `escpos` (3.0.0-alpha.6, which has no types of its own) that is used here: composing commands
// into a buffer. Its adapters and its images are not used.
declare module 'escpos' {
  type Composer = {
    hardware(command: 'INIT'): Composer;
    raw(bytes: Buffer): Composer;
    feed(lines?: number): Composer;
    cut(part?: boolean, feed?: number): Composer;
    buffer: { flush(): Buffer };
  };
  const escpos: { Printer: new (adapter: object, options?: { encoding?: string }) => Composer };
  export = escpos;
}
