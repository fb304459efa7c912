/** Tells a person at a terminal what is being done; says nothing elsewhere. */
export interface Progress {
  /** Does some work that names its steps; the line is wiped at the end, also of work that fails. */
  during<Result>(work: (step: (what: string) => void) => Promise<Result>): Promise<Result>
}

/** Progress on a stream, on one line. */
export function progressOn(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  const onProgress = (text: string): void => {
    if (stream.isTTY === true) stream.write(`\r\u001b[K${text}`)
  }
  return {
    during: async (work) => {
      try {
        return await work((what) => {
          onProgress(`${what} ...`)
        })
      } finally {
        onProgress('')
      }
    },
  }
}
