/** The mark of the platform, as small as the corner of the page needs it. */
export const Icon = () => (
  <svg aria-hidden="true" className="brand-mark" height="100%" viewBox="0 0 32 32" width="100%">
    <rect fill="#1a3c6b" height="32" rx="8" width="32" />
    <path d="M8 9l8 15 8-15" fill="none" stroke="#fff" strokeLinecap="round" strokeLinejoin="round" strokeWidth="3.5" />
    <circle cx="16" cy="9" fill="#e07a1f" r="2.6" />
  </svg>
)
