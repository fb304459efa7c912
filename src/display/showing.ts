import { inspect } from 'node:util'

/** What is said where nobody waits for what is shown. */
const NOTE =
  'show was called without await: write `await show(...)`, so that its output and its errors belong to this cell.'

/**
 * The promise of something that is being shown. It notices whether anybody waits for it: a cell that does not may end
 * before its output is there.
 */
export class Showing extends Promise<void> {
  /** What follows it is a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  #isNoticed = false

  /** The promise of some work; `tell` is given the note once the work is done, where nobody waits for it. */
  static of(work: Promise<void>, onNotice: (note: string) => Promise<void>): Showing {
    const showing = new Showing((done, fail) => void work.then(done, fail))
    const later = (): void => {
      setImmediate(() => {
        if (!showing.#isNoticed) void onNotice(NOTE)
      })
    }
    void work.then(later, later)
    return showing
  }

  override then<Done = void, Failed = never>(
    ...[done, fail]: Parameters<Promise<void>['then']>
  ): Promise<Done | Failed> {
    this.#isNoticed = true
    return super.then(done, fail) as Promise<Done | Failed>
  }

  /** As the last expression of a cell it is the note, which is then said once. */
  [inspect.custom](): string {
    this.#isNoticed = true
    return NOTE
  }
}
