import type { AdminViewServerProps } from 'payload'
import { type Finding, findings } from '../../../collections/content/findings.ts'
import { granted } from '../../access.ts'
import { byFault, faultWords } from '../finding-words.ts'
import { formatCount } from '../format.ts'
import { documentLink } from '../links.ts'
import { Frame } from './Frame.tsx'

/** How many pages are listed per fault. */
const shown = 200

const Entry = ({ collection, id, locale, others, path, text }: Finding) => (
  <tr>
    <td data-label="Page">
      <a href={`${documentLink(collection, id)}?locale=${locale}`}>{path}</a>
    </td>
    <td data-label="Now">{text || '–'}</td>
    <td data-label="Also at">{others?.join(', ') ?? ''}</td>
  </tr>
)

/** The pages whose titles and descriptions search engines will not show well, with what to do about each. */
export async function SearchFindings(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const may = granted(req, ['marketing']) === true
  const found = may ? await findings(req.payload) : []
  return (
    <Frame className="search-findings" title="In search engines" view={view}>
      {!may && <p>This is not for your role.</p>}
      {may && found.length === 0 && <p>Every page has a title and a description that fit.</p>}
      {byFault(found).map(([fault, list]) => (
        <section aria-labelledby={fault} key={fault}>
          <h2 id={fault}>
            {faultWords[fault].label} <span className="counts__number">{formatCount(list.length)}</span>
          </h2>
          <p>{faultWords[fault].advice}</p>
          <table className="rows">
            <thead>
              <tr>
                <th>Page</th>
                <th>Now</th>
                <th>{fault === 'title-doubled' ? 'Also at' : ''}</th>
              </tr>
            </thead>
            <tbody>
              {list.slice(0, shown).map((finding) => (
                <Entry key={`${finding.collection} ${finding.id} ${finding.locale}`} {...finding} />
              ))}
            </tbody>
          </table>
          {list.length > shown && <p>And {formatCount(list.length - shown)} more.</p>}
        </section>
      ))}
    </Frame>
  )
}
