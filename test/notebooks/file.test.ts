import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Notebook,
  parseNotebook,
  printNotebook,
  readNotebook,
  readNotebookFile,
  writeNotebook,
} from '../../src/notebooks/file.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardstick-notebook-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const notebook: Notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
  cells: [
    { cell_type: 'markdown', id: 'title', metadata: {}, source: '# A ward\n\nTwo lines' },
    {
      cell_type: 'code',
      id: 'sum',
      metadata: {},
      source: '1 + 1\n',
      execution_count: 1,
      outputs: [
        { output_type: 'stream', name: 'stdout', text: '2\n' },
        {
          output_type: 'display_data',
          metadata: {},
          data: {
            'text/plain': 'b\na',
            'image/svg+xml': '<svg>\n</svg>',
            'image/png': 'iVBOR\n',
            'application/vnd.vegalite.v5+json': { mark: 'point', $schema: 'x' },
          },
        },
      ],
    },
  ],
}

/** What nbformat 5.11 (`nbformat.writes` and a newline) makes of the notebook above. */
const AS_JUPYTER_WRITES = `{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "title",
   "metadata": {},
   "source": [
    "# A ward\\n",
    "\\n",
    "Two lines"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": 1,
   "id": "sum",
   "metadata": {},
   "outputs": [
    {
     "name": "stdout",
     "output_type": "stream",
     "text": [
      "2\\n"
     ]
    },
    {
     "data": {
      "application/vnd.vegalite.v5+json": {
       "$schema": "x",
       "mark": "point"
      },
      "image/png": "iVBOR\\n",
      "image/svg+xml": [
       "<svg>\\n",
       "</svg>"
      ],
      "text/plain": [
       "b\\n",
       "a"
      ]
     },
     "metadata": {},
     "output_type": "display_data"
    }
   ],
   "source": [
    "1 + 1\\n"
   ]
  }
 ],
 "metadata": {
  "kernelspec": {
   "display_name": "TypeScript",
   "language": "typescript",
   "name": "tslab"
  }
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
`

describe('printNotebook and parseNotebook', () => {
  it('writes the bytes that Jupyter writes', () => {
    expect(printNotebook(notebook)).toBe(AS_JUPYTER_WRITES)
  })

  it('read back what was written, and text that stands as one string', () => {
    expect(parseNotebook('a.ipynb', AS_JUPYTER_WRITES)).toEqual(notebook)
    expect(parseNotebook('a.ipynb', JSON.stringify(notebook))).toEqual(notebook)
  })

  const changed = (change: (cells: Record<string, unknown>[], whole: Record<string, unknown>) => void): string => {
    const copy = JSON.parse(JSON.stringify(notebook)) as { cells: Record<string, unknown>[] }
    change(copy.cells, copy)
    return JSON.stringify(copy)
  }
  it.each([
    [
      'a source that is no text',
      changed(([cell]) => Object.assign(cell ?? {}, { source: 5 })),
      "a.ipynb: not a notebook of nbformat 4.5: cell 1, 'source': text, or a list of lines. Open it in " +
        'JupyterLab and save it again.',
    ],
    [
      'a cell of no kind',
      changed(([, cell]) => Object.assign(cell ?? {}, { cell_type: 'cod' })),
      "cell 2, 'cell_type': ",
    ],
    [
      'an unknown key, which would be lost',
      changed(([, cell]) => Object.assign(cell ?? {}, { note: 1 })),
      'cell 2: Unrecognized key: "note"',
    ],
    [
      'an output without a kind',
      changed(([, cell]) => Object.assign(cell ?? {}, { outputs: [{}] })),
      "cell 2, 'outputs.0.output_type': ",
    ],
    [
      'an id given twice',
      changed(([, cell]) => Object.assign(cell ?? {}, { id: 'title' })),
      "cell 2, 'id': the same as that of cell 1",
    ],
    ['an older format', changed((_, whole) => Object.assign(whole, { nbformat_minor: 2 })), "'nbformat_minor': "],
    ['a file that is no JSON', '{"cells": [', 'not a notebook of nbformat 4.5: '],
    ['a file that is no object', '[]', 'the whole file: '],
  ])('refuses %s, naming the cell and what is wrong', (_, content, message) => {
    expect(() => parseNotebook('a.ipynb', content)).toThrow(
      expect.objectContaining({ code: 'bad-file', message: expect.stringContaining(message) as unknown }) as Error,
    )
  })
})

describe('readNotebook and writeNotebook', () => {
  it('tell a missing file, and a folder in its place', async () => {
    await expect(readNotebook(join(folder, 'none.ipynb'))).rejects.toMatchObject({ code: 'missing-file' })
    await expect(readNotebook(folder)).rejects.toMatchObject({ code: 'bad-file' })
  })

  it('write in the place of the file, through a link, and leave nothing beside it', async () => {
    writeFileSync(join(folder, 'real.ipynb'), 'old')
    symlinkSync(join(folder, 'real.ipynb'), join(folder, 'link.ipynb'))
    expect(await writeNotebook(join(folder, 'link.ipynb'), notebook)).toBe(true)
    expect(readFileSync(join(folder, 'real.ipynb'), 'utf8')).toBe(AS_JUPYTER_WRITES)
    expect(readdirSync(folder).sort()).toEqual(['link.ipynb', 'real.ipynb'])
  })

  it('leave a file alone that holds the same bytes', async () => {
    const file = join(folder, 'same.ipynb')
    expect(await writeNotebook(file, notebook)).toBe(true)
    const { mtimeMs, ino } = statSync(file)
    expect(await writeNotebook(file, notebook)).toBe(false)
    expect(statSync(file)).toMatchObject({ mtimeMs, ino })
  })

  it.runIf(process.platform !== 'win32')('keep the mode of the file', async () => {
    const file = join(folder, 'mode.ipynb')
    writeFileSync(file, 'old')
    for (const mode of [0o600, 0o664, 0o666]) {
      chmodSync(file, mode)
      await writeNotebook(file, { ...notebook, metadata: { mode } })
      expect(statSync(file).mode & 0o777).toBe(mode)
    }
  })

  it('leave a file as it is that was saved since it was read', async () => {
    const file = join(folder, 'saved.ipynb')
    await writeNotebook(file, notebook)
    const { content } = await readNotebookFile(file)
    writeFileSync(file, 'saved by another')
    const changed = { ...notebook, metadata: {} }
    await expect(writeNotebook(file, changed, content)).rejects.toMatchObject({ code: 'saved-meanwhile' })
    rmSync(file)
    await expect(writeNotebook(file, changed, content)).rejects.toMatchObject({ code: 'saved-meanwhile' })
    writeFileSync(file, content)
    expect(await writeNotebook(file, changed, content)).toBe(true)
  })

  it('say that a folder is not there to write to', async () => {
    await expect(writeNotebook(join(folder, 'no', 'a.ipynb'), notebook)).rejects.toMatchObject({
      code: 'unwritable',
      message: expect.stringContaining('Copy the notebook') as unknown,
    })
  })
})
