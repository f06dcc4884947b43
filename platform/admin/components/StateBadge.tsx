import type { StateLook } from '../../states.ts'

const shapes: Record<StateLook['tone'], string> = {
  neutral: 'M3 8h10',
  info: 'M8 7v5M8 4v.5',
  success: 'M3 8.5l3.2 3.2L13 4.5',
  warning: 'M8 3v6M8 12v.5',
  danger: 'M4 4l8 8M12 4l-8 8',
}

/** A state as a word, a colour and a sign. */
export const StateBadge = ({ label, tone }: StateLook) => (
  <span className={`state state--${tone}`}>
    <svg
      aria-hidden="true"
      fill="none"
      height="14"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
      viewBox="0 0 16 16"
      width="14"
    >
      <path d={shapes[tone]} />
    </svg>
    {label}
  </span>
)
