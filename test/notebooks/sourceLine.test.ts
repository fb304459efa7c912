import { describe, expect, it } from 'vitest'
import { sourceLine } from '../../src/notebooks/sourceLine.js'

describe('sourceLine', () => {
  const source = `import { a } from 'a'

interface Ward {
  name: string
}
// the ward
const ward: Ward = { name: 'Aspley' }

function shout(each: Ward): string {
  return each.name.toUpper()
}
shout(ward)`
  const ran = `(function(exports, require) { "use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ward = exports.tsLastExpr = void 0;
// the ward
const ward = { name: 'Aspley' };
exports.ward = ward;
function shout(each) {
    return each.name.toUpper();
}
exports.tsLastExpr = shout(ward);
})(__tslab__.exports, __tslab__.require)`

  it.each([
    ['the body of a function', 8, 22, 10],
    ['the last expression', 10, 22, 12],
    ['a declaration', 5, 14, 7],
    ['what stands before every word of the cell', 1, 1, 1],
  ])('finds %s in the cell', (_, line, column, expected) => {
    expect(sourceLine(source, ran, line, column)).toBe(expected)
  })

  it('gives the first line of a cell without words', () => {
    expect(sourceLine('', '', 3, 3)).toBe(1)
  })
})
