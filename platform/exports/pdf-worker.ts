import { createRequire } from 'node:module'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'

/** What is to be printed: every cell in words. */
export type Sheet = {
  title: string
  filter: string
  madeAt: string
  made: string
  columns: { label: string; right: boolean }[]
  rows: string[][]
  totals: string[][]
}

const fontFolder = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto')
const font = (name: string) => path.join(fontFolder, `Roboto-${name}.ttf`)

const cellsOf = ({ columns }: Sheet, cells: string[], more: object = {}) =>
  cells.map((text, at) => ({ text, alignment: columns[at]?.right ? 'right' : 'left', ...more }))

const definition = (sheet: Sheet): TDocumentDefinitions => ({
  info: { title: sheet.title, creationDate: new Date(sheet.madeAt), modDate: new Date(sheet.madeAt) },
  pageSize: 'A4',
  pageOrientation: sheet.columns.length > 5 ? 'landscape' : 'portrait',
  pageMargins: [36, 40, 36, 44],
  defaultStyle: { fontSize: sheet.columns.length > 9 ? 7 : 8.5 },
  footer: (page, pages) => ({
    columns: [{ text: sheet.made }, { text: `Page ${page} of ${pages}`, alignment: 'right' }],
    margin: [36, 12, 36, 0],
    fontSize: 8,
  }),
  content: [
    { text: sheet.title, fontSize: 16, bold: true },
    {
      text: [sheet.filter, `${sheet.rows.length} ${sheet.rows.length === 1 ? 'row' : 'rows'}`].filter(Boolean).join(' · '),
      margin: [0, 2, 0, 10],
    },
    {
      layout: 'lightHorizontalLines',
      table: {
        headerRows: 1,
        // In narrow columns a row may be higher than a page.
        dontBreakRows: sheet.columns.length <= 12,
        widths: sheet.columns.map(({ right }) => (right ? 'auto' : '*')),
        body: [
          cellsOf(
            sheet,
            sheet.columns.map(({ label }) => label),
            { bold: true },
          ),
          ...sheet.rows.map((cells) => cellsOf(sheet, cells)),
          ...sheet.totals.map((cells) => cellsOf(sheet, cells, { bold: true })),
        ] as never,
      },
    },
  ],
})

pdfmake.setFonts({ Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') } })
// What stands in a cell must neither fetch anything nor open a file.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((file) => path.dirname(path.resolve(file)) === fontFolder)

const bytes = await pdfmake.createPdf(definition(workerData as Sheet)).getBuffer()
parentPort?.postMessage(new Uint8Array(bytes))
