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

/** What an example says of an expression: its value, or the code of the error that it throws. */
interface Said {
  readonly kind: '=>' | 'throws'
  readonly text: string
}

const SAID = /^[ \t]*(?:\n[ \t]*)?\/\/ (?<kind>=>|throws) (?<text>.*(?:\n[ \t]*\/\/ {3,}.*)*)/

/** What stands behind a statement, on its line or the next; it may go on in indented comments. */
export function saidOf(statement: ts.Statement, text: string): Said | undefined {
  const found = SAID.exec(text.slice(statement.end))?.groups
  if (found === undefined) return undefined
  return { kind: found['kind'] as Said['kind'], text: (found['text'] ?? '').replace(/\n[ \t]*\/\/ +/g, ' ') }
}

/**
 * Runs an example: imports are taken from `modules`; an expression that is followed by `// => value` or `// throws
 * 'code'` is checked; everything else is executed as it stands.
 */
export async function runExample(text: string, modules: Modules, check: Check): Promise<number> {
  const source = ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2022, true)
  let checks = 0
  const body = source.statements.map((statement) => {
    if (ts.isImportDeclaration(statement)) return importInWords(statement)
    const said = ts.isExpressionStatement(statement) ? saidOf(statement, text) : undefined
    if (said === undefined || !ts.isExpressionStatement(statement)) return statement.getText(source)
    checks += 1
    const expected = said.kind === '=>' ? said.text : `{ throws: ${said.text} }`
    const expression = statement.expression.getText(source)
    return `await check(async () => (${expression}), (${expected}), ${JSON.stringify(statement.getText(source))})`
  })
  const written = text.match(/\/\/ (=>|throws ')/g)?.length ?? 0
  if (checks !== written) throw new Error(`${checks} of the ${written} results of the example are checked:\n${text}`)
  const script = ts.transpileModule(`async function example(modules, check) {\n${body.join(';\n')}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  }).outputText
  const example = runInThisContext(`(() => { ${script}; return example })()`) as (
    modules: Modules,
    check: Check,
  ) => Promise<void>
  await example(modules, check)
  return checks
}

/** An import as a statement that takes the names from the modules; types are no values. */
function importInWords({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const bindings = importClause?.namedBindings
  if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || bindings === undefined) return ''
  const from = `modules[${moduleSpecifier.getText()}]`
  if (ts.isNamespaceImport(bindings)) return `const ${bindings.name.text} = ${from}`
  const names = bindings.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name, propertyName }) => (propertyName === undefined ? name.text : `${propertyName.text}: ${name.text}`))
  return `const { ${names.join(', ')} } = ${from}`
}
