import type { Product } from '../../../payload-types.ts'
import { withCheckDigit } from '../barcode.ts'
import type { PaletteName } from './pictures.ts'
import type { ShapeName } from './shapes.ts'

/** A text in the languages that sample data is written in. */
export type Text = { en: string; sw: string }

/** A variant of a sample product, with what lies where. */
export type SampleVariant = {
  sku: string
  title?: Text
  /** Which value of each option, counted from 0. */
  choices?: number[]
  barcode?: string
  price?: number
  stock?: { DAR?: number; HRE?: number }
  lowAt?: number
}

/** A sample product. */
export type SampleProduct = Pick<Product, 'price'> &
  Partial<Pick<Product, 'kind' | 'source' | 'condition' | 'weightGrams'>> & {
    title: Text
    summary: Text
    facts: { en: string[]; sw: string[] }
    category: string
    brand: string
    pictures: [ShapeName, PaletteName][]
    options?: { name: Text; values: Text[] }[]
    variants: SampleVariant[]
  }

let codes = 0

/** The next barcode of our own range. */
const barcode = () => withCheckDigit(`6201234${String(++codes).padStart(5, '0')}`)

/** The shelves, in their order. */
export const sampleCategories: { slug: string; title: Text }[] = [
  { slug: 'phones', title: { en: 'Phones and tablets', sw: 'Simu na tableti' } },
  { slug: 'computers', title: { en: 'Computers', sw: 'Kompyuta' } },
  { slug: 'solar', title: { en: 'Solar and power', sw: 'Sola na umeme' } },
  { slug: 'network', title: { en: 'Internet and network', sw: 'Intaneti na mtandao' } },
  { slug: 'sound', title: { en: 'Sound', sw: 'Sauti' } },
  { slug: 'shop-equipment', title: { en: 'For your shop', sw: 'Kwa duka lako' } },
  { slug: 'software', title: { en: 'Software and services', sw: 'Programu na huduma' } },
]

/** Who makes it. */
export const sampleBrands = ['Kibo', 'Jua', 'Baobab', 'Msafiri', 'Zambezi', 'Savanna', 'PRITECH']

/** Where it lies. */
export const sampleLocations = [
  {
    code: 'DAR',
    name: 'Dar es Salaam, Samora Avenue',
    address: 'Samora Avenue 21, Dar es Salaam, Tanzania',
    country: 'TZ',
    pickup: true,
    default: true,
  },
  { code: 'HRE', name: 'Harare, Mbare', address: 'Ardbennie Road 8, Mbare, Harare, Zimbabwe', country: 'ZW', pickup: true, default: false },
  {
    code: 'DEPOT',
    name: 'Depot Ubungo',
    address: 'Morogoro Road, Ubungo, Dar es Salaam, Tanzania',
    country: 'TZ',
    pickup: false,
    default: false,
  },
]

const colour = (en: string, sw: string): Text => ({ en, sw })

/** What the sample shop sells. Prices are minor units of TZS. */
export const sampleProducts: SampleProduct[] = [
  {
    title: { en: 'Kibo A15 smartphone', sw: 'Simu janja Kibo A15' },
    summary: { en: 'A big bright screen and a battery for two days.', sw: 'Skrini kubwa yenye mwanga na betri ya siku mbili.' },
    facts: {
      en: [
        '6.6 inch screen, readable in the sun',
        '5,000 mAh battery, charges in 90 minutes',
        'Two SIM cards and a memory card',
        'One year of guarantee',
      ],
      sw: [
        'Skrini ya inchi 6.6, inasomeka juani',
        'Betri ya mAh 5,000, inajaa kwa dakika 90',
        'Laini mbili na kadi ya kumbukumbu',
        'Dhamana ya mwaka mmoja',
      ],
    },
    category: 'phones',
    brand: 'Kibo',
    price: 38_500_000,
    weightGrams: 192,
    pictures: [
      ['phone', 'lake'],
      ['phone', 'dusk'],
    ],
    options: [
      { name: { en: 'Storage', sw: 'Hifadhi' }, values: [colour('64 GB', 'GB 64'), colour('128 GB', 'GB 128')] },
      { name: { en: 'Colour', sw: 'Rangi' }, values: [colour('Blue', 'Bluu'), colour('Purple', 'Zambarau')] },
    ],
    variants: [
      { sku: 'KIB-A15-64-BLU', choices: [0, 0], barcode: barcode(), stock: { DAR: 24, HRE: 9 }, lowAt: 5 },
      { sku: 'KIB-A15-64-PUR', choices: [0, 1], barcode: barcode(), stock: { DAR: 11 }, lowAt: 3 },
      {
        sku: 'KIB-A15-128-BLU',
        choices: [1, 0],
        barcode: barcode(),
        price: 45_900_000,
        stock: { DAR: 3, HRE: 2 },
        lowAt: 4,
      },
    ],
  },
  {
    title: { en: 'Kibo 4G button phone', sw: 'Simu ya vitufe Kibo 4G' },
    summary: { en: 'Calls, mobile money and a torch: charged once a week.', sw: 'Simu, pesa kwa simu na tochi: chaji mara moja kwa wiki.' },
    facts: {
      en: ['Up to ten days on one charge', 'Two SIM cards', 'Loud speaker, FM radio and torch'],
      sw: ['Hadi siku kumi kwa chaji moja', 'Laini mbili', 'Spika yenye sauti kubwa, redio FM na tochi'],
    },
    category: 'phones',
    brand: 'Kibo',
    price: 6_900_000,
    weightGrams: 98,
    pictures: [['keypadPhone', 'savanna']],
    variants: [
      { sku: 'KIB-B4-BRN', title: colour('Brown', 'Kahawia'), barcode: barcode(), stock: { DAR: 60, HRE: 40 }, lowAt: 10 },
      { sku: 'KIB-B4-BLK', title: colour('Black', 'Nyeusi'), barcode: barcode(), stock: { DAR: 35 }, lowAt: 10 },
    ],
  },
  {
    title: { en: 'Kibo Tab 10', sw: 'Tableti Kibo Tab 10' },
    summary: { en: 'A tablet for lessons, sums and a whole shop.', sw: 'Tableti kwa masomo, mahesabu na duka zima.' },
    facts: {
      en: ['10.1 inch screen', '4 GB memory, 64 GB storage', 'SIM card: works without WiFi'],
      sw: ['Skrini ya inchi 10.1', 'Kumbukumbu GB 4, hifadhi GB 64', 'Ina laini: hufanya kazi bila WiFi'],
    },
    category: 'phones',
    brand: 'Kibo',
    price: 52_000_000,
    weightGrams: 465,
    source: 'imported',
    pictures: [['tablet', 'forest']],
    variants: [{ sku: 'KIB-TAB10', barcode: barcode(), stock: { DAR: 8 }, lowAt: 2 }],
  },
  {
    title: { en: 'Zambezi 14 laptop', sw: 'Kompyuta mpakato Zambezi 14' },
    summary: {
      en: 'Checked, cleaned and ready for work: a refurbished business laptop.',
      sw: 'Imekaguliwa, imesafishwa, tayari kwa kazi: kompyuta ya ofisi iliyokarabatiwa.',
    },
    facts: {
      en: ['14 inch, full HD', 'New battery, new keyboard', 'Six months of guarantee'],
      sw: ['Inchi 14, HD kamili', 'Betri mpya, kibodi mpya', 'Dhamana ya miezi sita'],
    },
    category: 'computers',
    brand: 'Zambezi',
    price: 89_000_000,
    weightGrams: 1_450,
    condition: 'refurbished',
    source: 'imported',
    pictures: [
      ['laptop', 'dusk'],
      ['laptop', 'slate'],
    ],
    variants: [
      { sku: 'ZAM-14-8-256', title: colour('8 GB, 256 GB', 'GB 8, GB 256'), barcode: barcode(), stock: { DAR: 12, HRE: 4 }, lowAt: 3 },
      {
        sku: 'ZAM-14-16-512',
        title: colour('16 GB, 512 GB', 'GB 16, GB 512'),
        barcode: barcode(),
        price: 119_000_000,
        stock: { DAR: 5 },
        lowAt: 2,
      },
    ],
  },
  {
    title: { en: 'Zambezi office computer', sw: 'Kompyuta ya ofisi Zambezi' },
    summary: { en: 'Computer and 22 inch screen for the desk.', sw: 'Kompyuta na skrini ya inchi 22 kwa meza.' },
    facts: {
      en: ['8 GB memory, 512 GB storage', 'With screen, keyboard and mouse', 'Takes 60 watts only'],
      sw: ['Kumbukumbu GB 8, hifadhi GB 512', 'Pamoja na skrini, kibodi na kipanya', 'Hutumia wati 60 tu'],
    },
    category: 'computers',
    brand: 'Zambezi',
    price: 98_000_000,
    weightGrams: 9_800,
    pictures: [['desktop', 'coral']],
    variants: [{ sku: 'ZAM-DESK-22', barcode: barcode(), stock: { DAR: 6 }, lowAt: 2 }],
  },
  {
    title: { en: 'Office printer, used', sw: 'Printa ya ofisi, iliyotumika' },
    summary: { en: 'A strong black-and-white printer from our own office.', sw: 'Printa imara ya rangi nyeusi kutoka ofisi yetu.' },
    facts: {
      en: ['18,000 pages so far', 'Toner for 1,500 pages inside', 'Sold as seen'],
      sw: ['Kurasa 18,000 hadi sasa', 'Wino wa kurasa 1,500 ndani', 'Inauzwa kama ilivyo'],
    },
    category: 'computers',
    brand: 'Zambezi',
    price: 24_000_000,
    weightGrams: 7_200,
    condition: 'used',
    source: 'office',
    pictures: [['printer', 'dusk']],
    variants: [{ sku: 'OFF-PRN-07', stock: { DAR: 1 } }],
  },
  {
    title: { en: 'Jua solar lantern', sw: 'Taa ya sola Jua' },
    summary: { en: 'Light for the whole evening, and it charges a phone.', sw: 'Mwanga kwa jioni nzima, na huchaji simu.' },
    facts: {
      en: ['12 hours of light from one day of sun', 'Charges a phone by USB', 'Survives rain'],
      sw: ['Saa 12 za mwanga kwa siku moja ya jua', 'Huchaji simu kwa USB', 'Haiharibiwi na mvua'],
    },
    category: 'solar',
    brand: 'Jua',
    price: 4_500_000,
    weightGrams: 540,
    pictures: [['lantern', 'slate']],
    variants: [{ sku: 'JUA-LAN-12', barcode: barcode(), stock: { DAR: 80, HRE: 55 }, lowAt: 15 }],
  },
  {
    title: { en: 'Jua home solar kit 50 W', sw: 'Seti ya sola ya nyumbani Jua 50 W' },
    summary: { en: 'Panel, battery and four lamps: light in every room.', sw: 'Paneli, betri na taa nne: mwanga kila chumba.' },
    facts: {
      en: [
        '50 watt panel with 10 m of cable',
        'Battery for three evenings',
        'Four lamps with switches, two USB sockets',
        'Two years of guarantee',
      ],
      sw: [
        'Paneli ya wati 50 na waya wa mita 10',
        'Betri ya jioni tatu',
        'Taa nne zenye swichi, soketi mbili za USB',
        'Dhamana ya miaka miwili',
      ],
    },
    category: 'solar',
    brand: 'Jua',
    price: 29_500_000,
    weightGrams: 8_600,
    pictures: [['solarKit', 'teal']],
    variants: [
      { sku: 'JUA-KIT-50', title: colour('Four lamps', 'Taa nne'), barcode: barcode(), stock: { DAR: 14, HRE: 10 }, lowAt: 4 },
      {
        sku: 'JUA-KIT-50-TV',
        title: colour('Four lamps and radio', 'Taa nne na redio'),
        barcode: barcode(),
        price: 36_000_000,
        stock: { DAR: 2 },
        lowAt: 3,
      },
    ],
  },
  {
    title: { en: 'Baobab power bank 20,000 mAh', sw: 'Power bank Baobab mAh 20,000' },
    summary: { en: 'Five charges of a phone in your bag.', sw: 'Chaji tano za simu ndani ya begi lako.' },
    facts: {
      en: ['Charges two phones at once', 'Full in five hours', 'Shows how much is left'],
      sw: ['Huchaji simu mbili kwa wakati mmoja', 'Hujaa kwa saa tano', 'Huonyesha kilichobaki'],
    },
    category: 'solar',
    brand: 'Baobab',
    price: 5_800_000,
    weightGrams: 420,
    pictures: [['powerBank', 'lake']],
    variants: [{ sku: 'BAO-PB20', barcode: barcode(), stock: { DAR: 45, HRE: 20 }, lowAt: 8 }],
  },
  {
    title: { en: 'Baobab fast charger 33 W', sw: 'Chaja ya haraka Baobab 33 W' },
    summary: { en: 'Half full in half an hour, cable included.', sw: 'Nusu ya betri kwa nusu saa, pamoja na waya.' },
    facts: {
      en: ['USB-C cable, 1.5 m, woven', 'Stops by itself when the battery is full', 'British plug'],
      sw: ['Waya wa USB-C, mita 1.5, imara', 'Hujizima betri ikijaa', 'Plagi ya Uingereza'],
    },
    category: 'solar',
    brand: 'Baobab',
    price: 2_800_000,
    weightGrams: 110,
    pictures: [['charger', 'savanna']],
    variants: [{ sku: 'BAO-CH33', barcode: barcode(), stock: { DAR: 120, HRE: 70 }, lowAt: 20 }],
  },
  {
    title: { en: 'Msafiri 4G WiFi router', sw: 'Ruta ya WiFi Msafiri 4G' },
    summary: { en: 'Put in a SIM card, and the whole house is online.', sw: 'Weka laini, na nyumba nzima ina intaneti.' },
    facts: {
      en: ['For up to 32 devices', 'Works with every network', 'Runs four hours without power'],
      sw: ['Kwa vifaa hadi 32', 'Hufanya kazi na mitandao yote', 'Saa nne bila umeme'],
    },
    category: 'network',
    brand: 'Msafiri',
    price: 16_500_000,
    weightGrams: 310,
    pictures: [['router', 'forest']],
    variants: [{ sku: 'MSA-R4G', barcode: barcode(), stock: { DAR: 18, HRE: 12 }, lowAt: 5 }],
  },
  {
    title: { en: 'Msafiri outdoor access point', sw: 'Kituo cha WiFi cha nje Msafiri' },
    summary: { en: 'WiFi for the market, the yard or the whole street.', sw: 'WiFi kwa soko, uwanja au mtaa mzima.' },
    facts: {
      en: ['Reaches 200 m, for 100 people at once', 'Rain and dust stay outside', 'Power through the network cable'],
      sw: ['Hufika mita 200, kwa watu 100 kwa wakati mmoja', 'Mvua na vumbi haviingii', 'Umeme kupitia waya wa mtandao'],
    },
    category: 'network',
    brand: 'Msafiri',
    price: 31_000_000,
    weightGrams: 690,
    source: 'imported',
    pictures: [['accessPoint', 'dusk']],
    variants: [{ sku: 'MSA-AP-OUT', barcode: barcode(), stock: {} }],
  },
  {
    title: { en: 'Savanna loudspeaker', sw: 'Spika Savanna' },
    summary: { en: 'Music for the yard, eight hours without power.', sw: 'Muziki kwa uwanja, saa nane bila umeme.' },
    facts: {
      en: ['40 watts, Bluetooth, USB and radio', 'Microphone included', 'Handle and strap'],
      sw: ['Wati 40, Bluetooth, USB na redio', 'Pamoja na maikrofoni', 'Mshikio na mkanda'],
    },
    category: 'sound',
    brand: 'Savanna',
    price: 13_500_000,
    weightGrams: 4_100,
    pictures: [['speaker', 'coral']],
    variants: [
      { sku: 'SAV-SPK-RED', title: colour('Red', 'Nyekundu'), barcode: barcode(), stock: { DAR: 16, HRE: 6 }, lowAt: 4 },
      { sku: 'SAV-SPK-BLK', title: colour('Black', 'Nyeusi'), barcode: barcode(), stock: {} },
    ],
  },
  {
    title: { en: 'Savanna headset', sw: 'Vifaa vya masikioni Savanna' },
    summary: {
      en: 'For lessons and calls: the other side hears you, not the street.',
      sw: 'Kwa masomo na simu: wanakusikia wewe, si barabara.',
    },
    facts: {
      en: ['Soft cushions for long days', 'Microphone that can be turned away', 'Cable of 2 m, USB'],
      sw: ['Laini kwa siku ndefu', 'Maikrofoni inayogeuzwa', 'Waya wa mita 2, USB'],
    },
    category: 'sound',
    brand: 'Savanna',
    price: 4_900_000,
    weightGrams: 180,
    pictures: [['headset', 'slate']],
    variants: [{ sku: 'SAV-HS-USB', barcode: barcode(), stock: { DAR: 30 }, lowAt: 6 }],
  },
  {
    title: { en: 'Receipt printer 58 mm', sw: 'Printa ya risiti 58 mm' },
    summary: { en: 'Prints receipts from a phone, at the stall or on the road.', sw: 'Huchapa risiti kutoka simu, dukani au njiani.' },
    facts: {
      en: ['Bluetooth and USB', 'A day on one charge', 'Three rolls of paper included'],
      sw: ['Bluetooth na USB', 'Siku nzima kwa chaji moja', 'Karatasi tatu zimo'],
    },
    category: 'shop-equipment',
    brand: 'PRITECH',
    price: 15_500_000,
    weightGrams: 390,
    pictures: [['receiptPrinter', 'teal']],
    variants: [{ sku: 'PRI-RP58', barcode: barcode(), stock: { DAR: 22, HRE: 15 }, lowAt: 5 }],
  },
  {
    title: { en: 'Barcode scanner', sw: 'Kisoma misimbo pau' },
    summary: {
      en: 'Reads barcodes and QR codes, also from a cracked screen.',
      sw: 'Husoma misimbo pau na QR, hata kwenye skrini iliyopasuka.',
    },
    facts: {
      en: ['Works like a keyboard: nothing to install', 'Cable of 2 m or Bluetooth', 'Survives a fall from the counter'],
      sw: ['Hufanya kazi kama kibodi: hakuna cha kusakinisha', 'Waya wa mita 2 au Bluetooth', 'Haivunjiki ikianguka kutoka kaunta'],
    },
    category: 'shop-equipment',
    brand: 'PRITECH',
    price: 11_000_000,
    weightGrams: 160,
    pictures: [['scanner', 'lake']],
    variants: [
      { sku: 'PRI-SC-USB', title: colour('With cable', 'Yenye waya'), barcode: barcode(), stock: { DAR: 19 }, lowAt: 4 },
      {
        sku: 'PRI-SC-BT',
        title: colour('Bluetooth', 'Bluetooth'),
        barcode: barcode(),
        price: 14_500_000,
        stock: { DAR: 7, HRE: 5 },
        lowAt: 3,
      },
    ],
  },
  {
    title: { en: 'PRITECH Stock', sw: 'PRITECH Stock' },
    summary: { en: 'Software that knows what you have, sell and owe.', sw: 'Programu inayojua ulichonacho, unachouza na unachodaiwa.' },
    facts: {
      en: ['For one shop and three people', 'Works offline', 'Help by phone in English and Swahili'],
      sw: ['Kwa duka moja na watu watatu', 'Hufanya kazi bila intaneti', 'Msaada kwa simu kwa Kiingereza na Kiswahili'],
    },
    category: 'software',
    brand: 'PRITECH',
    kind: 'digital',
    price: 12_000_000,
    pictures: [['software', 'savanna']],
    variants: [
      { sku: 'SW-STOCK-1Y', title: colour('One year', 'Mwaka mmoja') },
      { sku: 'SW-STOCK-3Y', title: colour('Three years', 'Miaka mitatu'), price: 30_000_000 },
    ],
  },
  {
    title: { en: 'WiFi installed at home', sw: 'Kufungiwa WiFi nyumbani' },
    summary: {
      en: 'Our technician comes, measures, mounts and shows how it works.',
      sw: 'Fundi wetu huja, hupima, hufunga na kuonyesha matumizi.',
    },
    facts: {
      en: ['Within three working days', 'Up to four rooms', 'Router not included'],
      sw: ['Ndani ya siku tatu za kazi', 'Hadi vyumba vinne', 'Ruta haijajumuishwa'],
    },
    category: 'software',
    brand: 'PRITECH',
    kind: 'service',
    price: 9_000_000,
    pictures: [['installation', 'forest']],
    variants: [{ sku: 'SV-WIFI-HOME' }],
  },
]
