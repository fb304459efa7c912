/** The bytes of a source file, with the name that messages and reports use. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}
