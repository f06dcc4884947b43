import type { Block } from 'payload'
import { hrefField } from './parts.ts'

const note: Block = {
  slug: 'note',
  interfaceName: 'NoteBlock',
  labels: { singular: 'Note', plural: 'Notes' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'tone',
      type: 'select',
      required: true,
      defaultValue: 'info',
      options: [
        { value: 'info', label: 'Good to know' },
        { value: 'success', label: 'Advice' },
        { value: 'warning', label: 'Careful' },
      ],
    },
    { name: 'text', type: 'textarea', required: true, maxLength: 600 },
  ],
}

const button: Block = {
  slug: 'button',
  interfaceName: 'ButtonBlock',
  labels: { singular: 'Button', plural: 'Buttons' },
  admin: { disableBlockName: true },
  fields: [{ name: 'label', type: 'text', required: true, maxLength: 60 }, hrefField(true)],
}

/** What may stand between the paragraphs of a text; the text as a whole has a language, so these have none of their own. */
export const textBlocks: Block[] = [note, button]
