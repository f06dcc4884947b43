/** The colours of one picture. */
export type Palette = { ground: string; sky: string; main: string; dark: string; light: string; accent: string }

type Shape = (colours: Palette) => string

const night = '#131a2b'
const metal = '#a9b5c7'
const glass = 'url(#glass)'

const box = (x: number, y: number, width: number, height: number, radius: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" ${more}/>`
const dot = (x: number, y: number, radius: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`
const line = (path: string, stroke: string, width: number, more = '') =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
const area = (path: string, fill: string, more = '') => `<path d="${path}" fill="${fill}" ${more}/>`
const turned = (degrees: number, ...parts: string[]) => `<g transform="rotate(${degrees} 200 200)">${parts.join('')}</g>`
const grid = (columns: number, rows: number, draw: (column: number, row: number) => string) =>
  Array.from({ length: columns * rows }, (_, index) => draw(index % columns, Math.floor(index / columns))).join('')
const waves = (x: number, y: number, stroke: string) =>
  [24, 44, 64]
    .map((radius, index) =>
      line(
        `M${x - radius} ${y - radius * 0.72}A${radius * 1.25} ${radius * 1.25} 0 0 1 ${x + radius} ${y - radius * 0.72}`,
        stroke,
        7,
        `opacity="${0.95 - index * 0.25}"`,
      ),
    )
    .join('')
const shadow = (width: number, y = 338) => `<ellipse cx="200" cy="${y}" rx="${width}" ry="13" fill="#0b1220" opacity="0.22"/>`

const phone: Shape = ({ main, dark, light, accent }) =>
  shadow(118) +
  turned(
    -11,
    box(104, 66, 122, 252, 26, dark),
    box(108, 70, 114, 244, 23, main),
    box(118, 80, 50, 70, 18, dark, 'opacity="0.85"'),
    dot(143, 100, 13, night),
    dot(143, 100, 6, light),
    dot(143, 130, 13, night),
    dot(143, 130, 6, light),
  ) +
  turned(
    7,
    box(184, 70, 126, 258, 26, night),
    box(191, 77, 112, 244, 20, glass),
    dot(247, 90, 4.5, night),
    grid(3, 3, (column, row) =>
      box(
        205 + column * 32,
        214 + row * 32,
        22,
        22,
        7,
        (column + row) % 3 === 0 ? accent : '#ffffff',
        `opacity="${(column + row) % 3 === 0 ? 0.95 : 0.55}"`,
      ),
    ),
    box(205, 120, 86, 10, 5, '#ffffff', 'opacity="0.8"'),
    box(205, 140, 56, 8, 4, '#ffffff', 'opacity="0.5"'),
  )

const keypadPhone: Shape = ({ main, dark, light, accent }) =>
  shadow(80) +
  turned(
    -6,
    box(132, 52, 136, 284, 34, dark),
    box(137, 57, 126, 274, 30, main),
    box(151, 78, 98, 92, 10, night),
    box(157, 84, 86, 80, 6, glass),
    box(168, 104, 46, 8, 4, '#ffffff', 'opacity="0.85"'),
    box(168, 120, 30, 8, 4, '#ffffff', 'opacity="0.5"'),
    dot(200, 196, 18, dark),
    dot(200, 196, 9, accent),
    grid(3, 4, (column, row) => box(154 + column * 33, 226 + row * 24, 26, 16, 8, light, 'opacity="0.92"')),
  )

const tablet: Shape = ({ dark, light, accent, main }) =>
  shadow(140) +
  turned(
    -7,
    box(72, 92, 256, 230, 24, dark),
    box(82, 102, 236, 210, 16, glass),
    box(100, 122, 88, 76, 12, '#ffffff', 'opacity="0.85"'),
    dot(144, 160, 24, accent),
    area('M144 160V136A24 24 0 0 1 166 170Z', main),
    box(202, 122, 98, 12, 6, '#ffffff', 'opacity="0.85"'),
    box(202, 144, 70, 10, 5, '#ffffff', 'opacity="0.55"'),
    [42, 66, 34, 78, 56]
      .map((height, index) => box(106 + index * 40, 292 - height, 26, height, 6, index === 3 ? accent : light, 'opacity="0.9"'))
      .join(''),
  )

const laptop: Shape = ({ dark, main, accent }) =>
  shadow(168, 316) +
  box(82, 92, 236, 172, 16, dark) +
  box(92, 102, 216, 150, 8, glass) +
  area('M92 220L150 166L196 208L244 152L308 214V244A8 8 0 0 1 300 252H100A8 8 0 0 1 92 244Z', main, 'opacity="0.85"') +
  dot(268, 134, 15, accent) +
  area('M46 268H354L374 292A12 12 0 0 1 364 310H36A12 12 0 0 1 26 292Z', metal) +
  area('M30 298H370A12 12 0 0 1 362 310H38A12 12 0 0 1 30 298Z', dark, 'opacity="0.35"') +
  box(164, 270, 72, 10, 5, dark, 'opacity="0.35"')

const desktop: Shape = ({ dark, main, light, accent }) =>
  shadow(160, 326) +
  box(46, 84, 214, 152, 14, dark) +
  box(55, 93, 196, 126, 7, glass) +
  [0, 1, 2, 3]
    .map((index) => box(70, 108 + index * 24, [120, 90, 140, 70][index] ?? 80, 11, 5, index === 2 ? accent : '#ffffff', 'opacity="0.85"'))
    .join('') +
  area('M138 236H168L174 296H132Z', main) +
  box(104, 294, 98, 14, 7, dark) +
  box(278, 102, 82, 212, 14, dark) +
  box(288, 114, 62, 34, 6, main) +
  dot(319, 182, 11, accent) +
  [0, 1, 2, 3].map((index) => box(296, 216 + index * 18, 46, 7, 3.5, light, 'opacity="0.5"')).join('')

const lantern: Shape = ({ main, dark, light, accent }) =>
  `<circle cx="200" cy="196" r="128" fill="url(#glow)"/>` +
  shadow(92) +
  line('M140 132C140 40 260 40 260 132', dark, 13) +
  box(132, 118, 136, 34, 14, main) +
  area('M144 152H256L266 276H134Z', '#fff6d8') +
  area('M160 152H240L246 276H154Z', accent, 'opacity="0.45"') +
  line('M200 178V240M176 190L200 210L224 190', '#ffffff', 8) +
  box(122, 274, 156, 50, 18, main) +
  box(122, 300, 156, 24, 12, dark) +
  dot(200, 296, 9, light)

const solarKit: Shape = ({ main, dark, light, accent }) =>
  dot(318, 86, 34, accent) +
  [0, 45, 90, 135, 180, 225, 270, 315]
    .map((angle) => `<g transform="rotate(${angle} 318 86)">${line('M318 38V26', accent, 7)}</g>`)
    .join('') +
  shadow(160, 330) +
  area('M60 232L108 92H274L296 232Z', dark) +
  area('M70 224L112 100H268L286 224Z', main) +
  [1, 2, 3].map((index) => line(`M${112 + index * 39} 100L${70 + index * 54} 224`, light, 3, 'opacity="0.7"')).join('') +
  [1, 2].map((index) => line(`M${112 - index * 14} ${100 + index * 41.5}H${268 + index * 6}`, light, 3, 'opacity="0.7"')).join('') +
  line('M178 232V316', dark, 10) +
  box(214, 250, 136, 76, 14, dark) +
  box(226, 262, 60, 32, 6, glass) +
  [0, 1, 2].map((index) => dot(304 + index * 17, 278, 5.5, index === 0 ? accent : light)).join('') +
  line('M120 316C80 316 86 268 118 262', dark, 5) +
  dot(122, 250, 22, '#fff6d8') +
  box(113, 266, 18, 16, 4, dark)

const powerBank: Shape = ({ main, dark, light, accent }) =>
  shadow(100) +
  line('M262 112C332 96 350 176 306 206C282 222 290 262 322 260', dark, 9) +
  box(316, 248, 34, 24, 6, metal) +
  turned(
    -12,
    box(112, 74, 156, 252, 34, dark),
    box(118, 80, 144, 240, 30, main),
    area('M118 110A30 30 0 0 1 148 80H188L118 240Z', '#ffffff', 'opacity="0.14"'),
    [0, 1, 2, 3].map((index) => dot(160 + index * 20, 290, 5.5, index < 3 ? accent : dark)).join(''),
    area('M196 134L162 204H190L178 258L222 182H194L210 134Z', light),
  )

const charger: Shape = ({ main, dark, accent }) =>
  shadow(110) +
  line('M196 300C196 350 320 348 320 280V226', dark, 10) +
  box(300, 168, 40, 60, 12, metal) +
  box(310, 150, 20, 22, 5, dark) +
  box(108, 132, 150, 172, 32, dark) +
  box(116, 140, 134, 156, 26, main) +
  box(138, 84, 16, 56, 6, metal) +
  box(212, 84, 16, 56, 6, metal) +
  box(162, 250, 42, 18, 9, night) +
  area('M190 160L162 208H184L176 240L210 196H188Z', accent)

const router: Shape = ({ main, dark, light, accent }) =>
  waves(200, 150, main) +
  shadow(150, 324) +
  [82, 318].map((x, index) => `<g transform="rotate(${index ? 10 : -10} ${x} 240)">${box(x - 8, 104, 16, 150, 8, dark)}</g>`).join('') +
  area('M76 232H324A24 24 0 0 1 348 252L356 290A22 22 0 0 1 334 314H66A22 22 0 0 1 44 290L52 252A24 24 0 0 1 76 232Z', main) +
  area('M48 282H352L356 290A22 22 0 0 1 334 314H66A22 22 0 0 1 44 290Z', dark) +
  [0, 1, 2, 3, 4].map((index) => dot(150 + index * 25, 262, 6, index < 3 ? accent : light)).join('')

const accessPoint: Shape = ({ main, dark, light, accent }) =>
  `<g transform="translate(66 18)">${waves(200, 120, main)}</g>` +
  shadow(60, 352) +
  box(186, 60, 20, 296, 10, dark) +
  box(128, 92, 136, 208, 40, dark) +
  box(136, 100, 120, 192, 34, main) +
  area('M136 134A34 34 0 0 1 170 100H196L136 228Z', '#ffffff', 'opacity="0.16"') +
  line('M168 222C184 202 208 202 224 222M180 238C190 228 202 228 212 238', light, 7) +
  dot(196, 256, 6, accent)

const speaker: Shape = ({ main, dark, light, accent }) =>
  shadow(120) +
  box(96, 64, 208, 272, 44, dark) +
  box(106, 74, 188, 252, 36, main) +
  dot(200, 128, 34, dark) +
  dot(200, 128, 22, light) +
  dot(200, 128, 9, dark) +
  dot(200, 236, 66, dark) +
  dot(200, 236, 52, light) +
  dot(200, 236, 40, main) +
  dot(200, 236, 18, dark) +
  dot(270, 96, 6, accent)

const headset: Shape = ({ main, dark, accent }) =>
  shadow(120) +
  line('M92 230C84 40 316 40 308 230', dark, 22) +
  line('M92 230C84 40 316 40 308 230', main, 10) +
  box(64, 202, 66, 112, 32, dark) +
  box(270, 202, 66, 112, 32, dark) +
  box(112, 212, 30, 92, 15, metal) +
  box(258, 212, 30, 92, 15, metal) +
  dot(90, 258, 14, accent) +
  line('M96 312C104 344 150 348 178 336', dark, 8) +
  box(176, 322, 40, 22, 11, main)

const receiptPrinter: Shape = ({ main, dark, light, accent }) =>
  shadow(130) +
  area('M138 180V66C138 50 156 60 168 54S196 62 208 54S240 62 262 50V180Z', '#fbfdff') +
  [0, 1, 2, 3].map((index) => box(156, 84 + index * 20, [70, 50, 82, 60][index] ?? 60, 7, 3.5, dark, 'opacity="0.35"')).join('') +
  [0, 8, 14, 24, 30, 42, 48, 58, 68, 74].map((x, index) => box(160 + x, 162, index % 3 ? 3 : 6, 20, 0, night, 'opacity="0.75"')).join('') +
  box(84, 172, 232, 156, 30, dark) +
  box(92, 180, 216, 108, 24, main) +
  box(122, 190, 156, 16, 8, night) +
  dot(274, 256, 9, accent) +
  dot(248, 256, 9, light) +
  box(112, 300, 176, 10, 5, light, 'opacity="0.35"')

const scanner: Shape = ({ main, dark, light, accent }) =>
  shadow(120) +
  area('M64 168L18 330H96L72 196Z', '#ff4d4d', 'opacity="0.16"') +
  line('M20 328H94', '#ff4d4d', 5, 'opacity="0.85"') +
  [0, 9, 15, 26, 33, 46, 52, 63].map((x, index) => box(22 + x, 316, index % 3 ? 3 : 6, 26, 0, night, 'opacity="0.7"')).join('') +
  area('M60 150C64 108 110 88 160 92L286 108C320 114 322 158 292 170L226 186L84 214C62 214 56 184 60 150Z', main) +
  area('M60 150C62 128 76 112 96 102L104 208L84 214C62 214 56 184 60 150Z', night) +
  area('M196 184L262 170L300 306C304 326 288 336 272 334L246 330C234 328 228 318 226 308Z', dark) +
  line('M188 190C176 216 190 236 212 232', dark, 10) +
  box(216, 116, 52, 12, 6, light, 'opacity="0.75"') +
  dot(286, 140, 8, accent)

const software: Shape = ({ main, dark, light, accent }) =>
  shadow(140) +
  [0, 1, 2].map((index) => box(70 + index * 22, 84 + index * 34, 216, 176, 18, [light, main, '#fbfdff'][index] ?? light)).join('') +
  area('M114 170A18 18 0 0 1 132 152H312A18 18 0 0 1 330 170V184H114Z', dark) +
  [0, 1, 2].map((index) => dot(134 + index * 18, 168, 5, [accent, light, light][index] ?? light)).join('') +
  [0, 1, 2]
    .map(
      (index) =>
        box(178, 208 + index * 34, [118, 90, 106][index] ?? 90, 11, 5, dark, 'opacity="0.3"') +
        box(134, 202 + index * 34, 24, 24, 7, main) +
        line(`M140 ${214 + index * 34}L145 ${219 + index * 34}L153 ${209 + index * 34}`, '#ffffff', 4),
    )
    .join('')

const installation: Shape = ({ main, dark, light, accent }) =>
  waves(200, 112, main) +
  shadow(150, 334) +
  area('M64 216L200 116L336 216V240H64Z', dark) +
  box(90, 216, 220, 116, 10, '#fbfdff') +
  area('M54 222L200 112L346 222L332 240L200 140L68 240Z', main) +
  box(176, 252, 48, 80, 8, main) +
  dot(214, 294, 4, light) +
  [114, 242].map((x) => box(x, 250, 44, 40, 7, glass)).join('') +
  dot(200, 186, 12, accent)

const printer: Shape = ({ main, dark, light, accent }) =>
  shadow(150) +
  area('M126 150L140 62H260L274 150Z', '#fbfdff') +
  [0, 1, 2].map((index) => box(156, 80 + index * 20, [88, 66, 78][index] ?? 60, 7, 3.5, dark, 'opacity="0.3"')).join('') +
  box(62, 142, 276, 138, 26, main) +
  box(62, 206, 276, 74, 26, dark) +
  box(110, 188, 180, 18, 9, night) +
  area('M122 204H278L296 322H104Z', '#fbfdff') +
  area('M122 204H278L282 230H118Z', dark, 'opacity="0.18"') +
  box(140, 250, 120, 8, 4, main, 'opacity="0.6"') +
  box(136, 272, 88, 8, 4, main, 'opacity="0.4"') +
  dot(302, 168, 8, accent) +
  dot(278, 168, 8, light)

/** What can be drawn. */
export const shapes = {
  phone,
  keypadPhone,
  tablet,
  laptop,
  desktop,
  lantern,
  solarKit,
  powerBank,
  charger,
  router,
  accessPoint,
  speaker,
  headset,
  receiptPrinter,
  scanner,
  software,
  installation,
  printer,
} satisfies Record<string, Shape>

/** The name of a shape. */
export type ShapeName = keyof typeof shapes
