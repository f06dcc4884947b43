/** The colours of a scene. */
export type Palette = { sky: string; ground: string; main: string; dark: string; light: string; accent: string; sun: string }

/** The colours that scenes come in. */
export const palettes = {
  morning: { sky: '#eef6fb', ground: '#cfe3f3', main: '#2e75b6', dark: '#1a3c6b', light: '#ffffff', accent: '#f2a03d', sun: '#f2a03d' },
  earth: { sky: '#fdf6e9', ground: '#f1dcb8', main: '#c9762b', dark: '#5d3513', light: '#fffaf0', accent: '#3f8f5b', sun: '#f2a03d' },
  leaf: { sky: '#f0f9f2', ground: '#c9e6d2', main: '#2f8f5f', dark: '#17513a', light: '#ffffff', accent: '#f4b942', sun: '#f4b942' },
  dusk: { sky: '#f6f2fc', ground: '#dad0ee', main: '#6a55b0', dark: '#33285f', light: '#ffffff', accent: '#ff8a5c', sun: '#ff8a5c' },
  lagoon: { sky: '#eefafa', ground: '#c3e5e4', main: '#1f8a8c', dark: '#0f4a52', light: '#ffffff', accent: '#f0803c', sun: '#f0803c' },
} satisfies Record<string, Palette>

const hill = (y: number, colour: string, opacity = 1) =>
  `<path d="M0 ${y}C120 ${y - 50} 220 ${y - 34} 340 ${y - 12}S620 ${y - 64} 800 ${y - 22}V400H0z" fill="${colour}" opacity="${opacity}"/>`

const sun = (x: number, y: number, r: number, colour: string) =>
  `<circle cx="${x}" cy="${y}" r="${r + 26}" fill="${colour}" opacity=".18"/><circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`

const phone = (x: number, y: number, scale: number, { dark, light, main, accent }: Palette, inside = '') =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><rect width="120" height="230" rx="20" fill="${dark}"/><rect x="8" y="10" width="104" height="210" rx="13" fill="${light}"/><rect x="42" y="17" width="36" height="6" rx="3" fill="${dark}"/>${
    inside ||
    `<rect x="20" y="44" width="80" height="10" rx="5" fill="${main}" opacity=".3"/><rect x="20" y="62" width="52" height="10" rx="5" fill="${main}" opacity=".3"/><circle cx="60" cy="122" r="30" fill="${accent}"/><path d="M46 122l10 11 19-22" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/><rect x="20" y="172" width="80" height="26" rx="13" fill="${main}"/>`
  }</g>`

const person = (x: number, y: number, scale: number, skin: string, shirt: string, hair: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M-46 96C-46 52-26 40 0 40s46 12 46 56z" fill="${shirt}"/><rect x="-11" y="22" width="22" height="26" rx="10" fill="${skin}"/><circle cx="0" cy="4" r="27" fill="${skin}"/><path d="M-28 2C-30-24-14-32 0-32s30 8 28 34c-6-14-12-18-28-18s-22 4-28 18z" fill="${hair}"/></g>`

const skins = ['#7a4a2b', '#8d5a37', '#5e3820'] as const

/** What scenes show: each draws on 800 × 400. */
export const scenes = {
  pay: (p: Palette) =>
    `${sun(660, 90, 44, p.sun)}${hill(330, p.main, 0.16)}${hill(370, p.main, 0.22)}${phone(330, 84, 1.2, p)}<g fill="${p.light}" stroke="${p.dark}" stroke-width="5"><rect x="120" y="150" width="150" height="92" rx="14"/><circle cx="195" cy="196" r="25" fill="${p.accent}"/></g><path d="M286 196h30m-12-14 14 14-14 14" fill="none" stroke="${p.dark}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/><g transform="translate(540 176)"><path d="M0 30l78-34 78 34v92l-78 34-78-34z" fill="${p.accent}"/><path d="M0 30l78 34 78-34M78 64v92" fill="none" stroke="${p.dark}" stroke-width="5" stroke-linejoin="round"/><path d="M38 13l78 34v28" fill="none" stroke="${p.light}" stroke-width="9"/></g>`,
  market: (p: Palette) =>
    `${sun(120, 84, 40, p.sun)}${hill(340, p.main, 0.2)}<g transform="translate(190 100)"><rect x="10" y="70" width="12" height="230" fill="${p.dark}"/><rect x="398" y="70" width="12" height="230" fill="${p.dark}"/>${Array.from({ length: 7 }, (_, at) => `<path d="M${at * 60} 20h60v70a30 26 0 0 1-60 0z" fill="${at % 2 ? p.light : p.main}"/>`).join('')}<rect x="-4" y="8" width="428" height="18" rx="9" fill="${p.dark}"/><rect x="0" y="206" width="420" height="94" rx="10" fill="${p.accent}"/><rect x="0" y="206" width="420" height="20" rx="10" fill="${p.dark}" opacity=".35"/></g>${person(400, 210, 0.9, skins[0], p.dark, '#1d130c')}<g transform="translate(230 262)"><rect width="66" height="44" rx="8" fill="${p.dark}"/><rect x="6" y="6" width="54" height="32" rx="4" fill="${p.light}"/></g><g transform="translate(490 250)"><rect width="30" height="56" rx="7" fill="${p.dark}"/><rect x="4" y="6" width="22" height="40" rx="3" fill="${p.light}"/></g><circle cx="555" cy="290" r="17" fill="${p.main}"/><circle cx="590" cy="290" r="17" fill="${p.light}"/>`,
  study: (p: Palette) =>
    `<rect x="90" y="46" width="190" height="130" rx="14" fill="${p.light}"/><path d="M110 146l42-50 32 34 34-56 42 72z" fill="${p.main}" opacity=".35"/>${sun(236, 78, 13, p.sun)}${hill(372, p.main, 0.14)}<g transform="translate(250 120)"><rect x="20" width="260" height="170" rx="16" fill="${p.dark}"/><rect x="34" y="14" width="232" height="138" rx="8" fill="${p.light}"/><rect x="52" y="34" width="120" height="12" rx="6" fill="${p.main}"/><rect x="52" y="58" width="190" height="8" rx="4" fill="${p.main}" opacity=".35"/><rect x="52" y="76" width="170" height="8" rx="4" fill="${p.main}" opacity=".35"/><circle cx="206" cy="116" r="24" fill="${p.accent}"/><path d="M199 104v24l20-12z" fill="#fff"/><path d="M-10 170h320l16 26a10 10 0 0 1-9 14H-17a10 10 0 0 1-9-14z" fill="${p.main}"/></g><g transform="translate(590 190)"><rect y="96" width="140" height="30" rx="6" fill="${p.main}"/><rect x="10" y="66" width="124" height="30" rx="6" fill="${p.accent}"/><rect x="2" y="36" width="130" height="30" rx="6" fill="${p.dark}"/><path d="M66-34l76 30-76 30-76-30z" fill="${p.dark}"/><path d="M22 12v22c0 12 88 12 88 0V12" fill="${p.dark}" opacity=".8"/><path d="M132-2v34" stroke="${p.accent}" stroke-width="5" stroke-linecap="round"/></g>`,
  deliver: (p: Palette) =>
    `${sun(640, 84, 42, p.sun)}${hill(300, p.main, 0.16)}${hill(340, p.main, 0.26)}<rect y="336" width="800" height="64" fill="${p.dark}" opacity=".75"/><path d="M30 368h90m60 0h90m60 0h90m60 0h90m60 0h90" stroke="${p.light}" stroke-width="6" opacity=".8"/><g transform="translate(250 140)"><circle cx="56" cy="190" r="38" fill="${p.dark}"/><circle cx="56" cy="190" r="16" fill="${p.light}"/><circle cx="262" cy="190" r="38" fill="${p.dark}"/><circle cx="262" cy="190" r="16" fill="${p.light}"/><path d="M46 190c6-46 40-58 92-58h40l20 28h34l-22-92h34" fill="none" stroke="${p.main}" stroke-width="17" stroke-linecap="round" stroke-linejoin="round"/><path d="M60 132h116l24 36H40c0-22 8-34 20-36z" fill="${p.main}"/><rect x="6" y="34" width="104" height="92" rx="12" fill="${p.accent}"/><path d="M6 72h104M58 34v38" stroke="${p.dark}" stroke-width="5"/></g>${person(440, 172, 0.86, skins[1], p.dark, '#1d130c')}<path d="M408 176a34 34 0 0 1 66-4z" fill="${p.accent}"/>`,
  connect: (p: Palette) =>
    `${sun(130, 90, 34, p.sun)}${hill(310, p.main, 0.18)}${hill(352, p.main, 0.3)}<g transform="translate(470 60)" stroke="${p.dark}" stroke-width="8" fill="none" stroke-linecap="round"><path d="M40 280L90 40l50 240M54 214h72M64 162h52M74 112h32M58 200l58-84M122 200l-58-84"/><circle cx="90" cy="30" r="13" fill="${p.accent}" stroke="none"/><path d="M60 8a42 42 0 0 0 0 46M120 8a42 42 0 0 1 0 46M38-10a72 72 0 0 0 0 82M142-10a72 72 0 0 1 0 82" stroke="${p.main}"/></g><g transform="translate(150 204)"><path d="M-20 66L70 0l90 66z" fill="${p.dark}"/><rect y="62" width="140" height="90" fill="${p.light}"/><rect x="54" y="96" width="36" height="56" rx="6" fill="${p.accent}"/><rect x="14" y="84" width="28" height="28" rx="5" fill="${p.main}" opacity=".5"/><rect x="100" y="84" width="28" height="28" rx="5" fill="${p.main}" opacity=".5"/></g>${phone(352, 236, 0.48, p)}<path d="M300 250c40-66 100-96 176-110" fill="none" stroke="${p.main}" stroke-width="5" stroke-dasharray="3 14" stroke-linecap="round"/>`,
  team: (p: Palette) =>
    `<circle cx="400" cy="190" r="178" fill="${p.light}" opacity=".7"/>${hill(372, p.main, 0.14)}${person(250, 150, 1.15, skins[1], p.main, '#1d130c')}${person(550, 150, 1.15, skins[2], p.accent, '#120b06')}${person(400, 118, 1.3, skins[0], p.dark, '#1d130c')}<rect x="150" y="256" width="500" height="26" rx="13" fill="${p.dark}"/><rect x="196" y="282" width="18" height="92" rx="8" fill="${p.dark}"/><rect x="586" y="282" width="18" height="92" rx="8" fill="${p.dark}"/><g transform="translate(344 192)"><rect width="112" height="66" rx="10" fill="${p.main}"/><path d="M38 20l18 28 18-28" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/></g><g transform="translate(214 40)"><rect width="76" height="50" rx="14" fill="${p.accent}"/><path d="M20 50l-4 16 22-16z" fill="${p.accent}"/><path d="M18 20h40M18 32h26" stroke="#fff" stroke-width="6" stroke-linecap="round"/></g>`,
  build: (p: Palette) =>
    `${hill(372, p.main, 0.16)}<g transform="translate(190 60)"><rect width="420" height="262" rx="22" fill="${p.dark}"/><rect x="12" y="44" width="396" height="206" rx="12" fill="${p.light}"/><circle cx="30" cy="23" r="8" fill="${p.accent}"/><circle cx="54" cy="23" r="8" fill="${p.main}"/><circle cx="78" cy="23" r="8" fill="${p.ground}"/><g fill="none" stroke-width="11" stroke-linecap="round"><path d="M46 82h70" stroke="${p.accent}"/><path d="M134 82h110" stroke="${p.main}"/><path d="M74 112h96M190 112h60" stroke="${p.main}" opacity=".45"/><path d="M74 142h54" stroke="${p.dark}"/><path d="M148 142h120" stroke="${p.accent}" opacity=".7"/><path d="M74 172h130" stroke="${p.main}" opacity=".45"/><path d="M46 202h40" stroke="${p.accent}"/></g><path d="M330 92l34 34-34 34" fill="none" stroke="${p.main}" stroke-width="13" stroke-linecap="round" stroke-linejoin="round" opacity=".8"/></g><g transform="translate(560 214)"><circle cx="60" cy="60" r="58" fill="${p.accent}"/><path d="M34 60l18 20 34-40" fill="none" stroke="#fff" stroke-width="14" stroke-linecap="round" stroke-linejoin="round"/></g>`,
} satisfies Record<string, (palette: Palette) => string>

/** The name of a scene. */
export type SceneName = keyof typeof scenes

/** The name of a palette. */
export type PaletteName = keyof typeof palettes

/** A scene as SVG, twice as wide as high: shapes only, since fonts differ from machine to machine. */
export function drawn(scene: SceneName, palette: PaletteName): string {
  const colours = palettes[palette]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="800" viewBox="0 0 800 400"><defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${colours.sky}"/><stop offset="1" stop-color="${colours.ground}"/></linearGradient></defs><rect width="800" height="400" fill="url(#sky)"/><circle cx="720" cy="360" r="190" fill="${colours.main}" opacity=".07"/><circle cx="40" cy="20" r="150" fill="#fff" opacity=".4"/>${scenes[scene](colours)}</svg>`
}
