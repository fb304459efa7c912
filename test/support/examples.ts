import { runInThisContext } from 'node:vm'
import ts from 'typescript'

/** A public export with its doc comment, as the examples test needs it. */
export interface DocumentedExport {
  readonly entry: string
  readonly name: string
  readonly kind: 'function' | 'class' | 'constant' | 'type'
  readonly file: string
  readonly summary: string
  readonly examples: readonly string[]
}

/** Every export of the public entries with the text of its doc comment. */
export function documentedExports(entries: Readonly<Record<string, string>>): DocumentedExport[] {
  const program = ts.createProgram(Object.values(entries), {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
  })
  const checker = program.getTypeChecker()
  return Object.entries(entries).flatMap(([entry, path]) => {
    const source = program.getSourceFile(path)
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source)
    if (module === undefined) throw new Error(`no module ${path}`)
    return checker.getExportsOfModule(module).map((symbol): DocumentedExport => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      return {
        entry,
        name: symbol.name,
        kind: kindOf(target),
        file: target.declarations?.[0]?.getSourceFile().fileName ?? '',
        summary: ts.displayPartsToString(target.getDocumentationComment(checker)),
        examples: target
          .getJsDocTags(checker)
          .filter((tag) => tag.name === 'example')
          .map((tag) => ts.displayPartsToString(tag.text)),
      }
    })
  })
}

function kindOf(symbol: ts.Symbol): DocumentedExport['kind'] {
  if (symbol.flags & ts.SymbolFlags.Function) return 'function'
  if (symbol.flags & ts.SymbolFlags.Class) return 'class'
  if (symbol.flags & ts.SymbolFlags.Variable) return 'constant'
  return 'type'
}

/** Modules by the name under which an example imports them. */
export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>
/** Compares what an example's line gives with what its comment says. */
export type Check = (actual: () => unknown, expected: unknown, line: string) => Promise<void>

const RESULT = /^(?<expression>.*\S)\s*\/\/ => (?<expected>.*)$/
const THROWS = /^(?<expression>.*\S)\s*\/\/ throws '(?<code>[a-z-]+)'$/
const IMPORT = /^import (?:type )?\{(?<names>[^}]*)\} from '(?<from>[^']+)'$/

/**
 * Runs an example: imports are taken from `modules`; a line `expression // => value` or `expression // throws 'code'`
 * is checked; everything else is executed as it stands.
 */
export async function runExample(text: string, modules: Modules, check: Check): Promise<number> {
  let checks = 0
  const body = text.split('\n').map((line) => {
    const imported = IMPORT.exec(line.trim())?.groups
    if (imported !== undefined)
      return (
        `const {${(imported['names'] ?? '').replace(/ as /g, ': ').replace(/type /g, '')}} = ` +
        `modules[${JSON.stringify(imported['from'])}]`
      )
    const thrown = THROWS.exec(line)?.groups
    const result = RESULT.exec(line)?.groups
    const found = thrown ?? result
    if (found === undefined) return line
    checks += 1
    const expected =
      thrown === undefined ? (result?.['expected'] ?? '') : `{ throws: ${JSON.stringify(thrown['code'])} }`
    return `await check(async () => (${found['expression'] ?? ''}), (${expected}), ${JSON.stringify(line)})`
  })
  const script = ts.transpileModule(`async function example(modules, check) {\n${body.join('\n')}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  }).outputText
  const example = runInThisContext(`(() => { ${script}; return example })()`) as (
    modules: Modules,
    check: Check,
  ) => Promise<void>
  await example(modules, check)
  return checks
}
