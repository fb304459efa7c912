/**
 * Counts the tokens of every named function of `src/`, functions inside it included, and prints how many the median and
 * the densest tenth have. A function above the ceiling must be on the list of `density.json`, and no denser than there.
 *
 *   node .config/density.mjs          checks (part of `npm run lint`)
 *   node .config/density.mjs --write  writes the list anew; a review refuses one that has grown
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import ts from 'typescript'

const source = new URL('../src/', import.meta.url)
const list = new URL('density.json', import.meta.url)
/** What is on the list may grow to the next of these steps. */
const STEP = 50
const { ceiling, denser } = JSON.parse(readFileSync(list, 'utf8'))

const functions = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort()
  .flatMap((file) => functionsOf(file, readFileSync(new URL(file, source), 'utf8')))
const above = functions.filter(({ tokens }) => tokens > ceiling)

const sorted = functions.map(({ tokens }) => tokens).sort((a, b) => a - b)
const at = (share) => sorted[Math.floor(share * (sorted.length - 1))]
console.log(
  `${functions.length} functions: median ${at(0.5)} tokens, nine tenths up to ${at(0.9)}, longest ${at(1)}; ` +
    `${above.length} above ${ceiling}`,
)

const wanted = Object.fromEntries(
  [...above].sort((a, b) => a.tokens - b.tokens).map(({ id, tokens }) => [id, Math.ceil(tokens / STEP) * STEP]),
)
if (process.argv.includes('--write')) writeFileSync(list, `${JSON.stringify({ ceiling, denser: wanted }, null, 2)}\n`)
else {
  const longer = Object.keys(wanted).filter((id) => wanted[id] > (denser[id] ?? 0))
  const shorter = Object.keys(denser).filter((id) => denser[id] > (wanted[id] ?? 0))
  for (const id of longer)
    console.error(`${id}: up to ${wanted[id]} tokens, ${denser[id] ?? ceiling} allowed. Split it into named steps.`)
  for (const id of shorter)
    console.error(`${id}: shorter than .config/density.json has it. Run: node .config/density.mjs --write`)
  process.exitCode = longer.length + shorter.length > 0 ? 1 : 0
}

function functionsOf(file, text) {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const found = []
  const visit = (node, isInside) => {
    const name = nameOf(node)
    if (name !== undefined && !isInside) found.push({ id: `${file} ${name}`, tokens: tokensOf(node) })
    ts.forEachChild(node, (child) => visit(child, isInside || name !== undefined))
  }
  visit(tree, false)
  return found
}

/** The name of a function, of a method, or of the constant that holds an arrow function. */
function nameOf(node) {
  if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body !== undefined)
    return node.name?.getText()
  const holdsFunction =
    ts.isVariableDeclaration(node) &&
    node.initializer !== undefined &&
    (ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer))
  return holdsFunction ? node.name.getText() : undefined
}

function tokensOf(node) {
  if (node.kind === ts.SyntaxKind.JSDoc) return 0
  const children = node.getChildren()
  return children.length === 0 ? Number(node.getWidth() > 0) : children.reduce((sum, each) => sum + tokensOf(each), 0)
}
