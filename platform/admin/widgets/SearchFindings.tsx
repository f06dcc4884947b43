import { findings } from '../../../collections/content/findings.ts'
import { byFault, faultWords } from '../finding-words.ts'
import { formatCount } from '../format.ts'
import { tile } from './tile.tsx'

/** How many pages search engines will not show well, and why. */
export const SearchFindings = tile(async ({ req }) => {
  const found = byFault(await findings(req.payload))
  if (found.length === 0) return <p className="tile__empty">Every page has a title and a description that fit.</p>
  return (
    <>
      <ul className="findings">
        {found.map(([fault, list]) => (
          <li key={fault}>
            <a href={`/admin/search-findings#${fault}`}>{faultWords[fault].label}</a>
            <span className="counts__number">{formatCount(list.length)}</span>
          </li>
        ))}
      </ul>
      <a className="tile__more" href="/admin/search-findings">
        As a list
      </a>
    </>
  )
})
