#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { InternalError, WardstickError, failedOutput, internal, usage } from '../errors.js'
import type { NotebookRunCommand } from './notebookCommands.js'
import { addPanelCommands } from './panelProgram.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

interface CommonOptions {
  readonly json?: true
  readonly data?: string
}

/**
 * Errors are JSON for a program that asks for JSON; also those of the arguments, which are told before they are read.
 */
const asJson = process.argv.includes('--json')

const program = new Command('wardstick')
  .description(
    'A yardstick for wards: what changed around a neighbourhood through austerity, how sure that is, and what ' +
      'it cannot say.',
  )
  .version(version)
  .exitOverride()
  .configureOutput({
    outputError: (text, write) => write(text.replace(/^error: /, '')),
    writeErr: (text) => {
      if (!asJson) process.stderr.write(text)
    },
  })
  .showHelpAfterError("Run 'wardstick --help' for the commands and their options.")

program
  .command('study')
  .description('run a study and write its page, findings, tables and charts')
  .argument('<study>', 'a built-in study (aspley, peterborough) or the path of a study file')
  .option('--out <folder>', 'folder below which the study gets a folder of its own', 'out')
  .option(
    '--format <forms>',
    'what to write, separated by commas: page, tables, charts, json',
    'page,tables,charts,json',
  )
  .option('--open', 'open the page in the browser')
  .option('--json', 'print the findings as JSON')
  .option('--data <folder>', 'use the tables of this folder in place of the built-in ones')
  .action(
    async (
      name: string,
      options: CommonOptions & { readonly out: string; readonly format: string; readonly open?: true },
    ) => {
      const { studyCommand } = await import('./commands.js')
      await studyCommand(name, { ...options, version })
    },
  )

program
  .command('council')
  .description("print a council's profile: its codes, its history, its spending by year")
  .argument('<council>', "its name, GSS code or e-code: 'City of Nottingham UA', E06000018, E3001")
  .option('--as-of <day>', 'look it up as of a day, such as 2009-03-31')
  .option('--json', 'print the profile as JSON')
  .option('--data <folder>', 'use the tables of this folder in place of the built-in ones')
  .action(async (name: string, options: CommonOptions & { readonly asOf?: string }) => {
    const { councilCommand } = await import('./commands.js')
    await councilCommand(name, options)
  })

program
  .command('ward')
  .description("print a ward's profile: its codes, residents and deprivation, the libraries and pools around it")
  .argument('<ward>', 'its name, GSS code or old ONS code, in the wards of 2013: Aspley, E05001823, 00FYNF')
  .option('--council <council>', 'the council that it lies in, by name or code')
  .option('--json', 'print the profile as JSON')
  .option('--data <folder>', 'use the tables of this folder in place of the built-in ones')
  .action(async (name: string, options: CommonOptions & { readonly council?: string }) => {
    const { wardCommand } = await import('./commands.js')
    await wardCommand(name, options)
  })

addPanelCommands(program, version)

const notebook = program
  .command('notebook')
  .description('make a folder for notebooks (packages, kernel, a first notebook) and start JupyterLab in it')
  .argument(
    '[folder]',
    'the folder, made where it is missing; what is in it stays as it is. A folder called run is written ./run',
    'notebooks',
  )
  .argument('[jupyter options...]', 'after --: options of JupyterLab, such as --no-browser --port 8890')
  .option('--no-install', 'do not install the packages of the folder')
  .option('--no-start', 'do not start JupyterLab')
  .action(
    async (
      folder: string,
      jupyterOptions: readonly string[],
      options: { readonly install: boolean; readonly start: boolean },
    ) => {
      const { notebookCommand } = await import('./notebookCommands.js')
      await notebookCommand(folder, jupyterOptions, options)
    },
  )

notebook
  .command('run')
  .description(
    'run the cells of notebooks, without Jupyter, and write their outputs; a cell that fails ends the run, and the ' +
      'file has the outputs until then and the error',
  )
  .argument('<files...>', 'TypeScript notebooks (.ipynb)')
  .option('--check', 'write nothing; tell where the outputs differ from those in the file')
  .option('--allow-errors', 'go on after a cell that fails')
  .option('--timeout <seconds>', 'how long a cell may take; what it has started is ended with it', '120')
  .option('--max-output <megabytes>', 'how much the cells of a notebook may print and display', '10')
  .action(async (files: readonly string[], options: NotebookRunCommand) => {
    const { notebookRunCommand } = await import('./notebookCommands.js')
    await notebookRunCommand(files, options)
  })

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : report(failedOutput(error)))
})
process.stderr.on('error', () => undefined)

if (process.argv.length === 2) program.outputHelp()
else
  await program.parseAsync().catch((error: unknown) => {
    process.exitCode = report(error)
  })

/** Prints what went wrong, without a stack, and gives the exit code: 2 for the user's errors, 1 for ours. */
function report(error: unknown): number {
  if (error instanceof CommanderError && !asJson) return error.exitCode === 0 ? 0 : 2
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const told = asOurs(error)
  const exitCode = told instanceof InternalError ? 1 : 2
  process.stderr.write(`${asJson ? errorJson(told, exitCode) : told.message}\n`)
  return exitCode
}

function asOurs(error: unknown): WardstickError {
  if (error instanceof WardstickError) return error
  if (error instanceof CommanderError) return usage(`${error.message.replace(/^error: /, '').replaceAll('\n', ' ')}.`)
  return internal(error instanceof Error ? error.message : String(error))
}

function errorJson({ name, code, message, data }: WardstickError, exitCode: number): string {
  const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)
  return JSON.stringify({ error: { name, code, message, data, exitCode } }, plain)
}
