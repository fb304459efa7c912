import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { saidOf } from './examples.js'

const load = createRequire(import.meta.url)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** An example as a reader pastes it, and where it stands. */
export interface PastedExample {
  readonly where: string
  readonly text: string
}

/** The compilers of readers: an editor's, strict as this repository is, and that of a notebook. */
export const SETTINGS = {
  strict: { compiler: () => ts, options: strictOptions },
  notebook: {
    compiler: () => load('@tslab/typescript-for-tslab') as typeof ts,
    options: notebookOptions,
  },
} as const

function strictOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
  const ofFile = Object.entries(options).filter(([name]) => !['rootDir', 'outDir', 'declaration'].includes(name))
  return { ...Object.fromEntries(ofFile), noEmit: true, noUnusedLocals: false }
}

/** As tslab 1.0.22 sets them on Node 18 and newer, in its converter.js. */
function notebookOptions(): ts.CompilerOptions {
  return {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    esModuleInterop: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    experimentalDecorators: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    typeRoots: [join(root, 'node_modules', '@types')],
    noEmit: true,
  }
}

/** What a compiler has against each example, by where it stands; all of them are one program. */
export function typeProblems(
  examples: readonly PastedExample[],
  setting: keyof typeof SETTINGS,
): ReadonlyMap<string, readonly string[]> {
  const { compiler: compilerOf, options } = SETTINGS[setting]
  const compiler = compilerOf()
  const files = new Map(examples.map(({ text }, i) => [join(root, `example-${i}.ts`), `${text}\nexport {}\n`]))
  const host = compiler.createCompilerHost(options())
  const real = { ...host }
  Object.assign(host, {
    getSourceFile: (name: string, language: ts.ScriptTarget, ...rest: []) => {
      const text = files.get(name)
      return text === undefined
        ? real.getSourceFile(name, language, ...rest)
        : compiler.createSourceFile(name, text, language, true)
    },
    fileExists: (name: string) => files.has(name) || real.fileExists(name),
    readFile: (name: string) => files.get(name) ?? real.readFile(name),
  })
  const program = compiler.createProgram([...files.keys()], options(), host)
  const names = [...files.keys()]
  return new Map(
    examples.map(({ where }, i) => {
      const source = program.getSourceFile(names[i] ?? '')
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      return [where, found.flatMap((each) => toldIn(each, compiler))]
    }),
  )
}

/** A statement that shows what is refused may be refused by the types already. */
function toldIn({ file, start = 0, messageText }: ts.Diagnostic, compiler: typeof ts): string[] {
  if (file === undefined) return [compiler.flattenDiagnosticMessageText(messageText, ' ')]
  const statement = file.statements.find(({ pos, end }) => pos <= start && start < end)
  if (statement !== undefined && saidOf(statement, file.text)?.kind === 'throws') return []
  const line = file.getLineAndCharacterOfPosition(start).line + 1
  return [`line ${line}: ${compiler.flattenDiagnosticMessageText(messageText, ' ')}`]
}
