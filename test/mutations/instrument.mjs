/**
 * The text of a file in which every mutant stands beside the code that it replaces, to be switched on by its number.
 *
 * @param {string} text
 * @param {readonly { id: number, start: number, end: number, replacement: string, isStatement: boolean }[]} mutants
 */
export function instrumented(text, mutants) {
  const outerFirst = [...mutants].sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id)
  return written(text, outerFirst, 0, text.length)
}

function written(text, mutants, start, end) {
  let [result, at, next] = ['', start, 0]
  while (next < mutants.length) {
    const { start: from, end: to } = mutants[next]
    const inside = mutants.slice(next).filter((each) => each.start < to)
    const here = inside.filter((each) => each.start === from && each.end === to)
    const nested = inside.filter((each) => !here.includes(each))
    result += text.slice(at, from) + switched(here, written(text, nested, from, to))
    at = to
    next += inside.length
  }
  return result + text.slice(at, end)
}

/** A statement and the expression that it is have one range: the mutants of the expression go inside. */
function switched(mutants, original) {
  const statement = mutants.find(({ isStatement }) => isStatement)
  const expression = mutants
    .filter((each) => each !== statement)
    .reduceRight((otherwise, { id, replacement }) => `${test(id)} ? (${replacement}) : ${otherwise}`, `(${original})`)
  const inner = mutants.length > (statement === undefined ? 0 : 1) ? `(${expression})` : original
  return statement === undefined ? inner : `{ if (${test(statement.id)}) {} else { ${inner} } }`
}

const test = (id) => `globalThis.__isMutant(${id})`
