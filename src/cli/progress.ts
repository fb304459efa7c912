/** Tells a person at a terminal what is being done; says nothing elsewhere. */
export interface Progress {
  step(what: string): void
  done(): void
}

/** Progress on a stream, on one line that is wiped at the end. */
export function progressOn(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  if (stream.isTTY !== true) return { step: () => undefined, done: () => undefined }
  return {
    step: (what) => stream.write(`\r\u001b[K${what} ...`),
    done: () => stream.write('\r\u001b[K'),
  }
}
